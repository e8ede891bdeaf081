"""A table for people: as wide as the terminal, cells wrapped, columns aligned, nothing that a terminal would obey.

Where its cells would become towers of broken words, each row is a card instead: its short cells in one line, the others
below it, each behind its title.
"""

import shutil
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

_GAP = "  "
_NARROWEST = 6
# An id, a day, a code: not broken.
_SHORT = 12
_PIPE_WIDTH = 120
_TALLEST = 6  # lines of a cell that still read as a row
_INDENT = "  "


def terminal_width() -> int:
    """Give the columns of the terminal; `COLUMNS` overrides, a pipe has 120."""
    return max(40, shutil.get_terminal_size((_PIPE_WIDTH, 24)).columns)


def draw_rows(titles: Sequence[str], rows: Iterable[Sequence[str]], width: int) -> Iterator[str]:
    """Give the lines of a table, or of cards where the width is too small for one."""
    body = [[plain(cell) for cell in row] for row in rows]
    widths = _share(titles, body, width)
    tallest = max((len(_wrapped(cell, w)) for row in body for cell, w in zip(row, widths, strict=True)), default=0)
    if tallest <= _TALLEST:
        yield from draw_table(titles, body, width)
        return
    for position, row in enumerate(body):
        yield from [""] if position else []
        yield from _card(titles, row, width)


def _card(titles: Sequence[str], row: Sequence[str], width: int) -> Iterator[str]:
    """Give one row: what is short in the first line, a bare number with its title; the rest below."""
    cells = [(title, cell) for title, cell in zip(titles, row, strict=True) if cell]
    short = [f"{title} {cell}" if _is_number(cell) else cell for title, cell in cells if len(cell) <= _SHORT]
    yield from wrap(_GAP.join(short), width, break_on_hyphens=False)
    long = [(title, cell) for title, cell in cells if len(cell) > _SHORT]
    label = max((shown_width(title) for title, _ in long), default=0)
    for title, cell in long:
        head = f"{_INDENT}{title}{' ' * (label - shown_width(title))}{_GAP}"
        yield from wrap(
            cell, width, initial_indent=head, subsequent_indent=" " * shown_width(head), break_on_hyphens=False
        )


def _wrapped(cell: str, width: int) -> list[str]:
    return wrap(cell, width, break_on_hyphens=False) or [""]


def draw_table(titles: Sequence[str], rows: Iterable[Sequence[str]], width: int) -> Iterator[str]:
    """Give the lines of a table."""
    body = [[plain(cell) for cell in row] for row in rows]
    numeric = [all(_is_number(row[i]) for row in body) and bool(body) for i in range(len(titles))]
    widths = _share(titles, body, width)
    yield _line(titles, widths, numeric)
    yield _GAP.join("─" * w for w in widths)
    for row in body:
        cells = [_wrapped(cell, w) for cell, w in zip(row, widths, strict=True)]
        for position in range(max(map(len, cells))):
            yield _line([cell[position] if position < len(cell) else "" for cell in cells], widths, numeric)


def plain(text: str) -> str:
    """Give the text in one line without control characters and marks that turn the direction of writing."""
    kept = (
        " " if char.isspace() else char for char in text if char.isspace() or char.isprintable() or char == "\u200c"
    )
    return " ".join("".join(kept).split())


def shown_width(text: str) -> int:
    """Give the terminal columns that a text takes."""
    if text.isascii():
        return len(text)
    return sum(_char_width(char) for char in text)


def _char_width(char: str) -> int:
    if unicodedata.combining(char) or char == "\u200c":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _is_number(cell: str) -> bool:
    return cell.replace(",", "").replace(".", "", 1).replace("-", "", 1).isdigit()


def _share(titles: Sequence[str], body: list[list[str]], width: int) -> list[int]:
    """Share the width out: short columns get what they need, long ones share what is left evenly."""
    needs = [max([shown_width(title), *(shown_width(row[i]) for row in body)]) for i, title in enumerate(titles)]
    left = width - len(_GAP) * (len(titles) - 1)
    widths = [0] * len(titles)
    for done, i in enumerate(sorted(range(len(titles)), key=needs.__getitem__)):
        fair = max(_NARROWEST, left // (len(titles) - done))
        widths[i] = needs[i] if needs[i] <= _SHORT else min(needs[i], fair)
        left -= widths[i]
    return widths


def _line(cells: Sequence[str], widths: Sequence[int], numeric: Sequence[bool]) -> str:
    parts = []
    for cell, width, right in zip(cells, widths, numeric, strict=True):
        blank = " " * (width - shown_width(cell))
        parts.append(blank + cell if right else cell + blank)
    return _GAP.join(parts).rstrip()
