"""Two reports that tell mostly the same: what no day ties may be tied by all else that is told with it.

Asked only where a report tells no day of publication: two days of one war are told in the same words as well, and of
two dated reports the days say more.
"""

from rashomon.resolve.accounts import Account
from rashomon.resolve.kit import Kit
from rashomon.resolve.when import Meet, find_meet
from rashomon.resolve.where import Lie, find_lie

_ONE_SPOT = frozenset({Lie.SAME, Lie.INSIDE})
_DAYLESS = frozenset({Meet.OPEN, Meet.WEEKDAY})


def may_tell_alike(left: Account, right: Account) -> bool:
    """Say cheaply whether it is worth asking: one sort of thing in two reports, one of them without a day."""
    undated = left.row.published is None or right.row.published is None
    return undated and left.row.type == right.row.type and left.row.document != right.row.document


def find_alike(left: Account, right: Account, kit: Kit) -> tuple[str, float] | None:
    """Give the sign that the reports of two claims tell mostly the same, or None."""
    if left.row.published is not None and right.row.published is not None:
        return None
    return ("reports-alike", 1.0) if _tell_alike(left, right, kit) else None


def _tell_alike(left: Account, right: Account, kit: Kit) -> bool:
    """Say whether the reports of two claims tell mostly the same; what looks back on a long time is left out.

    Where no place and nobody named ties the two claims, their reports must be more alike; two towns are two raids.
    """
    if not may_tell_alike(left, right) or find_meet(left, right, kit) not in _DAYLESS:
        return False
    if kit.rules.back_words & left.words or kit.rules.back_words & right.words:
        return False
    lie = find_lie(left.place, right.place, kit) if left.place and right.place else Lie.OPEN
    tied = lie in _ONE_SPOT or bool(left.agents & right.agents or left.patients & right.patients)
    return lie is not Lie.NEAR and _likeness(left, right, kit) >= kit.limit("alike" if tied else "alike_untied")


def _likeness(left: Account, right: Account, kit: Kit) -> float:
    """Give the share of the words of the shorter of two reports that the other has too; 0 if they share few."""
    one, other = left.report, right.report
    shared = len(one & other)
    return shared / min(len(one), len(other)) if shared >= kit.limit("alike_words") else 0.0
