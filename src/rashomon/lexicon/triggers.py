"""The trigger rows of resources/events/<type>.yaml: which word, in which surroundings, tells an event."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from rashomon.errors import ResourceError
from rashomon.lexicon.called import Called, widen
from rashomon.lexicon.event_words import SUBJECT_ROLES
from rashomon.lexicon.files import check_keys, check_unique

_OF_ROLES = SUBJECT_ROLES | {"place", "default"}


@dataclass(frozen=True, slots=True)
class Trigger:
    """One word that tells an event, and what must or must not stand around it.

    Every set that is empty asks nothing. "Object" means the direct object, or the subject of a passive.

    Attributes:
        type: name of the event type.
        part: "verb" or "noun".
        lemma: of the word.
        particle: that the verb must have ("out"), or "".
        object: lemmas of which the object's head must be one; the object is then part of the trigger, no patient.
        object_with: modifiers of which that object, or without `object` the direct object, must have one.
        object_class: classes of which the object must have one ("none" = it may be missing).
        object_role: what the object is: patient, or none.
        not_object: lemmas that the object's head must not be.
        not_object_class: classes that it must not have.
        subject: what the subject is: agent, patient or none.
        subject_class: classes of which the subject must have one.
        not_subject_class: classes that it must not have.
        prep: prepositions of which one must lead a dependent.
        prep_object: lemmas of which the head of that dependent must be one.
        prep_class: classes of which it must have one.
        prep_on: lemmas of verbs that have the noun behind "on" ("go on strike").
        patient_prep: prepositions whose dependent is a patient.
        agent_prep: prepositions whose dependent is an agent.
        with_words: words of which one must stand among the direct dependents.
        without_words: words of which none may.
        of: what an of-dependent of the noun is: patient, agent, place or none ("default": a place is the place, all
            else the patient).
        of_class: classes of which the of-dependent (or possessor) must have one.
        not_of_class: classes that it must not have.
        of_words: lemmas of which the of-dependent must be one.
        not_of: lemmas that it must not be.
        possessor: what a possessor of the noun is: agent or patient.
        voice: "passive" or "active" if only that tells it, or "".
        negated: whether it must be negated ("not allowed to").
        plural: whether the noun must stand in the plural.
        bare: whether the verb must have nothing but its subject and times ("31 soldiers fell").
        support: whether the noun must hang on a support verb.
        counted: whether the object must be counted ("lost 45 men").
        told: whether the word names people, and its clause says who they are ("among the dead is a nurse").
        measure: of a number of patients, where it is not that of the type, or "".
    """

    type: str
    part: str
    lemma: str
    particle: str = ""
    object: frozenset[str] = frozenset()
    object_with: frozenset[str] = frozenset()
    object_class: frozenset[str] = frozenset()
    object_role: str = "patient"
    not_object: frozenset[str] = frozenset()
    not_object_class: frozenset[str] = frozenset()
    subject: str = "agent"
    subject_class: frozenset[str] = frozenset()
    not_subject_class: frozenset[str] = frozenset()
    prep: frozenset[str] = frozenset()
    prep_object: frozenset[str] = frozenset()
    prep_class: frozenset[str] = frozenset()
    prep_on: frozenset[str] = frozenset()
    patient_prep: frozenset[str] = frozenset()
    agent_prep: frozenset[str] = frozenset({"by"})
    with_words: frozenset[str] = frozenset()
    without_words: frozenset[str] = frozenset()
    of: str = "default"
    of_class: frozenset[str] = frozenset()
    not_of_class: frozenset[str] = frozenset()
    of_words: frozenset[str] = frozenset()
    not_of: frozenset[str] = frozenset()
    possessor: str = "agent"
    voice: str = ""
    negated: bool = False
    plural: bool = False
    support: bool = False
    bare: bool = False
    counted: bool = False
    told: bool = False
    measure: str = ""

    @property
    def weight(self) -> int:
        """How much it asks: of two triggers of one word, the one that asks more is tried first."""
        asked = tuple(getattr(self, name) for name in _ASKED)
        return sum(map(bool, asked)) + bool(self.object) + bool(self.with_words) + bool(self.subject_class)


_ASKED = (
    *("particle", "object", "object_class", "subject_class", "prep", "prep_object", "prep_class"),
    *("prep_on", "with_words", "of_class", "of_words", "voice", "negated", "plural", "support", "counted", "told"),
)
_WORDS = frozenset(
    {
        *("object", "object_with", "not_object", "prep_object"),
        *("with_words", "without_words", "of_words", "not_of"),
    }
)  # lists of nouns and modifiers: they take what their words are called, too
_RENAMED = {"with": "with_words", "not_with": "without_words"}
_NOUN_PATIENT_PREPS = frozenset({"on", "against", "upon", "including"})
_FIELDS = tuple(field.name for field in fields(Trigger) if field.name not in {"type", "part", "lemma"})
_KEYS = (*_FIELDS, *_RENAMED)


def read_triggers(name: str, raw: Mapping[str, Any], called: Called) -> Iterator[Trigger]:
    """Read the triggers of one type in one language; a bare word asks nothing.

    Args:
        name: of the type.
        raw: rows of verbs and nouns.
        called: the loaded words that a list with a plain one takes, too, and the loaded verbs for a plain one.

    Raises:
        ResourceError: a key or a role is unknown, or a trigger stands twice.
    """
    where = f"events/{name}.yaml triggers"
    check_keys(where, raw, (), ("verbs", "nouns"))
    for part in ("verb", "noun"):
        rows = raw.get(f"{part}s", ())
        check_unique(f"{where} {part}s", (str(row) for row in rows))
        read = [_read_trigger(where, name, part, {"lemma": row} if isinstance(row, str) else row) for row in rows]
        own = {trigger.lemma for trigger in read}
        for trigger in read:
            wide: dict[str, Any] = {key: widen(getattr(trigger, key), called.words) for key in _WORDS}
            loaded = called.verbs.get(trigger.lemma, frozenset()) - own if part == "verb" else ()
            for lemma in (trigger.lemma, *sorted(loaded)):
                yield replace(trigger, lemma=lemma, **wide)


def _read_trigger(where: str, name: str, part: str, row: Mapping[str, Any]) -> Trigger:
    check_keys(f"{where} {row.get('lemma')}", row, ("lemma",), _KEYS)
    values = {_RENAMED.get(key, key): value for key, value in row.items()}
    made: dict[str, Any] = {
        key: frozenset(value) if isinstance(value, list) else value for key, value in values.items()
    }
    if not all(isinstance(word, str) for value in made.values() if isinstance(value, frozenset) for word in value):
        raise ResourceError(f"{where} {row['lemma']}: a list holds no plain word; put quotes around it")
    if part == "noun":
        made["patient_prep"] = _NOUN_PATIENT_PREPS | made.get("patient_prep", frozenset())
    if "agent_prep" in made:
        made["agent_prep"] |= {"by"}
    return Trigger(type=name, part=part, **made)


def check_triggers(rows: Sequence[Trigger], class_names: frozenset[str]) -> None:
    """Refuse roles and classes that do not exist.

    Raises:
        ResourceError: naming the file and the trigger.
    """
    for row in rows:
        where = f"events/{row.type}.yaml trigger {row.lemma!r}"
        asked = (
            row.object_class
            | row.not_object_class
            | row.subject_class
            | row.not_subject_class
            | row.of_class
            | row.not_of_class
            | row.prep_class
        )
        if unknown := asked - class_names:
            raise ResourceError(f"{where}: classes {sorted(unknown)} are not in event_words.yaml")
        if row.subject not in SUBJECT_ROLES or row.of not in _OF_ROLES or row.possessor not in SUBJECT_ROLES:
            raise ResourceError(f"{where}: a role is none of {sorted(_OF_ROLES)}")
