"""`rashomon claims`: who says what."""

import click

from rashomon.cli.options import Ask, asks
from rashomon.cli.output import Column, chain_of, day_of, names_of, place_of, short_id, show_rows
from rashomon.export import STREAMS
from rashomon.export.shapes import Shape


def _who(row: Shape) -> str:
    agents, patients = names_of(row["agents"]), names_of(row["patients"])
    return f"{agents or '?'} → {patients}" if patients else agents


_COLUMNS = (
    Column("id", lambda row: short_id(row["id"])),
    Column("voice", lambda row: chain_of(row["voice"])),
    Column("type", lambda row: row["type"]),
    Column("fact", lambda row: row["factuality"]),
    Column("who → whom", _who),
    Column("where", lambda row: place_of(row["place"])),
    Column("when", lambda row: day_of(row["time"])),
    Column("figures", lambda row: "; ".join(f"{f['text']} {f['measure']}" for f in row["figures"])),
    Column("words", lambda row: row["content"]),
)


@click.command()
@asks
def command(ask: Ask) -> None:
    """Who says what, with the sentence: one row a claim, in the order of the reports.

    \b
    Example:
      rashomon claims --voice minister --type clash
      rashomon claims --place Gao --from 2026-03-01 --format jsonl
    """
    show_rows(ask, STREAMS["claims"].make(ask.ledger, ask.query, ask.show()), _COLUMNS)
