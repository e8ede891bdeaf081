"""`rashomon export`: the ledger for others to build on."""

from typing import TextIO

import click

from rashomon.cli.options import Ask, asks, make_redactor
from rashomon.export import STREAMS, Export, Stream, find_writer, format_names
from rashomon.export.shapes import Show, shape_control, shape_prospect

_VIEWS = ("control", "prospects")


def _find_stream(name: str) -> Stream:
    """Give a stream of the ledger, or one of the two views that are made when they are asked for."""
    if name in STREAMS:
        return STREAMS[name]
    # The views need rules and words that the ledger's own streams do without: half the start.
    from rashomon.gathering import gather_control, gather_prospects  # noqa: PLC0415

    if name == "control":
        return Stream(name, lambda held, query, show: (shape_control(c, show) for c in gather_control(held, query)))
    return Stream(name, lambda held, query, show: (shape_prospect(c, show) for c in gather_prospects(held, query)))


class _Formats(click.Choice[str]):
    """The formats in the folder, looked up when they are needed."""

    def __init__(self) -> None:
        super().__init__(format_names())


@click.command()
@click.argument("form", metavar="FORMAT", type=_Formats())
@click.option(
    "--what", type=click.Choice([*STREAMS, *_VIEWS]), default="claims", show_default=True, help="Which records."
)
@click.option(
    "-o", "--output", type=click.File("w", encoding="utf-8", lazy=True), default="-", metavar="FILE", help="Where to."
)
@asks
def command(ask: Ask, form: str, what: str, output: TextIO) -> None:
    """Write the ledger for others to build on: jsonl, csv or geojson, as docs/format.md describes them.

    Private persons are shown by role everywhere, in printed sentences too ("[a baker, 41]"), unless --names is given.

    \b
    Example:
      rashomon export jsonl --what incidents -o incidents.jsonl
      rashomon export geojson --what incidents --from 2026-03-01 > march.geojson
    """
    redact = make_redactor(ask.ledger, ask.names)
    show = Show(ask.names, line=redact, sentence=redact)
    find_writer(form)(Export(ask.ledger, output, _find_stream(what), ask.query, show))
