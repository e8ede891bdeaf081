"""When: the time of an event is one that stands in its own clause; the time of saying, or of another happening, is not.

In its own clause stands what hangs on the trigger, on the verb that carries it, on a clause that it shares a subject
with, or on one that only goes with it ("opened fire, killing two on Friday"). Out of it lead complements of verbs of
saying and intending (but for a perfect or a present, which holds when it is said), relative clauses, finite adverbial
clauses, and nouns that are dated themselves ("since the coup of 2012", "on the anniversary of the 1963 uprising").
"""

from dataclasses import replace

from rashomon.extract.events.clausal import Clauses
from rashomon.extract.events.settings import Setting
from rashomon.extract.events.syntax import case_of, leads
from rashomon.extract.parts import FoundTime
from rashomon.lexicon import Lexicon
from rashomon.records import Annotated, Function, TimeSpan, Token

_VERBAL = frozenset({"VERB", "AUX"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_PHRASES = frozenset({"obl", "nmod", "obj", *_SUBJECTS})
_DATING = frozenset({"nmod:poss", "compound", "nummod", "amod"})
_CLAUSAL = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "xcomp", "parataxis", "csubj", "root", "conj"})
_UNDATED = frozenset({"people", "armed", "leader", "land"})
_RULES = ("syntax", "clause", "sentence")
_MAX_CLIMB = 12
# A time that frames its sentence begins within so many words.
_OPENING = 3


