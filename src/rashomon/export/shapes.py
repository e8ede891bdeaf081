"""Records -> the JSON objects of docs/format.md: field names exactly those, unknown is null.

Private persons are shown by role unless `Show.names` asks for the printed names.
"""

from collections.abc import Iterable

from rashomon.export.inner import (
    BY_ROLE,
    Shape,
    Show,
    shape_actor_ref,
    shape_figure,
    shape_place_ref,
    shape_range,
    shape_time,
    shape_voice_ref,
)
from rashomon.records import (
    Actor,
    ClaimRow,
    Comparison,
    ControlCell,
    Dependence,
    Incident,
    Issue,
    Place,
    ProspectCell,
    SentenceText,
    VoiceRow,
)
from rashomon.records.privacy import PRIVATE_PERSON

__all__ = [
    "Shape",
    "Show",
    "shape_actor",
    "shape_claim",
    "shape_comparison",
    "shape_control",
    "shape_dependence",
    "shape_incident",
    "shape_issue",
    "shape_place",
    "shape_prospect",
    "shape_sentence",
    "shape_voice",
]

_DENYING = frozenset({"not", "never"})  # qualifiers of a state that the words themselves deny
_TURNED = str.maketrans("+-", "-+")


def shape_claim(row: ClaimRow, show: Show = BY_ROLE) -> Shape:
    """Give the object of one claim."""
    return {
        "id": row.id,
        "document": row.document_name,
        "sentence": show.sentence(row.sentence),
        "content": show.sentence(row.content),
        "start": row.start,
        "end": row.end,
        "voice": [shape_voice_ref(voice, show) for voice in row.voice],
        "kind": row.kind.value,
        "type": row.type,
        "plover": row.plover,
        "acled": row.acled,
        "agents": [shape_actor_ref(ref, show) for ref in row.agents],
        "patients": [shape_actor_ref(ref, show) for ref in row.patients],
        "place": shape_place_ref(row.place),
        "time": shape_time(row.time),
        "figures": [shape_figure(figure, show) for figure in row.figures],
        "factuality": _standing(row),
        "realis": row.realis.value,
        "incident": row.incident,
    }


def _standing(row: ClaimRow) -> str:
    """Give the factuality of what `type` names: "does not control", a row of its own, is CT- of controls."""
    standing = row.factuality.value
    return standing.translate(_TURNED) if row.qualifier in _DENYING else standing


def shape_incident(incident: Incident, show: Show = BY_ROLE) -> Shape:
    """Give the object of one incident."""
    return {
        "id": incident.id,
        "type": incident.type,
        "title": show.line(incident.title),
        "time": shape_time(incident.time),
        "place": shape_place_ref(incident.place),
        "actors": [shape_actor_ref(ref, show) for ref in incident.actors],
        "figures": {figure.label: shape_range(figure, show) for figure in incident.figures},
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


def shape_dependence(
    tie: Dependence, documents: Iterable[str], claims: Iterable[str], evidence: Iterable[str], show: Show = BY_ROLE
) -> Shape:
    """Give the object of one dependence; documents are file names, claims ids (none where documents are tied)."""
    return {
        "id": tie.id,
        "kind": tie.kind.value,
        "reason": show.line(tie.why),
        "documents": list(documents),
        "claims": list(claims),
        "sentences": [show.sentence(words) for words in evidence],
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
        "chain": [shape_voice_ref(ref, show) for ref in row.chain],
        "reason": voice.reason,
        "medium": voice.medium,
        "commitment": voice.commitment.value,
        "time": shape_time(voice.time),
        "sentence": None if row.sentence is None else show.sentence(row.sentence),
        "contents": [list(pair) for pair in voice.contents],
        "claims": row.claims,
    }


def shape_issue(issue: Issue, show: Show = BY_ROLE, document: str | None = None) -> Shape:
    """Give the object of one issue; `document` is the file name of a document that was read."""
    return {
        "id": issue.id,
        "code": issue.code,
        "stage": issue.stage,
        "document": document or issue.document,
        "start": issue.start,
        "end": issue.end,
        "message": show.line(issue.message),
    }


def shape_control(cell: ControlCell, show: Show = BY_ROLE) -> Shape:
    """Give the object of one cell of control: claimed by a voice, or assessed by rule."""
    return {
        "place": shape_place_ref(cell.place),
        "time": shape_time(cell.time),
        "holder": shape_actor_ref(cell.holder, show),
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
        "subject": None if cell.subject is None else shape_actor_ref(cell.subject, show),
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
