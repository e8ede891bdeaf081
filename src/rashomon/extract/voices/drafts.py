"""What the steps of this package hand to each other: a voice before it has a name, a chain and an id."""

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.lexicon.cues import CueRow
from rashomon.records import Annotated, Factuality, Stance

TokenRange = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution in token indices.

    Attributes:
        head: token of the cue's head.
        cue: tokens of the cue, half-open; None where the words stand without one and go on the voice before.
        source: head token of the source, or None.
        contents: half-open token ranges in order; () where nothing is said.
        stance: from the cue.
        commitment: from the cue.
        lemma: the row's lemma, "" where no row made it.
        outer: whether it passes on other voices of its sentence ("as reported by ...").
        open: whether it may take the quotation beside it.
        words: tokens of the source where syntax does not tell them, or None.
    """

    head: int
    cue: TokenRange | None
    source: int | None
    contents: tuple[TokenRange, ...]
    stance: Stance = Stance.NEUTRAL
    commitment: Factuality = Factuality.CERTAIN
    lemma: str = ""
    outer: bool = False
    open: bool = False
    words: TokenRange | None = None


def make_draft(
    row: CueRow,
    head: int,
    cue: TokenRange,
    source: int | None,
    contents: tuple[TokenRange, ...],
    outer: bool = False,
    open: bool = False,  # noqa: A002 - the field's name
) -> Draft:
    """Make a draft with stance and commitment of its row."""
    return Draft(head, cue, source, contents, row.stance, row.commitment, row.lemma, outer, open)


def runs(annotated: Annotated, indices: Iterable[int], without: Iterable[int] = ()) -> tuple[TokenRange, ...]:
    """Join token indices to half-open ranges, bridging punctuation; ranges of bare punctuation are dropped.

    Args:
        annotated: the document.
        indices: tokens that belong to the stretch.
        without: tokens that must stay out, bridges included.
    """
    barred = set(without)
    found: list[list[int]] = []
    for index in sorted(set(indices) - barred):
        if found and _bridged(annotated, found[-1][1], index, barred):
            found[-1][1] = index + 1
        else:
            found.append([index, index + 1])
    trimmed = (_trim(annotated, first, last) for first, last in found)
    return tuple((first, last) for first, last in trimmed if first < last)


def _bridged(annotated: Annotated, last: int, index: int, barred: set[int]) -> bool:
    if index == last:
        return True
    between = range(last, index)
    return len(between) <= 2 and all(k not in barred and annotated.tokens[k].upos == "PUNCT" for k in between)


def _trim(annotated: Annotated, first: int, last: int) -> TokenRange:
    """Take punctuation off both ends; brackets and quotation marks are put back by offsets later."""
    while first < last and annotated.tokens[first].upos == "PUNCT":
        first += 1
    while first < last and annotated.tokens[last - 1].upos == "PUNCT":
        last -= 1
    return first, last


def cover(annotated: Annotated, indices: Iterable[int], without: Iterable[int] = ()) -> tuple[TokenRange, ...]:
    """Cover the whole stretch from the first to the last of the tokens, save those that must stay out."""
    members = list(indices)
    if not members:
        return ()
    return runs(annotated, range(min(members), max(members) + 1), without)
