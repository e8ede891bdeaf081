"""Neutrality: what is exchanged, how readings are compared, and no change at all on the corpora that ship."""

from collections import Counter
from pathlib import Path

import pytest
import yaml

from rashomon.evaluation import evaluate
from rashomon.evaluation.neutrality import codes, differences, exchange, load_swaps, types
from rashomon.evaluation.running import Bench
from rashomon.evaluation.sets.neutrality import moved
from rashomon.ingest import RawInput
from rashomon.lexicon import load_lexicon
from rashomon.lexicon.files import resources
from rashomon.pipeline import read_document

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


BENCH = Bench()
WARS = {row["war"]: row for row in yaml.safe_load((Path(__file__).parent / "exchanged.yaml").read_text("utf-8"))}


@pytest.mark.parametrize("war", WARS)
def test_no_side_and_no_loaded_word_changes_a_code_in_other_wars(war: str) -> None:
    raw = RawInput(f"{war}.txt", None, WARS[war]["text"].encode())
    ((document, outlet),) = BENCH.documents([raw])
    plain = read_document(document, outlet, BENCH.kit)
    sides = {name: other for pair in WARS[war]["sides"] for name, other in (pair, pair[::-1])}
    for words, part in [(sides, lambda found: found), *((words, types) for words in load_swaps().frames)]:
        other = exchange(document.text, words)
        if other.points:
            again = read_document(moved(document, other), outlet, BENCH.kit)
            one, two = part(codes(plain, other, printed=True)), part(codes(again, other, printed=False))
            assert one.total() > 10
            assert differences(one, two) == ()
