"""Who holds what, in a briefing: what is assessed of a place, then what each voice claims, day by day."""

from collections.abc import Iterator

from rashomon.briefing.source import BriefingSource
from rashomon.briefing.words import join, say_actor, say_place, say_time, say_voice
from rashomon.lexicon.phrases import Phrases
from rashomon.records import BriefingLine, Control, ControlCell


def control(source: BriefingSource, phrases: Phrases) -> Iterator[BriefingLine]:
    """Control of territory, what is assessed before what is claimed, by day.

    The holders of one quarrel stand in one line, and so do those who name one holder for one day.
    """
    told: set[tuple[object, ...]] = set()
    claimed: dict[tuple[str, str, str], list[ControlCell]] = {}
    for cell in sorted(source.control, key=_order):
        if cell.assessed is None and cell.claims:
            holder = say_actor(cell.holder, phrases, source.names)
            claimed.setdefault((say_place(cell.place), say_time(cell.time, phrases), holder), []).append(cell)
    for cell in sorted(source.control, key=_order):
        place = say_place(cell.place)
        if cell.assessed is None:
            key = (place, say_time(cell.time, phrases), say_actor(cell.holder, phrases, source.names))
            if key in claimed:
                yield _claimed(source, phrases, key, claimed.pop(key))
            continue
        quarrel = (place, cell.claims)
        if not cell.claims or (cell.assessed is Control.CONTESTED and quarrel in told):
            continue
        if cell.assessed is Control.CONTESTED:
            told.add(quarrel)
        when = say_time(cell.time, phrases)
        assessed, rule = cell.assessed.value, cell.rule.rstrip(".")
        text = phrases.say("control_assessed", assessed=assessed, rule=rule, place=place, when=when)
        if (text, cell.claims) not in told:
            told.add((text, cell.claims))
            yield BriefingLine("control", text, cell.claims)


def _order(cell: ControlCell) -> tuple[str, bool, int]:
    """Order by place; what is assessed from the latest day back, what is claimed from the first day on."""
    start = None if cell.time is None else cell.time.start
    day = 0 if start is None else start.toordinal()
    return say_place(cell.place), cell.assessed is None, day if cell.assessed is None else -day


def _claimed(
    source: BriefingSource, phrases: Phrases, key: tuple[str, str, str], cells: list[ControlCell]
) -> BriefingLine:
    place, when, holder = key
    voices = list(dict.fromkeys(say_voice(source.rows[cell.claims[0]], phrases, source.names) for cell in cells))
    frame = "control_claimed" if len(voices) == 1 else "control_claimed_by_many"
    text = phrases.say(frame, place=place, when=when, holder=holder, voice=join(voices, phrases))
    return BriefingLine("control", text, tuple(dict.fromkeys(claim for cell in cells for claim in cell.claims)))
