"""Reads a user's own table of places, and the tables of divisions with p-codes that OCHA publishes on HDX.

Own: a CSV file with columns name and country, and as many as there are of: names (parted by |), kind, adm1, adm2, lat,
lon, population. P-codes: a CSV file with a name and a code for each level (ADM1_EN and ADM1_PCODE, admin1Name_en and
admin1Pcode, adm1_name and adm1_pcode); levels under the second are passed over. A division that is known by its name
gains its code and position; any other becomes a place of its own.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from pathlib import Path

from rashomon.errors import InputError
from rashomon.link.gazetteer.entries import Basis, Entry
from rashomon.link.gazetteer.find import Gazetteer
from rashomon.link.gazetteer.sources import Addition, Source, digest_of
from rashomon.names import fold
from rashomon.records import PlaceKind

_LEVEL = re.compile(r"adm(?:in)?(?P<level>[0-4])_?(?P<what>p_?code|(?:name)?_?(?:en)?)$")
_CODE = re.compile(r"[A-Z]{2}[0-9A-Z]*")
_CODE_LEVELS = (1, 2)
_LAT = ("lat", "latitude", "center_lat", "y")
_LON = ("lon", "long", "longitude", "center_lon", "x")
_KNOWN_FIT = 0.75

Row = Mapping[str, str]


def read_table(path: Path, gazetteer: Gazetteer) -> tuple[Source, list[Addition]]:
    """Read one table.

    Args:
        path: a CSV file with a heading.
        gazetteer: where its divisions are looked up.

    Raises:
        InputError: it cannot be read, or a row names no place.
    """
    heading, rows = _read_rows(path)
    levels = _levels(heading)
    coded = any(what == "code" for _, what in levels)
    reader = _Codes(path, levels, gazetteer) if coded else _Own(path, heading, gazetteer)
    merged: dict[int, Addition] = {}
    for number, row in rows:
        for one in reader.read(number, row):
            before = merged.get(one.entry.id)
            names = tuple(dict.fromkeys((*(before.names if before else ()), *one.names)))
            merged[one.entry.id] = Addition(one.entry, names)
    if not merged:
        raise InputError(f"{path}: holds no place; give a heading and at least one row under it")
    kind = "p-codes" if coded else "own"
    return Source(path.stem, kind, (digest_of(path),), len(merged)), list(merged.values())


def _read_rows(path: Path) -> tuple[list[str], list[tuple[int, Row]]]:
    """Give the heading in lower case, and the rows with their line numbers."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines)
            heading = [name.strip().lower() for name in reader.fieldnames or ()]
            reader.fieldnames = heading
            rows = [(reader.line_num, _stripped(row)) for row in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path}: cannot be read ({error}); save it as CSV in UTF-8") from error
    return heading, rows


def _stripped(row: Mapping[str | None, str | list[str] | None]) -> Row:
    """Give the cells under the heading; a short row leaves the last ones empty."""
    return {name: cell.strip() if isinstance(cell, str) else "" for name, cell in row.items() if name is not None}


def _levels(heading: list[str]) -> dict[tuple[int, str], str]:
    """Give the columns of the divisions: (level, "name" or "code") -> column."""
    found: dict[tuple[int, str], str] = {}
    for column in heading:
        told = _LEVEL.fullmatch(column)
        if told is not None and "_ref" not in column:
            what = "code" if "code" in told["what"] else "name"
            found.setdefault((int(told["level"]), what), column)
    return found


class _Reader:
    """What both kinds of table share."""

    def __init__(self, path: Path, gazetteer: Gazetteer) -> None:
        self._path = path
        self._gazetteer = gazetteer

    def _trouble(self, number: int, what: str) -> InputError:
        return InputError(f"{self._path}: line {number}: {what}")

    def _country(self, number: int, code: str) -> str:
        if self._gazetteer.country(code.upper()) is None:
            raise self._trouble(number, f"no country has the code {code!r}; give two letters (ISO 3166-1 alpha-2)")
        return code.upper()

    def _known(self, name: str, country: str, kind: PlaceKind, adm1: int | None = None) -> Entry | None:
        for found in self._gazetteer.find(name, country):
            entry = found.entry
            inside = adm1 is None or entry.adm1 == adm1
            if entry.kind is kind and entry.country == country and inside and found.fit >= _KNOWN_FIT:
                return entry
        return None

    def _position(self, number: int, row: Row) -> tuple[float | None, float | None]:
        lat, lon = (next((row[name] for name in names if row.get(name)), "") for names in (_LAT, _LON))
        if not lat and not lon:
            return None, None
        try:
            at = float(lat), float(lon)
        except ValueError:
            raise self._trouble(number, f"{lat!r}, {lon!r} is no position; give degrees as 34.5 and 69.2") from None
        if abs(at[0]) > 90 or abs(at[1]) > 180:
            raise self._trouble(number, f"{at} is no position on earth; lat comes first, then lon")
        return at


