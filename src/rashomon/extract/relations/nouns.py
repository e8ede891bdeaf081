"""Relations told by nouns: "X, leader of Y", "Y leader X", "the former minister X", "X is a son of Y"."""

from collections.abc import Iterator

from rashomon.extract.clauses import find_agent, find_patient, has_case, is_passive, own_subject, to_antecedent
from rashomon.extract.mentions import noun_phrase
from rashomon.extract.relations.denial import is_wished
from rashomon.extract.relations.drafts import Draft
from rashomon.extract.relations.ends import Text, find_end, name_before
from rashomon.extract.relations.offices import KIN, find_qualifier, write_value
from rashomon.lexicon.relation_patterns import NounPattern
from rashomon.records import Figure, Function, Token

_STEPS = 4
_LEADER = "leader"
_LEADS, _OFFICE = "leads", "holds-office"
_MUTUAL = frozenset({"allied-with", "opposes", KIN})


def find_by_noun(text: Text, noun: Token, patterns: tuple[NounPattern, ...]) -> Iterator[Draft]:
    """Find what a noun tells: the first pattern of each kind that fits; an office is no leadership beside."""
    if is_wished(text, noun.index):
        return
    for pattern in patterns:
        draft = _fit(text, noun, pattern) or _fit_pair(text, noun, pattern)
        if draft is not None:
            yield draft
            return


def _fit_pair(text: Text, noun: Token, pattern: NounPattern) -> Draft | None:
    """Read "X and Y are allies": each is the other's."""
    if pattern.kind not in _MUTUAL or noun.xpos not in text.table.plurals:
        return None
    first = own_subject(text.annotated, noun.index)
    joined = [] if first is None else [child.index for child in text.annotated.dependents(first, "conj")]
    if len(joined) != 1 or any(True for _ in _complements(text, noun)):
        return None
    sort = pattern.complement_is
    subject, found = find_end(text, first, sort), find_end(text, joined[0], sort)
    if subject is None or found is None:
        return None
    qualifier = find_qualifier(text, noun, pattern)
    value = write_value(text, noun) if pattern.value else ""
    return Draft(pattern.kind, noun.index, noun.index, noun.index + 1, subject, found, value, qualifier)


def _fit(text: Text, noun: Token, pattern: NounPattern) -> Draft | None:
    complement = _find_complement(text, noun, pattern)
    if pattern.required and complement is None:
        return None
    figures = _figures(text, noun) if pattern.figures else ()
    if pattern.figures and (not figures or any(True for _ in text.annotated.dependents(noun.index, "compound"))):
        return None
    holder = _find_peopled(text, noun) if pattern.figures else find_holder(text, noun)
    if pattern.kind == _LEADS and _is_office(text, noun):
        return None
    if pattern.kind == _OFFICE and noun.lemma in text.table.vague_heads and complement is None:
        return None
    wanted = _holder_sort(pattern)
    held = find_end(text, holder, wanted)
    if held is None and pattern.figures and complement is not None:
        held, complement = complement, None
    if held is None or held == complement:
        return None
    qualifier = find_qualifier(text, noun, pattern)
    subject, other = (held, complement) if pattern.holder == "subject" else (complement, held)
    subject = None if pattern.figures else subject
    value = write_value(text, noun) if pattern.value else ""
    return Draft(pattern.kind, noun.index, noun.index, noun.index + 1, subject, other, value, qualifier, figures)


def _is_office(text: Text, noun: Token) -> bool:
    """Say whether a body or a country makes an office of "head", "leader": "head of the ministry"."""
    for child in text.annotated.dependents(noun.index, "nmod", "compound"):
        words = {text.annotated.tokens[index].lemma.lower() for index in text.annotated.subtree(child.index)}
        if noun.lemma == _LEADER and text.annotated.entity_at[child.index] >= 0 and text.label(child.index) == "ORG":
            continue
        if words & text.table.office_bodies and child.index != noun.index:
            return True
    return False


def _find_peopled(text: Text, noun: Token) -> int | None:
    """Give the place of a population: "X has a population of", "X, with a population of", "the population of X"."""
    annotated, head = text.annotated, text.annotated.tokens[noun.head]
    if noun.deprel == "obj":
        return find_agent(annotated, head)
    return head.index if noun.deprel in {"nmod", "obl"} and has_case(annotated, noun.index, Function.WITH) else None


def _holder_sort(pattern: NounPattern) -> str:
    if pattern.holder == "object":
        return "place"
    if pattern.holder_is:
        return pattern.holder_is
    return {_OFFICE: "person", KIN: "person", "studied-at": "person"}.get(pattern.kind, "actor")


def _find_complement(text: Text, noun: Token, pattern: NounPattern) -> str | None:
    for child in _complements(text, noun):
        if not _is_complement(text, child, pattern):
            continue
        found = find_end(text, _named_head(text, child), pattern.complement_is)
        if found is not None:
            return found
    return None


def _complements(text: Text, noun: Token) -> Iterator[Token]:
    """Give what may complete a noun; in "a minister and son of X" X belongs to the nearer one."""
    annotated = text.annotated
    joined = [child.index for child in annotated.dependents(noun.index, "conj") if child.lemma in text.table.nouns]
    for child in annotated.dependents(noun.index, "nmod", "compound", "amod"):
        if not joined or child.index < joined[0]:
            yield child
    if noun.deprel == "conj":
        for child in annotated.dependents(noun.head, "nmod"):
            if child.index > noun.index:
                yield child


