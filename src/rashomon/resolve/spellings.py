"""What claims alone tell of actors: on which days, and in which spellings."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from rashomon.records import ClaimRow


def told_on(rows: Iterable[ClaimRow]) -> dict[str, date]:
    """Give the day of publication for the actors of each report, the last one for those of many."""
    told: dict[str, date] = {}
    for row in rows:
        if row.published is not None:
            for actor in actors_in(row):
                told[actor] = max(told.get(actor, row.published), row.published)
    return told


def count_spellings(rows: Iterable[ClaimRow]) -> Counter[str]:
    """Count how often claims and voices print each name of an actor; a voice counts once a report."""
    rows = tuple(rows)
    voices = {(row.document, voice.id, voice.text) for row in rows for voice in row.voice if voice.actor is not None}
    counts = Counter(_bare(text) for _, _, text in voices)
    counts.update(_bare(ref.text) for row in rows for ref in (*row.agents, *row.patients) if not ref.described)
    return counts


def actors_in(row: ClaimRow) -> Iterator[str]:
    """Give the ids of the actors that a claim names, and of those who say it."""
    yield from (ref.id for ref in (*row.agents, *row.patients) if ref.id is not None)
    yield from (voice.actor for voice in row.voice if voice.actor is not None)


def _bare(text: str) -> str:
    """Give printed words without their article and what follows the first comma."""
    return text.partition(",")[0].removeprefix("The ").removeprefix("the ")
