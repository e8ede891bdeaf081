"""The sections of a briefing: each turns some records into lines and adds no word that is not theirs or a frame's."""

from collections.abc import Iterable, Iterator
from datetime import date

from rashomon.briefing.source import BriefingSource
from rashomon.briefing.words import DENIALS, join, say_actor, say_voice
from rashomon.lexicon.phrases import Phrases
from rashomon.records import BriefingLine, ClaimRow, Incident, Naming, ProspectCell, Status

_NEWS_DAYS = 60  # what was over two months before the first report is no news of it


def happened(source: BriefingSource, phrases: Phrases) -> Iterator[BriefingLine]:
    """Every incident of these weeks with its status and who tells it; parts stand under their wholes' figures.

    What has neither day nor place nor anybody in it ("Looting.") tells a reader nothing here.
    """
    yield from _told(source, phrases, "happened", earlier_ones=False)


def earlier(source: BriefingSource, phrases: Phrases) -> Iterator[BriefingLine]:
    """The same of what was over long before the first report."""
    yield from _told(source, phrases, "earlier", earlier_ones=True)


def _told(source: BriefingSource, phrases: Phrases, section: str, *, earlier_ones: bool) -> Iterator[BriefingLine]:
    listed = {incident.id for incident in source.incidents}
    first = min((line.published for line in source.documents if line.published), default=None)
    for incident in source.incidents:
        if incident.part_of in listed or not (incident.time or incident.place or incident.actors):
            continue
        if _is_earlier(incident, first) == earlier_ones:
            yield _incident_line(section, _happened(source, phrases, incident), incident)


def _is_earlier(incident: Incident, first: date | None) -> bool:
    end = None if incident.time is None else incident.time.end
    return first is not None and end is not None and (first - end).days > _NEWS_DAYS


def _happened(source: BriefingSource, phrases: Phrases, incident: Incident) -> str:
    rows = [source.rows[claim] for claim in incident.claims]
    asserted = _voices(source, phrases, (row for row in rows if row.factuality not in DENIALS))
    deniers = _voices(source, phrases, (row for row in rows if row.factuality in DENIALS))
    words = {"title": incident.title, "status": phrases.labels[incident.status.value]}
    if incident.status is Status.DENIED or not asserted:
        return phrases.say("incident_denied", voices=deniers, **words)
    voices = phrases.say("also_denied", voices=asserted, deniers=deniers) if deniers else asserted
    if incident.status is Status.CONTESTED:
        return phrases.say("incident_contested", voices=voices, **words)
    if incident.status is Status.CLAIMED and not deniers and phrases.phrases["and"] not in asserted:
        return phrases.say("incident_alone", voices=asserted, **words)
    return phrases.say("incident", met=_met(incident, phrases), voices=voices, **words)


def _met(incident: Incident, phrases: Phrases) -> str:
    """Give what met the rule of the status: behind the rule itself, in parentheses."""
    met = incident.status_reason.partition(" (")[2]
    return phrases.say("met", met=met.removesuffix(")")) if met else ""


def denied(source: BriefingSource, phrases: Phrases) -> Iterator[BriefingLine]:
    """What only its denial answers, where no line before tells it: those who deny it."""
    told = {incident.id for incident in source.incidents if incident.time or incident.place or incident.actors}
    for incident in source.incidents:
        claims = tuple(claim for claim in incident.claims if source.rows[claim].factuality in DENIALS)
        if claims and (incident.id not in told or incident.status is not Status.DENIED):
            voices = _voices(source, phrases, (source.rows[claim] for claim in claims))
            text = phrases.say("denied", title=incident.title, voices=voices)
            cited = tuple(dict.fromkeys((*claims, *incident.claims)))
            yield BriefingLine("denied", text, cited, incident.id, incident.origins, ("denied",))


def origin(source: BriefingSource, phrases: Phrases) -> Iterator[BriefingLine]:
    """Incidents that several outlets tell on one word, then what one voice alone tells, by voice."""
    alone: dict[str, list[Incident]] = {}
    for incident in source.incidents:
        outlets = _asserting_outlets(source, incident)
        why = _shared_origin(source, incident)
        if incident.origins == 1 and len(outlets) > 1 and why:
            text = phrases.say("origin", title=incident.title, outlets=join(outlets, phrases), why=why)
            yield _incident_line("origin", text, incident)
        elif incident.origins == 1 and _reported(source, incident) and incident.status is not Status.DENIED:
            voices = _voices(source, phrases, (source.rows[claim] for claim in incident.claims))
            alone.setdefault(voices, []).append(incident)
    for voices, incidents in alone.items():
        text = phrases.say("one_voice", voices=voices, titles=join((i.title for i in incidents), phrases))
        claims = tuple(dict.fromkeys(claim for incident in incidents for claim in incident.claims))
        yield BriefingLine("origin", text, claims, incidents[0].id, 1, ("one origin",))


def unverified(source: BriefingSource, phrases: Phrases) -> Iterator[BriefingLine]:
    """Incidents of which an outlet itself says that it could not verify them."""
    for incident in source.incidents:
        if incident.status is Status.UNVERIFIED:
            reason = incident.status_reason.rstrip(".")
            yield _incident_line("unverified", phrases.say("unverified", title=incident.title, reason=reason), incident)


def outlook(source: BriefingSource, phrases: Phrases) -> Iterator[BriefingLine]:
    """What each voice says of each factor."""
    for cell in sorted(source.prospects, key=lambda c: (c.factor, c.outlet, c.voice)):
        yield BriefingLine("outlook", _outlook_text(source, phrases, cell), (cell.claim,))


def _incident_line(section: str, text: str, incident: Incident) -> BriefingLine:
    marks = (incident.status.value, *(("one origin",) if incident.origins == 1 else ()))
    return BriefingLine(section, text, incident.claims, incident.id, incident.origins, marks)


def _voices(source: BriefingSource, phrases: Phrases, rows: Iterable[ClaimRow]) -> str:
    ordered = sorted(rows, key=lambda row: (row.document_name, row.start))
    return join((say_voice(row, phrases, source.names) for row in ordered), phrases)


def _reported(source: BriefingSource, incident: Incident) -> bool:
    return all(source.rows[claim].voice[-1].naming is not Naming.OUTLET for claim in incident.claims)


def _asserting_outlets(source: BriefingSource, incident: Incident) -> tuple[str, ...]:
    rows = (source.rows[claim] for claim in incident.claims)
    return tuple(sorted({row.outlet_name for row in rows if row.factuality not in DENIALS}))


def _shared_origin(source: BriefingSource, incident: Incident) -> str:
    """Give the first reason why claims of different outlets are one origin, or ""."""
    claims = set(incident.claims)
    ties = (dep for dep in source.dependences if dep.first in claims and dep.second in claims)
    across = (dep for dep in ties if source.rows[dep.first].outlet != source.rows[dep.second].outlet)
    return next((dep.why.rstrip(".") for dep in across), "")


def _outlook_text(source: BriefingSource, phrases: Phrases, cell: ProspectCell) -> str:
    subject = phrases.say("no_subject") if cell.subject is None else say_actor(cell.subject, phrases, source.names)
    return phrases.say(
        "outlook",
        factor=cell.factor,
        direction=phrases.labels[cell.direction.value],
        subject=subject,
        voice=say_voice(source.rows[cell.claim], phrases, source.names),
        sentence=" ".join(cell.sentence.split()),
    )
