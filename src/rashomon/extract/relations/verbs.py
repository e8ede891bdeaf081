"""Relations told by verbs and predicate adjectives: "X controls Y", "led by X", "Y-backed X", "loyal to X"."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from rashomon.extract.clauses import find_agent, find_oblique, find_patient, has_case, is_passive, names_of, own_subject
from rashomon.extract.mentions import noun_phrase
from rashomon.extract.relations.denial import has_none, is_denied, is_wished
from rashomon.extract.relations.drafts import Draft, flip, of_share
from rashomon.extract.relations.ends import Text, find_end, find_place, is_share
from rashomon.lexicon.relation_patterns import VerbPattern
from rashomon.records import Figure, Function, Modifier, Token

_YEAR = "birth-year"
_LEADS, _POSSESSES, _OPPOSES = "leads", "possesses", "opposes"


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
        if _words_of(text, subject) != _words_of(text, found):
            yield replace(draft, subject=subject, object=found)


def _words_of(text: Text, end: str | None) -> str | None:
    """Give an end's words: nobody backs himself, though the tree may join his name to whom he backs."""
    return end if end is None else text.mentions[end].text


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
    patient = find_patient(text.annotated, verb)
    none = has_none(text, patient)
    negated = none or is_denied(text, verb.index)
    if (none and pattern.kind != _POSSESSES) or (pattern.only and negated != (pattern.only == "negated")):
        return None
    if is_wished(text, verb.index, pattern.kind != _OPPOSES) or not _patient_fits(text, patient, pattern):
        return None
    if not _agent_fits(text, verb, pattern):
        return None
    ends = _ends(text, verb, patient, pattern) if _requirement_met(text, verb, pattern) else None
    value = _value(text, verb, pattern)
    if ends is None or (pattern.value_lemmas and not value):
        return None
    subject, found, figures = ends
    first, last = _words(text, verb, pattern)
    qualifier = pattern.qualifier if pattern.only == "negated" else flip(pattern.qualifier, negated)
    share = is_share(text, _slot(text, verb, pattern.object, pattern))
    qualifier = of_share(pattern.kind, qualifier or _adverb(text, verb), share)
    return Draft(pattern.kind, verb.index, first, last, subject, found, value, qualifier, figures)


def _ends(
    text: Text, verb: Token, patient: int | None, pattern: VerbPattern
) -> tuple[str | None, str | None, tuple[Figure, ...]] | None:
    """Give subject, object and figures, or None where one that the pattern needs is not there."""
    subject = find_end(text, _slot(text, verb, pattern.subject, pattern), pattern.subject_is)
    found = find_end(text, _slot(text, verb, pattern.object, pattern), pattern.object_is or "actor")
    if found is None and pattern.object == "patient" and verb.deprel == "advcl" and verb.xpos == "VBN":
        found = find_end(text, _noun_before(text, verb), pattern.object_is)
    figures = _figures(text, verb, patient, pattern) if pattern.figures else ()
    optional = pattern.object_is == "" or (pattern.figures and _YEAR in pattern.figures)
    if (pattern.object and not optional and found is None) or (pattern.figures and not figures and found is None):
        return None
    if subject is None and (found is None or not _is_headless(text, verb, pattern)):
        return None
    return None if subject is not None and subject == found else (subject, found, figures)


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
    return left_out and pattern.subject == "agent" and pattern.kind in {"controls", "recognises"}


def _slot(text: Text, verb: Token, slot: str, pattern: VerbPattern) -> int | None:
    if not slot:
        return None
    if slot == "agent":
        return _agent(text, verb, pattern)
    if slot == "patient":
        patient = find_patient(text.annotated, verb)
        if patient is None and pattern.requires == "as-terrorist":
            return _taken(text, verb)
        if patient is None and pattern.subject == "patient" and (verb.upos == "ADJ" or verb.xpos in {"VBN", "VBD"}):
            return find_agent(text.annotated, verb)
        return _possessor(text, patient) if pattern.through else patient
    return find_oblique(text.annotated, verb, slot)


