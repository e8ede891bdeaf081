"""Cues at the end of a headline without a finite verb: "Six killed in market attack, officials say".

The parser hangs such words on the cue as one of its parts, so that no frame finds them: what stands before the comma is
said by who stands beside the cue.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rashomon.extract.voices.drafts import Draft
from rashomon.records import Annotated

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_VERBAL = frozenset({"VERB", "AUX"})
_PARTICIPLES = frozenset({"VBN", "VBD"})
_LEADS = frozenset({"ADP", "SCONJ", "ADV"})
_SOURCE_WORDS = 8


def with_words_before(annotated: Annotated, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Give the drafts; those that found no words and end their sentence get what stands before their comma."""
    for draft in drafts:
        yield draft if draft.contents or not draft.open else _mended(annotated, draft)


def _mended(annotated: Annotated, draft: Draft) -> Draft:
    sentence = annotated.sentences[annotated.tokens[draft.head].sentence]
    last = sentence.last
    while last > draft.head and annotated.tokens[last - 1].upos == "PUNCT":
        last -= 1
    comma = next((k for k in range(draft.head - 1, sentence.first, -1) if annotated.tokens[k].text == ","), None)
    if comma is None or not _tells(annotated, sentence.first, comma):
        return draft
    first, end = (comma + 1, draft.head) if last == draft.head + 1 else (draft.head + 1, last)
    who = _speaker(annotated, first, end) if end == draft.head or comma == draft.head - 1 else None
    if who is None:
        return draft
    return replace(draft, cue=(draft.head, draft.head + 1), source=who, contents=((sentence.first, comma),), open=False)


def _tells(annotated: Annotated, first: int, comma: int) -> bool:
    """Say whether words tell that something happened to somebody: a noun first, then a participle that hangs on it."""
    if annotated.tokens[first].upos in _LEADS or any(annotated.tokens[k].text == "," for k in range(first, comma)):
        return False
    tokens = annotated.tokens[first:comma]
    return any(
        token.xpos in _PARTICIPLES and token.deprel.startswith("acl") and first <= token.head < token.index
        for token in tokens
    )


def _speaker(annotated: Annotated, first: int, end: int) -> int | None:
    """Give the head of a stretch that is one noun phrase, or None."""
    tokens = annotated.tokens[first:end]
    if not tokens or len(tokens) > _SOURCE_WORDS or any(token.upos in _VERBAL | {"PUNCT"} for token in tokens):
        return None
    return next((t.index for t in tokens if t.upos in _NOMINAL and not first <= t.head < end), None)
