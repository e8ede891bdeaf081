"""`rashomon gazetteer`: the list of places that names are looked up in."""

from pathlib import Path

import click

from rashomon.cli.progress import Progress
from rashomon.link.gazetteer import ATTRIBUTION
from rashomon.link.gazetteer.status import gazetteer_status

_SHORT = 12


@click.group()
def command() -> None:
    """The list of places that names are looked up in.

    \b
    Example:
      rashomon gazetteer status
      rashomon gazetteer install AF --from geonames/
      rashomon gazetteer add villages.csv
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
    for source in found.sources:
        files = ", ".join(f"{name} (sha256 {digest[:_SHORT]})" for name, digest in source.files)
        click.echo(f"added   {source.name}: {source.kind}, {source.places:,} places from {files}")
    click.echo(f"data    {ATTRIBUTION}")


@command.command()
@click.argument("countries", nargs=-1, required=True, metavar="CC...")
@click.option(
    "--from",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="A folder with the files, as GeoNames publishes them; without it they are fetched.",
)
def install(countries: tuple[str, ...], folder: Path | None) -> None:
    """Put the GeoNames dump of whole countries into the gazetteer: villages, rivers, valleys, airports, positions.

    DIR holds {CC}.zip, admin1CodesASCII.txt and admin2Codes.txt, and, where more names and districts are wanted,
    alternatenames/{CC}.zip and hierarchy.zip.

    \b
    Example:
      rashomon gazetteer install AF PK --from geonames/
    """
    # Heavy: the packages that the gazetteer is built from.
    from rashomon.link.gazetteer import users  # noqa: PLC0415

    progress = Progress()
    try:
        sources = users.install_countries(countries, folder, progress)
    finally:
        progress.end()
    for source in sources:
        click.echo(f"{source.name}: {source.places:,} places from {', '.join(name for name, _ in source.files)}")


@command.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
def add(file: Path) -> None:
    """Put a table of places into the gazetteer: your own, or divisions with p-codes from OCHA on HDX.

    Your own is a CSV file with the columns name and country (two letters), and as many as you have of: names (parted
    by |), kind, adm1, adm2, lat, lon, population. A table with p-codes has ADM1_EN, ADM1_PCODE and so on.

    \b
    Example:
      rashomon gazetteer add villages.csv
    """
    # Heavy: the packages that the gazetteer is built from.
    from rashomon.link.gazetteer import users  # noqa: PLC0415

    progress = Progress()
    try:
        source = users.add_table(file, progress)
    finally:
        progress.end()
    click.echo(f"{file}: {source.places:,} places ({source.kind})")
