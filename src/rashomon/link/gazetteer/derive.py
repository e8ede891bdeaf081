"""Coordinates and population for divisions and countries, which the packages give for towns only."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from rashomon.link.gazetteer.entries import Basis, Entry
from rashomon.names import skeleton
from rashomon.records import PlaceKind


def place_divisions(entries: Iterable[Entry]) -> list[Entry]:
    """Give every entry coordinates where its towns allow: own, namesake's, mean of towns, or the parent's."""
    entries = list(entries)
    seats = _seats(entries)
    entries = [_with_district(entry, seats) for entry in entries]
    towns = [entry for entry in entries if entry.kind is PlaceKind.TOWN]
    inside: dict[int | str, list[Entry]] = defaultdict(list)
    for town in towns:
        inside[town.country].append(town)
        for division in (town.adm1, town.adm2):
            if division is not None:
                inside[division].append(town)
    placed: dict[int, Entry] = {}
    ranks = {PlaceKind.COUNTRY: 0, PlaceKind.ADM1: 1, PlaceKind.ADM2: 2, PlaceKind.TOWN: 3}
    for entry in sorted(entries, key=lambda e: (ranks[e.kind], e.id)):
        placed[entry.id] = entry if entry.kind is PlaceKind.TOWN else _place(entry, inside, placed)
    return [placed[entry.id] for entry in entries]


def _place(entry: Entry, inside: dict[int | str, list[Entry]], placed: dict[int, Entry]) -> Entry:
    towns = inside.get(entry.country if entry.kind is PlaceKind.COUNTRY else entry.id, [])
    population = sum(town.population for town in towns)
    if entry.kind is PlaceKind.ADM2:
        seat = _namesake(entry, towns or inside.get(entry.adm1 or -1, []))
        if seat is not None:
            return replace(entry, lat=seat.lat, lon=seat.lon, population=population, basis=Basis.NAMESAKE)
    if towns:
        lat, lon = _mean(towns)
        return replace(entry, lat=lat, lon=lon, population=population, basis=Basis.TOWNS)
    parent = placed.get(entry.adm1) if entry.adm1 is not None else None
    return entry if parent is None else replace(entry, lat=parent.lat, lon=parent.lon, basis=Basis.PARENT)


def _namesake(entry: Entry, towns: list[Entry]) -> Entry | None:
    key = skeleton(entry.name)
    same = [town for town in towns if key in (skeleton(town.name), skeleton(town.local))]
    return max(same, key=lambda town: (town.population, -town.id), default=None)


def _mean(towns: list[Entry]) -> tuple[float, float]:
    """Give the mean position weighted by population; a country over the date line keeps its bigger side's sign."""
    total = sum(town.population + 1 for town in towns)
    lat = sum((town.lat or 0.0) * (town.population + 1) for town in towns) / total
    lon = sum((town.lon or 0.0) * (town.population + 1) for town in towns) / total
    return round(lat, 5), round(lon, 5)


def _seats(entries: Iterable[Entry]) -> dict[tuple[int | None, str], int]:
    divisions = (entry for entry in entries if entry.kind is PlaceKind.ADM2)
    return {(entry.adm1, skeleton(entry.name)): entry.id for entry in divisions}


def _with_district(town: Entry, seats: dict[tuple[int | None, str], int]) -> Entry:
    """Give a town without a district the one of its own name in its province, if there is one."""
    if town.kind is not PlaceKind.TOWN or town.adm2 is not None or town.adm1 is None:
        return town
    district = seats.get((town.adm1, skeleton(town.name)))
    return town if district is None else replace(town, adm2=district)
