"""What of a ledger is kept in memory while it is served: light rows of all incidents, until the file changes."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from pathlib import Path
from threading import RLock
from typing import Any, TypeVar

from rashomon.records import Query
from rashomon.store import SqliteLedger
from rashomon.store.overview import LightIncident, incident_ids, light_incidents
from rashomon.web.view import View

R = TypeVar("R")
_ALL = Query()
_MOST_KEPT = 256


@dataclass(slots=True)
class Snapshot:
    """Light incidents, and answers that cost something, until the ledger changes.

    Attributes:
        ledger: the opened ledger.
        group_of: event type -> name of its group.
    """

    ledger: SqliteLedger
    group_of: Any
    _version: tuple[Any, ...] = ()
    _incidents: tuple[LightIncident, ...] = ()
    _kept: dict[Hashable, Any] = field(default_factory=dict)
    _lock: Any = field(default_factory=RLock)

    def incidents(self) -> tuple[LightIncident, ...]:
        """Give all incidents by time."""
        with self._lock:
            self._refresh()
            return self._incidents

    def chosen(self, view: View) -> tuple[LightIncident, ...]:
        """Give the incidents of a view, by time."""
        return self.kept(("chosen", view.query, view.groups, view.since), lambda: self._choose(view))

    def kept(self, key: Hashable, make: Callable[[], R]) -> R:
        """Give what was made for a key, or make it; forgotten when the ledger changes."""
        with self._lock:
            self._refresh()
            if key in self._kept:
                found: R = self._kept[key]
                return found
        made = make()
        with self._lock:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[key] = made
        return made

    def forget(self) -> None:
        """Read everything anew when it is next asked for."""
        with self._lock:
            self._version = ()

    def _choose(self, view: View) -> tuple[LightIncident, ...]:
        rows = self.incidents()
        if view.query != _ALL:
            found = self.ledger.ask(lambda connection: incident_ids(connection, view.query))
            rows = tuple(row for row in rows if row.id in found)
        if view.groups:
            rows = tuple(row for row in rows if self.group_of.get(row.type) in view.groups)
        if view.since:
            rows = tuple(row for row in rows if row.read >= view.since)
        return rows

    def _refresh(self) -> None:
        version = _version_of(self.ledger.path)
        if version != self._version:
            self._version = version
            self._kept.clear()
            self._incidents = self.ledger.ask(light_incidents)


def _version_of(path: Path) -> tuple[Any, ...]:
    """Give what changes whenever the ledger is written: length and time of the file and of its log."""
    found = []
    for name in (path, path.with_name(f"{path.name}-wal")):
        try:
            stat = name.stat()
            found += [stat.st_mtime_ns, stat.st_size]
        except OSError:
            found += [0, 0]
    return tuple(found)
