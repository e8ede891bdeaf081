"""Finds places by name: as printed, by alias, by sound, and last by likeness inside one country."""

import sqlite3
from functools import lru_cache
from typing import Any
from weakref import finalize

from rapidfuzz import fuzz, process

from rashomon.lexicon.places import PlaceTable
from rashomon.link.gazetteer.entries import Basis, Entry, Found
from rashomon.link.gazetteer.spelling import ALIAS, OWN, SOUND, bare
from rashomon.names import fold, skeleton
from rashomon.records import PlaceKind

_HOW = {OWN: ("name", 1.0), ALIAS: ("alias", 0.9), SOUND: ("sound", 0.75)}
_COLUMNS = "p.id, p.name, p.local, p.kind, p.country, p.adm1, p.adm2, p.lat, p.lon, p.population, p.capital, p.basis"
_LIKE = 86.0  # rapidfuzz ratio of two skeletons, out of 100
_SHORTEST = 5  # letters of a skeleton under which likeness says nothing
_KNOWN_LENGTH = 4
_MOST = 60


class Gazetteer:
    """The file, open for reading; every answer is kept in memory. Not safe to share between processes."""

    def __init__(self, connection: sqlite3.Connection, table: PlaceTable) -> None:
        self._connection = connection
        self._finalizer = finalize(self, connection.close)
        self._table = table
        self._found = lru_cache(1 << 16)(self._look_up)
        self._known = lru_cache(1 << 17)(self._is_known)
        self._entries = lru_cache(1 << 16)(self._read_entry)
        self._keys = lru_cache(1 << 12)(self._read_keys)

    def knows(self, name: str) -> bool:
        """Say whether a place of this name, or of an alias of it, is listed; spelling counts, marks and case do not."""
        return self._known(fold(name))

    def find(self, name: str, country: str | None = None) -> tuple[Found, ...]:
        """Give the places that a name may mean, best fit first, then bigger ones.

        Args:
            name: as printed; generic words at its ends ("district") are ignored.
            country: ISO 3166-1 alpha-2 where likeness is looked for when no spelling fits; None = nowhere.
        """
        folded = fold(name)
        if not folded:
            return ()
        found = self._found(folded)
        return found if found or country is None else self._alike(bare(folded, self._table), country)

    def fit_in(self, name: str, country: str) -> float:
        """Give how well a name fits the best place of one country, in [0, 1]; near spellings count."""
        fits = [found.fit for found in self.find(name) if found.entry.country == country]
        if not fits:
            fits = [found.fit for found in self._alike(bare(fold(name), self._table), country)]
        return max(fits, default=0.0)

    def entry(self, identity: int | None) -> Entry | None:
        """Give the entry of a GeoNames id, or None if it is not listed."""
        return None if identity is None else self._entries(identity)

    def country(self, iso: str) -> Entry | None:
        """Give the entry of a country."""
        name = self._table.countries.get(iso)
        found = self._found(fold(name.name)) if name else ()
        return next((f.entry for f in found if f.entry.kind is PlaceKind.COUNTRY and f.entry.country == iso), None)

    def close(self) -> None:
        """Close the file."""
        self._finalizer()

    def _is_known(self, folded: str) -> bool:
        stripped = bare(folded, self._table)
        if len(stripped) < _KNOWN_LENGTH:
            return False
        query = "SELECT 1 FROM names WHERE key = ? AND level < ? LIMIT 1"
        return self._connection.execute(query, (stripped, SOUND)).fetchone() is not None

    def _look_up(self, folded: str) -> tuple[Found, ...]:
        stripped = bare(folded, self._table)
        best = {found.entry.id: found for found in reversed(self._by_key(folded, (OWN, ALIAS)))}
        if best and not folded.startswith(stripped):
            stripped = folded  # "Port Sudan" is no port of Sudan
        for key, levels in ((stripped, (OWN, ALIAS)), (skeleton(stripped), (SOUND,))):
            for found in self._by_key(key, levels):
                best.setdefault(found.entry.id, found)
        return tuple(sorted(best.values(), key=lambda f: (-f.fit, -f.entry.population, f.entry.id))[:_MOST])

    def _by_key(self, key: str, levels: tuple[int, ...]) -> list[Found]:
        query = (
            f"SELECT n.level, {_COLUMNS} FROM names n JOIN places p ON p.id = n.id "
            "WHERE n.key = ? AND n.level BETWEEN ? AND ? ORDER BY n.level, p.population DESC LIMIT 200"
        )
        rows = self._connection.execute(query, (key, levels[0], levels[-1]))
        return [Found(_entry(row[1:]), *_HOW[row[0]]) for row in rows]

    def _read_entry(self, identity: int) -> Entry | None:
        query = f"SELECT {_COLUMNS} FROM places p WHERE p.id = ?"
        row = self._connection.execute(query, (identity,)).fetchone()
        return None if row is None else _entry(row)

    def _alike(self, stripped: str, country: str) -> tuple[Found, ...]:
        key = skeleton(stripped)
        if len(key) < _SHORTEST:
            return ()
        near = process.extract(key, self._keys(country, key[0]), scorer=fuzz.ratio, score_cutoff=_LIKE, limit=3)
        found: dict[int, Found] = {}
        for other, score, _ in near:
            for one in self._by_key(other, (SOUND,)):
                if one.entry.country == country:
                    found.setdefault(one.entry.id, Found(one.entry, "fuzzy", round(0.6 * score / 100, 3)))
        return tuple(sorted(found.values(), key=lambda f: (-f.fit, -f.entry.population, f.entry.id)))

    def _read_keys(self, country: str, initial: str) -> list[str]:
        query = "SELECT key FROM likeness WHERE country = ? AND initial = ?"
        return [key for (key,) in self._connection.execute(query, (country, initial))]


def _entry(row: tuple[Any, ...]) -> Entry:
    values = list(row)
    values[3], values[10], values[11] = PlaceKind(values[3]), bool(values[10]), Basis(values[11])
    return Entry(*values)