def _named_head(text: Text, child: Token) -> int:
    """Step from "the late commander" to the name beside it."""
    antecedent = to_antecedent(text.annotated, child.index)
    if antecedent != child.index:
        return antecedent
    for apposed in () if text.label(child.index) else text.annotated.dependents(child.index, "appos"):
        if text.label(apposed.index) == "PERSON":
            return apposed.index
    return child.index


def _is_complement(text: Text, child: Token, pattern: NounPattern) -> bool:
    if child.deprel in {"compound", "amod"}:
        return text.label(child.index) != "" or child.lemma in text.table.actor_nouns
    if child.deprel == "nmod:poss":
        return True
    return any(has_case(text.annotated, child.index, preposition) for preposition in pattern.prepositions)


def find_holder(text: Text, noun: Token) -> int | None:
    """Give the token of who is what a noun says: apposition, copula, title, reflexive, "as", or the joined noun's."""
    annotated, token = text.annotated, noun
    for _ in range(_STEPS):
        found = _own_holder(text, token)
        if found is not None:
            return found
        if token.deprel != "conj":
            break
        token = annotated.tokens[token.head]
    return noun.index if _names_itself(text, noun) else None


def _own_holder(text: Text, noun: Token) -> int | None:  # noqa: PLR0911 - one return a construction
    annotated = text.annotated
    head = annotated.tokens[noun.head]
    for child in annotated.dependents(noun.index, "appos", "flat"):
        if text.label(child.index) == "PERSON":
            return child.index
    beside = _beside_complement(text, noun)
    if beside is not None:
        return beside
    if noun.deprel == "appos":
        nearer = _place_before(text, noun, head)
        return head.index if nearer is None else nearer
    if noun.deprel in {"compound", "flat", "nmod:desc"} and text.label(head.index) == "PERSON":
        return head.index
    for child in annotated.dependents(noun.index, "nsubj"):
        if child.text.lower() in text.table.reflexives:
            return _agent_before(text, child.index)
        if noun.xpos in text.table.plurals:
            return None
        return to_antecedent(annotated, child.index)
    if noun.deprel == "nsubj" and text.label(head.index) == "PERSON" and any(annotated.dependents(head.index, "cop")):
        return head.index
    if noun.deprel == "nmod" and head.upos == "NUM" and has_case(annotated, noun.index, Function.OF):
        return _own_holder(text, head)
    return _predicated(text, noun, head) or (name_before(text, noun.index) if noun.upos == "NOUN" else None)


def _place_before(text: Text, noun: Token, head: Token) -> int | None:
    """Give the country that ends a clause before a comma: "the Front, which is banned in Chad, an ally of X"."""
    annotated = text.annotated
    first = noun_phrase(annotated, noun.index, keep_nmod=False)[0]
    while first > 0 and annotated.tokens[first - 1].upos == "DET":
        first -= 1
    if first < 2 or annotated.tokens[first - 1].text != "," or text.label(first - 2) != "PLACE":
        return None
    token = annotated.tokens[first - 2]
    for _ in range(_STEPS):
        token = annotated.tokens[token.head]
        if token.index == head.index:
            return None
        if token.upos == "VERB":
            return first - 2
    return None


def _agent_before(text: Text, reflexive: int) -> int | None:
    """Give who declares himself: the agent of the verb just before the reflexive."""
    for index in range(reflexive - 1, max(reflexive - 3, -1), -1):
        verb = text.annotated.tokens[index]
        if verb.upos == "VERB":
            return find_agent(text.annotated, verb)
    return None


def _beside_complement(text: Text, noun: Token) -> int | None:
    """Give a person's name that hangs on the complement: "the envoy to Kenya, Karim Noor"."""
    for child in text.annotated.dependents(noun.index, "nmod"):
        if text.label(child.index) in {"PLACE", "ORG"}:
            for apposed in text.annotated.dependents(child.index, "appos"):
                if text.label(apposed.index) == "PERSON":
                    return apposed.index
    return None


def _predicated(text: Text, noun: Token, head: Token) -> int | None:  # noqa: PLR0911 - one return a form
    """Holder of a noun that a verb predicates: "became leader", "refers to X as the leader", "declared himself"."""
    annotated = text.annotated
    if noun.deprel == "xcomp" and head.lemma in text.table.naming_verbs and is_passive(annotated, head):
        return find_patient(annotated, head)
    if noun.deprel in {"xcomp", "obj", "ccomp"} and head.upos == "VERB":
        for child in annotated.dependents(head.index, "obj"):
            if child.text.lower() in text.table.reflexives:
                return find_agent(annotated, head)
            if noun.deprel == "xcomp":
                return child.index
        return find_agent(annotated, head) if head.lemma in text.table.copulas else None
    if (
        noun.deprel in {"obl", "nmod"}
        and has_case(annotated, noun.index, Function.AS)
        and (head.lemma in text.table.naming_verbs or head.lemma in text.table.leaving)
    ):
        for child in annotated.dependents(head.index, "obj", "obl", "nsubj:pass"):
            if child.index < noun.index and text.label(child.index) == "PERSON":
                return to_antecedent(annotated, child.index)
        return find_agent(annotated, head)
    return None


def _names_itself(text: Text, noun: Token) -> bool:
    """Say whether the noun is a mention of somebody whom the document names elsewhere."""
    chain = text.annotated.chain_at.get(noun.index)
    return chain is not None and text.annotated.chains[chain].name != "" and noun.xpos not in text.table.plurals


def _figures(text: Text, noun: Token) -> tuple[Figure, ...]:
    """Figures in the complement of "population": "a population of 140,000 people"."""
    below = set(text.annotated.subtree(noun.index))
    return tuple(found.figure for found in text.figures if found.number in below)
