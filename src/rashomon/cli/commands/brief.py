"""`rashomon brief`: the briefing, every line with its claims."""

import json
from contextlib import closing
from datetime import datetime
from pathlib import Path

import click

from rashomon.briefing import write_html, write_markdown
from rashomon.cli.options import ledger_option, warn_unresolved
from rashomon.cli.values import Day
from rashomon.gathering import briefing_phrases, gather_briefing
from rashomon.records import Query, to_json
from rashomon.store import open_ledger


@click.command()
@ledger_option
@click.option("--about", default="", metavar="NAME", help="Only what this actor or this place is in.")
@click.option("--actor", default="", metavar="NAME", help="Only what somebody takes part in.")
@click.option("--place", default="", metavar="NAME", help="Only what happened there.")
@click.option(
    "--since",
    type=Day(),
    metavar="YYYY-MM-DD",
    help="Only what happened or was reported on this day or later, and what that changed.",
)
@click.option("--to", "end", type=Day(), metavar="YYYY-MM-DD", help="Last day.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["markdown", "html", "jsonl"]),
    default="markdown",
    show_default=True,
    help="Form of the briefing; jsonl gives one object a line with its claims.",
)
@click.option("--names", is_flag=True, help="Show private persons by name, not by role.")
def command(
    ledger: Path,
    about: str,
    actor: str,
    place: str,
    since: datetime | None,
    end: datetime | None,
    form: str,
    names: bool,
) -> None:
    """What happened, what is contested, denied, unverified or rests on one origin; figures voice by voice.

    Every line names the claims it rests on, and is checked against them before it is printed.

    \b
    Example:
      rashomon brief
      rashomon brief --about Gao --since 2026-03-01 --format html > gao.html
    """
    query = Query(actor=actor, place=place, end=None if end is None else end.date())
    with closing(open_ledger(ledger)) as opened:
        warn_unresolved(opened)
        made = gather_briefing(opened, query, names, about, None if since is None else since.date())
    phrases = briefing_phrases()
    if form == "jsonl":
        for line in made.lines:
            click.echo(json.dumps(to_json(line), ensure_ascii=False))
    else:
        click.echo((write_html if form == "html" else write_markdown)(made, phrases), nl=False)
