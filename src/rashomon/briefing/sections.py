"""The sections of a briefing: each turns some records into lines and adds no word that is not theirs or a frame's."""

from collections.abc import Iterator

from rashomon.briefing.source import BriefingSource
from rashomon.briefing.words import join, say_actor, say_number, say_place, say_range, say_time, say_voice
from rashomon.lexicon.phrases import Phrases
from rashomon.records import (
    BriefingLine,
    ClaimRow,
    Comparison,
    Control,
    ControlCell,
    Factuality,
    FigureRange,
    Incident,
    Naming,
    ProspectCell,
    Status,
    Verdict,
)

_DENIALS = frozenset({Factuality.NOT_CERTAIN, Factuality.NOT_PROBABLE, Factuality.NOT_POSSIBLE})


def happened(source: BriefingSource, phrases: Phrases) -> Iterator[BriefingLine]:
    """Every incident with its status, the rule behind it, and who tells it; parts stand under their wholes' figures."""
    listed = {incident.id for incident in source.incidents}
    for incident in source.incidents:
        if incident.part_of in listed:
            continue
        text = phrases.say(
            "incident",
            title=incident.title,
            status=phrases.labels[incident.status.value],
            reason=incident.status_reason.rstrip("."),
            voices=_voices(source, phrases, incident.claims),
        )
        yield _incident_line("happened", text, incident)


def contested(source: BriefingSource, phrases: Phrases) -> Iterator[BriefingLine]:
    """Every contradiction with both sentences side by side."""
    for comparison in source.comparisons:
        if comparison.verdict is Verdict.CONTRADICTS:
            text = phrases.say(
                "contradiction",
                slot=comparison.slot.value,
                reason=comparison.reason.rstrip("."),
                first=_account(source, phrases, comparison.first),
                second=_account(source, phrases, comparison.second),
            )
            yield BriefingLine("contested", text, _pair(comparison), source.rows[comparison.first].incident)


def denied(source: BriefingSource, phrases: Phrases) -> Iterator[BriefingLine]:
    """Every incident that some voice denies, with those who deny it."""
    for incident in source.incidents:
        claims = tuple(claim for claim in incident.claims if source.rows[claim].factuality in _DENIALS)
        if claims:
            text = phrases.say("denied", title=incident.title, voices=_voices(source, phrases, claims))
            yield BriefingLine(
                "denied",
                text,
                tuple(dict.fromkeys((*claims, *incident.claims))),
                incident.id,
                incident.origins,
                ("denied",),
            )


def figures(source: BriefingSource, phrases: Phrases) -> Iterator[BriefingLine]:
    """Every figure of every incident, all voices side by side; what a whole tells is not told again of its part."""
    told = {i.id: {(f.measure, voice.claim) for f in i.figures for voice in f.by_voice} for i in source.incidents}
    for incident in source.incidents:
        above = told.get(incident.part_of or "", set())
        for figure in incident.figures:
            if all((figure.measure, voice.claim) in above for voice in figure.by_voice):
                continue
            claims = tuple(dict.fromkeys((*(voice.claim for voice in figure.by_voice), *incident.claims)))
            yield BriefingLine(
                "figures", _figure_text(source, phrases, incident, figure), claims, incident.id, incident.origins
            )


def origin(source: BriefingSource, phrases: Phrases) -> Iterator[BriefingLine]:
    """Incidents that several outlets tell on one word, then those that one voice alone tells."""
    for incident in source.incidents:
        outlets = _asserting_outlets(source, incident)
        why = _shared_origin(source, incident)
        if incident.origins == 1 and len(outlets) > 1 and why:
            text = phrases.say("origin", title=incident.title, outlets=join(outlets, phrases), why=why)
            yield _incident_line("origin", text, incident)
        elif incident.origins == 1 and _reported(source, incident):
            voices = _voices(source, phrases, incident.claims)
            yield _incident_line("origin", phrases.say("one_voice", title=incident.title, voices=voices), incident)


def unverified(source: BriefingSource, phrases: Phrases) -> Iterator[BriefingLine]:
    """Incidents of which an outlet itself says that it could not verify them."""
    for incident in source.incidents:
        if incident.status is Status.UNVERIFIED:
            reason = incident.status_reason.rstrip(".")
            yield _incident_line("unverified", phrases.say("unverified", title=incident.title, reason=reason), incident)


