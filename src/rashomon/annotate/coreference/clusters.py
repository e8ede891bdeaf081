"""Mentions of one thing while they are gathered, and the look at a token's surroundings that all rules share."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from rashomon.records import Annotated, ChainMention, Token

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "obl:agent"})


@dataclass(slots=True, eq=False)
class Cluster:
    """One thing of the document.

    Attributes:
        label: entity label, "" for a described person or group.
        mentions: in the order in which they were found.
        names: printed names.
        roles: printed roles and titles.
        nouns: dictionary forms of the role and kind nouns told of it ("general", "province").
        gender: "m", "f" or "" if unknown.
        plural: whether "they" is its pronoun.
        person: whether it is one person.
    """

    label: str
    mentions: list[ChainMention] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    nouns: set[str] = field(default_factory=set)
    gender: str = ""
    plural: bool = False
    person: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention as a possible antecedent: its cluster, head token and sentence, and whether it is a subject."""

    cluster: Cluster
    head: int
    sentence: int
    subject: bool
    first: int
    last: int


def head_of(annotated: Annotated, first: int, last: int) -> int:
    """Give the token of a stretch whose head lies outside it; the last token if the tree says nothing."""
    tokens = annotated.tokens
    for index in range(first, last):
        head = tokens[index].head
        if (head < first or head >= last or head == index) and tokens[index].upos not in {"PUNCT", "ADP"}:
            return index
    return last - 1


def is_subject(annotated: Annotated, head: int) -> bool:
    """Say whether a token, or the first of the conjuncts that it belongs to, is a subject or an agent."""
    token = annotated.tokens[head]
    if token.deprel == "conj":
        token = annotated.tokens[token.head]
    return token.deprel in _SUBJECTS


def left_words(annotated: Annotated, first: int, head: int) -> Iterator[Token]:
    """Give the modifiers that stand in one stretch right before `first` and hang under `head`, from right to left."""
    index = first - 1
    while index >= 0:
        token = annotated.tokens[index]
        inside = token.head == head or (index < token.head < first)
        if not inside or token.deprel not in {"compound", "amod", "nmod", "advmod", "punct", "flat"}:
            return
        yield token
        index -= 1


def description(annotated: Annotated, head: int) -> tuple[int, int]:
    """Give the stretch of a described noun without article: its modifiers before it and "of ..." after it."""
    tokens = annotated.tokens
    first = head
    for token in left_words(annotated, head, head):
        first = token.index
    while first < head and tokens[first].upos in {"PUNCT", "DET"}:
        first += 1
    last = head + 1
    for child in annotated.children[head]:
        if tokens[child].deprel == "nmod" and _left_edge(annotated, child) == last:
            last = _end_of(annotated, child)
    return first, last


def _left_edge(annotated: Annotated, index: int) -> int:
    edge = index
    while annotated.children[edge] and annotated.children[edge][0] < edge:
        edge = annotated.children[edge][0]
    return edge


def _end_of(annotated: Annotated, index: int) -> int:
    """Give where a phrase ends, clauses and appositions left out."""
    last = index + 1
    for child in annotated.children[index]:
        token = annotated.tokens[child]
        if child > index and token.deprel in {"nmod", "compound", "flat", "nmod:poss", "case", "conj", "cc"}:
            last = max(last, _end_of(annotated, child))
    return last
