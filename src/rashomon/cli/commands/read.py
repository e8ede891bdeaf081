"""`rashomon read`: reports into a ledger."""

from pathlib import Path

import click

from rashomon.cli.options import ledger_option
from rashomon.cli.progress import Progress


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@ledger_option
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, metavar="N", help="Processes.")
@click.option("--sidecar", type=click.Path(path_type=Path), metavar="FILE", help="A sources.csv for all inputs.")
@click.option("--model", default="auto", show_default=True, metavar="NAME", help="Language pipeline.")
def command(paths: tuple[str, ...], ledger: Path, jobs: int, sidecar: Path | None, model: str) -> None:
    """Read reports into a ledger: files, folders, or - for standard input.

    Text, HTML and JSON Lines are read. A sources.csv beside the reports (file, outlet, url, published, title, author;
    of the outlet its kind, country, owner) overrides what is found in them; docs/format.md describes it. What the
    ledger holds already is skipped, and a reading that was stopped goes on where it stopped.

    \b
    Example:
      rashomon read reports/
      rashomon read --ledger march.db --jobs 2 reports/ more.jsonl
    """
    # Heavy: the language library and the gazetteer, which no other command needs.
    from rashomon import api  # noqa: PLC0415

    progress = Progress()
    try:
        summary = api.read_paths(paths, ledger, jobs=jobs, progress=progress, sidecar=sidecar, model=model)
    finally:
        progress.end()
    speed = f", {summary.words / summary.seconds:,.0f} words/s" if summary.words and summary.seconds else ""
    click.echo(
        f"{ledger}: {summary.documents_new:,} new documents, {summary.documents_known:,} known, "
        f"{summary.claims:,} new claims, {summary.incidents:,} incidents, {summary.issues:,} new issues "
        f"in {summary.seconds:.1f} s{speed}"
    )
