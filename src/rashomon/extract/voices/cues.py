"""All cues of a document, in text order, each read by the frames of its row."""

from collections.abc import Iterator

from rashomon.extract.voices.drafts import Draft
from rashomon.extract.voices.nominals import (
    adjective_draft,
    adverb_draft,
    copula_draft,
    noun_draft,
    object_hedge,
    prepositional_draft,
    spelled,
)
from rashomon.extract.voices.spans import agent, is_passive
from rashomon.extract.voices.verbs import find_row, verb_draft
from rashomon.lexicon.cues import CueRow, CueTable, Frame
from rashomon.records import Annotated, Function, Token

_MODIFIERS = frozenset({"amod", "compound", "case", "mark", "aux", "cop", "flat"})


def find_drafts(annotated: Annotated, table: CueTable) -> Iterator[Draft]:
    """Find every cue and make its draft."""
    phrases = _Phrases(table)
    for token in annotated.tokens:
        draft = _draft(annotated, token, table, phrases)
        if draft is not None and not _holds_itself(draft):
            yield draft


def _draft(annotated: Annotated, token: Token, table: CueTable, phrases: "_Phrases") -> Draft | None:
    phrase = phrases.at(annotated, token)
    if phrase is not None:
        row, last = phrase
        return prepositional_draft(annotated, token.index, last, row)
    if token.does(Function.BE) and token.upos in {"VERB", "AUX"}:
        return _copula(annotated, token, table)
    if token.upos in {"VERB", "AUX"} or _is_clause(annotated, token):
        hedge = _hedge(annotated, token, table)
        if hedge is not None:
            return hedge
        state = table.adjectives.get(token.text.lower())
        if state is not None and Frame.HOST not in state.frames and _is_state(annotated, token.index):
            return adjective_draft(annotated, token.index, state)
        verb = None if token.deprel in _MODIFIERS else find_row(annotated, token, table)
        if verb is not None:
            return verb_draft(annotated, token.index, verb, table)
    return _word_draft(annotated, token, table)


def _is_state(annotated: Annotated, verb: int) -> bool:
    """Say whether a participle tells of a state of mind ("were worried that ...")."""
    return is_passive(annotated, verb) and agent(annotated, verb) is None


def _is_clause(annotated: Annotated, token: Token) -> bool:
    """A noun with a subject, put beside a clause, is a verb that the tagger missed ("the letter read")."""
    return token.deprel == "parataxis" and any(True for _ in annotated.dependents(token.index, "nsubj"))


def _hedge(annotated: Annotated, token: Token, table: CueTable) -> Draft | None:
    """A participle before a noun that the parser took for a verb with its object ("including reported killings")."""
    row = table.adjectives.get(token.text.lower())
    if row is None or Frame.HOST not in row.frames or token.index == 0 or token.deprel in _MODIFIERS:
        return None
    before = annotated.tokens[token.index - 1]
    obj = next(annotated.dependents(token.index, "obj"), None)
    bare = not any(True for _ in annotated.dependents(token.index, "nsubj", "aux", "ccomp"))
    if obj is None or not bare or (before.upos not in {"ADP", "DET", "CCONJ"} and before.deprel != "case"):
        return None
    return object_hedge(annotated, token.index, obj.index, row)


def _copula(annotated: Annotated, token: Token, table: CueTable) -> Draft | None:
    for child in annotated.dependents(token.index, "nsubj"):
        row = table.nouns.get(child.lemma.lower())
        if row is not None and Frame.THAT in row.frames:
            return copula_draft(annotated, token.index, row, child.index)
    return None


def _word_draft(annotated: Annotated, token: Token, table: CueTable) -> Draft | None:
    lemma = token.lemma
    if token.upos == "NOUN" and lemma in table.nouns:
        return noun_draft(annotated, token.index, table.nouns[lemma], table.light_verbs)
    if token.upos in {"ADJ", "VERB"}:
        row = table.adjectives.get(spelled(annotated, token.index)) or table.adjectives.get(lemma)
        if row is not None and (token.upos == "ADJ" or token.deprel == "amod"):
            return adjective_draft(annotated, token.index, row)
    if token.upos == "ADV" and lemma in table.adverbs:
        return adverb_draft(annotated, token.index, table.adverbs[lemma])
    return None


def _holds_itself(draft: Draft) -> bool:
    """A cue inside its own content, or a source that is its whole content, is a mistake of the parser."""
    return any(first <= draft.head < last for first, last in draft.contents)


class _Phrases:
    """Cues of several words, by their first word."""

    def __init__(self, table: CueTable) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], CueRow]]] = {}
        for lemma, row in table.prepositions.items():
            words = tuple(lemma.split())
            self._by_first.setdefault(words[0], []).append((words, row))

    def at(self, annotated: Annotated, token: Token) -> tuple[CueRow, int] | None:
        """Give the row whose words begin at a token, and one past their last token."""
        for words, row in self._by_first.get(token.text.lower(), ()):
            last = token.index + len(words)
            found = tuple(t.text.lower() for t in annotated.tokens[token.index : last])
            if found == words:
                return row, last
        return None
