"""`rashomon issues`: trouble met in the reports."""

import click

from rashomon.cli.options import Ask, asks
from rashomon.cli.output import Column, short_id, show_rows
from rashomon.export import STREAMS

_COLUMNS = (
    Column("id", lambda row: short_id(row["id"])),
    Column("code", lambda row: row["code"]),
    Column("stage", lambda row: row["stage"]),
    Column("document", lambda row: row["document"] or ""),
    Column("at", lambda row: "" if row["start"] is None else str(row["start"])),
    Column("message", lambda row: row["message"]),
)


@click.command()
@asks
def command(ask: Ask) -> None:
    """Trouble met in the reports: what was not understood, and what could not be read. --type is a code or a stage.

    \b
    Example:
      rashomon issues --type document-undated
    """
    show_rows(ask, STREAMS["issues"].make(ask.ledger, ask.query, ask.show()), _COLUMNS)
