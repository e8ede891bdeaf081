"""Places that a name only tells the way to: near a town, so far from it, on a road or border between two."""

from collections.abc import Sequence
from dataclasses import replace
from math import cos, radians, sin

from rashomon.link.gazetteer import Entry, Gazetteer
from rashomon.link.places.beside import Beside
from rashomon.link.places.score import Scored, is_inside
from rashomon.names import fold
from rashomon.records import Place, PlaceKind, make_id

_NEAR = 2  # UCDP GED: near a known point
_LINE = 5  # UCDP GED: a line
_KM = 111.32  # kilometres a degree of latitude
_WORSE = 0.1  # a district's seat may bear the name as another spelling; many towns of a province do
_SAME_DISTRICT_KM = 10.0
_SAME_PROVINCE_KM = 50.0


def seat_of(ranked: Sequence[Scored]) -> Entry:
    """Give the town of the same name in a province or district: only a point has something near it, or a hospital."""
    best = ranked[0].found
    if best.entry.kind not in (PlaceKind.ADM1, PlaceKind.ADM2):
        return best.entry
    least = best.fit if best.entry.kind is PlaceKind.ADM1 else best.fit - _WORSE
    named = (one.found for one in ranked if one.found.fit >= least)
    towns = (found.entry for found in named if found.entry.kind is PlaceKind.TOWN)
    return next((town for town in towns if is_inside(town, best.entry)), best.entry)


def make_near(place: Place, beside: Beside) -> Place:
    """Make the place near a town, or at a distance from it in a direction; far off its divisions are not known."""
    if beside.km is None:
        return replace(place, id=make_id("plc", "near", place.id), precision=_NEAR)
    name = f"{beside.words} {place.name}"
    lat, lon = _shifted(place, beside)
    district = beside.km <= _SAME_DISTRICT_KM
    province = beside.km <= _SAME_PROVINCE_KM
    return replace(
        place,
        id=make_id("plc", fold(name), place.id),
        name=name,
        names=tuple(dict.fromkeys((name, *place.names))),
        adm2=place.adm2 if district else None,
        adm2_id=place.adm2_id if district else None,
        adm1=place.adm1 if province else None,
        adm1_id=place.adm1_id if province else None,
        lat=lat,
        lon=lon,
        precision=_NEAR,
    )


def _shifted(place: Place, beside: Beside) -> tuple[float | None, float | None]:
    """Give the position at a distance and bearing, on a plane: distances are short and told in round numbers."""
    if beside.km is None or beside.bearing is None or place.lat is None or place.lon is None:
        return place.lat, place.lon
    north = beside.km * cos(radians(beside.bearing)) / _KM
    east = beside.km * sin(radians(beside.bearing)) / (_KM * cos(radians(place.lat)))
    return round(place.lat + north, 4), round(place.lon + east, 4)


def make_line(beside: Beside, names: tuple[str, str], entry: Entry, end: Entry | None, gazetteer: Gazetteer) -> Place:
    """Make what runs between two places, as the one that this name stands for has it.

    Args:
        beside: the words before the first ("road between") and the kind of line.
        names: both names in their order.
        entry: what this name stands for.
        end: what the other name stands for, or None.
        gazetteer: for the divisions.
    """
    name = f"{beside.words.replace(' from', ' between')} {names[0]} and {names[1]}"
    adm1 = entry if entry.kind is PlaceKind.ADM1 else gazetteer.entry(entry.adm1)
    shared = adm1 if end is not None and adm1 is not None and adm1.id in (end.id, end.adm1) else None
    lat, lon = _middle(entry, end)
    return Place(
        id=make_id("plc", fold(name), entry.country),
        name=name,
        names=(name, *names),
        kind=beside.line or PlaceKind.REGION,
        adm1=shared.name if shared else None,
        country=entry.country,
        adm1_id=shared.key if shared else None,
        lat=lat,
        lon=lon,
        precision=_LINE,
    )


def _middle(one: Entry, other: Entry | None) -> tuple[float | None, float | None]:
    """Give the middle of two places that are no countries; else nothing."""
    if other is None or PlaceKind.COUNTRY in (one.kind, other.kind):
        return None, None
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None, None
    return round((one.lat + other.lat) / 2, 4), round((one.lon + other.lon) / 2, 4)
