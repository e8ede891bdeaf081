"""Cuts a document into pieces that a pipeline reads at once: whole sentences of one paragraph, never too long."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.annotate.sentences import find_sentences
from rashomon.lexicon.annotating import SentenceTable
from rashomon.records import Document, ZoneKind

# The parser's memory grows with the length of what it reads at once; paragraphs of reports are shorter than this.
_LONGEST_PIECE = 3000
_LONGEST_SENTENCE = 2000


@dataclass(frozen=True, slots=True)
class Piece:
    """Sentences of one paragraph that are read together.

    Attributes:
        start: first code point in the document's text.
        end: one past the last.
        starts: offsets at which a sentence begins, the first of them `start`.
        zone: kind of the zone.
        paragraph: index of the zone.
    """

    start: int
    end: int
    starts: frozenset[int]
    zone: ZoneKind
    paragraph: int


def make_pieces(document: Document, table: SentenceTable) -> Iterator[Piece]:
    """Cut what is read of a document into pieces, in text order."""
    for paragraph, zone in enumerate(document.zones):
        if not zone.read:
            continue
        sentences = [
            part
            for start, end in find_sentences(document.text, zone.start, zone.end, table)
            for part in _parts(document.text, start, end)
        ]
        for group in _groups(sentences):
            starts = frozenset(start for start, _ in group)
            yield Piece(group[0][0], group[-1][1], starts, zone.kind, paragraph)


def _groups(sentences: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    group: list[tuple[int, int]] = []
    for sentence in sentences:
        if group and sentence[1] - group[0][0] > _LONGEST_PIECE:
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a sentence that no reader could follow (a table, a list) at white space."""
    while end - start > _LONGEST_SENTENCE:
        cut = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        cut = cut if cut > start else start + _LONGEST_SENTENCE
        yield start, cut
        start = cut + (text[cut] == " ")
    if text[start:end].strip():
        yield start, end
