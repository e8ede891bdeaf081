"""From a chosen candidate, or none, to the Place that the ledger keeps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.lexicon.places import PlaceTable, Region
from rashomon.link.gazetteer import Entry, Gazetteer
from rashomon.link.gazetteer.entries import Basis
from rashomon.link.places.cues import PlaceCue, Ties
from rashomon.link.places.score import Scored
from rashomon.names import fold
from rashomon.records import Place, PlaceKind, make_id

PRECISION = {
    PlaceKind.TOWN: 1,
    PlaceKind.FACILITY: 2,
    PlaceKind.ADM2: 3,
    PlaceKind.ADM1: 4,
    PlaceKind.REGION: 5,
    PlaceKind.NATURAL: 5,
    PlaceKind.BORDER: 5,
    PlaceKind.COUNTRY: 6,
}
_SEA = 7
_AROUND = frozenset({PlaceKind.NATURAL, PlaceKind.FACILITY, PlaceKind.BORDER})


@dataclass(frozen=True, slots=True)
class Made:
    """The place made of one mention, or None, with the rule's name and the reason in words."""

    place: Place | None
    rule: str
    why: str


class PlaceMaker:
    """Makes the places of one document's cues."""

    def __init__(
        self, chosen: Mapping[int, Sequence[Scored]], ties: Ties, table: PlaceTable, gazetteer: Gazetteer
    ) -> None:
        self._chosen = chosen
        self._outer = {inner: outer for inner, outer in reversed(ties.sure) if chosen.get(outer)}
        self._table = table
        self._gazetteer = gazetteer

    def make(self, index: int, cue: PlaceCue) -> Made:
        """Make the place of the cue at `index`."""
        ranked = self._chosen.get(index, ())
        if not cue.name:
            return Made(None, "nil-described", "no name is printed")
        region = _region(cue, ranked, self._table)
        if region is not None:
            return Made(_make_region(region, cue), "region-table", f"{region.name} is a region")
        if not ranked:
            return _make_unknown(cue, self._holder(index), self._gazetteer)
        best = ranked[0]
        entry, why = best.found.entry, best.why
        if cue.feature in _AROUND and cue.feature is not None:
            return Made(_make_around(cue, cue.feature, entry, self._gazetteer), f"{cue.feature}-at-unit", why)
        if cue.part and entry.kind is PlaceKind.COUNTRY:
            return Made(_make_part(cue, entry), "part-of-country", f"a part of {entry.name}")
        return Made(_make_entry(entry, cue, self._gazetteer), f"gazetteer-{best.found.how}", why)

    def _holder(self, index: int) -> Entry | None:
        outer = self._outer.get(index)
        return None if outer is None else self._chosen[outer][0].found.entry


def _region(cue: PlaceCue, ranked: Sequence[Scored], table: PlaceTable) -> Region | None:
    if cue.feature in (PlaceKind.ADM1, PlaceKind.ADM2, PlaceKind.TOWN, PlaceKind.FACILITY):
        return None
    names = (fold(cue.name), fold(f"{cue.part} {cue.name}"), fold(cue.mention.text))
    found = next((table.region_names[name] for name in names if name in table.region_names), None)
    if found is None or not ranked or not found.countries:
        return found
    best = ranked[0].found
    listed = best.how == "name" and best.entry.kind is PlaceKind.ADM1 and best.entry.country in found.countries
    return None if listed else found


def _make_region(region: Region, cue: PlaceCue) -> Place:
    country = region.countries[0] if len(region.countries) == 1 else None
    return Place(
        id=make_id("plc", fold(region.name), country),
        name=region.name,
        names=_names(region.name, cue),
        kind=PlaceKind.NATURAL if region.sea else PlaceKind.REGION,
        country=country,
        lat=region.at[0] if region.at else None,
        lon=region.at[1] if region.at else None,
        precision=_SEA if region.sea else PRECISION[PlaceKind.REGION],
    )


