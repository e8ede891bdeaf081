"""Where and when: the place and time of an event by syntax first, then by what stands near. The rule's name is kept."""

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.extract.events.syntax import case_of
from rashomon.extract.parts import FoundPlace, FoundTime
from rashomon.lexicon.event_words import EventWords
from rashomon.records import Annotated, Token

_CLAUSES = frozenset({"VERB", "AUX"})
_UP = frozenset(
    {
        "conj",
        "advcl",
        "xcomp",
        "acl",
        "acl:relcl",
        "ccomp",
        "parataxis",
        "obl",
        "nmod",
        "obj",
        "nsubj",
        "nsubj:pass",
        "appos",
    }
)
_NAMING = frozenset({"compound", "amod", "nmod:poss", "flat", "appos", "conj", "nmod"})
_MAX_CLIMB = 12


@dataclass(frozen=True, slots=True)
class Setting:
    """A place or time with the rule that chose it."""

    index: int
    rule: str


class SettingFinder:
    """Finds places and times of triggers in one document."""

    def __init__(
        self, annotated: Annotated, words: EventWords, places: tuple[FoundPlace, ...], times: tuple[FoundTime, ...]
    ) -> None:
        self._annotated = annotated
        self._words = words
        self._places = places
        self._times = times
        self._place_sentences = _by_sentence(annotated, [place.head for place in places])
        self._time_sentences = _by_sentence(annotated, [time.head for time in times])

    def find_place(self, anchors: tuple[int, ...], grounds: tuple[int, ...], moving: bool) -> Setting | None:
        """Choose the place: of the patient, by syntax, of a governing clause, of the sentence.

        Args:
            anchors: tokens of the trigger.
            grounds: tokens of patients that are ground.
            moving: whether prepositions of direction count.

        Returns:
            index into the places with the rule's name, or None.
        """
        here = self._place_sentences.get(self._annotated.tokens[anchors[0]].sentence, ())
        if not here:
            return None
        of_patient = self._below(here, grounds)
        if of_patient is not None:
            return Setting(of_patient, "patient")
        known = self._words.locatives | self._words.directions if moving else self._words.locatives
        ranked = [
            (rank, index) for index in here if (rank := self._place_rank(self._places[index].head, anchors, known))
        ]
        return None if not ranked else Setting(min(ranked)[1], _PLACE_RULES[min(ranked)[0][0]])

    def _below(self, here: Iterable[int], grounds: tuple[int, ...]) -> int | None:
        """The first place that is a ground itself or stands under it ("three districts in Kunduz province")."""
        for ground in grounds:
            first_last = self._annotated.subtree(ground)
            under = [i for i in here if self._places[i].head in first_last]
            own = [i for i in under if self._places[i].first <= ground < self._places[i].last]
            if own or under:
                return (own or under)[0]
        return None

    def _place_rank(self, head: int, anchors: tuple[int, ...], known: frozenset[str]) -> tuple[int, int, int] | None:
        """(rule, clauses between, position) of a place for a trigger, or None if it names no scene."""
        tokens = self._annotated.tokens
        top, steps = self._top(head, anchors)
        above = tokens[tokens[top].head]
        case = case_of(self._annotated, top)
        if above.index in anchors and above.index != top:
            scene = case in known or tokens[top].deprel in {"compound", "nmod:poss", "obl"} or not case
            return (0, steps, head) if scene and tokens[top].deprel not in {"nsubj", "obj", "obl:agent"} else None
        if case not in known or case == "by" or tokens[top].deprel in {"nsubj", "nsubj:pass", "obj"}:
            return None
        up = self._distance(anchors[0], above.index)
        if up is not None:
            return (1, up, head)
        return (2, abs(head - anchors[0]), head)

    def _top(self, head: int, anchors: tuple[int, ...]) -> tuple[int, int]:
        """Climb from a name to the phrase that hangs on a clause or on the trigger; count the phrases passed."""
        token, steps = self._annotated.tokens[head], 0
        while token.head != token.index and token.head not in anchors and steps < _MAX_CLIMB:
            above = self._annotated.tokens[token.head]
            if above.upos in _CLAUSES or (token.deprel not in _NAMING):
                break
            token, steps = above, steps + 1
        return token.index, steps

    def _distance(self, trigger: int, clause: int) -> int | None:
        """How many steps lead from a trigger up to a token, or None if none do."""
        token = self._annotated.tokens[trigger]
        for steps in range(_MAX_CLIMB):
            if token.index == clause:
                return steps
            if token.head == token.index or token.deprel not in _UP:
                return None
            token = self._annotated.tokens[token.head]
        return None

    def find_time(self, anchors: tuple[int, ...]) -> Setting | None:
        """Choose the time: by syntax, of a governing clause, of the sentence.

        Returns:
            index into the times with the rule's name, or None.
        """
        here = self._time_sentences.get(self._annotated.tokens[anchors[0]].sentence, ())
        ranked = [(self._time_rank(self._times[index].head, anchors), index) for index in here]
        best = min(ranked, default=None)
        return None if best is None else Setting(best[1], _TIME_RULES[best[0][0]])

    def _time_rank(self, head: int, anchors: tuple[int, ...]) -> tuple[int, int]:
        tokens = self._annotated.tokens
        token: Token = tokens[head]
        for _ in range(_MAX_CLIMB):
            if token.head == token.index or token.head in anchors or tokens[token.head].upos in _CLAUSES:
                break
            token = tokens[token.head]
        if token.head in anchors:
            return (0, abs(head - anchors[0]))
        up = self._distance(anchors[0], token.head)
        return (2, abs(head - anchors[0])) if up is None else (1, up)


_PLACE_RULES = ("syntax", "clause", "sentence")
_TIME_RULES = ("syntax", "clause", "sentence")


def _by_sentence(annotated: Annotated, heads: list[int]) -> dict[int, tuple[int, ...]]:
    found: dict[int, list[int]] = {}
    for index, head in enumerate(heads):
        found.setdefault(annotated.tokens[head].sentence, []).append(index)
    return {sentence: tuple(indices) for sentence, indices in found.items()}
