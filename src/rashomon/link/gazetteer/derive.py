"""Coordinates and population for divisions and countries, which the packages give for towns only."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from rashomon.lexicon.places import PlaceTable
from rashomon.link.gazetteer.entries import Basis, Entry
from rashomon.names import skeleton
from rashomon.records import PlaceKind

_RANKS = {PlaceKind.COUNTRY: 0, PlaceKind.ADM1: 1, PlaceKind.ADM2: 2}
_HALF = 180.0
_OUTERMOST = 100  # one town in so many is left out at either end: coordinates in the packages are not all right
_SEAT_SHARE = 0.1  # of a province's people; below it the town that bears its name says little of where it lies


def place_divisions(entries: Iterable[Entry], table: PlaceTable) -> list[Entry]:
    """Give every entry coordinates where they can be had, and say on what they rest.

    Args:
        entries: towns with coordinates, divisions and countries without; a division that has some keeps them.
        table: for the middles of countries and of wide divisions.
    """
    entries = list(entries)
    seats = _seats(entries)
    entries = [_with_district(entry, seats) for entry in entries]
    inside: dict[int | str, list[Entry]] = defaultdict(list)
    for town in (entry for entry in entries if entry.kind is PlaceKind.TOWN):
        for unit in (town.country, town.adm1, town.adm2):
            if unit is not None:
                inside[unit].append(town)
    placed: dict[int, Entry] = {}
    for entry in sorted(entries, key=lambda e: (_RANKS.get(e.kind, len(_RANKS)), e.id)):
        placed[entry.id] = entry if entry.kind not in _RANKS else _place(entry, inside, placed, table)
    return [placed[entry.id] for entry in entries]


def _place(
    entry: Entry,
    inside: Mapping[int | str, list[Entry]],
    placed: Mapping[int, Entry],
    table: PlaceTable,
) -> Entry:
    towns = inside.get(entry.country if entry.kind is PlaceKind.COUNTRY else entry.id, [])
    population = sum(town.population for town in towns)
    at = (entry.lat, entry.lon) if entry.basis is Basis.OWN else _told(entry, table)
    if at is not None:
        return replace(entry, lat=at[0], lon=at[1], population=max(population, entry.population), basis=Basis.OWN)
    if entry.kind is not PlaceKind.COUNTRY:
        around = towns if entry.kind is PlaceKind.ADM1 else towns or inside.get(entry.adm1 or -1, [])
        seat = _namesake(entry, around)
        if seat is not None and (entry.kind is PlaceKind.ADM2 or seat.population >= _SEAT_SHARE * population):
            return replace(entry, lat=seat.lat, lon=seat.lon, population=population, basis=Basis.NAMESAKE)
    if towns:
        lat, lon = _middle([town.lat or 0.0 for town in towns]), _middle_round([town.lon or 0.0 for town in towns])
        return replace(entry, lat=lat, lon=lon, population=population, basis=Basis.TOWNS)
    parent = placed.get(entry.adm1) if entry.adm1 is not None else None
    return entry if parent is None else replace(entry, lat=parent.lat, lon=parent.lon, basis=Basis.PARENT)


def _told(entry: Entry, table: PlaceTable) -> tuple[float, float] | None:
    """Give the middle that the tables tell: of a country, or of a division too wide for its towns to tell."""
    if entry.kind is PlaceKind.COUNTRY:
        return table.countries[entry.country].at if entry.country in table.countries else None
    return table.middles.get((entry.country, entry.local))


def _middle_round(degrees: list[float]) -> float:
    """Give the middle of longitudes, also of a division that lies on both sides of the 180th."""
    if max(degrees) - min(degrees) <= _HALF:
        return _middle(degrees)
    middle = _middle([lon % (2 * _HALF) for lon in degrees])
    return round(middle - 2 * _HALF if middle > _HALF else middle, 5)


def _middle(degrees: list[float]) -> float:
    """Give the middle of all but the outermost towns: where a division lies, not where it is dense."""
    ordered = sorted(degrees)
    margin = len(ordered) // _OUTERMOST
    return round((ordered[margin] + ordered[-1 - margin]) / 2, 5)


def _namesake(entry: Entry, towns: list[Entry]) -> Entry | None:
    key = skeleton(entry.name)
    same = [town for town in towns if key in (skeleton(town.name), skeleton(town.local))]
    return max(same, key=lambda town: (town.population, -town.id), default=None)


def _seats(entries: Iterable[Entry]) -> dict[tuple[int | None, str], int]:
    divisions = (entry for entry in entries if entry.kind is PlaceKind.ADM2)
    return {(entry.adm1, skeleton(entry.name)): entry.id for entry in divisions}


def _with_district(town: Entry, seats: dict[tuple[int | None, str], int]) -> Entry:
    """Give a town without a district the one of its own name in its province, if there is one."""
    if town.kind is not PlaceKind.TOWN or town.adm2 is not None or town.adm1 is None:
        return town
    district = seats.get((town.adm1, skeleton(town.name)))
    return town if district is None else replace(town, adm2=district)
