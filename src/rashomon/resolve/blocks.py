"""Which accounts are held against each other at all: those that share a key; cost stays near-linear.

All accounts are sorted by day and place, and each meets the next `limits.block` of each of its blocks only (sorted
neighbourhood after Hernández and Stolfo 1995). The order is that of the content, so no order of input shows. Pairs are
given as they are found: none are kept.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from rashomon.records import PlaceKind
from rashomon.resolve.accounts import Account
from rashomon.resolve.judgements import Pair, make_pair
from rashomon.resolve.kit import Kit
from rashomon.resolve.pairs import may_be_hard

_MONTH_DAYS = 31
_LOOK = 3  # so many times as many neighbours are looked at as may be worth a score

Key = tuple[str, ...]


def find_candidates(accounts: Iterable[Account], kit: Kit) -> Iterator[Pair]:
    """Find the pairs of claim ids worth scoring, each once: those that share a key and may have a hard sign."""
    ordered = sorted(accounts, key=_neighbourhood)
    blocks: dict[Key, list[int]] = {}
    for number, account in enumerate(ordered):
        for key in set(_keys(account, kit)):
            blocks.setdefault(key, []).append(number)
    size = int(kit.limit("block"))
    for number, left in enumerate(ordered):
        worth = _Worth(left, ordered)
        met = {other for key in _keys(left, kit) for other in _next(number, key, blocks[key], ordered, size, worth)}
        yield from (make_pair(left.id, ordered[other].id) for other in sorted(met))


class _Worth(dict[int, bool]):
    """Says of each neighbour of one account whether the pair is worth a score; asked once, however many blocks ask."""

    def __init__(self, left: Account, ordered: Sequence[Account]) -> None:
        self._left = left
        self._ordered = ordered

    def __missing__(self, other: int) -> bool:
        self[other] = worth = may_be_hard(self._left, self._ordered[other])
        return worth


def _next(
    number: int, key: Key, block: Sequence[int], ordered: Sequence[Account], size: int, worth: Mapping[int, bool]
) -> Iterator[int]:
    """Give the accounts of a block that come next and are worth a score; in the weak blocks fewer."""
    left = ordered[number]
    met = _MET_ELSEWHERE.get(key[1], _never)
    most = size // 4 if key[1] in _WEAK else size
    taken = 0
    at = bisect_right(block, number)
    for other in block[at : at + _LOOK * most]:
        if worth[other] and not met(left, ordered[other]):
            taken += 1
            yield other
            if taken == most:
                break


def _neighbourhood(account: Account) -> tuple[int, str, str]:
    place, published = account.place, account.row.published
    told = account.start or (0 if published is None else published.toordinal())
    return told, "" if place is None else place.adm2_id or place.id or "", account.id


def _never(_left: Account, _right: Account) -> bool:
    return False


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


def _keys(account: Account, kit: Kit) -> Iterator[Key]:
    for bucket in sorted(set(kit.bucket(account.row.type))):
        yield bucket, "doc", account.row.document
        yield from ((bucket, *key) for key in _world_keys(account))


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
