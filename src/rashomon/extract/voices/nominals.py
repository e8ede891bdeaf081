"""Nouns, adjectives, adverbs and prepositional phrases as cues."""

from collections.abc import Container

from rashomon.extract.voices.clauses import complement, phrase_pieces, without_joint
from rashomon.extract.voices.drafts import Draft, TokenRange, cover, make_draft
from rashomon.extract.voices.grammar import prepositions
from rashomon.extract.voices.spans import cue_span, subject
from rashomon.lexicon.cues import CueRow, Frame
from rashomon.records import Annotated, Function


def noun_draft(annotated: Annotated, noun: int, row: CueRow, light_verbs: Container[str]) -> Draft | None:
    """Make the draft of a noun that has its content as a clause, an infinitive or a prepositional phrase.

    Args:
        annotated: the document.
        noun: the cue.
        row: its row.
        light_verbs: lemmas of verbs that only carry a noun; their subject is the source.
    """
    found = _noun_content(annotated, noun, row)
    if found is None:
        return _account_draft(annotated, noun, row) if Frame.HOST in row.frames else None
    if any(child.does(Function.NO) for child in annotated.dependents(noun, "det")):
        return None
    pieces, preposition = found
    last = noun + 1 if preposition is None or preposition != noun + 1 else preposition + 1
    source, first = _owner(annotated, noun), noun
    verb = _light_verb(annotated, noun, light_verbs)
    if source is None and verb is not None:
        source, first = subject(annotated, verb), cue_span(annotated, verb)[0]
    if source is None and preposition is not None and Frame.BARE not in row.frames:
        return None
    return make_draft(row, noun, (first, last), source, pieces)


def _account_draft(annotated: Annotated, noun: int, row: CueRow) -> Draft | None:
    """As in "by his own account, ...": the clause around the phrase is the content."""
    by = next((c.index for c in annotated.dependents(noun, "case") if c.does(Function.BY)), None)
    source = next((c.index for c in annotated.dependents(noun, "nmod:poss")), None)
    if by is None or source is None or annotated.tokens[noun].deprel not in {"obl", "nmod"}:
        return None
    out = _phrase(annotated, noun, by)
    head = _clause_head(annotated, annotated.tokens[noun].head, noun)
    pieces = without_joint(annotated, cover(annotated, _own_clause(annotated, head) - out, out))
    return make_draft(row, noun, (by, noun + 1), source, pieces) if pieces else None


def copula_draft(annotated: Annotated, verb: int, row: CueRow, noun: int) -> Draft | None:
    """Make the draft of "the word is that ..."."""
    for child in annotated.dependents(verb, "ccomp"):
        if child.index > verb:
            return make_draft(
                row, noun, (noun, noun + 1), _owner(annotated, noun), phrase_pieces(annotated, child.index)
            )
    return None


def _light_verb(annotated: Annotated, noun: int, light_verbs: Container[str]) -> int | None:
    """Find the verb that only carries the noun ("made a claim", "raised concern"), not further than three words off."""
    token = annotated.tokens[noun]
    verb = annotated.tokens[token.head]
    if token.deprel != "obj" or verb.lemma not in light_verbs or not 0 < noun - verb.index <= 4:
        return None
    return verb.index


def _noun_content(annotated: Annotated, noun: int, row: CueRow) -> tuple[tuple[TokenRange, ...], int | None] | None:
    if Frame.THAT in row.frames:
        for child in annotated.dependents(noun, "acl", "ccomp", "acl:relcl"):
            first = annotated.tokens[min(annotated.subtree(child.index))]
            if (
                child.index > noun
                and first.does(Function.THAT)
                and first.head == child.index
                and child.deprel != "acl:relcl"
            ):
                return phrase_pieces(annotated, child.index), None
    if Frame.INFINITIVE in row.frames:
        for child in annotated.dependents(noun, "acl", "xcomp"):
            if child.index > noun and any(annotated.tokens[c].xpos == "TO" for c in annotated.children[child.index]):
                return phrase_pieces(annotated, child.index), None
    if Frame.OF in row.frames:
        for child in annotated.dependents(noun, "nmod", "acl"):
            marks = prepositions(annotated, child.index, row.prep)
            if child.index > noun and marks and child.deprel != "nmod:poss":
                return phrase_pieces(annotated, child.index, without=set(marks)), marks[0]
    return None


