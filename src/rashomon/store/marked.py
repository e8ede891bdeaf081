"""What resolve remembers: marks, counts and notes."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from rashomon.store.batches import Batches

_MARK = "sort, key, place, member, type, extra"
# Without statistics the key of the table looks as good, and all marks of the sort are gone through.
_BY_MEMBER = "INDEXED BY marks_by_member"


class _Mark(NamedTuple):
    sort: str
    key: int
    order: int
    member: str
    type: str
    extra: str


class Marked(Batches):
    """Marks, counts and notes as resolve reads and writes them."""

    def marks(self, sort: str, keys: Iterable[int]) -> list[Any]:
        """Give the marks of keys, in order."""
        found = self._some(f"SELECT {_MARK} FROM marks WHERE sort = '{sort}' AND key IN", keys)
        return sorted(map(_Mark._make, found))

    def marks_of(self, sort: str, members: Iterable[str]) -> list[Any]:
        """Give the marks of members."""
        found = self._some(f"SELECT {_MARK} FROM marks {_BY_MEMBER} WHERE sort = '{sort}' AND member IN", members)
        return sorted(map(_Mark._make, found))

    def beside(self, mark: Any, types: Sequence[str], limit: int, after: bool) -> list[Any]:
        """Give the next marks of a key, or those before."""
        sign, way = (">", "ASC") if after else ("<", "DESC")
        sql = (
            f"SELECT {_MARK} FROM marks WHERE sort = ? AND key = ? AND (place, member) {sign} (?, ?)"
            f"{_of_types(types)} ORDER BY place {way}, member {way} LIMIT ?"
        )
        values = (mark.sort, mark.key, mark.order, mark.member, *types, limit)
        return list(map(_Mark._make, self._connection.exec_driver_sql(sql, values)))

    def marks_within(self, sort: str, key: int, low: int, high: int) -> list[Any]:
        """Give the marks of a key from one order to another."""
        sql = f"SELECT {_MARK} FROM marks WHERE sort = ? AND key = ? AND place BETWEEN ? AND ?"
        return sorted(map(_Mark._make, self._connection.exec_driver_sql(sql, (sort, key, low, high))))

    def between(self, one: Any, other: Any, types: Sequence[str]) -> int:
        """Count the steps from one mark of a key to another."""
        low, high = sorted((one, other), key=lambda mark: (mark.order, mark.member))
        sql = (
            "SELECT count(*) FROM marks WHERE sort = ? AND key = ? AND (place, member) > (?, ?)"
            f" AND (place, member) <= (?, ?){_of_types(types)}"
        )
        values = (low.sort, low.key, low.order, low.member, high.order, high.member, *types)
        return int(self._connection.exec_driver_sql(sql, values).scalar_one())

    def tallies(self, sort: str, keys: Iterable[str]) -> dict[str, dict[str, int]]:
        """Give the counts of keys."""
        found: dict[str, dict[str, int]] = {}
        sql = f"SELECT key, value, times FROM counts WHERE sort = '{sort}' AND key IN"
        for key, value, times in self._some(sql, keys):
            found.setdefault(key, {})[value] = times
        return found

    def notes(self, sort: str, ids: Iterable[str]) -> dict[str, str]:
        """Give notes by id."""
        return dict(self._some(f"SELECT id, text FROM notes WHERE sort = '{sort}' AND id IN", ids))

    def add(self, found: Iterable[Any]) -> None:
        """Write marks."""
        self._many(f"INSERT OR REPLACE INTO marks ({_MARK}) VALUES (?, ?, ?, ?, ?, ?)", found)

    def drop(self, sort: str, members: Iterable[str]) -> None:
        """Take out the marks of members."""
        sql = f"DELETE FROM marks {_BY_MEMBER} WHERE sort = ? AND member = ?"
        self._many(sql, ((sort, member) for member in members))

    def drop_one(self, mark: Any) -> None:
        """Take out one mark."""
        sql = "DELETE FROM marks WHERE sort = ? AND key = ? AND place = ? AND member = ?"
        self._many(sql, [(mark.sort, mark.key, mark.order, mark.member)])

    def drop_keys(self, sort: str, keys: Iterable[int]) -> None:
        """Take out the marks of keys."""
        self._many("DELETE FROM marks WHERE sort = ? AND key = ?", ((sort, key) for key in keys))

    def count(self, changes: Iterable[Any]) -> None:
        """Change counts."""
        changes = [tuple(change) for change in changes]
        sql = (
            "INSERT INTO counts (sort, key, value, times) VALUES (?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET times = times + excluded.times"
        )
        self._many(sql, changes)
        gone = "DELETE FROM counts WHERE sort = ? AND key = ? AND value = ? AND times = 0"
        self._many(gone, (change[:3] for change in changes))

    def note(self, found: Iterable[Any]) -> None:
        """Write notes; an empty text takes one out."""
        found = [tuple(note) for note in found]
        self._many("INSERT OR REPLACE INTO notes (sort, id, text) VALUES (?, ?, ?)", (n for n in found if n[2]))
        self._many("DELETE FROM notes WHERE sort = ? AND id = ?", (n[:2] for n in found if not n[2]))


def _of_types(types: Sequence[str]) -> str:
    return f" AND type IN ({', '.join('?' * len(types))})" if types else ""
