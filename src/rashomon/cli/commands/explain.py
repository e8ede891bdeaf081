"""`rashomon explain`: the walk of one row, back to the printed words."""

from contextlib import closing
from pathlib import Path

import click

from rashomon.cli.options import ledger_option, make_redactor, warn_unresolved
from rashomon.cli.output import print_lines
from rashomon.cli.tables import terminal_width
from rashomon.cli.walk import WALKS, Source, layout
from rashomon.errors import InputError
from rashomon.store import SqliteLedger, open_ledger

_MOST_NAMED = 5


@click.command()
@click.argument("ident", metavar="ID")
@ledger_option
@click.option("--names", is_flag=True, help="Show private persons by name, not by role.")
def command(ident: str, ledger: Path, names: bool) -> None:
    """The walk of one row, back to the printed words.

    A claim is walked through its sentence, voices, links with what else was considered, rules, codes, incident,
    comparisons and dependences. ID is the id of any row, or as much of it as no other row shares; a document may be
    named by its file.

    \b
    Example:
      rashomon explain clm-1a2b3c4d
      rashomon explain reports-017.txt
    """
    with closing(open_ledger(ledger)) as opened:
        warn_unresolved(opened)
        kind, found = _find(opened, ident)
        source = Source(opened, names, make_redactor(opened, names))
        print_lines(layout(WALKS[kind](source, found), terminal_width()))


def _find(ledger: SqliteLedger, ident: str) -> tuple[type, str]:
    found = ledger.find(ident)
    if len(found) == 1:
        return found[0]
    if found:
        some = ", ".join(other for _, other in found[:_MOST_NAMED])
        raise InputError(f"{ident}: more than one row begins so ({some}, ...); give more of the id")
    document = ledger.document(ident)
    if document is None:
        raise InputError(
            f"{ident}: no row has this id; ids stand in the first column of rashomon claims, incidents, ..."
        )
    return type(document), document.id