def _owner(annotated: Annotated, noun: int) -> int | None:
    """Find whose words they are: the possessor, or a phrase with "by" or "from"."""
    for child in annotated.dependents(noun, "nmod:poss"):
        return child.index
    for child in annotated.dependents(noun, "nmod"):
        if any(
            annotated.tokens[c].does(Function.BY, Function.FROM)
            for c in annotated.children[child.index]
            if c < child.index
        ):
            return child.index
    return None


def adjective_draft(annotated: Annotated, word: int, row: CueRow) -> Draft | None:
    """Make the draft of a predicate adjective with its clause or phrase, or of one that hedges a noun."""
    token = annotated.tokens[word]
    if token.deprel == "amod":
        return _hedging(annotated, word, row) if Frame.HOST in row.frames else None
    who = subject(annotated, word)
    if who is None:
        return None
    clause = complement(annotated, word)
    if Frame.CLAUSE in row.frames and clause is not None and clause > word:
        return make_draft(row, word, cue_span(annotated, word), who, phrase_pieces(annotated, clause))
    if Frame.OF in row.frames:
        for child in annotated.dependents(word, "obl", "nmod", "advcl"):
            marks = [
                c for c in annotated.children[child.index] if annotated.tokens[c].lemma in row.prep and c < child.index
            ]
            if marks:
                pieces = phrase_pieces(annotated, child.index, without=set(marks))
                return make_draft(row, word, cue_span(annotated, word, marks[0]), who, pieces)
    return None


def _hedging(annotated: Annotated, word: int, row: CueRow) -> Draft | None:
    noun = annotated.tokens[word].head
    if annotated.tokens[noun].upos == "PROPN":
        return None  # "the so-called Republic": what a name is worth, not what happened
    outside = {
        k for c in annotated.children[noun] if annotated.tokens[c].deprel in _NOT_HEDGED for k in annotated.subtree(c)
    }
    behind = {k for k in annotated.subtree(noun) if k > word}
    return make_draft(
        row, word, (_first(annotated, word), word + 1), None, cover(annotated, behind - outside, {word, *outside})
    )


def spelled(annotated: Annotated, word: int) -> str:
    """Give a word in lower case with what a hyphen ties to it ("so-called")."""
    return annotated.words(_first(annotated, word), word + 1).lower()


def _first(annotated: Annotated, word: int) -> int:
    """Go back over the parts of a hyphenated word that the tokenizer parted."""
    tokens, first = annotated.tokens, word
    while first >= 2 and tokens[first - 1].text == "-" and tokens[first - 2].end == tokens[first - 1].start:
        first -= 2
    return first


_NOT_HEDGED = frozenset({"case", "cop", "nsubj", "acl:relcl", "mark", "aux"})


def object_hedge(annotated: Annotated, word: int, noun: int, row: CueRow) -> Draft:
    """Make the draft of a hedging participle and the noun phrase behind it."""
    return make_draft(row, word, (word, word + 1), None, phrase_pieces(annotated, noun, without={word}))


def adverb_draft(annotated: Annotated, word: int, row: CueRow) -> Draft | None:
    """Make the draft of an adverb: its content is the clause or the phrase that it stands in."""
    token = annotated.tokens[word]
    if token.head == word:
        return None
    head = annotated.tokens[token.head]
    words = _own_clause(annotated, head.index)
    if head.deprel in {"acl", "amod"} and head.upos in {"VERB", "ADJ"} and head.head != head.index:
        words = {k for k in _own_clause(annotated, head.head) if k >= _phrase_start(annotated, head.head)}
    pieces = without_joint(annotated, cover(annotated, words, {word}))
    return make_draft(row, word, (word, word + 1), None, pieces) if pieces else None


