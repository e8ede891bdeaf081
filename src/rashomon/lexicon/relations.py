"""Relation kinds and the patterns that tell them: relations.yaml and lang/<code>/relations.yaml as one table."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any

from rashomon.errors import ResourceError
from rashomon.lexicon.files import check_keys, read_language, read_yaml
from rashomon.lexicon.relation_patterns import GripPattern, NounPattern, PhrasePattern, VerbPattern

_SHAPES = ("verbs", "nouns", "phrases", "grips")
_WORDS = ("copulas", "negations", "reflexives", "titles", "plurals", "statives", "ethnic", "place_nouns",
          "actor_nouns", "naming_verbs", "vague_heads", "institution_nouns", "ruler_words", "terror_words",
          "office_bodies", "unique_words", "part_words", "state_nouns", "companions", "unheld",
          "pointing", "keeping", "shares", "no_longer", "refusing", "wishing", "leaving",
          "people_nouns", "force_nouns", "captive_words", "goods_nouns", "settled_nouns", "inhabitants", "homes",
          "having", "dwellers", "living_verbs", "seats", "mostly", "alias_words", "calling", "knowing",
          "dead_words", "among", "ours", "standing", "sizes", "putting", "putting_at", "strong")  # fmt: skip
_MAPS = ("qualifiers", "affixes")
_OPTIONAL = {
    "verbs": [
        "particle",
        "subject",
        "object",
        "value",
        "subject_is",
        "object_is",
        "patient_lemmas",
        "through",
        "only",
        "qualifier",
        "figures",
        "requires",
        "constant",
        "value_lemmas",
    ],
    "nouns": ["holder", "holder_is", "complement_is", "prepositions", "value", "qualifier", "required", "figures"],
    "phrases": ["qualifier", "attached_is", "complement_is", "complements", "turned", "value"],
    "grips": ["verbs", "prepositions", "held_is"],
}


@dataclass(frozen=True, slots=True)
class RelationKind:
    """A kind of relation.

    Attributes:
        name: key in relations.yaml.
        label: for people.
        definition: what it says of its two ends.
        subject: what stands at its first end.
        object: what stands at its other end.
        origin: whose definition it follows, or "".
    """

    name: str
    label: str
    definition: str
    subject: str
    object: str
    origin: str


@dataclass(frozen=True, slots=True)
class RelationTable:
    """All patterns of one language by lemma, and the words around them.

    Attributes:
        kinds: name -> kind.
        verbs: lemma -> patterns in order.
        nouns: lemma -> patterns in order.
        phrases: lemma -> patterns in order.
        grips: lemma -> patterns in order.
        copulas: verbs that tie a noun to its subject ("become", "remain").
        negations: words that negate.
        qualifiers: word -> qualifier ("ex" -> former).
        reflexives: "himself".
        titles: nouns that stand before a name without an article.
        plurals: tags of plural nouns, whose holder is nobody in particular.
        statives: verbs beside which a phrase tells a state ("remain under the control of").
        ethnic: words before a people's name that make it an ethnicity.
        place_nouns: nouns that mean a stretch of land.
        actor_nouns: nouns that mean people or bodies that act.
        naming_verbs: verbs with "as": "refer to X as the leader".
        vague_heads: nouns that need their complement to be an office ("head", "chief", "member").
        institution_nouns: words of places of learning.
        ruler_words: words that say as what somebody is recognised.
        terror_words: words that say as what somebody is listed.
        part_words: words of a share ("most of the country").
        state_nouns: nouns that mean a state or its government.
        unique_words: words that say that a place is the only one of its sort.
        companions: prepositions before somebody who does the same as a verb's agent.
        unheld: nouns of land that are no place to be held by themselves.
        pointing: words beside a noun of land that make it one known stretch.
        keeping: verbs whose object is in the state ("keep the town under siege").
        shares: words for a part of those named behind ("one of the leaders").
        office_bodies: words in the complement of "head" that make it a public office.
        no_longer: adverbs that with "no" before them end a state ("longer", "more").
        refusing: verbs that deny what they govern ("refuses to recognise").
        wishing: verbs under which nothing is said to hold ("wants to become").
        leaving: verbs after which an office is a former one.
        people_nouns: nouns that mean people one by one.
        force_nouns: nouns that mean a body of people under arms.
        captive_words: what a held person is called.
        goods_nouns: arms, supplies, money and resources.
        settled_nouns: stretches of land that people live in.
        inhabitants: words for those who live there.
        having: verbs of having inhabitants.
        dwellers: nouns that by themselves mean those who live there.
        homes: "home" in "home to 300 people".
        living_verbs: verbs of living somewhere.
        seats: prepositions of being in a place.
        mostly: adverbs of a majority ("mostly Kurdish").
        affixes: word before a hyphen and a name -> relation kind ("pro-Russian").
        alias_words: nouns of another name.
        calling: verbs by which somebody calls himself.
        knowing: verbs of "known as".
        dead_words: words for the dead.
        among: prepositions of being one of several.
        ours: pronouns by which a speaker owns ("the town is ours").
        standing: nouns of a force that lasts; a "group of four" is none.
        sizes: nouns of a force's size ("its strength is put at").
        putting: verbs of estimating.
        putting_at: prepositions before what something is estimated at.
        strong: "strong" in "3,000-strong".
    """

    kinds: Mapping[str, RelationKind]
    verbs: Mapping[str, tuple[VerbPattern, ...]]
    nouns: Mapping[str, tuple[NounPattern, ...]]
    phrases: Mapping[str, tuple[PhrasePattern, ...]]
    grips: Mapping[str, tuple[GripPattern, ...]]
    copulas: frozenset[str]
    negations: frozenset[str]
    qualifiers: Mapping[str, str]
    reflexives: frozenset[str]
    titles: frozenset[str]
    plurals: frozenset[str]
    statives: frozenset[str]
    ethnic: frozenset[str]
    place_nouns: frozenset[str]
    actor_nouns: frozenset[str]
    naming_verbs: frozenset[str]
    vague_heads: frozenset[str]
    institution_nouns: frozenset[str]
    ruler_words: frozenset[str]
    terror_words: frozenset[str]
    companions: frozenset[str]
    unheld: frozenset[str]
    pointing: frozenset[str]
    keeping: frozenset[str]
    shares: frozenset[str]
    office_bodies: frozenset[str]
    unique_words: frozenset[str]
    part_words: frozenset[str]
    state_nouns: frozenset[str]
    affixes: Mapping[str, str]
    no_longer: frozenset[str]
    refusing: frozenset[str]
    wishing: frozenset[str]
    leaving: frozenset[str]
    people_nouns: frozenset[str]
    force_nouns: frozenset[str]
    captive_words: frozenset[str]
    goods_nouns: frozenset[str]
    settled_nouns: frozenset[str]
    inhabitants: frozenset[str]
    homes: frozenset[str]
    having: frozenset[str]
    dwellers: frozenset[str]
    living_verbs: frozenset[str]
    seats: frozenset[str]
    mostly: frozenset[str]
    alias_words: frozenset[str]
    calling: frozenset[str]
    knowing: frozenset[str]
    dead_words: frozenset[str]
    among: frozenset[str]
    ours: frozenset[str]
    standing: frozenset[str]
    sizes: frozenset[str]
    putting: frozenset[str]
    putting_at: frozenset[str]
    strong: frozenset[str]


def read_relations(root: Traversable, language: str) -> RelationTable:
    """Read relation kinds and patterns.

    Args:
        root: the folder of all resources.
        language: ISO 639-1 code.

    Raises:
        ResourceError: a file is wrong, or a pattern names a kind that is not there.
    """
    kinds = {name: _kind(name, row) for name, row in read_yaml(root / "relations.yaml").items()}
    raw = read_language(language, "relations.yaml")
    check_keys("lang relations.yaml", raw, (*_SHAPES, *_WORDS, *_MAPS))
    for shape in _SHAPES:
        for row in raw[shape]:
            _check_row(shape, row, kinds)
    words: Any = {key: frozenset(map(str, raw[key])) for key in _WORDS}
    return RelationTable(
        kinds=kinds,
        verbs=_by_lemma(raw["verbs"], _verb),
        nouns=_by_lemma(raw["nouns"], _noun),
        phrases=_by_lemma(raw["phrases"], _phrase),
        grips=_by_lemma(raw["grips"], _grip),
        qualifiers=raw["qualifiers"],
        affixes=raw["affixes"],
        **words,
    )


def _kind(name: str, row: Mapping[str, Any]) -> RelationKind:
    check_keys(f"relations.yaml: {name}", row, ("label", "definition", "subject", "object"), ("origin",))
    return RelationKind(name, row["label"], row["definition"], row["subject"], row["object"], row.get("origin", ""))


def _check_row(shape: str, row: Mapping[str, Any], kinds: Mapping[str, RelationKind]) -> None:
    where = f"lang relations.yaml: {shape}: {row.get('lemmas')}"
    needed = ("lemmas", "kind", "for", "prepositions") if shape == "phrases" else ("lemmas", "kind", "for")
    check_keys(where, row, needed, (*_OPTIONAL[shape], "against"))
    if row["kind"] not in kinds:
        raise ResourceError(f"{where}: kind {row['kind']!r} is not in relations.yaml")


def _by_lemma(rows: Any, make: Any) -> dict[str, Any]:
    found: dict[str, list[Any]] = {}
    for row in rows:
        pattern = make(row)
        for lemma in row["lemmas"]:
            found.setdefault(str(lemma), []).append(pattern)
    return {lemma: tuple(patterns) for lemma, patterns in found.items()}


def _verb(row: Mapping[str, Any]) -> VerbPattern:
    return VerbPattern(
        kind=row["kind"],
        particle=row.get("particle", ""),
        subject=row.get("subject", "agent"),
        object=row.get("object", "patient"),
        value=row.get("value", ""),
        subject_is=row.get("subject_is", "actor"),
        object_is=row.get("object_is", "any"),
        patient_lemmas=frozenset(row.get("patient_lemmas", ())),
        through=row.get("through", False),
        only=row.get("only", ""),
        qualifier=row.get("qualifier", ""),
        figures=frozenset(row.get("figures", ())),
        requires=row.get("requires", ""),
        constant=row.get("constant", ""),
        value_lemmas=frozenset(row.get("value_lemmas", ())),
        examples=tuple(row["for"]),
        against=tuple(row.get("against", ())),
    )


def _noun(row: Mapping[str, Any]) -> NounPattern:
    return NounPattern(
        kind=row["kind"],
        holder=row.get("holder", "subject"),
        holder_is=row.get("holder_is", ""),
        complement_is=row.get("complement_is", "any"),
        prepositions=frozenset(row.get("prepositions", ("of",))),
        value=row.get("value", False),
        qualifier=row.get("qualifier", ""),
        required=row.get("required", True),
        figures=frozenset(row.get("figures", ())),
        examples=tuple(row["for"]),
        against=tuple(row.get("against", ())),
    )


def _grip(row: Mapping[str, Any]) -> GripPattern:
    return GripPattern(
        kind=row["kind"],
        prepositions=frozenset(row.get("prepositions", ("of", "over"))),
        held_is=row.get("held_is", "place"),
        verbs=row["verbs"],
        examples=tuple(row["for"]),
        against=tuple(row.get("against", ())),
    )


def _phrase(row: Mapping[str, Any]) -> PhrasePattern:
    return PhrasePattern(
        kind=row["kind"],
        prepositions=frozenset(row["prepositions"]),
        attached_is=row.get("attached_is", "any"),
        complement_is=row.get("complement_is", "actor"),
        complements=frozenset(row.get("complements", ("of",))),
        turned=row.get("turned", False),
        value=row.get("value", ""),
        qualifier=row.get("qualifier", ""),
        examples=tuple(row["for"]),
        against=tuple(row.get("against", ())),
    )
