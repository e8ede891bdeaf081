"""Reads the GeoNames dump of a country (geonames.org/export, CC BY 4.0) in the layout in which it is published.

DIR/{CC}.zip               all features, 19 columns parted by tabs
DIR/admin1CodesASCII.txt   code of a first-order division ("AF.01"), name, name in ASCII, GeoNames id
DIR/admin2Codes.txt        the same of second-order divisions ("AF.01.0101")
DIR/alternatenames/{CC}.zip   more names with their language (used where it is there)
DIR/hierarchy.zip          parent and child (used for places whose row names no district, where it is there)
"""

import io
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from rashomon.errors import InputError
from rashomon.lexicon.places import PlaceTable
from rashomon.link.gazetteer.entries import Basis, Entry
from rashomon.link.gazetteer.sources import Addition, Source, digest_of
from rashomon.link.gazetteer.spelling import display_name, usable
from rashomon.records import PlaceKind

ADM1_FILE, ADM2_FILE, HIERARCHY_FILE = "admin1CodesASCII.txt", "admin2Codes.txt", "hierarchy.zip"

_COLUMNS = 19
_NAME_COLUMNS = 4
_HISTORIC = 7
_REMEDY = "fetch it again from download.geonames.org/export/dump"
_DIVISIONS = frozenset({PlaceKind.COUNTRY, PlaceKind.ADM1, PlaceKind.ADM2})


def files_of(country: str) -> tuple[str, ...]:
    """Give the files of a country's dump below its folder, those that must be there first."""
    return f"{country}.zip", ADM1_FILE, ADM2_FILE, f"alternatenames/{country}.zip", HIERARCHY_FILE


def read_dump(country: str, folder: Path, table: PlaceTable) -> tuple[Source, list[Addition]]:
    """Read the dump of one country.

    Args:
        country: ISO 3166-1 alpha-2.
        folder: what holds the files.
        table: which features are taken, and as what.

    Raises:
        InputError: a file is missing or damaged, or a row is none of a dump.
    """
    needed = [folder / name for name in files_of(country)]
    for path in needed[:3]:
        if not path.is_file():
            raise InputError(f"{path}: not there; put the GeoNames file of that name into the folder, {_REMEDY}")
    rows = _Rows(country, folder)
    additions = list(rows.additions(table))
    if not additions:
        raise InputError(f"{needed[0]}: holds no place of {country}; {_REMEDY}")
    used = tuple(digest_of(path) for path in needed if path.is_file())
    return Source(country, "geonames", _told_apart(used), len(additions)), additions


def _told_apart(used: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Name the second file of one name by its folder: {CC}.zip stands in two."""
    seen: set[str] = set()
    found = []
    for name, digest in used:
        found.append((f"alternatenames/{name}" if name in seen else name, digest))
        seen.add(name)
    return tuple(found)


class _Rows:
    """The files of one dump."""

    def __init__(self, country: str, folder: Path) -> None:
        self._country = country
        self._folder = folder
        self._adm1 = _read_codes(folder / ADM1_FILE, country)
        self._adm2 = _read_codes(folder / ADM2_FILE, country)
        self._districts = frozenset(self._adm2.values())
        self._names = self._read_names(folder / "alternatenames" / f"{country}.zip")
        self._parents = self._read_parents(folder / HIERARCHY_FILE)

    def additions(self, table: PlaceTable) -> Iterator[Addition]:
        """Give the places, with the names that reports may print."""
        path = self._folder / f"{self._country}.zip"
        for number, row in _rows(path, f"{self._country}.txt", _COLUMNS):
            kind = table.codes.get(f"{row[6]}.{row[7]}")
            if kind is None or row[8] != self._country:
                continue
            try:
                yield self._addition(row, kind, table)
            except ValueError as error:
                raise InputError(f"{path}: {self._country}.txt line {number}: {error}; {_REMEDY}") from error

    def _addition(self, row: list[str], kind: PlaceKind, table: PlaceTable) -> Addition:
        identity, local = int(row[0]), row[1]
        aliases = [*filter(usable, row[3].split(",")), *self._names.get(identity, ())]
        adm1, adm2 = self._divisions(identity, kind, row)
        entry = Entry(
            id=identity,
            name=display_name(local, aliases if kind in _DIVISIONS else (), table.parts),
            local=local,
            kind=kind,
            country=self._country,
            adm1=adm1,
            adm2=adm2,
            lat=float(row[4]),
            lon=float(row[5]),
            population=int(row[14] or 0),
            capital=row[7] == "PPLC",
            basis=Basis.OWN,
        )
        return Addition(entry, tuple(dict.fromkeys((local, row[2], *aliases))))

    def _divisions(self, identity: int, kind: PlaceKind, row: list[str]) -> tuple[int | None, int | None]:
        if kind is PlaceKind.COUNTRY:
            return None, None
        adm1 = self._adm1.get(f"{self._country}.{row[10]}")
        adm2 = self._adm2.get(f"{self._country}.{row[10]}.{row[11]}") or self._parent(identity)
        return (None if kind is PlaceKind.ADM1 else adm1), (None if kind in _DIVISIONS else adm2)

    def _parent(self, identity: int) -> int | None:
        return next(iter(self._parents.get(identity, ())), None)

    def _read_names(self, path: Path) -> Mapping[int, list[str]]:
        """Give the names in use, by GeoNames id; links, codes and historic names are left out."""
        found: dict[int, list[str]] = defaultdict(list)
        if path.is_file():
            for _, row in _rows(path, f"{self._country}.txt", _NAME_COLUMNS):
                historic = len(row) > _HISTORIC and row[_HISTORIC] == "1"
                if len(row[2]) <= 3 and not historic and usable(row[3]) and row[1].isdigit():
                    found[int(row[1])].append(row[3])
        return found

    def _read_parents(self, path: Path) -> Mapping[int, list[int]]:
        """Give the districts that the hierarchy puts a place into, by GeoNames id."""
        found: dict[int, list[int]] = defaultdict(list)
        if path.is_file():
            for _, row in _rows(path, "hierarchy.txt", 2):
                if row[0].isdigit() and row[1].isdigit() and int(row[0]) in self._districts:
                    found[int(row[1])].append(int(row[0]))
        return found


def _read_codes(path: Path, country: str) -> dict[str, int]:
    """Give the GeoNames ids of one country's divisions by their codes."""
    found: dict[str, int] = {}
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                row = line.rstrip("\n").split("\t")
                if not row[0].startswith(f"{country}."):
                    continue
                if len(row) < _NAME_COLUMNS or not row[3].isdigit():
                    raise InputError(f"{path}: line {number}: code, two names and a GeoNames id expected; {_REMEDY}")
                found[row[0]] = int(row[3])
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read ({error}); {_REMEDY}") from error
    return found


def _rows(path: Path, member: str, columns: int) -> Iterator[tuple[int, list[str]]]:
    """Give the rows of a table inside an archive with their line numbers.

    Raises:
        InputError: the archive is damaged or lacks the table, or a row has too few columns.
    """
    try:
        with zipfile.ZipFile(path) as archive, archive.open(member) as file:
            for number, line in enumerate(io.TextIOWrapper(file, encoding="utf-8"), 1):
                row = line.rstrip("\n").split("\t")
                if len(row) < columns:
                    told = f"{path}: {member} line {number}: {len(row)} columns where {columns} are needed"
                    raise InputError(f"{told}; {_REMEDY}")
                yield number, row
    except KeyError as error:
        raise InputError(f"{path}: holds no {member}; {_REMEDY}") from error
    except (OSError, zipfile.BadZipFile, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read ({error}); {_REMEDY}") from error
