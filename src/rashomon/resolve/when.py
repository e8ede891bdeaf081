"""How the times of two accounts lie to each other."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import lru_cache

from rashomon.names import fold
from rashomon.records import Grain, TimeBasis, TimeSpan
from rashomon.resolve.accounts import Account
from rashomon.resolve.kit import Kit

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_COUNTED = frozenset({TimeBasis.PUBLICATION, TimeBasis.DATELINE, TimeBasis.SIDECAR, TimeBasis.METADATA})


class Meet(StrEnum):
    """How two times lie to each other; the values are names of weights, or no evidence."""

    DAY = "time-day"
    WEEK = "time-week"
    COARSE = "time-coarse"
    NEAR = "time-near"
    WEEKDAY = "time-weekday"
    OTHER_WEEKDAY = "time-weekday-other"
    CALENDAR = "time-calendar"
    LEAD = "time-lead"
    NEWS = "time-news"
    STALE = "time-stale"
    OTHER_NEWS = "time-news-other"
    OPEN = "open"
    APART = "apart"


def find_meet(left: Account, right: Account, kit: Kit) -> Meet:
    """Find how two times lie to each other; symmetric. What is told cannot be later than its report."""
    if _untold(left) or _untold(right):
        return _by_words(left, right, kit)
    gap = _gap(left, right)
    if gap > 0:
        return Meet.NEAR if gap <= _slack(left, right, kit) else Meet.APART
    if None in (left.start, left.end, right.start, right.end):
        return Meet.COARSE
    longest = max(_length(left), _length(right))
    if longest == 1:
        return Meet.DAY
    return Meet.WEEK if longest <= kit.limit("coarse_days") else Meet.COARSE


def make_day_test(kit: Kit) -> Callable[[Account, Account], bool]:
    """Make a cheap test of whether days alone forbid that two accounts are of one happening (`find_veto`).

    Most pairs that share a number or a place are of other months. Told days lie farther apart than any slack; reports
    where one tells no day farther than any news is recalled, and no victim ties them.
    """
    slack = max(kit.limit(name) for name in ("slack_days", "turnover_days"))
    news = max(kit.limit(name) for name in ("lead_days", "stale_days", "news_days", "recalled_days"))

    def are_far(left: Account, right: Account) -> bool:
        one, other = left.news_day, right.news_day
        if one is None or other is None:
            return False
        if left.start is None or right.start is None:
            other_news = abs(one - other) > news and left.row.document != right.row.document
            return other_news and not left.persons & right.persons and (_untold(left) or _untold(right))
        first, last = (left, right) if left.start <= right.start else (right, left)
        return first.end is not None and (last.start or 0) - first.end + 1 > slack

    return are_far


def _untold(account: Account) -> bool:
    return account.start is None and account.end is None


def _gap(left: Account, right: Account) -> int:
    """Give the days between two intervals; 0 if they overlap."""
    gap = 0
    if left.end is not None and right.start is not None:
        gap = right.start - left.end + 1
    if right.end is not None and left.start is not None:
        gap = max(gap, left.start - right.end + 1)
    return max(gap, 0)


def _length(account: Account) -> int:
    return 0 if account.start is None or account.end is None else account.end - account.start


def is_counted(account: Account) -> bool:
    """Say whether a day was counted from another day ("on Tuesday") and may be off by one."""
    return account.row.time is not None and account.row.time.basis in _COUNTED


def _slack(left: Account, right: Account, kit: Kit) -> float:
    if _is_turnover(left, right, kit) and left.place and right.place:
        return kit.limit("turnover_days") if left.place.id == right.place.id else kit.limit("slack_days")
    return kit.limit("slack_days") if is_counted(left) or is_counted(right) else 0


def _by_words(left: Account, right: Account, kit: Kit) -> Meet:
    """Hold the printed words of an untold day against the other's day, else the days of the two reports."""
    one, other = left.month_day, right.month_day
    if one is not None and other is not None:
        return Meet.CALENDAR if one == other else Meet.APART
    by_weekday = _by_weekday(left, right)
    return by_weekday if by_weekday is not Meet.OPEN else _by_news(left, right, kit)


def _by_news(left: Account, right: Account, kit: Kit) -> Meet:
    one, other = left.news_day, right.news_day
    if one is None or other is None or left.row.document == right.row.document:
        return Meet.OPEN
    fresh = dates_itself(left) and dates_itself(right)
    if fresh and abs(one - other) <= kit.limit("lead_days"):
        return Meet.LEAD
    if abs(one - other) <= kit.limit("stale_days" if fresh and not _is_turnover(left, right, kit) else "news_days"):
        return Meet.NEWS
    if fresh and not _is_turnover(left, right, kit) and abs(one - other) <= kit.limit("recalled_days"):
        return Meet.STALE
    return Meet.OPEN if abs(one - other) <= kit.limit("recalled_days") else Meet.OTHER_NEWS


def _is_turnover(left: Account, right: Account, kit: Kit) -> bool:
    return left.row.type in kit.rules.turnovers and right.row.type in kit.rules.turnovers


def dates_itself(account: Account) -> bool:
    """Say whether a claim tells its day, or opens its report as the news of the day."""
    if account.start is not None:
        return _length(account) == 1
    return account.opens


def _by_weekday(left: Account, right: Account) -> Meet:
    if left.start is None and right.start is None:
        one, other = weekday_in(left.row.time), weekday_in(right.row.time)
        return Meet.OPEN if one is None or other is None or one == other else Meet.OTHER_WEEKDAY
    for told, untold in ((left, right), (right, left)):
        if untold.row.time is None or told.start is None or _length(told) != 1:
            continue
        day = weekday_in(untold.row.time)
        if day is not None:
            return Meet.WEEKDAY if date.fromordinal(told.start).weekday() == day else Meet.OTHER_WEEKDAY
    return Meet.OPEN


def weekday_in(time: TimeSpan | None) -> int | None:
    """Give the weekday (Monday 0) that the words of a time name, or None."""
    return None if time is None else _weekday_of(time.text)


# Few words of time are told again and again, and every pair asks for them.
@lru_cache(1 << 12)
def _weekday_of(text: str) -> int | None:
    return next((_WEEKDAYS.index(word) for word in fold(text).split() if word in _WEEKDAYS), None)


def day_words(time: TimeSpan) -> str:
    """Give a time for people: a day, two days, a month or a year; the printed words if nothing is resolved."""
    first, last = time.start, time.last_day
    if first is None and last is None:
        return time.text
    if first is None or last is None:
        return f"since {_day(first)}" if first else f"until {_day(last)}"
    if first == last:
        return _day(first)
    if time.grain is Grain.MONTH:
        return f"{first:%b %Y}"
    return f"{first.year}" if time.grain is Grain.YEAR else f"{_day(first)} to {_day(last)}"


def _day(day: date | None) -> str:
    return "" if day is None else f"{day.day} {day:%b %Y}"