def control(source: BriefingSource, phrases: Phrases) -> Iterator[BriefingLine]:
    """Control of territory, what is assessed before what is claimed, by day; the holders of one quarrel in one line."""
    told: set[tuple[object, ...]] = set()
    for cell in sorted(source.control, key=_control_order):
        quarrel = (say_place(cell.place), cell.claims)
        if not cell.claims or (cell.assessed is Control.CONTESTED and quarrel in told):
            continue
        if cell.assessed is Control.CONTESTED:
            told.add(quarrel)
        yield BriefingLine("control", _control_text(source, phrases, cell), cell.claims)


def _control_order(cell: ControlCell) -> tuple[str, bool, int]:
    """Order by place; what is assessed from the latest day back, what is claimed from the first day on."""
    start = None if cell.time is None else cell.time.start
    day = 0 if start is None else start.toordinal()
    return say_place(cell.place), cell.assessed is None, day if cell.assessed is None else -day


def outlook(source: BriefingSource, phrases: Phrases) -> Iterator[BriefingLine]:
    """What each voice says of each factor."""
    for cell in sorted(source.prospects, key=lambda c: (c.factor, c.outlet, c.voice)):
        yield BriefingLine("outlook", _outlook_text(source, phrases, cell), (cell.claim,))


def _incident_line(section: str, text: str, incident: Incident) -> BriefingLine:
    marks = (incident.status.value, *(("one origin",) if incident.origins == 1 else ()))
    return BriefingLine(section, text, incident.claims, incident.id, incident.origins, marks)


def _voices(source: BriefingSource, phrases: Phrases, claims: tuple[str, ...]) -> str:
    rows = sorted((source.rows[claim] for claim in claims), key=lambda row: (row.document_name, row.start))
    return join((say_voice(row, phrases, source.names) for row in rows), phrases)


def _account(source: BriefingSource, phrases: Phrases, claim: str) -> str:
    row: ClaimRow = source.rows[claim]
    return phrases.say("account", sentence=" ".join(row.sentence.split()), voice=say_voice(row, phrases, source.names))


def _pair(comparison: Comparison) -> tuple[str, ...]:
    return tuple(dict.fromkeys((comparison.first, comparison.second)))


def _figure_text(source: BriefingSource, phrases: Phrases, incident: Incident, figure: FigureRange) -> str:
    numbers = join(
        (
            phrases.say(
                "figure_voice",
                number=say_range(voice.low, voice.high, phrases),
                voice=say_voice(source.rows[voice.claim], phrases, source.names),
            )
            for voice in figure.by_voice
        ),
        phrases,
    )
    told_by_many = figure.best is not None and len(figure.by_voice) > 1
    best = phrases.say("figure_best", best=say_number(figure.best or 0), rule=figure.rule) if told_by_many else ""
    return phrases.say("figure", title=incident.title, measure=figure.label, numbers=numbers, best=best)


def _reported(source: BriefingSource, incident: Incident) -> bool:
    return all(source.rows[claim].voice[-1].naming is not Naming.OUTLET for claim in incident.claims)


def _asserting_outlets(source: BriefingSource, incident: Incident) -> tuple[str, ...]:
    rows = (source.rows[claim] for claim in incident.claims)
    return tuple(sorted({row.outlet_name for row in rows if row.factuality not in _DENIALS}))


def _shared_origin(source: BriefingSource, incident: Incident) -> str:
    """Give the first reason why claims of different outlets are one origin, or ""."""
    claims = set(incident.claims)
    ties = (dep for dep in source.dependences if dep.first in claims and dep.second in claims)
    across = (dep for dep in ties if source.rows[dep.first].outlet != source.rows[dep.second].outlet)
    return next((dep.why.rstrip(".") for dep in across), "")


def _control_text(source: BriefingSource, phrases: Phrases, cell: ControlCell) -> str:
    slots = {"place": say_place(cell.place), "when": say_time(cell.time, phrases)}
    if cell.assessed is not None:
        return phrases.say("control_assessed", assessed=cell.assessed.value, rule=cell.rule.rstrip("."), **slots)
    row = source.rows[cell.claims[0]]
    holder = say_actor(cell.holder, phrases, source.names)
    return phrases.say("control_claimed", holder=holder, voice=say_voice(row, phrases, source.names), **slots)


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
