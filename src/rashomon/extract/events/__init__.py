"""Annotated -> events with their agents, patients, means, figures, place and time."""

from rashomon.extract.events.find import find_events as find_events
from rashomon.extract.events.retold import find_tellings as find_tellings
from rashomon.extract.events.tellings import Telling as Telling
