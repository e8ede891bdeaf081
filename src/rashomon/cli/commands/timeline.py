"""`rashomon timeline`: incidents day by day."""

from collections.abc import Iterator

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
    """Incidents day by day; those whose time is unknown are left out, and their number is said.

    \b
    Example:
      rashomon timeline --place Gao --from 2026-03-01
    """
    shapes = list(STREAMS["incidents"].make(ask.ledger, ask.query, ask.show()))
    timed = list(_timed(shapes))
    show_rows(ask, timed, _COLUMNS)
    if len(timed) < len(shapes):
        click.echo(f"rashomon: {len(shapes) - len(timed):,} more without a time: rashomon incidents", err=True)


def _timed(shapes: list[Shape]) -> Iterator[Shape]:
    for shape in shapes:
        time = shape["time"]
        if time is not None and (time["start"] is not None or time["end"] is not None):
            yield shape
