"""Whether a sentence goes on telling the one before: same paragraph or happening, past, no other time, no new voice."""

from rashomon.extract.events.syntax import case_of
from rashomon.extract.events.timing import TimeFinder
from rashomon.lexicon import Lexicon
from rashomon.records import Annotated, Function, Token

_VERBAL = frozenset({"VERB", "AUX"})
_PAST = frozenset({"VBD", "VBN"})
_TOLD = frozenset({"ccomp", "parataxis"})
_MAX_CLIMB = 8
_REACH = 3


class Narration:
    """Follows the story of one document from sentence to sentence."""

    def __init__(self, annotated: Annotated, lexicon: Lexicon, times: TimeFinder) -> None:
        self._annotated = annotated
        self._lexicon = lexicon
        self._times = times

    def find_time(self, trigger: int) -> int | None:
        """Give the time that earlier sentences set for a trigger whose own sentence has none, as an index, or None."""
        here, resumed = self._annotated.tokens[trigger].sentence, self._resumes(trigger)
        if self._times.dated_verbs(here) is not None or not self._is_past(trigger) or self._is_said_now(trigger):
            return None
        for there in range(here - 1, max(-1, here - 1 - _REACH), -1):
            if self._new_voice(there, here) or not (resumed or self._is_beside(there, here)):
                return None
            dated = self._times.dated_verbs(there)
            if dated is not None:
                return next((time for time, verb in dated if self._leads(verb)), None)
        return None

    def _is_said_now(self, trigger: int) -> bool:
        """Say whether a clause hangs on a verb in the perfect or the present, which tells no more of the story."""
        verb = self._verb(trigger)
        if verb.deprel not in {"advcl", "xcomp", "ccomp", "acl"} or verb.xpos == "VBD":
            return False
        above = self._verb(verb.head)
        helpers = list(self._annotated.dependents(above.index, "aux", "cop"))
        return above.xpos in {"VBZ", "VBP"} or any(helper.xpos in {"VBZ", "VBP"} for helper in helpers)

    def _is_beside(self, there: int, here: int) -> bool:
        return self._annotated.sentences[here].paragraph == self._annotated.sentences[there].paragraph

    def _resumes(self, trigger: int) -> bool:
        """Say whether a clause happens in the course of what was told before: "during the raid"."""
        verb, words = self._verb(trigger), self._lexicon.events.words
        clauses = [verb.index, *(t.index for t in self._annotated.dependents(verb.index, "conj"))]
        return any(
            "occasion" in words.classes.get(phrase.lemma.lower(), frozenset())
            and case_of(self._annotated, phrase.index) in words.occasions
            and any(det.lemma.lower() in words.definites for det in self._annotated.dependents(phrase.index, "det"))
            for clause in clauses
            for phrase in self._annotated.dependents(clause, "obl")
        )

    def _leads(self, index: int) -> bool:
        """Say whether a verb stands in what its sentence mainly tells, in the past."""
        token = self._annotated.tokens[index]
        for _ in range(_MAX_CLIMB):
            if token.head == token.index:
                return self._is_past(index)
            if token.deprel not in {"conj", "ccomp", "parataxis", "xcomp"}:
                return False
            token = self._annotated.tokens[token.head]
        return False

    def _verb(self, index: int) -> Token:
        """Give the verb that a trigger is or hangs on."""
        token = self._annotated.tokens[index]
        while token.upos not in _VERBAL and token.head != token.index:
            token = self._annotated.tokens[token.head]
        return token

    def _is_past(self, index: int) -> bool:
        """Say whether the clause tells the simple past: no perfect, no modal, no infinitive."""
        verb = self._verb(index)
        helpers = [child for child in self._annotated.dependents(verb.index, "aux", "mark") if child.upos != "SCONJ"]
        helpers += self._annotated.dependents(verb.index, "cop")
        if any(child.xpos in {"MD", "TO"} or child.does(Function.PERFECT) for child in helpers):
            return False
        if verb.xpos == "VBD" or any(child.xpos == "VBD" for child in helpers):
            return True
        return verb.xpos in {"VBN", "VBG"} and not helpers

    def _new_voice(self, there: int, here: int) -> bool:
        """Say whether somebody speaks here who did not speak there."""
        speaker = self._speaker(here)
        return speaker is not None and speaker != self._speaker(there)

    def _speaker(self, sentence: int) -> str | None:
        """Give who says what a sentence tells, as the name of a chain or the words; None if nobody does."""
        bounds = self._annotated.sentences[sentence]
        for token in self._annotated.tokens[bounds.first : bounds.last]:
            if token.upos != "VERB" or token.lemma.lower() not in self._lexicon.cues.verbs:
                continue
            if token.deprel != "parataxis" and not any(True for _ in self._annotated.dependents(token.index, *_TOLD)):
                continue
            for subject in self._annotated.dependents(token.index, "nsubj"):
                chain = self._annotated.chain_at.get(subject.index)
                return subject.text.lower() if chain is None else f"chain {chain}"
            return token.lemma.lower()
        return None
