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


def _shown(annotator: Annotator, text: str) -> str:
    return annotator._caser.read(make_document(text))


def test_names_of_several_words_keep_their_capitals(annotator: Annotator) -> None:
    text = "THE FARC AND THE SHINING PATH MET IN EL SALVADOR AND THE UNITED STATES BEFORE THEY LEFT FOR SAN JUAN."
    assert _shown(annotator, text) == (
        "The FARC and the Shining Path met in El Salvador and the United States before they left for San Juan."
    )


def test_a_short_form_and_its_name_explain_each_other(annotator: Annotator) -> None:
    text = "THE FREE LABOUR LEAGUE (FLL) AND THE PSN [PARTY OF SOCIAL NEED] AGREED. THE FLL WILL PAY."
    assert _shown(annotator, text) == (
        "The Free Labour League (FLL) and the PSN [Party of Social Need] agreed. The FLL will pay."
    )


def test_a_surname_that_is_a_word_is_one_in_the_whole_document(annotator: Annotator) -> None:
    text = "GENERAL RAMON BARRIOS SAID SO. THE MEETING WITH BARRIOS WAS IN FRONT OF THE MARKET."
    assert _shown(annotator, text).startswith("General Ramon Barrios said so. The meeting with Barrios was in front of")


def test_initials_end_no_sentence(annotator: Annotator) -> None:
    assert _shown(annotator, "TWO U.S. OFFICERS TOLD J. PEREZ THAT THE SHIP SANK.").startswith(
        "Two U.S. officers told J. Perez"
    )
