"""Which accounts are held against each other at all: those that share a key; cost stays near-linear.

All accounts are sorted by day and place, and each meets the last `limits.block` of each of its blocks only (sorted
neighbourhood after Hernández and Stolfo 1995). The order is that of the content, so no order of input shows; who meets
whom in a block is told by the block alone, so that one more account changes only the pairs around it.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from zlib import crc32

from rashomon.names import skeleton
from rashomon.records import Modifier, PlaceKind
from rashomon.resolve.accounts import Account
from rashomon.resolve.kit import Kit
from rashomon.resolve.pairs import may_be_hard
from rashomon.resolve.when import make_day_test

Key = tuple[str, ...]
_WEAK = frozenset({"actor", "side"})
_LEAST = 3  # one and two are counted everywhere


@dataclass(frozen=True, slots=True)
class _Block:
    """The accounts of one key and one bucket of types that have come so far, by their place in the order of all.

    Attributes:
        numbers: all accounts, ascending.
        loose: those of them that are loose: of any pair that meets here one is.
    """

    numbers: list[int] = field(default_factory=list)
    loose: list[int] = field(default_factory=list)


def find_candidates(accounts: Iterable[Account], kit: Kit) -> Iterator[tuple[Account, Account]]:
    """Find the pairs worth scoring, each once: those that share a key, lie near in days and may have a hard sign."""
    ordered = sorted(accounts, key=lambda account: (block_order(account), account.id))
    buckets = {type_: type_buckets(type_, kit) for type_ in {account.row.type for account in ordered}}
    blocks: dict[Key, dict[str, _Block]] = {}  # a key is hashed once, however many buckets it stands in
    are_far = make_day_test(kit)
    for number, account in enumerate(ordered):
        met: set[int] = set()
        own = buckets[account.row.type]
        for key, loose in block_keys(account, kit).items():
            inside, reach = blocks.setdefault(key, {}), block_reach(key, kit)
            for bucket in own:
                met.update(_enter(inside, bucket, number, reach, loose))
        for other in met:
            if not are_far(ordered[other], account) and may_be_hard(ordered[other], account):
                yield ordered[other], account


def _enter(inside: dict[str, _Block], bucket: str, number: int, reach: int, loose: bool) -> Sequence[int]:
    """Enter an account in a block, and give those who stand before it; who is not loose meets only the loose."""
    block = inside.get(bucket)
    if block is None:
        block = inside[bucket] = _Block()
    numbers = block.numbers
    if loose:
        before = numbers[-reach:]
        block.loose.append(number)
    elif block.loose:
        before = block.loose[bisect_left(block.loose, numbers[-reach:][0]) :]
    else:
        before = []
    numbers.append(number)
    return before


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
