"""Events on their way: a match with its roles and figures, then with its place and time."""

from dataclasses import dataclass

from rashomon.extract.events.matches import Match
from rashomon.extract.events.roles import Roles
from rashomon.extract.parts import FoundPlace
from rashomon.records import Figure, TimeSpan


@dataclass(frozen=True, slots=True)
class Draft:
    """A match with what is told with it, its roles and its figures."""

    match: Match
    told_with: tuple[Match, ...]
    roles: Roles
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """A draft with its place and time, each with the rule that chose it ("" where none did)."""

    draft: Draft
    place: FoundPlace | None
    place_rule: str
    time: TimeSpan | None
    time_rule: str