class _Own(_Reader):
    """A table of a user's own."""

    def __init__(self, path: Path, heading: list[str], gazetteer: Gazetteer) -> None:
        super().__init__(path, gazetteer)
        if lacking := {"name", "country"} - set(heading):
            raise InputError(
                f"{path}: line 1: no column {' or '.join(sorted(lacking))}; needed are name and country, or the "
                "ADM1_EN and ADM1_PCODE of a table with p-codes"
            )

    def read(self, number: int, row: Row) -> Iterator[Addition]:
        """Read one row."""
        name, country = row["name"], self._country(number, row["country"])
        if not fold(name):
            raise self._trouble(number, "no name in Latin letters; give one, others go into names")
        adm1 = self._division(number, row.get("adm1", ""), country, PlaceKind.ADM1, None)
        adm2 = self._division(number, row.get("adm2", ""), country, PlaceKind.ADM2, adm1)
        lat, lon = self._position(number, row)
        holder = self._gazetteer.entry(adm2 or adm1)
        if lat is None and holder is None:
            raise self._trouble(number, "neither lat and lon nor a known adm1: nothing says where it lies")
        entry = Entry(
            id=_own_id(country, str(adm1), str(adm2), name),
            name=name,
            local=name,
            kind=self._kind(number, row.get("kind", "")),
            country=country,
            adm1=adm1,
            adm2=adm2,
            lat=lat if holder is None or lat is not None else holder.lat,
            lon=lon if holder is None or lon is not None else holder.lon,
            population=self._population(number, row.get("population", "")),
            capital=False,
            basis=Basis.OWN if lat is not None else Basis.PARENT,
        )
        others = (other.strip() for other in row.get("names", "").split("|"))
        yield Addition(entry, (name, *filter(None, others)))

    def _division(self, number: int, name: str, country: str, kind: PlaceKind, adm1: int | None) -> int | None:
        if not name:
            return None
        found = self._known(name, country, kind, adm1)
        if found is None:
            raise self._trouble(number, f"the gazetteer knows no {kind} {name!r} in {country}; mend or empty the cell")
        return found.id

    def _kind(self, number: int, told: str) -> PlaceKind:
        try:
            return PlaceKind(told.lower() or "town")
        except ValueError:
            known = ", ".join(kind.value for kind in PlaceKind)
            raise self._trouble(number, f"{told!r} is no kind of place; known: {known}") from None

    def _population(self, number: int, told: str) -> int:
        if told and not told.replace(",", "").isdigit():
            raise self._trouble(number, f"{told!r} is no number of inhabitants")
        return int(told.replace(",", "") or 0)


class _Codes(_Reader):
    """A table of divisions with p-codes."""

    def __init__(self, path: Path, levels: Mapping[tuple[int, str], str], gazetteer: Gazetteer) -> None:
        super().__init__(path, gazetteer)
        self._levels = levels
        if (1, "name") not in levels or (1, "code") not in levels:
            raise InputError(f"{path}: line 1: no columns for names and p-codes of level 1 (ADM1_EN, ADM1_PCODE)")

    def read(self, number: int, row: Row) -> Iterator[Addition]:
        """Read the divisions of one row, the larger first."""
        adm1: int | None = None
        finest = max(level for level, what in self._levels if what == "code")
        for level in _CODE_LEVELS:
            name, code = self._cell(row, level, "name"), self._cell(row, level, "code").upper()
            if not name or not code:
                return
            if not _CODE.fullmatch(code):
                raise self._trouble(number, f"{code!r} is no p-code; it begins with the country's two letters")
            country = self._country(number, code[:2])
            at = self._position(number, row) if level == finest else (None, None)
            entry = self._division(name, code, country, PlaceKind.ADM1 if level == 1 else PlaceKind.ADM2, adm1, at)
            yield Addition(entry, (name, code))
            adm1 = entry.id

    def _cell(self, row: Row, level: int, what: str) -> str:
        return row.get(self._levels.get((level, what), ""), "")

    def _division(
        self,
        name: str,
        code: str,
        country: str,
        kind: PlaceKind,
        adm1: int | None,
        at: tuple[float | None, float | None],
    ) -> Entry:
        known = self._known(name, country, kind, adm1)
        identity = known.id if known else _own_id(code)
        basis = Basis.OWN if at[0] is not None else Basis.PARENT
        return Entry(identity, name, name, kind, country, adm1, None, at[0], at[1], 0, False, basis)


def _own_id(*parts: str) -> int:
    """Give a number below zero, where GeoNames has none: the same for the same place on every machine."""
    digest = blake2b("\x00".join(parts).encode(), digest_size=6).digest()
    return -1 - int.from_bytes(digest, "big")
