"""What sides and deeds are called by those who judge decides nothing of what happened."""

import pytest

from rashomon.evaluation.neutrality import load_swaps
from rashomon.lexicon import Lexicon, load_lexicon
from rashomon.lexicon.called import read_called, widen

CALLED = read_called("en").words


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def test_a_list_with_the_plain_word_takes_the_loaded_ones_and_not_the_other_way_round() -> None:
    assert widen({"government", "town"}, CALLED) >= {"government", "town", "regime", "junta"}
    assert widen({"insurgent"}, CALLED) >= {"rebel", "extremist"}
    assert widen({"terrorist"}, CALLED) == {"terrorist"}


def test_every_loaded_word_that_neutrality_is_measured_with_is_known() -> None:
    called = {word: others | {word} for word, others in CALLED.items()}
    for words in load_swaps().frames[:-1]:
        for plain, loaded in words.items():
            one, other = plain.lower(), loaded.lower()
            if one in called:
                assert other in called[one], (plain, loaded)


@pytest.mark.parametrize("loaded", ["regime", "dictatorship", "junta"])
def test_the_triggers_take_them(lexicon: Lexicon, loaded: str) -> None:
    asked = [row for row in lexicon.events.verbs["dissolve"] if "government" in row.object]
    assert asked
    assert all(loaded in row.object for row in asked)


def test_a_type_with_a_trigger_on_the_plain_verb_has_it_on_the_loaded_ones(lexicon: Lexicon) -> None:
    asked = {row.type for row in lexicon.events.verbs["kill"]}
    for loaded in ("martyr", "murder", "slaughter"):
        assert asked <= {row.type for row in lexicon.events.verbs[loaded]}
