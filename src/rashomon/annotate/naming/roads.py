"""Two places whose names a hyphen joins before a word for what runs between them ("the Nari-Asmar road")."""

from collections.abc import Iterable, Iterator

from rashomon.annotate.naming.words import Words
from rashomon.lexicon.naming import NamingTable
from rashomon.records import Entity

_HYPHENS = frozenset({"-", "‐", "‑", "–"})


def find_ends(words: Words, runs: Iterable[tuple[int, int]], table: NamingTable) -> Iterator[Entity]:
    """Find the ends of a road; a name with two hyphens is left whole, for nobody knows where it is joined."""
    for first, last in runs:
        if words.lows[last : last + 1] and words.lows[last] in table.roads:
            joints = [i for i in range(first, last) if words.lows[i] in _HYPHENS]
            if len(joints) == 1 and first < joints[0] < last - 1:
                yield Entity(first, joints[0], "PLACE", "road")
                yield Entity(joints[0] + 1, last, "PLACE", "road")
