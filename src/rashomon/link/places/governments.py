"""Capitals that stand for their governments: they do or say something, so they are actors and no places."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache

from rashomon.lexicon.places import PlaceTable
from rashomon.link.places.cues import PlaceCue, Ties
from rashomon.names import fold


def mark_governments(
    cues: Sequence[PlaceCue], ties: Ties, acting: Collection[tuple[int, int]], table: PlaceTable
) -> tuple[PlaceCue, ...]:
    """Mark the capitals whose mention is an actor's too, and those in one list with such a one.

    Args:
        cues: all place mentions.
        ties: which of them stand in one list.
        acting: start and end of all mentions of actors.
        table: seats of governments.
    """
    known = _folded(table.seats)
    seats = [fold(cue.name) in known for cue in cues]
    acts = [seat and (cue.mention.start, cue.mention.end) in acting for seat, cue in zip(seats, cues, strict=True)]
    for left, right in ties.siblings:
        acts[right] = acts[right] or (acts[left] and seats[right])
    return tuple(replace(cue, government=True) if act else cue for cue, act in zip(cues, acts, strict=True))


@cache
def _folded(names: frozenset[str]) -> frozenset[str]:
    return frozenset(map(fold, names))
