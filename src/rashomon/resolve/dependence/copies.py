"""Dependence by shared passages: between documents, and between the claims that stand in them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rashomon.records import Dependence, DependenceKind, SentenceText
from rashomon.resolve.accounts import Account
from rashomon.resolve.dependence.passages import Near, Passage, by_documents, find_passages
from rashomon.resolve.dependence.ties import Evidence, Owned, make_dependence
from rashomon.resolve.dependence.twins import Twins, tie_twins
from rashomon.resolve.kit import Kit

_EVIDENCE = 20
_SHOWN = 100


def find_copies(
    sentences: Sequence[SentenceText], accounts: Iterable[Account], twins: Twins, near: Iterable[Near], kit: Kit
) -> Iterator[Owned]:
    """Find dependences by shared passages: one a pair of documents, and one a pair of claims told in the same words.

    Args:
        sentences: of all documents.
        accounts: claims of any kind.
        twins: documents that are one text with another one; they are tied to it alone.
        near: texts of all other documents with those that share some of them.
        kit: limits.
    """
    yield from tie_twins(twins, sentences)
    sentences = [sentence for sentence in sentences if sentence.document not in twins]
    passages = find_passages(sentences, near, kit)
    lengths = Counter(sentence.document for sentence in sentences)
    at: dict[str, list[Account]] = {}
    for account in accounts:
        at.setdefault(account.row.document, []).append(account)
    for (left, right), shared in by_documents(passages):
        told = (*at.get(left, ()), *at.get(right, ()))
        found = tie_reports(left, right, shared, min(lengths[left], lengths[right]), told, kit)
        yield f"reports|{left}|{right}", tuple(found)


def tie_reports(
    left: str, right: str, shared: Sequence[Passage], shortest: int, told: Iterable[Account], kit: Kit
) -> Iterator[Dependence]:
    """Tie two documents by the passages that they share, and their claims that stand in these.

    Args:
        left: the document that sorts first.
        right: the other.
        shared: the passages, in order.
        shortest: how many sentences the shorter of the two has.
        told: the claims of both.
        kit: limits.
    """
    at: dict[tuple[str, int], list[Account]] = {}
    for account in told:
        at.setdefault((account.row.document, account.row.sentence_index), []).append(account)
    yield _between_documents(left, right, shared, shortest, kit)
    for passage in shared:
        yield from _between_claims(passage, at)


def _between_documents(left: str, right: str, shared: Sequence[Passage], shortest: int, kit: Kit) -> Dependence:
    evidence = tuple(spot for passage in shared[:_EVIDENCE] for spot in _spots(passage))
    share = len({passage.left.id for passage in shared}) / max(1, shortest)
    if share >= kit.limit("wire_share") and len(shared) > 2:
        why = f"{share:.0%} of the shorter report stands in the other: one text"
        return make_dependence(left, right, DependenceKind.SAME_WIRE, evidence, why)
    words = sum(passage.words for passage in shared)
    return make_dependence(
        left, right, DependenceKind.VERBATIM, evidence, f"{words} words in common, in the same order"
    )


def _spots(passage: Passage) -> Evidence:
    return (
        (passage.left.document, passage.left_start, passage.left_end),
        (passage.right.document, passage.right_start, passage.right_end),
    )


def _between_claims(passage: Passage, at: dict[tuple[str, int], list[Account]]) -> Iterator[Dependence]:
    ones = _inside(at.get((passage.left.document, passage.left.index), []), passage.left_start, passage.left_end)
    others = _inside(at.get((passage.right.document, passage.right.index), []), passage.right_start, passage.right_end)
    for one in ones:
        match = next((other for other in others if other.row.type == one.row.type), None)
        if match is not None:
            why = f"told in the same words: “{_words(passage)}”"
            yield make_dependence(one.id, match.id, DependenceKind.VERBATIM, _spots(passage), why)


def _words(passage: Passage) -> str:
    text = passage.left.text[passage.left_start - passage.left.start : passage.left_end - passage.left.start]
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rsplit(' ', 1)[0]} …"


def _inside(accounts: Iterable[Account], start: int, end: int) -> list[Account]:
    return sorted(
        (a for a in accounts if a.row.start < end and start < a.row.end), key=lambda a: (a.row.start, a.row.end, a.id)
    )
