"""Realis from the verb's form alone, where no cue decides."""

from collections.abc import Sequence

from rashomon.lexicon import Lexicon
from rashomon.records import Annotated, Realis, Token, ZoneKind

_VERBAL = frozenset({"VERB", "AUX"})
_PAST_TAGS = frozenset({"VBD"})
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
    auxiliaries = [*copulas] + [t for t in annotated.dependents(token.index, "aux") if t.lemma.lower() != "to"]
    tags = {t.xpos for t in auxiliaries}
    lemmas = {t.lemma.lower() for t in auxiliaries}
    if token.xpos in _PAST_TAGS or tags & _PAST_TAGS or "have" in lemmas:
        return Realis.PAST
    if token.xpos == "VBG":
        return Realis.ONGOING if "be" in lemmas else None
    if token.xpos == "VBN":
        return _passive(annotated, token, auxiliaries)
    if token.xpos in {"VBZ", "VBP"}:
        return _present(annotated, token)
    return None


def _passive(annotated: Annotated, token: Token, auxiliaries: list[Token]) -> Realis | None:
    if not auxiliaries:
        return None if token.deprel == "conj" else Realis.PAST
    if any(t.xpos == "VBG" for t in auxiliaries):
        return Realis.ONGOING
    return _present(annotated, token)


def _present(annotated: Annotated, token: Token) -> Realis:
    headline = annotated.sentences[token.sentence].zone is ZoneKind.HEADLINE
    return Realis.PAST if headline else Realis.ONGOING
