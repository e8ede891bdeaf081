"""Where: the place of an event by syntax first, then by what stands near. The rule's name is kept."""

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.extract.events.syntax import case_of, leads
from rashomon.extract.parts import FoundPlace
from rashomon.lexicon.event_words import EventWords
from rashomon.records import Annotated, Function, Token

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
_BARE = frozenset({"compound", "nmod:poss", "obl", "appos", "nmod"})
_ACTING = frozenset({"nsubj", "obl:agent"})
_CLAUSAL = frozenset({"acl", "advcl", "ccomp", "xcomp", "parataxis", "csubj", "root"})
_TOLD_APART = frozenset({"acl:relcl", "ccomp", "parataxis"})
_SEATED = frozenset({"government", "organisation", "leader", "diplomat"})
_GROUNDS = frozenset({"place", "land", "building", "occasion"})
_MAX_CLIMB = 12
_FRAME_REACH = 3


@dataclass(frozen=True, slots=True)
class Setting:
    """A place or time with the rule that chose it."""

    index: int
    rule: str


class SettingFinder:
    """Finds places and times of triggers in one document."""

    def __init__(self, annotated: Annotated, words: EventWords, places: tuple[FoundPlace, ...]) -> None:
        self._annotated = annotated
        self._words = words
        self._places = places
        self._heads = {place.head: index for index, place in enumerate(places)}
        self._place_sentences = _by_sentence(annotated, [place.head for place in places])

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
        of_patient = self._below(here, grounds)
        if of_patient is not None:
            return Setting(of_patient, "patient")
        antecedent = self._antecedent(anchors[0])
        if antecedent is not None:
            return Setting(antecedent, "syntax")
        known = self._words.locatives | self._words.directions if moving else self._words.locatives
        ranked = [
            (rank, index) for index in here if (rank := self._place_rank(self._places[index].head, anchors, known))
        ]
        return None if not ranked else Setting(self._finer(min(ranked)[1]), _PLACE_RULES[min(ranked)[0][0]])

    def _finer(self, index: int) -> int:
        """Step from the place that holds another to that one ("Andar in Ghazni province": Andar)."""
        for _ in range(_MAX_CLIMB):
            token = self._annotated.tokens[self._places[index].head]
            above = self._heads.get(token.head)
            if (
                above is None
                or above == index
                or token.deprel not in {"nmod", "appos"}
                or self._places[above].head > token.index
            ):
                break
            index = above
        return index

    def _antecedent(self, trigger: int) -> int | None:
        """The place that a clause with "where" hangs on ("moved to Sake, where they attacked a post")."""
        token = self._annotated.tokens[trigger]
        while token.deprel in {"conj", "xcomp", "advcl"} and token.head != token.index:
            token = self._annotated.tokens[token.head]
        where = any(t.does(Function.CONNECTIVE) for t in self._annotated.dependents(token.index, "advmod"))
        return self._heads.get(token.head) if token.deprel == "acl:relcl" and where else None

    def _below(self, here: Iterable[int], grounds: tuple[int, ...]) -> int | None:
        """The first place that is a ground itself or stands under it ("three districts in Kunduz province")."""
        for ground in grounds:
            first_last = self._annotated.subtree(ground)
            under = [i for i in here if self._places[i].head in first_last]
            own = [i for i in under if self._places[i].first <= ground < self._places[i].last]
            if own or under:
                return (own or under)[0]
            chain = self._annotated.chain_at.get(ground)
            named = [i for i, place in enumerate(self._places) if chain is not None and place.mention.chain == chain]
            if named:
                return next((i for i in reversed(named) if self._places[i].head < ground), named[0])
        return None

    def _place_rank(self, head: int, anchors: tuple[int, ...], known: frozenset[str]) -> tuple[int, int, int] | None:
        """(rule, clauses between, position) of a place for a trigger, or None if it names no scene."""
        tokens = self._annotated.tokens
        top, steps, inside = self._top(head, anchors)
        above, deprel = tokens[tokens[top].head], tokens[top].deprel
        case = case_of(self._annotated, top)
        scene = case in known - self._words.agents or (inside and self._may_stand(top))
        if deprel in {"compound", "amod"} and tokens[top].text.lower() in self._words.adjectival:
            return None
        if above.index in anchors and above.index != top:
            return (0, steps, head) if scene or (not case and deprel in _BARE) else None
        towards = case in self._words.directions and case not in self._words.locatives
        if not scene or (towards and not inside):
            return None
        up = self._distance(anchors[0], above.index)
        if up is not None:
            return (1, up, head)
        return (2, abs(head - anchors[0]), head) if self._frames(top) or self._under(above.index, anchors) else None

    def _may_stand(self, top: int) -> bool:
        """Whether a phrase stands where its clause happens; a government "in Lagos" acts elsewhere."""
        token = self._annotated.tokens[top]
        return not (token.deprel in _ACTING and self._words.classes.get(token.lemma.lower(), frozenset()) & _SEATED)

    def _frames(self, top: int) -> bool:
        """Whether a phrase sets the scene for its whole sentence: it hangs on the main or a parenthetical clause."""
        tokens = self._annotated.tokens
        above = tokens[tokens[top].head]
        return above.head == above.index or above.deprel == "parataxis"

    def _top(self, head: int, anchors: tuple[int, ...]) -> tuple[int, int, bool]:
        """Climb from a name to the phrase that hangs on a clause or on the trigger; count the phrases passed.

        Gives the phrase's head, the count, and whether a preposition of place was passed.

        The climb passes nouns of ground and occasion, and from "in" and the like any noun ("a guard in Mosul").
        """
        token, steps, inside = self._annotated.tokens[head], 0, False
        while token.head != token.index and token.head not in anchors and steps < _MAX_CLIMB:
            above = self._annotated.tokens[token.head]
            if above.upos in _CLAUSES or token.deprel not in _NAMING or not self._passes(token, above):
                break
            inside = inside or self._holds(token, above)
            token, steps = above, steps + 1
        return token.index, steps, inside

    def _holds(self, token: Token, above: Token) -> bool:
        """Whether what is above stands in the place: behind "in", or a building or ground with its name."""
        if token.deprel == "nmod":
            if case_of(self._annotated, token.index) in self._words.scenes:
                return True
            return leads(self._annotated, token, Function.OF) and self._is_site(above)
        return token.deprel in {"compound", "nmod:poss"} and self._is_site(above)

    def _is_site(self, token: Token) -> bool:
        return bool(self._words.classes.get(token.lemma.lower(), frozenset()) & {"building", "place"}) and (
            token.upos == "NOUN"
        )

    def _passes(self, token: Token, above: Token) -> bool:
        if token.deprel != "nmod" or case_of(self._annotated, token.index) in self._words.scenes:
            return True
        return bool(self._words.classes.get(above.lemma.lower(), frozenset()) & _GROUNDS) or above.index in self._heads

    def _distance(self, trigger: int, clause: int) -> int | None:
        """How many steps lead from a trigger up to a token, or None if none do."""
        token = self._annotated.tokens[trigger]
        for steps in range(_MAX_CLIMB):
            if token.index == clause:
                return steps
            if token.head == token.index or token.deprel not in _UP or self._opens(token):
                return None
            token = self._annotated.tokens[token.head]
        return None

    def _is_apart(self, token: Token) -> bool:
        """Whether a clause tells something of its own; an infinitive ("an operation to arrest ...") does not."""
        infinitive = any(t.does(Function.INFINITIVE) for t in self._annotated.dependents(token.index, "mark"))
        return token.deprel in _TOLD_APART and not infinitive

    def _opens(self, token: Token) -> bool:
        """Whether a joined clause has a subject of its own: what frames the first does not frame it."""
        return token.deprel == "conj" and any(True for _ in self._annotated.dependents(token.index, "nsubj"))

    def frame_before(self, trigger: int) -> int | None:
        """Place that an earlier sentence of the paragraph sets as its scene, the nearest first, as an index or None."""
        sentence = self._annotated.sentences[self._annotated.tokens[trigger].sentence]
        for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _FRAME_REACH), -1):
            if self._annotated.sentences[index].paragraph != sentence.paragraph:
                break
            place = self._frame_place(index)
            if place is not None:
                return place
        return None

    def _frame_place(self, sentence: int) -> int | None:
        for index in self._place_sentences.get(sentence, ()):
            top, _, _ = self._top(self._places[index].head, ())
            framing = self._annotated.tokens[top].deprel == "obl" and self._frames(top)
            if framing and case_of(self._annotated, top) in self._words.scenes:
                return self._finer(index)
        return None

    def _under(self, clause: int, anchors: tuple[int, ...]) -> bool:
        """Whether a clause only goes with the trigger's ("while searching ...", "an operation targeting ...")."""
        token = self._annotated.tokens[clause]
        for _ in range(_MAX_CLIMB):
            if token.index in anchors:
                return True
            if token.head == token.index or self._is_apart(token) or self._opens(token):
                return False
            token = self._annotated.tokens[token.head]
        return False


_PLACE_RULES = ("syntax", "clause", "sentence")


def _by_sentence(annotated: Annotated, heads: list[int]) -> dict[int, tuple[int, ...]]:
    found: dict[int, list[int]] = {}
    for index, head in enumerate(heads):
        found.setdefault(annotated.tokens[head].sentence, []).append(index)
    return {sentence: tuple(indices) for sentence, indices in found.items()}
