"""Claims about who holds one place held against each other, also within one report."""

from collections.abc import Iterable, Iterator, Sequence

from rashomon.records import Comparison, Slot, Verdict
from rashomon.resolve.accounts import Account
from rashomon.resolve.compare.findings import Finding, both, make_comparison
from rashomon.resolve.compare.holdings import Holding, find_holdings
from rashomon.resolve.kit import Kit
from rashomon.resolve.sides import Sides

_NEIGHBOURS = 12


def compare_control(accounts: Iterable[Account], sides: Sides, kit: Kit) -> Iterator[tuple[str, list[Comparison]]]:
    """Compare, by place, all holdings within `limits.control_days`; holders of one side do not contradict.

    Two claims of several holders can be compared in one slot more than once.
    """
    blocks: dict[str, list[Holding]] = {}
    for holding in find_holdings(accounts, kit):
        blocks.setdefault(holding.place_key, []).append(holding)
    for key, block in sorted(blocks.items()):
        yield key, list(compare_place(block, sides, kit))


def compare_place(block: Iterable[Holding], sides: Sides, kit: Kit) -> Iterator[Comparison]:
    """Compare the holdings of one place."""
    ordered = sorted(block, key=_order)
    changes = [h for h in ordered if h.change and h.held and h.account.start is not None]
    for left, right in _pairs(ordered, kit):
        comparison = None if _changed_between(left, right, changes) else _compare(left, right, sides)
        if comparison is not None:
            yield comparison


def _order(holding: Holding) -> tuple[int, str, str, bool]:
    return holding.day or 0, holding.account.id, holding.key, holding.held


def _pairs(block: Sequence[Holding], kit: Kit) -> Iterator[tuple[Holding, Holding]]:
    days = kit.limit("control_days")
    for at, left in enumerate(block):
        for right in block[at + 1 : at + 1 + _NEIGHBOURS]:
            if left.account.id != right.account.id and _same_time(left, right, days):
                yield left, right


def _same_time(left: Holding, right: Holding, days: float) -> bool:
    """Say whether both can be meant for one time: after a change of hands an earlier state says nothing."""
    if left.change and right.change:
        return False
    if left.day is None or right.day is None:
        return left.account.row.document == right.account.row.document or not (left.change or right.change)
    early, late = sorted((left, right), key=lambda h: h.day or 0)
    if late.change and not late.account.negated and early.day != late.day:
        return False
    return abs(left.day - right.day) <= days


def _changed_between(left: Holding, right: Holding, changes: Iterable[Holding]) -> bool:
    """Say whether the place is told to have come to another than the earlier holder after the earlier of two days.

    Whoever held it before is not contradicted by who holds it since: only times that overlap contradict.
    """
    if left.day is None or right.day is None or left.key == right.key:
        return False
    early, late = sorted((left, right), key=lambda h: h.day or 0)
    first, last = early.day or 0, late.day or 0
    return any(first < (c.day or 0) and (c.account.end or 0) - 1 <= last and c.key != early.key for c in changes)


def _compare(left: Holding, right: Holding, sides: Sides) -> Comparison | None:
    finding = _finding(left, right, sides)
    return None if finding is None else make_comparison(left.account, right.account, finding)


def _finding(left: Holding, right: Holding, sides: Sides) -> Finding | None:
    told = both(left.account, _words(left), right.account, _words(right))
    if left.key == right.key:
        if left.held == right.held:
            return _across(left, right, Finding(Slot.CONTROL, Verdict.AGREES, f"the same about one holder: {told}"))
        return Finding(Slot.CONTROL, Verdict.CONTRADICTS, f"held and not held by one holder: {told}")
    if sides.anybody(left.key) or sides.anybody(right.key) or sides.together(left.key, right.key):
        return None
    if left.held and right.held:
        return Finding(Slot.CONTROL, Verdict.CONTRADICTS, f"two holders of one place: {told}")
    if left.held != right.held:
        return _across(left, right, Finding(Slot.CONTROL, Verdict.REFINES, f"who holds it and who does not: {told}"))
    return None


def _across(left: Holding, right: Holding, finding: Finding) -> Finding | None:
    """Keep what fits only where two voices say it."""
    one, other = left.account, right.account
    return None if one.speaker == other.speaker and one.row.document == other.row.document else finding


def _words(holding: Holding) -> str:
    way = "held" if holding.held else "not held"
    return f"{holding.place.name} {way} by {holding.holder.name or holding.holder.text}"
