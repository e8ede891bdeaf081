"""Examples that stand beside the rows of resources, with the expected stretches marked in the text itself.

"{S Residents} {C said} {T the bridge was down}." marks three stretches; a letter before the first blank names each.
"""

import re
from dataclasses import dataclass

from rashomon.errors import ResourceError

_MARK = re.compile(r"\{(\w) ([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of an example's text: its kind's letter, first code point, one past the last."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Example:
    """A text with what a row must make of it.

    Attributes:
        row: name of the row, with its file.
        text: the text, marks taken out.
        marks: expected stretches in text order; () where the row must find nothing.
        against: whether the row must find nothing.
    """

    row: str
    text: str
    marks: tuple[Mark, ...]
    against: bool = False

    def stretches(self, kind: str) -> tuple[tuple[int, int], ...]:
        """Give the offsets marked with a letter."""
        return tuple((mark.start, mark.end) for mark in self.marks if mark.kind == kind)


def read_example(row: str, marked: str, against: bool = False) -> Example:
    """Take the marks out of an example.

    Raises:
        ResourceError: a brace is left over, or an example for a row marks nothing.
    """
    pieces: list[str] = []
    marks: list[Mark] = []
    position = length = 0
    for found in _MARK.finditer(marked):
        before = marked[position : found.start()]
        length += len(before)
        marks.append(Mark(found[1], length, length + len(found[2])))
        pieces += [before, found[2]]
        length += len(found[2])
        position = found.end()
    text = "".join([*pieces, marked[position:]])
    if "{" in text or "}" in text or (not against and not marks):
        raise ResourceError(f"{row}: example {marked!r} has no marks or a stray brace; write {{S source}}")
    return Example(row=row, text=text, marks=tuple(marks), against=against)