def _names(name: str, cue: PlaceCue, *more: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((name, *more, cue.name)))


def _make_unknown(cue: PlaceCue, holder: Entry | None, gazetteer: Gazetteer) -> Made:
    """Keep the name; of an unknown place only what the text itself puts around it is known."""
    kind = PlaceKind.NATURAL if cue.sea else cue.feature or PlaceKind.UNKNOWN
    adm1, adm2 = _divisions(holder, gazetteer) if holder else (None, None)
    place = Place(
        id=make_id("plc", fold(cue.name), None if holder is None else holder.key),
        name=cue.name,
        names=(cue.name,),
        kind=kind,
        adm2=adm2.name if adm2 else None,
        adm1=adm1.name if adm1 else None,
        country=holder.country if holder else None,
        adm2_id=_id(adm2),
        adm1_id=_id(adm1),
        precision=_SEA if cue.sea else None,
    )
    told = f"; the text puts it in {holder.name}" if holder else ""
    return Made(place, "text-only", f"the gazetteer has no such place{told}")


def _divisions(entry: Entry, gazetteer: Gazetteer) -> tuple[Entry | None, Entry | None]:
    adm1 = entry if entry.kind is PlaceKind.ADM1 else gazetteer.entry(entry.adm1)
    adm2 = entry if entry.kind is PlaceKind.ADM2 else gazetteer.entry(entry.adm2)
    return adm1, adm2


def _id(entry: Entry | None) -> str | None:
    return None if entry is None else entry.key


def _make_entry(entry: Entry, cue: PlaceCue, gazetteer: Gazetteer) -> Place:
    adm1, adm2 = _divisions(entry, gazetteer)
    precision = PRECISION[entry.kind]
    if cue.feature is PlaceKind.ADM2 and entry.kind is PlaceKind.TOWN:
        precision = PRECISION[PlaceKind.ADM2]  # the text means the district, the gazetteer knows its seat
    if entry.kind is PlaceKind.ADM2 and entry.basis is Basis.PARENT:
        precision = PRECISION[PlaceKind.ADM1]  # nothing but the province's own position is known
    return Place(
        id=entry.key,
        name=entry.name,
        names=_names(entry.name, cue, entry.local),
        kind=entry.kind,
        adm2=adm2.name if adm2 else None,
        adm1=adm1.name if adm1 else None,
        country=entry.country,
        adm2_id=_id(adm2),
        adm1_id=_id(adm1),
        lat=entry.lat,
        lon=entry.lon,
        precision=precision,
    )


def _make_around(cue: PlaceCue, feature: PlaceKind, entry: Entry, gazetteer: Gazetteer) -> Place:
    """Make a valley, an airport or a border named after a unit: its position is the unit's, its id its own."""
    adm1, adm2 = _divisions(entry, gazetteer)
    name = cue.mention.text.removeprefix("the ").removeprefix("The ") if feature is not PlaceKind.NATURAL else cue.name
    located = feature is not PlaceKind.BORDER and entry.kind is not PlaceKind.COUNTRY
    return Place(
        id=make_id("plc", fold(name), feature.value, (adm1 or entry).key),
        name=name,
        names=_names(name, cue),
        kind=feature,
        adm2=adm2.name if adm2 and located else None,
        adm1=adm1.name if adm1 and located else None,
        country=entry.country,
        adm2_id=_id(adm2) if located else None,
        adm1_id=_id(adm1) if located else None,
        lat=entry.lat if located else None,
        lon=entry.lon if located else None,
        precision=max(PRECISION[feature], 0 if entry.kind is PlaceKind.TOWN else PRECISION[entry.kind] - 1),
    )


def _make_part(cue: PlaceCue, entry: Entry) -> Place:
    name = f"{cue.part} {entry.name}"
    return Place(
        id=make_id("plc", fold(name), entry.country),
        name=name,
        names=_names(name, cue),
        kind=PlaceKind.REGION,
        country=entry.country,
        precision=PRECISION[PlaceKind.REGION],
    )
