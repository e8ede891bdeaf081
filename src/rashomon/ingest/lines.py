"""Cuts a text into paragraphs: lines, with the lines of a hard-wrapped paragraph held together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE = re.compile("[^\n\u2028\u2029\x0b\x0c\x85]+")
_ENDS = re.compile(r"""[.!?…:;]["”’'»)\]]*$""")
_SENTENCE_END = re.compile(r"""[.!?…]["”’'»)\]]*$|[”"»]$""")
# A sentence's end with the next words fused to it.
_FUSED = re.compile(r"""[a-z]{2}[.!?]["”’)]?(?=[A-Z][a-z])""")
# Marks of a heading, a quotation or emphasis before a line's first word: "## ", "> ", "**".
_MARKS = re.compile(r"(?=[#>*_])(?:#{1,6}[ \t]+|>[ \t]*)?(?P<on>[*_]{1,3})?(?=[\w“\"‘(\[])")
_WRAP_MIN, _WRAP_MAX, _WRAP_SLACK = 45, 110, 30
_PROSE_WORDS, _LONG_WORDS = 9, 25
_WORD_LENGTH = 20


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph.

    Attributes:
        start: first code point that is no white space and no mark of a heading or of emphasis ("# ", "**").
        end: one past the last.
        text: the words with runs of white space as one space.
        words: number of words; never under a twentieth of the letters.
        apart: whether a blank line stands before it.
    """

    start: int
    end: int
    text: str
    words: int
    apart: bool

    @property
    def prose(self) -> bool:
        """Say whether it looks like sentences: long, or of some length with a sentence's end."""
        if self.words >= _LONG_WORDS:
            return True
        return self.words >= _PROSE_WORDS and (self.closed or _FUSED.search(self.text) is not None)

    @property
    def closed(self) -> bool:
        """Say whether it ends as a sentence or a quotation does."""
        return _SENTENCE_END.search(self.text) is not None


def make_line(text: str, start: int, end: int, apart: bool = True) -> Line | None:
    """Make the paragraph between two offsets, without the white space around it; None if nothing is left."""
    words = text[start:end].split()
    if not words:
        return None
    first = text.index(words[0][0], start, end)
    last = start + len(text[start:end].rstrip())
    marks = _MARKS.match(text, first, last)
    if marks is not None:
        first = marks.end()
        last -= len(marks["on"]) if marks["on"] and text[first:last].endswith(marks["on"]) else 0
        words = text[first:last].split()
    # A script without spaces, or a blob, is long though it is one word.
    return Line(first, last, " ".join(words), max(len(words), (last - first) // _WORD_LENGTH), apart)


def find_lines(text: str, start: int = 0) -> tuple[Line, ...]:
    """Give the paragraphs of a text from an offset on, in order."""
    blocks = tuple(_blocks(text, start))
    width = max((len(line.text) for block in blocks if _is_wrapped(block) for line in block), default=None)
    return tuple(_join(run) for block in blocks for run in _runs(block, width))


def _runs(block: list[Line], width: int | None) -> Iterator[list[Line]]:
    """Give the lines of a block that make one paragraph each; `width` of the page's wrapped paragraphs, if any is."""
    if _is_wrapped(block):
        yield block
        return
    run = [block[0]]
    for line in block[1:]:
        if _goes_on(run[-1], line, width):
            run.append(line)
        else:
            yield run
            run = [line]
    yield run


def _goes_on(line: Line, after: Line, width: int | None) -> bool:
    """Say whether a line is broken off: the next goes on in lower case, or the page breaks its lines and this is one.

    On such a page a line is broken where the next word had no room, or a sentence is open at the end of a long line.
    """
    is_open = not _ENDS.search(line.text)
    if width is None:
        return is_open and after.text[0].islower()
    no_room = len(line.text) + 1 + len(after.text.partition(" ")[0]) > width
    return no_room or (is_open and (after.text[0].islower() or len(line.text) >= _WRAP_MIN))


def _blocks(text: str, start: int) -> Iterator[list[Line]]:
    """Give runs of lines without a blank line between them."""
    block: list[Line] = []
    end = start
    for found in _LINE.finditer(text, start):
        line = make_line(text, found.start(), found.end(), apart=False)
        blank = line is None or found.start() - end > 1
        if blank and block:
            yield block
            block = []
        if line is not None:
            block.append(line if block else Line(line.start, line.end, line.text, line.words, True))
        end = found.end()
    if block:
        yield block


def _is_wrapped(block: list[Line]) -> bool:
    """Tell a paragraph broken at a fixed width from a list of lines."""
    if len(block) < 3:
        return False
    lengths = [len(line.text) for line in block[:-1]]
    if min(lengths) < _WRAP_MIN or max(lengths) > _WRAP_MAX or max(lengths) - min(lengths) > _WRAP_SLACK:
        return False
    return sum(1 for line in block[:-1] if not _ENDS.search(line.text)) * 2 >= len(lengths)


def _join(run: list[Line]) -> Line:
    if len(run) == 1:
        return run[0]
    words = sum(line.words for line in run)
    return Line(run[0].start, run[-1].end, " ".join(line.text for line in run), words, run[0].apart)
