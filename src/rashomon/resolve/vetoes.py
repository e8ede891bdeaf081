"""What forbids that two claims are of one happening: facts that cannot both be of it."""

from rashomon.resolve.accounts import Account, adds
from rashomon.resolve.kit import Kit
from rashomon.resolve.when import Meet, find_meet
from rashomon.resolve.where import Lie, find_lie

OTHER_DAYS = "other days"
LATER_DEAD = "one counts only those who came later"
TWO_NUMBERS = "one voice tells two numbers in one report"
_COUNTED = 3  # one and two are counted everywhere
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
    if counts := _counts(left, right, kit):
        return counts
    return "told after a report of it" if _too_late(left, right) or _too_late(right, left) else ""


def _when(left: Account, right: Account, same_person: bool, kit: Kit) -> str:
    """Give what their days forbid: news is parted by the days of its reports, unless a victim or a number tells."""
    meet = find_meet(left, right, kit)
    if meet is Meet.APART:
        return OTHER_DAYS
    if meet is Meet.OTHER_NEWS and not same_person:
        return "news of other months"
    return "news of other days" if meet is Meet.STALE and not same_person and not _same_toll(left, right) else ""


def _counts(left: Account, right: Account, kit: Kit) -> str:
    """Give what the numbers of both forbid: without a day that ties two reports, other numbers are other happenings."""
    if not left.row.figures or not right.row.figures:
        return ""
    if adds(left) != adds(right):
        return LATER_DEAD
    if left.row.document == right.row.document:
        return TWO_NUMBERS if left.speaker == right.speaker and _tolls_differ(left, right) else ""
    return "other numbers, and no day that ties them" if _numbers_part(left, right, kit) else ""


def _same_toll(left: Account, right: Account) -> bool:
    return any(one in right.told and one[1] >= _TELLING for one in left.told)


def _tolls_differ(left: Account, right: Account) -> bool:
    other = dict(right.told)
    return left.row.type == right.row.type and any(other.get(name, value) != value for name, value in left.told)


def _numbers_part(left: Account, right: Account, kit: Kit) -> bool:
    if not (_untold(left) or _untold(right)) or left.persons & right.persons or not _tolls_part(left, right):
        return False
    return find_meet(left, right, kit) is Meet.OPEN


def _untold(account: Account) -> bool:
    return account.start is None and account.end is None


def _tolls_part(left: Account, right: Account) -> bool:
    """Say whether both tell a number of one measure, and share none."""
    ones, others = ({told for told in account.told if told[1] >= _COUNTED} for account in (left, right))
    return not ones & others and bool({name for name, _ in ones} & {name for name, _ in others})


def _too_late(told: Account, happened: Account) -> bool:
    published = told.row.published
    return published is not None and happened.start is not None and happened.start > published.toordinal() + 1
