"""Pairs become groups: best pair first, and no join that any veto between the two groups forbids.

Greedy agglomeration under cannot-link constraints: a chain A-B-C never unites A and C against a veto between them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from rashomon.resolve.accounts import Account, adds
from rashomon.resolve.judgements import Decided, Pair, make_pair
from rashomon.resolve.kit import Kit
from rashomon.resolve.pairs import Pairing
from rashomon.resolve.reasons import pair_words
from rashomon.resolve.union import Union
from rashomon.resolve.vetoes import find_veto
from rashomon.resolve.when import dates_itself


class Grower:
    """Groups of accounts that grow by joins which nothing forbids.

    Args:
        accounts: by claim id.
        decided: what people said.
        kit: rules.
    """

    def __init__(self, accounts: Mapping[str, Account], decided: Decided, kit: Kit) -> None:
        self._accounts = accounts
        self._decided = decided
        self._kit = kit
        self._sets = Union(accounts)
        self._members: dict[str, list[str]] = {key: [key] for key in accounts}
        self._kinds: dict[str, dict[int, str]] = {
            key: {number: key} for key, number in _number_profiles(accounts).items()
        }
        self._barred: dict[str, set[str]] = {}
        self._judged = bool(decided.different)
        self.why: dict[str, str] = {}

    def bind(self, pairs: Iterable[Pair], why: str) -> None:
        """Join pairs whatever speaks against it: one item told by two voices, or a person's word."""
        for left, right in sorted(pairs):
            self._unite(left, right, why)

    def grow(self, pairings: Iterable[Pairing]) -> None:
        """Join pairs, best first, unless the join is forbidden."""
        for pairing in sorted(pairings, key=lambda p: (-p.score, p.left, p.right)):
            left, right = self._sets.root(pairing.left), self._sets.root(pairing.right)
            if left != right and not self._forbidden(left, right):
                one, other = self._accounts[pairing.left], self._accounts[pairing.right]
                self._unite(left, right, pair_words(pairing, one, other, self._kit))

    def extend(self, pairs: Iterable[Pair], why: str) -> None:
        """Join pairs found by a rule instead of points, unless the join is forbidden."""
        for one, other in sorted(pairs):
            left, right = self._sets.root(one), self._sets.root(other)
            if left != right and not self._forbidden(left, right):
                self._unite(left, right, why)

    def root(self, claim: str) -> str:
        """Give the smallest claim id of the group."""
        return self._sets.root(claim)

    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Give all groups, members sorted."""
        return self._sets.groups()

    def _unite(self, left: str, right: str, why: str) -> None:
        one, other = self._sets.root(left), self._sets.root(right)
        if one == other:
            return
        united = self._members.pop(one) + self._members.pop(other)
        reasons = [reason for key in (one, other) if (reason := self.why.pop(key, ""))]
        root = self._sets.join(one, other)
        self._members[root] = united
        self._kinds[root] = self._kinds.pop(one) | self._kinds.pop(other)
        self._bar(root, self._barred.pop(one, set()) | self._barred.pop(other, set()), {one, other})
        self.why[root] = min([why, *reasons], key=lambda text: (-len(text), text))

    def _bar(self, root: str, others: set[str], gone: set[str]) -> None:
        """Keep what may not join a group that has grown: what parted its halves parts the whole."""
        for other in others:
            self._barred[other] -= gone
            self._barred[other].add(root)
        if others:
            self._barred[root] = others

    def _forbidden(self, left: str, right: str) -> bool:
        """Say whether any two of the groups are parted, looked at once for two groups and all that they grow into."""
        if right in self._barred.get(left, ()):
            return True
        parted = self._find_parted(left, right)
        if parted:
            self._barred.setdefault(left, set()).add(right)
            self._barred.setdefault(right, set()).add(left)
        return parted

    def _find_parted(self, left: str, right: str) -> bool:
        """Look for two of the groups that are parted; of accounts of one profile one stands for all."""
        if self._judged and any(
            make_pair(one, other) in self._decided.different
            for one in self._members[left]
            for other in self._members[right]
        ):
            return True
        ones, others = self._kinds[left].values(), self._kinds[right].values()
        return any(find_veto(self._accounts[one], self._accounts[other], self._kit) for one in ones for other in others)


def _number_profiles(accounts: Mapping[str, Account]) -> dict[str, int]:
    """Give one number to all accounts that a veto cannot tell apart."""
    numbers: dict[object, int] = {}
    return {key: numbers.setdefault(_profile(account), len(numbers)) for key, account in accounts.items()}


def _profile(account: Account) -> object:
    """Give all of an account that a veto looks at: accounts of one profile are parted from the same others."""
    row = account.row
    return (
        account.place and replace(account.place, text=""),
        account.start, account.end, row.time and (row.time.basis, row.time.text), account.persons, row.published,
        (row.document, account.speaker, row.type, tuple(account.told), adds(account)) if row.figures else None,
        row.type, dates_itself(account),
    )  # fmt: skip
