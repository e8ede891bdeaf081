"""Numbers held against each other: ranges, vague words, parts against totals."""

from collections.abc import Iterator

from rashomon.names import fold
from rashomon.records import Figure, Modifier, Scope, Slot, Verdict
from rashomon.resolve.accounts import Account
from rashomon.resolve.compare.findings import RANK, Finding, both, figure_words
from rashomon.resolve.counted import find_apart
from rashomon.resolve.kit import Kit
from rashomon.resolve.words import side_words

_ROUND = 0.1  # "about 300" and 320 are one number told twice; newspapers round by tenths
_LOOSE = frozenset({Modifier.ABOUT, Modifier.VAGUE})


def compare_counts(left: Account, right: Account, kit: Kit) -> Finding | None:
    """Compare the figures of two accounts measure by measure; the gravest outcome is given with all reasons."""
    found = sorted(_by_measure(left, right, kit), key=lambda pair: (RANK[pair[0]], pair[1]))
    if not found:
        return None
    return Finding(Slot.COUNT, found[0][0], " | ".join(reason for _, reason in found))


def _by_measure(left: Account, right: Account, kit: Kit) -> Iterator[tuple[Verdict, str]]:
    for one in left.row.figures:
        fits = [_pair(left, one, right, other, kit) for other in right.row.figures if other.measure == one.measure]
        if one.measure and fits:
            yield min(fits, key=lambda pair: (-RANK[pair[0]], pair[1]))


def _pair(left: Account, one: Figure, right: Account, other: Figure, kit: Kit) -> tuple[Verdict, str]:
    verdict, why = compare_figures(one, other, kit)
    if is_addition(left, one, kit) != is_addition(right, other, kit):
        verdict, why = Verdict.INCOMPARABLE, "one counts only those beyond an earlier number"
    elif verdict is Verdict.CONTRADICTS and (apart := find_apart(left, one, right, other, kit)):
        verdict, why = Verdict.INCOMPARABLE, apart
    elif verdict is Verdict.CONTRADICTS and _grew(left, one, right, other, kit):
        verdict, why = Verdict.REFINES, "a later count, and higher"
    told = both(left, f"{figure_words(one)} {one.measure}", right, f"{figure_words(other)} {other.measure}")
    return verdict, f"{why}: {told}"


def is_addition(account: Account, figure: Figure, kit: Kit) -> bool:
    """Say whether a number is no total: "two more", "a further nine", "including six children"."""
    if figure.scope not in {Scope.TOTAL, Scope.AGAIN}:
        return True
    row = account.row
    before = fold(row.content[: max(0, figure.start - row.start)]).split()[-2:]
    return bool(kit.rules.addition_words & {*before, *fold(figure.counted).split()[:1]})


def _grew(left: Account, one: Figure, right: Account, other: Figure, kit: Kit) -> bool:
    """Say whether a number that can only grow is higher in the later of two reports, by no more than a growing toll."""
    days = left.row.published, right.row.published
    if days[0] is None or days[1] is None or days[0] == days[1] or one.measure not in kit.rules.growing:
        return False
    early, late = (one, other) if days[0] < days[1] else (other, one)
    return 0 < _low(early) < _low(late) <= kit.limit("toll_growth") * _low(early)


def compare_figures(one: Figure, other: Figure, kit: Kit) -> tuple[Verdict, str]:
    """Compare two numbers of one measure; symmetric.

    Returns:
        The verdict and the reason without the values.
    """
    if _other_kind(one, other, kit):
        return Verdict.INCOMPARABLE, f"{one.counted} and {other.counted} are counted apart"
    if (one.low, one.high) == (other.low, other.high):
        return Verdict.AGREES, "the same number"
    if max(_low(one), _low(other)) <= min(_high(one), _high(other)):
        return Verdict.REFINES, "one number lies in the other's range"
    if _LOOSE & {one.modifier, other.modifier} and _close(one, other):
        return Verdict.REFINES, "a round number of the other"
    return Verdict.CONTRADICTS, "numbers that cannot both be right"


def _other_kind(one: Figure, other: Figure, kit: Kit) -> bool:
    left, right = (frozenset(side_words(f.counted, kit.rules)) for f in (one, other))
    return bool(left and right and not left & right)


def _low(figure: Figure) -> float:
    return 0.0 if figure.low is None else figure.low


def _high(figure: Figure) -> float:
    return float("inf") if figure.high is None else figure.high


def _close(one: Figure, other: Figure) -> bool:
    gap = max(_low(one), _low(other)) - min(_high(one), _high(other))
    return gap <= _ROUND * max(_low(one), _low(other))
