"""The options that all asking commands share, and the ledger that they open."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, fields
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import Any

import click

from rashomon.cli.values import Day, read_status
from rashomon.export.shapes import Show
from rashomon.records import Actor, Query
from rashomon.records.privacy import Redactor
from rashomon.store import SqliteLedger, open_ledger

DEFAULT_LEDGER = "rashomon.db"


@dataclass(frozen=True, slots=True)
class Ask:
    """One question to a ledger.

    Attributes:
        ledger: the opened ledger.
        query: the filters.
        format: table, jsonl or csv.
        names: whether private persons are shown by name.
        command: name of the command, for hints.
    """

    ledger: SqliteLedger
    query: Query
    format: str
    names: bool
    command: str

    def show(self) -> Show:
        """Say what of private persons is shown: roles in fields and in our own lines, printed sentences as printed."""
        return Show(self.names, line=make_redactor(self.ledger, self.names))


def make_redactor(ledger: SqliteLedger, names: bool) -> Callable[[str], str]:
    """Make what puts roles in the place of private names in a text."""
    private = [] if names else list(ledger.records(Actor, "private", ["1"]))
    if not private:
        return str
    places = (name for place, _ in ledger.places() for name in (place.name, *place.names))
    return Redactor([*private, *ledger.records(Actor, "private", ["0"])], places=places)


def ledger_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--ledger FILE`."""
    return click.option(
        "--ledger",
        type=click.Path(path_type=Path),
        default=DEFAULT_LEDGER,
        show_default=True,
        metavar="FILE",
        help="The ledger.",
    )(command)


_FILTERS: tuple[tuple[str, str, str], ...] = (
    ("--actor", "NAME", "Somebody takes part: part of any spelling, or an id."),
    ("--place", "NAME", "Place, district, province or country: part of any name, or an id."),
    ("--type", "TYPE", "Event type, relation, factor, PLOVER category or ACLED sub-event type."),
    ("--voice", "NAME", "Somebody in the chain of voices: part of any name."),
    ("--outlet", "NAME", "Part of the outlet's name."),
    ("--status", "STATUS", "Status of the incident: corroborated, claimed, conceded, contested, denied, ..."),
    ("--text", "WORDS", "Words that the sentence holds; a phrase in quotation marks."),
)


def asks(command: Callable[..., None]) -> Callable[..., Any]:
    """Give a command the shared options and an `Ask` in their place."""

    @wraps(command)
    def wrapped(ledger: Path, format: str, names: bool, **options: Any) -> None:  # noqa: A002
        query, own = _split(options)
        with closing(open_ledger(ledger)) as opened:
            warn_unresolved(opened)
            command(Ask(opened, query, format, names, click.get_current_context().info_name or ""), **own)

    for add in reversed((*_filter_options(), *_shape_options())):
        wrapped = add(wrapped)
    return ledger_option(wrapped)


def warn_unresolved(ledger: SqliteLedger) -> None:
    """Say that a reading was cut off before the reports were held against each other."""
    if not ledger.resolved():
        click.echo(
            "rashomon: the last reading was cut off; run the same rashomon read again to bring incidents up to date",
            err=True,
        )


def _filter_options() -> list[Callable[..., Any]]:
    checks = {"--status": read_status}
    found = [
        click.option(flag, metavar=word, default="", help=text, callback=checks.get(flag))
        for flag, word, text in _FILTERS
    ]
    day = Day()
    found.append(click.option("--from", "start", type=day, metavar="YYYY-MM-DD", help="First day that it may touch."))
    found.append(click.option("--to", "end", type=day, metavar="YYYY-MM-DD", help="Last day that it may touch."))
    found.append(click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most so many rows."))
    return found


def _shape_options() -> list[Callable[..., Any]]:
    formats = click.Choice(["table", "jsonl", "csv"])
    names = "Show private persons by name, not by role."
    return [
        click.option("--format", type=formats, default="table", show_default=True, help="Form of the answer."),
        click.option("--names", is_flag=True, help=names),
    ]


def _split(options: dict[str, Any]) -> tuple[Query, dict[str, Any]]:
    """Part the filters from the options that are the command's own."""
    filters_known = {field.name for field in fields(Query)}
    own = {name: value for name, value in options.items() if name not in filters_known}
    filters = {name: value for name, value in options.items() if name in filters_known}
    filters["start"], filters["end"] = _day(filters["start"]), _day(filters["end"])
    query = Query(**filters)
    if query.start and query.end and query.end < query.start:
        raise click.UsageError(f"--to {query.end} lies before --from {query.start}; change one of them.")
    return query, own


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else moment.date()