class TimeFinder:
    """Finds the times of triggers in one document."""

    def __init__(self, annotated: Annotated, lexicon: Lexicon, times: tuple[FoundTime, ...]) -> None:
        self._annotated = annotated
        self._lexicon = lexicon
        self._words = lexicon.events.words
        self._clauses = Clauses(annotated, lexicon)
        self._times = times
        self._by_sentence: dict[int, list[int]] = {}
        for index, time in enumerate(times):
            self._by_sentence.setdefault(annotated.tokens[time.head].sentence, []).append(index)

    def find(self, anchors: tuple[int, ...]) -> Setting | None:
        """Choose the time: by syntax, of the clause above, of one below.

        Args:
            anchors: tokens of the trigger.

        Returns:
            index into the times with the rule's name, or None.
        """
        here = self._by_sentence.get(self._annotated.tokens[anchors[0]].sentence, ())
        ranked = [(rank, index) for index in here if (rank := self._rank(self._times[index], anchors)) is not None]
        best = min(ranked, default=None)
        if best is not None:
            return Setting(best[1], _RULES[best[0][0]])
        frame = self._frame(anchors[0])
        return None if frame is None else Setting(frame, "frame")

    def find_since(self, anchors: tuple[int, ...]) -> TimeSpan | None:
        """Give the open stretch that a clause behind "since" begins ("killed since fighting resumed in March")."""
        bounds = self._lexicon.times.bounds
        for clause in (t for anchor in anchors for t in self._annotated.dependents(anchor, "advcl")):
            marks = self._annotated.dependents(clause.index, "mark")
            mark = next((mark for mark in marks if bounds.get(mark.text.lower()) == "from"), None)
            here = self._by_sentence.get(clause.sentence, ()) if mark is not None else ()
            dated = [self._times[index] for index in here if self._clause(self._times[index], ()) == clause]
            if mark is not None and dated and dated[0].span.start is not None:
                words = self._annotated.text[mark.start : self._annotated.tokens[dated[0].last - 1].end]
                return replace(dated[0].span, end=None, text=words)
        return None

    def dated_verbs(self, sentence: int) -> tuple[tuple[int, int], ...] | None:
        """Give (index of a time, verb that it dates) of a sentence, verbs of saying left out; None: it has no time."""
        if sentence not in self._by_sentence:
            return None
        clauses = ((index, self._clause(self._times[index], ())) for index in self._by_sentence[sentence])
        return tuple(
            (index, verb.index) for index, verb in clauses if verb is not None and not self._clauses.is_said(verb)
        )

    def is_anchor(self, noun: int) -> bool:
        """Say whether an event noun only dates something else: "since the coup", "on the anniversary of the rising"."""
        if case_of(self._annotated, noun) in self._words.since:
            return True
        token = self._annotated.tokens[noun]
        above = self._annotated.tokens[token.head]
        return token.deprel == "nmod" and above.lemma.lower() in self._words.anniversaries

    def _frame(self, trigger: int) -> int | None:
        """Give the time that opens the sentence and holds for a later clause of its own subject that tells no other.

        "On 2 August the brigade shelled the village; three houses were destroyed."
        """
        sentence = self._annotated.sentences[self._annotated.tokens[trigger].sentence]
        times = self._by_sentence.get(sentence.index, ())
        clause = self._main_clause(trigger)
        if not times or clause is None or self._times[times[0]].first - sentence.first > _OPENING:
            return None
        opened = self._clause(self._times[times[0]], ())
        alone = all(self._clause(self._times[other], ()) != clause for other in times)
        return times[0] if opened is not None and opened.index < clause.index and alone else None

    def _main_clause(self, trigger: int) -> Token | None:
        """Climb to the verb of a clause that goes on with its sentence's story in the simple past, or None."""
        token = self._annotated.tokens[trigger]
        for _ in range(_MAX_CLIMB):
            above = self._annotated.tokens[token.head]
            if token.upos in _VERBAL and self._clauses.is_past(token) and self._is_told_next(token, above):
                return token
            if above.index == token.index or (token.upos in _VERBAL and not self._clauses.is_bare(token)):
                return None
            token = above
        return None

    def _is_told_next(self, token: Token, above: Token) -> bool:
        """Whether a clause stands beside the one before it: joined, or behind a semicolon."""
        if not self._clauses.has_subject(token) or self._clauses.is_said(token):
            return False
        joined = token.deprel == "conj" and not self._clauses.is_said(above)
        return joined or any(
            first.deprel in {"ccomp", "parataxis"} and first.index < token.index and self._clauses.has_subject(first)
            for first in self._annotated.dependents(token.index, "ccomp", "parataxis")
        )

    def _rank(self, time: FoundTime, anchors: tuple[int, ...]) -> tuple[int, int] | None:
        relative = self._relative_to(time, anchors)
        if relative is not None:
            return (1, relative)
        clause = self._clause(time, anchors)
        if clause is None:
            return None
        if clause.index in anchors:
            return (0, abs(time.head - anchors[0]))
        up = self._distance(anchors[0], clause.index, fronted=time.head < clause.index)
        if up is not None:
            return (1, up)
        return (2, abs(time.head - anchors[0])) if self._goes_with(clause, anchors) else None

    def _relative_to(self, time: FoundTime, anchors: tuple[int, ...]) -> int | None:
        """How many steps lead from a trigger to a clause that hangs on a time ("in 2011, when they took it")."""
        token = self._annotated.tokens[anchors[0]]
        for steps in range(_MAX_CLIMB):
            above = self._annotated.tokens[token.head]
            if token.deprel.startswith("acl") and time.first <= above.index < time.last:
                return steps
            if above.index == token.index or not self._shares(token, above, fronted=True):
                return None
            token = above
        return None

    def _clause(self, time: FoundTime, anchors: tuple[int, ...]) -> Token | None:
        """Climb from a time to the trigger or the verb that it dates; None where it dates a noun on the way."""
        tokens = self._annotated.tokens
        token = tokens[time.head]
        for _ in range(_MAX_CLIMB):
            above = tokens[token.head]
            if above.index == token.index or (token.deprel in _CLAUSAL - {"conj"} and not self._is_secondary(token)):
                return token if token.upos in _VERBAL or token.index in anchors else None
            if above.index in anchors or above.upos in _VERBAL:
                noun = self._dated_noun(time, above)
                if noun is not None:
                    return noun if noun.index in anchors else None
                return self._beyond(time, above, anchors)
            if self._is_dated(token, above) and not self._is_length(above):
                return None
            token = above
        return None

    def _dated_noun(self, time: FoundTime, verb: Token) -> Token | None:
        """Give the happening before a time that a verb in the present perfect cannot have ("tried for a raid in 2019").

        How it is tied tells nothing: "in 2019" hangs on either.
        """
        if not self._clauses.is_now(verb) or verb.xpos != "VBN" or time.first <= verb.index:
            return None
        phrase = self._annotated.subtree(verb.index)
        told = (self._annotated.tokens[k] for k in phrase if verb.index < k < time.first)
        nouns = [t for t in told if t.upos == "NOUN" and t.lemma.lower() in self._lexicon.events.nouns]
        noun = nouns[-1] if nouns else None
        apart = noun is None or case_of(self._annotated, noun.index) in self._words.occasions or noun.deprel != "obl"
        return None if apart else noun

    def _is_length(self, noun: Token) -> bool:
        """Whether a noun only tells how long: "held it for two days in November"."""
        lasts = "time" in self._words.classes.get(noun.lemma.lower(), frozenset())
        return lasts and leads(self._annotated, noun, Function.FOR)

    def _is_secondary(self, token: Token) -> bool:
        """Whether an adjective only goes with its clause: "were released unharmed on Sunday"."""
        return token.upos == "ADJ" and token.deprel in {"advcl", "xcomp"} and not self._clauses.has_subject(token)

    def _beyond(self, time: FoundTime, verb: Token, anchors: tuple[int, ...]) -> Token:
        """Give the verb that a bare time at the sentence's end dates.

        A participle beside a noun that has a day of its own leaves it to the verb above: "struck a man linked to the
        2 July attack near the bridge today"; so does one that only says what the noun is.
        """
        tokens = self._annotated.tokens
        token = tokens[verb.head]
        if verb.deprel not in {"advcl", "xcomp"} or not self._is_standing(token):
            token = verb
        if token.index in anchors or not self._is_nested(token, time):
            return verb
        for _ in range(_MAX_CLIMB):
            token = tokens[token.head]
            if token.upos in _VERBAL or token.index in anchors or token.head == token.index:
                break
        return token if token.upos in _VERBAL or token.index in anchors else verb

    def _is_nested(self, verb: Token, time: FoundTime) -> bool:
        if self._is_standing(verb) and (self._is_end(time) or not case_of(self._annotated, time.head)):
            return True
        bare = self._is_end(time) and not case_of(self._annotated, time.head)
        return bare and verb.deprel == "acl" and verb.xpos == "VBN" and self._holds_time(verb.index, time.first)

    def _is_standing(self, verb: Token) -> bool:
        """Whether a participle behind a noun only says what that is: "a leader based in the valley"."""
        return verb.deprel == "acl" and verb.xpos == "VBN" and verb.lemma.lower() in self._words.standing

    def _is_end(self, time: FoundTime) -> bool:
        sentence = self._annotated.sentences[self._annotated.tokens[time.head].sentence]
        rest = self._annotated.tokens[time.last : sentence.last]
        return all(token.upos == "PUNCT" for token in rest)

    def _holds_time(self, verb: int, before: int) -> bool:
        sentence = self._annotated.tokens[verb].sentence
        return any(verb < self._times[other].head < before for other in self._by_sentence[sentence])

    def _is_dated(self, token: Token, noun: Token) -> bool:
        """Whether a time tells the noun's date alone, and not that of what the noun takes part in."""
        case = case_of(self._annotated, noun.index)
        datable = not self._words.classes.get(noun.lemma.lower(), frozenset()) & _UNDATED
        if (case in self._words.anchoring and datable) or noun.lemma.lower() in self._words.anniversaries:
            return True
        own = (token.deprel in _DATING and token.index < noun.index) or leads(self._annotated, token, Function.OF)
        happens = noun.deprel in _SUBJECTS and noun.lemma.lower() in self._lexicon.events.nouns
        return own and not happens and case not in self._words.occasions

    def _distance(self, trigger: int, clause: int, fronted: bool) -> int | None:
        """How many steps lead from a trigger up to a clause that dates it, or None if none do."""
        token = self._annotated.tokens[trigger]
        for steps in range(_MAX_CLIMB):
            if token.index == clause:
                return steps
            above = self._annotated.tokens[token.head]
            if above.index == token.index or not self._shares(token, above, fronted):
                return None
            token = above
        return None

    def _shares(self, token: Token, above: Token, fronted: bool) -> bool:
        """Whether what dates the upper word dates the lower one too."""
        deprel = token.deprel.partition(":")[0]
        if deprel == "conj":
            return fronted or token.upos not in _VERBAL or self._clauses.goes_on(token)
        if deprel == "ccomp":
            return self._clauses.is_said(above) and self._clauses.is_now(token)
        if deprel in {"xcomp", "obj", "advcl", "obl"} and self._clauses.is_said(above):
            return False
        if deprel in {"advcl", "acl"} and token.upos in _VERBAL:
            results = token.lemma.lower() in self._words.resulting
            return results if token.deprel == "acl:relcl" else self._clauses.is_bare(token)
        if token.deprel in _PHRASES or token.deprel == "appos":
            return case_of(self._annotated, token.index) not in self._words.anchoring
        return deprel == "xcomp"

    def _goes_with(self, clause: Token, anchors: tuple[int, ...]) -> bool:
        """Whether a clause only goes with the trigger's ("killing two on Friday", "in a raid targeting ... Friday")."""
        token = clause
        for _ in range(_MAX_CLIMB):
            if token.index in anchors:
                return True
            above = self._annotated.tokens[token.head]
            if above.index == token.index or not self._follows(token, above):
                return False
            token = above
        return False

    def _follows(self, token: Token, above: Token) -> bool:
        if token.deprel == "parataxis":
            return self._clauses.is_said(token) and self._clauses.is_now(above)
        said = self._clauses.is_said(above) or (token.upos in _VERBAL and self._clauses.speaks(above))
        if said and above.upos in _VERBAL:
            return False
        if token.upos not in _VERBAL:
            occasion = case_of(self._annotated, token.index) in self._words.occasions
            return token.deprel in {"obj", "obl:agent"} or (occasion and token.deprel in _PHRASES)
        if token.deprel == "conj":
            return self._clauses.goes_on(token)
        return token.deprel in {"advcl", "xcomp", "acl"} and self._clauses.is_bare(token)
