"""Relations told by verbs and predicate adjectives: "X controls Y", "led by X", "Y-backed X", "loyal to X"."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from rashomon.extract.clauses import find_agent, find_oblique, find_patient, has_case, is_negated, is_passive, names_of
from rashomon.extract.mentions import noun_phrase
from rashomon.extract.relations.drafts import Draft, flip
from rashomon.extract.relations.ends import Text, find_end, find_place
from rashomon.lexicon.relation_patterns import VerbPattern
from rashomon.records import Figure, Function, Modifier, Token

_YEAR = "birth-year"
_LEADS = "leads"


def find_by_verb(text: Text, verb: Token, patterns: tuple[VerbPattern, ...]) -> Iterator[Draft]:
    """Find what a verb tells: the first pattern of each kind that fits."""
    seen: set[str] = set()
    for pattern in patterns:
        if pattern.kind not in seen:
            draft = _fit(text, verb, pattern)
            if draft is not None:
                seen.add(pattern.kind)
                yield from _joined(text, verb, pattern, draft)


def _joined(text: Text, verb: Token, pattern: VerbPattern, draft: Draft) -> Iterator[Draft]:
    """Give the relation once for each of joined subjects and each of joined objects."""
    subjects = [draft.subject, *_others(text, _slot(text, verb, pattern.subject, pattern), pattern.subject_is)]
    if pattern.kind == _LEADS:
        subjects += _companions(text, verb, pattern)
    objects = [draft.object, *_others(text, _slot(text, verb, pattern.object, pattern), pattern.object_is)]
    for subject, found in product(dict.fromkeys(subjects), dict.fromkeys(objects)):
        yield replace(draft, subject=subject, object=found)


def _companions(text: Text, verb: Token, pattern: VerbPattern) -> Iterator[str]:
    """Give those who do the same as the agent: "led by X alongside Y"."""
    agent = _slot(text, verb, pattern.subject, pattern)
    beside = list(text.annotated.dependents(verb.index, "obl"))
    beside += [] if agent is None else text.annotated.dependents(agent, "nmod")
    for child in beside:
        if any(has_case(text.annotated, child.index, word) for word in text.table.companions):
            found = find_end(text, child.index, "person")
            if found is not None:
                yield found


def _others(text: Text, index: int | None, wanted: str) -> Iterator[str]:
    """Give the ends joined to a token that are named; a described one is no other place or body for sure."""
    for child in () if index is None or not wanted else text.annotated.dependents(index, "conj"):
        named = text.annotated.entity_at[child.index] >= 0 or find_place(text, child.index) is not None
        found = find_end(text, child.index, wanted) if named else None
        if found is not None:
            yield found


def _fit(text: Text, verb: Token, pattern: VerbPattern) -> Draft | None:
    negated = is_negated(text.annotated, verb.index, text.table.negations)
    if pattern.only and negated != (pattern.only == "negated"):
        return None
    patient = find_patient(text.annotated, verb)
    if not _patient_fits(text, patient, pattern) or not _requirement_met(text, verb, pattern):
        return None
    subject = find_end(text, _slot(text, verb, pattern.subject, pattern), pattern.subject_is)
    found = find_end(text, _slot(text, verb, pattern.object, pattern), pattern.object_is) if pattern.object_is else None
    if found is None and pattern.object == "patient" and verb.deprel == "advcl" and verb.xpos == "VBN":
        found = find_end(text, _noun_before(text, verb), pattern.object_is)
    figures = _figures(text, verb, patient, pattern) if pattern.figures else ()
    optional = pattern.object_is == "" or (pattern.figures and _YEAR in pattern.figures)
    if (pattern.object and not optional and found is None) or (pattern.figures and not figures and found is None):
        return None
    if subject is None and (found is None or not _is_headless(text, verb, pattern)):
        return None
    first, last = _words(text, verb, pattern)
    value = _value(text, verb, pattern)
    qualifier = pattern.qualifier if pattern.only == "negated" else flip(pattern.qualifier, negated)
    qualifier = qualifier or _adverb(text, verb)
    return Draft(pattern.kind, verb.index, first, last, subject, found, value, qualifier, figures)


def _noun_before(text: Text, verb: Token) -> int | None:
    """Give the noun that a comma parts from a participle the tree hangs elsewhere: "the Front, formerly led by X"."""
    index = verb.index - 1
    while index > 0 and text.annotated.tokens[index].upos in {"ADV", "PUNCT"}:
        index -= 1
    before = text.annotated.tokens[max(index, 0)]
    return before.index if before.upos in {"NOUN", "PROPN"} and before.sentence == verb.sentence else None


def _is_headless(text: Text, verb: Token, pattern: VerbPattern) -> bool:
    """An unnamed holder is one that the sentence leaves out, not one that cannot be what is wanted."""
    left_out = _slot(text, verb, pattern.subject, pattern) is None and is_passive(text.annotated, verb)
    return left_out and pattern.subject == "agent" and pattern.object_is in {"place", "actor"}


def _slot(text: Text, verb: Token, slot: str, pattern: VerbPattern) -> int | None:
    if not slot:
        return None
    if slot == "agent":
        return find_agent(text.annotated, verb)
    if slot == "patient":
        patient = find_patient(text.annotated, verb)
        if patient is None and pattern.subject == "patient" and (verb.upos == "ADJ" or verb.xpos in {"VBN", "VBD"}):
            return find_agent(text.annotated, verb)
        return _possessor(text, patient) if pattern.through else patient
    return find_oblique(text.annotated, verb, slot)


def _possessor(text: Text, index: int | None) -> int | None:
    """Give the possessor of a noun: "the flag of X", "X's flag"."""
    if index is None:
        return None
    for child in text.annotated.dependents(index, "nmod", "compound"):
        return child.index
    return None


def _patient_fits(text: Text, patient: int | None, pattern: VerbPattern) -> bool:
    if not pattern.patient_lemmas:
        return True
    if patient is None:
        return False
    tokens = text.annotated.tokens
    heads = {tokens[patient].lemma, tokens[patient].text.lower()}
    heads.update(tokens[index].lemma for index in names_of(text.annotated, patient))
    heads.update(
        child.lemma
        for child in text.annotated.dependents(patient, "nmod")
        if tokens[patient].lemma in text.table.shares
    )
    return bool(heads & pattern.patient_lemmas)


def _requirement_met(text: Text, verb: Token, pattern: VerbPattern) -> bool:
    if pattern.particle and not any(
        c.lemma == pattern.particle for c in text.annotated.dependents(verb.index, "compound")
    ):
        return False
    if not pattern.requires:
        return True
    role = find_oblique(text.annotated, verb, Function.AS)
    if role is None or pattern.requires == "no-as":
        return role is None and pattern.requires == "no-as"
    words = {text.annotated.tokens[index].lemma.lower() for index in text.annotated.subtree(role)}
    return bool(words & (text.table.ruler_words if pattern.requires == "as-ruler" else text.table.terror_words))


def _figures(text: Text, verb: Token, patient: int | None, pattern: VerbPattern) -> tuple[Figure, ...]:
    if _YEAR in pattern.figures:
        return _years(text, verb)
    return tuple(
        found.figure
        for found in text.figures
        if patient is not None and found.noun == patient and found.figure.measure in pattern.figures
    )


def _years(text: Text, verb: Token) -> tuple[Figure, ...]:
    """A year told of a verb is no count, but compares like one: "born in 1970"."""
    for child in text.annotated.dependents(verb.index, "obl", "nummod", "nmod"):
        for token in (child, *text.annotated.dependents(child.index, "nummod", "nmod")):
            if token.text.isdigit() and len(token.text) == 4:
                year = float(token.text)
                return (Figure(_YEAR, year, year, Modifier.EXACT, token.start, token.end, token.text),)
    return ()


def _value(text: Text, verb: Token, pattern: VerbPattern) -> str:
    index = _slot(text, verb, pattern.value, pattern)
    if index is None:
        return ""
    return text.annotated.words(*noun_phrase(text.annotated, index))


def _adverb(text: Text, verb: Token) -> str:
    """Give the qualifier that an adverb adds: "formerly led by"."""
    for child in text.annotated.dependents(verb.index, "advmod"):
        if child.text.lower() in text.table.qualifiers:
            return text.table.qualifiers[child.text.lower()]
    return ""


def _words(text: Text, verb: Token, pattern: VerbPattern) -> tuple[int, int]:
    """The verb with its particle, and with its object where that is part of the pattern."""
    last = verb.index
    for child in text.annotated.dependents(verb.index, "compound", "obj"):
        is_part = child.deprel == "compound:prt" or (child.deprel == "obj" and bool(pattern.patient_lemmas))
        if is_part and child.index > last:
            last = child.index
    return verb.index, last + 1
