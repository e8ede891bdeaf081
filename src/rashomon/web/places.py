"""Places that a person may mean: those of the ledger first, then the gazetteer's, where one is built."""

from rashomon.records import Place, Query
from rashomon.web.desk import Desk

_MOST = 14


def find_places(desk: Desk, words: str) -> tuple[Place, ...]:
    """Give places whose name fits, those of the ledger first."""
    if not words.strip():
        return ()
    held = {place.id: place for place, _ in desk.ledger.places(Query(place=words.strip(), limit=_MOST))}
    listed = {place.id: place for place in _listed(words)}
    return tuple({**held, **listed}.values())[:_MOST]


def find_place(desk: Desk, ident: str, words: str) -> Place | None:
    """Give one place by id: of the ledger, or of the gazetteer where `words` find it."""
    held = next(desk.ledger.records(Place, "id", [ident]), None)
    return held or next((place for place in _listed(words) if place.id == ident), None)


def _listed(words: str) -> tuple[Place, ...]:
    from rashomon.link import list_places, open_gazetteer  # noqa: PLC0415
    from rashomon.link.gazetteer.status import gazetteer_status  # noqa: PLC0415

    status = gazetteer_status()
    if status.built != status.wanted:
        return ()
    gazetteer = open_gazetteer()
    try:
        return list_places(words, gazetteer)
    finally:
        gazetteer.close()
