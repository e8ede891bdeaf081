"""Who is counted: a side's dead are no toll of the other side, and soldiers may be among the people who died."""

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.names import fold
from rashomon.records import ActorRef, Figure
from rashomon.resolve.accounts import Account
from rashomon.resolve.kit import Kit

_FIGHTING = frozenset({1, 2, 3})
_FEW_DAYS = 2  # a night of two dates is one happening
_TIMES = 3  # a week is no longer time than five days of it


@dataclass(frozen=True, slots=True)
class Counted:
    """Who a number counts.

    Attributes:
        side: name of the side, or "" where the words do not tell it.
        fights: whether that side bears arms.
        not_side: the side of whoever did it, which those counted are not of; "" if unknown or if `side` is known.
        all: whether the words are of people of any side.
    """

    side: str
    fights: bool
    not_side: str
    all: bool


def find_counted(account: Account, figure: Figure, kit: Kit) -> Counted:
    """Say who a number counts, by the words beside it and by who suffers what the clause tells."""
    words = set(fold(figure.counted).split())
    everybody = bool(words & kit.rules.counted_all)
    row = account.row
    refs = (*row.patients, *row.agents) if words else row.patients
    classes = {ref.acled for ref in refs if _fits(ref, words, kit)} if not everybody else set()
    code = next(iter(classes)) if len(classes) == 1 else None
    if code is not None and code in kit.rules.sides:
        return Counted(kit.rules.sides[code], code in _FIGHTING, "", False)
    doers = {ref.acled for ref in row.agents if ref.acled in _FIGHTING}
    doer = kit.rules.sides.get(next(iter(doers)) or 0, "") if len(doers) == 1 and not words else ""
    return Counted("", False, doer, everybody)


def _fits(ref: ActorRef, words: set[str], kit: Kit) -> bool:
    """Say whether an actor is who is counted: named by the words beside the number, or the one who suffers it."""
    named = set(fold(f"{ref.name} {ref.text}").split())
    if words:
        return words <= named
    return not named <= kit.rules.faceless


def sums_up(account: Account, others: Iterable[Account]) -> bool:
    """Say whether an account counts over a longer time that holds the days of others: a month's dead, a day's dead."""
    return any(_spans(account, other) for other in others)


def _spans(wide: Account, narrow: Account) -> bool:
    if wide.start is None or narrow.start is None or narrow.end is None or narrow.start < wide.start:
        return False
    if wide.end is None:
        return narrow.end - narrow.start <= _FEW_DAYS
    length = wide.end - wide.start
    return narrow.end <= wide.end and length > _FEW_DAYS and length >= _TIMES * (narrow.end - narrow.start)


def find_apart(left: Account, one: Figure, right: Account, other: Figure, kit: Kit) -> str:
    """Say in words why two numbers count different people, or ""."""
    if _spans(left, right) or _spans(right, left):
        return "one counts a longer time"
    first, second = find_counted(left, one, kit), find_counted(right, other, kit)
    if first.side and second.side and first.side != second.side:
        return f"{' and '.join(sorted((first.side, second.side)))} are counted apart"
    for known, open_, part, whole in ((first, second, one, other), (second, first, other, one)):
        if known.side and known.side == open_.not_side:
            return f"who did it counts others than {known.side}"
        if known.fights and open_.all and (part.low or 0) <= (whole.low or 0):
            return f"{known.side} may be among all who are counted"
    return ""
