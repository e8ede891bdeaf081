"""Answers: what a voice denies or confirms that was said before ("denied the claim", "called the report false").

The words that stand for it are followed back to the nearest voice that is not the answerer's own; without one, a
pronoun, a claim or a report means the sentence before.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.extract.parts import Answer
from rashomon.extract.voices.deeds import find_deed
from rashomon.extract.voices.grammar import direct_object, with_preposition
from rashomon.extract.voices.quotations import Spoken, Stretch
from rashomon.lexicon.cues import CueTable
from rashomon.records import Annotated, Factuality, Function, Stance, Token

_SENTENCES_BACK = 4
_PARAGRAPHS_BACK = 2
_SINCERE = frozenset({Factuality.CERTAIN, Factuality.PROBABLE, Factuality.POSSIBLE})
_CARRIES = frozenset({"obj", "obl", "nmod", "xcomp", "advcl", "dep", "conj", "nsubj:pass"})
_NEGATIVE = frozenset({Factuality.NOT_CERTAIN, Factuality.NOT_PROBABLE, Factuality.NOT_POSSIBLE})


@dataclass(frozen=True, slots=True)
class Answers:
    """What the voices of a document answer.

    Attributes:
        by_voice: position of the answering voice, None for the outlet -> its answers.
        stances: position of a voice inside an answer's own sentence -> stance of whoever passes it on.
    """

    by_voice: Mapping[int | None, tuple[Answer, ...]]
    stances: Mapping[int, Stance]


@dataclass(frozen=True, slots=True)
class _Target:
    """A word that stands for what was said: who answers it, and how."""

    word: int
    answerer: int | None
    commitment: Factuality


def find_answers(annotated: Annotated, spoken: Sequence[Spoken], table: CueTable) -> Answers:
    """Find all answers of a document.

    Args:
        annotated: the document.
        spoken: its voices by the place of their cue.
        table: words that answer, that stand for what was said, and that call it untrue.
    """
    finder = _Finder(annotated, spoken, table)
    found: dict[int | None, list[Answer]] = {}
    stances: dict[int, Stance] = {}
    for target in finder.targets():
        inner = finder.by_head.get(target.word)
        if inner is not None and inner != target.answerer:
            stretches: tuple[Stretch, ...] = spoken[inner].contents
            stances[inner] = Stance.DENIED if target.commitment in _NEGATIVE else Stance.ENDORSED
        else:
            stretches = finder.bind(target)
        answers = [Answer(start, end, target.commitment) for start, end in stretches]
        found.setdefault(target.answerer, []).extend(answers)
    return Answers({who: tuple(dict.fromkeys(answers)) for who, answers in found.items()}, stances)


class _Finder:
    def __init__(self, annotated: Annotated, spoken: Sequence[Spoken], table: CueTable) -> None:
        self._annotated = annotated
        self._spoken = spoken
        self._table = table
        self.by_head = {s.draft.head: i for i, s in enumerate(spoken) if s.contents and s.draft.cue is not None}
        self._answering: set[int] = set()

    def targets(self) -> Iterator[_Target]:
        """Give the words that voices answer, in text order of their cues, then what is called untrue."""
        for i, s in enumerate(self._spoken):
            answers = s.draft.lemma in self._table.answering and s.draft.commitment is not Factuality.UNKNOWN
            if s.draft.cue is None or not s.contents:
                continue
            word = self._object(s.draft.head, s.draft.lemma)
            called = self._called(s.draft.head)
            if word is not None and answers:
                self._answering.add(i)
                yield _Target(word, i, s.draft.commitment)
            elif called is not None:
                self._answering.add(i)
                yield _Target(called, i, Factuality.NOT_CERTAIN)
        for token in self._annotated.tokens:
            if self._denies(token) or token.lemma in self._table.affirmations:
                yield from self._predicated(token)

    def _object(self, verb: int, lemma: str) -> int | None:
        """Give the word for what was said under a verb: its object, its passive subject, its antecedent."""
        annotated = self._annotated
        if lemma not in self._table.answering:
            return None
        nested = next(
            (n for n in range(verb + 1, self._last(verb)) if n in self.by_head and self._under(n, verb)), None
        )
        if nested is not None:
            return nested
        obj = direct_object(annotated, verb)
        if obj is None:
            obj = next((t.index for t in annotated.dependents(verb, "nsubj:pass")), None)
        aside = annotated.tokens[verb].deprel in {"acl:relcl", "advcl"}
        if aside and (obj is None or annotated.tokens[obj].does(Function.RELATIVE)):
            return self._antecedent(verb, obj)
        deed = obj is not None and lemma in self._table.owning and self._means_said(obj)
        return obj if obj is not None and (deed or self._stands_for(obj)) else None

    def _last(self, index: int) -> int:
        return self._annotated.sentences[self._annotated.tokens[index].sentence].last

    def _under(self, noun: int, verb: int) -> bool:
        """Say whether a noun that stands for words ("the reports that ...") completes a verb."""
        token = self._annotated.tokens[noun]
        if token.upos != "NOUN" or token.lemma not in self._table.answered:
            return False
        for _ in range(3):
            if token.deprel not in _CARRIES:
                return False
            if token.head == verb:
                return True
            token = self._annotated.tokens[token.head]
        return False

    def _antecedent(self, verb: int, relative: int | None) -> int | None:
        """A relative clause answers its noun ("a charge that it denies") or, behind a comma, the whole clause."""
        noun = self._annotated.tokens[verb].head
        if self._annotated.tokens[noun].lemma in self._table.answered:
            return noun
        comma = relative is not None and self._annotated.tokens[relative - 1].text == ","
        ends = max(self._annotated.subtree(verb)) + 2 >= self._last(verb)
        return (
            relative
            if comma and ends and self._annotated.tokens[relative or 0].does(Function.CLAUSE_RELATIVE)
            else None
        )

    def _called(self, verb: int) -> int | None:
        """Give the object that a verb calls untrue ("called it a lie", "described the report as false")."""
        obj = direct_object(self._annotated, verb)
        if obj is None or not self._means_said(obj):
            return None
        said = [t.index for t in self._annotated.dependents(verb, "xcomp")]
        said.append(with_preposition(self._annotated, verb, frozenset(), Function.AS) or verb)
        said += [t.index for t in self._annotated.dependents(obj, "acl")]  # "called the arrests fabricated"
        return obj if any(self._denies(self._annotated.tokens[k]) for k in said) else None

    def _denies(self, token: Token) -> bool:
        return token.lemma in self._table.denials or token.text.lower() in self._table.denials

    def _predicated(self, token: Token) -> Iterator[_Target]:
        """What is said to be untrue in a clause ("the report is false", "this is not true")."""
        who = next((t for t in self._annotated.dependents(token.index, "nsubj")), None)
        told = token.xpos == "VBN" or any(True for _ in self._annotated.dependents(token.index, "cop"))
        if who is None or not told:
            return
        negated = any(
            t.does(Function.NEGATION, Function.NO) for t in self._annotated.dependents(token.index, "advmod", "det")
        )
        marked = any(t.lemma in self._table.unreal for t in self._annotated.dependents(token.index, "aux", "mark"))
        if marked or negated is not (token.lemma in self._table.affirmations):
            return
        if who.index in self.by_head or self._means_said(who.index):
            yield _Target(who.index, self._holder(token.start), Factuality.NOT_CERTAIN)

    def _holder(self, offset: int) -> int | None:
        """Give the voice with the fewest words that holds an offset, or None for the outlet."""
        holding = [
            (end - start, i)
            for i, s in enumerate(self._spoken)
            for start, end in s.contents
            if start <= offset < end and i not in self._answering
        ]
        return min(holding)[1] if holding else None

    def _means_said(self, word: int) -> bool:
        """Say whether a word stands for what was said, or names a deed that was told before ("denied the arrests")."""
        return self._stands_for(word) or find_deed(self._annotated, word, self._table) is not None

    def _stands_for(self, word: int) -> bool:
        """Say whether a pronoun, or a definite noun without words of its own, stands for what was said."""
        token = self._annotated.tokens[word]
        if token.upos in {"PRON", "DET"}:
            return token.lemma in self._table.pointers
        if token.lemma not in self._table.answered:
            return False
        known = any(
            t.deprel == "nmod:poss" or t.lemma in self._table.definite
            for t in self._annotated.dependents(word, "det", "det:predet", "nmod:poss", "amod", "nummod")
        )
        full = any(
            t.deprel != "nmod" or self._leads(t.index, self._table.about)
            for t in self._annotated.dependents(word, "acl", "acl:relcl", "ccomp", "nmod")
            if t.deprel != "nmod:poss"
        )
        return known and not full

    def _leads(self, word: int, prepositions: frozenset[str]) -> bool:
        return any(t.lemma in prepositions for t in self._annotated.dependents(word, "case"))

    def bind(self, target: _Target) -> tuple[Stretch, ...]:
        """Follow a word back to what was said: offsets of those words, () if nobody said anything near."""
        token = self._annotated.tokens[target.word]
        if token.does(Function.CLAUSE_RELATIVE):
            return ((self._annotated.sentences[token.sentence].start, self._annotated.tokens[token.index - 1].start),)
        if token.upos == "NOUN" and token.lemma not in self._table.answered:
            deed = find_deed(self._annotated, target.word, self._table)
            return () if deed is None else ((deed.start, deed.end),)
        said = list(self._said_before(target, token))
        if self._owner(token.index) is None and not said:
            return self._sentence_before(token)
        both = any(t.does(Function.BOTH) for t in self._annotated.dependents(token.index, "det", "nummod"))
        chosen = said[:2] if both or token.does(Function.BOTH) else said[:1]
        return tuple(stretch for i in chosen for stretch in self._core(i, token.start))

    def _said_before(self, target: _Target, token: Token) -> Iterator[int]:
        """Give the voices before a word, nearest first, one a sentence."""
        owner, seen = self._owner(token.index), set[int]()
        for i in range(len(self._spoken) - 1, -1, -1):
            s = self._spoken[i]
            sentence = self._annotated.tokens[s.draft.head].sentence
            if sentence > token.sentence or i == target.answerer or i in self._answering or sentence in seen:
                continue
            if not self._is_near(sentence, token):
                break
            mine = target.answerer is not None and self._same(
                self._spoken[target.answerer].draft.source, s.draft.source
            )
            if mine or s.draft.commitment not in _SINCERE or (owner and not self._same(owner, s.draft.source)):
                continue
            if self._core(i, token.start):
                seen.add(sentence)
                yield i

    def _is_near(self, sentence: int, token: Token) -> bool:
        here, there = self._annotated.sentences[token.sentence], self._annotated.sentences[sentence]
        return here.index - there.index <= _SENTENCES_BACK and here.paragraph - there.paragraph <= _PARAGRAPHS_BACK

    def _core(self, i: int, before: int) -> tuple[Stretch, ...]:
        """The words of a voice in the sentence of its cue, cut before an offset."""
        sentence = self._annotated.sentences[self._annotated.tokens[self._spoken[i].draft.head].sentence]
        cut = [(start, min(end, before, sentence.end)) for start, end in self._spoken[i].contents]
        return tuple((start, end) for start, end in cut if max(start, sentence.start) < end)

    def _owner(self, noun: int) -> int | None:
        """Whose words they are ("the governor's claim")."""
        return next((t.index for t in self._annotated.dependents(noun, "nmod:poss")), None)

    def _same(self, one: int | None, other: int | None) -> bool:
        if one is None or other is None:
            return False
        chain = self._annotated.chain_at.get(one)
        if chain is not None and chain == self._annotated.chain_at.get(other):
            return True
        first, second = self._annotated.tokens[one], self._annotated.tokens[other]
        return first.upos != "PRON" and first.lemma.lower() == second.lemma.lower()

    def _sentence_before(self, token: Token) -> tuple[Stretch, ...]:
        """A claim, a report or a pronoun without a voice near means the sentence before, told by the outlet."""
        if token.lemma not in self._table.narrated or token.sentence == 0:
            return ()
        before = self._annotated.sentences[token.sentence - 1]
        here = self._annotated.sentences[token.sentence]
        near = before.zone is here.zone and here.paragraph - before.paragraph <= 1
        told = any(self._annotated.tokens[s.draft.head].sentence == before.index for s in self._spoken)
        return ((before.start, before.end),) if near and not told else ()
