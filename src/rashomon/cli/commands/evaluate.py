"""`rashomon evaluate`: the reading measured on a gold set."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rashomon.cli.output import print_lines
from rashomon.cli.tables import draw_table, terminal_width
from rashomon.records import to_json

if TYPE_CHECKING:
    from rashomon.evaluation import Score

_TITLES = ("set", "metric", "value", "95% from", "to", "n")
_MISSED = 1


@click.command()
@click.argument("name", metavar="NAME")
@click.argument("path", type=click.Path(path_type=Path), metavar="PATH")
@click.option(
    "--format", "form", type=click.Choice(["table", "jsonl"]), default="table", show_default=True, help="Form."
)
@click.option("--misses", type=click.Path(path_type=Path), metavar="FILE", help="Write what was missed, as JSON lines.")
@click.option(
    "--floors", type=click.Path(path_type=Path), metavar="FILE", help="Fail where a figure is under its floor."
)
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Read only so many documents.")
def command(name: str, path: Path, form: str, misses: Path | None, floors: Path | None, limit: int | None) -> None:
    """Measure the reading on a gold set in its original format: one line a metric, rates in percent.

    Exit status 1 says that a figure lies under its floor.

    \b
    Example:
      rashomon evaluate polnear ../shared/bench/polnear --misses misses.jsonl
    """
    # Heavy: the language library.
    from rashomon import evaluation  # noqa: PLC0415

    scores, missed = evaluation.evaluate(name, path, limit)
    rows = [evaluation.to_row(score) for score in scores]
    if form == "jsonl":
        print_lines(json.dumps(row, ensure_ascii=False) for row in rows)
    else:
        cells = (["" if cell is None else str(cell) for cell in row.values()] for row in rows)
        print_lines(draw_table(_TITLES, cells, terminal_width()))
    if misses is not None:
        lines = "".join(json.dumps(to_json(miss), ensure_ascii=False) + "\n" for miss in missed)
        misses.write_text(lines, encoding="utf-8")
    if floors is not None:
        _hold_to(floors, scores, path)


def _hold_to(floors: Path, scores: Sequence["Score"], path: Path) -> None:
    from rashomon import evaluation  # noqa: PLC0415

    fallen = evaluation.check_floors(scores, evaluation.read_floors(floors), evaluation.corpus_digest([path]))
    for line in fallen:
        click.echo(f"rashomon: {line}", err=True)
    if fallen:
        sys.exit(_MISSED)
