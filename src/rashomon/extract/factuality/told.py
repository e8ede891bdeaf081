"""What a sentence itself does to a happening: negation, hedges and realis, innermost cue first.

From the trigger the walk goes up to the words that govern it, and stops where another voice's words begin (its cue),
at a relative clause and at a finite adverbial clause: what stands there is told as such.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.extract.clauses import bounds_number
from rashomon.extract.events.syntax import case_of, joined_to
from rashomon.extract.factuality.conditions import find_condition, is_asked
from rashomon.extract.factuality.hearsay import find_called, find_hearsay, find_unsaid
from rashomon.extract.factuality.nouns import find_laid, is_content, is_supposed
from rashomon.extract.factuality.tense import find_tense
from rashomon.extract.parts import Told
from rashomon.extract.voices.spans import is_passive
from rashomon.lexicon import Lexicon
from rashomon.lexicon.modality import ModalCue, ModalTable
from rashomon.records import Annotated, Function, Realis, Token

_MAX_CLIMB = 8
_VERBAL = frozenset({"VERB", "AUX"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_INHERIT = frozenset({"VB", "VBN", "VBG"})
_ARGUMENTS = frozenset({"obj", "obl", "nmod", "nsubj", "nsubj:pass", "appos"})
_CLAUSES = frozenset({"xcomp", "ccomp", "acl", "advcl", "csubj"})
_AHEAD = frozenset({Realis.FUTURE, Realis.HYPOTHETICAL})
_SUPPOSED = ModalCue(False, "unknown", Realis.HYPOTHETICAL, frozenset(), "supposed")
_FORCE = {"": 0, "probable": 1, "possible": 2, "unknown": 3}


@dataclass(frozen=True, slots=True)
class _Standing:
    negated: bool = False
    hedged: str = ""
    realis: Realis | None = None

    def under(self, cue: ModalCue) -> "_Standing":
        """Take a cue in: polarity turns, the stronger hedge stays, the inner realis stays."""
        hedged = max(self.hedged, cue.hedged, key=lambda word: _FORCE[word])
        return replace(self, negated=self.negated is not cue.negated, hedged=hedged, realis=self.realis or cue.realis)


def find_told(
    annotated: Annotated,
    trigger: int,
    lexicon: Lexicon,
    cue: int | None = None,
    words: Sequence[tuple[int, int]] = (),
) -> Told:
    """Find a token's factual standing in its sentence.

    Args:
        annotated: the document's columns.
        trigger: index of the token.
        lexicon: modality and support verbs.
        cue: index of the cue of the voice whose words they are: what stands above it is not the voice's; None for
            the outlet's own words.
        words: offsets of that voice's words; () for the outlet's.
    """
    walk = _Walk(annotated, lexicon, cue, words)
    standing = walk.climb(annotated.tokens[trigger])
    if is_asked(annotated, trigger):
        standing = replace(standing, hedged="unknown")
    return Told(standing.negated, standing.hedged, standing.realis or find_tense(annotated, trigger, lexicon))


class _Walk:
    def __init__(
        self, annotated: Annotated, lexicon: Lexicon, cue: int | None, words: Sequence[tuple[int, int]]
    ) -> None:
        self._annotated = annotated
        self._table: ModalTable = lexicon.modality
        self._supports = lexicon.events.words.supports
        self._withins = lexicon.events.words.withins
        self._lexicon = lexicon
        self._cue = cue
        self._words = words

    def climb(self, token: Token) -> _Standing:
        laid, trigger = find_laid(self._annotated, token, self._lexicon), token
        standing = self._own(token, _Standing() if laid is None else _Standing().under(laid))
        for _ in range(_MAX_CLIMB):
            if token.head == token.index:
                break
            head = self._annotated.tokens[token.head]
            if head.deprel == "compound:prt":
                head = self._annotated.tokens[head.head]
            if head.index == self._cue:
                return self._at_cue(token, head, trigger, standing)
            if self._words and not any(start <= head.start < end for start, end in self._words):
                break
            standing, goes_on = self._step(token, head, trigger, standing)
            if not goes_on:
                break
            token = head
        return standing

    def _at_cue(self, token: Token, cue: Token, trigger: Token, standing: _Standing) -> _Standing:
        """An infinitive under a voice's cue has not happened ("vowed to attack"), a perfect one has.

        Nor has what is asked for, weighed or feared ("demanded the release", "considered a strike").

        What people are said to do, they do or did ("are said to hold the port"), unless the verb looks ahead.
        """
        called = find_called(self._annotated, token, cue, self._table)
        if called is not None:
            return standing.under(called)
        perfect = any(helper.does(Function.PERFECT) for helper in self._annotated.dependents(token.index, "aux"))
        ahead = self._table.governors.get(cue.lemma.lower())
        if token == trigger and ahead is not None and ahead.realis in _AHEAD and is_content(self._annotated, token):
            return standing if standing.realis is not None else standing.under(ahead)
        if not self._has_to(token) or standing.realis is not None or perfect:
            return standing
        if is_passive(self._annotated, cue.index) and (ahead is None or ahead.realis is None):
            return replace(standing, realis=Realis.ONGOING)
        return standing.under(ModalCue(False, "unknown", Realis.FUTURE, frozenset(), "infinitive of a cue"))

    def _step(self, token: Token, head: Token, trigger: Token, standing: _Standing) -> tuple[_Standing, bool]:
        """Go up one word: what it does, and whether to climb on."""
        if token.deprel == "conj":
            return self._joined(token, standing)
        unsaid = find_unsaid(self._annotated, token, head, self._lexicon)
        governed = None if unsaid is not None else self._governed(token, head, trigger)
        if governed is not None:
            return self._own(head, standing.under(governed)), True
        hearsay = unsaid or find_called(self._annotated, token, head, self._table)
        hearsay = hearsay or find_hearsay(self._annotated, token, head, self._lexicon)
        if hearsay is not None:
            return standing.under(hearsay), False
        purpose = token.deprel in {"acl", "advcl", "acl:relcl"} and token.xpos != "VBG"  # "in addition to burning"
        if purpose and (mark := self._infinitive_mark(token)) is not None:
            return standing.under(self._purpose(mark)), False
        aside = token.deprel == "advcl" and token.xpos == "VBG" and not self._marked(token)
        if aside or token.deprel in {"xcomp", "csubj"}:
            return self._own(head, standing), True
        return self._argument(token, head, standing) if token.deprel in _ARGUMENTS else (standing, False)

    def _joined(self, token: Token, standing: _Standing) -> tuple[_Standing, bool]:
        """A joined verb of the same form without a subject shares what stands at the one before.

        A finite one behind an infinitive belongs to a verb further up: nothing on the way is its own.
        """
        if token.upos not in _VERBAL:
            return self._joined_noun(token, standing), True
        before = self._annotated.tokens[joined_to(self._annotated, token.index)]
        if self._has_own(token):
            return standing, any(True for _ in self._annotated.dependents(token.index, "nsubj"))
        if token.xpos == before.xpos or (token.xpos in _INHERIT and before.xpos in _INHERIT - {"VB"}):
            return self._own(before, standing), True
        return standing, False

    def _joined_noun(self, token: Token, standing: _Standing) -> _Standing:
        """A bare noun behind "no" and a joined one is denied with it ("no arrests or killings")."""
        if any(True for _ in self._annotated.dependents(token.index, "det", "nummod", "nmod:poss")):
            return standing
        for word in self._annotated.dependents(token.head, "det"):
            found = self._table.negations.get(word.text.lower())
            if found is not None:
                return standing.under(found)
        return standing

    def _argument(self, token: Token, head: Token, standing: _Standing) -> tuple[_Standing, bool]:
        """A noun under its verb: a support verb lends its own standing; a noun above only leads further up."""
        if head.upos in _VERBAL:
            carries = head.lemma.lower() in self._supports and token.deprel != "nmod"
            aim = None if carries else self._aim(token)
            if aim is not None:
                return standing.under(aim), False
            over = head.lemma.lower() in self._lexicon.events.words.ending  # "the siege did not end"
            if carries and not (over and token.deprel == "nsubj"):
                return self._own(head, standing, token.index), True
            subject = token.deprel in {"nsubj", "nsubj:pass"}
            return (self._subject(token, head, standing) if subject else standing), False
        if token.deprel in {"nsubj", "nsubj:pass"}:
            return self._subject(token, head, standing), False
        aim = self._aim(token)
        if aim is not None:
            return standing.under(aim), False
        return standing, head.upos in {"NOUN", "PROPN"}

    def _subject(self, token: Token, head: Token, standing: _Standing) -> _Standing:
        supposed = standing.realis is None and is_supposed(self._annotated, token, head, self._lexicon)
        return standing.under(_SUPPOSED) if supposed else standing

    def _aim(self, token: Token) -> ModalCue | None:
        """The cue of a preposition before a bare noun: what something is meant for ("trained for attacks")."""
        if any(True for _ in self._annotated.dependents(token.index, "det", "nmod:poss", "nummod")):
            return None
        marks = self._annotated.dependents(token.index, "case")
        return next((self._purpose(mark) for mark in marks if mark.does(Function.FOR)), None)

    def _governed(self, token: Token, head: Token, trigger: Token) -> ModalCue | None:
        lemma = head.lemma.lower()
        if token.deprel in {"nsubj", "nsubj:pass"}:
            lies = head.xpos in _FINITE  # "their camps lie near the river"
            falsehoods = self._table.falsehoods
            return None if lies else falsehoods.get(lemma) or falsehoods.get(head.text.lower())
        if token.deprel.partition(":")[0] not in _CLAUSES | _ARGUMENTS:
            return None
        if token.deprel in {"acl", "acl:relcl"} and not (self._has_to(token) or self._has_that(token)):
            return self._expected(token, head)
        if token.deprel == "advcl" and not (self._has_to(token) or self._marked(token)):
            return None
        if token.deprel == "ccomp" and head.upos == "ADJ" and token.index < head.index:
            return None  # "the raid came at dawn, so they were unable to flee"
        found = self._table.governors.get(" ".join([lemma, *self._particles(head)]))
        return None if found is None or self._is_apart(token, found, trigger) else found

    def _expected(self, token: Token, doer: Token) -> ModalCue | None:
        """The cue of a noun of whose doers it is told: "the hope of the rebels taking the town"."""
        above = self._annotated.tokens[doer.head]
        if token.xpos != "VBG" or doer.deprel != "nmod" or above.upos != "NOUN" or not self._of_from(doer):
            return None
        return self._table.governors.get(above.lemma.lower())

    def _is_apart(self, token: Token, found: ModalCue, trigger: Token) -> bool:
        """Whether a governor's row is not for what stands below it: circumstances, and what is told to somebody."""
        if token.deprel == "obl" and case_of(self._annotated, token.index) in self._withins:
            return True
        if "verb" in found.only and token.deprel == "ccomp" and token.xpos in _FINITE:
            return True
        return "event" in found.only and trigger.upos == "VERB" and not self._of_from(token)

    def _particles(self, head: Token) -> list[str]:
        """Particles of a verb: with one it is another verb ("called in airstrikes")."""
        return [t.lemma.lower() for t in self._annotated.dependents(head.index, "compound:prt")]

    def _of_from(self, token: Token) -> bool:
        return any(t.does(Function.OF, Function.FROM) for t in self._annotated.dependents(token.index, "mark", "case"))

    def _own(self, token: Token, standing: _Standing, below: int | None = None) -> _Standing:
        """Take in all cues that hang on a word itself; `below` is the word that the walk came from."""
        condition = find_condition(self._annotated, token)
        if condition is not None:
            standing = replace(standing, realis=None).under(condition)
        for found in self._cues(token, below):
            standing = standing.under(found)
        return standing

    def _cues(self, token: Token, below: int | None) -> Iterator[ModalCue]:
        table = self._table
        for child in self._annotated.children[token.index]:
            if child == below or bounds_number(self._annotated, child):
                continue
            dependent = self._annotated.tokens[child]
            rows: tuple[Mapping[str, ModalCue], ...] = ()
            match dependent.deprel.partition(":")[0]:
                case "advmod":
                    rows = (table.negations, table.adverbs)
                case "aux":
                    rows = (table.auxiliaries, table.negations)
                case "mark" | "case":
                    rows = (table.marks, table.negations)
                case "det":
                    rows = (table.negations, table.adjectives)
                case "amod":
                    rows = (table.adjectives,)
                case "nsubj" | "obj":
                    yield from self._no_subject(dependent)
            for row in rows:
                if (found := row.get(dependent.lemma.lower()) or row.get(dependent.text.lower())) is not None:
                    yield found

    def _no_subject(self, subject: Token) -> Iterator[ModalCue]:
        """Give the negation in a subject or object ("no soldier attacked", "nobody attacked", "killed nobody")."""
        words = [subject, *self._annotated.dependents(subject.index, "det")]
        found = (
            self._table.negations.get(word.lemma.lower())
            for word in words
            if word.does(Function.NO, Function.NOBODY, Function.NEITHER)
            and not bounds_number(self._annotated, word.index)
        )
        yield from (cue for cue in found if cue is not None)

    def _has_to(self, token: Token) -> bool:
        return self._infinitive_mark(token) is not None

    def _has_that(self, token: Token) -> bool:
        return any(mark.does(Function.THAT) for mark in self._annotated.dependents(token.index, "mark"))

    def _infinitive_mark(self, token: Token) -> Token | None:
        marks = self._annotated.dependents(token.index, "mark", "aux")
        return next((mark for mark in marks if mark.does(Function.INFINITIVE)), None)

    def _purpose(self, mark: Token) -> ModalCue:
        return self._table.purposes[mark.lemma.lower()]

    def _marked(self, token: Token) -> bool:
        return any(True for _ in self._annotated.dependents(token.index, "mark", "case"))

    def _has_own(self, token: Token) -> bool:
        return any(True for _ in self._annotated.dependents(token.index, "nsubj", "aux"))
