"""Questions to an opened ledger: the library face. Imports nothing that reading needs.

Every question takes the filters of `records.Query` by name: actor, place, type, start, end, voice, outlet, status,
text, limit.
"""

from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Any

from rashomon.answers import Answer
from rashomon.export.shapes import (
    Show,
    shape_actor,
    shape_claim,
    shape_comparison,
    shape_incident,
    shape_issue,
    shape_place,
)
from rashomon.gathering import gather_briefing, gather_control, gather_prospects
from rashomon.records import (
    Actor,
    Briefing,
    ClaimRow,
    Comparison,
    ControlCell,
    Incident,
    Issue,
    Place,
    ProspectCell,
    Query,
    SentenceText,
    Verdict,
    to_json,
)
from rashomon.store import open_ledger


class OpenLedger:
    """A ledger file opened for questions; close it, or use it in a `with` block."""

    def __init__(self, path: str | Path = "rashomon.db", names: bool = False) -> None:
        """Open a ledger file.

        Args:
            path: the file.
            names: whether tables and briefings show private persons by name instead of by role.

        Raises:
            LedgerError: there is no such file, or it is no ledger.
        """
        self.store = open_ledger(Path(path))
        self._names = names
        self._show = Show(names=names)

    def __enter__(self) -> "OpenLedger":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self.store.close()

    def claims(self, **filters: Any) -> Answer[ClaimRow]:
        """Ask for claims, in document order."""
        return Answer(tuple(self.store.claims(Query(**filters))), lambda row: shape_claim(row, self._show))

    def incidents(self, **filters: Any) -> Answer[Incident]:
        """Ask for incidents, by time."""
        return Answer(tuple(self.store.incidents(Query(**filters))), lambda row: shape_incident(row, self._show))

    def contradictions(self, **filters: Any) -> Answer[Comparison]:
        """Ask for pairs of claims that contradict each other."""
        found = tuple(c for c in self.store.comparisons(Query(**filters)) if c.verdict is Verdict.CONTRADICTS)
        rows = self._rows(found)
        return Answer(found, lambda c: shape_comparison(c, rows[c.first], rows[c.second], self._show))

    def actors(self, **filters: Any) -> Answer[tuple[Actor, tuple[str, ...]]]:
        """Ask for actors, each with the file names that name it."""
        return Answer(tuple(self.store.actors(Query(**filters))), lambda pair: shape_actor(*pair, self._show))

    def places(self, **filters: Any) -> Answer[tuple[Place, tuple[str, ...]]]:
        """Ask for places, each with the file names that name it."""
        return Answer(tuple(self.store.places(Query(**filters))), lambda pair: shape_place(*pair))

    def control(self, **filters: Any) -> Answer[ControlCell]:
        """Ask who holds what: claimed cells and assessed ones."""
        return Answer(gather_control(self.store, Query(**filters)), to_json)

    def prospects(self, **filters: Any) -> Answer[ProspectCell]:
        """Ask for the outlook, factor by voice."""
        return Answer(gather_prospects(self.store, Query(**filters)), to_json)

    def issues(self, **filters: Any) -> Answer[Issue]:
        """Ask what could not be read with certainty."""
        return Answer(tuple(self.store.issues(Query(**filters))), lambda issue: shape_issue(issue, self._show))

    def search(self, words: str, limit: int = 50) -> Answer[SentenceText]:
        """Search the sentences read, best first."""
        return Answer(tuple(self.store.sentences(words, limit)), to_json)

    def briefing(self, **filters: Any) -> Briefing:
        """Make a briefing; every line is proven to say no more than the rows it cites."""
        return gather_briefing(self.store, Query(**filters), self._names)

    def _rows(self, comparisons: Iterable[Comparison]) -> dict[str, ClaimRow]:
        ids = dict.fromkeys(claim for c in comparisons for claim in (c.first, c.second))
        return {row.id: row for row in self.store.rows(ids)}
