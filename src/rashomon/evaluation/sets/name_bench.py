"""name_bench (of nomenklatura): pairs of names with whether they are one; F1 at the product's one threshold.

A pair counts as the same from `SAME` on, the threshold of `names` for persons; bodies join in the ledger from 0.8 on
only, which the set's one threshold does not show. People F1 is over the `synth_people` slice, as in the published
figures. The time of a pair is that of two names never seen before.
"""

import csv
import gc
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rashomon.errors import InputError
from rashomon.evaluation.running import Bench
from rashomon.evaluation.scores import Counts, Miss, Score, f1_score, plain_score, precision_score, recall_score
from rashomon.lexicon import Lexicon, load_lexicon
from rashomon.names import SAME_PERSON, compare_names, forget_names
from rashomon.records import ActorKind

NAME = "name_bench"
SAME = SAME_PERSON
_PEOPLE = "synth_people"
_ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names with the gold verdict."""

    group: str
    kind: ActorKind
    left: str
    right: str
    same: bool


def measure(path: Path, bench: Bench, limit: int | None) -> tuple[list[Score], list[Miss]]:
    """Measure the comparison of names on `cases.csv`."""
    pairs = read_pairs(path)[:limit]
    lexicon = load_lexicon()
    values = [_compare(pair, lexicon) for pair in pairs]
    seconds = _timed(pairs, lexicon)
    counts = [count(pair, value) for pair, (value, _) in zip(pairs, values, strict=True)]
    people = [one for pair, one in zip(pairs, counts, strict=True) if pair.group == _PEOPLE]
    scores = [
        precision_score(NAME, "precision", counts),
        recall_score(NAME, "recall", counts),
        f1_score(NAME, "F1", counts),
        f1_score(NAME, "people F1", people),
        plain_score(NAME, "us per pair", 1e6 * seconds / max(1, len(pairs)), len(pairs)),
    ]
    return scores, [_miss(p, v, why) for p, (v, why) in zip(pairs, values, strict=True) if (v >= SAME) is not p.same]


def _timed(pairs: Sequence[Pair], lexicon: Lexicon) -> float:
    """Give seconds of the processor for all pairs, no name known before; best of some rounds, as timeit measures."""
    taken = []
    gc.collect()
    gc.disable()
    try:
        for _ in range(_ROUNDS):
            forget_names()
            started = time.process_time()
            for pair in pairs:
                _compare(pair, lexicon)
            taken.append(time.process_time() - started)
    finally:
        gc.enable()
    return min(taken)


def _compare(pair: Pair, lexicon: Lexicon) -> tuple[float, str]:
    found = compare_names(pair.left, pair.right, pair.kind, lexicon)
    return found.value, found.why


def count(pair: Pair, value: float) -> Counts:
    """Count one pair: right only where gold and threshold both say the same."""
    found = value >= SAME
    return Counts(int(found and pair.same), int(found), int(pair.same))


def _miss(pair: Pair, value: float, why: str) -> Miss:
    kind = "missing" if pair.same else "extra"
    return Miss(NAME, "F1", pair.group, kind, f"{pair.left} | {pair.right}", f"{value:.2f}: {why}")


def read_pairs(path: Path) -> Sequence[Pair]:
    """Read the pairs.

    Raises:
        InputError: there is no `cases.csv`.
    """
    file = path / "cases.csv" if path.is_dir() else path
    if not file.is_file():
        raise InputError(f"{file}: not there; give name_bench's folder or its cases.csv")
    with file.open(encoding="utf-8", newline="") as lines:
        return [
            Pair(
                group=row["case_group"],
                kind=ActorKind.PERSON if row["schema"] == "Person" else ActorKind.ORGANISATION,
                left=row["name1"],
                right=row["name2"],
                same=row["is_match"] == "true",
            )
            for row in csv.DictReader(lines)
        ]
