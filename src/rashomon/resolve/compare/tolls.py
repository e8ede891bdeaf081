"""The tolls of one happening held against each other where parts of it tell them: "nine were taken", "twelve were"."""

from collections.abc import Iterator, Sequence
from itertools import combinations, islice

from rashomon.records import Comparison, Verdict
from rashomon.resolve.accounts import Account
from rashomon.resolve.compare.figures import compare_counts
from rashomon.resolve.compare.findings import Finding, make_comparison
from rashomon.resolve.compare.victims import compare_dead
from rashomon.resolve.kit import Kit


def compare_tolls(groups: Sequence[Sequence[Account]], kit: Kit) -> tuple[Comparison, ...]:
    """Compare what is counted in different groups of one happening, voice against voice.

    Args:
        groups: the claims of the happening itself, and of each of its parts.
        kit: rules; at most `limits.pairs_per_incident` pairs are compared.
    """
    pairs = islice(_pairs(groups), int(kit.limit("pairs_per_incident")))
    return tuple(
        make_comparison(left, right, finding)
        for left, right in pairs
        for finding in (compare_counts(left, right, kit), compare_dead(left, right))
        if finding is not None and _matters(finding, left, right)
    )


def _pairs(groups: Sequence[Sequence[Account]]) -> Iterator[tuple[Account, Account]]:
    counted = [[account for account in group if account.row.figures and not account.negated] for group in groups]
    for ones, others in combinations(counted, 2):
        for one in ones:
            for other in others:
                if one.speaker != other.speaker or one.row.document != other.row.document:
                    yield (one, other) if one.id < other.id else (other, one)


def _matters(finding: Finding, left: Account, right: Account) -> bool:
    return finding.verdict is Verdict.CONTRADICTS or (
        finding.verdict is not Verdict.INCOMPARABLE and left.row.document != right.row.document
    )
