"""ISAF press releases of the Afghan war, expert coded: day, type, province, target, killed, captured.

One JSON object a line: `text` and `gold`. Each release goes through the ordinary reading; the coders' conventions are
applied to what it gave (`evaluation.isaf_coding`). Accuracy a field: share of records whose field equals gold. Of
several gold values (of province, type or target) each is right.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rashomon import pipeline
from rashomon.errors import InputError
from rashomon.evaluation.isaf_coding import Fields, code_release
from rashomon.evaluation.running import Bench
from rashomon.evaluation.scores import Counts, Miss, Score, recall_score
from rashomon.ingest import RawInput
from rashomon.names import skeleton
from rashomon.records import make_rows

NAME = "isaf"
FIELDS = ("date", "type", "province", "target", "killed", "captured")


@dataclass(frozen=True, slots=True)
class Release:
    """A press release with the accepted values of each field, as strings."""

    name: str
    text: str
    gold: dict[str, tuple[str, ...]]


def measure(path: Path, bench: Bench, limit: int | None) -> tuple[list[Score], list[Miss]]:
    """Measure the reading on a file of releases or the folder that holds `releases.jsonl`."""
    releases = read_releases(path)[:limit]
    counts: dict[str, list[Counts]] = {field: [] for field in FIELDS}
    misses: list[Miss] = []
    for release, found in _read(releases, bench):
        for field, value in values(found).items():
            right = matches(field, value, release.gold[field])
            counts[field].append(Counts(int(right), 1, 1))
            if not right:
                note = f"gold {' or '.join(release.gold[field])}"
                misses.append(Miss(NAME, f"{field} accuracy", release.name, "missing", value, note))
    scores = [recall_score(NAME, f"{field} accuracy", counts[field]) for field in FIELDS]
    means = [count for field in FIELDS for count in counts[field]]
    return [*scores, recall_score(NAME, "mean accuracy", means)], misses


def read_releases(path: Path) -> list[Release]:
    """Read the set.

    Raises:
        InputError: the file is missing or holds something else.
    """
    file = path / "releases.jsonl" if path.is_dir() else path
    try:
        rows = [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line.strip()]
        return [Release(f"release-{number}", row["text"], _gold(row["gold"])) for number, row in enumerate(rows, 1)]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"{file}: no ISAF set ({error}); give releases.jsonl or its folder") from error


def _gold(raw: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    return {
        "date": (raw["start_date"],),
        "type": _split(raw["event_type"]),
        "province": _split(raw["province"]),
        "target": _split(raw["target_group"]),
        "killed": (str(raw["min_killed"]),),
        "captured": (str(raw["min_captured"]),),
    }


def _split(values: list[str]) -> tuple[str, ...]:
    return tuple(part for value in values for part in value.split(";"))


def _read(releases: Sequence[Release], bench: Bench) -> Iterator[tuple[Release, Fields]]:
    raws = (RawInput(f"{release.name}.txt", None, release.text.encode()) for release in releases)
    pairs = list(bench.documents(raws))
    annotated = bench.annotate(document for document, _ in pairs)
    for release, (document, outlet), columns in zip(releases, pairs, annotated, strict=True):
        reading = pipeline.read_annotated(columns, document, outlet, bench.kit)
        yield release, code_release(reading, columns, make_rows(reading), bench.kit.lexicon)


def values(found: Fields) -> dict[str, str]:
    """Give the coded fields as the strings that are compared."""
    return {
        "date": "" if found.date is None else found.date.isoformat(),
        "type": found.type,
        "province": found.province,
        "target": found.target,
        "killed": str(found.killed),
        "captured": str(found.captured),
    }


def matches(field: str, value: str, gold: tuple[str, ...]) -> bool:
    """Say whether a field's value is right; names of provinces are compared by sound ("Paktiya", "Paktya")."""
    if field == "province":
        return any(skeleton(value) == skeleton(each) for each in gold)
    return value in gold
