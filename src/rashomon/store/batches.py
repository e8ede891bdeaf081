"""Statements over long lists of values, a batch at a time."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection

_BATCH = 500


class Batches:
    """A connection that is asked by lists of values."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def _some(self, sql: str, values: Iterable[Any]) -> Iterator[Any]:
        """Ask with a list of values at the end, a batch at a time."""
        wanted = sorted(set(values))
        for first in range(0, len(wanted), _BATCH):
            some = tuple(wanted[first : first + _BATCH])
            yield from self._connection.exec_driver_sql(f"{sql} ({', '.join('?' * len(some))})", some).fetchall()

    def _many(self, sql: str, values: Iterable[Any]) -> None:
        found = [tuple(value) for value in values]
        if found:
            self._connection.exec_driver_sql(sql, found)
