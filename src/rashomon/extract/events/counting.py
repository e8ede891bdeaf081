"""Which numbers of a sentence tell an event's scale, and what they measure there."""

from collections.abc import Iterable
from dataclasses import replace

from rashomon.extract.events.classes import counted
from rashomon.extract.events.matches import Match
from rashomon.extract.events.roles import Roles
from rashomon.extract.events.victims import CASUALTIES, tells_part
from rashomon.extract.parts import FoundFigure
from rashomon.lexicon import Lexicon
from rashomon.records import Annotated, Figure, Scope

# From an amount of money up to the deed: what it is part of or made of, never a place or a time.
_SUM_LINKS = frozenset({"nummod", "compound", "nmod", "obj", "nsubj:pass", "appos", "amod", "advmod"})


class FigureCounter:
    """Ties the figures of one document to matches."""

    def __init__(
        self, annotated: Annotated, lexicon: Lexicon, figures: Iterable[FoundFigure], triggers: Iterable[int]
    ) -> None:
        self._annotated = annotated
        self._lexicon = lexicon
        self._triggers = frozenset(triggers)
        self._by_sentence: dict[int, list[FoundFigure]] = {}
        for found in figures:
            self._by_sentence.setdefault(annotated.tokens[found.number].sentence, []).append(found)

    def count(self, match: Match, roles: Roles) -> tuple[Figure, ...]:
        """Give the figures of an event with the measure that its type gives them."""
        here = self._by_sentence.get(self._annotated.tokens[match.token].sentence)
        if not here:
            return ()
        light = () if match.light is None else (match.light,)  # "counted 19 bodies"
        patients, agents = self._heads((*roles.patients, *roles.places, match.token, *light)), self._heads(roles.agents)
        part = match.trigger.told and tells_part(
            self._annotated, self._annotated.tokens[match.token], self._lexicon.events.words
        )
        found: list[Figure] = []
        for figure in here:
            measure = self._measure(figure, match, patients, agents)
            if measure:
                scope = Scope.PART if part and figure.figure.scope is Scope.TOTAL else figure.figure.scope
                found.append(replace(figure.figure, measure=measure, scope=scope))
        return tuple(found)

    def _heads(self, heads: Iterable[int]) -> frozenset[int]:
        words = self._lexicon.events.words
        return frozenset(index for head in heads for index in (head, counted(self._annotated, head, words)))

    def _is_taken(self, found: FoundFigure, trigger: int) -> bool:
        """Say whether those are counted whose lives a verb takes: "claimed the lives of nine villagers"."""
        tokens, lives = self._annotated.tokens, self._lexicon.figures.lives
        noun = tokens[found.number if found.noun is None else found.noun]
        life = tokens[noun.head]
        return noun.deprel == "nmod" and life.lemma in lives and life.deprel == "obj" and life.head == trigger

    def _told_by_other(self, found: FoundFigure, trigger: int) -> bool:
        """Say whether another event's verb tells the measure: "nine were killed or hurt" gives the hurt no dead."""
        head = self._annotated.tokens[found.number if found.noun is None else found.noun].head
        told = self._lexicon.figures.following.get(self._annotated.tokens[head].text.lower())
        return head != trigger and head in self._triggers and told == found.figure.measure

    def _is_sum(self, found: FoundFigure, match: Match) -> bool:
        """Say whether an amount is what a deed gives, takes or asks ("pledged $3 million", "a grant of 3m dollars")."""
        token, anchors = self._annotated.tokens[found.number], match.anchors
        while token.index not in anchors and token.deprel in _SUM_LINKS and token.head != token.index:
            token = self._annotated.tokens[token.head]
        return token.index in anchors and token.index != found.number

    def _is_named(self, found: FoundFigure, match: Match) -> bool:
        """Say whether a bare number stands right before the participle that tells what became of them ("22 killed")."""
        harm = self._lexicon.events.types[match.trigger.type].patient_measure
        return found.noun is None and found.number + 1 == match.token and found.figure.measure == harm

    def _measure(self, found: FoundFigure, match: Match, patients: frozenset[int], agents: frozenset[int]) -> str:
        own, kind = found.figure.measure, self._lexicon.events.types[match.trigger.type]
        told = self._lexicon.figures.measures.get(own)
        if told is not None and told.kind == "value":
            return own if own in kind.measures and self._is_sum(found, match) else ""
        if found.number in patients or found.noun in patients:
            return self._suffered(found, match)
        harmed = told is not None and told.kind == "casualty" and own in kind.measures
        if harmed and (self._is_taken(found, match.token) or self._is_named(found, match)):
            return own
        if found.number in agents or found.noun in agents:
            return own if own in kind.measures and kind.agent_measure else kind.agent_measure or ""
        return ""

    def _suffered(self, found: FoundFigure, match: Match) -> str:
        """Give what a number of patients measures."""
        own, kind = found.figure.measure, self._lexicon.events.types[match.trigger.type]
        told = self._lexicon.figures.measures.get(own)
        if match.trigger.measure == CASUALTIES:
            return CASUALTIES
        if told is not None and told.kind == "casualty" and own in kind.measures:
            return "" if self._told_by_other(found, match.token) else own
        given = match.trigger.measure or kind.patient_measure
        given = None if told is not None and told.kind == "things" else given
        return given or (own if own in kind.measures else "")
