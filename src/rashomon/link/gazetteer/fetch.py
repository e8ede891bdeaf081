"""Fetches the files of a country's dump from GeoNames, for users with a network."""

import shutil
from contextlib import closing
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from rashomon.errors import GazetteerError
from rashomon.link.gazetteer.build import Progress
from rashomon.link.gazetteer.geonames import HIERARCHY_FILE, files_of

BASE = "https://download.geonames.org/export/dump"
_TIMEOUT_S = 60.0


def fetch_dump(country: str, folder: Path, progress: Progress, base: str = BASE) -> None:
    """Fetch the files of one country into a folder; those that are there already stay.

    Args:
        country: ISO 3166-1 alpha-2.
        folder: a folder that exists.
        progress: called as (done, total, what) before each file.
        base: where the dump is published.

    Raises:
        GazetteerError: a file cannot be fetched.
    """
    wanted = [name for name in files_of(country) if name != HIERARCHY_FILE]
    for done, name in enumerate(wanted):
        progress(done, len(wanted), f"fetching {name}")
        target = folder / name
        if not target.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            _fetch(f"{base}/{name}", target)


def _fetch(address: str, target: Path) -> None:
    half = target.with_name(f"{target.name}.half")
    try:
        with closing(urlopen(address, timeout=_TIMEOUT_S)) as answer, half.open("wb") as file:
            shutil.copyfileobj(answer, file)
    except (URLError, OSError) as error:
        raise GazetteerError(
            f"{address}: cannot be fetched ({error}); fetch the files elsewhere and name their folder with --from DIR"
        ) from error
    half.replace(target)
