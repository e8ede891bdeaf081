"""Where a clause happens: every place of its sentence is weighed by how it hangs on the clause, the best is taken.

A weight is the product of three: of the phrase that the clause has the place in (an adverbial "in ..." counts most, a
subject least), of each noun that stands between the phrase and the name ("positions in", "residents of"), and of each
clause between that clause and this one. The weights were set by the shares in which phrases of these forms hold the
place of a verb in a public gold set, rounded.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from rashomon.extract.events.clausal import is_gapped
from rashomon.extract.events.finer import FinerPlaces
from rashomon.extract.events.syntax import case_of, leads
from rashomon.extract.parts import FoundPlace
from rashomon.lexicon import Lexicon
from rashomon.records import Annotated, Function, Token

ANTECEDENT = "relative"  # rule: a clause is told of the place before it ("the town where they fought")
LEAST = 0.3  # weight under which a place is not taken for that of the clause
_MAX_CLIMB = 14
_PREDICATES = frozenset({"VERB", "AUX"})
_SUBJECTS = ("nsubj", "csubj")

# The phrase that the clause itself has.
_SCENE, _FRONTED, _MOVED, _BARE, _AFTER, _LOOSE = 0.9, 0.8, 0.45, 0.6, 0.4, 0.15
_OBJECT, _SUFFERER, _ACTOR, _PART = 0.95, 0.5, 0.05, 0.6
# The same where a preposition of place stands inside of it ("troops in Asmar").
_INSIDE = {"nsubj": 0.7, "nsubj:pass": 0.7, "obl:agent": 0.75, "obl": 0.5, "nmod": 0.7}
_NAMED_AFTER = {"nsubj": 0.15, "nsubj:pass": 0.35, "obl:agent": 0.1}

# Nouns between.
_IN, _OF, _OTHER_CASE, _COMPOUND, _OCCASION, _OWNER, _APPOSED, _FLAT, _ELSE = (
    0.95,
    0.88,
    0.15,
    0.8,
    0.5,
    0.45,
    0.55,
    0.7,
    0.4,
)
_ADJECTIVAL = 0.02
_ONE_OF = 0.2
_OTHERS_OBJECT = 0.4  # "the killing shocked Tripoli"
_SITES = frozenset({"land", "place", "building"})
_SITE = 0.97
_ORIGIN = 0.15  # "a Tripoli judge" is from there
_PEOPLE = frozenset({"people", "leader", "armed", "worker", "diplomat"})

# Clauses between, upwards and downwards.
_UP = {"conj": 0.8, "xcomp": 0.85, "advcl": 0.6, "ccomp": 0.3, "acl": 0.5, "acl:relcl": 0.35, "parataxis": 0.4}
_DOWN = {"conj": 0.75, "xcomp": 0.85, "advcl": 0.6, "ccomp": 0.1, "acl": 0.45, "acl:relcl": 0.45, "parataxis": 0.4}
_DOWN_APPOSED = 0.5  # "by the Arrow Front (a group banned in Chad)"
_OWN_SUBJECT_UP, _OWN_SUBJECT_DOWN = 0.3, 0.55
_NOUN_UP, _NOUN_DOWN, _OTHER_CLAUSE = 0.8, 0.9, 0.5


@dataclass(frozen=True, slots=True)
class Scene:
    """A place with the rule that chose it and its weight in (0, 1]."""

    index: int
    rule: str
    weight: float


class SceneFinder:
    """Weighs the places of one document for clauses."""

    def __init__(self, annotated: Annotated, lexicon: Lexicon, places: tuple[FoundPlace, ...]) -> None:
        words = lexicon.events.words
        self._annotated = annotated
        self._tokens = annotated.tokens
        self._words = words
        self._places = places
        grounds = lexicon.places.grounds
        self._ground_verbs = grounds.ground_verbs | grounds.open_verbs
        self._features = lexicon.places.features
        self._heads = {place.head: index for index, place in enumerate(places)}
        self._scenes = (words.locatives | words.scenes) - words.agents
        self._finer = FinerPlaces(annotated, lexicon, self._heads)
        self._by_sentence: dict[int, list[int]] = {}
        for index, place in enumerate(places):
            self._by_sentence.setdefault(annotated.tokens[place.head].sentence, []).append(index)

    def find(self, anchors: tuple[int, ...], moving: bool = True) -> Scene | None:
        """Give the place of the clause that the anchors head, the first of a list.

        Args:
            anchors: tokens of the predicate, the main one first.
            moving: whether prepositions of direction count.
        """
        here = self._by_sentence.get(self._tokens[anchors[0]].sentence, ())
        if not here:
            return None
        before = self._antecedent(anchors[0])
        if before is not None:
            return Scene(self._finer.step(before), ANTECEDENT, 1.0)
        subject = min((t.index for t in self._annotated.dependents(anchors[0], *_SUBJECTS)), default=anchors[0])
        weighed = [(self._weigh(index, anchors, subject, moving), index) for index in here]
        (weight, rule), best = max(weighed, key=lambda one: (one[0][0], -self._distance(one[1], anchors[0])))
        return Scene(self._finer.step(best), rule, round(weight, 3)) if weight >= LEAST else None

    def within(self, sentence: int) -> tuple[int, ...]:
        """Give the places that one sentence names."""
        return tuple(self._by_sentence.get(sentence, ()))

    def refine(self, index: int) -> int:
        """Step from a place to the finest one that its phrase tells."""
        return self._finer.step(index)

    def frame(self, sentence: int) -> int | None:
        """Give the place that a sentence sets as its scene: "in Asmar" on its main or a parenthetical clause."""
        for index in self._by_sentence.get(sentence, ()):
            chain, clause = self._climb(self._places[index].head, ())
            if clause is None or chain[-1].deprel != "obl" or self._case(chain[-1]) not in self._words.scenes:
                continue
            above = self._tokens[clause]
            known = all(self._noun(token) >= _COMPOUND for token in chain[:-1])
            if known and (above.head == above.index or above.deprel == "parataxis"):
                return self._finer.step(index)
        return None

    def siblings(self, index: int) -> tuple[int, ...]:
        """Give a place with those that stand in one list with it, in text order."""
        head = self._places[index].head
        while self._tokens[head].deprel == "conj":
            head = self._tokens[head].head
        members = [head]
        for member in members:
            members.extend(t.index for t in self._annotated.dependents(member, "conj"))
        return tuple(sorted({index, *(self._heads[member] for member in members if member in self._heads)}))

    def _distance(self, index: int, anchor: int) -> int:
        return abs(self._places[index].head - anchor)

    def _antecedent(self, verb: int) -> int | None:
        """Give the place that a clause with "where" is told of."""
        token = self._tokens[verb]
        while token.deprel in {"conj", "xcomp", "advcl"} and token.head != token.index:
            token = self._tokens[token.head]
        if token.deprel != "acl:relcl":
            return None
        if not any(t.does(Function.WHERE) for t in self._annotated.dependents(token.index, "advmod")):
            return None
        if token.head in self._heads:
            return self._heads[token.head]
        under = (i for i in self._annotated.subtree(token.head) if i in self._heads and i < token.index)
        return next((self._heads[i] for i in under), None)

    def _weigh(self, index: int, anchors: tuple[int, ...], subject: int, moving: bool) -> tuple[float, str]:
        chain, clause = self._climb(self._places[index].head, anchors)
        if clause is None:
            return 0.0, ""
        far, rule = self._between(clause, anchors)
        if not far:
            return 0.0, ""
        inner = 1.0
        for token, above in pairwise(chain):
            inner *= self._noun(token)
            if above.deprel == "conj" and self._case(token) in self._words.examples_of:
                inner *= _ONE_OF  # "raids as well as killings, including one in Gao": not where the raids were
        if rule != "syntax" and chain[-1].deprel == "obj" and len(chain) == 1:
            far *= _OTHERS_OBJECT
        return far * inner * (_LOOSE if self._likens(chain[-1]) else self._phrase(chain, subject, moving)), rule

    def _climb(self, head: int, anchors: tuple[int, ...]) -> tuple[list[Token], int | None]:
        """Give the tokens from the name to the phrase that hangs on a clause, and what heads the clause."""
        chain: list[Token] = []
        token = self._tokens[head]
        for _ in range(_MAX_CLIMB):
            if token.head == token.index:
                break
            chain.append(token)
            above = self._tokens[token.head]
            if above.index in anchors or (above.upos in _PREDICATES and above.deprel not in {"compound", "amod"}):
                return chain, above.index
            token = above
        return chain, None

    def _case(self, token: Token) -> str:
        """Give the first word of the preposition before a noun."""
        return case_of(self._annotated, token.index).partition(" ")[0]

    def _noun(self, token: Token) -> float:
        """Weigh one step from a noun to the noun above it."""
        if token.deprel == "conj":
            return 1.0
        if token.deprel == "nmod":
            if leads(self._annotated, token, Function.OF):
                return _OF
            return _IN if self._case(token) in self._scenes else _OTHER_CASE
        if token.deprel in {"compound", "amod"}:
            if token.text.lower() in self._words.adjectival:
                return _ADJECTIVAL
            return self._named_after(self._tokens[token.head].lemma.lower())
        known = {"nmod:poss": _OWNER, "appos": _APPOSED, "flat": _FLAT, "nummod": _FLAT}
        side = token.deprel == "obl" and self._tokens[token.head].lemma.lower() in self._words.locatives
        return _IN if side else known.get(token.deprel, _ELSE)  # "north of Asmar"

    def _named_after(self, noun: str) -> float:
        """Weigh a noun behind a name by what it is: a camp is there, a judge only from there."""
        classes = self._words.classes.get(noun, frozenset())
        if classes & _PEOPLE:
            return _ORIGIN
        if noun in self._features or classes & _SITES:
            return _SITE
        return _OCCASION if "occasion" in classes else _COMPOUND

    def _phrase(self, chain: list[Token], subject: int, moving: bool) -> float:
        """Weigh the phrase that hangs on the clause."""
        top, inner = chain[-1], [token for token in chain[:-1] if token.deprel != "conj"]
        cases = [t.lemma.lower() for t in self._annotated.dependents(top.index, "case")]
        if cases and {cases[0], " ".join(cases)} & self._words.comparing:
            return _LOOSE
        inside = any(t.deprel == "nmod" and self._case(t) in self._scenes for t in inner)
        if top.deprel == "obl" or top.deprel.startswith(("obl:npmod", "obl:tmod", "advmod")):
            return self._adverbial(top, bool(inner), inside, subject, moving)
        if top.deprel == "obj":
            return _OBJECT if inner or self._tokens[top.head].lemma in self._ground_verbs else _LOOSE
        if top.deprel in {"compound", "nmod:poss"}:
            return _ADJECTIVAL if top.text.lower() in self._words.adjectival else _PART
        if top.deprel == "nmod":
            return _SCENE if self._case(top) in self._scenes else _INSIDE["nmod"] if inside else _LOOSE
        seat = top.deprel in {"nsubj", "obl:agent"} and self._is_state(top)  # "the government in Bamako"
        table = {} if seat else _INSIDE if inside else _NAMED_AFTER
        bare = _SUFFERER if top.deprel == "nsubj:pass" else _ACTOR if top.deprel in {"nsubj", "obl:agent"} else _ELSE
        return table.get(top.deprel, bare) if inner else bare

    def _likens(self, token: Token) -> bool:
        """Say whether a phrase only tells what something is like ("as in most of Mali, ...")."""
        cases = [t.lemma.lower() for t in self._annotated.dependents(token.index, "case")]
        return bool(cases and {cases[0], " ".join(cases)} & self._words.comparing)

    def _is_state(self, token: Token) -> bool:
        """Say whether a noun names who governs: a cabinet, or the states that a list tells."""
        lemma = token.lemma.lower()
        return "government" in self._words.classes.get(lemma, frozenset()) or lemma in self._words.states

    def _adverbial(self, top: Token, inner: bool, inside: bool, subject: int, moving: bool) -> float:
        case = self._case(top)
        if not case:
            return _BARE
        if leads(self._annotated, top, Function.OF):
            return _LOOSE
        if case in self._scenes:
            return _SCENE if top.index > subject else _FRONTED
        if case in self._words.occasions:
            return _SCENE if inner else _LOOSE
        if case in self._words.directions and not leads(self._annotated, top, Function.FROM):
            return _INSIDE["nmod"] if inside else _MOVED if moving else _LOOSE
        return _INSIDE["obl"] if inside else _LOOSE

    def _between(self, clause: int, anchors: tuple[int, ...]) -> tuple[float, str]:
        """Weigh the clauses between the one that has the place and the one asked for; 0 where neither is above."""
        if clause in anchors:
            return 1.0, "syntax"
        up = self._path(anchors[0], frozenset({clause}), _UP, _OWN_SUBJECT_UP, _NOUN_UP)
        if up:
            return up, "clause"
        return self._path(clause, frozenset(anchors), _DOWN, _OWN_SUBJECT_DOWN, _NOUN_DOWN), "sentence"

    def _is_beside(self, token: Token) -> bool:
        """Say whether a clause tells of others meanwhile: "rebels enter the port as talks stall in Doha"."""
        meanwhile = any(t.does(Function.AS) for t in self._annotated.dependents(token.index, "mark"))
        return meanwhile and any(t.upos != "PRON" for t in self._annotated.dependents(token.index, *_SUBJECTS))

    def _has_own_subject(self, token: Token) -> bool:
        below = any(True for _ in self._annotated.dependents(token.index, *_SUBJECTS))
        return below and not is_gapped(self._annotated, token)

    def _path(self, start: int, ends: frozenset[int], weights: Mapping[str, float], own: float, noun: float) -> float:
        token, weight = self._tokens[start], 1.0
        for _ in range(_MAX_CLIMB):
            if token.index in ends:
                return weight
            if token.head == token.index:
                return 0.0
            if token.deprel == "conj" and self._has_own_subject(token):
                weight *= own
            elif token.deprel == "advcl" and self._is_beside(token):
                weight *= weights[token.deprel] * own
            elif token.deprel == "appos" and token.index != start:
                weight *= _DOWN_APPOSED
            elif token.upos in _PREDICATES or token.deprel in weights:
                weight *= weights.get(token.deprel, _OTHER_CLAUSE)
            else:
                weight *= noun
            token = self._tokens[token.head]
        return 0.0
