"""Whether a sentence says that somebody has something, lacks it or needs it: "X lacks Y", "there is no Y", "X's Y"."""

from rashomon.extract.assessments.affecting import find_affected, find_given, find_taken
from rashomon.extract.assessments.ties import Holding, find_owner, find_possessor, head_of, is_denied, says
from rashomon.extract.clauses import find_agent, find_patient, has_case, own_subject, to_antecedent
from rashomon.lexicon.factors import FactorTable
from rashomon.records import Annotated, Function, Token

_BY = (Function.BY, Function.WITH, Function.FROM)


def find_holding(annotated: Annotated, table: FactorTable, noun: Token) -> Holding | None:
    """Read what a sentence says of a thing; None where it is merely mentioned."""
    lead = _counted(annotated, table, _lead(annotated, noun))
    for read in _READINGS:
        found = read(annotated, table, lead, noun)
        if found is not None:
            return found
    return None


def _lead(annotated: Annotated, noun: Token) -> Token:
    """Give the first of joined nouns: it stands where all of them stand."""
    while noun.deprel == "conj" and annotated.tokens[noun.head].upos in {"NOUN", "PROPN"}:
        noun = annotated.tokens[noun.head]
    return noun


def _counted(annotated: Annotated, table: FactorTable, noun: Token) -> Token:
    """Give the quantity that stands in a noun's place: "a number of obstacles"."""
    head = head_of(annotated, noun)
    return head if noun.deprel == "nmod" and head.lemma in table.quantities else noun


def _is_lacked(annotated: Annotated, table: FactorTable, *nouns: Token) -> bool:
    for noun in nouns:
        for child in annotated.dependents(noun.index, "det", "amod", "advmod"):
            if child.text.lower() in table.lack_words or (child.deprel == "amod" and child.lemma in table.weak):
                return True
    return False


def _lacking_noun(annotated: Annotated, table: FactorTable, lead: Token, noun: Token) -> Holding | None:
    """Read "a lack of unity", wherever the lack itself stands."""
    lack = head_of(annotated, lead)
    if lead.deprel != "nmod" or lack.lemma not in table.lack_nouns or not has_case(annotated, lead.index, Function.OF):
        return None
    lack = _lead(annotated, lack)
    poss = next(
        (child.index for child in annotated.dependents(lack.index, "nmod") if child.deprel == "nmod:poss"), None
    )
    owner = poss if poss is not None else _sufferer(annotated, table, lack)
    return Holding(owner, False, lack.index)


def _sufferer(annotated: Annotated, table: FactorTable, lack: Token) -> int | None:
    """Give who suffers from a lack or an ill: its verb's agent, or whom "the problem facing X" names."""
    subject = own_subject(annotated, lack.index)
    if subject is not None:
        return _faced(annotated, table, annotated.tokens[subject])
    verb = head_of(annotated, lack)
    if verb.upos == "VERB" and lack.deprel.startswith("ob"):
        return find_patient(annotated, verb) if lack.deprel == "obl:agent" else find_agent(annotated, verb)
    return None


def _faced(annotated: Annotated, table: FactorTable, problem: Token) -> int | None:
    for child in annotated.dependents(problem.index, "acl"):
        if child.lemma in table.facing:
            return find_patient(annotated, child)
    return find_owner(annotated, table, problem)


def _without(annotated: Annotated, table: FactorTable, lead: Token, noun: Token) -> Holding | None:
    if not any(case.text.lower() in table.without for case in annotated.dependents(lead.index, "case")):
        return None
    verb = head_of(annotated, lead)
    owner = None
    if verb.upos in {"VERB", "ADJ", "NOUN"}:
        owner = find_patient(annotated, verb) if verb.upos == "VERB" else None
        owner = find_agent(annotated, verb) or owner
    return Holding(owner, False, lead.index)


def _under_verb(annotated: Annotated, table: FactorTable, lead: Token, noun: Token) -> Holding | None:
    verb = head_of(annotated, lead)
    if verb.upos not in {"VERB", "AUX", "ADJ"}:
        return None
    negated = is_denied(annotated, table, verb.index, table.negations)
    if lead.deprel == "obj":
        return _of_object(annotated, table, verb, lead, noun, negated)
    if lead.deprel in {"obl", "obl:agent"} and any(has_case(annotated, lead.index, word) for word in _BY):
        if verb.lemma in table.have_prepositions:
            return Holding(find_agent(annotated, verb), not negated, verb.index)
        if verb.lemma in table.suffer:
            owner = find_patient(annotated, verb) or find_agent(annotated, verb)
            return Holding(owner, not negated, verb.index)
    return _of_oblique(annotated, table, verb, lead, negated) if lead.deprel == "obl" else None


def _of_oblique(annotated: Annotated, table: FactorTable, verb: Token, lead: Token, negated: bool) -> Holding | None:
    """Read "count on support", "short of cash", "hope for aid"."""
    agent = find_agent(annotated, verb)
    if verb.lemma in table.counting and has_case(annotated, lead.index, Function.ON):
        return Holding(agent, not negated, verb.index)
    if verb.lemma in table.particles and says(annotated, table, verb, table.falling):
        return Holding(agent, negated, verb.index)  # "running low on fuel"
    if verb.upos == "ADJ" and verb.lemma in table.lack_predicates | table.good_predicates:
        return Holding(agent, (verb.lemma in table.good_predicates) != negated, verb.index)
    return Holding(agent, None, verb.index) if verb.lemma in table.need else None


