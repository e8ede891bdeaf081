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
from typing import NamedTuple
from zlib import crc32

from rashomon.records import SentenceText
from rashomon.resolve.judgements import make_pair
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


class Line(NamedTuple):
    """A sentence by where it stands: of those that are one text the first stands for all."""

    document: str
    place: int
    id: str
    words: int


Near = tuple[str, tuple[int, ...], list[tuple[Line, Line]]]
"""A text, its kept shingles, and the pairs of sentences of different documents that it gives."""


def find_passages(sentences: Iterable[SentenceText], near: Iterable[Near], kit: Kit) -> tuple[Passage, ...]:
    """Find the passages shared across documents, by the ids of their sentences; `near` as `pair_texts` gives it."""
    texts = {sentence.id: sentence for sentence in sentences}
    pairs = sorted({make_pair(one.id, other.id) for _, _, pairs in near for one, other in pairs})
    return align_all(((texts[left], texts[right]) for left, right in pairs), kit)


def align_all(pairs: Iterable[tuple[SentenceText, SentenceText]], kit: Kit) -> tuple[Passage, ...]:
    """Give the passage of each pair of sentences that shares one."""
    found = (_align(left, right, kit) for left, right in pairs)
    return tuple(passage for passage in found if passage is not None)


def make_line(sentence: SentenceText) -> Line:
    """Give where a sentence stands and how many words it has."""
    return Line(sentence.document, sentence.index, sentence.id, len(sentence.text.split()))


def pair_texts(sentences: Iterable[SentenceText], kit: Kit) -> Iterator[Near]:
    """Give by text its kept shingles, and the pairs of sentences of different documents that share some."""
    same: dict[str, list[Line]] = {}
    for sentence in sentences:
        same.setdefault(sentence.text, []).append(make_line(sentence))
    groups = {text: sorted(lines) for text, lines in same.items()}
    at: dict[int, list[Line]] = {}
    kept = {text: find_shingles(text, kit) for text in same}
    for text, group in groups.items():
        for key in kept[text]:
            at.setdefault(key, []).append(group[0])
    for text, group in groups.items():
        yield text, kept[text], list(pair_text(group, [at[key] for key in kept[text]], kit))


def pair_text(group: Sequence[Line], sharing: Iterable[Sequence[Line]], kit: Kit) -> Iterator[tuple[Line, Line]]:
    """Give the pairs of one text: each of its sentences with the next one, and the first with its nearest few.

    Args:
        group: all sentences of the text, in order.
        sharing: by each kept shingle of it the texts that have it, each by its first sentence.
        kit: limits: a text or a shingle in too many documents is page furniture.
    """
    most = int(kit.limit("common_passage"))
    if len(group) > most:
        return
    for left, right in pairwise(group):
        if left.document != right.document and left.words >= _SHORTEST:
            yield left, right
    one = group[0]
    shared = Counter(
        other for found in sharing if 1 < len(found) <= most for other in found if other.document != one.document
    )
    nearest = sorted(shared.items(), key=lambda item: (-item[1], item[0].id))[: int(kit.limit("passage_neighbours"))]
    yield from ((one, other) for other, _ in nearest)


def find_shingles(text: str, kit: Kit) -> tuple[int, ...]:
    """Give the hashes of the shingles of a text that are kept, sorted."""
    size = int(kit.limit("shingle"))
    words = [match.group().lower().encode() for match in _WORD.finditer(text)]
    hashes = [crc32(b" ".join(words[i : i + size])) for i in range(len(words) - size + 1)]
    if not hashes:
        return ()
    return tuple(sorted({min(hashes[i : i + _WINDOW]) for i in range(max(1, len(hashes) - _WINDOW + 1))}))


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