def _phrase_start(annotated: Annotated, noun: int) -> int:
    """Give the first token of a noun's own phrase: article, adjectives, name."""
    own = annotated.dependents(noun, "det", "amod", "compound", "nummod", "nmod:poss")
    return min([noun, *(min(annotated.subtree(t.index)) for t in own if t.index < noun)])


def prepositional_draft(annotated: Annotated, first: int, last: int, row: CueRow) -> Draft | None:
    """Make the draft of "according to X": X is the source, the clause around the phrase is the content.

    Args:
        annotated: the document.
        first: first token of the cue's words.
        last: one past the last.
        row: the cue's row.
    """
    source = _introduced(annotated, first, last)
    if source is None or (last - first == 1 and _is_measure(annotated, source)):
        return None
    out = _phrase(annotated, source, first)
    head = annotated.tokens[source].head
    if head == source:
        return None
    head = _clause_head(annotated, head, source)
    words = _own_clause(annotated, head) - out
    apart = max((k for k in words if k < first and annotated.tokens[k].text == ";"), default=-1)
    words = {k for k in words if k > apart}
    pieces = without_joint(annotated, cover(annotated, words, out))
    return make_draft(row, first, (first, last), source, pieces) if pieces else None


def _is_measure(annotated: Annotated, source: int) -> bool:
    """A bare noun behind a one-word preposition is a measure ("per day"), not a source."""
    named = annotated.tokens[source].upos == "PROPN"
    return not named and not any(True for _ in annotated.dependents(source, "det", "nmod:poss", "amod"))


def _introduced(annotated: Annotated, first: int, last: int) -> int | None:
    """Find the noun that the cue's words introduce."""
    if last >= len(annotated.tokens):
        return None
    sentence = annotated.tokens[first].sentence
    at, cue = last, range(first, last)
    for _ in range(12):
        token = annotated.tokens[at]
        if token.sentence != sentence:
            return None
        if token.head in cue or token.head == at or any(c in cue for c in annotated.children[at]):
            return at
        if token.head < first:
            return at
        at = token.head
    return None


def _phrase(annotated: Annotated, source: int, first: int) -> set[int]:
    words = {k for k in annotated.subtree(source) if k >= first}
    return words | set(range(first, max(words) + 1)) if words else {source}


def _clause_head(annotated: Annotated, head: int, source: int) -> int:
    """Climb from what the phrase hangs on to the clause it belongs to, if it only hangs on a noun by mistake."""
    fronted = source < head
    while not fronted and annotated.tokens[head].upos in {"NOUN", "PROPN", "NUM", "ADV"}:
        token = annotated.tokens[head]
        if token.head == head or any(True for _ in annotated.dependents(head, "cop", "nsubj")):
            break
        head = token.head
    while not fronted and annotated.tokens[head].deprel in {"xcomp", "advcl", "acl", "acl:relcl"}:
        head = annotated.tokens[head].head
    return head


def _own_clause(annotated: Annotated, head: int) -> set[int]:
    """Give a clause's words; a joined clause with a subject of its own is another clause."""
    token = annotated.tokens[head]
    words = set(annotated.subtree(head))
    if token.upos not in {"VERB", "AUX", "ADJ", "NOUN", "PROPN"}:
        return words
    for child in annotated.dependents(head, "conj", "parataxis"):
        if any(True for _ in annotated.dependents(child.index, "nsubj", "expl")) and child.index > head:
            words -= set(range(child.index, max(words) + 1)) | set(annotated.subtree(child.index))
    if token.deprel == "mark":
        return words
    return {k for k in words if not (annotated.tokens[k].head == head and annotated.tokens[k].deprel in {"cc", "case"})}
