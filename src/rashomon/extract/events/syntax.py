"""Who stands where around a verb in Universal Dependencies: subjects, objects and dependents behind prepositions.

Nothing here knows what an event is; all answers are token indices.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.records import Annotated, Token

_RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X", "SYM"})
_MAX_CLIMB = 6


@dataclass(frozen=True, slots=True)
class Arguments:
    """Tokens around a verb: logical subject and object, whatever the voice.

    Attributes:
        subjects: who does it.
        objects: to whom or what it is done.
        passive: whether the verb is passive.
    """

    subjects: tuple[int, ...]
    objects: tuple[int, ...]
    passive: bool


def verb_arguments(annotated: Annotated, verb: int) -> Arguments:
    """Find the logical subjects and objects of a verb."""
    passive = is_passive(annotated, verb)
    surface = find_subjects(annotated, verb)
    if passive:
        agents = conjuncts(annotated, [t.index for t in annotated.dependents(verb, "obl:agent")])
        return Arguments(agents, surface, True)
    return Arguments(surface, find_objects(annotated, verb), False)


def is_passive(annotated: Annotated, verb: int) -> bool:
    """Say whether a verb stands in the passive, bare participles and joined verbs with them."""
    token = annotated.tokens[verb]
    deprels = {annotated.tokens[child].deprel for child in annotated.children[verb]}
    if deprels & {"aux:pass", "nsubj:pass"}:
        return True
    if token.xpos != "VBN" or deprels & {"aux", "nsubj", "obj"}:
        return False
    if token.deprel == "conj":
        return is_passive(annotated, joined_to(annotated, verb))
    return token.deprel in {"acl", "advcl", "acl:relcl", "amod", "ccomp", "root", "xcomp"}


def find_subjects(annotated: Annotated, verb: int) -> tuple[int, ...]:
    """Find a verb's surface subjects: its own, a relative's antecedent, or one it shares or is controlled by."""
    at = verb
    for _ in range(_MAX_CLIMB):
        own = [t.index for t in annotated.dependents(at, "nsubj")]
        if own:
            return _named(annotated, at, own)
        above = _governor(annotated, at)
        if above is None:
            return ()
        at, found = above
        if found:
            return conjuncts(annotated, found)
    return ()


def _named(annotated: Annotated, verb: int, own: list[int]) -> tuple[int, ...]:
    """Take the antecedent for a relative pronoun."""
    resolved: list[int] = []
    for index in own:
        if annotated.tokens[index].lemma.lower() in _RELATIVES and annotated.tokens[index].xpos in {
            "WDT",
            "WP",
            "IN",
            "WP$",
        }:
            antecedent = relative_head(annotated, verb)
            resolved += [antecedent] if antecedent is not None else []
        else:
            resolved.append(index)
    return conjuncts(annotated, resolved)


def relative_head(annotated: Annotated, verb: int) -> int | None:
    """Give the noun that a relative clause hangs on, climbing over joined verbs, or None."""
    token = annotated.tokens[verb]
    while token.deprel in {"conj", "xcomp", "ccomp"} and token.head != token.index:
        token = annotated.tokens[token.head]
    return token.head if token.deprel == "acl:relcl" else None


def _governor(annotated: Annotated, verb: int) -> tuple[int, list[int]] | None:
    """Say where the missing subject is to be sought: (next verb, []) or (verb, the tokens found)."""
    token = annotated.tokens[verb]
    if token.head == token.index:
        return None
    head = annotated.tokens[token.head]
    if token.deprel in {"acl", "acl:relcl"}:
        marks = {t.lemma.lower() for t in annotated.dependents(verb, "mark")}
        owned = marks & {"of", "for"} and annotated.tokens[head.head].lemma.lower() in {"have", "be"}
        return None if "to" in marks or owned else (verb, [head.index])
    if token.deprel == "xcomp" or (token.deprel == "advcl" and _marked_of(annotated, verb)):
        objects = [t.index for t in annotated.dependents(head.index, "obj")]
        called = [t.index for case, t in prepositional(annotated, head.index) if case == "on" and t.index < verb]
        return head.index, objects or called
    if token.deprel == "conj":
        return joined_to(annotated, verb), []
    if token.deprel == "advcl" and head.upos in {"VERB", "AUX", "ADJ"}:
        return None if _is_means(annotated, verb) and is_passive(annotated, head.index) else (head.index, [])
    return None


def _is_means(annotated: Annotated, verb: int) -> bool:
    """Say whether a gerund only names a means ("wounded by shelling"): nothing tells whose it is."""
    by = any(t.lemma.lower() == "by" for t in annotated.dependents(verb, "mark", "case"))
    return by and not any(True for _ in annotated.dependents(verb, "obj"))


def joined_to(annotated: Annotated, index: int) -> int:
    """Give the conjunct right before a joined verb: UD hangs all of them on the first, but each goes on the last."""
    token = annotated.tokens[index]
    before = [t.index for t in annotated.dependents(token.head, "conj") if t.index < index and t.upos == token.upos]
    return before[-1] if before else token.head


def _marked_of(annotated: Annotated, verb: int) -> bool:
    return any(t.lemma in {"of", "from"} for t in annotated.dependents(verb, "mark", "case"))


def find_objects(annotated: Annotated, verb: int) -> tuple[int, ...]:
    """Find the objects of an active verb: its own, a relative's antecedent, or one shared with the next joined verb."""
    own = [t.index for t in annotated.dependents(verb, "obj")]
    token = annotated.tokens[verb]
    if own:
        lemma = annotated.tokens[own[0]].lemma.lower()
        if lemma in _RELATIVES:
            antecedent = relative_head(annotated, verb)
            return () if antecedent is None else (antecedent,)
        return conjuncts(annotated, own)
    if token.deprel == "acl:relcl" and any(
        t.lemma.lower() not in _RELATIVES for t in annotated.dependents(verb, "nsubj") if t.deprel == "nsubj"
    ):
        return (token.head,)
    joined = [t.index for t in annotated.dependents(verb, "conj") if t.upos == "VERB" and t.index - verb <= 3]
    return find_objects(annotated, joined[0]) if joined else ()


def conjuncts(annotated: Annotated, heads: list[int] | tuple[int, ...]) -> tuple[int, ...]:
    """Give the heads with all nouns joined to them, in text order."""
    found = list(heads)
    for head in found:
        found.extend(t.index for t in annotated.dependents(head, "conj") if t.upos in _NOMINAL and t.index not in found)
    return tuple(sorted(dict.fromkeys(found)))


def case_of(annotated: Annotated, index: int) -> str:
    """Give the preposition before a dependent, its fixed parts joined ("out of"), or ""."""
    for token in annotated.dependents(index, "case"):
        if token.upos in {"ADP", "SCONJ", "VERB", "ADV", "PART"} and token.lemma not in {"'s", "’s", "'", "’"}:
            parts = [token, *annotated.dependents(token.index, "fixed")]
            return " ".join(part.lemma.lower() for part in parts)
    return ""


def prepositional(annotated: Annotated, index: int) -> Iterator[tuple[str, Token]]:
    """Give (preposition, dependent) for every dependent of a token that stands behind one."""
    for token in annotated.dependents(index, "obl", "nmod"):
        case = case_of(annotated, token.index)
        if case:
            yield case, token
