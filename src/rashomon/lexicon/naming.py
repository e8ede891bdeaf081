"""Reads resources/lang/<code>/annotate_names.yaml: words that tell what kind of thing a capitalised name is."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from rashomon.errors import ResourceError
from rashomon.lexicon.files import check_keys, check_unique, read_language
from rashomon.lexicon.places import load_places, plural

_WORD = re.compile(r"[\w.]+(?:[’'][\w.]+)?|-")
_NAMING = ("titles", "soft_titles", "peoples", "places", "place_firsts", "bearings", "lands", "camps", "sites", "roads",
           "waters", "institutions", "institutes", "calendar", "particles", "locatives", "directions", "openings",
           "takers", "holders", "namings", "tellings", "notions", "initial", "leading",
           "trailing")  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class NamingTable:
    """Words that tell what kind of thing a capitalised name is; lower case.

    Attributes:
        titles: a name after one is a person's.
        soft_titles: titles that are names too; they count at the beginning of a run only.
        peoples: peoples, faiths and political sides.
        places: generic words beside a place's name.
        place_firsts: first words of places' names of two words or more.
        bearings: directions; what stands behind them and "of" is a place.
        lands: peoples whose land bears their name.
        camps: words that tell a place behind a name and a common noun ("refugee camp").
        sites: words that tell a place behind a name where a preposition of place and a name follow.
        roads: what runs between two places, behind their names ("the Nari-Asmar road").
        waters: what stands before "of" in the name of a sea or a cape ("Gulf").
        institutions: last words of an organisation's name.
        institutes: words that make the whole name an organisation's.
        calendar: names of days and months.
        particles: small words inside names.
        locatives: prepositions before places.
        directions: those of them that stand before persons and groups too.
        openings: words that open the names of places, function words among them.
        takers: verbs (dictionary forms) whose object may be a place that a gazetteer alone knows.
        holders: takers whose object may be a person too.
        namings: nouns after which a person's name is told.
        tellings: what stands between such a noun and the name.
        notions: common nouns that are names of places somewhere in the world too.
        initial: words that are no names at the beginning of a sentence.
        leading: what is taken off the front of a name that the model found.
        trailing: what is taken off its end.
        countries: names of countries and regions as tuples of lower-case words.
    """

    titles: frozenset[str]
    soft_titles: frozenset[str]
    peoples: frozenset[str]
    places: frozenset[str]
    place_firsts: frozenset[str]
    bearings: frozenset[str]
    lands: frozenset[str]
    camps: frozenset[str]
    sites: frozenset[str]
    roads: frozenset[str]
    waters: frozenset[str]
    institutions: frozenset[str]
    institutes: frozenset[str]
    calendar: frozenset[str]
    particles: frozenset[str]
    locatives: frozenset[str]
    directions: frozenset[str]
    openings: frozenset[str]
    takers: frozenset[str]
    holders: frozenset[str]
    namings: frozenset[str]
    tellings: frozenset[str]
    notions: frozenset[str]
    initial: frozenset[str]
    leading: frozenset[str]
    trailing: frozenset[str]
    countries: frozenset[tuple[str, ...]]


def read_naming(language: str) -> NamingTable:
    """Read the table of a language.

    Raises:
        ResourceError: a group is missing or unknown, or a word stands twice in one.
    """
    where = f"{language}/annotate_names.yaml"
    rows = read_language(language, "annotate_names.yaml")
    check_keys(where, rows, _NAMING)
    groups = read_groups(where, rows, _NAMING)
    places = load_places()
    people = {word.lower() for country in places.countries.values() for word in country.people}
    names = [name for country in places.countries.values() for name in (country.name, *country.also)]
    names += [name for region in places.regions for name in (region.name, *region.also)]
    return NamingTable(
        **{**groups, "peoples": groups["peoples"] | people | {plural(word) for word in people}},
        countries=frozenset(tuple(_WORD.findall(name.lower().removeprefix("the "))) for name in names),
    )


def read_groups(where: str, rows: Mapping[str, Any], names: Iterable[str]) -> dict[str, frozenset[str]]:
    """Read groups of words by name."""
    return {name: read_words(f"{where}: {name}", rows.get(name)) for name in names}


def read_words(where: str, row: Mapping[str, Any] | None) -> frozenset[str]:
    """Read one group of words; none without a row."""
    if not row:
        return frozenset()
    check_keys(where, row, ("words", "example"), ("against",))
    check_unique(where, row["words"])
    if odd := [word for word in row["words"] if not isinstance(word, str)]:
        raise ResourceError(f"{where}: {odd} are no words; put them in quotes")
    return frozenset(row["words"])
