"""Realis from the verb's form alone, where no cue decides."""

from collections.abc import Sequence

from rashomon.lexicon import Lexicon
from rashomon.records import Annotated, Function, Realis, Token, ZoneKind

_VERBAL = frozenset({"VERB", "AUX"})
_PAST_TAGS = frozenset({"VBD"})
_BESIDE = frozenset({"acl", "amod", "advcl", "appos", "conj", "compound", "dep"})
_MAX_CLIMB = 6


def find_tense(annotated: Annotated, index: int, lexicon: Lexicon) -> Realis:
    """Say when a word's happening is told to be.

    A predicate has the tense of its copula, a noun that of its support verb, else it is past; a participle or
    infinitive has that of the verb above it; a headline's present tells the past.
    """
    token = annotated.tokens[index]
    copulas = [t for t in annotated.dependents(index, "cop") if t.upos in _VERBAL]
    if copulas:
        return Realis.PAST if _form(annotated, token, copulas) is Realis.PAST else Realis.ONGOING
    if token.upos not in _VERBAL:
        head = annotated.tokens[token.head]
        carried = (
            head.upos in _VERBAL and head.lemma.lower() in lexicon.events.words.supports and token.deprel != "nmod"
        )
        return _verb(annotated, head) if carried else Realis.PAST
    return _verb(annotated, token)


def is_dated(annotated: Annotated, index: int) -> bool:
    """Say whether a verb form dates a state: a bare participle beside a noun ("led by Noor") has its clause's time.

    Such a state goes on unless its clause tells of a being in the past ("the Front, led by Noor, was small").
    """
    token = annotated.tokens[index]
    helpers = any(True for _ in annotated.dependents(index, "cop", "aux"))
    if helpers or token.upos == "AUX":
        return True
    bare = token.xpos in {"VBN", "VBG", "JJ"} or (token.xpos == "VBD" and token.deprel in _BESIDE)
    if token.upos not in {"VERB", "ADJ"} or not bare or token.deprel not in _BESIDE:
        return token.upos == "VERB"
    above = token
    while above.head != above.index and (above.index == index or above.upos not in _VERBAL):
        above = annotated.tokens[above.head]
    copulas = [t for t in annotated.dependents(above.index, "cop") if t.upos in _VERBAL]
    return any(t.xpos in _PAST_TAGS for t in copulas) or (above.does(Function.BE) and above.xpos in _PAST_TAGS)


def _verb(annotated: Annotated, token: Token) -> Realis:
    for _ in range(_MAX_CLIMB):
        found = _form(annotated, token)
        if found is not None:
            return found
        head = annotated.tokens[token.head]
        if head.index == token.index or head.upos not in _VERBAL:
            break
        token = head
    return Realis.PAST


def _form(annotated: Annotated, token: Token, copulas: Sequence[Token] = ()) -> Realis | None:
    """Realis of one verb by its own and its auxiliaries' forms, or None if another verb decides."""
    auxiliaries = [*copulas] + [t for t in annotated.dependents(token.index, "aux") if not t.does(Function.INFINITIVE)]
    tags = {t.xpos for t in auxiliaries}
    if token.xpos == "VBG" and tags & {"VBP", "VBZ"}:  # "has been fighting"
        return Realis.ONGOING
    if token.xpos in _PAST_TAGS or tags & _PAST_TAGS or any(t.does(Function.PERFECT) for t in auxiliaries):
        return Realis.PAST
    if token.xpos == "VBG":
        return Realis.ONGOING if any(t.does(Function.BE) for t in auxiliaries) else None
    if token.xpos == "VBN":
        return _passive(annotated, token, auxiliaries)
    if token.xpos in {"VBZ", "VBP"}:
        return _present(annotated, token)
    return None


def _passive(annotated: Annotated, token: Token, auxiliaries: list[Token]) -> Realis | None:
    if not auxiliaries:
        return None if token.deprel == "conj" else Realis.PAST
    if any(t.xpos == "VBG" for t in auxiliaries):  # "before being driven out": another verb tells when
        return Realis.ONGOING if any(t.xpos in {"VBZ", "VBP"} for t in auxiliaries) else None
    return _present(annotated, token)


def _present(annotated: Annotated, token: Token) -> Realis:
    headline = annotated.sentences[token.sentence].zone is ZoneKind.HEADLINE
    return Realis.PAST if headline else Realis.ONGOING
