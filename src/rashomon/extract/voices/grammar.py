"""Small questions about a verb and what hangs on it."""

from rashomon.lexicon.cues import CueRow
from rashomon.records import Annotated, Function, Token


def direct_object(annotated: Annotated, verb: int) -> int | None:
    """Give the direct object."""
    return next((child.index for child in annotated.dependents(verb, "obj")), None)


def has_own_subject(annotated: Annotated, index: int) -> bool:
    """Say whether a clause has a noun as subject."""
    return any(True for _ in annotated.dependents(index, "nsubj"))


def prepositional(annotated: Annotated, verb: int, row: CueRow) -> int | None:
    """Give the oblique behind the verb that one of the row's prepositions leads to."""
    for child in annotated.dependents(verb, "obl"):
        if child.index > verb and prepositions(annotated, child.index, row.prep):
            return child.index
    return None


def cases(annotated: Annotated, index: int | None) -> set[int]:
    """Give the prepositions of a phrase."""
    return set() if index is None else {c.index for c in annotated.dependents(index, "case")}


def with_preposition(
    annotated: Annotated, verb: int, wanted: frozenset[str], function: Function | None = None
) -> int | None:
    """Find the phrase behind the verb, under it or under its object, that one of the prepositions leads to.

    Args:
        annotated: the document.
        verb: the verb.
        wanted: lemmas of the prepositions.
        function: prepositions of this function are wanted too.
    """
    obj = direct_object(annotated, verb)
    beside = list(annotated.dependents(verb, "obl", "advcl", "xcomp", "nmod"))
    beside += [] if obj is None else list(annotated.dependents(obj, "nmod", "acl"))
    for child in beside:
        found = child.index > verb and prepositions(annotated, child.index, wanted, function)
        if found and not (child.deprel == "advcl" and has_own_subject(annotated, child.index)):
            return child.index
    return None


def prepositions(
    annotated: Annotated, index: int, wanted: frozenset[str], function: Function | None = None
) -> list[int]:
    """Give the wanted prepositions of a phrase."""
    return [
        child
        for child in annotated.children[index]
        if child < index
        and annotated.tokens[child].deprel in {"case", "mark"}
        and (
            annotated.tokens[child].lemma in wanted or (function is not None and annotated.tokens[child].does(function))
        )
    ]


def has_to(annotated: Annotated, index: int) -> bool:
    """Say whether a verb is an infinitive with its mark ("to")."""
    return any(
        annotated.tokens[c].does(Function.INFINITIVE) and annotated.tokens[c].xpos == "TO"
        for c in annotated.children[index]
    )


def has_mark(annotated: Annotated, index: int) -> bool:
    """Say whether a conjunction or a preposition leads to a clause."""
    return any(True for _ in annotated.dependents(index, "mark", "case"))


def helpers(annotated: Annotated, verb: int) -> list[Token]:
    """Give a verb's auxiliaries; one before a comma is of the clause around it ("he may, it is said, join")."""
    found = (child for child in annotated.dependents(verb, "aux") if child.index < verb)
    return [c for c in found if not any(annotated.tokens[k].text == "," for k in range(c.index, verb))]


def has_expletive(annotated: Annotated, verb: int) -> bool:
    """Say whether a subject that is nobody ("it") stands before the verb."""
    return any(annotated.tokens[c].does(Function.EXPLETIVE) for c in annotated.children[verb] if c < verb)
