"""`rashomon places`: where."""

import click

from rashomon.cli.options import Ask, asks
from rashomon.cli.output import Column, short_id, show_rows
from rashomon.export import STREAMS

_COLUMNS = (
    Column("id", lambda row: short_id(row["id"])),
    Column("name", lambda row: row["name"]),
    Column("district", lambda row: row["adm2"] or ""),
    Column("province", lambda row: row["adm1"] or ""),
    Column("country", lambda row: row["country"] or ""),
    Column("lat", lambda row: "" if row["lat"] is None else f"{row['lat']:.4f}"),
    Column("lon", lambda row: "" if row["lon"] is None else f"{row['lon']:.4f}"),
    Column("precision", lambda row: str(row["precision"] or "")),
    Column("spellings", lambda row: "; ".join(row["names"][:12])),
    Column("documents", lambda row: str(len(row["documents"]))),
)


@click.command()
@asks
def command(ask: Ask) -> None:
    """Where, under all spellings seen. --type is the kind: town, adm2, adm1, country, natural, ...

    \b
    Example:
      rashomon places --place Gao
      rashomon places --type adm1 --format csv
    """
    show_rows(ask, STREAMS["places"].make(ask.ledger, ask.query, ask.show()), _COLUMNS)
