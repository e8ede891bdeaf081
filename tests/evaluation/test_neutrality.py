"""Neutrality: what is exchanged, how readings are compared, and no change at all on the corpora that ship."""

from collections import Counter
from pathlib import Path

import pytest

from rashomon.evaluation import evaluate
from rashomon.evaluation.neutrality import differences, exchange, load_swaps, types
from rashomon.lexicon import load_lexicon
from rashomon.lexicon.files import resources

SWAP = {"Red Band": "Blues", "Blues": "Red Band", "rebels": "soldiers", "soldiers": "rebels"}


def test_whole_words_are_exchanged_and_offsets_lead_back() -> None:
    text = "The Red Band shot two rebels; Bluesmen fled."
    other = exchange(text, SWAP)
    assert other.text == "The Blues shot two soldiers; Bluesmen fled."
    assert other.printed(other.text.index("shot")) == text.index("shot")
    assert other.printed(other.text.index("fled")) == text.index("fled")
    assert other.printed(other.text.index("ues shot")) == text.index("Red Band") == other.start(text.index("Band"))


def test_a_side_that_begins_a_longer_name_stays() -> None:
    assert (
        exchange("Blues of the Lake shot two Blues.", SWAP, ["Blues of"]).text == "Blues of the Lake shot two Red Band."
    )


def test_loaded_words_are_of_the_classes_of_the_neutral_one() -> None:
    classes = load_lexicon().events.words.classes
    for words in load_swaps().frames:
        for one, other in words.items():
            assert classes.get(one.lower()) == classes.get(other.lower()), (one, other)


def test_a_text_without_the_sides_has_no_points() -> None:
    assert exchange("Nobody came.", SWAP).points == ()


def test_codes_that_stand_on_one_side_alone_are_paired_by_trigger() -> None:
    stays, before, after, new = (1, "clash"), (5, "killing"), (5, "massacre"), (9, "arrest")
    pairs = differences(Counter([stays, before]), Counter([stays, after, new]))
    assert pairs == ((before, after), (None, new))
    assert types(Counter([(5, "killing", "x"), (5, "killing", "y")])) == Counter({(5, "killing"): 2})


def test_every_run_of_sides_is_its_own_mirror() -> None:
    for words in load_swaps().sides:
        assert all(words[other] == word for word, other in words.items())


@pytest.mark.parametrize("corpus", ["sample", "sample_cordillera"])
def test_no_name_and_no_loaded_word_changes_a_code(corpus: str) -> None:
    scores, misses = evaluate("neutrality", Path(str(resources() / corpus)))
    assert [score.n > 0 for score in scores] == [True] * 4
    assert [miss.note for miss in misses] == []
