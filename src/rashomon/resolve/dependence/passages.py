"""Passages that documents share word for word, or nearly: found by winnowed shingles, proved by alignment.

Winnowing after Schleimer, Wilkerson and Aiken (SIGMOD 2003): of every `_WINDOW` neighbouring shingles the smallest hash
is kept, so that any shared run of `limits.shingle + _WINDOW - 1` words is found, at about 0.4 hashes a word.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from zlib import crc32

from rashomon.records import SentenceText
from rashomon.resolve.kit import Kit

_WINDOW = 4
_WORD = re.compile(r"[^\W_]+")
_SHORTEST = 6
_BLOCK = 3


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of words that two sentences of two documents share; offsets are in the documents' texts."""

    left: SentenceText
    left_start: int
    left_end: int
    right: SentenceText
    right_start: int
    right_end: int
    words: int


def find_passages(sentences: Iterable[SentenceText], kit: Kit) -> tuple[Passage, ...]:
    """Find the passages shared across documents, by document and offset."""
    texts = {sentence.id: sentence for sentence in sentences}
    pairs = _sentence_pairs(sorted(texts.values(), key=lambda s: (s.document, s.index)), kit)
    found = (_align(texts[left], texts[right], kit) for left, right in pairs)
    return tuple(passage for passage in found if passage is not None)


def _sentence_pairs(sentences: Sequence[SentenceText], kit: Kit) -> list[tuple[str, str]]:
    """Give pairs of sentence ids of different documents that share kept shingles: with each sentence its nearest few.

    Of sentences that are the same word for word each is held against the next one only.
    """
    size, most = int(kit.limit("shingle")), int(kit.limit("common_passage"))
    at: dict[int, list[SentenceText]] = {}
    same: dict[str, list[SentenceText]] = {}
    for sentence in sentences:
        same.setdefault(sentence.text, []).append(sentence)
    kept = {text: tuple(_kept(text, size)) for text in same}
    for text, group in same.items():
        for key in kept[text]:
            at.setdefault(key, []).append(group[0])
    pairs = {pair for group in same.values() if len(group) <= most for pair in _chain(group)}
    for sentence in (group[0] for group in same.values() if len(group) <= most):
        shared = Counter(
            other.id
            for key in kept[sentence.text]
            if 1 < len(at[key]) <= most
            for other in at[key]
            if other.document != sentence.document
        )
        nearest = sorted(shared.items(), key=lambda item: (-item[1], item[0]))[: int(kit.limit("passage_neighbours"))]
        pairs.update((min(sentence.id, other), max(sentence.id, other)) for other, _ in nearest)
    return sorted(pairs)


def _chain(group: Sequence[SentenceText]) -> Iterator[tuple[str, str]]:
    for left, right in pairwise(group):
        if left.document != right.document and len(left.text.split()) >= _SHORTEST:
            yield min(left.id, right.id), max(left.id, right.id)


def _kept(text: str, size: int) -> set[int]:
    words = [match.group().lower() for match in _WORD.finditer(text)]
    hashes = [crc32(" ".join(words[i : i + size]).encode()) for i in range(len(words) - size + 1)]
    return {min(hashes[i : i + _WINDOW]) for i in range(max(1, len(hashes) - _WINDOW + 1))} if hashes else set()


def _align(left: SentenceText, right: SentenceText, kit: Kit) -> Passage | None:
    if (right.document, right.index) < (left.document, left.index):
        left, right = right, left
    one, other = list(_WORD.finditer(left.text)), list(_WORD.finditer(right.text))
    if left.text == right.text:
        return _whole(left, right, len(one))
    matcher = SequenceMatcher(None, _lower(one), _lower(other), autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size >= _BLOCK]
    shared, shorter = sum(block.size for block in blocks), min(len(one), len(other))
    longest = max((block.size for block in blocks), default=0)
    whole = shorter >= _SHORTEST and shared / shorter >= kit.limit("passage_share")
    if longest < kit.limit("passage_words") and not whole:
        return None
    first, last = blocks[0], blocks[-1]
    return Passage(
        left=left,
        left_start=left.start + one[first.a].start(),
        left_end=left.start + one[last.a + last.size - 1].end(),
        right=right,
        right_start=right.start + other[first.b].start(),
        right_end=right.start + other[last.b + last.size - 1].end(),
        words=shared,
    )


def _whole(left: SentenceText, right: SentenceText, words: int) -> Passage | None:
    if words < _SHORTEST:
        return None
    return Passage(left, left.start, left.end, right, right.start, right.end, words)


def _lower(words: Iterable[re.Match[str]]) -> list[str]:
    return [match.group().lower() for match in words]


def by_documents(passages: Iterable[Passage]) -> Iterator[tuple[tuple[str, str], list[Passage]]]:
    """Group passages by the pair of their documents."""
    groups: dict[tuple[str, str], list[Passage]] = {}
    for passage in passages:
        groups.setdefault((passage.left.document, passage.right.document), []).append(passage)
    yield from sorted(groups.items(), key=lambda item: item[0])
