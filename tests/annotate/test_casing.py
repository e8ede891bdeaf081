"""Paragraphs in capitals."""

from rashomon.annotate import Annotator
from tests.conllu import make_document

WIRE = (
    "HERAT, 4 FEB 90 -- THE ARMY DENIED TODAY THAT MEN OF THE NATIONAL UNITY FRONT (NUF) ATTACKED A FARM NEAR ASMAR, "
    "WHERE PRESIDENT KARIM DAUD WAS STAYING. THE FRONT SAID THAT 20 SOLDIERS WERE KILLED IN TAJIKISTAN."
)


def test_a_wire_in_capitals_is_read(annotator: Annotator) -> None:
    made, _ = annotator.annotate(make_document(WIRE))
    assert made.text == WIRE
    assert all(made.text[token.start : token.end] == token.text for token in made.tokens)
    upos = {token.text: token.upos for token in made.tokens}
    lemmas = {token.text: token.lemma for token in made.tokens}
    assert (upos["ARMY"], upos["DENIED"], upos["KILLED"], upos["DAUD"]) == ("NOUN", "VERB", "VERB", "PROPN")
    assert (lemmas["SOLDIERS"], lemmas["KILLED"], lemmas["ASMAR"]) == ("soldier", "kill", "Asmar")
    found = {made.words(e.first, e.last): e.label for e in made.entities}
    wanted = {"KARIM DAUD": "PERSON", "TAJIKISTAN": "PLACE", "NATIONAL UNITY FRONT": "ORG", "NUF": "ORG"}
    assert {name: found.get(name) for name in wanted} == wanted


def test_ordinary_paragraphs_stay_as_they_are(annotator: Annotator) -> None:
    text = "NATO and the UN left. THE END"
    made, _ = annotator.annotate(make_document(text))
    assert [token.lemma for token in made.tokens[:2]] == ["NATO", "and"]
