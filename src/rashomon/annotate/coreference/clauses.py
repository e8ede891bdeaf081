"""Clauses as coreference looks at them: who shares a clause with a pronoun, and how prominent a noun stands in one."""

from collections.abc import Iterator

from rashomon.lexicon.annotating import ChainTable
from rashomon.records import Annotated, Function, Token

SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent"})
_CLAUSES = frozenset({"conj", "parataxis", "root", "punct"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_PREDICATE = -3.0  # "he is a soldier", "known as the leader": said of something, no antecedent
_PLACES = {"obl:agent": 1.5, "obj": 0.5, "iobj": 0.5, "obl": 0.0, "nmod:poss": 0.0, "compound": -1.5, "amod": -1.5,
           "flat": -1.5, "dep": -1.5}  # fmt: skip
# A subject's rank by its clause; 2 in a main clause.
_RANKS = {"ccomp": 1.5, "csubj": 1.5, "csubj:pass": 1.5, "advcl": 0.5, "xcomp": 0.5}


def first_conjunct(annotated: Annotated, index: int) -> Token:
    """Give the token whose place in the clause a coordinated token shares."""
    token = annotated.tokens[index]
    return annotated.tokens[token.head] if token.deprel == "conj" else token


def subject_of(annotated: Annotated, verb: int) -> int | None:
    """Give the head of a predicate's subject, also one that it shares with the predicate it hangs under."""
    for _ in range(6):
        for child in annotated.dependents(verb, "nsubj"):
            return child.index
        token = _finite(annotated, annotated.tokens[verb])
        shares = token.deprel in {"conj", "xcomp"} or (token.deprel == "advcl" and not _object(annotated, token.head))
        if token.index != verb:
            verb = token.index
            continue
        if not shares or token.head == verb:
            return None
        given = _object(annotated, token.head) if token.deprel == "xcomp" else None
        if given is not None:
            return given
        verb = token.head
    return None


def _finite(annotated: Annotated, verb: Token) -> Token:
    """Give the verb that a finite one goes on from where the tree joins it to an infinitive under that verb.

    "They rounded up the men to question them and then shot them": whoever rounded them up shot them.
    """
    above = annotated.tokens[verb.head]
    if verb.deprel != "conj" or verb.xpos not in _FINITE or above.xpos != "VB":
        return verb
    while above.xpos == "VB" and above.deprel in {"advcl", "xcomp", "acl"}:
        above = annotated.tokens[above.head]
    return above if above.upos == "VERB" else verb


def _object(annotated: Annotated, verb: int) -> int | None:
    return next((token.index for token in annotated.dependents(verb, "obj", "iobj")), None)


def excluded(annotated: Annotated, pronoun: Token, table: ChainTable) -> frozenset[int]:
    """Give the heads that a personal pronoun cannot mean: the other arguments of its clause (principle B).

    A subject pronoun means nothing named later in its clause or in a clause under it either (principle C).
    """
    place = first_conjunct(annotated, pronoun.index)
    found = {place.index, *(t.index for t in annotated.dependents(place.index, "conj"))}
    if place.deprel not in _ARGUMENTS:
        return frozenset(found - {pronoun.index})
    found.update(t.index for t in _with_conjuncts(annotated, place.head))
    subject = subject_of(annotated, place.head)
    if subject is not None and place.deprel not in SUBJECTS and not _goes_along(annotated, place, table):
        found.add(subject)
        found.update(t.index for t in annotated.dependents(subject, "conj"))
    elif subject is not None and place.deprel not in SUBJECTS:
        found.discard(subject)
    if place.deprel in SUBJECTS:
        found.update(_later(annotated, pronoun, place.head))
        if annotated.tokens[place.head].deprel == "acl:relcl":
            found.add(annotated.tokens[place.head].head)
    return frozenset(found - {pronoun.index})


def _with_conjuncts(annotated: Annotated, verb: int) -> Iterator[Token]:
    for token in annotated.dependents(verb, *_ARGUMENTS):
        yield token
        yield from annotated.dependents(token.index, "conj")


def _goes_along(annotated: Annotated, place: Token, table: ChainTable) -> bool:
    """In "took the gold with him" the subject may be meant, since the verb has an object of its own."""
    led = any(t.lemma in table.along for t in annotated.dependents(place.index, "case"))
    return led and place.deprel == "obl" and _object(annotated, place.head) is not None


def _later(annotated: Annotated, pronoun: Token, verb: int) -> Iterator[int]:
    """Give what stands after a subject pronoun in its clause; a coordinated clause is another one."""
    open_heads = [verb]
    for head in open_heads:
        for child in annotated.children[head]:
            token = annotated.tokens[child]
            if head == verb and token.deprel in _CLAUSES:
                continue
            open_heads.append(child)
            if child > pronoun.index and token.upos in {"NOUN", "PROPN"}:
                yield child


def prominence(annotated: Annotated, head: int) -> float:
    """Weigh how likely a noun is spoken of again, by its place in the sentence alone."""
    token = first_conjunct(annotated, head)
    above = annotated.tokens[token.head]
    if any(t.does(Function.AS) for t in annotated.dependents(token.index, "case")) or token.upos == "VERB":
        return _PREDICATE
    if token.deprel in SUBJECTS:
        return _clause_rank(annotated, above)
    if token.deprel == "appos":
        return prominence(annotated, above.index) - 0.5 if above.index != token.index else _PREDICATE
    if token.deprel == "nmod":
        by = any(t.does(Function.BY) for t in annotated.dependents(token.index, "case"))
        return 1.0 if by else -0.5 if first_conjunct(annotated, above.index).deprel in SUBJECTS else -1.0
    return _PLACES.get(token.deprel, _PREDICATE)


def _clause_rank(annotated: Annotated, verb: Token) -> float:
    """Rank a subject by its clause: the main one, what is said in it, other clauses."""
    report = any(True for _ in annotated.dependents(verb.index, "ccomp"))
    while verb.deprel == "conj" and verb.head != verb.index:
        verb = annotated.tokens[verb.head]
    if verb.deprel in {"root", "parataxis"} or verb.head == verb.index:
        return 1.5 if report else 2.0
    return _RANKS.get(verb.deprel, 0.0)
