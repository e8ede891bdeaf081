"""Quotations: which cue they belong to, how far its words run, and who goes on speaking."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.extract.voices.drafts import Draft
from rashomon.records import Annotated, Quote, Speech

_FULL_WORDS = 5

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A draft with its contents as offsets and the form of its words."""

    draft: Draft
    contents: tuple[Stretch, ...]
    speech: Speech


class Quotes:
    """The quotations of a document by offset."""

    def __init__(self, annotated: Annotated) -> None:
        self.annotated = annotated
        self.quotes = annotated.quotes
        self._starts = [quote.start for quote in self.quotes]

    def at(self, offset: int) -> Quote | None:
        """Give the quotation that holds an offset."""
        position = bisect_right(self._starts, offset) - 1
        if position >= 0 and offset < self.quotes[position].end:
            return self.quotes[position]
        return None

    def widen(self, draft: Draft) -> tuple[Stretch, ...]:
        """Give the draft's contents as offsets; a piece that ends in a quotation takes the rest of it."""
        cue = self.annotated.tokens[draft.head].start
        around = self.at(cue)
        return merged(self.annotated.text, [self._widened(piece, around) for piece in draft.contents])

    def _widened(self, piece: tuple[int, int], around: Quote | None) -> Stretch:
        first, last = self.annotated.tokens[piece[0]], self.annotated.tokens[piece[1] - 1]
        start, end = first.start, last.end
        opening, closing = self.at(start), self.at(end - 1)
        if opening is not None and opening is not around and (closing is opening or self._opens(opening, start)):
            start = opening.start
        if closing is not None and closing is not around:
            end = closing.end
        if opening is not None and opening is not around and closing is None and not self._opens(opening, start):
            start = opening.start
        return start, _before_bracket(self.annotated.text, start, end)

    def _opens(self, quote: Quote, start: int) -> bool:
        return start - quote.start <= 2

    def speech(self, contents: tuple[Stretch, ...]) -> Speech:
        """Name the form of the words: direct where no letter stands outside quotation marks."""
        quoted = [self._quoted(start, end) for start, end in contents]
        if not any(quoted):
            return Speech.INDIRECT
        whole = all(self._is_bare(stretch, inside) for stretch, inside in zip(contents, quoted, strict=True))
        return Speech.DIRECT if whole else Speech.MIXED

    def _quoted(self, start: int, end: int) -> tuple[Stretch, ...]:
        """Give the parts of a stretch that stand in quotation marks."""
        first = max(0, bisect_right(self._starts, start) - 1)
        last = bisect_left(self._starts, end)
        cut = ((max(start, q.start), min(end, q.end)) for q in self.quotes[first:last])
        return tuple((begin, stop) for begin, stop in cut if begin < stop)

    def _is_bare(self, stretch: Stretch, inside: tuple[Stretch, ...]) -> bool:
        """Say whether no letter of a stretch stands outside its quoted parts."""
        edges = [stretch[0], *(edge for part in inside for edge in part), stretch[1]]
        outside = "".join(self.annotated.text[edges[k] : edges[k + 1]] for k in range(0, len(edges), 2))
        return not any(character.isalnum() for character in outside)

    def full(self) -> list[Quote]:
        """Give the quotations that are utterances rather than quoted words."""
        return [quote for quote in self.quotes if self._is_full(quote)]

    def _is_full(self, quote: Quote) -> bool:
        words = self.annotated.text[quote.start : quote.end]
        return quote.continues or not quote.closed or words.count(" ") + 1 >= _FULL_WORDS or words[-2:-1] in ",.!?"


def _before_bracket(text: str, start: int, end: int) -> int:
    """End before a bracket that does not close inside, unless it opens the stretch or closes right behind it."""
    opening = text.rfind("(", start, end)
    if opening <= start or text.find(")", opening, end) >= 0:
        return end
    return end + 1 if text[end : end + 1] == ")" else start + len(text[start:opening].rstrip())


def merged(text: str, stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Join stretches that overlap or have only white space between them."""
    found: list[Stretch] = []
    for start, end in sorted(stretches):
        if found and (start <= found[-1][1] or not text[found[-1][1] : start].strip()):
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return tuple(found)
