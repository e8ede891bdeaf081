"""Relations told by nouns: "X, leader of Y", "Y leader X", "the former minister X", "X is a son of Y"."""

from collections.abc import Iterator
from dataclasses import replace

from rashomon.extract.clauses import find_agent, has_case, own_subject, to_antecedent
from rashomon.extract.relations.denial import is_wished
from rashomon.extract.relations.drafts import Draft
from rashomon.extract.relations.ends import Text, find_end
from rashomon.extract.relations.holders import find_holder
from rashomon.extract.relations.offices import KIN, find_qualifier, write_value
from rashomon.lexicon.relation_patterns import NounPattern
from rashomon.records import Figure, Function, Token

_LEADER = "leader"
_LEADS, _OFFICE, _HELD = "leads", "holds-office", "holds-captive"
_MUTUAL = frozenset({"allied-with", "opposes", KIN})


def find_by_noun(text: Text, noun: Token, patterns: tuple[NounPattern, ...]) -> Iterator[Draft]:
    """Find what a noun tells: the first pattern of each kind that fits; an office is no leadership beside."""
    if is_wished(text, noun.index) or _is_half(text, noun, patterns):
        return
    for pattern in patterns:
        draft = _fit(text, noun, pattern) or _fit_pair(text, noun, pattern)
        if draft is not None:
            yield from _joined(text, noun, pattern, draft)
            return


def _is_half(text: Text, noun: Token, patterns: tuple[NounPattern, ...]) -> bool:
    """Say whether an office is only the first word of another: "deputy interior minister"."""
    above = (
        text.table.nouns.get(text.annotated.tokens[noun.head].lemma.lower(), ()) if noun.deprel == "compound" else ()
    )
    return any(one.kind == _OFFICE for one in above) and any(one.kind == _OFFICE for one in patterns)


def _joined(text: Text, noun: Token, pattern: NounPattern, draft: Draft) -> Iterator[Draft]:
    """Give the relation once for each of joined holders: "Chad and Niger are allies of France"."""
    yield draft
    holder = own_subject(text.annotated, noun.index)
    if holder is None or pattern.holder != "subject" or pattern.kind == KIN or noun.xpos not in text.table.plurals:
        return
    for child in text.annotated.dependents(holder, "conj"):
        found = find_end(text, child.index, _holder_sort(pattern))
        if found not in {None, draft.subject, draft.object} and draft.object is not None:
            yield replace(draft, subject=found)


def _fit_pair(text: Text, noun: Token, pattern: NounPattern) -> Draft | None:
    """Read "X and Y are allies": each is the other's."""
    if pattern.kind not in _MUTUAL or noun.xpos not in text.table.plurals:
        return None
    first = noun.head if noun.deprel == "appos" else own_subject(text.annotated, noun.index)
    joined = [] if first is None else [child.index for child in text.annotated.dependents(first, "conj")]
    if len(joined) != 1 or any(_is_complement(text, child, pattern) for child in _complements(text, noun)):
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
    if pattern.kind == _OFFICE and complement is None and _is_vague(text, noun):
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
    if pattern.kind == _HELD:
        figures = tuple(found.figure for found in text.figures if found.noun == holder)
    drafted = Draft(pattern.kind, noun.index, noun.index, noun.index + 1, subject, other, value, qualifier, figures)
    return replace(drafted, anchor=_carrier(text, noun))


def _carrier(text: Text, noun: Token) -> int | None:
    """Give the verb that makes somebody what a noun says: "was sworn in as president in January"."""
    verb, table = text.annotated.tokens[noun.head], text.table
    carries = verb.lemma in (table.naming_verbs | table.copulas | table.succeeding) - table.describing
    return verb.index if verb.upos == "VERB" and carries and noun.deprel in {"xcomp", "obl", "obj"} else None


def _is_vague(text: Text, noun: Token) -> bool:
    """Say whether a noun is no office by itself, as "chief" is none and "intelligence chief" is."""
    beside = {child.lemma.lower() for child in text.annotated.dependents(noun.index, "compound")}
    return noun.lemma in text.table.vague_heads and not beside & text.table.office_bodies


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
    if pattern.holder_is or pattern.holder == "object":
        return pattern.holder_is or "place"
    return {_OFFICE: "person", KIN: "person", "studied-at": "person"}.get(pattern.kind, "actor")


def _find_complement(text: Text, noun: Token, pattern: NounPattern) -> str | None:
    named = find_holder(text, noun) if noun.deprel == "obj" else None
    for child in _complements(text, noun):
        if child.index == named or not _is_complement(text, child, pattern):
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


def _figures(text: Text, noun: Token) -> tuple[Figure, ...]:
    """Figures in the complement of "population": "a population of 140,000 people"."""
    below = set(text.annotated.subtree(noun.index))
    return tuple(found.figure for found in text.figures if found.number in below)
