"""Paired quotation marks, paragraph by paragraph: curly, straight, low, angle and typewriter marks, single and double.

Only the outermost quotation is given. Apostrophes are none; single marks must close, double ones may stay open.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon.lexicon.annotating import QuoteTable
from rashomon.records import Quote, Zone

_MARK = re.compile(r"``|''|[“”„«»\"‘’']")
_BEFORE_OPENING = re.compile(r"[\s(\[{—–\-:,;/]")


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    text: str
    opens: bool
    closes: bool


def find_quotes(text: str, zones: Iterable[Zone], table: QuoteTable) -> tuple[Quote, ...]:
    """Find the quotations of every zone that is read.

    A double quotation that is open at the end of a paragraph goes on in the next one if that begins with an opening
    mark, or if its first double mark is a closing one.

    Returns:
        quotations in text order, not overlapping; one a paragraph for a quotation that runs over several.
    """
    found: list[Quote] = []
    pending = False
    for zone in zones:
        if not zone.read:
            continue
        inside = list(_Paragraph(text, zone, table, pending).quotes())
        found.extend(quote for quote in inside if _has_words(text, quote))
        pending = bool(inside) and not inside[-1].closed
    return tuple(found)


class _Paragraph:
    """The marks of one paragraph."""

    def __init__(self, text: str, zone: Zone, table: QuoteTable, pending: bool) -> None:
        self._text = text
        self._table = table
        self._pending = pending
        self._start, self._end = _trim(text, zone.start, zone.end)
        self._marks = [self._mark(match) for match in _MARK.finditer(text, self._start, self._end)]

    def quotes(self) -> Iterator[Quote]:
        position = 0
        if self._pending and (closing := self._closes_first()) is not None:
            yield Quote(self._start, self._marks[closing].end, closed=True, continues=True)
            position = closing + 1
        while position < len(self._marks):
            mark = self._marks[position]
            closing = self._closing(position) if mark.opens else None
            if closing is not None:
                yield Quote(mark.start, self._marks[closing].end, closed=True, continues=self._reopens(mark))
                position = closing + 1
            elif mark.opens and mark.text not in "‘'’":
                end, position = self._open_end(position)
                yield Quote(mark.start, end, closed=False, continues=self._reopens(mark))
            else:
                position += 1

    def _reopens(self, mark: _Mark) -> bool:
        return self._pending and mark.start == self._start

    def _closes_first(self) -> int | None:
        """Give the first double mark if it can only close and no mark opened before it."""
        for position, mark in enumerate(self._marks):
            if mark.text in {"‘", "’", "'"}:
                continue
            return position if mark.closes and not mark.opens else None
        return None

    def _closing(self, position: int) -> int | None:
        """Give the position of the mark that closes the one at `position`."""
        opening = self._marks[position]
        if opening.text in {"‘", "'"}:
            return self._closing_single(position)
        wanted = self._table.closing(opening.text)
        for later in range(position + 1, len(self._marks)):
            mark = self._marks[later]
            if mark.text in wanted and mark.closes:
                return later
            if mark.text == opening.text and mark.opens:
                return None
        return None

    def _closing_single(self, position: int) -> int | None:
        """Take the first single mark that can close; one that looks like a plural's genitive only if no other does."""
        genitive = None
        for later in range(position + 1, len(self._marks)):
            mark = self._marks[later]
            if mark.opens and mark.text in {"‘", "'"}:
                break
            if mark.text not in {"’", "'"} or not mark.closes:
                continue
            if not self._looks_genitive(mark):
                return later
            genitive = later if genitive is None else genitive
        return genitive

    def _looks_genitive(self, mark: _Mark) -> bool:
        after = self._text[mark.end : mark.end + 2]
        return self._text[mark.start - 1] == "s" and after[:1] == " " and after[1:2].isalpha()

    def _open_end(self, position: int) -> tuple[int, int]:
        """End an unclosed quotation before the next opening mark of its kind, or with the paragraph."""
        opening = self._marks[position]
        for later in range(position + 1, len(self._marks)):
            mark = self._marks[later]
            if mark.text == opening.text and mark.opens:
                return _trim(self._text, opening.start, mark.start)[1], later
        return self._end, len(self._marks)

    def _mark(self, match: re.Match[str]) -> _Mark:
        start, end = match.span()
        before = self._text[start - 1] if start > self._start else " "
        after = self._text[end] if end < self._end else " "
        opens, closes = self._sides(match.group(), before, after, end)
        return _Mark(start, end, match.group(), opens, closes)

    def _sides(self, mark: str, before: str, after: str, end: int) -> tuple[bool, bool]:
        free = _BEFORE_OPENING.match(before) is not None or before in '“„«"‘'
        opens = free and not after.isspace()
        closes = not before.isspace() and not after.isalpha()
        if mark in {"‘", "'", "’"}:
            return opens and mark != "’" and not self._elided(end), closes and mark != "‘"
        if mark in {'"', "''"}:
            return opens and not (closes and before in ",.;:!?"), closes or not opens
        if mark == "“":  # closes only a low mark
            return True, not before.isspace()
        if mark in {"«", "»"}:
            return mark == "«", mark == "»"
        return mark in {"„", "``"}, mark == "”"

    def _elided(self, end: int) -> bool:
        word = re.compile(r"\w+").match(self._text, end)
        return word is not None and (word.group().lower() in self._table.elisions or word.group()[0].isdigit())


def _has_words(text: str, quote: Quote) -> bool:
    return any(character.isalnum() for character in text[quote.start : quote.end])


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
