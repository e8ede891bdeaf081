"""Which of the places that a name may mean lie where other names of the document may lie too."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import floor, sqrt

from rashomon.link.gazetteer import Entry, Found
from rashomon.records import PlaceKind

_CELL = 0.5  # degrees: places of one cell, or of two that touch, lie within some 50 to 150 km
_LEAST_FIT = 0.8
_POINTS = frozenset({PlaceKind.TOWN, PlaceKind.ADM2})
_UNITS = frozenset({PlaceKind.ADM1, PlaceKind.COUNTRY})

Cell = tuple[int, int]


def count_near(names: Mapping[str, Sequence[Found]]) -> dict[int, float]:
    """Give how much of the document lies near each place that one of its names may mean.

    Every other name with a place in the same cell of half a degree, or in one beside it, counts one over the square
    root of the cells that it has places in: a rare name says much, a name of forty towns little.

    Args:
        names: the places that each name may mean.

    Returns:
        GeoNames id -> the sum, where it is above 0.
    """
    cells = {name: _cells(found) for name, found in names.items()}
    votes: defaultdict[Cell, dict[str, float]] = defaultdict(dict)
    for name, own in cells.items():
        for cell in {near for lat, lon in own for near in _around(lat, lon)}:
            votes[cell][name] = 1 / sqrt(len(own))
    return {
        identity: near
        for name, own in cells.items()
        for identity, near in _spread(
            {e.id: sum(votes[c].values()) - votes[c][name] for c, held in own.items() for e in held}, names[name]
        )
        if near > 0
    }


def _spread(near: dict[int, float], found: Sequence[Found]) -> Iterator[tuple[int, float]]:
    """Give a country what the best place of its name has, and a province what the best one inside it has."""
    yield from near.items()
    towns = [one.entry for one in found if one.entry.id in near]
    for unit in (one.entry for one in found if one.entry.kind in _UNITS):
        every = unit.kind is PlaceKind.COUNTRY
        yield unit.id, max((near[town.id] for town in towns if every or town.adm1 == unit.id), default=0.0)


def _cells(found: Sequence[Found]) -> dict[Cell, list[Entry]]:
    cells: defaultdict[Cell, list[Entry]] = defaultdict(list)
    for one in found:
        entry = one.entry
        if one.fit >= _LEAST_FIT and entry.kind in _POINTS and entry.lat is not None and entry.lon is not None:
            cells[floor(entry.lat / _CELL), floor(entry.lon / _CELL)].append(entry)
    return cells


def _around(lat: int, lon: int) -> tuple[Cell, ...]:
    return tuple((lat + north, lon + east) for north in (-1, 0, 1) for east in (-1, 0, 1))
