"""The sections of a briefing: each turns some records into lines and adds no word that is not theirs or a frame's."""

from collections.abc import Iterator

from rashomon.briefing.source import BriefingSource
from rashomon.briefing.words import join, say_actor, say_number, say_place, say_range, say_time, say_voice
from rashomon.lexicon import Lexicon
from rashomon.records import (
    BriefingLine,
    ClaimRow,
    Comparison,
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


def happened(source: BriefingSource, lexicon: Lexicon) -> Iterator[BriefingLine]:
    """Every incident with its status, the rule behind it, and who tells it."""
    for incident in source.incidents:
        text = lexicon.phrases.say(
            "incident",
            title=incident.title,
            status=lexicon.phrases.labels[incident.status.value],
            reason=incident.status_reason.rstrip("."),
            voices=_voices(source, lexicon, incident.claims),
        )
        yield _incident_line("happened", text, incident)


def contested(source: BriefingSource, lexicon: Lexicon) -> Iterator[BriefingLine]:
    """Every contradiction with both sentences side by side."""
    for comparison in source.comparisons:
        if comparison.verdict is Verdict.CONTRADICTS:
            text = lexicon.phrases.say(
                "contradiction",
                slot=comparison.slot.value,
                reason=comparison.reason.rstrip("."),
                first=_account(source, lexicon, comparison.first),
                second=_account(source, lexicon, comparison.second),
            )
            yield BriefingLine("contested", text, _pair(comparison), source.rows[comparison.first].incident)


def denied(source: BriefingSource, lexicon: Lexicon) -> Iterator[BriefingLine]:
    """Every incident that some voice denies, with those who deny it."""
    for incident in source.incidents:
        claims = tuple(claim for claim in incident.claims if source.rows[claim].factuality in _DENIALS)
        if claims:
            text = lexicon.phrases.say("denied", title=incident.title, voices=_voices(source, lexicon, claims))
            yield BriefingLine("denied", text, claims, incident.id, incident.origins, ("denied",))


def figures(source: BriefingSource, lexicon: Lexicon) -> Iterator[BriefingLine]:
    """Every figure of every incident, all voices side by side."""
    for incident in source.incidents:
        for figure in incident.figures:
            claims = tuple(dict.fromkeys(voice.claim for voice in figure.by_voice))
            yield BriefingLine(
                "figures", _figure_text(source, lexicon, incident, figure), claims, incident.id, incident.origins
            )


def origin(source: BriefingSource, lexicon: Lexicon) -> Iterator[BriefingLine]:
    """Incidents that several outlets tell on one word, then those that one voice alone tells."""
    for incident in source.incidents:
        if incident.origins == 1 and len(incident.outlets) > 1:
            text = lexicon.phrases.say(
                "origin",
                title=incident.title,
                outlets=join(incident.outlets, lexicon.phrases),
                why=_shared_origin(source, incident),
            )
            yield _incident_line("origin", text, incident)
        elif incident.origins == 1 and _reported(source, incident):
            voices = _voices(source, lexicon, incident.claims)
            yield _incident_line(
                "origin", lexicon.phrases.say("one_voice", title=incident.title, voices=voices), incident
            )


def unverified(source: BriefingSource, lexicon: Lexicon) -> Iterator[BriefingLine]:
    """Incidents of which an outlet itself says that it could not verify them."""
    for incident in source.incidents:
        if incident.status is Status.UNVERIFIED:
            reason = incident.status_reason.rstrip(".")
            yield _incident_line(
                "unverified", lexicon.phrases.say("unverified", title=incident.title, reason=reason), incident
            )


def control(source: BriefingSource, lexicon: Lexicon) -> Iterator[BriefingLine]:
    """Control of territory, what is assessed before what is claimed."""
    for cell in sorted(source.control, key=lambda c: (say_place(c.place), c.assessed is None)):
        if cell.claims:
            yield BriefingLine("control", _control_text(source, lexicon, cell), cell.claims)


def outlook(source: BriefingSource, lexicon: Lexicon) -> Iterator[BriefingLine]:
    """What each voice says of each factor."""
    for cell in sorted(source.prospects, key=lambda c: (c.factor, c.outlet, c.voice)):
        yield BriefingLine("outlook", _outlook_text(source, lexicon, cell), (cell.claim,))


def _incident_line(section: str, text: str, incident: Incident) -> BriefingLine:
    marks = (incident.status.value, *(("one origin",) if incident.origins == 1 else ()))
    return BriefingLine(section, text, incident.claims, incident.id, incident.origins, marks)


def _voices(source: BriefingSource, lexicon: Lexicon, claims: tuple[str, ...]) -> str:
    rows = sorted((source.rows[claim] for claim in claims), key=lambda row: (row.document_name, row.start))
    return join((say_voice(row, lexicon.phrases, source.names) for row in rows), lexicon.phrases)


def _account(source: BriefingSource, lexicon: Lexicon, claim: str) -> str:
    row: ClaimRow = source.rows[claim]
    return lexicon.phrases.say(
        "account", sentence=" ".join(row.sentence.split()), voice=say_voice(row, lexicon.phrases, source.names)
    )


def _pair(comparison: Comparison) -> tuple[str, ...]:
    return tuple(dict.fromkeys((comparison.first, comparison.second)))


def _figure_text(source: BriefingSource, lexicon: Lexicon, incident: Incident, figure: FigureRange) -> str:
    phrases = lexicon.phrases
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
    return phrases.say("figure", title=incident.title, measure=figure.measure, numbers=numbers, best=best)


def _reported(source: BriefingSource, incident: Incident) -> bool:
    return all(source.rows[claim].voice[-1].naming is not Naming.OUTLET for claim in incident.claims)


def _shared_origin(source: BriefingSource, incident: Incident) -> str:
    claims = set(incident.claims)
    whys = [dep.why.rstrip(".") for dep in source.dependences if dep.first in claims and dep.second in claims]
    return whys[0] if whys else incident.status_reason.rstrip(".")


def _control_text(source: BriefingSource, lexicon: Lexicon, cell: ControlCell) -> str:
    phrases = lexicon.phrases
    slots = {"place": say_place(cell.place), "when": say_time(cell.time, phrases)}
    if cell.assessed is not None:
        return phrases.say("control_assessed", assessed=cell.assessed.value, rule=cell.rule.rstrip("."), **slots)
    row = source.rows[cell.claims[0]]
    holder = say_actor(cell.holder, phrases, source.names)
    return phrases.say("control_claimed", holder=holder, voice=say_voice(row, phrases, source.names), **slots)


def _outlook_text(source: BriefingSource, lexicon: Lexicon, cell: ProspectCell) -> str:
    phrases = lexicon.phrases
    subject = phrases.say("no_subject") if cell.subject is None else say_actor(cell.subject, phrases, source.names)
    return phrases.say(
        "outlook",
        factor=cell.factor,
        direction=phrases.labels[cell.direction.value],
        subject=subject,
        voice=say_voice(source.rows[cell.claim], phrases, source.names),
        sentence=" ".join(cell.sentence.split()),
    )
