"""Genitives whose apostrophe is lost."""

import pytest

from rashomon.annotate import Annotator
from rashomon.annotate.apostrophes import cut, genitives, has_lost
from tests.conllu import make_document

KNOWN = genitives(["Mali", "Philippines", "Bamako", "UAE"], {"FLK": [("FLK",)], "Band": [("Band",)], "AB": [("AB",)]})


def test_countries_their_seats_and_abbreviations_have_genitives() -> None:
    assert set(KNOWN) == {"Malis", "Philippiness", "Bamakos", "FLKs"}


def test_a_name_is_cut_from_its_ending_before_a_word_alone() -> None:
    tokens = [
        (0, 2, "In", True),
        (3, 5, "Malis", True),
        (9, 5, "north", False),
        (14, 1, ",", True),
        (16, 5, "Malis", False),
    ]
    made = [word for _, _, word, _ in cut([*tokens, (21, 1, ".", False)], KNOWN)]
    assert made == ["In", "Mali", "'s", "north", ",", "Malis", "."]


@pytest.mark.parametrize(("text", "lost"), [("Malis north", True), ("Mali's north", False), ("Mali’s north", False)])
def test_a_text_with_an_apostrophe_has_lost_none(text: str, lost: bool) -> None:
    assert has_lost(text) is lost


def test_a_name_without_its_apostrophe_is_read_as_with_it(annotator: Annotator) -> None:
    text = "Ten people died in Malis north."
    made, _ = annotator.annotate(make_document(text))
    assert all(made.text[token.start : token.end] == token.text for token in made.tokens)
    (mali,) = [token for token in made.tokens if token.text == "Mali"]
    assert (mali.deprel, made.tokens[mali.head].text) == ("nmod:poss", "north")
    assert {made.words(e.first, e.last): e.label for e in made.entities}["Mali"] == "PLACE"


def test_where_apostrophes_stand_nothing_is_cut(annotator: Annotator) -> None:
    made, _ = annotator.annotate(make_document("The army's men left the two Malis behind."))
    assert "Malis" in [token.text for token in made.tokens]
