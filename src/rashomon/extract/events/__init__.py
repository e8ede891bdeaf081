"""Annotated -> events with their agents, patients, means, figures, place and time."""

from rashomon.extract.events.find import find_events as find_events
