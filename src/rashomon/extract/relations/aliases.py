"""By what other name somebody goes: "calls itself X", "known as X", "alias X"."""

from collections.abc import Iterator

from rashomon.extract.clauses import find_agent, find_oblique, own_subject, to_antecedent
from rashomon.extract.mentions import noun_phrase
from rashomon.extract.relations.drafts import Draft
from rashomon.extract.relations.ends import Text, make_end, may_be
from rashomon.records import Function, Token

_KIND = "known-as"


def find_by_name(text: Text, verb: Token) -> Iterator[Draft]:
    """Find what somebody calls himself or is known as; only a proper name is one."""
    lemma = verb.lemma.lower()
    if lemma in text.table.calling:
        name = _name_for_itself(text, verb)
        yield from _make(text, verb, find_agent(text.annotated, verb), name)
    if lemma in text.table.nicknaming and verb.xpos == "VBN":
        given = next(
            (c.index for c in text.annotated.dependents(verb.index, "xcomp", "obj") if c.upos == "PROPN"), None
        )
        yield from _make(text, verb, _known(text, verb), given)
    if lemma in text.table.knowing and verb.xpos == "VBN":
        name = find_oblique(text.annotated, verb, Function.AS)
        yield from _make(text, verb, _known(text, verb), name)


def _known(text: Text, verb: Token) -> int | None:
    """Give who is known: the participle's own subject, or the noun that it stands with."""
    own = own_subject(text.annotated, verb.index)
    if own is not None:
        return to_antecedent(text.annotated, own)
    return verb.head if verb.deprel in {"acl", "acl:relcl", "amod"} else None


def _name_for_itself(text: Text, verb: Token) -> int | None:
    own = list(text.annotated.dependents(verb.index, "obj", "nsubj"))
    if not any(child.text.lower() in text.table.reflexives for child in own):
        return None
    return next(
        (
            child.index
            for child in text.annotated.dependents(verb.index, "xcomp", "obj", "ccomp")
            if child.upos == "PROPN"
        ),
        None,
    )


def find_by_alias(text: Text, token: Token) -> Iterator[Draft]:
    """Find "X, alias Y" and "X, whose nom de guerre is Y"."""
    annotated = text.annotated
    head = annotated.tokens[token.head]
    if token.deprel in {"nsubj", "nsubj:pass"}:
        for child in annotated.dependents(token.index, "nmod"):
            if child.deprel == "nmod:poss":
                yield from _make(text, token, to_antecedent(annotated, child.index), head.index)
    elif token.deprel in {"compound", "amod", "advmod"} and head.deprel == "appos" and head.index > token.index:
        yield from _make(text, token, head.head, head.index)


def _make(text: Text, token: Token, holder: int | None, name: int | None) -> Iterator[Draft]:
    if name is None or holder is None or not _is_name(text, name):
        return
    first, last = noun_phrase(text.annotated, name)
    while first < last - 1 and text.annotated.tokens[first].lemma in text.table.alias_words:
        first += 1
    words = text.annotated.words(first, last)
    if may_be(text, holder, "actor") and not first <= holder < last:
        subject = text.keep(make_end(text, holder, "actor"))
        yield Draft(_KIND, token.index, min(token.index, first), max(token.index + 1, last), subject, None, words)


def _is_name(text: Text, index: int) -> bool:
    token = text.annotated.tokens[index]
    return token.upos == "PROPN" or (text.annotated.entity_at[index] >= 0 and token.text[:1].isupper())
