"""What forbids that two claims are of one happening: facts that cannot both be of it."""

from rashomon.resolve.accounts import Account, adds
from rashomon.resolve.kit import Kit
from rashomon.resolve.when import Meet, find_meet
from rashomon.resolve.where import Lie, find_lie

OTHER_DAYS = "other days"
LATER_DEAD = "one counts only those who came later"
_TELLING = 10  # numbers from here on are seldom told of two happenings


def find_veto(left: Account, right: Account, kit: Kit) -> str:
    """Give what forbids that two accounts are of one happening, in words, or "". Symmetric."""
    if left.place and right.place and find_lie(left.place, right.place, kit) is Lie.APART:
        return f"{left.place.name} is not {right.place.name}"
    shared = left.persons & right.persons
    if left.persons and right.persons and not shared:
        return "another person suffers it"
    if when := _when(left, right, bool(shared), kit):
        return when
    if adds(left) != adds(right) and left.row.figures and right.row.figures:
        return LATER_DEAD
    if _one_voice(left, right) and _tolls_differ(left, right):
        return "one voice tells two numbers in one report"
    return "told after a report of it" if _too_late(left, right) or _too_late(right, left) else ""


def _when(left: Account, right: Account, same_person: bool, kit: Kit) -> str:
    """Give what their days forbid: news is parted by the days of its reports, unless a victim or a number tells."""
    meet = find_meet(left, right, kit)
    if meet is Meet.APART:
        return OTHER_DAYS
    if meet is Meet.OTHER_NEWS and not same_person:
        return "news of other months"
    return "news of other days" if meet is Meet.STALE and not same_person and not _same_toll(left, right) else ""


def _one_voice(left: Account, right: Account) -> bool:
    return left.row.document == right.row.document and left.speaker == right.speaker


def _same_toll(left: Account, right: Account) -> bool:
    return any(one in right.told and one[1] >= _TELLING for one in left.told)


def _tolls_differ(left: Account, right: Account) -> bool:
    other = dict(right.told)
    return left.row.type == right.row.type and any(other.get(name, value) != value for name, value in left.told)


def _too_late(told: Account, happened: Account) -> bool:
    published = told.row.published
    return published is not None and happened.start is not None and happened.start > published.toordinal() + 1
