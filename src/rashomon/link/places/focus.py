"""Which countries a document is about: a vote of the countries and peoples that it names."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from rashomon.lexicon.places import PlaceTable
from rashomon.link.gazetteer import Gazetteer
from rashomon.records import Link, Place

_CAPITALISED = re.compile(r"\b(?:[A-Z]\.){2,3}|\b[A-Z][\w’'-]*\w")
_DATELINE = 3
_NAMED = 3.0  # places that weigh as much as the leading country's name
_HOME = 2.0  # places that weigh as much as the outlet's seat, or as where a report is sent from
_KNOWN_EVERYWHERE = 100_000  # inhabitants from which on a dateline names no country beside the town


def count_countries(text: str, dateline: str | None, table: PlaceTable) -> Counter[str]:
    """Count the words that name a country or its people, in capitals too; those of the dateline weigh three times."""
    votes: Counter[str] = Counter()
    for word in _CAPITALISED.findall(text):
        votes.update(_country(_as_name(word), table))
    for word in _CAPITALISED.findall(dateline or ""):
        for country in _country(_as_name(word), table):
            votes[country] += _DATELINE
    return votes


def _as_name(word: str) -> str:
    """Give a word in capitals the form of a name; short ones are abbreviations."""
    return word.title() if word.isupper() and len(word) > 3 else word


def _country(word: str, table: PlaceTable) -> Iterable[str]:
    plain = word.replace(".", "")
    country = table.country_words.get(plain)
    if country is None and plain.endswith(("’s", "'s")):
        country = table.country_words.get(plain[:-2])
    first, _, second = plain.partition("-")
    if country is None and second and not second[0].islower():  # "US-led" is about who is led, not about the US
        country = table.country_words.get(first)
    return () if country is None else (country,)


def shares(votes: Mapping[str, float]) -> dict[str, float]:
    """Give each country's votes as a share of the leader's, in (0, 1]."""
    most = max(votes.values(), default=0)
    return {country: count / most for country, count in votes.items() if count > 0}


def weigh_countries(
    named: Mapping[str, float], links: Iterable[Link], places: Iterable[Place], homes: Iterable[str | None]
) -> dict[str, float]:
    """Give the countries that a report is about once its places are known.

    Args:
        named: countries and peoples named in words, as shares of the leader's.
        links: of mentions to places.
        places: what they lead to.
        homes: country of the outlet, and of the town that a report is sent from: who writes there rarely names it.

    Returns:
        each country's share of the leader's weight, in (0, 1].
    """
    country = {place.id: place.country for place in places}
    weights: defaultdict[str, float] = defaultdict(float)
    for link in links:
        where = country.get(link.target or "")
        if where is not None:
            weights[where] += 1
    for name, share in named.items():
        weights[name] += _NAMED * share
    for home in homes:
        if home is not None:
            weights[home] += _HOME
    return shares(weights)


def dateline_country(dateline: str | None, named: Mapping[str, float], gazetteer: Gazetteer) -> str | None:
    """Give the country of the town that a dateline names: one known everywhere, or in a country of the report.

    Args:
        dateline: as printed, or None.
        named: countries named in words.
        gazetteer: for the towns.
    """
    entries = [found.entry for found in gazetteer.find((dateline or "").partition(",")[0].strip())]
    known = next((entry for entry in entries if entry.population >= _KNOWN_EVERYWHERE), None)
    known = known or next((entry for entry in entries if entry.country in named), None)
    return None if known is None else known.country
