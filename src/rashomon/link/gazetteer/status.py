"""What is known of the gazetteer's file without building it."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from rashomon.errors import GazetteerError
from rashomon.link.gazetteer.install import _default_path, _version_of, wanted_version


@dataclass(frozen=True, slots=True)
class GazetteerStatus:
    """The state of the gazetteer.

    Attributes:
        path: where the file lies, or will lie.
        built: what it was built from, or None if it is not there.
        wanted: what this version of Rashomon builds it from.
        places: number of places in it.
        names: number of name keys in it.
    """

    path: Path
    built: str | None
    wanted: str
    places: int = 0
    names: int = 0


def gazetteer_status(path: Path | None = None) -> GazetteerStatus:
    """Look at the file, without building it.

    Raises:
        GazetteerError: the file is damaged.
    """
    where = path or _default_path()
    built = _version_of(where)
    if built is None:
        return GazetteerStatus(where, None, wanted_version())
    try:
        with closing(sqlite3.connect(f"{where.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            counts = (connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in ("places", "names"))
            return GazetteerStatus(where, built, wanted_version(), *map(int, counts))
    except sqlite3.DatabaseError as error:
        raise GazetteerError(
            f"{where}: the gazetteer is damaged ({error}); delete the file, it is built again"
        ) from error
