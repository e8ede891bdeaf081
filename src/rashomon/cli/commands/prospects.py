"""`rashomon prospects`: what each voice says of each side's prospects."""

from collections import defaultdict
from collections.abc import Sequence

import click

from rashomon.cli.options import Ask, asks
from rashomon.cli.output import Column, print_lines, short_id, show_rows
from rashomon.cli.tables import draw_table, terminal_width
from rashomon.export.shapes import Shape, shape_prospect
from rashomon.gathering import gather_prospects

_SIGNS = {"favours": "+", "hinders": "−", "unclear": "?"}


def _voice(row: Shape) -> str:
    return str(row["outlet"]) if row["voice"] == row["outlet"] else f"{row['outlet']} ← {row['voice']}"


_COLUMNS = (
    Column("factor", lambda row: row["factor"]),
    Column("", lambda row: _SIGNS[row["direction"]]),
    Column("for whom", lambda row: "" if row["subject"] is None else row["subject"]["name"]),
    Column("fact", lambda row: row["factuality"]),
    Column("voice", _voice),
    Column("date", lambda row: row["published"] or ""),
    Column("sentence", lambda row: row["sentence"]),
    Column("claim", lambda row: short_id(row["claim"])),
)


@click.command()
@asks
def command(ask: Ask) -> None:
    """What each voice says of each side's prospects: factor by voice, then the sentences.

    In the matrix + favours, − hinders, ? leaves open whom the sentence is about. No score is computed.

    \b
    Example:
      rashomon prospects --actor army
      rashomon prospects --type supply --format csv
    """
    show = ask.show()
    shapes = [shape_prospect(cell, show) for cell in gather_prospects(ask.ledger, ask.query)]
    if ask.format == "table" and shapes:
        _show_matrix(shapes)
    show_rows(ask, shapes, _COLUMNS)


def _show_matrix(shapes: Sequence[Shape]) -> None:
    """Print factors by numbered voices, and below who the numbers are."""
    voices = list(dict.fromkeys(map(_voice, shapes)))
    cells: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for row in shapes:
        cells[row["factor"], _voice(row)].add(_SIGNS[row["direction"]])
    factors = list(dict.fromkeys(row["factor"] for row in shapes))
    numbers = [str(number) for number in range(1, len(voices) + 1)]
    matrix = [[factor, *("".join(sorted(cells[factor, voice])) for voice in voices)] for factor in factors]
    if len(voices) <= _most_columns():
        print_lines(draw_table(["factor", *numbers], matrix, terminal_width()))
        print_lines(["", *(f"{number:>3}  {voice}" for number, voice in zip(numbers, voices, strict=True)), ""])


def _most_columns() -> int:
    """Give the number of voices that the matrix has room for; the sentences below hold all of them."""
    return (terminal_width() - 24) // 8
