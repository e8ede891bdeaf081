"""Places of the gazetteer as records, where a person names one and no text does."""

from rashomon.link.gazetteer import Entry, Gazetteer
from rashomon.link.places.make import PRECISION
from rashomon.records import Place

_LIMIT = 12


def list_places(name: str, gazetteer: Gazetteer, limit: int = _LIMIT) -> tuple[Place, ...]:
    """Give the places that a name may mean, best fit first, then bigger ones."""
    entries = {found.entry.key: found.entry for found in gazetteer.find(name)}
    return tuple(make_listed(entry, gazetteer) for entry in list(entries.values())[:limit])


def make_listed(entry: Entry, gazetteer: Gazetteer) -> Place:
    """Make the record of one entry."""
    adm1, adm2 = gazetteer.entry(entry.adm1), gazetteer.entry(entry.adm2)
    return Place(
        id=entry.key,
        name=entry.name,
        names=tuple(dict.fromkeys((entry.name, entry.local))),
        kind=entry.kind,
        adm2=None if adm2 is None else adm2.name,
        adm1=None if adm1 is None else adm1.name,
        country=entry.country,
        adm2_id=None if adm2 is None else adm2.key,
        adm1_id=None if adm1 is None else adm1.key,
        lat=entry.lat,
        lon=entry.lon,
        precision=PRECISION[entry.kind],
    )
