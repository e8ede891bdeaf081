"""Control told by a noun: "X's control of Y", "X retains control of Y", "X has lost control of Y"."""

from collections.abc import Iterator

from rashomon.extract.clauses import find_agent, has_case, is_negated
from rashomon.extract.relations.drafts import Draft, flip
from rashomon.extract.relations.ends import Text, find_end
from rashomon.lexicon.relation_patterns import GripPattern
from rashomon.records import Token


def find_by_grip(text: Text, noun: Token, patterns: tuple[GripPattern, ...]) -> Iterator[Draft]:
    """Find who is said to have, or no longer to have, a hold on what."""
    place = _held(text, noun)
    if place is None:
        return
    for pattern in patterns:
        verb = text.annotated.tokens[noun.head]
        under = verb.upos == "VERB" and noun.deprel == "obj"
        qualifier = pattern.verbs.get(verb.lemma) if under else ""
        holder = find_end(text, find_agent(text.annotated, verb) if under else _possessor(text, noun), "actor")
        if qualifier is None or holder is None:
            continue
        negated = under and is_negated(text.annotated, verb.index, text.table.negations)
        first = min(verb.index, noun.index) if under else noun.index
        yield Draft(pattern.kind, noun.index, first, noun.index + 1, holder, place, "", flip(qualifier, negated))
        return


def _held(text: Text, noun: Token) -> str | None:
    for child in text.annotated.dependents(noun.index, "nmod"):
        if any(has_case(text.annotated, child.index, word) for word in text.table.grip_prepositions):
            return find_end(text, child.index, "place")
    return None


def _possessor(text: Text, noun: Token) -> int | None:
    for child in text.annotated.dependents(noun.index, "nmod", "compound", "amod"):
        if child.deprel == "nmod:poss" or (child.deprel != "nmod" and text.label(child.index)):
            return child.index
    return None
