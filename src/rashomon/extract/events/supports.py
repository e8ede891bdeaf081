"""The verb that carries the arguments of an event noun ("carried out an attack")."""

from dataclasses import dataclass

from rashomon.extract.events.syntax import case_of
from rashomon.lexicon.event_words import EventWords, Support
from rashomon.records import Annotated, Token


@dataclass(frozen=True, slots=True)
class Carried:
    """The support verb of an event noun."""

    verb: int
    row: Support


def find_support(annotated: Annotated, token: Token, words: EventWords) -> Carried | None:
    """Find the support verb of an event noun, also for a noun joined to another one."""
    while token.deprel == "conj" and annotated.tokens[token.head].upos in {"NOUN", "PROPN"}:
        token = annotated.tokens[token.head]
    head = annotated.tokens[token.head]
    if head.index == token.index:
        return None
    through = head.deprel == "obj" and token.deprel == "nmod"  # "took part in a march": "in" hangs on "part"
    if through:
        head = annotated.tokens[head.head]
    if head.upos not in {"VERB", "AUX"}:
        return None
    particles = {t.lemma.lower() for t in annotated.dependents(head.index, "compound:prt")}
    for row in words.supports.get(head.lemma.lower(), ()):
        if (row.particle in particles if row.particle else not particles) and _stands(annotated, token, row):
            return Carried(head.index, row)
    return None


def _stands(annotated: Annotated, token: Token, row: Support) -> bool:
    if row.prep:
        return token.deprel in {"obl", "nmod"} and case_of(annotated, token.index) in row.prep
    if token.deprel == "nmod":
        return False
    if row.subject == "none":
        return token.deprel in {"nsubj", "nsubj:pass"}
    return token.deprel in {"obj", "nsubj:pass"} and not _is_judged(annotated, token)


def _is_judged(annotated: Annotated, token: Token) -> bool:
    """Say whether a verb only says what its object is: "called the arrests a lie", "declared the truce broken"."""
    beside = annotated.dependents(token.head, "xcomp")
    behind = annotated.dependents(token.index, "acl")
    bare = any(t.xpos == "VBN" and not annotated.children[t.index] for t in behind)
    return bare or any(t.upos in {"NOUN", "ADJ"} for t in beside)
