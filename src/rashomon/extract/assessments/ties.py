"""Whose a thing is, and the verbs around it."""

from dataclasses import dataclass

from rashomon.extract.clauses import is_negated
from rashomon.lexicon.factors import FactorTable
from rashomon.records import Annotated, Token


@dataclass(frozen=True, slots=True)
class Holding:
    """Who has or lacks a thing.

    Attributes:
        owner: token of who has or lacks it, or None if the sentence does not say.
        has: True if had, False if lacked, None if needed or hoped for.
        governor: token of the word that says so.
        helps: whether it helps or hurts the owner, where the verb says so whatever the thing is; else None.
    """

    owner: int | None
    has: bool | None
    governor: int
    helps: bool | None = None


def head_of(annotated: Annotated, token: Token) -> Token:
    """Give the word that a word hangs on."""
    return annotated.tokens[token.head]


def find_owner(annotated: Annotated, table: FactorTable, noun: Token) -> int | None:
    """Give whose a thing is: "X's unity", "unity of X", "divisions within X"."""
    owner = find_possessor(annotated, noun)
    if owner is not None:
        return owner
    for child in annotated.dependents(noun.index, "nmod"):
        if child.lemma.lower() in table.goods:
            continue  # "supplies of fuel for the army": what it is made of
        if any(case.text.lower() in table.owners for case in annotated.dependents(child.index, "case")):
            return child.index
    return None


def find_possessor(annotated: Annotated, noun: Token) -> int | None:
    """Give who stands before a noun as its possessor: "X's unity"."""
    return next((c.index for c in annotated.dependents(noun.index, "nmod") if c.deprel == "nmod:poss"), None)


def says(annotated: Annotated, table: FactorTable, verb: Token, verbs: frozenset[str]) -> bool:
    """Say whether a verb is one of those wanted, with the particle or preposition that it needs."""
    needed = table.particles.get(verb.lemma)
    if verb.lemma not in verbs or needed is None:
        return verb.lemma in verbs
    beside = list(annotated.dependents(verb.index, "compound", "advmod"))
    beside += [
        case for child in annotated.dependents(verb.index, "obl") for case in annotated.dependents(child.index, "case")
    ]
    return any(child.text.lower() in needed for child in beside)


def is_denied(annotated: Annotated, table: FactorTable, index: int, negations: frozenset[str]) -> bool:
    """Say whether a negation or "no longer" stands on a word."""
    if is_negated(annotated, index, negations):
        return True
    for child in annotated.dependents(index, "advmod"):
        before = annotated.tokens[child.index - 1].text.lower() if child.index else ""
        if child.text.lower() in table.over and before in table.state_negations:
            return True
    return False
