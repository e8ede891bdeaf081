"""resources/events/<type>.yaml: the types of events with their codes, roles, measures and triggers.

Codes by condition (`acled_by`): the first condition of a file, in its order, that holds for an event gives its ACLED
sub-event; none holds -> `acled`. The conditions are the closed set `CONDITIONS`; whoever knows the actors finds which
hold, and `EventTable.code` decides.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any

from rashomon.errors import ResourceError
from rashomon.lexicon.called import read_called
from rashomon.lexicon.event_words import EventWords, Weapon, read_event_words
from rashomon.lexicon.files import check_keys, read_folder
from rashomon.lexicon.triggers import Trigger, check_triggers, read_triggers

CONDITIONS = frozenset(
    {
        "agent-suicide",  # an agent's words tell that he means to die in the attack; it outweighs the weapon
        "agent-state",  # an agent's ACLED class is 1
        "agent-nonstate",  # an agent's ACLED class is 2, 3 or 4
        "agent-crowd",  # an agent's ACLED class is 5 or 6
        "patient-civilians",  # a patient's ACLED class is 7 and none is armed
        "patient-armed",  # a patient's ACLED class is 1, 2, 3, 4 or 8
        "patient-nonstate",  # a patient's ACLED class is 2, 3 or 4
        "patient-protesters",  # a patient's ACLED class is 5 or 6
        "patient-weapons",  # a patient's words name a weapon
        "figure-killed",  # the event carries a figure of people killed, not 0
        "figure-captured",  # the event carries a figure of people captured, not 0
    }
)
_REQUIRED = ("label", "definition", "source", "family", "plover", "acled", "measures", "triggers", "examples")
_OPTIONAL = ("acled_by", "mode_from_weapon", "outcome", "attack", "patient_measure", "agent_measure", "place_patient")


@dataclass(frozen=True, slots=True)
class EventType:
    """One type of event.

    Attributes:
        name: file name without its ending.
        label: for people.
        definition: in our own words.
        source: whose code it is.
        family: blocks incidents: events of one happening share it or a neighbouring one.
        plover: "CATEGORY.mode", "CATEGORY" where no mode fits, or None.
        acled: sub-event type, or None.
        acled_by: (condition, sub-event type) in order of precedence.
        mode_from_weapon: whether the weapon told sets the PLOVER mode.
        outcome: whether it tells what an attack led to ("killed", "wounded").
        attack: whether an outcome may follow from it ("opened fire, killing two").
        patient_measure: measure of a number of patients, or None.
        agent_measure: measure of a number of agents, or None.
        measures: all measures that it may carry.
        place_patient: whether a patient that is a place is where it happens.
        examples: sentences that must give it.
        against: sentences that must not.
    """

    name: str
    label: str
    definition: str
    source: str
    family: str
    plover: str | None
    acled: str | None
    acled_by: tuple[tuple[str, str], ...]
    mode_from_weapon: bool
    outcome: bool
    attack: bool
    patient_measure: str | None
    agent_measure: str | None
    measures: frozenset[str]
    place_patient: bool
    examples: tuple[str, ...]
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventTable:
    """All event types with the triggers of one language.

    Attributes:
        types: name -> type.
        verbs: lemma -> triggers, the most constrained first.
        nouns: lemma -> triggers, the most constrained first.
        words: noun classes, weapons, support verbs.
    """

    types: Mapping[str, EventType]
    verbs: Mapping[str, tuple[Trigger, ...]]
    nouns: Mapping[str, tuple[Trigger, ...]]
    words: EventWords

    def weapon(self, printed: str) -> Weapon | None:
        """Give the weapon that printed words name, the last word first, or None."""
        for word in reversed(printed.lower().split()):
            found = self.words.weapons.get(word) or self.words.weapons.get(word.removesuffix("s"))
            if found is not None:
                return found
        return None

    def code(
        self, name: str, instruments: Iterable[str], conditions: frozenset[str]
    ) -> tuple[str | None, str | None, str]:
        """Give PLOVER code, ACLED sub-event and the rule in words.

        Args:
            name: of the type.
            instruments: weapons as printed.
            conditions: members of `CONDITIONS` that hold.
        """
        kind = self.types[name]
        weapon = next(filter(None, map(self.weapon, instruments)), None)
        plover, acled, rule = kind.plover, kind.acled, f"events/{name}"
        if weapon is not None and kind.mode_from_weapon and plover in {"ASSAULT", None}:
            plover, rule = f"ASSAULT.{weapon.mode}", f"{rule}, weapon {weapon.mode}"
            acled = weapon.acled or acled
        for condition, code in kind.acled_by:
            outweighed = weapon is not None and weapon.acled is not None and condition != "agent-suicide"
            if condition in conditions and not outweighed:
                return plover, code, f"{rule}, {condition}"
        return plover, acled, rule


def read_events(root: Traversable, language: str) -> EventTable:
    """Read all event types and the triggers of one language.

    Raises:
        ResourceError: a file is wrong, a condition or class unknown, a trigger stands twice.
    """
    words = read_event_words(language)
    files = read_folder(root / "events")
    types = {name: _read_type(name, raw) for name, raw in files.items()}
    called = read_called(language)
    told = {name: raw["triggers"].get(language, {}) for name, raw in files.items()}
    found = [row for name, raw in told.items() for row in read_triggers(name, raw, called)]
    check_triggers(found, words.class_names)
    return EventTable(types, _index(found, "verb"), _index(found, "noun"), words)


def _read_type(name: str, raw: Mapping[str, Any]) -> EventType:
    where = f"events/{name}.yaml"
    check_keys(where, raw, _REQUIRED, _OPTIONAL)
    check_keys(f"{where} examples", raw["examples"], ("for", "against"))
    by = raw.get("acled_by", {})
    if unknown := by.keys() - CONDITIONS:
        raise ResourceError(f"{where}: conditions {sorted(unknown)} are none of {sorted(CONDITIONS)}")
    return EventType(
        name=name,
        acled_by=tuple(by.items()),
        patient_measure=raw.get("patient_measure"),
        agent_measure=raw.get("agent_measure"),
        measures=frozenset(raw["measures"]),
        examples=tuple(raw["examples"]["for"]),
        against=tuple(raw["examples"]["against"]),
        **{key: raw[key] for key in ("label", "definition", "source", "family", "plover", "acled")},
        **{key: raw.get(key, False) for key in ("mode_from_weapon", "outcome", "attack", "place_patient")},
    )


def _index(rows: list[Trigger], part: str) -> dict[str, tuple[Trigger, ...]]:
    found: dict[str, list[Trigger]] = {}
    for row in rows:
        if row.part == part:
            found.setdefault(row.lemma, []).append(row)
    return {lemma: tuple(sorted(group, key=lambda row: (-row.weight, row.type))) for lemma, group in found.items()}
