from pathlib import Path

import pytest

from rashomon.errors import InputError
from rashomon.evaluation import Score, check_floors, corpus_digest, read_floors


def _floors(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "floors.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_figure_under_its_floor_is_named(tmp_path: Path) -> None:
    text = "one:\n  digest: abc\n  floors: {recall: 50, precision: 60}\nother:\n  digest: d\n  floors: {x: 1}\n"
    floors = read_floors(_floors(tmp_path, text))
    scores = [Score("one", "recall", 49.9, None, None, 3), Score("one", "precision", 60.0, None, None, 3)]
    assert check_floors(scores, floors) == ("one recall: 49.90 is under its floor 50.0",)


def test_a_floor_without_a_figure_and_another_corpus_are_troubles(tmp_path: Path) -> None:
    floors = read_floors(_floors(tmp_path, "one:\n  digest: abc\n  floors: {recall: 50, F1: 1}\n"))
    scores = [Score("one", "recall", 70.0, None, None, 3)]
    assert check_floors(scores, floors) == ("one F1: no figure, floor 1.0",)
    assert all("digest" in line for line in check_floors(scores, floors, digest="xyz"))


def test_a_file_of_another_form_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no floors file"):
        read_floors(_floors(tmp_path, "- 1\n- 2\n"))


def test_the_digest_sees_names_and_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one", encoding="utf-8")
    first = corpus_digest([tmp_path])
    assert corpus_digest([tmp_path]) == first
    (tmp_path / "a.txt").write_text("two", encoding="utf-8")
    assert corpus_digest([tmp_path]) != first
