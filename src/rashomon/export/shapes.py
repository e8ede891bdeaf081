"""Records -> the JSON objects of docs/format.md: field names exactly those, unknown is null.

Private persons are shown by role unless `Show.names` asks for the printed names.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from rashomon.records import (
    Actor,
    ActorRef,
    ClaimRow,
    Comparison,
    ControlCell,
    Figure,
    FigureRange,
    Incident,
    Issue,
    Place,
    PlaceRef,
    ProspectCell,
    SentenceText,
    TimeSpan,
    VoiceFigure,
    VoiceRef,
    VoiceRow,
)
from rashomon.records.privacy import PRIVATE_PERSON, shown_name

Shape = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Show:
    """What of private persons is shown.

    Attributes:
        names: whether names stand as printed in the fields that name people.
        line: what is done to a line of our own making (a title, a reason, a rule).
        sentence: what is done to printed words. They are evidence and stay, so that offsets can be checked; files that
            are passed on put roles in the place of names here too.
    """

    names: bool = False
    line: Callable[[str], str] = str
    sentence: Callable[[str], str] = str


BY_ROLE = Show()


def shape_claim(row: ClaimRow, show: Show = BY_ROLE) -> Shape:
    """Give the object of one claim."""
    return {
        "id": row.id,
        "document": row.document_name,
        "sentence": show.sentence(row.sentence),
        "content": show.sentence(row.content),
        "start": row.start,
        "end": row.end,
        "voice": [_voice(voice, show) for voice in row.voice],
        "kind": row.kind.value,
        "type": row.type,
        "plover": row.plover,
        "acled": row.acled,
        "agents": [_actor_ref(ref, show) for ref in row.agents],
        "patients": [_actor_ref(ref, show) for ref in row.patients],
        "place": _place_ref(row.place),
        "time": _time(row.time),
        "figures": [_figure(figure, show) for figure in row.figures],
        "factuality": row.factuality.value,
        "realis": row.realis.value,
        "incident": row.incident,
    }


def shape_incident(incident: Incident, show: Show = BY_ROLE) -> Shape:
    """Give the object of one incident."""
    return {
        "id": incident.id,
        "type": incident.type,
        "title": show.line(incident.title),
        "time": _time(incident.time),
        "place": _place_ref(incident.place),
        "actors": [_actor_ref(ref, show) for ref in incident.actors],
        "figures": {figure.measure: _range(figure, show) for figure in incident.figures},
        "status": incident.status.value,
        "status_reason": show.line(incident.status_reason),
        "origins": incident.origins,
        "outlets": list(incident.outlets),
        "documents": list(incident.documents),
        "claims": list(incident.claims),
    }


def shape_comparison(comparison: Comparison, first: ClaimRow, second: ClaimRow, show: Show = BY_ROLE) -> Shape:
    """Give the object of one comparison with the sentences of its two claims."""
    return {
        "id": comparison.id,
        "slot": comparison.slot.value,
        "verdict": comparison.verdict.value,
        "reason": show.line(comparison.reason),
        "claims": [first.id, second.id],
        "sentences": [show.sentence(first.sentence), show.sentence(second.sentence)],
        "documents": [first.document_name, second.document_name],
    }


def shape_actor(actor: Actor, documents: Iterable[str], show: Show = BY_ROLE) -> Shape:
    """Give the object of one actor; a private person's spellings are left out with the name."""
    hidden = actor.private and not show.names
    return {
        "id": actor.id,
        "name": (actor.description or PRIVATE_PERSON) if hidden else actor.name,
        "names": [] if hidden else list(actor.names),
        "kind": actor.kind.value,
        "private": actor.private,
        "roles": [" ".join(filter(None, (role.qualifier, role.title))) for role in actor.roles],
        "documents": list(documents),
    }


def shape_place(place: Place, documents: Iterable[str]) -> Shape:
    """Give the object of one place."""
    return {
        "id": place.id,
        "name": place.name,
        "names": list(place.names),
        "adm2": place.adm2,
        "adm1": place.adm1,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
        "documents": list(documents),
    }


