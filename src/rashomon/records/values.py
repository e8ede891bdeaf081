"""Values that have no id of their own: they live inside records."""

from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.records.enums import Grain, Modifier, Scope, TimeBasis


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document's text.

    Attributes:
        document: id of the document.
        start: first code point, 0-based.
        end: one past the last code point; `start < end`.
    """

    document: str
    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two share at least one code point of one document."""
        return self.document == other.document and self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Say whether the other lies wholly in this one."""
        return self.document == other.document and self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """An interval of UTC days with the words that told it.

    Attributes:
        start: first day, or None if open or unresolved.
        end: day after the last (half-open), or None if open or unresolved.
        grain: unit in which it was told.
        basis: what it rests on; None while unresolved (start and end are None too).
        text: the words as printed, "" if none were (a sidecar's date).
        anchor_day: when anchored, the day it was anchored to.
    """

    start: date | None
    end: date | None
    grain: Grain
    basis: TimeBasis | None
    text: str
    anchor_day: date | None = None

    @property
    def last_day(self) -> date | None:
        """The last day inside the interval, or None if open."""
        return None if self.end is None else self.end - timedelta(days=1)

    @property
    def resolved(self) -> bool:
        """Say whether at least one bound is known."""
        return self.start is not None or self.end is not None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number told of something countable in an event or a relation.

    Attributes:
        measure: what is counted, a name from resources/measures.yaml (killed, captured, troops, ...).
        low: least value meant, or None if not stated.
        high: greatest value meant, or None if open.
        modifier: how exact it is meant.
        start: offset of the words in the document's text.
        end: one past the last offset.
        text: the words as printed.
        counted: the noun that is counted as printed ("Taliban soldiers"), or "".
        scope: whether it is a total, part of one, an addition, told again, or a number that is replaced.
    """

    measure: str
    low: float | None
    high: float | None
    modifier: Modifier
    start: int
    end: int
    text: str
    counted: str = ""
    scope: Scope = Scope.TOTAL
