"""Who is harmed or taken in an event: each group of people that it tells, as one telling.

"Killed several insurgents and a policeman" are two tellings of one event. A figure makes one, and so does whoever is
told without a number. What a telling tells again is said in `retold`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.extract.events.classes import classes_of, counted
from rashomon.lexicon import Lexicon
from rashomon.lexicon.event_words import EventWords
from rashomon.records import Annotated, Event, Figure, Function, Mention, Modifier, Scope, Token

KINDS = frozenset({"irregulars", "servicemen", "civilians"})
ANYBODY = "anybody"
_OTHERS = frozenset({"civilians", "servicemen", ANYBODY})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_PEOPLE = frozenset({"people", "armed", "entity", "number", "injured", "captive", "leader", ANYBODY, *KINDS})
_THINGS = frozenset(
    {"weapon", "cache", "property", "vehicle", "building", "money", "drug", "document", "place", "abstract"}
)
_SINGULAR = frozenset({"NN", "NNP"})
_COUNTED = frozenset({Scope.TOTAL, Scope.ADDITION, Scope.AGAIN})
_AROUND = ("det", "amod", "nmod:poss", "nummod", "advmod", "cc")


@dataclass(frozen=True, slots=True)
class Telling:
    """One group of people as one event tells it.

    Attributes:
        event: position of the event among those given.
        head: token that names them.
        measure: what became of them.
        low: how many at least; None: told in the plural without a number.
        high: how many at most, or None.
        vague: whether the number is none ("several").
        definite: whether the words point back ("the", "they", a name).
        further: whether the words tell others than before ("another").
        also: whether the clause tells something more ("also").
        figure: the number told, or None.
        again: position of the telling that told them first or sums them up, or None.
        sure: whether it tells just them, and is no part of a sum.
    """

    event: int
    head: int
    measure: str
    low: float | None
    high: float | None
    vague: bool
    definite: bool
    further: bool
    also: bool
    figure: Figure | None
    again: int | None = None
    sure: bool = False


class Teller:
    """Finds the tellings of one document's events."""

    def __init__(self, annotated: Annotated, lexicon: Lexicon, events: tuple[Event, ...]) -> None:
        self._annotated = annotated
        self._words: EventWords = lexicon.events.words
        self._types, self._verbs = lexicon.events.types, lexicon.events.verbs
        self._casualties = {name for name, one in lexicon.figures.measures.items() if one.kind == "casualty"}
        self._events = events

    def tell(self, index: int, patients: list[Mention]) -> list[Telling]:
        """Give the tellings of one event, those that point back first."""
        event = self._events[index]
        if self._is_denied(event.trigger):
            return []
        numbered = list(self._count(index, patients))
        return sorted([*numbered, *self._name(index, patients, numbered)], key=lambda one: (not one.definite, one.head))

    def sufferers(self, event: Event) -> tuple[str, ...]:
        """Give the ids of whom an event happens to: its patients, or who surrenders."""
        return event.agents if self._types[event.type].agent_measure in self._casualties else event.patients

    def kinds(self, head: int) -> frozenset[str]:
        """Give the kinds of people that a word may name; none where it tells no kind that is known."""
        token = self._annotated.tokens[head]
        if token.upos in {"PRON", "NUM", "ADJ", "DET"}:
            return frozenset({ANYBODY})
        return self._words.classes.get(token.lemma.lower(), frozenset()) & (KINDS | {ANYBODY})

    def _count(self, index: int, patients: list[Mention]) -> Iterator[Telling]:
        """Give those with a number."""
        for figure in self._events[index].figures:
            if figure.measure in self._casualties and figure.scope in _COUNTED:
                head = self._head_of(self._events[index], figure, patients)
                yield self._make(index, head, figure.measure, figure)

    def _name(self, index: int, patients: list[Mention], told: list[Telling]) -> Iterator[Telling]:
        """Give those without one; a noun that a bare number only borrows from the clause before is left out."""
        event, heads = self._events[index], {one.head for one in told}
        bare = any(self._annotated.tokens[head].upos not in _NOUNS for head in heads)
        for patient in patients:
            measure = self._measure(event, patient.head)
            if measure not in self._casualties or patient.head in heads or (bare and patient.head < event.trigger):
                continue
            if not self._is_denied(patient.head) and not self._is_second_name(patient.head):
                yield self._make(index, patient.head, measure, None)

    def _is_second_name(self, head: int) -> bool:
        """Say whether a noun tells one person a second time: "a financier and recruiter", but not "a man and woman"."""
        token, first = self._annotated.tokens[head], self._first_of(head)
        if (
            token is first
            or {token.xpos, first.xpos} != {"NN"}
            or (self.kinds(head) | self.kinds(first.index)) & _OTHERS
        ):
            return False
        own = any(True for _ in self._annotated.dependents(head, "det", "nummod", "nmod:poss"))
        return not own and any(True for _ in self._annotated.dependents(first.index, "det"))

    def _measure(self, event: Event, head: int) -> str:
        """Give what an event makes of a patient, "" if none of the casualties or if the patient is a thing."""
        classes = classes_of(self._annotated, head, self._words)
        if classes & _THINGS and not classes & _PEOPLE:
            return ""
        kind = self._types[event.type]
        own = kind.patient_measure or (kind.agent_measure if kind.agent_measure in self._casualties else None)
        return own or (self._suffered(head) if classes & _PEOPLE else "")

    def _suffered(self, head: int) -> str:
        """Give what the verb over a patient says became of him, where the event is named after the means."""
        token = self._first_of(head)
        verb = self._annotated.tokens[token.head]
        types = {trigger.type for trigger in self._verbs.get(verb.lemma.lower(), ())}
        measures = {self._types[name].patient_measure or "" for name in types if self._types[name].outcome}
        return measures.pop() if len(measures) == 1 else ""

    def _first_of(self, head: int) -> Token:
        token = self._annotated.tokens[head]
        while token.deprel == "conj" and token.head < token.index:
            token = self._annotated.tokens[token.head]
        return token

    def _make(self, index: int, head: int, measure: str, figure: Figure | None) -> Telling:
        low, high = (None, None) if figure is None else (figure.low, figure.high)
        if figure is None and self._is_one(head):
            low = high = 1.0
        elif figure is None and any(t.does(Function.BOTH) for t in self._around(head)):
            low = high = 2.0
        vague = figure is not None and figure.modifier is Modifier.VAGUE
        told = range(0) if figure is None else range(figure.start, figure.end)
        around = {token.lemma.lower() for token in self._around(head) if token.start not in told}
        verb = self._annotated.dependents(self._events[index].trigger, "advmod")
        return Telling(
            event=index, head=head, measure=measure, low=low, high=high, vague=vague,
            definite=self._is_definite(head, figure),
            further=bool(around & self._words.further) or (figure is not None and figure.scope is Scope.ADDITION),
            also=any(token.lemma.lower() in self._words.further for token in verb),
            figure=figure,
        )  # fmt: skip

    def _head_of(self, event: Event, figure: Figure, patients: list[Mention]) -> int:
        """Give the head of the patient that a figure counts, or its own last token."""
        tokens = self._annotated.tokens
        sentence = self._annotated.sentences[event.sentence]
        own = [t for t in tokens[sentence.first : sentence.last] if figure.start <= t.start < figure.end]
        heads = {token.index for token in own} | {token.head for token in own if token.deprel != "conj"}
        heads |= {counted(self._annotated, token.index, self._words) for token in own}
        found = (patient.head for patient in patients if patient.head in heads)
        return next(found, own[-1].index)

    def _around(self, head: int) -> list[Token]:
        return list(self._annotated.dependents(head, *_AROUND))

    def _is_denied(self, index: int) -> bool:
        index = self._first_of(index).index
        found = self._annotated.dependents(index, "advmod", "det", "mark", "nsubj", "nsubj:pass")
        return any(t.does(Function.NEGATION, Function.NO, Function.NOBODY, Function.WITHOUT) for t in found)

    def _is_one(self, head: int) -> bool:
        token = self._annotated.tokens[head]
        return token.xpos in _SINGULAR or token.does(Function.PERSON)

    def _is_definite(self, head: int, figure: Figure | None) -> bool:
        pointing = any(t.lemma.lower() in self._words.definites for t in self._annotated.dependents(head, "det"))
        return pointing or (figure is None and self._annotated.tokens[head].upos == "PRON")
