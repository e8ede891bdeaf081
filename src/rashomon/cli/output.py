"""Prints answers: a table for people, JSON lines and CSV for programs. An empty answer says what to try."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta
from difflib import get_close_matches
from itertools import chain, islice
from typing import Any

import click

from rashomon.cli.options import Ask
from rashomon.cli.tables import draw_rows, terminal_width
from rashomon.export.flat import write_csv
from rashomon.records import Query
from rashomon.store.overview import held_types

Shape = dict[str, Any]

_MOST_ROWS = 500


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table for people: its title, and the cell made of a row's JSON object."""

    title: str
    cell: Callable[[Shape], str]


def show_rows(ask: Ask, shapes: Iterable[Shape], columns: Sequence[Column]) -> None:
    """Print rows in the form that was asked for."""
    found = iter(shapes)
    first = next(found, None)
    if first is None:
        click.echo(_nothing(ask), err=True)
        return
    rows = chain([first], found)
    if ask.format == "jsonl":
        print_lines(json.dumps(row, ensure_ascii=False) for row in rows)
    elif ask.format == "csv":
        write_csv(rows, sys.stdout)
    else:
        _show_table(ask, rows, columns)


def _show_table(ask: Ask, rows: Iterator[Shape], columns: Sequence[Column]) -> None:
    """Draw the first rows; a table of more is read by nobody, and says so."""
    most = ask.query.limit or _MOST_ROWS
    table = ([column.cell(row) for column in columns] for row in islice(rows, most))
    print_lines(draw_rows([column.title for column in columns], table, terminal_width()))
    if ask.query.limit is None and next(rows, None) is not None:
        sys.stdout.flush()
        more = "--limit N shows more, --format jsonl or csv gives all, filters narrow"
        click.echo(f"rashomon: the first {most} rows of more; {more}", err=True)


def print_lines(lines: Iterable[str]) -> None:
    """Write lines to standard output as they come."""
    for line in lines:
        sys.stdout.write(f"{line}\n")


def short_id(ident: str | None) -> str:
    """Give as much of an id as a person needs to type."""
    return "" if ident is None else ident[:12]


def names_of(refs: Iterable[Shape]) -> str:
    """Give the names of actors or voices in one cell."""
    return "; ".join(ref["name"] for ref in refs)


def chain_of(voices: Sequence[Shape]) -> str:
    """Give a chain of voices from the outlet inwards in one cell."""
    return " ← ".join(voice["name"] for voice in voices)


def day_of(time: Shape | None) -> str:
    """Give a time in one cell: a day, first and last day, or the printed words of a time not understood."""
    if time is None:
        return ""
    if time["start"] is None and time["end"] is None:
        return f"({time['text']})"
    last = _last_day(time["end"])
    if time["start"] == last:
        return str(last)
    return f"{time['start'] or '…'} to {last or '…'}"


def place_of(place: Shape | None) -> str:
    """Give a place with its province in one cell."""
    if place is None:
        return ""
    parts = (place["name"], place["adm1"], place["country"])
    return ", ".join(dict.fromkeys(part for part in parts if part))


def number_of(low: float | None, high: float | None) -> str:
    """Give a range of numbers in one cell."""
    if low == high:
        return "?" if low is None else f"{low:,.12g}"
    return f"{'…' if low is None else f'{low:,.12g}'}–{'…' if high is None else f'{high:,.12g}'}"


def _last_day(end: str | None) -> str | None:
    """Give the last day of a half-open interval."""
    return None if end is None else (date.fromisoformat(end) - timedelta(days=1)).isoformat()


def _nothing(ask: Ask) -> str:
    return f"rashomon: {''.join(_advice(ask))}"


def _advice(ask: Ask) -> Iterator[str]:
    names = (field.name for field in fields(Query) if field.name != "limit" and getattr(ask.query, field.name))
    asked = [f"--{_FLAGS.get(name, name)}" for name in names]
    if near := _near_types(ask):
        yield f"nothing is of type {ask.query.type!r}; did you mean {' or '.join(near)}?"
    elif ask.command == "search":
        yield f"no sentence of the {ask.ledger.count('documents'):,} documents holds all these words; try fewer of them"
    elif asked:
        yield f"nothing found; try without {' or '.join(asked)}, or see what there is: rashomon actors, rashomon places"
    else:
        held = ask.ledger.count("documents")
        yield f"no {ask.command} among the {held:,} documents of this ledger; read more with: rashomon read PATH"


def _near_types(ask: Ask) -> list[str]:
    """Give the types of claims in the ledger that are spelled nearly as the one that was asked for."""
    held = ask.ledger.ask(held_types) if ask.query.type else ()
    return [] if ask.query.type.casefold() in held else get_close_matches(ask.query.type.casefold(), held, 3)


_FLAGS = {"start": "from", "end": "to"}
