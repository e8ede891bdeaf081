"""States told by a noun between two: "X's control of Y", "X retains control of Y", "X's support for Y"."""

from collections.abc import Iterator

from rashomon.extract.clauses import find_agent, has_case
from rashomon.extract.relations.denial import has_none, is_denied, is_wished
from rashomon.extract.relations.drafts import Draft, flip, of_share
from rashomon.extract.relations.ends import Text, find_end, is_share
from rashomon.lexicon.relation_patterns import GripPattern
from rashomon.records import Token


def find_by_grip(text: Text, noun: Token, patterns: tuple[GripPattern, ...]) -> Iterator[Draft]:
    """Find who is said to have, or no longer to have, a hold on what, or a tie to whom."""
    for pattern in patterns:
        at = _held(text, noun, pattern)
        held = find_end(text, at, pattern.held_is)
        verb = text.annotated.tokens[noun.head]
        under = verb.upos == "VERB" and noun.deprel == "obj"
        qualifier = pattern.verbs.get(verb.lemma) if under else ""
        holder = find_end(text, find_agent(text.annotated, verb) if under else _possessor(text, noun), "actor")
        if qualifier is None or holder is None or held is None or held == holder:
            continue
        if under and is_wished(text, verb.index):
            return
        negated = under and (is_denied(text, verb.index) or has_none(text, noun.index))
        first = min(verb.index, noun.index) if under else noun.index
        yield Draft(
            pattern.kind,
            noun.index,
            first,
            noun.index + 1,
            holder,
            held,
            "",
            of_share(pattern.kind, flip(qualifier, negated), is_share(text, at)),
        )
        return


def _held(text: Text, noun: Token, pattern: GripPattern) -> int | None:
    beside = list(text.annotated.dependents(noun.index, "nmod"))
    if noun.deprel == "obj":
        beside += text.annotated.dependents(noun.head, "obl")
    for child in beside:
        if any(has_case(text.annotated, child.index, word) for word in pattern.prepositions):
            return child.index
    return None


def _possessor(text: Text, noun: Token) -> int | None:
    for child in text.annotated.dependents(noun.index, "nmod", "compound", "amod"):
        if child.deprel == "nmod:poss" or (child.deprel != "nmod" and text.label(child.index)):
            return child.index
    return None
