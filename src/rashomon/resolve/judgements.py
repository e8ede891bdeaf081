"""What people decided about pairs: it binds every rule."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rashomon.records import Judgement
from rashomon.records.parting import other_end

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Decided:
    """Pairs of ids that a person called the same or different; each pair sorted. The last word on a pair counts."""

    same: frozenset[Pair] = frozenset()
    different: frozenset[Pair] = frozenset()

    @property
    def ids(self) -> frozenset[str]:
        """Give all ids of the pairs."""
        return frozenset(key for pair in self.same | self.different for key in pair)


def read_decided(judgements: Iterable[Judgement], meant: Callable[[str], str | None]) -> Decided:
    """Read the judgements that hold.

    Args:
        judgements: all of them.
        meant: gives the id that this step knows for the id of a judgement, or None if it is of another step.
    """
    last: dict[Pair, str] = {}
    for judgement in sorted(judgements, key=lambda j: (j.made, j.id)):
        if judgement.withdrawn is not None or judgement.other is None:
            continue
        left, right = meant(judgement.subject), meant(other_end(judgement) or "")
        if left is not None and right is not None and left != right:
            last[make_pair(left, right)] = judgement.verdict
    return Decided(
        frozenset(pair for pair, verdict in last.items() if verdict == "same"),
        frozenset(pair for pair, verdict in last.items() if verdict == "different"),
    )


def make_pair(left: str, right: str) -> Pair:
    """Give the two in sorted order."""
    return (left, right) if left <= right else (right, left)
