"""Comparisons of which several owners may have one: the gravest is shown, whoever has it."""

import json
from collections.abc import Iterable

from rashomon.records import Comparison, from_json
from rashomon.resolve.again.stored import dumps
from rashomon.resolve.compare.findings import once
from rashomon.resolve.memory import Mark, Memory, make_key

SORTS = ("denies", "stated")


def owned_mark(sort: str, owner: str, comparison: Comparison) -> Mark:
    """Mark a comparison under its owner."""
    text = dumps(comparison)
    return Mark(sort, make_key(sort, owner), make_key(text), comparison.id, extra=text)


def denied_marks(comparison: Comparison, order: int) -> Iterable[Mark]:
    """Mark what a denial is set against, under both claims; `order` is 0 of a general denial, 1 of one of all."""
    for claim in (comparison.first, comparison.second):
        yield Mark("denied", make_key("claim", claim), order, comparison.id, extra=dumps(comparison))


def read_comparison(mark: Mark) -> Comparison:
    """Read a comparison back."""
    return from_json(Comparison, json.loads(mark.extra))


class Board:
    """The comparisons that are shown, while their owners change.

    Args:
        memory: what is remembered.
        reread: claims of documents that were read again: what was shown of them went with the earlier reading.
    """

    def __init__(self, memory: Memory, reread: Iterable[str]) -> None:
        self._memory = memory
        self._reread = frozenset(reread)
        self._touched: set[str] = set()
        self._fresh: dict[str, Comparison] = {}

    def put(self, sort: str, owner: str, found: Iterable[Comparison]) -> list[Comparison]:
        """Put the comparisons of an owner in the place of those it had; give those that are new, other or gone."""
        memory, key = self._memory, make_key(sort, owner)
        old = {*memory.marks(sort, [key])}
        new = {owned_mark(sort, owner, comparison) for comparison in found}
        memory.drop_keys(sort, [key])
        memory.add(new)
        changed = [read_comparison(mark) for mark in sorted(old ^ new)]
        lost = (c for c in map(read_comparison, new) if {c.first, c.second} & self._reread)
        self._touched |= {comparison.id for comparison in (*changed, *lost)}
        return changed

    def take(self, ids: Iterable[str], fresh: Iterable[Comparison]) -> None:
        """Take in the comparisons of incidents in the place of those they had.

        Args:
            ids: of those that they had.
            fresh: those that they have.
        """
        self._fresh.update({comparison.id: comparison for comparison in fresh})
        self._touched |= {*ids, *self._fresh}

    def settle(self) -> None:
        """Write what is shown."""
        shown = [*self._fresh.values()]
        for sort in SORTS:
            shown += map(read_comparison, self._memory.marks_of(sort, self._touched))
        self._memory.replace_comparisons(sorted(self._touched), once(shown))
