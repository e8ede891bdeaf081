"""Which accounts are held against each other at all: those that share a key; cost stays near-linear.

All accounts are sorted by day and place, and each meets the next `limits.block` of each of its blocks only (sorted
neighbourhood after Hernández and Stolfo 1995). The order is that of the content, so no order of input shows. Pairs are
given as they are found: none are kept.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from rashomon.records import PlaceKind
from rashomon.resolve.accounts import Account
from rashomon.resolve.judgements import Pair, make_pair
from rashomon.resolve.kit import Kit
from rashomon.resolve.pairs import may_be_hard

_LOOK = 3  # so many times as many neighbours are looked at as may be worth a score

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Block:
    """The accounts of one key, by their place in the order of all.

    Attributes:
        most: how many neighbours each account meets at most.
        numbers: all accounts.
        loose: those that the key's other blocks do not hold: of any pair that meets here one is loose.
    """

    most: int
    numbers: list[int] = field(default_factory=list)
    loose: list[int] = field(default_factory=list)


class _Held(NamedTuple):
    """A block that an account stands in, and whether it is loose there."""

    block: _Block
    loose: bool


def find_candidates(accounts: Iterable[Account], kit: Kit) -> Iterator[Pair]:
    """Find the pairs of claim ids worth scoring, each once: those that share a key and may have a hard sign."""
    ordered = sorted(accounts, key=_neighbourhood)
    for number, (left, held) in enumerate(zip(ordered, _make_blocks(ordered, kit), strict=True)):
        worth = _Worth(left, ordered)
        met: set[int] = set()
        for block, loose in held:
            met.update(_next(number, block, loose, worth))
        yield from (make_pair(left.id, ordered[other].id) for other in sorted(met))


def _make_blocks(ordered: Sequence[Account], kit: Kit) -> list[tuple[_Held, ...]]:
    """Give the blocks that each account stands in; those of one account alone are left out."""
    size = int(kit.limit("block"))
    blocks: dict[Key, _Block] = {}
    held: list[tuple[_Held, ...]] = []
    buckets = {type_: sorted(set(kit.bucket(type_))) for type_ in {account.row.type for account in ordered}}
    for number, account in enumerate(ordered):
        found: list[_Held] = []
        for key, loose in _keys(account, buckets[account.row.type], kit):
            block = blocks.get(key)
            if block is None:
                block = blocks[key] = _Block(size // 4 if key[1] in _WEAK else size)
            block.numbers.append(number)
            if loose:
                block.loose.append(number)
            found.append(_Held(block, loose))
        held.append(tuple(found))
    return [tuple(one for one in found if len(one.block.numbers) > 1) for found in held]


class _Worth(dict[int, bool]):
    """Says of each neighbour of one account whether the pair is worth a score; asked once, however many blocks ask."""

    def __init__(self, left: Account, ordered: Sequence[Account]) -> None:
        self.left = left
        self._ordered = ordered

    def __missing__(self, other: int) -> bool:
        self[other] = worth = may_be_hard(self.left, self._ordered[other])
        return worth


def _next(number: int, block: _Block, loose: bool, worth: _Worth) -> list[int]:
    """Give the accounts of a block that come next and are worth a score; who is not loose meets only the loose."""
    numbers = block.numbers if loose else block.loose
    at = bisect_right(numbers, number)
    return list(islice((other for other in numbers[at : at + _LOOK * block.most] if worth[other]), block.most))


def _neighbourhood(account: Account) -> tuple[int, str, str]:
    place, published = account.place, account.row.published
    told = account.start or (0 if published is None else published.toordinal())
    return told, "" if place is None else place.adm2_id or place.id or "", account.id


_WEAK = frozenset({"actor", "side"})


def _keys(account: Account, buckets: Iterable[str], kit: Kit) -> Iterator[tuple[Key, bool]]:
    """Give the keys of an account, and whether it is loose in their blocks.

    Accounts of one day meet by their day: in one place, or in the hands of one actor or side where a place is missing.
    Others meet by place alone, or by a person or a number.
    """
    world = tuple(_world_keys(account, kit))
    for bucket in buckets:
        yield (bucket, "doc", account.row.document), True
        yield from (((bucket, *key), loose) for key, loose in world)


def _world_keys(account: Account, kit: Kit) -> Iterator[tuple[Key, bool]]:
    days = _days(account, kit)
    places = _units(account)
    placeless = account.place is None
    for day in days:
        yield from ((("place-day", unit, day), loose) for unit, loose in places)
    for day in days or ("",):
        yield from ((("actor", actor, day), placeless) for actor in sorted(account.actors))
        words = account.agent_words | account.patient_words
        yield from ((("side", word, day), placeless) for word in sorted(words))
    yield from ((("place", unit), loose and not days) for unit, loose in places)
    yield from ((("person", person), True) for person in sorted(account.persons))
    yield from ((("figure", measure, f"{value:g}"), True) for measure, value in account.told if value >= 3)


def _units(account: Account) -> tuple[tuple[str, bool], ...]:
    """Give the units that hold an account's place, the place among them, and whether it is loose there.

    Two districts of one province are two places: who tells a district meets in the province only who does not.
    """
    place = account.place
    if place is None:
        return ()
    if place.kind is PlaceKind.COUNTRY:
        return ((place.id or "", True),)
    units = sorted({unit for unit in (place.id, place.adm2_id, place.adm1_id) if unit})
    return tuple((unit, unit != place.adm1_id or place.adm2_id is None) for unit in units)


def _days(account: Account, kit: Kit) -> tuple[str, ...]:
    """Give the days that an account tells and the day after, so that neighbouring days meet; none of a longer time."""
    start, end = account.start, account.end
    if start is None or end is None or end - start > kit.limit("coarse_days"):
        return ()
    return tuple(str(day) for day in range(start, end + 1))
