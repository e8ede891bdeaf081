"""Reports that are one text word for word, under other file names or other outlets."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b

from rashomon.records import DependenceKind, SentenceText
from rashomon.resolve.accounts import Account
from rashomon.resolve.dependence.ties import Owned, make_dependence
from rashomon.resolve.judgements import Pair, make_pair

_WHY = "the same text word for word"

Twins = Mapping[str, str]
"""Document -> the first document, by id, that has the same sentences."""


def find_twins(sentences: Iterable[SentenceText]) -> Twins:
    """Find the documents whose sentences are the same as those of another one."""
    told: dict[str, list[SentenceText]] = {}
    for sentence in sentences:
        told.setdefault(sentence.document, []).append(sentence)
    same: dict[str, list[str]] = {}
    for document, lines in sorted(told.items()):
        same.setdefault(digest_text(lines), []).append(document)
    return {twin: group[0] for group in same.values() for twin in group[1:]}


def digest_text(lines: Iterable[SentenceText]) -> str:
    """Give one word for all sentences of a document."""
    digest = blake2b(digest_size=16)
    for _, text, _ in sorted((line.index, line.text, line.end) for line in lines):
        digest.update(text.encode() + b"\x1f")
    return digest.hexdigest()


def tie_twins(twins: Twins, sentences: Iterable[SentenceText]) -> Iterator[Owned]:
    """Tie every copy to the first document with its text."""
    reach: dict[str, tuple[int, int]] = {}
    held = {*twins, *twins.values()}
    for sentence in sentences:
        if sentence.document in held:
            start, end = reach.get(sentence.document, (sentence.start, sentence.end))
            reach[sentence.document] = min(start, sentence.start), max(end, sentence.end)
    for twin, first in sorted(twins.items()):
        evidence = tuple((document, *reach[document]) for document in (first, twin))
        yield f"twin|{twin}", (make_dependence(first, twin, DependenceKind.SAME_WIRE, evidence, _WHY),)


def pair_twins(twins: Twins, accounts: Iterable[Account]) -> Iterator[Pair]:
    """Give each claim of a copy with the same claim of the first document."""
    held = {*twins.values()}
    first: dict[tuple[object, ...], str] = {}
    copies: list[tuple[tuple[object, ...], str]] = []
    seen: dict[tuple[object, ...], int] = {}
    for account in sorted(accounts, key=lambda a: (a.row.document, a.row.start, a.row.end, a.id)):
        row = account.row
        if row.document in held or row.document in twins:
            spot = (row.sentence_index, row.start, row.end, row.type, row.factuality)
            nth = seen[(row.document, *spot)] = seen.get((row.document, *spot), -1) + 1
            key = (twins.get(row.document, row.document), *spot, nth)
            if row.document in twins:
                copies.append((key, account.id))
            else:
                first[key] = account.id
    return (make_pair(first[key], claim) for key, claim in copies if key in first)
