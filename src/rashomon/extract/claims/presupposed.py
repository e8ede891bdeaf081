"""Happenings that a voice's words take for granted: whoever denies or asks for something else does not touch them.

"The army denied any involvement in the massacre", "they called for an inquiry into the attack": the happening is known
(a definite noun) and hangs inside what is denied or asked for, or a clause behind a comma tells of it. Whoever passes
the voice on answers for it.
"""

from rashomon.extract.parts import Told
from rashomon.lexicon import Lexicon
from rashomon.records import Annotated, Event, Factuality, Function, Realis, Token

_INSIDE = frozenset({"nmod", "obl"})
_HAPPENED = Told(negated=False, hedged="", realis=Realis.PAST)
_OPEN = frozenset({Realis.FUTURE, Realis.HYPOTHETICAL})


def is_presupposed(
    annotated: Annotated, item: Event, cue: int | None, commitment: Factuality, told: Told, lexicon: Lexicon
) -> bool:
    """Say whether a voice that is sure of nothing, or denies, leaves a happening in its words standing.

    Args:
        annotated: the document's columns.
        item: the happening.
        cue: head token of the voice's cue, or None.
        commitment: of the voice.
        told: what the sentence itself does to the happening.
        lexicon: words that make a noun a known one.
    """
    token = annotated.tokens[item.trigger]
    if _is_aside(annotated, token) and commitment is not Factuality.CERTAIN and told == _HAPPENED:
        return True
    if token.upos != "NOUN" or cue is None or not _known(annotated, item.trigger, lexicon):
        return False
    if told.negated or told.hedged or told.realis in _OPEN:
        return False
    if token.deprel == "nsubj:pass" and token.head == cue:
        # "the attack is believed to be the work of ...": what is believed stands behind the verb
        return commitment is not Factuality.CERTAIN and any(True for _ in annotated.dependents(cue, "xcomp"))
    loose = commitment is Factuality.UNKNOWN or commitment.value.endswith("-")
    called = token.deprel == "nsubj" and any(True for _ in annotated.dependents(token.head, "cop"))
    inside = token.deprel in _INSIDE and not any(
        c.does(Function.BY, Function.FOR) for c in annotated.dependents(item.trigger, "case")
    )
    return loose and token.head != cue and (inside or called)


def _is_aside(annotated: Annotated, verb: Token) -> bool:
    """Say whether a clause behind a comma only tells more of its noun ("accused of the raid, in which two died")."""
    if verb.deprel != "acl:relcl" or verb.xpos != "VBD":
        return False
    first = annotated.subtree(verb.index)[0]
    return first > 0 and annotated.tokens[first - 1].text == ","


def _known(annotated: Annotated, noun: int, lexicon: Lexicon) -> bool:
    beside = annotated.dependents(noun, "det", "nmod:poss")
    return any(t.lemma in lexicon.events.words.definites or t.deprel == "nmod:poss" for t in beside)
