"""Extraction -> Links, document by document: a mention leads to a register, to its text, or to nothing."""

from rashomon.lexicon import Lexicon
from rashomon.link.actors import link_actors
from rashomon.link.codings import make_codings
from rashomon.link.gazetteer import ATTRIBUTION as ATTRIBUTION
from rashomon.link.gazetteer import Gazetteer as Gazetteer
from rashomon.link.gazetteer import gazetteer_version as gazetteer_version
from rashomon.link.gazetteer import open_gazetteer as open_gazetteer
from rashomon.link.grounds import settle_names as settle_names
from rashomon.link.listed import list_places as list_places
from rashomon.link.places import dateline_country, link_places, weigh_countries
from rashomon.records import Document, Extraction, Issue, Links, Outlet


def link(
    extraction: Extraction, document: Document, outlet: Outlet, lexicon: Lexicon, gazetteer: Gazetteer
) -> tuple[Links, tuple[Issue, ...]]:
    """Link every mention of one document, and code its events.

    Args:
        extraction: what the document says.
        document: for the words around the mentions, byline and dateline.
        outlet: who publishes it: where a report names no country, its "army" is that of its outlet's country.
        lexicon: registers, names and words.
        gazetteer: places.

    Returns:
        Links, actors, places and codings of the document; a place that nothing knows is a link to a place of the text,
        an Issue is made of none.
    """
    places = link_places(extraction, document, lexicon.places, gazetteer)
    homes = (outlet.country, dateline_country(document.dateline, places.focus, gazetteer))
    focus = weigh_countries(places.focus, places.links, places.places, homes)
    links, actors = link_actors(extraction, document, lexicon, focus)
    codings = make_codings(extraction, links, actors, lexicon)
    return Links(document.id, (*links, *places.links), actors, places.places, codings), ()
