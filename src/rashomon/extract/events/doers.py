"""Who of those that stand where the doer stands does it: actors, past things, texts and praise."""

from collections.abc import Callable, Iterable

from rashomon.extract.events.classes import classes_of
from rashomon.extract.events.grounds import GroundFinder
from rashomon.extract.events.syntax import find_subjects
from rashomon.lexicon.events import EventTable
from rashomon.records import Annotated, Function, Token

ACTORS = frozenset({"people", "armed", "entity", "pronoun", "number", "leader", "government", "organisation"})
_THINGS = frozenset({"vehicle", "building", "property", "supply"})
_MAX_CLIMB = 4


class DoerFinder:
    """Finds the doers of triggers in one document."""

    def __init__(
        self, annotated: Annotated, table: EventTable, grounds: GroundFinder, may_act: Callable[[int], bool]
    ) -> None:
        self._annotated = annotated
        self._table = table
        self._grounds = grounds
        self._may_act = may_act

    def find(self, token: Token, agents: list[int], ground: tuple[int, ...]) -> tuple[int, ...]:
        """Find the actors among the agents of a trigger.

        A participle that hangs on ground or on a thing goes on from the clause above ("in a town, firing").

        Args:
            token: the trigger.
            agents: tokens that stand where who does it stands.
            ground: tokens of its patients that are ground.
        """
        found = _unique(i for i in agents if self._may_act(i) and i not in ground)
        while token.deprel == "conj":
            token = self._annotated.tokens[token.head]
        if self._is_authored(token) and all(self._is_text(i) for i in found):
            return tuple(i for i in self._subjects_above(token.head) if self._may_act(i))
        if token.xpos == "VBG" and token.deprel in {"acl", "advcl"} and self._is_for(token):
            return self._rewarded(token, found)
        if (
            found
            and token.deprel in {"acl", "advcl"}
            and token.xpos == "VBG"
            and not any(True for _ in self._annotated.dependents(token.index, "mark", "case"))
            and all(self._grounds.is_ground(i, "land") or self._is_thing(i) for i in found)
        ) or (agents and not found and token.deprel == "xcomp"):
            found = self._above(token.head, found)
        return tuple(i for i in found if not self._is_told(i, found))

    def _is_thing(self, index: int) -> bool:
        """Whether a vehicle, a building or a good is named, which arrests and kills nobody by itself."""
        classes = classes_of(self._annotated, index, self._table.words)
        return bool(classes & _THINGS) and not classes & ACTORS

    def _above(self, index: int, found: tuple[int, ...]) -> tuple[int, ...]:
        """Actors that are subjects of the clauses above, past things ("a truck that stood, firing")."""
        token = self._annotated.tokens[index]
        for _ in range(_MAX_CLIMB):
            above = _unique(i for i in self._subjects_above(token.index) if self._may_act(i))
            while token.upos not in {"VERB", "AUX"} and token.head != token.index:
                token = self._annotated.tokens[token.head]
            if above != found or token.head == token.index or not all(self._is_thing(i) for i in above):
                return above
            token = self._annotated.tokens[token.head]
        return ()

    def _is_authored(self, token: Token) -> bool:
        """Whether a participle on a thing is the doing of who put it out, or only dates it ("since seizing power")."""
        if token.deprel not in {"acl", "nmod"} or token.xpos != "VBG":
            return False
        noun, words = self._annotated.tokens[token.head], self._table.words
        verb = self._annotated.tokens[noun.head]
        dated = any(t.lemma.lower() in words.anchoring for t in self._annotated.dependents(token.index, "mark", "case"))
        return dated or (noun.deprel == "obj" and verb.lemma.lower() in words.authoring)

    def _is_for(self, token: Token) -> bool:
        return any(t.does(Function.FOR) for t in self._annotated.dependents(token.index, "mark", "case"))

    def _rewarded(self, token: Token, found: tuple[int, ...]) -> tuple[int, ...]:
        """Who did what somebody is praised, paid or blamed for, or what a plan is for; nobody where only money is told.

        "They thanked the army for shelling the hill", "claimed responsibility for shelling it", "paid a bounty for it".
        """
        annotated, words = self._annotated, self._table.words
        if token.deprel == "acl":
            own = tuple(i for i in found if classes_of(annotated, i, words) & ACTORS)
            return own or tuple(i for i in self._subjects_above(token.head) if self._may_act(i))
        objects = [t.index for t in annotated.dependents(token.head, "obj")]
        if any("money" in classes_of(annotated, i, words) for i in objects):
            return ()
        return tuple(i for i in objects if classes_of(annotated, i, words) & (ACTORS | {"entity"})) or found

    def _is_text(self, index: int) -> bool:
        return "document" in classes_of(self._annotated, index, self._table.words)

    def _is_told(self, index: int, others: tuple[int, ...]) -> bool:
        """Whether a possessive pronoun only repeats another of the agents ("they resumed their blockade")."""
        token, chain = self._annotated.tokens[index], self._annotated.chain_at.get(index)
        if token.deprel != "nmod:poss" or token.upos != "PRON" or chain is None:
            return False
        return any(other != index and self._annotated.chain_at.get(other) == chain for other in others)

    def _subjects_above(self, index: int) -> tuple[int, ...]:
        token = self._annotated.tokens[index]
        while token.head != token.index and token.upos not in {"VERB", "AUX"}:
            token = self._annotated.tokens[token.head]
        return find_subjects(self._annotated, token.index)


def _unique(indices: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(dict.fromkeys(indices)))
