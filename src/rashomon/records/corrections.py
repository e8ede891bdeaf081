"""A person's word on one claim: what the row is once the judgements that hold are applied. Nothing read is changed."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from rashomon.records.enums import Grain, TimeBasis
from rashomon.records.links import Place
from rashomon.records.reading import ClaimRow
from rashomon.records.resolution import Judgement
from rashomon.records.rows import make_place_ref
from rashomon.records.values import TimeSpan

REJECT = "reject"
RETYPE = "retype"
RELOCATE = "relocate"
REDATE = "redate"
# Verdicts on a claim that change its row; `Judgement.other` holds the new type, the place's id or the interval.
CORRECTING = frozenset({REJECT, RETYPE, RELOCATE, REDATE})
PRIVATE = "private"
PUBLIC = "public"
NOWHERE = "none"


def correct_row(row: ClaimRow, judgements: Iterable[Judgement], places: Mapping[str, Place]) -> ClaimRow | None:
    """Apply judgements to a row as its document was read.

    Args:
        row: as read.
        judgements: those on this claim; the last word on each slot counts.
        places: by id; a place that is not among them leaves the row as it is.

    Returns:
        The row with its new slots, or None if the claim is rejected.
    """
    for judgement in sorted(judgements, key=lambda j: (j.made, j.id)):
        if judgement.withdrawn is not None:
            continue
        if judgement.verdict == REJECT:
            return None
        row = _corrected(row, judgement, places)
    return row


def _corrected(row: ClaimRow, judgement: Judgement, places: Mapping[str, Place]) -> ClaimRow:
    told = judgement.other or ""
    if judgement.verdict == RETYPE:
        # The codes were those of the old type.
        return replace(row, type=told, plover=None, acled=None)
    if judgement.verdict == REDATE:
        return replace(row, time=None if told == NOWHERE else read_interval(told, row))
    if judgement.verdict == RELOCATE and told == NOWHERE:
        return replace(row, place=None)
    if judgement.verdict == RELOCATE and told in places:
        return replace(row, place=make_place_ref(places[told], "" if row.place is None else row.place.text))
    return row


def write_interval(start: date, end: date) -> str:
    """Write a half-open interval of days as a judgement holds it."""
    return f"{start.isoformat()}/{end.isoformat()}"


def read_interval(told: str, row: ClaimRow | None = None) -> TimeSpan:
    """Read an interval that `write_interval` wrote; the words stay those of the row.

    Raises:
        ValueError: it is none, or ends before it starts.
    """
    first, _, last = told.partition("/")
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    if end <= start:
        raise ValueError(f"{told}: ends before it starts")
    words = row.time.text if row is not None and row.time is not None else ""
    grain = Grain.DAY if (end - start).days == 1 else Grain.RANGE
    return TimeSpan(start, end, grain, TimeBasis.JUDGED, words)
