"""Pairs of claims that may be of one happening, found again around the claims that have changed."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from rashomon.resolve.accounts import Account
from rashomon.resolve.again.tellers import Tellers
from rashomon.resolve.blocks import type_buckets
from rashomon.resolve.groups import Sort, judge_pair
from rashomon.resolve.judgements import Pair, make_pair
from rashomon.resolve.kit import Kit
from rashomon.resolve.memory import Mark, Memory, make_key
from rashomon.resolve.pairs import may_be_hard


def pair_mark(sort: Sort, pair: Pair) -> Mark:
    """Give the mark of a pair that matters."""
    return Mark("pair", make_key("claim", pair[0]), 0, pair[1], sort.value, pair[0])


def read_pairs(memory: Memory, claims: Iterable[str]) -> Iterator[tuple[Sort, Pair]]:
    """Give the pairs that matter with one of the claims in them."""
    claims = tuple(claims)
    marks = {*memory.marks("pair", (make_key("claim", key) for key in claims)), *memory.marks_of("pair", claims)}
    return ((Sort(mark.type), (mark.extra, mark.member)) for mark in sorted(marks))


class Pairs:
    """The pairs that matter, while claims change.

    Args:
        memory: what is remembered.
        kit: rules.
    """

    def __init__(self, memory: Memory, kit: Kit) -> None:
        self._memory = memory
        self._kit = kit
        self._leaving: set[Pair] = set()
        self._coming: set[Pair] = set()
        self.touched: set[str] = set()

    @cached_property
    def _types(self) -> Mapping[str, tuple[str, ...]]:
        """Bucket -> the types in it."""
        found: dict[str, list[str]] = {}
        for type_ in self._kit.families:
            for bucket in type_buckets(type_, self._kit):
                found.setdefault(bucket, []).append(type_)
        return {bucket: tuple(types) for bucket, types in found.items()}

    def _buckets(self, type_: str) -> Iterator[tuple[str, ...]]:
        """Give the types of each bucket of a type; a type that no table knows is its own."""
        for bucket in type_buckets(type_, self._kit):
            types = self._types.get(bucket, ())
            yield types if type_ in types else (*types, type_)

    def change(self, gone: Iterable[str], marks: Mapping[str, Iterable[Mark]]) -> None:
        """Take the pairs of claims out, and put the claims into other blocks where they stand in others now.

        Args:
            gone: claims that are no more.
            marks: the marks of those that changed, by claim.
        """
        claims = {*gone, *marks}
        held = {key: self._memory.marks_of("block", [key]) for key in sorted(claims)}
        moved = [key for key in sorted(claims) if set(held[key]) != set(marks.get(key, ()))]
        for key in moved:
            for mark in held[key]:
                self._coming |= self._at_the_edge(mark)
            self._memory.drop("block", [key])
        for _, pair in read_pairs(self._memory, claims):
            self.touched |= {*pair}
        self._memory.drop("pair", claims)
        self._memory.drop_keys("pair", (make_key("claim", key) for key in claims))
        for mark in sorted(mark for key in moved for mark in marks.get(key, ())):
            self._memory.add([mark])
            self._leaving |= self._at_the_edge(mark)

    def _at_the_edge(self, mark: Mark) -> set[Pair]:
        """Give the pairs of a block that just meet, or just meet no longer, with one claim between them."""
        found: set[Pair] = set()
        reach, _ = _read(mark)
        for types in self._buckets(mark.type):
            before = self._memory.beside(mark, types, reach, after=False)
            after = self._memory.beside(mark, types, reach, after=True)
            for at, one in enumerate(before):
                other = after[reach - 1 - at] if reach - 1 - at < len(after) else None
                if other is not None and (_read(one)[1] or _read(other)[1]):
                    found.add(make_pair(one.member, other.member))
        return found

    def find(self, changed: Mapping[str, Account], tellers: Tellers) -> None:
        """Find the pairs of the changed claims, and those that others now have or have no longer."""
        met = {pair for account in changed.values() for pair in self._met_by(account)}
        asked = (self._coming | self._leaving) - met
        kept = {pair for _, pair in read_pairs(self._memory, {key for pair in asked for key in pair})}
        for pair in sorted(asked & kept):
            if not self._meet(pair):
                self._memory.drop_one(pair_mark(Sort.TOLD, pair))
                self.touched |= {*pair}
        tellers.accounts({key for pair in met for key in pair})
        for pair in sorted(met | ((asked & self._coming) - kept)):
            sort = self._judge(pair, tellers)
            if sort is not None and (pair in met or self._meet(pair)):
                self._memory.add([pair_mark(sort, pair)])
                self.touched |= {*pair}

    def _met_by(self, account: Account) -> Iterator[Pair]:
        for mark in self._memory.marks_of("block", [account.id]):
            reach, loose = _read(mark)
            for types in self._buckets(mark.type):
                for after in (False, True):
                    for other in self._memory.beside(mark, types, reach, after):
                        if loose or _read(other)[1]:
                            yield make_pair(account.id, other.member)

    def _judge(self, pair: Pair, tellers: Tellers) -> Sort | None:
        found = tellers.accounts(pair)
        if len(found) < 2 or not may_be_hard(found[pair[0]], found[pair[1]]):
            return None
        return judge_pair(found[pair[0]], found[pair[1]], self._kit)

    def _meet(self, pair: Pair) -> bool:
        """Say whether two claims meet in any block."""
        ones = {mark.key: mark for mark in self._memory.marks_of("block", [pair[0]])}
        for other in self._memory.marks_of("block", [pair[1]]):
            one = ones.get(other.key)
            if one is None or not (_read(one)[1] or _read(other)[1]):
                continue
            for types in self._buckets(one.type):
                if other.type in types and self._memory.between(one, other, types) <= _read(one)[0]:
                    return True
        return False


def _read(mark: Mark) -> tuple[int, bool]:
    """Give the reach of a block, and whether the claim is loose there."""
    return int(mark.extra.removesuffix("+")), mark.extra.endswith("+")
