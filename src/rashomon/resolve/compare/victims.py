"""Who suffered it, held against each other: one says civilians, the other armed men."""

from collections.abc import Iterable

from rashomon.records import Comparison, Slot, Verdict
from rashomon.resolve.accounts import Account
from rashomon.resolve.compare.findings import Finding, actor_words, both
from rashomon.resolve.kit import Kit

_CIVILIANS = 7


def compare_victims(left: Account, right: Account, kit: Kit) -> Finding | None:
    """Compare who suffered it in two accounts of one type."""
    one, other = left.row.patients, right.row.patients
    if not one or not other:
        return None
    if left.patients & right.patients or left.patient_words & right.patient_words:
        told = both(left, actor_words(one), right, actor_words(other))
        return Finding(Slot.VICTIM, Verdict.AGREES, f"the same who suffer it: {told}")
    return _civilians_on_one_side(left, right) if left.row.type == right.row.type or _one_number(left, right) else None


def _one_number(left: Account, right: Account) -> bool:
    """Say whether both count the same number of the same: fourteen killed, as a strike and as a killing."""
    return bool({*left.told} & {*right.told})


def compare_dead(left: Account, right: Account) -> Finding | None:
    """Compare who died or was hurt, in accounts of any types that count the same of them."""
    measures = {figure.measure for figure in left.row.figures} & {figure.measure for figure in right.row.figures}
    if not measures or left.patients & right.patients or left.patient_words & right.patient_words:
        return None
    return _civilians_on_one_side(left, right)


def _civilians_on_one_side(left: Account, right: Account) -> Finding | None:
    """Find that one tells civilians alone and the other armed men alone; who is of no known class says nothing."""
    ones, others = ({ref.acled for ref in account.row.patients} - {None} for account in (left, right))
    if not ones or not others or (ones == {_CIVILIANS}) == (others == {_CIVILIANS}):
        return None
    if ones & others:
        return None
    told = both(left, actor_words(left.row.patients), right, actor_words(right.row.patients))
    return Finding(Slot.VICTIM, Verdict.CONTRADICTS, f"civilians on one side only: {told}")


def drop_two_sided(comparisons: Iterable[Comparison], accounts: Iterable[Account]) -> tuple[Comparison, ...]:
    """Leave out a quarrel over who suffered it where one of the two tells the other's dead beside its own."""
    by_id = {account.id: account for account in accounts}
    told: dict[tuple[str, str], set[int | None]] = {}
    for account in by_id.values():
        told.setdefault((account.row.document, account.speaker), set()).update(
            ref.acled for ref in account.row.patients
        )
    return tuple(
        c
        for c in comparisons
        if c.slot is not Slot.VICTIM
        or c.verdict is not Verdict.CONTRADICTS
        or not any(
            told[one.row.document, one.speaker] & ({ref.acled for ref in other.row.patients} - {None})
            for one, other in ((by_id[c.first], by_id[c.second]), (by_id[c.second], by_id[c.first]))
        )
    )
