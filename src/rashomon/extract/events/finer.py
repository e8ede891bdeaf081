"""From a place to the finer one that it holds, by the phrase in which both stand ("Kunar's Asmar")."""

from collections.abc import Mapping

from rashomon.extract.events.syntax import case_of, leads
from rashomon.lexicon import Lexicon
from rashomon.records import Annotated, Function, PlaceKind, Token

_MAX_STEPS = 6
_NOUNS = frozenset({"NOUN", "PROPN"})
_TIED = ("nmod", "appos", "compound", "amod", "flat")
_SETTLED = frozenset({PlaceKind.TOWN, PlaceKind.ADM1})
_GROUNDS = frozenset({"land", "place"})
_NAMED_BY = frozenset({"nmod:poss", "compound", "amod"})


class FinerPlaces:
    """Steps between the places of one document."""

    def __init__(self, annotated: Annotated, lexicon: Lexicon, heads: Mapping[int, int]) -> None:
        self._annotated = annotated
        self._tokens = annotated.tokens
        self._heads = heads
        self._places = {index: head for head, index in heads.items()}
        self._features = lexicon.places.features
        words = lexicon.events.words
        self._scenes = (words.locatives | words.scenes) - words.agents
        self._classes = words.classes

    def step(self, index: int) -> int:
        """Give the finest place that the phrase of a place tells."""
        seen = {index}
        for _ in range(_MAX_STEPS):
            finer = self._one(self._tokens[self._places[index]])
            if finer is None or finer in seen:
                break
            seen.add(finer)
            index = finer
        return index

    def _one(self, token: Token) -> int | None:
        noun = self._tokens[token.head]
        if noun.index == token.index or noun.upos not in _NOUNS:
            return None
        if noun.index in self._heads:
            return self._heads[noun.index] if self._held(token, noun) else None
        return self._beside(token, noun) if self._is_ground(noun) else None

    def _held(self, token: Token, noun: Token) -> bool:
        """Say whether the place above lies in this one ("Asmar in Kunar", "Kunar's Asmar")."""
        if token.deprel in _NAMED_BY:
            return True
        if token.deprel == "appos":
            return noun.index < token.index
        inside = self._case(token) in self._scenes
        return token.deprel == "nmod" and inside and noun.index < token.index

    def _beside(self, token: Token, noun: Token) -> int | None:
        """Give the name of the ground that this place holds or names ("the town of Asmar in Kunar")."""
        names = self._names(noun)
        settled = self._features.get(noun.text.lower(), self._features.get(noun.lemma.lower())) in _SETTLED
        # "the Kunar town of Asmar", but "the Old City quarter of Asmar" and "Asmar village of Kunar".
        told = settled and (noun.text.lower() != noun.lemma.lower() or self._is_determined(noun))
        if token.deprel == "nmod:poss":
            return names.get("compound", names.get("nmod", names.get("appos")))
        if token.deprel in _NAMED_BY:
            return names.get("nmod", names.get("appos")) if told else None
        if token.deprel != "nmod":
            return None
        if leads(self._annotated, token, Function.OF):
            return None if told else names.get("compound")
        if self._case(token) in self._scenes:
            return names.get("nmod", names.get("compound", names.get("appos")))
        return None

    def _names(self, noun: Token) -> dict[str, int]:
        found: dict[str, int] = {}
        for token in self._annotated.dependents(noun.index, *_TIED):
            if token.index in self._heads and token.deprel != "nmod:poss":
                of = token.deprel == "nmod" and leads(self._annotated, token, Function.OF)
                kind = "nmod" if of else "compound" if token.deprel == "amod" else token.deprel
                if of or token.deprel != "nmod":
                    found.setdefault(kind, self._heads[token.index])
        return found

    def _is_ground(self, noun: Token) -> bool:
        lemma = noun.lemma.lower()
        return lemma in self._features or bool(self._classes.get(lemma, frozenset()) & _GROUNDS)

    def _is_determined(self, noun: Token) -> bool:
        return any(True for _ in self._annotated.dependents(noun.index, "det", "amod"))

    def _case(self, token: Token) -> str:
        return case_of(self._annotated, token.index).partition(" ")[0]
