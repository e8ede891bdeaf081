"""The slots of an incident, derived from its claims by rule."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from rashomon.records import ActorRef, PlaceKind, PlaceRef, TimeSpan
from rashomon.resolve.accounts import Account
from rashomon.resolve.kit import Kit
from rashomon.resolve.sides import Sides

_FINENESS = (PlaceKind.FACILITY, PlaceKind.TOWN, PlaceKind.ADM2, PlaceKind.NATURAL, PlaceKind.BORDER, PlaceKind.ADM1)


def find_type(accounts: Sequence[Account], kit: Kit) -> str:
    """Give the type that most claims tell; of equals one that is no mere part, then by name."""
    counts = Counter(account.row.type for account in _asserted(accounts))
    return min(counts, key=lambda t: (-counts[t], bool(kit.wholes(t)), t))


def find_time(accounts: Sequence[Account]) -> TimeSpan | None:
    """Give the narrowest time told that the most claims hold; None if none is resolved."""
    told = [a for a in _asserted(accounts) if a.row.time is not None and a.row.time.resolved]
    if not told:
        return None
    best = min(told, key=lambda a: (-sum(_holds(other, a) for other in told), _length(a), a.start or 0, a.id))
    return best.row.time


def _holds(outer: Account, inner: Account) -> bool:
    starts = outer.start is None or (inner.start is not None and outer.start <= inner.start)
    return starts and (outer.end is None or (inner.end is not None and inner.end <= outer.end))


def _length(account: Account) -> int:
    return 10**6 if account.start is None or account.end is None else account.end - account.start


def find_place(accounts: Sequence[Account], kit: Kit) -> PlaceRef | None:
    """Give the narrowest place that no other claim's place excludes; printed words if no place is understood.

    Where a claim counts several places ("three districts"), a unit that can hold them is preferred to one of them.
    """
    told = (account.place or account.row.place for account in _asserted(accounts))
    refs = [ref for ref in told if ref is not None]
    known = [ref for ref in refs if ref.id is not None]
    known = [ref for ref in known if _grain(ref) >= _least_grain(accounts, kit)] or known
    if not known:
        return min(refs, key=lambda ref: (ref.name, ref.text), default=None)
    return min(
        known,
        key=lambda ref: (-sum(_fits(ref, other) for other in known), _grain(ref), ref.name, ref.id or "", ref.text),
    )


def _least_grain(accounts: Sequence[Account], kit: Kit) -> int:
    """Give the grain of the unit that holds the several places that are counted, 0 if none are."""
    counted = (f for account in accounts for f in account.row.figures if f.low is not None and f.low > 1)
    units = [kit.rules.spreads[f.measure] for f in counted if f.measure in kit.rules.spreads]
    return max((_FINENESS.index(unit) if unit in _FINENESS else len(_FINENESS) for unit in units), default=0)


def _fits(ref: PlaceRef, other: PlaceRef) -> bool:
    """Say whether `other` is this place, or holds it."""
    if ref.id == other.id or (other.kind is PlaceKind.COUNTRY and other.country == ref.country):
        return True
    return other.id in (ref.adm2_id, ref.adm1_id)


def _grain(ref: PlaceRef) -> int:
    return _FINENESS.index(ref.kind) if ref.kind in _FINENESS else len(_FINENESS)


def find_actors(accounts: Sequence[Account], sides: Sides) -> tuple[ActorRef, ...]:
    """Give who takes part, each once under its canonical name, named ones first."""
    found: dict[str, ActorRef] = {}
    for account in accounts:
        for ref in (*account.row.agents, *account.row.patients):
            key = _key(account, ref, sides)
            found.setdefault(key, _canonical_ref(ref, key, sides))
    return tuple(sorted(found.values(), key=lambda ref: (ref.described, ref.name, ref.id or "", ref.text)))


def _key(account: Account, ref: ActorRef, sides: Sides) -> str:
    """Give a described part of a body its own place beside the body."""
    own = sides.actor(ref.id or "")
    if own is not None and own.described:
        return own.id
    return account.canonical(ref) or ref.id or f"~{(ref.name or ref.text).lower()}"


def _canonical_ref(ref: ActorRef, key: str, sides: Sides) -> ActorRef:
    actor = sides.actor(key)
    if actor is None:
        return ref
    return replace(
        ref,
        id=actor.id,
        name=actor.name,
        kind=actor.kind,
        acled=actor.acled,
        private=actor.private,
        described=actor.described,
        description=actor.description,
    )


def _asserted(accounts: Sequence[Account]) -> Sequence[Account]:
    return [account for account in accounts if not account.negated] or accounts
