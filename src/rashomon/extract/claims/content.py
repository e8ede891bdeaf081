"""The words that an item is told in: its clause, cut to what its voice answers for."""

from rashomon.records import Annotated, Figure, Function, Token

_VERBAL = frozenset({"VERB", "AUX"})
_APART = frozenset({"conj", "parataxis"})
_EDGE = frozenset({"PUNCT", "CCONJ"})
_LEADS = frozenset({"cc", "mark", "case"})


def find_content(
    annotated: Annotated, trigger: int, carrier: int | None, figures: tuple[Figure, ...], within: tuple[int, int] | None
) -> tuple[int, int]:
    """Give the offsets of the words claimed.

    Args:
        annotated: the document's columns.
        trigger: index of the item's head token.
        carrier: index of the support verb whose clause tells a noun, or None.
        figures: numbers of the item, which the words must hold.
        within: offsets of the voice's words around the trigger, or None for the outlet's own.
    """
    head = trigger if carrier is None else carrier
    first, last = _clause(annotated, head, trigger)
    start = min([annotated.tokens[first].start, *(f.start for f in figures)])
    end = max([annotated.tokens[last].end, *(_end(annotated, f) for f in figures)])
    if within is not None and within[0] <= annotated.tokens[trigger].start < within[1]:
        start, end = max(start, within[0]), min(end, within[1])
    return start, end


def _end(annotated: Annotated, figure: Figure) -> int:
    """End of a figure with the noun that it counts, where that follows ("two people")."""
    counted = f" {figure.counted}"
    follows = figure.counted and annotated.text.startswith(counted, figure.end)
    return figure.end + len(counted) if follows else figure.end


def _clause(annotated: Annotated, head: int, trigger: int) -> tuple[int, int]:
    """First and last token of the clause around a head, joined clauses left out."""
    members = set(annotated.subtree(head))
    for token in annotated.dependents(head, *_APART):
        if token.upos in _VERBAL or token.deprel == "parataxis":
            members -= set(annotated.subtree(token.index))
    members |= {head, trigger}
    first, last = min(head, trigger), max(head, trigger)
    while first - 1 in members or _bridged(annotated, first - 1, first - 2, members):
        first -= 1
    while last + 1 in members or _bridged(annotated, last + 1, last + 2, members):
        last += 1
    while first < min(head, trigger) and _is_edge(annotated.tokens[first], (head, trigger)):
        first += 1
    while last > max(head, trigger) and (
        annotated.tokens[last].upos in _EDGE or annotated.tokens[last].deprel in _LEADS
    ):
        last -= 1
    return first, last


def _is_edge(token: Token, heads: tuple[int, int]) -> bool:
    """Whether a word only ties the clause to what stands before it; a condition is part of what is claimed."""
    leads = token.head in heads and (token.deprel in _LEADS or token.upos in {"CCONJ", "ADP"})
    return token.upos in _EDGE or (leads and not token.does(Function.TIE))


def _bridged(annotated: Annotated, gap: int, beyond: int, members: set[int]) -> bool:
    if not (0 <= gap < len(annotated.tokens)) or beyond not in members:
        return False
    token: Token = annotated.tokens[gap]
    return token.upos in _EDGE
