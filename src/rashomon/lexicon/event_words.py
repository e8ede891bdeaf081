"""resources/lang/<code>/event_words.yaml: classes of nouns, weapons and support verbs that event triggers rest on."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rashomon.errors import ResourceError
from rashomon.lexicon.actors import load_actors
from rashomon.lexicon.files import check_keys, check_unique, read_language
from rashomon.records import ActorKind

FOUND_CLASSES = frozenset({"entity", "entity-person", "pronoun", "number", "none", "event"})
"""Classes that are no word lists: the reader of the text knows them."""

SUBJECT_ROLES = frozenset({"agent", "patient", "none"})
_LISTS = (
    *("locatives", "directions", "since", "anchoring", "occasions", "anniversaries", "meanwhile"),
    *(
        "agents",
        "noun_patients",
        "instruments",
        "scenes",
        "within",
        "together",
        "transitive",
        "adjectival",
        "withins",
        "definites",
        "further",
        "standing",
        "resulting",
        "upshots",
        "ending",
        "comparing",
        "manners",
        "undergone",
        "examples_of",
        "states",
        "authoring",
        "things",
        "members",
        "among",
        "being",
        "either",
    ),
)
_PEOPLE = frozenset({"people"})
_FORCES = frozenset({ActorKind.GROUP, ActorKind.FORCES})
_ARMED = frozenset({1, 2, 3, 4, 8})  # ACLED's classes of actors that bear arms
_SUPPORT_ROLES = SUBJECT_ROLES | {"object"}


@dataclass(frozen=True, slots=True)
class Weapon:
    """A means of force: the PLOVER mode of ASSAULT it gives, and the ACLED sub-event if it decides that too."""

    mode: str
    acled: str | None


@dataclass(frozen=True, slots=True)
class Support:
    """A verb that carries the arguments of an event noun.

    Attributes:
        lemma: of the verb.
        particle: it must have, or "".
        prep: prepositions behind which the noun stands; () = the noun is its object, or its subject.
        subject: what the verb's subject is to the event: agent, patient or none (the noun itself is the subject);
            "object" = the verb's object is the agent ("accused them of murder").
    """

    lemma: str
    particle: str
    prep: frozenset[str]
    subject: str


@dataclass(frozen=True, slots=True)
class EventWords:
    """The word classes of one language.

    Attributes:
        classes: noun lemma -> names of the classes it is in.
        class_names: every class that a trigger may ask for.
        weapons: lemma -> weapon.
        supports: lemma of a support verb -> its rows.
        locatives: prepositions before a place where something happens.
        directions: prepositions before a place that a movement goes to or comes from.
        since: prepositions before a noun that only dates something else.
        anchoring: prepositions before a noun whose date is not that of the clause.
        occasions: prepositions before a noun whose date is that of the clause.
        anniversaries: nouns of days that recall something of another day.
        meanwhile: conjunctions before a clause of the same day.
        agents: prepositions before whoever does it.
        noun_patients: prepositions before whoever suffers what a noun tells.
        instruments: prepositions before a means.
        scenes: prepositions before a place at which somebody or something is.
        within: prepositions before a happening inside which something happens.
        together: prepositions before those who share another's part.
        opposing: beginnings of words that are against the rest of the word.
        transitive: verbs of which an active always has an object.
        withins: prepositions before a noun in the course of which something happens.
        definites: determiners of what was told before.
        further: words that tell others than those told before.
        standing: verbs whose participle behind a noun says what it is, and dates nothing.
        resulting: verbs of a clause that tells what came of a happening, on its day.
        upshots: conjunctions between an outcome and the attack that it came of.
        ending: verbs that say of a happening only that it is over: what is not over has happened.
        adjectival: names of states that stand before a noun like an adjective.
        comparing: prepositions before what something is only likened to.
        manners: nouns that before an event noun tell how, not who.
        examples_of: prepositions before one of several that a noun tells.
        undergone: verbs that without an object are passive where they are joined to a passive.
        states: nouns for states, which as a subject act and are no place.
        authoring: verbs of whoever puts out a text, or boasts of a deed.
        persons: endings that make a noun of no class a word for people.
        things: nouns that end so and are no people.
        members: verbs of which the subject is a group and the object who is of it.
        among: prepositions before a group at a verb of `being`, of which the subject is who is of it.
        being: verbs that say that somebody is there.
        either: conjunctions of two of which one may hold for all.
        examples: (row, example for, example against or "") of every row.
    """

    classes: Mapping[str, frozenset[str]]
    class_names: frozenset[str]
    weapons: Mapping[str, Weapon]
    supports: Mapping[str, tuple[Support, ...]]
    locatives: frozenset[str]
    directions: frozenset[str]
    since: frozenset[str]
    anchoring: frozenset[str]
    occasions: frozenset[str]
    anniversaries: frozenset[str]
    meanwhile: frozenset[str]
    agents: frozenset[str]
    noun_patients: frozenset[str]
    instruments: frozenset[str]
    scenes: frozenset[str]
    within: frozenset[str]
    together: frozenset[str]
    opposing: tuple[str, ...]
    transitive: frozenset[str]
    adjectival: frozenset[str]
    withins: frozenset[str]
    definites: frozenset[str]
    further: frozenset[str]
    standing: frozenset[str]
    resulting: frozenset[str]
    upshots: frozenset[str]
    ending: frozenset[str]
    comparing: frozenset[str]
    manners: frozenset[str]
    undergone: frozenset[str]
    examples_of: frozenset[str]
    states: frozenset[str]
    authoring: frozenset[str]
    persons: tuple[str, ...]
    things: frozenset[str]
    members: frozenset[str]
    among: frozenset[str]
    being: frozenset[str]
    either: frozenset[str]
    examples: tuple[tuple[str, str, str], ...]
    armed_names: frozenset[str] = frozenset()

    def classes_of(self, noun: str) -> frozenset[str]:
        """Give the classes of a common noun by its lemma; one that no list knows may end like a word for people."""
        known = self.classes.get(noun)
        if known is not None:
            return known
        return _PEOPLE if noun.endswith(self.persons) and noun not in self.things else frozenset()


def read_event_words(language: str) -> EventWords:
    """Read the classes, weapons and support verbs of one language.

    Raises:
        ResourceError: a row is wrong or stands twice.
    """
    where = "event_words.yaml"
    content = read_language(language, where)
    check_keys(where, content, ("classes", "weapons", "support", "opposing", "persons", *_LISTS))
    classes, weapons, support = content["classes"], content["weapons"], content["support"]
    for name, row in classes.items():
        check_keys(f"{where} {name}", row, ("words", "for", "against"))
    return EventWords(
        armed_names=_armed_names(),
        classes=_by_word(classes),
        class_names=FOUND_CLASSES | classes.keys(),
        weapons=_read_weapons(where, weapons),
        supports=_read_supports(where, support),
        **{name: frozenset(content[name]) for name in _LISTS},
        opposing=tuple(content["opposing"]),
        persons=tuple(content["persons"]),
        examples=tuple(_examples(classes, weapons, support)),
    )


def _armed_names() -> frozenset[str]:
    rows = (row for row in load_actors().actors.values() if row.kind in _FORCES and row.acled in _ARMED)
    return frozenset(name.lower() for row in rows for name in (row.name, *row.names))


def _by_word(classes: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, row in classes.items():
        for word in row["words"]:
            found.setdefault(word, set()).add(name)
    for word, names in tuple(found.items()):  # what a headline's capitals make a name of keeps its plural as lemma
        found.setdefault(_plural(word), set()).update(names)
    return {word: frozenset(names) for word, names in found.items()}


def _plural(word: str) -> str:
    if word.endswith("man"):
        return f"{word[:-3]}men"
    return f"{word[:-1]}ies" if word.endswith("y") and word[-2:-1] not in "aeiou" else f"{word}s"


def _read_weapons(where: str, rows: list[dict[str, Any]]) -> dict[str, Weapon]:
    for row in rows:
        check_keys(f"{where} weapons {row.get('mode')}", row, ("mode", "acled", "words", "for", "against"))
    check_unique(f"{where} weapons", (word for row in rows for word in row["words"]))
    return {word: Weapon(row["mode"], row["acled"]) for row in rows for word in row["words"]}


def _read_supports(where: str, rows: list[dict[str, Any]]) -> dict[str, tuple[Support, ...]]:
    found: dict[str, list[Support]] = {}
    for row in rows:
        check_keys(
            f"{where} support {row.get('lemma')}", row, ("lemma", "for"), ("particle", "prep", "subject", "against")
        )
        made = Support(
            row["lemma"], row.get("particle", ""), frozenset(row.get("prep", ())), row.get("subject", "agent")
        )
        if made.subject not in _SUPPORT_ROLES:
            raise ResourceError(
                f"{where} support {made.lemma}: subject {made.subject!r} is none of {sorted(_SUPPORT_ROLES)}"
            )
        if made in found.get(made.lemma, ()):
            raise ResourceError(f"{where} support: {made.lemma!r} stands twice")
        found.setdefault(made.lemma, []).append(made)
    return {lemma: tuple(supports) for lemma, supports in found.items()}


def _examples(
    classes: Mapping[str, Any], weapons: list[dict[str, Any]], support: list[dict[str, Any]]
) -> list[tuple[str, str, str]]:
    found = [(f"class {name}", row["for"], row["against"]) for name, row in classes.items()]
    found += [(f"weapon {row['mode']}", row["for"], row["against"]) for row in weapons]
    return found + [(f"support {row['lemma']}", row["for"], row.get("against", "")) for row in support]