def shape_voice(row: VoiceRow, show: Show = BY_ROLE) -> Shape:
    """Give the object of one voice as it speaks once."""
    voice = row.voice
    return {
        "id": voice.id,
        "document": row.document_name,
        "outlet": row.outlet_name,
        "chain": [_voice(ref, show) for ref in row.chain],
        "reason": voice.reason,
        "medium": voice.medium,
        "commitment": voice.commitment.value,
        "time": _time(voice.time),
        "sentence": None if row.sentence is None else show.sentence(row.sentence),
        "contents": [list(pair) for pair in voice.contents],
        "claims": row.claims,
    }


def shape_issue(issue: Issue, show: Show = BY_ROLE) -> Shape:
    """Give the object of one issue."""
    return {
        "id": issue.id,
        "code": issue.code,
        "stage": issue.stage,
        "document": issue.document,
        "start": issue.start,
        "end": issue.end,
        "message": show.line(issue.message),
    }


def shape_control(cell: ControlCell, show: Show = BY_ROLE) -> Shape:
    """Give the object of one cell of control: claimed by a voice, or assessed by rule."""
    return {
        "place": _place_ref(cell.place),
        "time": _time(cell.time),
        "holder": _actor_ref(cell.holder, show),
        "voice": show.line(cell.voice) or None,
        "outlet": cell.outlet or None,
        "claim": cell.claim,
        "assessed": None if cell.assessed is None else cell.assessed.value,
        "claims": list(cell.claims),
        "rule": show.line(cell.rule),
    }


def shape_prospect(cell: ProspectCell, show: Show = BY_ROLE) -> Shape:
    """Give the object of one cell of the outlook."""
    return {
        "factor": cell.factor,
        "voice": show.line(cell.voice),
        "outlet": cell.outlet,
        "subject": None if cell.subject is None else _actor_ref(cell.subject, show),
        "direction": cell.direction.value,
        "factuality": cell.factuality.value,
        "claim": cell.claim,
        "sentence": show.sentence(cell.sentence),
        "published": cell.published,
    }


def shape_sentence(sentence: SentenceText, document: str, show: Show = BY_ROLE) -> Shape:
    """Give the object of one sentence; `document` is the file name."""
    return {
        "id": sentence.id,
        "document": document,
        "sentence": show.sentence(sentence.text),
        "start": sentence.start,
        "end": sentence.end,
        "zone": sentence.zone,
    }


def _voice(voice: VoiceRef, show: Show) -> Shape:
    hidden = voice.private and not show.names
    shown = shown_name(voice, show.names)
    return {
        "name": shown,
        "text": shown if hidden else voice.text,
        "naming": voice.naming.value,
        "speech": voice.speech.value,
        "cue": voice.cue,
        "stance": voice.stance.value,
        "actor": voice.actor,
    }


def _actor_ref(ref: ActorRef, show: Show) -> Shape:
    shown = shown_name(ref, show.names)
    return {"id": ref.id, "name": shown, "text": shown if ref.private and not show.names else ref.text}


def _place_ref(place: PlaceRef | None) -> Shape | None:
    if place is None:
        return None
    return {
        "id": place.id,
        "name": place.name,
        "text": place.text,
        "adm2": place.adm2,
        "adm1": place.adm1,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
    }


def _time(time: TimeSpan | None) -> Shape | None:
    if time is None:
        return None
    return {
        "start": None if time.start is None else time.start.isoformat(),
        "end": None if time.end is None else time.end.isoformat(),
        "grain": time.grain.value,
        "basis": None if time.basis is None else time.basis.value,
        "text": time.text,
    }


def _figure(figure: Figure, show: Show) -> Shape:
    return {
        "measure": figure.measure,
        "low": figure.low,
        "high": figure.high,
        "modifier": figure.modifier.value,
        "text": show.sentence(figure.text),
    }


def _range(figure: FigureRange, show: Show) -> Shape:
    return {
        "low": figure.low,
        "best": figure.best,
        "high": figure.high,
        "rule": figure.rule,
        "by_voice": [_voice_figure(told, show) for told in figure.by_voice],
    }


def _voice_figure(told: VoiceFigure, show: Show) -> Shape:
    return {
        "claim": told.claim,
        "voice": show.line(told.voice),
        "outlet": told.outlet,
        "low": told.low,
        "high": told.high,
        "text": show.sentence(told.text),
    }
