"""What is known of the gazetteer's file without building it."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from rashomon.errors import GazetteerError
from rashomon.link.gazetteer.install import gazetteer_path, gazetteer_version, version_of
from rashomon.link.gazetteer.sources import Source, read_sources


@dataclass(frozen=True, slots=True)
class GazetteerStatus:
    """The state of the gazetteer.

    Attributes:
        path: where the file lies, or will lie.
        built: what it was built from, or None if it is not there.
        wanted: what this version of Rashomon builds it from.
        places: number of places in it.
        names: number of name keys in it.
        sources: what the user has put in beside the packages.
    """

    path: Path
    built: str | None
    wanted: str
    places: int = 0
    names: int = 0
    sources: tuple[Source, ...] = ()


def gazetteer_status(path: Path | None = None) -> GazetteerStatus:
    """Look at the file, without building it.

    Raises:
        GazetteerError: the file or a kept source is damaged.
    """
    where = path or gazetteer_path()
    built, wanted, sources = version_of(where), gazetteer_version(where), read_sources(where)
    if built is None:
        return GazetteerStatus(where, None, wanted, sources=sources)
    try:
        with closing(sqlite3.connect(f"{where.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            places, names = (
                int(connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]) for name in ("places", "names")
            )
            return GazetteerStatus(where, built, wanted, places, names, sources)
    except sqlite3.DatabaseError as error:
        raise GazetteerError(
            f"{where}: the gazetteer is damaged ({error}); delete the file, it is built again"
        ) from error
