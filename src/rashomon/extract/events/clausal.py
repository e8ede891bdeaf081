"""What a clause is to the one that it hangs on: said, going on now, only going with it, of a subject of its own."""

from rashomon.extract.events.syntax import is_passive, joined_to
from rashomon.lexicon import Lexicon
from rashomon.records import Annotated, Function, Realis, Token

_AHEAD = frozenset({Realis.FUTURE, Realis.HYPOTHETICAL})


def is_gapped(annotated: Annotated, verb: Token) -> bool:
    """Say whether a joined passive leaves out its helper: "two were killed and nine wounded"."""
    if (
        verb.deprel != "conj"
        or verb.xpos not in {"VBN", "VBD"}
        or not is_passive(annotated, joined_to(annotated, verb.index))
    ):
        return False
    below = {annotated.tokens[child].deprel for child in annotated.children[verb.index]}
    return bool(below & {"nsubj", "nsubj:pass"}) and not below & {"aux", "aux:pass", "obj", "cop"}


class Clauses:
    """Answers for the clauses of one document."""

    def __init__(self, annotated: Annotated, lexicon: Lexicon) -> None:
        self._annotated = annotated
        self._lexicon = lexicon
        self._words = lexicon.events.words

    def is_said(self, verb: Token) -> bool:
        """Say whether a verb tells of saying or intending: its day is not that of what is said or meant."""
        lemma = verb.lemma.lower()
        if lemma in self._words.supports:
            return False
        governor = self._lexicon.modality.governors.get(lemma)
        return lemma in self._lexicon.cues.verbs or (governor is not None and governor.realis in _AHEAD)

    def speaks(self, verb: Token) -> bool:
        """Say whether a verb tells of saying, be it that it carries nouns as well ("accused them of")."""
        return verb.lemma.lower() in self._lexicon.cues.verbs

    def is_now(self, verb: Token) -> bool:
        """Say whether what is said has just happened or goes on at the time of saying: a perfect or a present."""
        helpers = list(self._annotated.dependents(verb.index, "aux", "cop"))
        if any(helper.xpos in {"MD", "VBD"} for helper in helpers):
            return False
        return verb.xpos in {"VBZ", "VBP"} or any(helper.xpos in {"VBZ", "VBP"} for helper in helpers)

    def is_bare(self, token: Token) -> bool:
        """Say whether a clause goes with the one above: a participle, an infinitive, or what happens meanwhile."""
        if any(
            mark.text.lower() in self._words.meanwhile
            for mark in self._annotated.dependents(token.index, "mark", "advmod")
        ):
            return True
        if self.has_subject(token) or token.xpos in {"VBD", "VBZ", "VBP"}:
            return False
        return token.deprel != "acl" or token.xpos != "VBN"

    def goes_on(self, token: Token) -> bool:
        """Say whether a joined clause only goes on the one before: without a subject or without its helper."""
        return not self.has_subject(token) or is_gapped(self._annotated, token)

    def has_subject(self, token: Token) -> bool:
        """Say whether a clause has a subject of its own."""
        return any(True for _ in self._annotated.dependents(token.index, "nsubj"))

    def is_past(self, verb: Token) -> bool:
        """Say whether a verb stands in the simple past."""
        helpers = list(self._annotated.dependents(verb.index, "aux", "aux:pass", "cop"))
        if any(helper.xpos == "MD" or helper.does(Function.PERFECT) for helper in helpers):
            return False
        return verb.xpos == "VBD" or any(helper.xpos == "VBD" for helper in helpers)
