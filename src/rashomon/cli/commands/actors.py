"""`rashomon actors`: who takes part."""

import click

from rashomon.cli.options import Ask, asks
from rashomon.cli.output import Column, short_id, show_rows
from rashomon.export import STREAMS

_COLUMNS = (
    Column("id", lambda row: short_id(row["id"])),
    Column("name", lambda row: row["name"]),
    Column("kind", lambda row: row["kind"]),
    Column("private", lambda row: "yes" if row["private"] else ""),
    Column("spellings", lambda row: "; ".join(row["names"])),
    Column("roles", lambda row: "; ".join(row["roles"])),
    Column("documents", lambda row: str(len(row["documents"]))),
)


@click.command()
@asks
def command(ask: Ask) -> None:
    """Who takes part, under all spellings seen; private persons by role. --type is the kind: person, group, state, ...

    \b
    Example:
      rashomon actors --type group
      rashomon actors --actor massoud --format jsonl
    """
    show_rows(ask, STREAMS["actors"].make(ask.ledger, ask.query, ask.show()), _COLUMNS)
