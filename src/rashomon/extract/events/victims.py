"""Who the people are that a noun for the harmed names: "among the dead is a nurse", "those killed were two boys"."""

from collections.abc import Mapping
from dataclasses import replace

from rashomon.extract.events.matches import Match
from rashomon.extract.events.syntax import case_of, conjuncts, joined_to
from rashomon.lexicon.event_words import EventWords
from rashomon.lexicon.events import EventTable
from rashomon.records import Annotated, Function, Token

CASUALTIES = "casualties"
"""The measure of those of whom nobody tells how many died and how many were hurt."""

_HARMS = frozenset({"killed", "wounded"})
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM"})


def told_of(annotated: Annotated, token: Token, words: EventWords) -> tuple[int, ...]:
    """Give those whom a clause tells to be the people that a token names; () where it does not.

    Args:
        annotated: the document's columns.
        token: "dead", "victims", or "those" before a participle.
        words: verbs and prepositions that tell who is of a group.
    """
    head = annotated.tokens[token.head]
    if head.index == token.index or not _names_people(annotated, token):
        return ()
    counted = token.deprel == "nmod" and head.upos == "NUM" and _is_of(annotated, token)
    if counted:  # "four of the dead were porters"
        token, head = head, annotated.tokens[head.head]
    if token.deprel == "nsubj" and any(True for _ in annotated.dependents(head.index, "cop")):
        return conjuncts(annotated, (head.index,)) if counted or _tells_somebody(annotated, head) else ()
    told = ""
    if token.deprel == "nsubj" and head.lemma.lower() in words.members:
        told = "obj"
    elif token.deprel == "obl" and case_of(annotated, token.index) in words.among and head.lemma.lower() in words.being:
        told = "nsubj"
    found = [t.index for t in annotated.dependents(head.index, told) if t.upos in _NOMINAL] if told else []
    return conjuncts(annotated, found)


def tells_part(annotated: Annotated, token: Token, words: EventWords) -> bool:
    """Say whether a clause tells only some of the people that a token names ("among the dead", "nine of the dead")."""
    head = annotated.tokens[token.head]
    if token.deprel == "nmod":
        return head.upos == "NUM" and _is_of(annotated, token)
    if token.deprel == "nsubj":
        return head.lemma.lower() in words.members
    return token.deprel == "obl" and case_of(annotated, token.index) in words.among


def _names_people(annotated: Annotated, token: Token) -> bool:
    """Say whether a word stands for people: a plural, or an adjective or participle behind "the"."""
    if token.xpos in {"NNS", "NNPS"} or token.upos in {"DET", "PRON"}:
        return True
    return any(True for _ in annotated.dependents(token.index, "det"))


def _tells_somebody(annotated: Annotated, token: Token) -> bool:
    """Say whether a noun tells people and not only what they are: "two women", not "farmers"."""
    if token.upos in {"NUM", "PROPN"}:
        return True
    return token.upos == "NOUN" and any(True for _ in annotated.dependents(token.index, "nummod", "det", "nmod:poss"))


def _is_of(annotated: Annotated, token: Token) -> bool:
    return any(case.does(Function.OF) for case in annotated.dependents(token.index, "case"))


def count_together(
    annotated: Annotated, table: EventTable, matches: tuple[Match, ...], patients: Mapping[int, tuple[int, ...]]
) -> tuple[Match, ...]:
    """Mark joined verbs of which one number counts both the dead and the hurt ("killed and wounded over 70").

    Args:
        annotated: the document's columns.
        table: the event types.
        matches: all matches of the document.
        patients: of each, by token.
    """
    by_token = {match.token: match for match in matches}
    shared: set[int] = set()
    for match in matches:
        before = (
            by_token.get(joined_to(annotated, match.token)) if _is_joined(annotated, match.token, table.words) else None
        )
        if before is not None and {_harm(table, match), _harm(table, before)} == _HARMS:
            same = patients[match.token] == patients[before.token] != ()
            shared |= {match.token, before.token} if same else set()
    rows = {token: replace(by_token[token].trigger, measure=CASUALTIES) for token in shared}
    return tuple(replace(one, trigger=rows[one.token]) if one.token in rows else one for one in matches)


def _is_joined(annotated: Annotated, index: int, words: EventWords) -> bool:
    """Say whether a verb is joined to another, as one of two things and no later one ("wounded and later killed")."""
    if annotated.tokens[index].deprel != "conj" or any(True for _ in annotated.dependents(index, "advmod")):
        return False
    return not any(t.lemma.lower() in words.either for t in annotated.dependents(index, "cc"))


def _harm(table: EventTable, match: Match) -> str | None:
    """Give the measure of those harmed by a verb; None: they are its subject, and it may tell what came of it."""
    return None if match.trigger.subject == "patient" else table.types[match.trigger.type].patient_measure
