"""`rashomon voices`: who speaks, through whom, and how."""

import click

from rashomon.cli.options import Ask, asks
from rashomon.cli.output import Column, chain_of, short_id, show_rows
from rashomon.export import STREAMS

_COLUMNS = (
    Column("id", lambda row: short_id(row["id"])),
    Column("document", lambda row: row["document"]),
    Column("voice", lambda row: chain_of(row["chain"])),
    Column("naming", lambda row: row["chain"][-1]["naming"]),
    Column("speech", lambda row: row["chain"][-1]["speech"]),
    Column("cue", lambda row: row["chain"][-1]["cue"]),
    Column("stance", lambda row: row["chain"][-1]["stance"]),
    Column("reason", lambda row: row["reason"]),
    Column("claims", lambda row: str(row["claims"])),
    Column("sentence", lambda row: row["sentence"] or ""),
)


@click.command()
@asks
def command(ask: Ask) -> None:
    """Who speaks, through whom, and how: one row each time that a voice speaks.

    \b
    Example:
      rashomon voices --outlet wire
      rashomon voices --voice spokesman --format csv
    """
    show_rows(ask, STREAMS["voices"].make(ask.ledger, ask.query, ask.show()), _COLUMNS)
