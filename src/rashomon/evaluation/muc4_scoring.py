"""MUC-4 templates against the answer key: which stands for which, and what every slot adds to the figures.

Chinchor 1992, "MUC-4 evaluation metrics": recall is (correct + 0.5 partial) / possible, precision the same over actual,
F their harmonic mean. A response may stand for a key if their types match at least partially and so does one of the
slots that say who did it and to what or whom; of all such mappings the one with the most fillers right is taken. Over
ALL TEMPLATES every filler of a key without response is missing and every filler of a response without key spurious;
optional keys and fillers of keys that are not there cost nothing. The template's own number is not counted.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.evaluation.assignment import assign
from rashomon.evaluation.muc4_keys import Filler, Template
from rashomon.evaluation.muc4_slots import MAPPING, NAMES, TYPE, compare

_TIE = 0.001


@dataclass(frozen=True, slots=True)
class Tally:
    """What one slot of one template adds.

    Attributes:
        slot: number of the slot.
        right: correct and half of partially correct fillers.
        actual: fillers of the response.
        possible: fillers of the key that had to be there or are.
        missed: fillers of the key without a response, as printed.
        extra: fillers of the response without a key, as printed.
    """

    slot: int
    right: float
    actual: int
    possible: int
    missed: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()


def score_message(found: Sequence[Template], gold: Sequence[Template]) -> Iterator[tuple[str, Tally]]:
    """Score the responses to one message: ("matched" | "missing" | "spurious", what a slot of a template adds)."""
    pairs = align(found, gold)
    for left, right in pairs:
        yield from (("matched", tally) for tally in score_pair(found[left].slots, gold[right].slots))
    answered = {right for _, right in pairs}
    for at, key in enumerate(gold):
        if at not in answered and not key.optional:
            yield from (("missing", tally) for tally in score_pair({}, key.slots))
    used = {left for left, _ in pairs}
    for at, template in enumerate(found):
        if at not in used:
            yield from (("spurious", tally) for tally in score_pair(template.slots, dict.fromkeys(NAMES, ())))


def align(found: Sequence[Template], gold: Sequence[Template]) -> tuple[tuple[int, int], ...]:
    """Map responses to keys: pairs of positions."""
    similarity = {
        (left, right): value
        for left, one in enumerate(found)
        for right, other in enumerate(gold)
        if (value := _similarity(one, other))
    }
    return assign(similarity)


def _similarity(found: Template, gold: Template) -> float:
    if not _touch(found, gold, TYPE) or not any(_touch(found, gold, slot) for slot in MAPPING):
        return 0.0
    right = sum(tally.right for tally in score_pair(found.slots, gold.slots))
    return right + (0.0 if gold.optional else _TIE)


def _touch(found: Template, gold: Template, slot: int) -> bool:
    pairs = ((one, other) for one in found.slots.get(slot, ()) for other in gold.slots.get(slot, ()))
    return any(compare(slot, one, other) for one, other in pairs)


def score_pair(found: Mapping[int, tuple[Filler, ...]], gold: Mapping[int, tuple[Filler, ...]]) -> Iterator[Tally]:
    """Score one response against its key, slot by slot; slots that do not apply to the key are not scored."""
    for slot in NAMES:
        if slot in gold and (found.get(slot) or gold[slot]):
            yield _score_slot(slot, found.get(slot, ()), gold[slot])


def _score_slot(slot: int, found: Sequence[Filler], gold: Sequence[Filler]) -> Tally:
    values = {
        (left, right): value
        for left, one in enumerate(found)
        for right, other in enumerate(gold)
        if (value := compare(slot, one, other))
    }
    pairs = assign(values)
    matched, answered = {left for left, _ in pairs}, {right for _, right in pairs}
    missed = [filler for at, filler in enumerate(gold) if at not in answered and not filler.optional]
    return Tally(
        slot=slot,
        right=sum(values[pair] for pair in pairs),
        actual=len(found),
        possible=len(pairs) + len(missed),
        missed=tuple(" / ".join(filler.values) for filler in missed),
        extra=tuple(filler.values[0] for at, filler in enumerate(found) if at not in matched),
    )
