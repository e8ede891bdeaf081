"""Which accounts are held against each other at all: those that share a key; cost stays near-linear.

All accounts are sorted by day and place, and each meets the next `limits.block` of each of its blocks only (sorted
neighbourhood after Hernández and Stolfo 1995). The order is that of the content, so no order of input shows; who meets
whom in a block is told by the block alone, so that one more account changes only the pairs around it.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from zlib import crc32

from rashomon.names import skeleton
from rashomon.records import Modifier, PlaceKind
from rashomon.resolve.accounts import Account
from rashomon.resolve.judgements import Pair, make_pair
from rashomon.resolve.kit import Kit
from rashomon.resolve.pairs import may_be_hard

Key = tuple[str, ...]
_WEAK = frozenset({"actor", "side"})
_LEAST = 3  # one and two are counted everywhere


@dataclass(frozen=True, slots=True)
class _Block:
    """The accounts of one key and one bucket of types, by their place in the order of all.

    Attributes:
        reach: how many neighbours each account meets at most.
        numbers: all accounts, ascending.
        loose: those of them that are loose: of any pair that meets here one is.
    """

    reach: int
    numbers: list[int] = field(default_factory=list)
    loose: list[int] = field(default_factory=list)


class _Held(NamedTuple):
    """A block that an account stands in, and where."""

    block: _Block
    at: int
    loose: bool


def find_candidates(accounts: Iterable[Account], kit: Kit) -> Iterator[Pair]:
    """Find the pairs of claim ids worth scoring, each once: those that share a key and may have a hard sign."""
    ordered = sorted(accounts, key=lambda account: (block_order(account), account.id))
    for left, held in zip(ordered, _make_blocks(ordered, kit), strict=True):
        met: set[int] = set()
        for block, at, loose in held:
            met.update(_next(block, at, loose))
        for other in sorted(met):
            if may_be_hard(left, ordered[other]):
                yield make_pair(left.id, ordered[other].id)


def _make_blocks(ordered: Sequence[Account], kit: Kit) -> list[tuple[_Held, ...]]:
    """Give the blocks that each account stands in; those that it closes are left out: nobody comes next there."""
    blocks: dict[tuple[int, int], _Block] = {}
    known: dict[Key, int] = {}  # numbers for keys: a key is hashed once, however many buckets it stands in
    held: list[list[_Held]] = []
    types = {account.row.type for account in ordered}
    names = sorted({bucket for type_ in types for bucket in type_buckets(type_, kit)})
    buckets = {type_: [names.index(bucket) for bucket in type_buckets(type_, kit)] for type_ in types}
    for number, account in enumerate(ordered):
        found: list[_Held] = []
        inside = buckets[account.row.type]
        for key, loose in block_keys(account, kit).items():
            named = known.setdefault(key, len(known))
            for bucket in inside:
                block = blocks.get((named, bucket))
                if block is None:
                    block = blocks[named, bucket] = _Block(block_reach(key, kit))
                found.append(_Held(block, len(block.numbers), loose))
                block.numbers.append(number)
                if loose:
                    block.loose.append(number)
        held.append(found)
    return [tuple(one for one in found if len(one.block.numbers) > one.at + 1) for found in held]


def _next(block: _Block, at: int, loose: bool) -> list[int]:
    """Give the accounts of a block that come next; who is not loose meets only the loose."""
    numbers = block.numbers
    if loose:
        return numbers[at + 1 : at + 1 + block.reach]
    last = numbers[min(at + block.reach, len(numbers) - 1)]
    return block.loose[bisect_right(block.loose, numbers[at]) : bisect_right(block.loose, last)]


def block_order(account: Account) -> int:
    """Give where an account stands in its blocks: by day, then by place; equals stand by their ids."""
    place, published = account.place, account.row.published
    told = account.start or (0 if published is None else published.toordinal())
    spot = "" if place is None else place.adm2_id or place.id or ""
    return told << 24 | (crc32(spot.encode()) >> 8 if spot else 0)


def type_buckets(type_: str, kit: Kit) -> tuple[str, ...]:
    """Give the buckets of types that a type stands in: in a block only accounts of one bucket meet."""
    return tuple(sorted(set(kit.bucket(type_))))


def block_reach(key: Key, kit: Kit) -> int:
    """Give how many neighbours an account meets in a block: fewer where the key tells little."""
    size = int(kit.limit("block"))
    return size // 3 if key[0] in _WEAK else size


def block_keys(account: Account, kit: Kit) -> Mapping[Key, bool]:
    """Give the keys of an account, and whether it is loose in their blocks.

    Accounts of one day meet by their day: in one place, or in the hands of one actor or side where a place is missing.
    Others meet by place alone, or by a person or a number.
    """
    found: dict[Key, bool] = {}
    for key, loose in _keys(account, kit):
        found[key] = found.get(key, False) or loose
    return found


def _keys(account: Account, kit: Kit) -> Iterator[tuple[Key, bool]]:
    days = _days(account, kit)
    places = _units(account)
    placeless = account.place is None
    yield ("doc", account.row.document), True
    for day in days:
        yield from ((("place-day", unit, day), loose) for unit, loose in places)
    for day in days or ("",):
        yield from ((("actor", actor, day), placeless) for actor in sorted(account.actors))
        words = account.agent_words | account.patient_words
        yield from ((("side", word, day), placeless) for word in sorted(words))
    yield from ((("place", unit), loose and not days) for unit, loose in places)
    yield from ((("person", person), True) for person in sorted(account.persons))
    yield from ((("figure", measure, f"{value:g}"), True) for measure, value in _counts(account))


def _counts(account: Account) -> Iterator[tuple[str, float]]:
    """Give the numbers that two claims may meet by: three and more, and no vague word."""
    for figure in account.row.figures:
        if figure.low is not None and figure.low >= _LEAST and figure.modifier is not Modifier.VAGUE:
            yield figure.measure, figure.low


def _units(account: Account) -> tuple[tuple[str, bool], ...]:
    """Give the units that hold an account's place, the place among them, and whether it is loose there.

    Two districts of one province are two places: who tells a district meets in the province only who does not.
    """
    place = account.place
    if place is None:
        return ()
    if place.kind is PlaceKind.COUNTRY:
        return ((place.id or "", True),)
    heard = f"~{skeleton(place.name)}" if place.lat is None else ""  # known to no list, spelt by each as it likes
    units = sorted({unit for unit in (place.id, place.adm2_id, place.adm1_id, heard) if unit})
    return tuple((unit, unit != place.adm1_id or place.adm2_id is None) for unit in units)


def _days(account: Account, kit: Kit) -> tuple[str, ...]:
    """Give the days that an account tells and the day after, so that neighbouring days meet; none of a longer time."""
    start, end = account.start, account.end
    if start is None or end is None or end - start > kit.limit("coarse_days"):
        return ()
    return tuple(str(day) for day in range(start, end + 1))
