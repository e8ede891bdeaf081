"""A small gazetteer and the records of a document, made by hand."""

import re
from pathlib import Path

from rashomon.lexicon import load_lexicon
from rashomon.link.gazetteer import Entry, open_gazetteer
from rashomon.link.gazetteer.build import write_gazetteer
from rashomon.link.gazetteer.derive import place_divisions
from rashomon.link.gazetteer.entries import Basis
from rashomon.link.gazetteer.find import Gazetteer
from rashomon.link.gazetteer.install import gazetteer_version
from rashomon.records import Document, Mention, MentionKind, PlaceKind, make_id

LEXICON = load_lexicon()
COUNTRIES = {"AF": 1, "PK": 2, "IR": 3, "US": 4, "ML": 5, "TJ": 6}


def unit(identity: int, name: str, kind: PlaceKind, country: str, adm1: int | None = None) -> Entry:
    """Make a country or a division, to be placed by its towns."""
    return Entry(identity, name, name, kind, country, adm1, None, None, None, 0, False, Basis.PARENT)


def town(
    identity: int,
    name: str,
    country: str,
    adm1: int,
    adm2: int | None,
    at: tuple[float, float],
    people: int,
    capital: bool = False,
) -> Entry:
    """Make a town."""
    return Entry(identity, name, name, PlaceKind.TOWN, country, adm1, adm2, at[0], at[1], people, capital, Basis.OWN)


ENTRIES = [
    *(unit(i, LEXICON.places.countries[iso].name, PlaceKind.COUNTRY, iso) for iso, i in COUNTRIES.items()),
    unit(10, "Kunar", PlaceKind.ADM1, "AF"),
    unit(11, "Baghlan", PlaceKind.ADM1, "AF"),
    unit(12, "Kabul", PlaceKind.ADM1, "AF"),
    unit(13, "Hamadan", PlaceKind.ADM1, "IR"),
    unit(14, "Khyber Pakhtunkhwa", PlaceKind.ADM1, "PK"),
    unit(15, "Texas", PlaceKind.ADM1, "US"),
    unit(16, "Gao", PlaceKind.ADM1, "ML"),
    unit(20, "Pul-e Hisar", PlaceKind.ADM2, "AF", 11),
    unit(21, "Andarab", PlaceKind.ADM2, "AF", 11),
    unit(22, "Asadabad", PlaceKind.ADM2, "AF", 10),
    unit(23, "Ghaziabad", PlaceKind.ADM2, "AF", 10),
    town(30, "Asadabad", "AF", 10, 22, (34.87, 71.15), 48_000),
    town(31, "Asadabad", "IR", 13, None, (34.78, 48.12), 55_000),
    town(32, "Banu", "AF", 11, 21, (35.63, 69.26), 0),
    town(33, "Bannu", "PK", 14, None, (32.99, 70.6), 1_300_000),
    town(34, "Pul-e Hisar", "AF", 11, 20, (35.62, 69.47), 0),
    town(35, "Kabul", "AF", 12, None, (34.53, 69.17), 4_400_000, True),
    town(36, "Kabul", "US", 15, None, (31.0, -99.0), 300),
    town(37, "Gao", "ML", 16, None, (16.27, -0.04), 86_000),
    town(38, "Baghlan", "AF", 11, None, (36.13, 68.7), 108_000),
]


def make_gazetteer(path: Path) -> Gazetteer:
    """Write the small gazetteer and open it as the product does."""
    entries = place_divisions(ENTRIES, LEXICON.places)
    write_gazetteer(path, gazetteer_version(path), entries, {1: {"Afghanistan"}}, LEXICON.places)
    return open_gazetteer(path)


def make_document(text: str, dateline: str | None = None, byline: str | None = None) -> Document:
    """Make an undated document."""
    return Document(
        id="doc-1",
        name="a.txt",
        outlet="out-1",
        url=None,
        title=None,
        byline=byline,
        dateline=dateline,
        published=None,
        fetched="1970-01-01T00:00:00",
        language="en",
        text=text,
        sha256="",
        fingerprint=(),
        zones=(),
    )


def mention(
    text: str,
    words: str,
    kind: MentionKind,
    label: str = "",
    name: str | None = None,
    roles: tuple[str, ...] = (),
    nth: int = 0,
) -> Mention:
    """Make the mention of some words of the text; `name` None = the words themselves."""
    found = list(re.finditer(re.escape(words), text))[nth]
    return Mention(
        id=make_id("men", found.start(), found.end(), kind.value),
        document="doc-1",
        start=found.start(),
        end=found.end(),
        text=words,
        kind=kind,
        head=0,
        chain=None,
        name=words if name is None else name,
        label=label,
        roles=roles,
    )
