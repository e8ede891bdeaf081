"""How two places lie to each other, told from their units and coordinates alone."""

from enum import StrEnum
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from rashomon.names import fold, skeleton
from rashomon.records import PlaceKind, PlaceRef
from rashomon.resolve.kit import Kit

_EARTH_KM = 6371.0088
_DEGREE_KM = _EARTH_KM * radians(1)  # a degree of latitude on that sphere
_EXACT = (1, 2)
_WIDE = frozenset({PlaceKind.REGION, PlaceKind.NATURAL, PlaceKind.BORDER})


class Lie(StrEnum):
    """How two places lie to each other; the values are names of weights in resources/resolve.yaml, or no evidence."""

    SAME = "place-same"
    INSIDE = "place-inside"  # one lies in the other
    NEAR = "place-near"
    PROVINCE = "place-province"  # one first-order division is all that both say
    COUNTRY = "place-country"  # one country is all that both say
    OPEN = "open"  # nothing tells
    APART = "apart"


def find_lie(left: PlaceRef, right: PlaceRef, kit: Kit) -> Lie:
    """Find how two understood places lie to each other; symmetric."""
    if left.id == right.id:
        return _same(left)
    if left.country and right.country and left.country != right.country:
        return Lie.APART
    for small, large in ((left, right), (right, left)):
        if large.kind is PlaceKind.COUNTRY and small.country == large.country:
            return Lie.COUNTRY
        if large.id in (small.adm2_id, small.adm1_id):
            return Lie.INSIDE
    return _neighbours(left, right, kit)


def _same(place: PlaceRef) -> Lie:
    if place.kind is PlaceKind.COUNTRY:
        return Lie.COUNTRY
    return Lie.PROVINCE if place.kind in (PlaceKind.ADM1, PlaceKind.REGION) else Lie.SAME


def _neighbours(left: PlaceRef, right: PlaceRef, kit: Kit) -> Lie:
    same_adm1 = left.adm1_id == right.adm1_id if left.adm1_id and right.adm1_id else None
    if same_adm1 is not False and skeleton(left.name) == skeleton(right.name):
        return Lie.SAME
    exact = left.precision in _EXACT and right.precision in _EXACT
    wide = left.kind in _WIDE or right.kind in _WIDE
    other = same_adm1 is False or bool(left.adm2_id and right.adm2_id and left.adm2_id != right.adm2_id)
    if other and not wide and _is_far_north(left, right, kit.limit("near_km")):
        return Lie.APART
    far = distance_km(left, right) if exact or wide else None
    if exact and far is not None and far <= kit.limit("near_km"):
        return Lie.NEAR
    if wide:
        return Lie.OPEN if far is None or far <= kit.limit("apart_km") * 2 else Lie.APART
    if other or (exact and far is not None and far > kit.limit("apart_km")):
        return Lie.APART
    return Lie.NEAR if left.adm2_id and left.adm2_id == right.adm2_id else Lie.OPEN


def _is_far_north(left: PlaceRef, right: PlaceRef, km: float) -> bool:
    """Say cheaply whether two latitudes alone lie farther apart than a distance; most pairs of towns do."""
    return left.lat is not None and right.lat is not None and abs(left.lat - right.lat) * _DEGREE_KM > km


def distance_km(left: PlaceRef, right: PlaceRef) -> float | None:
    """Give the great-circle distance (haversine) in km, or None if a coordinate is unknown."""
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return None
    return _haversine_km(left.lat, left.lon, right.lat, right.lon)


# The same few towns meet again and again.
@lru_cache(1 << 16)
def _haversine_km(south: float, west: float, north: float, east: float) -> float:
    dlat, dlon = radians(north - south), radians(east - west)
    a = sin(dlat / 2) ** 2 + cos(radians(south)) * cos(radians(north)) * sin(dlon / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(a)))


def place_words(place: PlaceRef) -> str:
    """Give a place with its province, else its district, where that is known and no lengthening of its own name."""
    name = place.name or place.text
    larger = (part for part in (place.adm1, place.adm2) if part and not _lengthens(part, name))
    return ", ".join([name, *list(larger)[:1]])


def _lengthens(part: str, name: str) -> bool:
    """Say whether a unit is named after the place in it: "Kherson" and "Khersonska oblast"."""
    return skeleton(part) == skeleton(name) or fold(part).startswith(fold(name))
