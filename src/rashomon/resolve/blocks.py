"""Which accounts are held against each other at all: those that share a key; cost stays near-linear.

A block larger than `limits.block` is sorted by day and place, and each account in it meets its next neighbours only
(sorted neighbourhood after Hernández and Stolfo 1995). The order is that of the content, so no order of input shows.
"""

from collections.abc import Iterable, Iterator, Sequence

from rashomon.records import PlaceKind
from rashomon.resolve.accounts import Account
from rashomon.resolve.judgements import Pair, make_pair
from rashomon.resolve.kit import Kit

_MONTH_DAYS = 31


def find_candidates(accounts: Iterable[Account], kit: Kit) -> list[Pair]:
    """Find the pairs of claim ids worth scoring, sorted, each once."""
    blocks: dict[tuple[str, ...], list[Account]] = {}
    for account in accounts:
        for key in _keys(account, kit):
            blocks.setdefault(key, []).append(account)
    size = int(kit.limit("block"))
    return sorted({pair for block in blocks.values() for pair in _pairs(block, size)})


def _pairs(block: Sequence[Account], size: int) -> Iterator[Pair]:
    ordered = block if len(block) <= size else sorted(block, key=_neighbourhood)
    for at, left in enumerate(ordered):
        for right in ordered[at + 1 : at + size]:
            yield make_pair(left.id, right.id)


def _neighbourhood(account: Account) -> tuple[int, str, str]:
    place, published = account.place, account.row.published
    told = account.start or (0 if published is None else published.toordinal())
    return told, "" if place is None else place.adm2_id or place.id or "", account.id


def _keys(account: Account, kit: Kit) -> Iterator[tuple[str, ...]]:
    for bucket in sorted(set(kit.bucket(account.row.type))):
        yield bucket, "doc", account.row.document
        yield from ((bucket, *key) for key in _world_keys(account))


def _world_keys(account: Account) -> Iterator[tuple[str, ...]]:
    places = _units(account)
    for month in _months(account):
        yield from (("place", unit, month) for unit in places)
        yield from (("actor", actor, month) for actor in sorted(account.actors))
        if account.place is None:
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


def _months(account: Account) -> tuple[str, ...]:
    """Give the months that an account's days touch, and "" for an unknown time; long spans count by their year."""
    if account.start is None or account.end is None:
        return ("",)
    first, last = account.start // _MONTH_DAYS, account.end // _MONTH_DAYS
    return tuple(str(month) for month in range(first, last + 1)) if last - first < 3 else (f"y{account.start // 365}",)
