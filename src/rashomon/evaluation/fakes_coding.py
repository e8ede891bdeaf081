"""The coders' conventions of FA-KES (Abu Salem et al. 2019), learnt from its records: one report is one happening.

The dead are those of the happening that the report is about: the first figure of killed that is told as a fact, a
number before a vague word, and all groups that its sentence tells beside it ("10 soldiers and 2 shepherds"); groups
told to be among the first are not added. Children and women are counted among the civilians, so the dead are civilians
and others. The place is the governorate of that happening, else of the first happening with one, else the first named.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.names import skeleton
from rashomon.records import ClaimKind, ClaimRow, Figure, Modifier, Reading, Scope

_COUNTED = frozenset({Scope.TOTAL, Scope.ADDITION})
_COUNTRY = "SY"
_AMONG = frozenset({"including", "among", "whom", "which", "of", "mostly", "them", "injured", "wounded", "wounding"})
# How the coders write a governorate where they join or spell it in another way than the gazetteer.
_WRITTEN = {
    "Al-Hasakah": "hasakeh",
    "Ar Raqqah": "raqqa",
    "Deir ez-Zor": "deir ezzor",
    "Latakia": "lattakia",
    "Rif-dimashq": "damascus",
    "Tartus": "tartous",
}


@dataclass(frozen=True, slots=True)
class Coded:
    """What the conventions make of one reading.

    Attributes:
        dead: number of dead, or None if no figure is told.
        place: name of a governorate, or "".
        claims: ids of the claims that tell this number.
        why: the words it rests on.
    """

    dead: int | None
    place: str
    claims: tuple[str, ...]
    why: str


def code_report(reading: Reading, rows: Sequence[ClaimRow]) -> Coded:
    """Code a report from an ordinary reading of it."""
    told = sorted((row for row in rows if _is_fact(row)), key=lambda row: row.start)
    tolls = [row for row in told if _killed(row)]
    exact = [row for row in tolls if _is_number(_killed(row)[0])]
    lead = next(iter(exact or tolls), None)
    place = _place(([] if lead is None else [lead]) + tolls + told) or _first_named(reading)
    if lead is None:
        return Coded(None, place, (), "")
    first = _killed(lead)[0].low
    same = tuple(row.id for row in tolls if any(figure.low == first for figure in _killed(row)))
    return Coded(_sum(_killed(lead), reading.document.text), place, same, f"{lead.type}: {lead.content}")


def _is_fact(row: ClaimRow) -> bool:
    return row.kind is ClaimKind.EVENT and row.factuality in {"CT+", "PR+"} and row.realis in {"past", "ongoing"}


def _killed(row: ClaimRow) -> list[Figure]:
    found = [figure for figure in row.figures if figure.measure == "killed" and figure.low and figure.scope in _COUNTED]
    return sorted(found, key=lambda figure: figure.start)


def _is_number(figure: Figure) -> bool:
    return figure.modifier is not Modifier.VAGUE


def _sum(figures: Sequence[Figure], text: str) -> int:
    """Add the groups of one happening that are not told to be among the first."""
    total, last = figures[0].low or 0, figures[0]
    for figure in figures[1:]:
        between = text[last.end : figure.start].lower().replace(",", " ").split()
        if _AMONG & set(between):
            break
        total, last = total + (figure.low or 0), figure
    return int(total)


def _place(rows: Sequence[ClaimRow]) -> str:
    found = (row.place.adm1 for row in rows if row.place is not None and row.place.country == _COUNTRY)
    return next((name for name in found if name), "")


def _first_named(reading: Reading) -> str:
    places = {place.id: place for place in reading.places if place.country == _COUNTRY and place.adm1}
    starts = {mention.id: mention.start for mention in reading.mentions}
    named = sorted((starts[link.mention], link.target or "") for link in reading.links if link.target in places)
    return next((places[target].adm1 or "" for _, target in named), "")


def same_place(found: str, gold: str) -> bool:
    """Say whether two spellings name one governorate; Damascus and the land around it are one to the coders."""
    return bool(found) and skeleton(_WRITTEN.get(found, found)) == skeleton(_WRITTEN.get(gold, gold))
