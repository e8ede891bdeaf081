"""`rashomon brief`: a briefing of which every line cites its claims."""

from typing import TextIO

import click

from rashomon.briefing import write_html, write_markdown
from rashomon.cli.options import Ask, asks
from rashomon.gathering import briefing_phrases, gather_briefing

_WRITERS = {"markdown": write_markdown, "html": write_html}


@click.command()
@click.option("--as", "form", type=click.Choice(list(_WRITERS)), default="markdown", show_default=True, help="Form.")
@click.option(
    "-o", "--output", type=click.File("w", encoding="utf-8", lazy=True), default="-", metavar="FILE", help="Where to."
)
@asks
def command(ask: Ask, form: str, output: TextIO) -> None:
    """Write a briefing: what happened, what is contested, what rests on one origin, what nobody could verify.

    Every line cites the claims that it rests on, and is held against them before it is printed.

    \b
    Example:
      rashomon brief
      rashomon brief --place Gao --from 2026-03-01 --as html -o gao.html
    """
    briefing = gather_briefing(ask.ledger, ask.query, ask.names)
    output.write(_WRITERS[form](briefing, briefing_phrases()).rstrip() + "\n")
