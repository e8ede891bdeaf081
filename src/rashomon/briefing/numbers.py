"""The numbers of a briefing: every voice's beside the others', and the one picked with its rule."""

from collections.abc import Iterator

from rashomon.briefing.source import BriefingSource
from rashomon.briefing.words import join, say_number, say_range, say_voice
from rashomon.lexicon.phrases import Phrases
from rashomon.records import BriefingLine, FigureRange, Incident, Scope, VoiceFigure

_FRAMES = {Scope.PART: "figure_part", Scope.ADDITION: "figure_more"}


def figures(source: BriefingSource, phrases: Phrases) -> Iterator[BriefingLine]:
    """Every figure of every incident, all voices side by side; what a whole tells is not told again of its part."""
    told = {i.id: {(f.measure, voice.claim) for f in i.figures for voice in f.by_voice} for i in source.incidents}
    for incident in source.incidents:
        above = told.get(incident.part_of or "", set())
        for figure in incident.figures:
            if all((figure.measure, voice.claim) in above for voice in figure.by_voice):
                continue
            claims = tuple(dict.fromkeys((*(voice.claim for voice in figure.by_voice), *incident.claims)))
            text = _figure_text(source, phrases, incident, figure)
            origins = figure.origins or incident.origins
            counts = (figure.votes, figure.origins)
            yield BriefingLine("figures", text, claims, incident.id, origins, counts=counts)


def say_numbers(source: BriefingSource, phrases: Phrases, voices: Iterator[VoiceFigure]) -> str:
    """Write numbers, each with all who tell it, the least first."""
    by_number: dict[str, list[str]] = {}
    for voice in sorted(voices, key=lambda v: (v.scope is not Scope.TOTAL, v.low or 0.0, v.high or 0.0)):
        number = say_range(voice.low, voice.high, phrases)
        if voice.scope in _FRAMES:
            number = phrases.say(_FRAMES[voice.scope], number=number)
        by_number.setdefault(number, []).append(say_voice(source.rows[voice.claim], phrases, source.names))
    told = (phrases.say("figure_voice", number=number, voice=join(who, phrases)) for number, who in by_number.items())
    return join(told, phrases)


def _figure_text(source: BriefingSource, phrases: Phrases, incident: Incident, figure: FigureRange) -> str:
    numbers = say_numbers(source, phrases, iter(figure.by_voice))
    whole = {(voice.low, voice.high) for voice in figure.by_voice if voice.scope is Scope.TOTAL}
    picked = figure.best is not None and len(whole) > 1
    best = phrases.say("figure_best", best=say_number(figure.best or 0), rule=figure.rule) if picked else ""
    return phrases.say("figure", title=incident.title, measure=figure.label, numbers=numbers, best=best)
