"""Annotated -> places named in the text."""

from rashomon.extract.places.find import find_places as find_places
