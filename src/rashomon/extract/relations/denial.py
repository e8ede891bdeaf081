"""Whether a state is denied, over, or only wished for: "refuses to recognise", "no longer holds", "wants to lead"."""

from rashomon.extract.clauses import is_negated
from rashomon.extract.relations.ends import Text
from rashomon.records import Token

_STEPS = 3


def is_denied(text: Text, index: int) -> bool:
    """Say whether a negation, "no longer", or a verb that denies what it governs stands over a word."""
    if is_negated(text.annotated, index, text.table.negations) or _is_over(text, index):
        return True
    return any(verb.lemma in text.table.refusing for verb in _governing(text, index))


def is_wished(text: Text, index: int) -> bool:
    """Say whether a word completes a verb under which nothing is said to hold."""
    return any(verb.lemma in text.table.wishing for verb in _governing(text, index))


def has_none(text: Text, index: int | None) -> bool:
    """Say whether there is nothing of what a noun names: "no troops"."""
    if index is None:
        return False
    return any(child.text.lower() in text.table.negations for child in text.annotated.dependents(index, "det"))


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
