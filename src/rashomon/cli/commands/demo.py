"""`rashomon demo`: the main job on the sample reports that ship with the package."""

from contextlib import closing
from importlib.resources import as_file
from pathlib import Path

import click

from rashomon.briefing import write_markdown
from rashomon.cli.progress import Progress
from rashomon.gathering import briefing_phrases, gather_briefing
from rashomon.lexicon.files import resources
from rashomon.store import open_ledger

_SAMPLES = {"plateau": "sample", "cordillera": "sample_cordillera"}
_NEXT = ("contradictions", "incidents --status claimed", "explain {id}")


@click.command()
@click.option(
    "--sample",
    type=click.Choice(tuple(_SAMPLES)),
    default="plateau",
    show_default=True,
    help="plateau: six reports of one week; cordillera: twenty-five of three weeks.",
)
@click.option(
    "--ledger",
    type=click.Path(path_type=Path),
    default="demo.db",
    show_default=True,
    metavar="FILE",
    help="Where the ledger is left.",
)
def command(sample: str, ledger: Path) -> None:
    """Read the sample reports that ship with Rashomon, print their briefing, leave the ledger in a file.

    \b
    Example:
      rashomon demo --ledger demo.db
      rashomon demo --sample cordillera --ledger cordillera.db
    """
    # Heavy: the language library and the gazetteer, which asking commands do not need.
    from rashomon import api  # noqa: PLC0415

    progress = Progress()
    try:
        with as_file(resources() / _SAMPLES[sample]) as folder:
            api.read_paths([folder], ledger, progress=progress)
    finally:
        progress.end()
    with closing(open_ledger(ledger)) as opened:
        click.echo(write_markdown(gather_briefing(opened), briefing_phrases()))
        first = next(iter(opened.incidents()), None)
    click.echo(f"The ledger is in {ledger}. Try next:")
    for words in _NEXT:
        if first is not None:
            click.echo(f"  rashomon {words.format(id=first.id)} --ledger {ledger}")
