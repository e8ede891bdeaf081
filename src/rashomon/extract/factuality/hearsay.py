"""What a clause loses under a verb of saying or thinking that carries no voice, and under a noun that is said to lack.

"You did not say that the town fell", "I think that the town fell": whoever says so is the voice already. "No reports of
attacks": nobody has told of any.
"""

from rashomon.extract.voices.unsaid import is_imagined, is_negated
from rashomon.lexicon import Lexicon
from rashomon.lexicon.modality import ModalCue, ModalTable
from rashomon.records import Annotated, Factuality, Function, Token

_HEDGES = {
    Factuality.PROBABLE: "probable",
    Factuality.NOT_PROBABLE: "probable",
    Factuality.POSSIBLE: "possible",
    Factuality.NOT_POSSIBLE: "possible",
    Factuality.UNKNOWN: "unknown",
}
_UNSAID = ModalCue(False, "unknown", None, frozenset(), "unsaid")
_DOUBTED = ModalCue(True, "probable", None, frozenset(), "not thought")


def find_unsaid(annotated: Annotated, token: Token, head: Token, lexicon: Lexicon) -> ModalCue | None:
    """Give what a verb of saying does to its clause if nobody has said it, or None.

    Args:
        annotated: the document.
        token: head of the clause.
        head: the word above it, no cue of the voice whose words they are.
        lexicon: cues.
    """
    row = lexicon.cues.verbs.get(head.lemma) if token.deprel == "ccomp" and head.upos == "VERB" else None
    if row is None:
        return None
    if is_imagined(annotated, head.index, lexicon.cues):
        return _UNSAID
    who = next((child.index for child in annotated.dependents(head.index, "nsubj")), None)
    if not is_negated(annotated, head.index, who, lexicon.cues):
        return None
    return _DOUBTED if row.lemma in lexicon.cues.minds else _UNSAID


def find_hearsay(annotated: Annotated, token: Token, head: Token, lexicon: Lexicon) -> ModalCue | None:
    """Give what the word above a clause or a phrase does to it, or None; arguments as for `find_unsaid`."""
    if token.deprel == "ccomp" and head.upos == "VERB":
        return _under_verb(head, lexicon)
    if head.upos == "NOUN" and token.deprel in {"acl", "ccomp", "nmod"}:
        return _under_noun(annotated, head, lexicon)
    return None


def find_called(annotated: Annotated, token: Token, head: Token, table: ModalTable) -> ModalCue | None:
    """Give the cue of a word that calls an object untrue ("called the attack a lie"), or None."""
    if token.deprel != "obj":
        return None
    said = [*annotated.dependents(head.index, "xcomp", "obl"), *annotated.dependents(token.index, "acl")]
    words = (word for t in said for word in (t.lemma.lower(), t.text.lower()))
    return next((table.falsehoods[word] for word in words if word in table.falsehoods), None)


def _under_verb(verb: Token, lexicon: Lexicon) -> ModalCue | None:
    row = lexicon.cues.verbs.get(verb.lemma)
    if row is None:
        return None
    hedged = _HEDGES.get(row.commitment, "")
    negated = row.commitment.value.endswith("-")
    return ModalCue(negated, hedged, None, frozenset(), "unvoiced") if hedged or negated else None


def _under_noun(annotated: Annotated, noun: Token, lexicon: Lexicon) -> ModalCue | None:
    denied = any(child.does(Function.NO, Function.NEITHER) for child in annotated.dependents(noun.index, "det"))
    return lexicon.modality.lacking.get(noun.lemma) if denied else None
