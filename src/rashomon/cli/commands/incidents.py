"""`rashomon incidents`: what happened, joined over all reports."""

import click

from rashomon.cli.options import Ask, asks
from rashomon.cli.output import Column, day_of, number_of, short_id, show_rows
from rashomon.export import STREAMS
from rashomon.export.shapes import Shape


def _figures(row: Shape) -> str:
    parts = (f"{measure} {number_of(told['low'], told['high'])}" for measure, told in row["figures"].items())
    return "; ".join(parts)


_COLUMNS = (
    Column("id", lambda row: short_id(row["id"])),
    Column("when", lambda row: day_of(row["time"])),
    Column("what", lambda row: row["title"]),
    Column("figures", _figures),
    Column("status", lambda row: row["status"]),
    Column("origins", lambda row: str(row["origins"])),
    Column("outlets", lambda row: "; ".join(row["outlets"])),
)


@click.command()
@asks
def command(ask: Ask) -> None:
    """What happened, joined over all reports: one row an incident, by time; those without a time last.

    \b
    Example:
      rashomon incidents --status contested
      rashomon incidents --actor army --from 2026-03-01 --to 2026-03-07
    """
    show_rows(ask, STREAMS["incidents"].make(ask.ledger, ask.query, ask.show()), _COLUMNS)
