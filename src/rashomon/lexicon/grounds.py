"""Reads resources/places/grounds.yaml: what the words around a name say of its being a place."""

from dataclasses import dataclass
from typing import Any

from rashomon.errors import ResourceError
from rashomon.lexicon.files import check_keys, check_unique, read_yaml, resources

_GROUPS = (
    "ground_verbs", "open_verbs", "person_verbs", "ground_nouns", "open_nouns", "falling", "strong_cases", "open_cases",
    "trusting", "bodies", "common", "belonging",
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class GroundTable:
    """Lemmas, lower case.

    Attributes:
        ground_verbs: verbs whose object is ground.
        open_verbs: verbs whose object is ground if a gazetteer knows it there.
        person_verbs: those of both whose object is as often a person.
        ground_nouns: nouns whose complement is ground.
        open_nouns: nouns whose complement is ground if it is known.
        falling: verbs whose subject may be ground.
        strong_cases: prepositions before ground.
        open_cases: prepositions before ground if it is known.
        trusting: heads under which "in" is none of place.
        bodies: last words of a body's name that look like a surname after a rank.
        common: common words that are no places, whatever town bears them.
        belonging: verbs and nouns before "at" a place of learning or work.
    """

    ground_verbs: frozenset[str]
    open_verbs: frozenset[str]
    person_verbs: frozenset[str]
    ground_nouns: frozenset[str]
    open_nouns: frozenset[str]
    falling: frozenset[str]
    strong_cases: frozenset[str]
    open_cases: frozenset[str]
    trusting: frozenset[str]
    bodies: frozenset[str]
    common: frozenset[str]
    belonging: frozenset[str]


def load_grounds() -> GroundTable:
    """Read the table.

    Raises:
        ResourceError: a group is missing, a row is wrong, or a word stands twice in one group.
    """
    content: dict[str, Any] = read_yaml(resources() / "places" / "grounds.yaml")
    check_keys("grounds.yaml", content, _GROUPS)
    return GroundTable(**{group: _words(group, content[group]) for group in _GROUPS})


def _words(group: str, rows: list[dict[str, Any]]) -> frozenset[str]:
    where = f"grounds.yaml: {group}"
    found: list[str] = []
    for row in rows:
        check_keys(where, row, ("words", "example"), ("against",))
        if not isinstance(row["words"], str):
            raise ResourceError(f"{where}: words must be one line of words, found {row['words']!r}")
        found.extend(row["words"].split())
    check_unique(where, found)
    return frozenset(found)
