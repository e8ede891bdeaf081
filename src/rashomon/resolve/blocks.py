"""Which accounts are held against each other at all: those that share a key; cost stays near-linear.

All accounts are sorted by day and place, and each meets the next `limits.block` of each of its blocks only (sorted
neighbourhood after Hernández and Stolfo 1995). The order is that of the content, so no order of input shows. Pairs are
given as they are found: none are kept.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.records import PlaceKind
from rashomon.resolve.accounts import Account
from rashomon.resolve.judgements import Pair, make_pair
from rashomon.resolve.kit import Kit
from rashomon.resolve.pairs import may_be_hard

_MONTH_DAYS = 31
_LOOK = 3  # so many times as many neighbours are looked at as may be worth a score

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Block:
    """The accounts of one key, by their place in the order of all; `sort` is the sort of key."""

    sort: str
    numbers: list[int] = field(default_factory=list)


def find_candidates(accounts: Iterable[Account], kit: Kit) -> Iterator[Pair]:
    """Find the pairs of claim ids worth scoring, each once: those that share a key and may have a hard sign."""
    ordered = sorted(accounts, key=_neighbourhood)
    size = int(kit.limit("block"))
    for number, (left, blocks) in enumerate(zip(ordered, _make_blocks(ordered, kit), strict=True)):
        worth = _Worth(left, ordered)
        met: set[int] = set()
        for block in blocks:
            met.update(_next(number, block, worth, ordered, size))
        yield from (make_pair(left.id, ordered[other].id) for other in sorted(met))


def _make_blocks(ordered: Sequence[Account], kit: Kit) -> list[tuple[_Block, ...]]:
    """Give the blocks that each account stands in; those of one account alone are left out."""
    blocks: dict[Key, _Block] = {}
    held: list[tuple[_Block, ...]] = []
    buckets = {type_: sorted(set(kit.bucket(type_))) for type_ in {account.row.type for account in ordered}}
    for number, account in enumerate(ordered):
        found = {key: blocks.setdefault(key, _Block(key[1])) for key in _keys(account, buckets[account.row.type])}
        for block in found.values():
            block.numbers.append(number)
        held.append(tuple(found.values()))
    return [tuple(block for block in found if len(block.numbers) > 1) for found in held]


class _Worth(dict[int, bool]):
    """Says of each neighbour of one account whether the pair is worth a score; asked once, however many blocks ask."""

    def __init__(self, left: Account, ordered: Sequence[Account]) -> None:
        self.left = left
        self._ordered = ordered

    def __missing__(self, other: int) -> bool:
        self[other] = worth = may_be_hard(self.left, self._ordered[other])
        return worth


def _next(number: int, block: _Block, worth: _Worth, ordered: Sequence[Account], size: int) -> list[int]:
    """Give the accounts of a block that come next and are worth a score; in the weak blocks fewer."""
    met = _MET_ELSEWHERE.get(block.sort)
    most = size // 4 if block.sort in _WEAK else size
    at = bisect_right(block.numbers, number)
    taken: list[int] = []
    for other in block.numbers[at : at + _LOOK * most]:
        if worth[other] and (met is None or not met(worth.left, ordered[other])):
            taken.append(other)
            if len(taken) == most:
                break
    return taken


def _neighbourhood(account: Account) -> tuple[int, str, str]:
    place, published = account.place, account.row.published
    told = account.start or (0 if published is None else published.toordinal())
    return told, "" if place is None else place.adm2_id or place.id or "", account.id


def _both_placed(left: Account, right: Account) -> bool:
    """Say whether a pair meets in a block of its place, or is of two places."""
    return left.place is not None and right.place is not None


def _both_timed(left: Account, right: Account) -> bool:
    """Say whether a pair meets in a block of its month, or is of two months."""
    return (_dated(left) and _dated(right)) or _two_districts(left, right)


def _two_districts(left: Account, right: Account) -> bool:
    """Say whether a pair that only a province brings together is of two districts of it."""
    one, other = left.place, right.place
    return (
        one is not None
        and other is not None
        and one.adm2_id != other.adm2_id
        and None not in (one.adm2_id, other.adm2_id)
    )


_WEAK = frozenset({"actor", "side"})
_MET_ELSEWHERE: Mapping[str, Callable[[Account, Account], bool]] = {
    "actor": _both_placed,
    "side": _both_placed,
    "place": _both_timed,
    "place-month": _two_districts,
}


def _keys(account: Account, buckets: Iterable[str]) -> Iterator[Key]:
    world = tuple(_world_keys(account))
    for bucket in buckets:
        yield bucket, "doc", account.row.document
        yield from ((bucket, *key) for key in world)


def _world_keys(account: Account) -> Iterator[Key]:
    places = _units(account)
    for month in _months(account):
        yield from (("place-month", unit, month) for unit in places)
        yield from (("actor", actor, month) for actor in sorted(account.actors))
        yield from (("side", word, month) for word in sorted(account.agent_words | account.patient_words))
    yield from (("place", unit) for unit in places)
    yield from (("person", person) for person in sorted(account.persons))
    yield from (("figure", measure, f"{value:g}") for measure, value in account.told if value >= 3)


def _units(account: Account) -> tuple[str, ...]:
    place = account.place
    if place is None:
        return ()
    if place.kind is PlaceKind.COUNTRY:
        return (place.id or "",)
    return tuple(sorted({unit for unit in (place.id, place.adm2_id, place.adm1_id) if unit}))


def _dated(account: Account) -> bool:
    return account.start is not None and account.end is not None and account.end - account.start <= 2 * _MONTH_DAYS


def _months(account: Account) -> tuple[str, ...]:
    """Give the months that an account's days touch; none where they are unknown or more than two."""
    if account.start is None or account.end is None or not _dated(account):
        return ("",)
    first, last = account.start // _MONTH_DAYS, account.end // _MONTH_DAYS
    return tuple(str(month) for month in range(first, last + 1))
