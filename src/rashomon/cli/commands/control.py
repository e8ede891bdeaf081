"""`rashomon control`: who holds which place on which day, by voice."""

import click

from rashomon.cli.options import Ask, asks
from rashomon.cli.output import Column, day_of, place_of, show_rows
from rashomon.export.shapes import Shape, shape_control
from rashomon.gathering import gather_control


def _voice(row: Shape) -> str:
    if row["assessed"]:
        return "assessed"
    return str(row["outlet"]) if row["voice"] == row["outlet"] else f"{row['outlet']} ← {row['voice']}"


_COLUMNS = (
    Column("where", lambda row: place_of(row["place"])),
    Column("when", lambda row: day_of(row["time"])),
    Column("holder", lambda row: row["holder"]["name"]),
    Column("who says so", _voice),
    Column("assessed", lambda row: row["assessed"] or ""),
    Column("claims", lambda row: str(len(row["claims"]))),
    Column("rule", lambda row: row["rule"]),
)


@click.command()
@asks
def command(ask: Ask) -> None:
    """Who holds which place on which day, by voice: what each voice claims, and beside it what the rule assesses.

    \b
    Example:
      rashomon control --place Gao
      rashomon control --actor army --format jsonl
    """
    show = ask.show()
    cells = gather_control(ask.ledger, ask.query)
    show_rows(ask, (shape_control(cell, show) for cell in cells), _COLUMNS)
