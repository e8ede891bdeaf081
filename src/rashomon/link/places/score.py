"""How well a candidate fits what the document says: a sum of named reasons."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import log10

from rashomon.link.gazetteer import Entry, Found
from rashomon.records import PlaceKind

_KIND_WEIGHT = {PlaceKind.COUNTRY: 1.0, PlaceKind.ADM1: 0.45, PlaceKind.ADM2: 0.1, PlaceKind.TOWN: 0.15}
_POPULATION = 0.09  # a town of ten million gains 0.63 over an empty one
_CAPITAL = 0.45
_FOCUS = 1.3
_DIVISION = 0.5
_NEAR = 0.8
_NEAR_HALF = 1.0  # as much of the document as gives half of it
_INSIDE, _OUTSIDE = 1.8, -0.9
_MAYBE_INSIDE = 1.2
_HOLDS = 0.7
_SIBLING = 0.7
_FEATURE, _OTHER_FEATURE = 0.8, -0.4
_FULL = 4.0  # a total at which nothing is left to wish for


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with the sum of its reasons; `value` is scaled to [0, 1]."""

    found: Found
    total: float
    why: str

    @property
    def value(self) -> float:
        """The total scaled to [0, 1]."""
        return round(max(0.0, min(1.0, self.total / _FULL)), 3)


@dataclass(frozen=True, slots=True)
class Context:
    """What is known around one name.

    Attributes:
        focus: country -> share of the leader's votes.
        divisions: GeoNames id of a first-order division -> share of the leader's votes.
        near: GeoNames id -> how many other names of the document have a place near it.
        features: kinds told by words beside it.
        outer: places that the text puts it in.
        maybe_outer: places that follow it after a comma.
        siblings: places in one list with it.
        inner: of each name that the text puts into it, the places that it may be.
        sea: whether a word says that it is water.
        told: countries that the rest of the document speaks of, or None if it speaks of none.
    """

    focus: dict[str, float]
    divisions: dict[int, float]
    near: Mapping[int, float]
    features: frozenset[PlaceKind]
    outer: tuple[Entry, ...] = ()
    maybe_outer: tuple[Entry, ...] = ()
    siblings: tuple[Entry, ...] = ()
    inner: tuple[tuple[Entry, ...], ...] = ()
    sea: bool = False
    told: frozenset[str] | None = None


def with_feature(context: Context, feature: PlaceKind | None, sea: bool) -> Context:
    """Give the context of a name with the kind that one mention tells; regions and territories may be of any order."""
    if sea:
        return replace(context, sea=True)
    if feature is None:
        return context
    kinds = {PlaceKind.ADM1, PlaceKind.ADM2} if feature is PlaceKind.REGION else {feature}
    return replace(context, features=frozenset(kinds))


def score(found: Found, context: Context) -> Scored:
    """Add up what speaks for and against one candidate."""
    entry = found.entry
    reasons = [(found.fit, f"{found.how} fits")]
    reasons.append((_KIND_WEIGHT.get(entry.kind, 0.0), ""))
    reasons.append((_POPULATION * log10(entry.population + 1) if entry.population else 0.0, ""))
    if entry.capital:
        reasons.append((_CAPITAL, "a capital"))
    share = context.focus.get(entry.country, 0.0)
    if share:
        reasons.append((_FOCUS * share, f"the text speaks of {entry.country}"))
    near = context.divisions.get(entry.adm1 or entry.id, 0.0)
    if near:
        reasons.append((_DIVISION * near, "its province is spoken of"))
    others = context.near.get(entry.id, 0.0)
    if others:
        reasons.append((_NEAR * others / (others + _NEAR_HALF), "near other names of the text"))
    reasons.extend(_ties(found, context))
    if context.features and entry.kind is not PlaceKind.COUNTRY:
        fits = entry.kind in context.features
        reasons.append((_FEATURE if fits else _OTHER_FEATURE, f"called {entry.kind}" if fits else ""))
    total = sum(value for value, _ in reasons)
    return Scored(found, round(total, 3), "; ".join(text for _, text in reasons if text))


def _ties(found: Found, context: Context) -> list[tuple[float, str]]:
    reasons: list[tuple[float, str]] = []
    entry = found.entry
    if context.outer:
        holder = next((outer for outer in context.outer if is_inside(entry, outer)), None)
        reasons.append((_INSIDE, f"in {holder.name}") if holder else (_OUTSIDE, ""))
    holder = next((outer for outer in context.maybe_outer if is_inside(entry, outer)), None)
    if holder and not context.outer and found.how != "alias":
        reasons.append((_MAYBE_INSIDE, f"followed by {holder.name}"))
    if any(any(is_inside(inner, entry) for inner in held) for held in context.inner):
        reasons.append((_HOLDS, "holds what the text puts there"))
    if context.siblings:
        nearness = max(_kinship(entry, sibling) for sibling in context.siblings)
        if nearness:
            reasons.append((_SIBLING * nearness, "listed with its neighbours"))
    return reasons


def is_inside(entry: Entry, outer: Entry) -> bool:
    """Say whether one place lies in another division or country."""
    if outer.kind is PlaceKind.COUNTRY:
        return entry.country == outer.country and entry.kind is not PlaceKind.COUNTRY
    return outer.id in (entry.adm1, entry.adm2)


def _kinship(entry: Entry, other: Entry) -> float:
    if entry.id == other.id or entry.country != other.country:
        return 0.0
    first, second = entry.adm1 or entry.id, other.adm1 or other.id
    same_kind = 0.3 if entry.kind is other.kind else 0.0
    return (0.7 if first == second and entry.kind is not PlaceKind.ADM1 else 0.4) + same_kind
