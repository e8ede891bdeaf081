"""Whether a state is denied, over, or only wished for: "refuses to recognise", "no longer holds", "wants to lead"."""

from rashomon.extract.clauses import bounds_number, is_negated
from rashomon.extract.relations.ends import Text
from rashomon.records import Function, Token

_PURPOSES = frozenset({"advcl", "acl"})
_COMPLETES = frozenset({"obl", "obj", "xcomp", "ccomp"})
_STEPS = 3


def is_denied(text: Text, index: int) -> bool:
    """Say whether a negation, "no longer", or a verb that denies what it governs stands over a word."""
    if is_negated(text.annotated, index, text.table.negations) or _is_over(text, index):
        return True
    return any(verb.lemma in text.table.refusing for verb in _governing(text, index))


def is_wished(text: Text, index: int, aims: bool = True) -> bool:
    """Say whether a word completes a verb under which nothing is said to hold, or tells a purpose.

    Args:
        text: the document.
        index: the word.
        aims: whether a purpose counts: who leaves to fight somebody is against him already.
    """
    token, head = text.annotated.tokens[index], text.annotated.tokens[text.annotated.tokens[index].head]
    over = [token, head] if token.deprel in _COMPLETES and head.upos == "VERB" else [token]
    if aims and any(_is_purpose(text, verb) for verb in over):
        return True
    return any(verb.lemma in text.table.wishing for one in over for verb in _governing(text, one.index))


def _is_purpose(text: Text, verb: Token) -> bool:
    """Say whether a verb stands in an infinitive that only tells what for: "qualified to serve", "a force to hold"."""
    marks = text.annotated.dependents(verb.index, "mark")
    return verb.deprel in _PURPOSES and any(mark.does(Function.INFINITIVE) for mark in marks)


def has_none(text: Text, index: int | None) -> bool:
    """Say whether there is nothing of what a noun names: "no troops"."""
    if index is None:
        return False
    words = [t for t in text.annotated.dependents(index, "det", "cc") if t.text.lower() in text.table.negations]
    return any(not bounds_number(text.annotated, word.index) for word in words)


def _is_over(text: Text, index: int) -> bool:
    for child in text.annotated.dependents(index, "advmod"):
        before = text.annotated.tokens[child.index - 1].text.lower() if child.index else ""
        if child.text.lower() in text.table.no_longer and before in text.table.negations:
            return True
    return False


def _governing(text: Text, index: int) -> list[Token]:
    """Give the verbs that a word completes, nearest first: "wants" and "become" over "president"."""
    tokens = text.annotated.tokens
    found: list[Token] = []
    token = tokens[index]
    while token.deprel == "xcomp" and len(found) < _STEPS:
        token = tokens[token.head]
        found.append(token)
    return found
