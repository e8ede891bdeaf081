"""`rashomon gazetteer`: the list of places that names are looked up in."""

import click

from rashomon.link.gazetteer import ATTRIBUTION
from rashomon.link.gazetteer.status import gazetteer_status


@click.group()
def command() -> None:
    """The list of places that names are looked up in.

    \b
    Example:
      rashomon gazetteer status
    """


@command.command()
def status() -> None:
    """Say where the gazetteer lies, what it holds and whose data it is.

    \b
    Example:
      rashomon gazetteer status
    """
    found = gazetteer_status()
    click.echo(f"file    {found.path}")
    if found.built is None:
        click.echo("state   not built yet; the first rashomon read builds it, once")
    elif found.built != found.wanted:
        click.echo(f"state   built from {found.built}; the next rashomon read builds it again from {found.wanted}")
    else:
        click.echo(f"state   {found.places:,} places, {found.names:,} names; built from {found.built}")
    click.echo(f"data    {ATTRIBUTION}")
