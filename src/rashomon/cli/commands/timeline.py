"""`rashomon timeline`: incidents day by day."""

from itertools import takewhile

import click

from rashomon.cli.options import Ask, asks
from rashomon.cli.output import Column, day_of, place_of, short_id, show_rows
from rashomon.export import STREAMS
from rashomon.export.shapes import Shape

_COLUMNS = (
    Column("when", lambda row: day_of(row["time"])),
    Column("what", lambda row: row["title"]),
    Column("where", lambda row: place_of(row["place"])),
    Column("status", lambda row: row["status"]),
    Column("origins", lambda row: str(row["origins"])),
    Column("id", lambda row: short_id(row["id"])),
)


@click.command()
@asks
def command(ask: Ask) -> None:
    """Incidents day by day; those whose time is unknown are left out: rashomon incidents has them.

    \b
    Example:
      rashomon timeline --place Gao --from 2026-03-01
    """
    shapes = STREAMS["incidents"].make(ask.ledger, ask.query, ask.show())
    # The ledger gives those without a time last.
    show_rows(ask, takewhile(_is_timed, shapes), _COLUMNS)


def _is_timed(row: Shape) -> bool:
    time = row["time"]
    return time is not None and (time["start"] is not None or time["end"] is not None)
