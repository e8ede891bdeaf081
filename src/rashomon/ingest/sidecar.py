"""Reads sources.csv, in which the user says what is known of the files beside it; its word goes before the page's."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from rashomon.errors import InputError
from rashomon.ingest.inputs import SIDECAR, STDIN
from rashomon.ingest.stamps import read_stamp
from rashomon.ingest.stated import FACTS, StatedOutlet, find_stated, join_stated, read_stated
from rashomon.ingest.trouble import make_issue
from rashomon.records import Issue, Outlet, TimeBasis, TimeSpan

COLUMNS = ("file", "outlet", "url", "published", "title", "author", *FACTS)


@dataclass(frozen=True, slots=True)
class SidecarRow:
    """What the user says of one file; None where the cell is empty.

    Attributes:
        file: the file that it is about.
        outlet: name of the outlet.
        url: address of the page.
        published: when it was published.
        title: its title.
        author: its author.
        about: what it says of the outlet itself.
    """

    file: Path
    outlet: str | None
    url: str | None
    published: TimeSpan | None
    title: str | None
    author: str | None
    about: StatedOutlet | None = None


@dataclass(frozen=True, slots=True)
class Sidecar:
    """All rows read, and the trouble met with them.

    Attributes:
        rows: in the order of the files.
        issues: rows about files that are not there.
        by_path: absolute path -> row.
        outlets: folded name of an outlet -> what the rows say of it.
    """

    rows: tuple[SidecarRow, ...] = ()
    issues: tuple[Issue, ...] = ()
    by_path: Mapping[Path, SidecarRow] = field(default_factory=dict, repr=False, compare=False)
    outlets: Mapping[str, StatedOutlet] = field(default_factory=dict, repr=False, compare=False)

    def find(self, path: Path | None) -> SidecarRow | None:
        """Give the row about a file, or None."""
        return None if path is None or not self.rows else self.by_path.get(path.absolute())

    def tells_of(self, outlet: Outlet) -> bool:
        """Say whether a row says more of an outlet than its name."""
        return find_stated(outlet, self.outlets) is not None


def read_sidecar(path: str | Path) -> Sidecar:
    """Read the sources.csv of a folder and of the folders below it, or of the folder that a file lies in.

    Args:
        path: a folder, a report, or a sidecar of any name that ends in .csv; "-" and a folder without one give none.

    Raises:
        InputError: a sidecar is broken; names file, line and remedy.
    """
    return read_sidecars((path,))


def read_named_sidecar(path: str | Path) -> Sidecar:
    """Read the sidecar that the user names for all inputs: a CSV file, or a folder with a sources.csv.

    Raises:
        InputError: there is none, or it is broken; names file, line and remedy.
    """
    named = Path(path)
    if not (named.suffix.lower() == ".csv" and named.is_file()) and not (named / SIDECAR).is_file():
        raise InputError(f"{named}: no such table of sources; name a CSV file or a folder that holds {SIDECAR}")
    return read_sidecars((named,))


def read_sidecars(paths: Iterable[str | Path]) -> Sidecar:
    """Read the sidecars of several paths into one.

    Raises:
        InputError: a sidecar is broken; names file, line and remedy.
    """
    rows: list[SidecarRow] = []
    for file in sorted({file for path in paths if str(path) != STDIN for file in _sidecars(Path(path))}):
        rows.extend(_read(file))
    issues = tuple(_missing(row) for row in rows if not row.file.exists())
    outlets = join_stated(row.about for row in rows if row.about is not None)
    return Sidecar(tuple(rows), issues, {row.file: row for row in rows}, outlets)


def _sidecars(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from (found.absolute() for found in path.rglob(SIDECAR))
    elif path.suffix.lower() == ".csv" and path.is_file():
        yield path.absolute()
    elif (path.parent / SIDECAR).is_file():
        yield (path.parent / SIDECAR).absolute()


def _missing(row: SidecarRow) -> Issue:
    message = f"{SIDECAR} names {row.file.name}, which is not there; correct the name or take the row out"
    return make_issue("sidecar-file-missing", row.file.name, message)


def _read(file: Path) -> Iterator[SidecarRow]:
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{file}: not in UTF-8 (byte {error.start}); save it as UTF-8") from error
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = [name.strip().lower() for name in next(reader, [])]
        _check_header(file, header)
        seen: dict[Path, int] = {}
        for cells in reader:
            if any(cell.strip() for cell in cells):
                row = _row(file, reader.line_num, header, cells)
                _check_once(file, reader.line_num, row, seen)
                yield row
    except csv.Error as error:
        raise InputError(f"{file}, line {reader.line_num}: broken CSV ({error}); close the quotation marks") from error


def _check_header(file: Path, header: list[str]) -> None:
    unknown = sorted(set(header) - set(COLUMNS))
    if "file" not in header or unknown:
        wrong = f"unknown columns {', '.join(unknown)}" if unknown else "no column named file"
        wrong += " (cells are parted by commas)" if ";" in "".join(header) or "\t" in "".join(header) else ""
        raise InputError(f"{file}, line 1: {wrong}; the first line names columns out of {','.join(COLUMNS)}")


def _check_once(file: Path, line: int, row: SidecarRow, seen: dict[Path, int]) -> None:
    if row.file in seen:
        raise InputError(
            f"{file}, line {line}: {row.file.name} stands in line {seen[row.file]} too; keep one of the two"
        )
    seen[row.file] = line


def _row(file: Path, line: int, header: list[str], cells: list[str]) -> SidecarRow:
    if len(cells) != len(header):
        raise InputError(
            f"{file}, line {line}: {len(cells)} cells for {len(header)} columns; put a cell with a comma in quotes"
        )
    values = {name: cell.strip() or None for name, cell in zip(header, cells, strict=True)}
    name = values["file"]
    if name is None:
        raise InputError(f"{file}, line {line}: the cell file is empty; name the file that the row is about")
    return SidecarRow(
        file=file.parent / name,
        outlet=values.get("outlet"),
        url=values.get("url"),
        published=_published(file, line, values.get("published")),
        title=values.get("title"),
        author=values.get("author"),
        about=read_stated(f"{file}, line {line}", values),
    )


def _published(file: Path, line: int, cell: str | None) -> TimeSpan | None:
    if cell is None:
        return None
    span = read_stamp(cell, TimeBasis.SIDECAR)
    if span is None:
        raise InputError(
            f"{file}, line {line}: published {cell!r} is no date; write it as 2021-08-20 or leave it empty"
        )
    return span
