"""Finds what there is to read: files and folders in sorted order, one at a time; nothing is decoded here."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rashomon.errors import InputError
from rashomon.lexicon import Lexicon

SIDECAR = "sources.csv"
STDIN = "-"

# Never reports: ledgers, tables, media that hold no text. Anything else is opened and judged by its bytes.
_SKIPPED = frozenset({
    ".db", ".db-wal", ".db-shm", ".db-journal", ".sqlite", ".sqlite3", ".sqlite-wal", ".sqlite-shm", ".parquet",
    ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".ico", ".tif", ".tiff", ".bmp", ".mp3", ".mp4", ".avi",
    ".mov", ".mkv", ".wav", ".ogg", ".webm", ".zip", ".gz", ".bz2", ".xz", ".7z", ".tar", ".rar", ".exe", ".so",
    ".dll", ".pyc", ".duckdb", ".css", ".js", ".woff", ".woff2", ".ttf", ".lock", ".csv", ".tsv",
})  # fmt: skip

# Hidden files, an office program's locks, and what says something about a folder rather than in it.
_NO_REPORTS = (".", "~$", "README", "LICENSE")


@dataclass(frozen=True, slots=True)
class RawInput:
    """Bytes as they were found.

    Attributes:
        name: path below the folder that was given, with "/"; the file name for a file; "stdin" for "-".
        path: where it lies, or None for stdin.
        data: the bytes.
    """

    name: str
    path: Path | None
    data: bytes

    @property
    def suffix(self) -> str:
        """The name's ending with its dot, lower case, or ""."""
        return Path(self.name).suffix.lower()


def find_inputs(paths: Iterable[str | Path], lexicon: Lexicon) -> Iterator[RawInput]:
    """Walk files and folders in the order given, folders sorted; hidden files, sidecars, ledgers, media are left out.

    Args:
        paths: files, folders, or "-" for standard input.
        lexicon: unused by the readers of today; part of every stage's face.

    Yields:
        One input at a time; its bytes are read when it is asked for.

    Raises:
        InputError: a path does not exist, cannot be read, or a folder holds nothing readable.
    """
    del lexicon
    for path in paths:
        if str(path) == STDIN:
            yield RawInput("stdin", None, sys.stdin.buffer.read())
        else:
            yield from _find_in(Path(path))


def find_files(path: Path) -> Iterator[tuple[str, Path]]:
    """Give name and path of every file that may be a report, sorted by name.

    Raises:
        InputError: the path does not exist.
    """
    if path.is_dir():
        yield from _walk(path, "")
    elif path.exists():
        yield path.name, path
    else:
        raise InputError(f"{path}: no such file or folder; give the path of a report or of a folder of reports")


def _find_in(path: Path) -> Iterator[RawInput]:
    empty = True
    for name, file in find_files(path):
        empty = False
        try:
            data = file.read_bytes()
        except OSError as error:
            raise InputError(f"{file}: cannot be read ({error.strerror}); check its rights or leave it out") from error
        yield RawInput(name, file, data)
    if empty:
        raise InputError(f"{path}: nothing readable in this folder; reports are .txt, .html or .jsonl files")


def _walk(folder: Path, prefix: str) -> Iterator[tuple[str, Path]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.startswith(_NO_REPORTS) or entry.name == SIDECAR:
            continue
        if entry.is_dir() and not entry.is_symlink():
            yield from _walk(entry, f"{prefix}{entry.name}/")
        elif entry.is_file() and entry.suffix.lower() not in _SKIPPED:
            yield prefix + entry.name, entry
