"""Finds every actor that the text names, so that the ledger knows all spellings printed, in a claim or not.

Beside them whoever a described one belongs to by its own words: "its" of "its men", "group" of "the group's chief".
"""

from collections.abc import Iterable, Iterator

from rashomon.extract.mentions import make_mention
from rashomon.records import Annotated, Mention, MentionKind

_ACTORS = frozenset({"PERSON", "ORG", "NORP"})
_POSSESSING = ("nmod:poss", "nmod")


def find_named_actors(annotated: Annotated) -> tuple[Mention, ...]:
    """Give one mention a named person, organisation or people, in text order.

    A name that only stands before another noun ("Taliban fighters", "the Kabul government") is part of that one's
    mention and no mention of its own, unless a possessive parts the two.
    """
    found = []
    for entity in annotated.entities:
        if entity.label in _ACTORS:
            head = _head(annotated, entity.first, entity.last)
            if annotated.tokens[head].deprel not in {"compound", "amod", "flat"}:
                found.append(make_mention(annotated, head, MentionKind.ACTOR))
    return tuple(found)


def find_owners(annotated: Annotated, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Give a mention each of those to whom described actors belong, where another mention of the text is the same one.

    Args:
        annotated: the document's columns.
        mentions: of actors; only what is described, not named, is asked for its owner.
    """
    for mention in mentions:
        if mention.kind is MentionKind.ACTOR and not mention.name:
            for child in annotated.dependents(mention.head, *_POSSESSING):
                chain = annotated.chain_at.get(child.index)
                if chain is not None and annotated.chains[chain].label != "PLACE" and child.end <= mention.end:
                    yield make_mention(annotated, child.index, MentionKind.ACTOR)


def _head(annotated: Annotated, first: int, last: int) -> int:
    """Give the token of the stretch whose head lies outside it, or the last token."""
    for index in range(first, last):
        head = annotated.tokens[index].head
        if head == index or not first <= head < last:
            return index
    return last - 1
