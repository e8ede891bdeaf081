"""From a chosen candidate, or none, to the Place that the ledger keeps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.lexicon.places import PlaceTable, Region
from rashomon.link.gazetteer import Entry, Gazetteer
from rashomon.link.gazetteer.entries import Basis
from rashomon.link.places.cues import PlaceCue, Ties
from rashomon.link.places.off import make_line, make_near, seat_of
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
_DIVIDED = frozenset({PlaceKind.ADM1, PlaceKind.ADM2})
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
        self,
        cues: Sequence[PlaceCue],
        chosen: Mapping[int, Sequence[Scored]],
        ties: Ties,
        table: PlaceTable,
        gazetteer: Gazetteer,
        home: str | None = None,
    ) -> None:
        self._home = home
        self._cues = cues
        self._chosen = chosen
        self._outer = {inner: outer for inner, outer in reversed(ties.maybe) if _divides(chosen.get(outer, ()))}
        listed = {left for left, _ in ties.siblings if (left, left + 1) not in ties.maybe}
        self._outer = {inner: outer for inner, outer in self._outer.items() if outer not in listed}
        self._outer.update({inner: outer for inner, outer in reversed(ties.sure) if chosen.get(outer)})
        self._lines = {**dict(ties.lines), **{right: left for left, right in ties.lines}}
        self._firsts = {left for left, _ in ties.lines}
        self._table = table
        self._gazetteer = gazetteer

    def make(self, index: int, cue: PlaceCue) -> Made:
        """Make the place of the cue at `index`."""
        ranked = self._chosen.get(index, ())
        if cue.government:
            return Made(None, "nil-government", "the name stands for a government, which is an actor")
        if not cue.name:
            return self._described(cue)
        region = _region(cue, ranked, self._table)
        if region is not None:
            return Made(_make_region(region, cue), "region-table", f"{region.name} is a region")
        if not ranked:
            return _make_unknown(cue, self._holder(index), self._gazetteer)
        if index in self._lines:
            return self._line(index, ranked[0], cue)
        return self._found(ranked, cue)

    def _described(self, cue: PlaceCue) -> Made:
        """Make a part of "the country" where the report speaks of one alone."""
        entry = None if self._home is None else self._gazetteer.country(self._home)
        if entry is None or not cue.part:
            return Made(None, "nil-described", "no name is printed")
        return Made(
            _make_part(cue, entry), "part-of-country", f"the country is {entry.name}, of which the report speaks"
        )

    def _found(self, ranked: Sequence[Scored], cue: PlaceCue) -> Made:
        """Make the place of what the gazetteer knows; near it, or in a building, it is a town and no province."""
        best, why = ranked[0], ranked[0].why
        pointed = cue.beside.near or cue.feature is PlaceKind.FACILITY
        entry = seat_of(ranked) if pointed and cue.feature not in _DIVIDED else best.found.entry
        if cue.feature in _AROUND and cue.feature is not None:
            return Made(_make_around(cue, cue.feature, entry, self._gazetteer), f"{cue.feature}-at-unit", why)
        if cue.part and entry.kind is PlaceKind.COUNTRY:
            return Made(_make_part(cue, entry), "part-of-country", f"a part of {entry.name}")
        place = _make_entry(entry, cue, self._gazetteer)
        if cue.beside.near and entry.kind is PlaceKind.TOWN:
            return Made(make_near(place, cue.beside), "near", f"{cue.beside.words} it; {why}")
        return Made(place, f"gazetteer-{best.found.how}", why)

    def _line(self, index: int, best: Scored, cue: PlaceCue) -> Made:
        """Make the road or border that two names end: its position is the middle of towns that are."""
        first = index in self._firsts
        other = self._lines[index]
        told = (cue if first else self._cues[other]).beside
        end = self._chosen[other][0].found.entry if self._chosen.get(other) else None
        names = (cue.name, self._cues[other].name) if first else (self._cues[other].name, cue.name)
        return Made(make_line(told, names, best.found.entry, end, self._gazetteer), "line-between", best.why)

    def _holder(self, index: int) -> Entry | None:
        outer = self._outer.get(index)
        return None if outer is None else self._chosen[outer][0].found.entry


def _divides(ranked: Sequence[Scored]) -> bool:
    """Say whether a name is that of a country or a division, which can hold what stands before a comma."""
    return bool(ranked) and ranked[0].found.entry.kind in (*_DIVIDED, PlaceKind.COUNTRY)


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
        precision=_SEA if cue.sea else PRECISION[holder.kind] if holder and holder.kind in PRECISION else None,
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
