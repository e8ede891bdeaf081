"""Whose a weapon or an event noun is: names of sides before it ("rebel mortars", "the Houthi attack")."""

from collections.abc import Iterator

from rashomon.extract.events.classes import classes_of
from rashomon.extract.events.syntax import case_of
from rashomon.lexicon.events import EventTable
from rashomon.records import Annotated, Token

_ACTOR_LABELS = frozenset({"PERSON", "ORG", "NORP"})


class SideFinder:
    """Finds the sides that stand before the nouns of one document."""

    def __init__(self, annotated: Annotated, table: EventTable) -> None:
        self._annotated = annotated
        self._table = table

    def find_owners(self, weapon: int) -> Iterator[int]:
        """Give whose a weapon is: a people, a body or armed men before it ("a Turkish drone", "rebel mortars")."""
        for token in self._annotated.dependents(weapon, "amod", "compound", "nmod"):
            if token.index < weapon and (token.deprel == "nmod:poss" or not case_of(self._annotated, token.index)):
                entity = self._annotated.entity_at[token.index]
                label = "" if entity < 0 else self._annotated.entities[entity].label
                classes = classes_of(self._annotated, token.index, self._table.words)
                state = token.deprel in {"amod", "nmod:poss"} or token.text.lower() in self._table.words.adjectival
                named = label in _ACTOR_LABELS or (label == "PLACE" and state) or token.upos == "PRON"
                if named or (not label and classes & {"armed", "government"} and not classes & {"weapon", "heavy"}):
                    yield token.index

    def find_before(self, index: int) -> Iterator[Token]:
        """Give names of sides and kinds of people before a noun ("the Houthi attack", "civilian deaths")."""
        for token in self._annotated.dependents(index, "compound", "amod"):
            entity = self._annotated.entity_at[token.index]
            label = "" if entity < 0 else self._annotated.entities[entity].label
            known = classes_of(self._annotated, token.index, self._table.words) & {"people", "armed"}
            manner = token.lemma.lower() in self._table.words.manners
            nouns = not label and known and token.upos in {"NOUN", "PROPN"} and not manner
            state = label == "PLACE" and token.text.lower() in self._table.words.adjectival
            if label in _ACTOR_LABELS or state or (nouns and not self._names_next(token, index)):
                yield token

    def is_named(self, token: Token) -> bool:
        """Say whether a word is part of the name of a people, a body or a state."""
        entity = self._annotated.entity_at[token.index]
        return entity >= 0 and self._annotated.entities[entity].label in {*_ACTOR_LABELS, "PLACE"}

    def _names_next(self, token: Token, head: int) -> bool:
        """Whether a noun only describes the one behind it ("rebel" in "the rebel militia attack")."""
        behind = self._annotated.tokens[token.index + 1]
        return behind.index < head and behind.upos in {"NOUN", "PROPN"}

    def role_of(self, token: Token, possessor: str) -> str:
        """Say what a side before an event noun is to it."""
        if self._is_opposed(token.index):
            return "patient"
        entity = self._annotated.entity_at[token.index]
        named = entity >= 0 and self._annotated.entities[entity].label in {"NORP", "PLACE"}
        return "agent" if named else possessor

    def _is_opposed(self, index: int) -> bool:
        """Whether "anti-" stands before a name: then it is the one attacked ("the anti-Houthi offensive")."""
        start = self._annotated.tokens[index].start
        before = self._annotated.text[max(0, start - 5) : start].lower().rstrip("-‐–")
        return before.endswith(self._table.words.opposing)

    def is_means(self, index: int) -> bool:
        """Say whether something is a weapon or an aircraft: whoever has it acts with it."""
        classes = classes_of(self._annotated, index, self._table.words)
        return self.is_weapon(index) or ("aircraft" in classes and "armed" not in classes)  # an air force acts itself

    def is_weapon(self, index: int) -> bool:
        """Say whether a noun names a weapon."""
        token = self._annotated.tokens[index]
        return self._table.weapon(token.lemma) is not None and token.upos in {"NOUN", "PROPN"}
