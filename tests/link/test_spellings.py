"""Every spelling of resources/places/spellings.yaml leads to its place, and no look-alike does."""

from collections.abc import Iterator
from typing import Any

import pytest

from rashomon.lexicon.files import read_yaml, resources
from rashomon.link.gazetteer import Entry, Found, Gazetteer, open_gazetteer

ROWS: list[dict[str, Any]] = read_yaml(resources() / "places" / "spellings.yaml")


@pytest.fixture(scope="module")
def world() -> Iterator[Gazetteer]:
    """Open the gazetteer of all countries, not the small one of this room."""
    found = open_gazetteer()
    yield found
    found.close()


def first(gazetteer: Gazetteer, spelling: str, country: str) -> Found | None:
    return next((one for one in gazetteer.find(spelling, country) if one.entry.country == country), None)


def is_place_of(found: Entry, place: Entry) -> bool:
    """Say whether an entry is the place, or the division that it lies in and that is named after it."""
    return found.id in (place.id, place.adm1, place.adm2) or place.id in (found.adm1, found.adm2)


def is_taken_for(found: Found, place: Entry) -> bool:
    """Say whether a look-alike was taken for the place or its division; a likeness is offered as such, no more."""
    return found.how != "fuzzy" and found.entry.id in (place.id, place.adm1, place.adm2)


def test_there_are_two_hundred_spellings_and_look_alikes() -> None:
    assert sum(len(set(row["spellings"])) for row in ROWS) >= 200
    assert sum(len(row.get("against", ())) for row in ROWS) >= 60


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_a_spelling_leads_to_its_place_and_a_look_alike_elsewhere(world: Gazetteer, row: dict[str, Any]) -> None:
    place = world.entry(row["id"])
    assert place is not None
    assert place.country == row["country"]
    for spelling in row["spellings"]:
        found = first(world, spelling, row["country"])
        assert found is not None, spelling
        assert is_place_of(found.entry, place), spelling
    for other in row.get("against", ()):
        found = first(world, other, row["country"])
        assert found is None or not is_taken_for(found, place), other
