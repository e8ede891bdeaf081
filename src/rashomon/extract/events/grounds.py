"""Which patients are ground rather than somebody: land, places with a name, places that are counted."""

from rashomon.extract.events.classes import classes_of
from rashomon.extract.events.matches import Match
from rashomon.lexicon.events import EventTable
from rashomon.records import Annotated

_VERBAL_FAMILIES = frozenset(
    {"verbal-conflict", "verbal-cooperation", "diplomacy", "support", "sanction", "declaration", "power"}
)


class GroundFinder:
    """Tells ground from people among what deeds are done to, in one document."""

    def __init__(self, annotated: Annotated, table: EventTable) -> None:
        self._annotated = annotated
        self._table = table

    def find(self, match: Match, patients: list[int]) -> tuple[int, ...]:
        """Give the patients that are ground: any place where the type says so, else land and places with a name."""
        kind = self._table.types[match.trigger.type]
        if kind.family in _VERBAL_FAMILIES:
            return ()
        wanted = "place" if kind.place_patient else "land"
        return tuple(i for i in patients if self.is_ground(i, wanted) and self._is_placed(i))

    def find_light(self, match: Match) -> tuple[int, ...]:
        """Give the object that is part of the trigger where it is ground ("blocked the road to Caloto")."""
        light = match.light
        if light is None or not classes_of(self._annotated, light, self._table.words) & {"place", "land"}:
            return ()
        return (light,) if self._is_placed(light) else ()

    def _is_placed(self, index: int) -> bool:
        """Whether a ground's phrase or chain has a name, or it is counted; else it is told like somebody."""
        annotated = self._annotated
        chain = annotated.chain_at.get(index)
        if chain is not None and annotated.chains[chain].label == "PLACE":
            return True
        inside = (annotated.entity_at[i] for i in annotated.subtree(index))
        if any(i >= 0 and annotated.entities[i].label == "PLACE" for i in inside):
            return True
        return any(True for _ in annotated.dependents(index, "nummod"))

    def is_ground(self, index: int, wanted: str) -> bool:
        """Say whether a token means ground of the wanted class, and nobody."""
        entity = self._annotated.entity_at[index]
        if entity >= 0 and self._annotated.entities[entity].label in {"PERSON", "ORG", "NORP", "PLACE"}:
            return self._annotated.entities[entity].label == "PLACE"
        if self._annotated.tokens[index].upos == "PRON":
            return "place" in classes_of(self._annotated, index, self._table.words)
        classes = classes_of(self._annotated, index, self._table.words)
        return wanted in classes and "armed" not in classes
