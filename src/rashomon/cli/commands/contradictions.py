"""`rashomon contradictions`: claims that cannot both be true."""

import click

from rashomon.cli.options import Ask, asks
from rashomon.cli.output import Column, short_id, show_rows
from rashomon.export import STREAMS

_COLUMNS = (
    Column("id", lambda row: short_id(row["id"])),
    Column("slot", lambda row: row["slot"]),
    Column("verdict", lambda row: row["verdict"]),
    Column("why", lambda row: row["reason"]),
    Column("one", lambda row: f"{row['sentences'][0]} ({row['documents'][0]})"),
    Column("other", lambda row: f"{row['sentences'][1]} ({row['documents'][1]})"),
)


@click.command()
@click.option("--all", "everything", is_flag=True, help="Agreements and refinements as well.")
@asks
def command(ask: Ask, everything: bool) -> None:
    """Claims that cannot both be true, slot by slot, each with its two sentences and the reason.

    --type is a slot (occurrence, count, time, place, agent, control, ...) or a type of claim.

    \b
    Example:
      rashomon contradictions --type count
      rashomon contradictions --all --actor army
    """
    stream = STREAMS["comparisons" if everything else "contradictions"]
    show_rows(ask, stream.make(ask.ledger, ask.query, ask.show()), _COLUMNS)
