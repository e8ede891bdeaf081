"""The library face of reading: `rashomon.read(paths)` gives the ledger opened for questions."""

from collections.abc import Sequence
from pathlib import Path

from rashomon.asking import OpenLedger
from rashomon.reading import Progress, ReadSummary, read_paths

__all__ = ["OpenLedger", "ReadSummary", "read", "read_paths"]


def read(
    paths: str | Path | Sequence[str | Path],
    ledger: str | Path = "rashomon.db",
    *,
    jobs: int = 1,
    progress: Progress | None = None,
    sidecar: str | Path | None = None,
    names: bool = False,
) -> OpenLedger:
    """Read files and folders into a ledger file and open it for questions.

    Args:
        paths: a file or folder, or several.
        ledger: the ledger file; made if it is not there; what it holds already is not read again.
        jobs: processes that read.
        progress: called as (done, total or None, name of the document).
        sidecar: a sources.csv for all inputs; by default each folder's own.
        names: whether tables show private persons by name instead of by role.

    Raises:
        InputError: a path does not exist, or nothing under the paths can be read.
        LedgerError: the ledger file cannot be opened or written.
    """
    several = (paths,) if isinstance(paths, str | Path) else paths
    read_paths(several, ledger, jobs=jobs, progress=progress, sidecar=sidecar)
    return OpenLedger(ledger, names=names)
