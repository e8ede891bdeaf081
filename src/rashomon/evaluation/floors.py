"""Quality has a floor in a file with the digest of its corpus; a figure under its floor fails."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from rashomon.errors import InputError
from rashomon.evaluation.scores import Score


@dataclass(frozen=True, slots=True)
class Floor:
    """The least value that a figure may have.

    Attributes:
        set: name of the gold set.
        metric: name of the metric.
        floor: least value.
        digest: digest of the corpus it was pinned on, see `corpus_digest`.
    """

    set: str
    metric: str
    floor: float
    digest: str


def read_floors(path: str | Path) -> tuple[Floor, ...]:
    """Read a floors file: set -> {digest, floors: {metric: least value}}.

    Raises:
        InputError: the file cannot be read or has another form.
    """
    try:
        content = yaml.safe_load(Path(path).read_text(encoding="utf-8"))
        return tuple(
            Floor(name, metric, float(least), str(entry["digest"]))
            for name, entry in content.items()
            for metric, least in entry["floors"].items()
        )
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); name a floors file with --floors") from error
    except (yaml.YAMLError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise InputError(f"{path}: no floors file ({error}); it maps a set to its digest and floors") from error


def corpus_digest(paths: Iterable[Path]) -> str:
    """Digest the files of a corpus: SHA-256 over names and bytes in sorted order, first 16 digits.

    Args:
        paths: files or folders; folders are walked.
    """
    digest = hashlib.sha256()
    for path in sorted(paths):
        files = [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.is_file())
        for file in files:
            digest.update(file.name.encode() + b"\x1f" + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:16]


def check_floors(scores: Sequence[Score], floors: Sequence[Floor], digest: str | None = None) -> tuple[str, ...]:
    """Give one line for every figure under its floor, every floor without a figure, and a corpus that is another.

    Args:
        scores: the figures of one or more sets.
        floors: the floors; those of other sets are not looked at.
        digest: digest of the corpus that the figures rest on, or None not to compare it.
    """
    measured = {(score.set, score.metric): score.value for score in scores}
    names = {score.set for score in scores}
    troubles: list[str] = []
    for floor in (floor for floor in floors if floor.set in names):
        value = measured.get((floor.set, floor.metric))
        if digest is not None and digest != floor.digest:
            troubles.append(f"{floor.set} {floor.metric}: the corpus has digest {digest}, the floor {floor.digest}")
        elif value is None:
            troubles.append(f"{floor.set} {floor.metric}: no figure, floor {floor.floor}")
        elif value < floor.floor:
            troubles.append(f"{floor.set} {floor.metric}: {value:.2f} is under its floor {floor.floor}")
    return tuple(troubles)
