"""Every pair of resources/name_pairs.yaml: one actor is one, look-alikes stay apart, known misses are misses."""

from collections import Counter
from typing import Any

import pytest

from rashomon.lexicon import load_lexicon
from rashomon.lexicon.files import read_yaml, resources
from rashomon.names import SAME_BODY, SAME_PERSON, compare_names
from rashomon.records import ActorKind

LEXICON = load_lexicon()
ROWS: list[dict[str, Any]] = read_yaml(resources() / "name_pairs.yaml")
KEYS = {"kind", "lang", "name", "same", "other", "missed", "why"}


def is_one(row: dict[str, Any], other: str) -> bool:
    kind = ActorKind(row["kind"])
    threshold = SAME_PERSON if kind is ActorKind.PERSON else SAME_BODY
    return compare_names(row["name"], other, kind, LEXICON).value >= threshold


def test_there_are_three_hundred_pairs_of_many_languages_and_a_hundred_look_alikes() -> None:
    assert sum(len(row["same"]) for row in ROWS) >= 300
    assert sum(len(row["other"]) for row in ROWS) >= 100
    spoken = Counter(row["lang"] for row in ROWS)
    assert all(spoken[lang] >= 4 for lang in ("fa", "ps", "ar", "ru", "uk", "my", "am", "es"))
    assert len({row["name"] for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_spellings_are_one_and_look_alikes_are_not(row: dict[str, Any]) -> None:
    assert set(row) <= KEYS
    assert row["why"]
    assert [other for other in row["same"] if not is_one(row, other)] == []
    assert [other for other, why in row["other"].items() if is_one(row, other) or not why] == []


@pytest.mark.parametrize("row", [row for row in ROWS if "missed" in row], ids=lambda row: row["name"])
def test_a_known_miss_is_still_one(row: dict[str, Any]) -> None:
    found = {other: is_one(row, other) for other in row["missed"]}
    mended = [other for other, gold in row["missed"].items() if gold["same"] is found[other]]
    assert mended == [], "move it to same or other"
