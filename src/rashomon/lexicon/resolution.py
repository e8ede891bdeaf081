"""Reads resources/resolve.yaml: the weights, limits, types and words by which documents are held against each other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from rashomon.errors import ResourceError
from rashomon.lexicon.files import check_keys, check_unique, read_yaml, resources
from rashomon.records import PlaceKind, Slot

_FILE = "resolve.yaml"
_EXAMPLES = ("why", "for", "against")
_TABLES = (
    "weights", "limits", "close_families", "once_families", "kindred", "parts", "holdings", "states", "binding",
    "hostile",
    "side_words", "other_words", "office_words", "role_noise", "role_qualifiers", "state_outlets", "stop_words",
    "place_units", "media_words", "denial_words", "spreads", "place_leads", "place_of", "anchor_words", "turnovers",
    "office_speakers", "faceless", "sweeping_words", "back_words", "definite_words",
    "addition_words", "growing", "scope_words", "existential_words", "thing_pronouns", "relative_words", "falls",
    "promise_words", "negation_words", "possessive_words", "leader_words", "indefinite_words", "counted_all", "sides",
    "ground_words", "piece_words", "place_parts", "titles",
)  # fmt: skip
_STATE_KEYS = ("kind", "slot", "key", "value", "single")
_KEYS = frozenset({"subject", "object", "place", "both"})
_VALUES = frozenset({"subject", "object", "value", "figures", "polarity"})
_EFFECTS = frozenset({"holds", "loses"})


# Tables that are words and nothing else.
_WORD_TABLES = (
    "side_words",
    "other_words",
    "role_noise",
    "state_outlets",
    "stop_words",
    "place_units",
    "ground_words",
    "piece_words",
    "place_parts",
    "media_words",
    "denial_words",
    "place_leads",
    "place_of",
    "anchor_words",
    "office_speakers",
    "faceless",
    "sweeping_words",
    "back_words",
    "definite_words",
    "addition_words",
    "scope_words",
    "existential_words",
    "thing_pronouns",
    "promise_words",
    "negation_words",
    "possessive_words",
    "relative_words",
    "leader_words",
    "indefinite_words",
    "counted_all",
)


@dataclass(frozen=True, slots=True)
class StateRule:
    """How relation claims of one kind are held against each other.

    Attributes:
        kind: name of the relation kind.
        slot: slot of the comparison.
        key: what two claims must share to speak of one state: subject, object, place or both.
        value: what they may differ in: subject, object, value, figures or polarity.
        single: whether only one value can hold at a time.
    """

    kind: str
    slot: Slot
    key: str
    value: str
    single: bool


@dataclass(frozen=True, slots=True)
class HoldingRule:
    """What an event of a type says about who holds the place afterwards: "holds" or "loses" for each side."""

    type: str
    agent: str
    patient: str


@dataclass(frozen=True, slots=True)
class ResolutionRules:
    """All tables of resources/resolve.yaml.

    Attributes:
        weights: points by reason.
        limits: thresholds by name, units in the file.
        close_families: families whose types are classed now as one, now as the other.
        once_families: families in which one person suffers one thing once.
        kindred: groups of types (or families) that can tell one happening.
        parts: type of a part -> types of its wholes.
        holdings: event type -> who holds the place afterwards.
        states: relation kind -> how it is compared.
        spreads: measure that counts places -> unit that holds several of them.
        binding: relation kinds that make somebody a party.
        hostile: families and relation kinds that tell who fights whom.
        side_words: words that do not tell whose side somebody is on.
        other_words: words by which a report says that it goes on to another happening.
        role_noise: words of a role that are no part of the office.
        state_outlets: kinds of outlets that speak for their state.
        stop_words: words that carry nothing in a comparison of clauses.
        place_units: words for a unit in a place's name.
        ground_words: nouns for ground that is taken, no side.
        piece_words: nouns for pieces of ground.
        place_parts: words before a place's name for a part of it.
        media_words: words of a medium that name no publisher.
        denial_words: words by which somebody denies what others say.
        place_leads: words that a place stands behind.
        place_of: words before "of" that a place stands behind.
        anchor_words: words that make a happening the date of another one.
        turnovers: types that tell that a place changed hands; one place does so once within days.
        office_speakers: words of a role that speaks for a state.
        faceless: words that name nobody in a title.
        sweeping_words: words for nothing and nobody that open a denial of all.
        back_words: words of a clause that sums up a long time.
        definite_words: words that open a clause on what was told before.
        addition_words: words of a number that counts only those beyond an earlier one.
        scope_words: words of the part of a body or land that an office is limited to.
        existential_words: words of "there is", skipped before a word for nothing.
        thing_pronouns: pronouns of things.
        falls: types that tell that a place fell, which any turnover of one makes untrue to deny.
        relative_words: words that open a relative clause about what is known.
        promise_words: words by which somebody promises.
        negation_words: words that turn a promise into one not to do a thing.
        possessive_words: words for one's own.
        leader_words: words for who leads.
        indefinite_words: words before one of several.
        counted_all: words of a number that counts people of any side.
        sides: class of actors (ACLED inter code) -> name of the side that is counted apart.
        titles: type, or "family/*" -> noun or "", words before who does it and before whom it strikes.
        growing: measures that can only grow while a happening is reported.
        office_words: word -> the word it reads as.
        role_qualifiers: word -> the qualifier it reads as.
    """

    weights: Mapping[str, float]
    limits: Mapping[str, float]
    close_families: frozenset[str]
    once_families: frozenset[str]
    kindred: tuple[frozenset[str], ...]
    parts: Mapping[str, frozenset[str]]
    holdings: Mapping[str, HoldingRule]
    states: Mapping[str, StateRule]
    spreads: Mapping[str, PlaceKind]
    binding: frozenset[str]
    hostile: frozenset[str]
    side_words: frozenset[str]
    other_words: frozenset[str]
    role_noise: frozenset[str]
    state_outlets: frozenset[str]
    stop_words: frozenset[str]
    place_units: frozenset[str]
    ground_words: frozenset[str]
    piece_words: frozenset[str]
    place_parts: frozenset[str]
    media_words: frozenset[str]
    denial_words: frozenset[str]
    place_leads: frozenset[str]
    place_of: frozenset[str]
    anchor_words: frozenset[str]
    turnovers: frozenset[str]
    office_speakers: frozenset[str]
    faceless: frozenset[str]
    sweeping_words: frozenset[str]
    back_words: frozenset[str]
    definite_words: frozenset[str]
    addition_words: frozenset[str]
    growing: frozenset[str]
    scope_words: frozenset[str]
    existential_words: frozenset[str]
    thing_pronouns: frozenset[str]
    relative_words: frozenset[str]
    falls: frozenset[str]
    promise_words: frozenset[str]
    negation_words: frozenset[str]
    possessive_words: frozenset[str]
    leader_words: frozenset[str]
    indefinite_words: frozenset[str]
    counted_all: frozenset[str]
    sides: Mapping[int, str]
    titles: Mapping[str, tuple[str, str, str]]
    office_words: Mapping[str, str]
    role_qualifiers: Mapping[str, str]


def load_resolution() -> ResolutionRules:
    """Read resources/resolve.yaml.

    Raises:
        ResourceError: the file is wrong or an entry stands twice.
    """
    return make_resolution(read_yaml(resources() / _FILE))


def make_resolution(tables: Mapping[str, Any]) -> ResolutionRules:
    """Make the rules of what the file holds.

    Raises:
        ResourceError: naming file and entry.
    """
    check_keys(_FILE, tables, _TABLES)
    return ResolutionRules(
        weights=_numbers("weights", tables["weights"]),
        limits=_numbers("limits", tables["limits"]),
        close_families=frozenset(row["family"] for row in _named("close_families", tables["close_families"], "family")),
        once_families=frozenset(row["family"] for row in _named("once_families", tables["once_families"], "family")),
        kindred=tuple(frozenset(row["types"]) for row in _rows("kindred", tables["kindred"], ("types",))),
        parts=_parts(tables["parts"]),
        holdings={
            row["type"]: _holding(row) for row in _named("holdings", tables["holdings"], "type", "agent", "patient")
        },
        states={row["kind"]: _state(row) for row in _named("states", tables["states"], *_STATE_KEYS)},
        spreads={
            row["measure"]: PlaceKind(row["unit"]) for row in _named("spreads", tables["spreads"], "measure", "unit")
        },
        binding=frozenset(row["kind"] for row in _named("binding", tables["binding"], "kind")),
        hostile=frozenset(row["name"] for row in _named("hostile", tables["hostile"], "name")),
        turnovers=frozenset(row["type"] for row in _named("turnovers", tables["turnovers"], "type")),
        falls=frozenset(row["type"] for row in _named("falls", tables["falls"], "type")),
        growing=frozenset(row["measure"] for row in _named("growing", tables["growing"], "measure")),
        sides={int(row["acled"]): str(row["name"]) for row in _named("sides", tables["sides"], "acled", "name")},
        titles={
            name: (str(row["noun"]), str(row["agent"]), str(row["patient"]))
            for row in _rows("titles", tables["titles"], ("types", "noun", "agent", "patient"))
            for name in row["types"]
        },
        office_words=_word_map("office_words", tables["office_words"]),
        role_qualifiers=_word_map("role_qualifiers", tables["role_qualifiers"]),
        **{name: _words(name, tables[name]) for name in _WORD_TABLES},
    )


def _rows(table: str, rows: Any, keys: Iterable[str], examples: Iterable[str] = _EXAMPLES) -> list[dict[str, Any]]:
    if not isinstance(rows, list):
        raise ResourceError(f"{_FILE}: {table} must be a list")
    for number, row in enumerate(rows, 1):
        check_keys(f"{_FILE}: {table} row {number}", row, (*keys, *examples))
    return rows


def _named(table: str, rows: Any, name: str, *keys: str) -> list[dict[str, Any]]:
    checked = _rows(table, rows, (name, *keys))
    check_unique(f"{_FILE}: {table}", (row[name] for row in checked))
    return checked


def _numbers(table: str, rows: Any) -> dict[str, float]:
    checked = _rows(table, rows, ("name", "value"), ("why",))
    check_unique(f"{_FILE}: {table}", (row["name"] for row in checked))
    return {row["name"]: float(row["value"]) for row in checked}


def _words(table: str, rows: Any) -> frozenset[str]:
    words = [str(word) for row in _rows(table, rows, ("words",)) for word in row["words"]]
    check_unique(f"{_FILE}: {table}", words)
    return frozenset(words)


def _word_map(table: str, rows: Any) -> dict[str, str]:
    pairs = [(str(word), str(row["into"])) for row in _rows(table, rows, ("words", "into")) for word in row["words"]]
    check_unique(f"{_FILE}: {table}", (word for word, _ in pairs))
    return dict(pairs)


def _parts(rows: Any) -> dict[str, frozenset[str]]:
    pairs = [
        (part, frozenset(row["wholes"])) for row in _rows("parts", rows, ("types", "wholes")) for part in row["types"]
    ]
    check_unique(f"{_FILE}: parts", (part for part, _ in pairs))
    return dict(pairs)


def _holding(row: Mapping[str, Any]) -> HoldingRule:
    for side in ("agent", "patient"):
        _check_one_of("holdings", row["type"], row[side], _EFFECTS)
    return HoldingRule(row["type"], row["agent"], row["patient"])


def _state(row: Mapping[str, Any]) -> StateRule:
    _check_one_of("states", row["kind"], row["key"], _KEYS)
    _check_one_of("states", row["kind"], row["value"], _VALUES)
    _check_one_of("states", row["kind"], row["slot"], frozenset(Slot))
    return StateRule(row["kind"], Slot(row["slot"]), row["key"], row["value"], bool(row["single"]))


def _check_one_of(table: str, name: str, value: str, allowed: frozenset[str]) -> None:
    if value not in allowed:
        raise ResourceError(f"{_FILE}: {table} {name}: {value!r} is none of {sorted(allowed)}")
