"""A stored text with its marks: overlapping spans become a flat run of segments, paragraph by paragraph."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rashomon.records import ClaimRow, Document, Link, Mention, SentenceText, Voice

# Pages of a very long report are drawn to this length; the rest is one link away.
MOST_LETTERS = 120_000


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text that says something.

    Attributes:
        start: first code point.
        end: one past the last.
        layer: claim, voice, actor, place, time or figure.
        record: id of the claim it belongs to, or "".
        href: page of what it names, or "".
        title: in words.
    """

    start: int
    end: int
    layer: str
    record: str = ""
    href: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch over which the same marks hold."""

    text: str
    layers: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    href: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A zone of the document with its segments."""

    zone: str
    segments: tuple[Segment, ...]


def claim_marks(rows: Iterable[ClaimRow], sentences: Sequence[SentenceText]) -> Iterator[Mark]:
    """Mark the words of claims, their figures, and the words of their times where they stand in the sentence."""
    by_index = {sentence.index: sentence for sentence in sentences}
    for row in rows:
        yield Mark(row.start, row.end, "claim", row.id, title=row.type)
        for figure in row.figures:
            yield Mark(figure.start, figure.end, "figure", row.id, title=f"{figure.measure}: {figure.text}")
        sentence = by_index.get(row.sentence_index)
        if row.time is not None and row.time.text and sentence is not None:
            at = sentence.text.find(row.time.text)
            if at >= 0:
                start = sentence.start + at
                yield Mark(start, start + len(row.time.text), "time", row.id, title=row.time.text)


def voice_marks(voices: Iterable[Voice]) -> Iterator[Mark]:
    """Mark sources and cues."""
    for voice in voices:
        href = f"/voice/{voice.id}"
        for start, end in ((voice.source_start, voice.source_end), (voice.cue_start, voice.cue_end)):
            if start is not None and end is not None:
                yield Mark(start, end, "voice", href=href, title=f"voice: {voice.text or voice.cue}")


def mention_marks(mentions: Iterable[Mention], links: Iterable[Link]) -> Iterator[Mark]:
    """Mark actors and places that were understood."""
    target = {link.mention: link.target for link in links}
    for mention in mentions:
        to = target.get(mention.id)
        if to is not None:
            layer = mention.kind.value
            yield Mark(mention.start, mention.end, layer, href=f"/{layer}/{to}", title=f"{layer}: {mention.name}")


def paragraphs(document: Document, marks: Iterable[Mark], first: int = 0) -> tuple[Paragraph, ...]:
    """Cut the text at zones and marks.

    Args:
        document: its text and zones.
        marks: in any order; they may overlap.
        first: code point from which it is drawn, to `MOST_LETTERS` further.
    """
    last = first + MOST_LETTERS
    edges: dict[int, list[tuple[bool, Mark]]] = defaultdict(list)
    for mark in marks:
        if mark.start < last and mark.end > first:
            edges[max(mark.start, first)].append((True, mark))
            edges[mark.end].append((False, mark))
    found = []
    running: list[Mark] = []
    for zone in document.zones:
        start, end = max(zone.start, first), min(zone.end, last)
        if start < end:
            found.append(Paragraph(zone.kind.value, tuple(_segments(document.text, start, end, edges, running))))
    return tuple(found)


def _segments(
    text: str, start: int, end: int, edges: dict[int, list[tuple[bool, Mark]]], running: list[Mark]
) -> Iterator[Segment]:
    cuts = sorted({start, end, *(at for at in edges if start < at < end)})
    for at, to in pairwise(cuts):
        running[:] = [mark for mark in running if mark.end > at]
        running.extend(mark for opens, mark in edges.get(at, ()) if opens and mark.end > at)
        yield _segment(text[at:to], running)


def _segment(words: str, running: Sequence[Mark]) -> Segment:
    shortest = sorted(running, key=lambda mark: mark.end - mark.start)
    inner = next((mark for mark in shortest if mark.layer != "claim"), None)
    return Segment(
        words,
        tuple(dict.fromkeys(mark.layer for mark in running)),
        tuple(dict.fromkeys(mark.record for mark in shortest if mark.record)),
        "" if inner is None else inner.href,
        "" if inner is None else inner.title,
    )
