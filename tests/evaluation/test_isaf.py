from datetime import date
from pathlib import Path

import pytest

from rashomon.errors import InputError
from rashomon.evaluation.isaf_coding import Fields, count_of
from rashomon.evaluation.sets.isaf import matches, read_releases, values
from rashomon.records import Figure, Modifier

LINE = (
    '{"text": "A release.", "gold": {"start_date": "2012-05-01", "event_type": ["detention"], "province": ["paktya"],'
    ' "target_group": ["let;taliban"], "min_killed": 0, "min_captured": 3}}\n'
)


@pytest.mark.parametrize(
    ("words", "low", "modifier", "count"),
    [
        ("six", 6, Modifier.EXACT, 6),
        ("more than 5", 5, Modifier.AT_LEAST, 6),
        ("at least 5", 5, Modifier.AT_LEAST, 5),
        ("several", 2, Modifier.VAGUE, 3),
        ("numerous", 2, Modifier.VAGUE, 4),
        ("dozens", 12, Modifier.VAGUE, 12),
    ],
)
def test_the_coders_counts(words: str, low: float, modifier: Modifier, count: int) -> None:
    assert count_of(Figure("killed", low, None, modifier, 0, len(words), words)) == count


def test_a_record_is_read_with_each_of_its_values(tmp_path: Path) -> None:
    (tmp_path / "releases.jsonl").write_text(LINE, encoding="utf-8")
    (release,) = read_releases(tmp_path)
    assert release.gold["target"] == ("let", "taliban")
    found = values(Fields(date(2012, 5, 1), "detention", "Paktiya", "taliban", 0, 2))
    right = {field: matches(field, value, release.gold[field]) for field, value in found.items()}
    assert right == {"date": True, "type": True, "province": True, "target": True, "killed": True, "captured": False}


def test_another_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "releases.jsonl").write_text("no json", encoding="utf-8")
    with pytest.raises(InputError, match="no ISAF set"):
        read_releases(tmp_path)
