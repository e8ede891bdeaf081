from pathlib import Path

import pytest

from rashomon.errors import InputError
from rashomon.evaluation.sets.polnear import (
    Attribution,
    count_exact,
    count_overlap,
    fold,
    read_articles,
    read_standoff,
)

TEXT = 'The mayor, a baker, said: "All is well." "We have bread."'


def _at(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def test_standoff_joins_stretches_and_passes_over_broken_lines() -> None:
    lines = [
        "T1\tSource 0 19\tThe mayor, a baker,",
        "T2\tCue 20 25\tsaid:",
        'T3\tContent 26 40;41 57\t"All is well." "We have bread."',
        "a broken line",
        "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1",
    ]
    assert read_standoff("\n".join(lines)) == (Attribution(((0, 19),), ((20, 25),), ((26, 40), (41, 57))),)


def test_pieces_parted_by_white_space_are_one_and_edges_are_not_compared() -> None:
    assert fold(TEXT, (_at('"All is well."'), _at('"We have bread."'))) == (_at('"All is well." "We have bread."'),)
    assert fold(TEXT, ((0, 19),)) == fold(TEXT, ((0, 18),))


def test_exact_counts_what_is_the_same() -> None:
    gold = [Attribution((_at("The mayor, a baker,"),), (_at("said:"),), (_at('"All is well."'),))]
    right = [Attribution((_at("The mayor, a baker"),), (_at("said"),), (_at('"All is well."'),))]
    short = [Attribution((_at("The mayor"),), (_at("said"),), (_at('"All is well."'),))]
    assert count_exact(TEXT, gold, right, "attribution").right == 1
    assert count_exact(TEXT, gold, short, "attribution").right == 0
    assert count_exact(TEXT, gold, short, "cue").right == 1
    assert count_exact(TEXT, gold, short, "cue", edge="").right == 0


def test_overlap_counts_letters_in_both() -> None:
    gold = [Attribution((), (), (_at("All is well"),))]
    found = [Attribution((), (), (_at("is well"),))]
    counts = count_overlap(TEXT, gold, found, "content")
    assert (counts.right, counts.found, counts.gold) == (6, 6, 9)


def test_the_first_annotation_of_an_article_is_taken(tmp_path: Path) -> None:
    for folder in ("text", "attributions"):
        (tmp_path / folder).mkdir()
    (tmp_path / "text" / "a_b.txt").write_text(TEXT, encoding="utf-8")
    for annotator in ("1111", "2222"):
        line = f"T1\tCue 0 {annotator[0]}\tx\nE1\tCue:T1"
        (tmp_path / "attributions" / f"a_b_{annotator}.ann").write_text(line, encoding="utf-8")
    (article,) = read_articles(tmp_path)
    assert article.gold[0].cue == ((0, 1),)


def test_a_folder_that_is_not_the_set_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no text/"):
        list(read_articles(tmp_path))
