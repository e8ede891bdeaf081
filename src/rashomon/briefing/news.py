"""What changed since a day: what is first told by reports of that day and later, and what they tell otherwise."""

from collections.abc import Iterator, Sequence
from datetime import date

from rashomon.briefing.numbers import say_numbers
from rashomon.briefing.source import BriefingSource
from rashomon.briefing.words import DENIALS, join, say_actor, say_place, say_voice
from rashomon.lexicon.phrases import Phrases
from rashomon.records import BriefingLine, ClaimRow, ControlCell, Incident


def changed(source: BriefingSource, phrases: Phrases) -> Iterator[BriefingLine]:
    """Happenings first told since, others with what reports since add: numbers, voices, denials; then new holders."""
    since = source.since
    if since is None:
        return
    listed = {incident.id for incident in source.incidents}
    for incident in source.incidents:
        if incident.part_of not in listed and (incident.time or incident.place or incident.actors):
            yield from _incident(source, phrases, incident, since)
    yield from _holders(source, phrases, since)


def is_new(row: ClaimRow, since: date) -> bool:
    """Say whether the report of a claim is of that day or later; an undated report is of no day."""
    return row.published is not None and row.published >= since


def _incident(source: BriefingSource, phrases: Phrases, incident: Incident, since: date) -> Iterator[BriefingLine]:
    rows = sorted((source.rows[claim] for claim in incident.claims), key=lambda row: (row.document_name, row.start))
    new = [row for row in rows if is_new(row, since)]
    if new and len(new) == len(rows):
        text = phrases.say("first_told", title=incident.title, voices=_voices(source, phrases, new))
        yield BriefingLine("changed", text, incident.claims, incident.id, incident.origins)
        return
    told = [*_numbers(source, phrases, incident, since), *_tellers(source, phrases, rows, new)]
    if told:
        text = phrases.say("told_since", title=incident.title, told=join(told, phrases))
        figured = (voice.claim for figure in incident.figures for voice in figure.by_voice)
        claims = tuple(dict.fromkeys((*(row.id for row in new), *incident.claims, *figured)))
        yield BriefingLine("changed", text, claims, incident.id, incident.origins)


def _numbers(source: BriefingSource, phrases: Phrases, incident: Incident, since: date) -> Iterator[str]:
    for figure in incident.figures:
        new = [voice for voice in figure.by_voice if is_new(source.rows[voice.claim], since)]
        old = [voice for voice in figure.by_voice if voice not in new]
        if not {(v.low, v.high) for v in new} - {(v.low, v.high) for v in old}:
            continue
        words = {"measure": figure.label, "numbers": say_numbers(source, phrases, iter(new))}
        if old:
            yield phrases.say("now_counted", before=say_numbers(source, phrases, iter(old)), **words)
        else:
            yield phrases.say("now_counted_first", **words)


def _tellers(
    source: BriefingSource, phrases: Phrases, rows: Sequence[ClaimRow], new: Sequence[ClaimRow]
) -> Iterator[str]:
    known = {_voice(source, phrases, row) for row in rows if row not in new}
    for frame, denies in (("now_denied", True), ("now_told", False)):
        found = [row for row in new if (row.factuality in DENIALS) is denies]
        fresh = [row for row in found if _voice(source, phrases, row) not in known]
        if fresh:
            yield phrases.say(frame, voices=_voices(source, phrases, fresh))


def _voice(source: BriefingSource, phrases: Phrases, row: ClaimRow) -> tuple[str, bool]:
    return say_voice(row, phrases, source.names), row.factuality in DENIALS


def _voices(source: BriefingSource, phrases: Phrases, rows: Sequence[ClaimRow]) -> str:
    return join((say_voice(row, phrases, source.names) for row in rows), phrases)


def _holders(source: BriefingSource, phrases: Phrases, since: date) -> Iterator[BriefingLine]:
    """A place's holders that reports since name and none before named, where others were named before."""
    places: dict[str, list[ControlCell]] = {}
    for cell in source.control:
        if cell.assessed is None and cell.claims:
            places.setdefault(say_place(cell.place), []).append(cell)
    for place, cells in places.items():
        old = [cell for cell in cells if not is_new(source.rows[cell.claims[0]], since)]
        before = list(dict.fromkeys(say_actor(cell.holder, phrases, source.names) for cell in old))
        for cell in cells:
            holder = say_actor(cell.holder, phrases, source.names)
            if not old or cell in old or holder in before:
                continue
            voice = say_voice(source.rows[cell.claims[0]], phrases, source.names)
            text = phrases.say("now_held", place=place, holder=holder, voice=voice, before=join(before, phrases))
            before.append(holder)
            yield BriefingLine("changed", text, tuple(dict.fromkeys((*cell.claims, *(c.claims[0] for c in old)))))
