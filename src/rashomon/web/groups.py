"""Groups of event families that the map and the timeline colour and switch, and sorts of ties between actors."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from rashomon.lexicon import Lexicon
from rashomon.lexicon.files import read_yaml

_TIES = "ties"
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Group:
    """A group: its name, its label for people, and the families in it."""

    name: str
    label: str
    families: tuple[str, ...]


@cache
def load_groups() -> tuple[Group, ...]:
    """Read the groups in the order in which they are shown."""
    rows = _rows().items()
    return tuple(Group(name, row["label"], tuple(row["families"])) for name, row in rows if name != _TIES)


def group_of_types(lexicon: Lexicon) -> Mapping[str, str]:
    """Give the name of the group of every event type; a family that no group names goes with the last one."""
    by_family = {family: group.name for group in load_groups() for family in group.families}
    return {name: by_family.get(kind.family, OTHER) for name, kind in lexicon.events.types.items()}


def sort_of_types(lexicon: Lexicon) -> Mapping[str, str]:
    """Give the sort of tie that a claim of each event type or relation kind tells of two actors."""
    sorts = _rows()[_TIES].items()
    by_family = {family: sort for sort, row in sorts for family in row["families"]}
    by_type = {kind: sort for sort, row in sorts for kind in row["relations"]}
    told = {name: by_family.get(kind.family) for name, kind in lexicon.events.types.items()}
    return by_type | {name: sort for name, sort in told.items() if sort is not None}


@cache
def _rows() -> dict[str, Any]:
    rows: dict[str, Any] = read_yaml(files("rashomon.web") / "families.yaml")
    return rows
