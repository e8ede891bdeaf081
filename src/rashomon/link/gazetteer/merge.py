"""Puts the places of a user's sources over those of the packages: new places, and positions and names of known ones."""

from collections.abc import Iterable
from dataclasses import replace

from rashomon.link.gazetteer.entries import Basis, Entry
from rashomon.link.gazetteer.sources import Addition

Names = dict[int, set[str]]


def merge(entries: Iterable[Entry], names: Names, additions: Iterable[Addition]) -> list[Entry]:
    """Give all entries; `names` gains those of the additions.

    A place that both know keeps the name shown and its kind; position, divisions and inhabitants come from the source
    where it gives them.
    """
    merged = {entry.id: entry for entry in entries}
    for addition in additions:
        entry = addition.entry
        known = merged.get(entry.id)
        merged[entry.id] = entry if known is None else _over(known, entry)
        names.setdefault(entry.id, set()).update(addition.names)
    return [_inside(entry, merged) for entry in merged.values()]


def _over(known: Entry, entry: Entry) -> Entry:
    placed = entry.lat is not None
    return replace(
        known,
        adm1=known.adm1 if entry.adm1 is None else entry.adm1,
        adm2=known.adm2 if entry.adm2 is None else entry.adm2,
        lat=entry.lat if placed else known.lat,
        lon=entry.lon if placed else known.lon,
        population=entry.population or known.population,
        basis=Basis.OWN if placed else known.basis,
    )


def _inside(entry: Entry, merged: dict[int, Entry]) -> Entry:
    """Drop divisions that nothing knows: a dump may name codes that its tables do not hold."""
    adm1 = entry.adm1 if entry.adm1 in merged else None
    adm2 = entry.adm2 if entry.adm2 in merged else None
    return entry if (adm1, adm2) == (entry.adm1, entry.adm2) else replace(entry, adm1=adm1, adm2=adm2)
