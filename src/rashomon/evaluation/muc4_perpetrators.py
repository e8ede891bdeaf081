"""The slots of who did it: individuals, organisations, and how sure the report is of an organisation."""

from collections.abc import Iterator

from rashomon.evaluation.muc4_incidents import Happening, Incident
from rashomon.evaluation.muc4_keys import Filler
from rashomon.evaluation.muc4_report import Report
from rashomon.records import ActorKind, ActorRef, Factuality, Mention

_STATE = 1
_RESPONSIBILITY, _ACCUSATION = "responsibility", "accusation"
_ORGANISED = frozenset({ActorKind.GROUP, ActorKind.FORCES, ActorKind.ORGANISATION, ActorKind.STATE})
_NO_ACTORS = frozenset(
    {"abstract", "vehicle", "weapon", "heavy", "aircraft", "place", "document", "money", "quantity", "time"}
)


def perpetrators(incident: Incident, report: Report) -> dict[int, tuple[Filler, ...]]:
    """Give the slots 8 to 11."""
    people: dict[str, None] = {}
    groups: dict[str, str] = {}
    state = False
    for happening in incident.happenings:
        for mention, actor in happening.doers:
            if not _is_actor(mention, actor, report):
                continue
            words = {token.lemma.lower() for token in report.span(mention)}
            state = state or (actor.acled == _STATE and not words & _outlaws(report))
            organisation = _organisation(mention, actor, report)
            if organisation:
                groups.setdefault(organisation, _confidence(happening, mention, actor, report))
            if not (organisation and (_is_name(mention) or organisation == _flat(mention.text))):
                people.setdefault(_flat(mention.name or mention.text))
    category = "STATE-SPONSORED VIOLENCE" if state else "TERRORIST ACT"
    return {
        8: (Filler((category,)),),
        9: tuple(Filler((name,)) for name in people),
        10: tuple(Filler((name,)) for name in groups),
        11: tuple(Filler((confidence,), (name,)) for name, confidence in groups.items()),
    }


def _is_actor(mention: Mention, actor: ActorRef, report: Report) -> bool:
    token = report.token(mention.head)
    if token.upos == "PRON" and not mention.name:
        return False
    classes = report.classes(token.lemma.lower())
    return bool(mention.name or actor.kind in _ORGANISED or "armed" in classes or not classes & _NO_ACTORS)


def _outlaws(report: Report) -> frozenset[str]:
    return next(row.words for row in report.tables.people if row.filler == "GUERRILLA")


def _is_name(mention: Mention) -> bool:
    return bool(mention.name) and mention.label != "PERSON"


def _organisation(mention: Mention, actor: ActorRef, report: Report) -> str:
    """Give the organisation that a mention names, holds or is known to stand for, as the report prints it."""
    inside = [_flat(name) for name in _named_inside(mention, report)]
    if inside:
        return max(inside, key=len)
    if mention.label == "ORG" and mention.name:
        return _flat(mention.name)
    if report.lemma(mention.head) in report.tables.organised and actor.kind in _ORGANISED:
        return _flat(mention.text)
    text = _flat(report.reading.document.text)
    known = not actor.described and actor.kind in _ORGANISED
    names = [name for one in report.reading.actors if known and one.id == actor.id for name in (one.name, *one.names)]
    return max((flat for name in names if (flat := _flat(name)) in text), key=len, default="")


def _named_inside(mention: Mention, report: Report) -> Iterator[str]:
    """Give the names of organisations that stand in a mention's words."""
    annotated = report.annotated
    for entity in annotated.entities:
        start, end = annotated.tokens[entity.first].start, annotated.tokens[entity.last - 1].end
        if entity.label == "ORG" and mention.start <= start and end <= mention.end:
            yield annotated.words(entity.first, entity.last)


def _confidence(happening: Happening, mention: Mention, actor: ActorRef, report: Report) -> str:
    """Give how the report sees the organisation's part: by who says so, and how sure."""
    row, voice = happening.row, happening.row.voice[-1]
    if happening.event.type == _RESPONSIBILITY or (voice.actor is not None and voice.actor == actor.id):
        return "CLAIMED OR ADMITTED"
    told = set(f"{voice.text} {voice.name}".lower().split())
    by = " BY AUTHORITIES" if told & report.tables.authorities else ""
    hedged = (
        row.factuality != Factuality.CERTAIN or {t.lemma.lower() for t in report.span(mention)} & report.tables.alleged
    )
    if happening.event.type == _ACCUSATION or hedged:
        return f"SUSPECTED OR ACCUSED{by}"
    return "REPORTED AS FACT"


def _flat(words: str) -> str:
    return " ".join(words.upper().split())