def _agent(text: Text, verb: Token, pattern: VerbPattern) -> int | None:
    agent = find_agent(text.annotated, verb)
    if pattern.owner:
        return _possessor(text, agent)
    return _agent_of_role(text, verb, pattern) if agent is None and pattern.requires == "as-terrorist" else agent


def _agent_of_role(text: Text, verb: Token, pattern: VerbPattern) -> int | None:
    """Give who lists, where the tree ties him to the role: "listed as a terrorist group by X"."""
    role = _role(text, verb, pattern.requires)
    if role is None or not is_passive(text.annotated, verb):
        return None
    for child in text.annotated.dependents(role, "nmod"):
        if has_case(text.annotated, child.index, Function.BY):
            return child.index
    return None


def _taken(text: Text, verb: Token) -> int | None:
    """Give who is taken for something: the subject of the role ("considers X a terrorist group")."""
    role = _role(text, verb, "as-terrorist")
    return None if role is None else own_subject(text.annotated, role)


def _possessor(text: Text, index: int | None) -> int | None:
    """Give the possessor of a noun: "the flag of X", "X's flag"."""
    if index is None:
        return None
    for child in text.annotated.dependents(index, "nmod", "compound", "amod"):
        if child.deprel != "amod" or text.label(child.index):
            return child.index
    return None


def _agent_fits(text: Text, verb: Token, pattern: VerbPattern) -> bool:
    agent = find_agent(text.annotated, verb) if pattern.agent_lemmas else None
    return not pattern.agent_lemmas or (
        agent is not None and text.annotated.tokens[agent].lemma.lower() in pattern.agent_lemmas
    )


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
        if tokens[patient].lemma in text.table.shares | text.table.fleets
    )
    return bool(heads & pattern.patient_lemmas)


def _requirement_met(text: Text, verb: Token, pattern: VerbPattern) -> bool:
    if pattern.particle and not any(
        c.lemma == pattern.particle for c in text.annotated.dependents(verb.index, "compound")
    ):
        return False
    required = pattern.requires
    if required == "copula":
        return any(True for _ in text.annotated.dependents(verb.index, "cop"))
    if required == "no-object":
        return not any(True for _ in text.annotated.dependents(verb.index, "obj"))
    if required == "captive":
        told = list(text.annotated.dependents(verb.index, "xcomp"))
        return all(child.lemma in text.table.captive_words for child in told)
    if required == "named-value":
        return _names_people(text, _slot(text, verb, pattern.value, pattern))
    return not required or _role_fits(text, verb, required)


def _names_people(text: Text, index: int | None) -> bool:
    """Say whether a noun of a people has the people's name: "the Zaghawa tribe"."""
    if index is None:
        return False
    named = text.annotated.dependents(index, "compound", "amod", "nmod")
    return any(child.upos == "PROPN" or text.label(child.index) == "NORP" for child in named)


def _role_fits(text: Text, verb: Token, required: str) -> bool:
    role = _role(text, verb, required)
    if role is None or required == "no-as":
        return role is None and required == "no-as"
    words = {text.annotated.tokens[index].lemma.lower() for index in text.annotated.subtree(role)}
    return bool(words & (text.table.ruler_words if required == "as-ruler" else text.table.terror_words))


def _role(text: Text, verb: Token, required: str) -> int | None:
    """Give as what somebody is taken: "lists X as a terrorist group", "considers X a terrorist group"."""
    role = find_oblique(text.annotated, verb, Function.AS)
    if role is None and required == "as-terrorist":
        for child in text.annotated.dependents(verb.index, "ccomp", "xcomp"):
            if child.upos == "NOUN":
                return child.index
    return role


def _figures(text: Text, verb: Token, patient: int | None, pattern: VerbPattern) -> tuple[Figure, ...]:
    if _YEAR in pattern.figures:
        return _years(text, verb)
    if "any" in pattern.figures:
        return tuple(found.figure for found in text.figures if patient is not None and found.noun == patient)
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
        return pattern.constant
    if pattern.value_lemmas:
        told = {text.annotated.tokens[index].lemma, *(c.lemma for c in text.annotated.dependents(index, "conj"))}
        if not told & pattern.value_lemmas:
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
