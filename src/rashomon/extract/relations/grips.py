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
        pair = _between(text, noun, pattern)
        if pair is not None:
            yield pair
            return
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
            anchor=verb.index if under else None,
        )
        return


def _between(text: Text, noun: Token, pattern: GripPattern) -> Draft | None:
    """Read "an alliance between X and Y"."""
    if not pattern.mutual or is_wished(text, noun.index):
        return None
    for child in text.annotated.dependents(noun.index, "nmod"):
        joined = [one.index for one in text.annotated.dependents(child.index, "conj")]
        if len(joined) != 1 or not any(has_case(text.annotated, child.index, word) for word in text.table.between):
            continue
        ends = [find_end(text, index, pattern.held_is) for index in (child.index, *joined)]
        if ends[0] is None or ends[1] is None or ends[0] == ends[1]:
            continue
        head = text.annotated.tokens[noun.head]
        over = is_denied(text, head.index) if head.upos == "VERB" and noun.deprel in {"nsubj", "obj"} else False
        denied = over or is_denied(text, noun.index) or has_none(text, noun.index)
        if noun.deprel in {"nsubj", "obj"} and head.lemma not in {*text.table.copulas, *pattern.verbs}:
            return None
        qualifier = flip(pattern.verbs.get(head.lemma, ""), denied)
        return Draft(pattern.kind, noun.index, noun.index, noun.index + 1, ends[0], ends[1], "", qualifier)
    return None


def _held(text: Text, noun: Token, pattern: GripPattern) -> int | None:
    beside = list(text.annotated.dependents(noun.index, "nmod"))
    head = text.annotated.tokens[noun.head]
    if noun.deprel == "obj":
        beside += text.annotated.dependents(noun.head, "obl")
    if noun.deprel == "nsubj" and pattern.seat:
        lies = head.upos == "VERB" and head.lemma in text.table.statives
        beside += text.annotated.dependents(head.index, "obl") if lies else [head]
        beside += [deeper for child in beside for deeper in text.annotated.dependents(child.index, "nmod")]
    for child in beside:
        if any(has_case(text.annotated, child.index, word) for word in pattern.prepositions):
            return child.index
    return None


def _possessor(text: Text, noun: Token) -> int | None:
    for child in text.annotated.dependents(noun.index, "nmod", "compound", "amod"):
        if child.deprel == "nmod:poss" or (child.deprel != "nmod" and text.label(child.index)):
            return child.index
    return None
