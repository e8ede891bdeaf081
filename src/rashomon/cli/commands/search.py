"""`rashomon search`: find words in the sentences read."""

from collections.abc import Iterator

import click

from rashomon.cli.options import Ask, asks
from rashomon.cli.output import Column, short_id, show_rows
from rashomon.export.shapes import Shape, shape_sentence

_MOST = 50

_COLUMNS = (
    Column("id", lambda row: short_id(row["id"])),
    Column("document", lambda row: row["document"]),
    Column("at", lambda row: str(row["start"])),
    Column("sentence", lambda row: row["sentence"]),
)


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@asks
def command(ask: Ask, words: tuple[str, ...]) -> None:
    """Find words in the sentences read, best first; all must stand, a phrase in quotation marks together.

    \b
    Example:
      rashomon search captured soldiers
      rashomon search '"air strike"' --limit 5
    """
    asked = " ".join(words)
    if not any(letter.isalnum() for letter in asked):
        raise click.UsageError("there is no word to search for; give one, as in: rashomon search captured")
    show_rows(ask, _shapes(ask, asked), _COLUMNS)


def _shapes(ask: Ask, words: str) -> Iterator[Shape]:
    names = ask.ledger.document_names()
    found = ask.ledger.sentences(words, ask.query.limit or _MOST)
    return (shape_sentence(sentence, names[sentence.document]) for sentence in found)
