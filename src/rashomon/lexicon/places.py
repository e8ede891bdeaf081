"""Reads resources/places/: countries with their people and seats, regions, and the words that tell a place's kind."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from rashomon.errors import ResourceError
from rashomon.lexicon.files import check_keys, check_unique, read_yaml, resources
from rashomon.lexicon.grounds import GroundTable, load_grounds
from rashomon.records import PlaceKind

_GROUPS = ("features", "seas", "parts", "near", "within", "surroundings", "bearings", "units", "lines", "days")


@dataclass(frozen=True, slots=True)
class Country:
    """A country as reports name it.

    Attributes:
        iso: ISO 3166-1 alpha-2.
        name: its English name.
        at: latitude and longitude of about its middle, degrees WGS84.
        people: words for who is from there, in the singular ("Malian").
        seats: names that stand for its government ("Kremlin").
        also: other names.
    """

    iso: str
    name: str
    at: tuple[float, float]
    people: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Region:
    """A region that the gazetteer does not know.

    Attributes:
        name: its English name.
        also: other names.
        countries: ISO codes of those that hold it; () = many or not told.
        sea: whether it is water.
        at: latitude and longitude of about its middle, degrees WGS84, or None.
    """

    name: str
    also: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    sea: bool = False
    at: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class PlaceTable:
    """Names and words of places.

    Attributes:
        countries: all of them, by ISO code.
        regions: all of them.
        region_names: name in lower case without hyphens -> region.
        features: word -> kind that it tells ("district" -> adm2).
        seas: words that tell a sea.
        parts: words for a part of a place ("northern").
        near: words for its surroundings.
        within: words that tie a place to the one that holds it ("in").
        surroundings: nouns before "of" for what lies around a place.
        bearings: word for a direction -> degrees from north, clockwise.
        units: word for a length -> kilometres.
        lines: word for what runs between two places -> kind.
        days: names of days and months, which a name is printed before.
        country_words: one-word names and people's names as printed, without dots -> ISO code.
        abbreviations: "Ky." -> the division's name.
        people: lower-case words for who is from a country -> ISO code.
        seats: lower-case names that stand for a government.
        grounds: what the words around a name say of its being a place.
        middles: (ISO code, GeoNames' own name) of a wide first-order division -> about its middle, degrees WGS84.
        codes: GeoNames feature code ("H.STM") -> kind, for dumps that a user installs.
    """

    countries: Mapping[str, Country]
    regions: tuple[Region, ...]
    region_names: Mapping[str, Region]
    features: Mapping[str, PlaceKind]
    seas: frozenset[str]
    parts: frozenset[str]
    near: frozenset[str]
    within: frozenset[str]
    surroundings: frozenset[str]
    bearings: Mapping[str, float]
    units: Mapping[str, float]
    lines: Mapping[str, PlaceKind]
    days: frozenset[str]
    country_words: Mapping[str, str]
    abbreviations: Mapping[str, str]
    people: Mapping[str, str]
    seats: frozenset[str]
    grounds: GroundTable
    middles: Mapping[tuple[str, str], tuple[float, float]]
    codes: Mapping[str, PlaceKind]


def load_places() -> PlaceTable:
    """Read the tables.

    Raises:
        ResourceError: a row is wrong or a name stands twice.
    """
    folder = resources() / "places"
    countries = _countries(read_yaml(folder / "countries.yaml"))
    words: dict[str, Any] = read_yaml(folder / "features.yaml")
    check_keys("features.yaml", words, _GROUPS)
    regions = _regions(read_yaml(folder / "regions.yaml"))
    return PlaceTable(
        countries={country.iso: country for country in countries},
        regions=regions,
        region_names={n.lower().replace("-", " "): r for r in regions for n in (r.name, *r.also)},
        features=_features(words["features"]),
        seas=_words("seas", words["seas"]),
        parts=_words("parts", words["parts"]),
        near=_words("near", words["near"]),
        within=_words("within", words["within"]),
        surroundings=_words("surroundings", words["surroundings"]),
        bearings=_numbers("bearings", words["bearings"], "degrees"),
        units=_numbers("units", words["units"], "km"),
        lines={word: PlaceKind(row["kind"]) for row, told in _rows("lines", words["lines"], "kind") for word in told},
        days=_words("days", words["days"]),
        country_words=_country_words(countries),
        abbreviations=_abbreviations(read_yaml(folder / "abbreviations.yaml")),
        people={word.lower(): c.iso for c in countries for people in c.people for word in (people, plural(people))},
        seats=frozenset(seat.lower() for country in countries for seat in country.seats),
        grounds=load_grounds(),
        middles=_middles(read_yaml(folder / "divisions.yaml")),
        codes=_codes(read_yaml(folder / "codes.yaml")),
    )


def plural(people: str) -> str:
    """Give the plural of a word for the people of a country ("Malian" -> "Malians"; "Chinese" stays)."""
    return people if people.endswith(("ese", "ish", "ch", "ss")) else f"{people}s"


def _countries(rows: list[dict[str, Any]]) -> tuple[Country, ...]:
    for row in rows:
        check_keys(f"countries.yaml: {row.get('iso')}", row, ("iso", "name", "at"), ("people", "seats", "also"))
    check_unique("countries.yaml", (row["iso"] for row in rows))
    found = tuple(Country(**{key: _plain(value) for key, value in row.items()}) for row in rows)
    check_unique("countries.yaml", (name for c in found for name in (c.name, *c.people, *c.also)))
    return found


def _abbreviations(rows: list[dict[str, Any]]) -> dict[str, str]:
    for row in rows:
        check_keys(f"abbreviations.yaml: {row.get('short')}", row, ("short", "name"))
    check_unique("abbreviations.yaml", (row["short"] for row in rows))
    return {row["short"]: row["name"] for row in rows}


def _middles(rows: list[dict[str, Any]]) -> dict[tuple[str, str], tuple[float, float]]:
    for row in rows:
        check_keys(f"divisions.yaml: {row.get('name')}", row, ("country", "name", "at"))
    check_unique("divisions.yaml", (f"{row['country']} {row['name']}" for row in rows))
    return {(row["country"], row["name"]): (row["at"][0], row["at"][1]) for row in rows}


def _codes(rows: list[dict[str, Any]]) -> dict[str, PlaceKind]:
    for row in rows:
        check_keys(f"codes.yaml: {row.get('kind')}", row, ("kind", "codes", "example"))
    pairs = [(code, PlaceKind(row["kind"])) for row in rows for code in row["codes"].split()]
    check_unique("codes.yaml", (code for code, _ in pairs))
    return dict(pairs)


def _plain(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _regions(rows: list[dict[str, Any]]) -> tuple[Region, ...]:
    for row in rows:
        check_keys(f"regions.yaml: {row.get('name')}", row, ("name", "countries"), ("also", "sea", "at"))
    found = tuple(Region(**{key: _plain(value) for key, value in row.items()}) for row in rows)
    check_unique("regions.yaml", (name for region in found for name in (region.name, *region.also)))
    return found


def _rows(where: str, rows: Iterable[dict[str, Any]], *more: str) -> Iterable[tuple[dict[str, Any], list[str]]]:
    for row in rows:
        check_keys(f"features.yaml: {where}", row, ("words", "example", *more), ("against",))
        if not isinstance(row["words"], str):
            raise ResourceError(f"features.yaml: {where}: words must be one line of words")
        yield row, row["words"].split()


def _words(where: str, rows: list[dict[str, Any]]) -> frozenset[str]:
    return frozenset(word for _, words in _rows(where, rows) for word in words)


def _numbers(where: str, rows: list[dict[str, Any]], key: str) -> dict[str, float]:
    return {word: float(row[key]) for row, words in _rows(where, rows, key) for word in words}


def _features(rows: list[dict[str, Any]]) -> dict[str, PlaceKind]:
    pairs = [(word, PlaceKind(row["kind"])) for row, words in _rows("features", rows, "kind") for word in words]
    check_unique("features.yaml: features", (word for word, _ in pairs))
    return dict(pairs)


def _country_words(countries: Iterable[Country]) -> dict[str, str]:
    return {
        word: country.iso
        for country in countries
        for name in (country.name, *country.also, *country.people, *map(plural, country.people))
        if " " not in (word := name.replace(".", ""))
    }