def _of_object(
    annotated: Annotated, table: FactorTable, verb: Token, lead: Token, noun: Token, negated: bool
) -> Holding | None:
    agent = find_agent(annotated, verb)
    lacked = _is_lacked(annotated, table, lead, noun)
    if verb.lemma in table.have or verb.lemma in table.suffer:
        return Holding(agent, negated == lacked, verb.index)
    if verb.lemma in table.lack:
        return Holding(agent, negated, verb.index)
    if verb.lemma in table.need:
        return Holding(agent, None, verb.index)
    if says(annotated, table, verb, table.raising) or says(annotated, table, verb, table.lowering):
        owner = _named_before(annotated, find_owner(annotated, table, lead), agent)
        return None if owner is None else Holding(owner, (verb.lemma in table.raising) != negated, verb.index)
    return None


def _named_before(annotated: Annotated, owner: int | None, agent: int | None) -> int | None:
    """Give the agent where the owner is a pronoun for it: "they set aside their rivalries"."""
    if owner is None or agent is None or annotated.tokens[owner].upos != "PRON":
        return owner
    chain = annotated.chain_at.get(owner)
    return agent if chain is not None and chain == annotated.chain_at.get(agent) else owner


def _predicated(annotated: Annotated, table: FactorTable, lead: Token, noun: Token) -> Holding | None:
    """Read "support is insufficient", "aid may be forthcoming"."""
    head = head_of(annotated, lead)
    if lead.deprel not in {"nsubj", "nsubj:pass"} or head.upos not in {"ADJ", "VERB"}:
        return None
    if lead.deprel == "nsubj:pass":
        return _changed(annotated, table, lead, head)
    likely, head = head, _what_is_likely(annotated, table, head)
    good = head.lemma in table.good_predicates or (head.upos == "VERB" and says(annotated, table, head, table.rising))
    bad = head.lemma in table.lack_predicates or (head.upos == "VERB" and says(annotated, table, head, table.falling))
    if not good and not bad:
        return None
    negated = is_denied(annotated, table, head.index, table.negations)
    negated = negated != (head.index != likely.index and likely.lemma in table.lack_predicates)
    owner = find_owner(annotated, table, lead)
    if owner is None and head.lemma in table.spreading:
        owner = find_within(annotated, table, head)
    return Holding(owner, (good != negated), head.index)


def _changed(annotated: Annotated, table: FactorTable, lead: Token, verb: Token) -> Holding | None:
    """Read "the supply lines have been cut"."""
    more, less = (says(annotated, table, verb, verbs) for verbs in (table.raising, table.lowering))
    less = less or verb.text.lower() in table.lack_predicates
    owner = find_owner(annotated, table, lead)
    if owner is None or more == less:
        return None
    return Holding(owner, more != is_denied(annotated, table, verb.index, table.negations), verb.index)


def _what_is_likely(annotated: Annotated, table: FactorTable, head: Token) -> Token:
    """Give what a thing is likely to do or be: "fuel is likely to run short"."""
    if head.upos != "ADJ" or head.lemma not in table.hedges:
        return head
    return next(annotated.dependents(head.index, "xcomp"), head)


def find_within(annotated: Annotated, table: FactorTable, head: Token) -> int | None:
    """Give among whom something is common: "desertion is rife in the army"."""
    for child in annotated.dependents(head.index, "obl"):
        if any(case.text.lower() in table.owners for case in annotated.dependents(child.index, "case")):
            return child.index
    return None


def _existential(annotated: Annotated, table: FactorTable, lead: Token, noun: Token) -> Holding | None:
    """Read "there is no support", "there appears to be unity"."""
    verb = head_of(annotated, lead)
    over = head_of(annotated, verb)
    there = any(
        any(True for _ in annotated.dependents(index, "expl")) for index in (verb.index, over.index, lead.index)
    )
    if not there or (verb.lemma not in table.existentials and lead.deprel != "root"):
        return None
    negated = is_denied(annotated, table, verb.index, table.negations)
    return Holding(
        find_owner(annotated, table, lead), not (_is_lacked(annotated, table, lead, noun) or negated), verb.index
    )


def _of_problem(annotated: Annotated, table: FactorTable, lead: Token, noun: Token) -> Holding | None:
    """Read "the problem facing X is Y", "the only advantage was X's ignorance of the ground"."""
    head, subject = head_of(annotated, lead), own_subject(annotated, lead.index)
    if subject is None:
        judged = lead.deprel == "nsubj" and head.lemma in table.advantages | table.problems
        owner = find_owner(annotated, table, noun)
        owner = _faced(annotated, table, head) if owner is None else owner
        return Holding(owner, head.lemma in table.advantages, head.index) if judged else None
    named = annotated.tokens[to_antecedent(annotated, subject)]
    if named.lemma in table.problems:
        return Holding(_faced(annotated, table, named), True, lead.index)
    if named.lemma in table.advantages:
        return Holding(find_owner(annotated, table, noun), True, lead.index)
    return None


def _graded(annotated: Annotated, table: FactorTable, lead: Token, noun: Token) -> Holding | None:
    """Read a judging adjective beside an owner: "X's superior firepower"."""
    owner = find_possessor(annotated, noun)
    if owner is None:
        return None
    for child in annotated.dependents(noun.index, "amod"):
        if child.lemma in table.strong or child.lemma in table.weak:
            return Holding(owner, child.lemma in table.strong, child.index)
    return None


_READINGS = (
    _lacking_noun,
    _without,
    _under_verb,
    find_affected,
    find_given,
    find_taken,
    _predicated,
    _existential,
    _of_problem,
    _graded,
)
