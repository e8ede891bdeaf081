"""A claim row -> what commands filter claims by."""

from collections.abc import Iterator
from typing import Any

from rashomon.records import ActorRef, ClaimRow, Incident, PlaceRef, TimeSpan, VoiceRef
from rashomon.store.folding import fold


def index_claim(row: ClaimRow) -> dict[str, Any]:
    """Make the row of `claim_index`."""
    return {
        "claim": row.id,
        "document": row.document,
        "document_name": row.document_name,
        "sentence_index": row.sentence_index,
        "start": row.start,
        "outlet": fold(row.outlet_name),
        "kind": row.kind.value,
        "type": row.type,
        "plover": row.plover,
        "acled": row.acled,
        **{("place" if name == "place_id" else name): value for name, value in _place(row.place).items()},
        **_days(row.time),
    }


def index_incident(incident: Incident) -> dict[str, Any]:
    """Make the filter columns of `incidents`."""
    return {**_place(incident.place), **_days(incident.time)}


def index_actors(row: ClaimRow) -> Iterator[dict[str, Any]]:
    """Make the rows of `claim_actors`: who does it, to whom, and every voice of the chain."""
    for role, refs in (("agent", row.agents), ("patient", row.patients)):
        for position, ref in enumerate(refs):
            yield _actor(row.id, role, position, ref.id, ref)
    for position, voice in enumerate(row.voice):
        yield _actor(row.id, "voice", position, voice.actor, voice)


def _actor(claim: str, role: str, position: int, actor: str | None, ref: ActorRef | VoiceRef) -> dict[str, Any]:
    words = _words(ref.name, ref.text, ref.description)
    return {"claim": claim, "role": role, "position": position, "actor": actor, "name": ref.name, "words": words}


def _place(place: PlaceRef | None) -> dict[str, Any]:
    if place is None:
        return dict.fromkeys(("place_id", "place_adm2", "place_adm1", "place_country", "place_words"))
    return {
        "place_id": place.id,
        "place_adm2": place.adm2_id,
        "place_adm1": place.adm1_id,
        "place_country": place.country,
        "place_words": _words(place.name, place.text, place.adm2, place.adm1),
    }


def _days(time: TimeSpan | None) -> dict[str, Any]:
    return {
        "start_day": None if time is None or time.start is None else time.start.isoformat(),
        "end_day": None if time is None or time.end is None else time.end.isoformat(),
    }


def _words(*names: str | None) -> str:
    return "|".join(dict.fromkeys(fold(name) for name in names if name))
