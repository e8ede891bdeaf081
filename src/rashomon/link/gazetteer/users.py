"""What a user asks of the gazetteer: a country's dump put in, or a table of places."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from rashomon.errors import InputError
from rashomon.lexicon.places import PlaceTable, load_places
from rashomon.link.gazetteer.build import Progress
from rashomon.link.gazetteer.fetch import fetch_dump
from rashomon.link.gazetteer.geonames import read_dump
from rashomon.link.gazetteer.install import install_sources, open_gazetteer
from rashomon.link.gazetteer.sources import Addition, Source
from rashomon.link.gazetteer.tables import read_table


def install_countries(countries: Sequence[str], folder: Path | None, progress: Progress) -> tuple[Source, ...]:
    """Put the GeoNames dumps of some countries into the gazetteer.

    Args:
        countries: ISO 3166-1 alpha-2, in any case.
        folder: what holds the files; None = they are fetched.
        progress: called as (done, total, what).

    Raises:
        InputError: a code is no country's, or a file is missing or damaged.
        GazetteerError: a file cannot be fetched, or the gazetteer cannot be built.
    """
    table = load_places()
    codes = [_checked(country, table) for country in countries]
    if folder is not None and not folder.is_dir():
        raise InputError(f"{folder}: is no folder; name the one that holds the files of GeoNames with --from")
    found: list[tuple[Source, list[Addition]]] = []
    with tempfile.TemporaryDirectory(prefix="rashomon-geonames-") as fetched:
        for done, code in enumerate(codes):
            if folder is None:
                fetch_dump(code, Path(fetched), progress)
            progress(done, len(codes), f"reading the dump of {code}")
            found.append(read_dump(code, folder or Path(fetched), table))
    install_sources(found, progress=progress)
    return tuple(source for source, _ in found)


def add_table(path: Path, progress: Progress) -> Source:
    """Put a table of places into the gazetteer.

    Raises:
        InputError: the file is missing or wrong.
        GazetteerError: the gazetteer cannot be built.
    """
    if not path.is_file():
        raise InputError(f"{path}: there is no such file; give a CSV file")
    gazetteer = open_gazetteer(progress=progress)
    try:
        source, additions = read_table(path, gazetteer)
    finally:
        gazetteer.close()
    install_sources([(source, additions)], progress=progress)
    return source


def _checked(country: str, table: PlaceTable) -> str:
    code = country.upper()
    if code not in table.countries:
        raise InputError(f"no country has the code {country!r}; give two letters (ISO 3166-1 alpha-2), such as AF")
    return code
