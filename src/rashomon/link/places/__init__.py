"""Place mentions of one document -> places: candidates by name, the choice by what the document says around them."""

from rashomon.link.places.choose import PlaceLinks as PlaceLinks
from rashomon.link.places.choose import link_places as link_places
from rashomon.link.places.focus import dateline_country as dateline_country
from rashomon.link.places.focus import weigh_countries as weigh_countries
