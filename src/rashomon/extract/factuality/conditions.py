"""What leaves a clause open: a condition that it hangs on, and a question that it stands in."""

from rashomon.lexicon.modality import ModalCue
from rashomon.records import Annotated, Function, Realis, Token

_OPEN = ModalCue(False, "unknown", Realis.HYPOTHETICAL, frozenset(), "consequence")
_CLOSING = "\"”’') \n\t\u00a0"


def find_condition(annotated: Annotated, clause: Token) -> ModalCue | None:
    """Give the cue of a clause that holds only under a condition, or that is itself an inverted one; None if neither.

    "If they advance, the town would fall"; "the town would have fallen"; "had they armed the men". "Even if" and
    "as if" make no condition.
    """
    if _is_inverted(annotated, clause) or _is_counterfactual(annotated, clause):
        return _OPEN
    conditions = (_is_condition(annotated, child) for child in annotated.dependents(clause.index, "advcl"))
    return _OPEN if any(conditions) else None


def _is_condition(annotated: Annotated, clause: Token) -> bool:
    if _is_inverted(annotated, clause):
        return True
    for mark in annotated.dependents(clause.index, "mark", "advmod"):
        if mark.does(Function.CONDITION):
            return not (mark.index and annotated.tokens[mark.index - 1].does(Function.CONCESSION))
    return False


def _is_inverted(annotated: Annotated, clause: Token) -> bool:
    """Say whether an auxiliary stands before its subject though nothing is asked there: "had they armed the men"."""
    if clause.deprel not in {"advcl", "ccomp", "parataxis"}:
        return False
    subject = next((child.index for child in annotated.dependents(clause.index, "nsubj")), None)
    first = next((child for child in annotated.dependents(clause.index, "aux")), None)
    if subject is None or first is None or not first.does(Function.INVERSION) or first.index > subject:
        return False
    return not any(child.index < first.index for child in annotated.dependents(clause.index, "mark", "obl", "advmod"))


def _is_counterfactual(annotated: Annotated, clause: Token) -> bool:
    """Say whether a verb stands in the third conditional: "would have fallen"."""
    helpers = tuple(annotated.dependents(clause.index, "aux"))
    return any(h.does(Function.WOULD) for h in helpers) and any(h.does(Function.PERFECT) for h in helpers)


def is_asked(annotated: Annotated, trigger: int) -> bool:
    """Say whether a token stands in a question: its sentence, or the quotation around it, ends with a question mark."""
    offset, sentence = annotated.tokens[trigger].start, annotated.sentences[annotated.tokens[trigger].sentence]
    words = annotated.text[offset : sentence.end]
    if "?" not in words:
        return False
    around = next((quote for quote in annotated.quotes if quote.start <= offset < quote.end), None)
    if around is not None and around.end < sentence.end:
        words = annotated.text[offset : around.end]
    asked = words.rstrip(_CLOSING)
    if not asked.endswith("?"):
        return False
    end = offset + len(asked)
    inner = [quote for quote in annotated.quotes if quote.start < end <= quote.end]
    return not inner or inner[0].start <= offset
