"""Things that help, hurt or turn on somebody, that are given to him or taken from him."""

from rashomon.extract.assessments.ties import Holding, find_owner, find_possessor, head_of, is_denied, says
from rashomon.extract.clauses import find_patient, has_case
from rashomon.lexicon.factors import FactorTable
from rashomon.records import Annotated, Function, Token


def find_affected(annotated: Annotated, table: FactorTable, lead: Token, noun: Token) -> Holding | None:
    """Read a thing that helps, hurts or turns on somebody: "a split weakens the junta", "the terrain favours X"."""
    verb = head_of(annotated, lead)
    if lead.deprel != "nsubj" or verb.upos != "VERB" or is_denied(annotated, table, verb.index, table.negations):
        return None
    if says(annotated, table, verb, table.backfiring):
        doer = _doer(annotated, lead)
        return None if doer is None else Holding(doer, True, verb.index, helps=False)
    helps, harms = verb.lemma in table.helping, verb.lemma in table.harming
    patient = find_patient(annotated, verb) if helps or harms else None
    if patient is None or head_of(annotated, verb).index == lead.index:
        return None
    owner = find_owner(annotated, table, lead) if annotated.tokens[patient].upos == "PRON" else None
    return Holding(patient if owner is None else owner, True, verb.index, helps=helps)


def _doer(annotated: Annotated, noun: Token) -> int | None:
    """Give who does what a noun tells; "of" may lead to whom it is done: "the massacre of villagers by the army"."""
    for child in annotated.dependents(noun.index, "nmod"):
        if has_case(annotated, child.index, Function.BY):
            return child.index
    return find_possessor(annotated, noun)


def find_given(annotated: Annotated, table: FactorTable, lead: Token, noun: Token) -> Holding | None:
    """Read "the missiles give the rebels an edge": the thing is an advantage to whom it gives one."""
    verb = head_of(annotated, lead)
    if (
        lead.deprel != "nsubj"
        or verb.lemma not in table.giving
        or is_denied(annotated, table, verb.index, table.negations)
    ):
        return None
    for child in annotated.dependents(verb.index, "obj"):
        if child.lemma in table.advantages | table.problems:
            owner = _receiver(annotated, verb)
            return None if owner is None else Holding(owner, True, verb.index, helps=child.lemma in table.advantages)
    return None


def _receiver(annotated: Annotated, verb: Token) -> int | None:
    return next((child.index for child in annotated.dependents(verb.index, "iobj")), None)


def find_taken(annotated: Annotated, table: FactorTable, lead: Token, noun: Token) -> Holding | None:
    """Read "the blockade deprives the garrison of food", "robbed of their refuge"."""
    verb = head_of(annotated, lead)
    if verb.upos in {"NOUN", "PROPN", "PRON"} and verb.deprel in {"obj", "nsubj:pass"}:
        verb = head_of(annotated, verb)
    if verb.lemma not in table.depriving or not has_case(annotated, lead.index, Function.OF):
        return None
    owner = find_patient(annotated, verb)
    negated = is_denied(annotated, table, verb.index, table.negations)
    return None if owner is None else Holding(owner, negated, verb.index)
