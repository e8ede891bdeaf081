"""Actors as notes, and who is who read back from them."""

import json
from collections.abc import Iterable, Mapping

from rashomon.records import Actor, from_json, to_json
from rashomon.resolve.canon import Canon
from rashomon.resolve.memory import Memory

KNOWN = "actor"  # an id, what all documents know of it united
CANONICAL = "canon"  # a canonical actor

Facts = tuple[str, bool | None, str | None]
"""What accounts take from an id: its canonical id, whether that is described, and whose side it is on."""


def dumps(value: object) -> str:
    """Write a record, or values of plain types, as a note."""
    return json.dumps(to_json(value), ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def read_actors(memory: Memory, sort: str, ids: Iterable[str]) -> dict[str, Actor]:
    """Read actors from their notes."""
    return {key: from_json(Actor, json.loads(text)) for key, text in memory.notes(sort, ids).items()}


def read_canon(memory: Memory, ids: Iterable[str]) -> Canon:
    """Read who is who for ids of documents: their canonical actors, and the bodies of described ones."""
    wanted = set(ids)
    into = memory.merges(wanted)
    actors = read_actors(memory, CANONICAL, {into.get(key, key) for key in wanted})
    belongs = read_belongs(memory, actors)
    bodies = {actor.parent for actor in actors.values() if actor.parent} | set(belongs.values())
    into |= memory.merges(bodies)
    return Canon.of_mappings(actors, into, belongs)


def read_belongs(memory: Memory, members: Iterable[str]) -> Mapping[str, str]:
    """Read the one body that reports say a described actor belongs to."""
    told = memory.tallies("belongs", members)
    return {member: next(iter(bodies)) for member, bodies in told.items() if len(bodies) == 1}


def facts(canon: Canon, ident: str) -> Facts:
    """Give what accounts take from an id."""
    found = canon.actor(ident)
    return canon.of(ident), None if found is None else found.described, canon.side(ident, described=True)
