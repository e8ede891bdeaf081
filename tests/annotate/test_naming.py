"""The entity overlay, on the real model: what a small model gets wrong in such reports, and what must not be mended."""

import pytest

from rashomon.annotate import Annotator, load_annotator
from rashomon.annotate.naming.memory import one_edit
from rashomon.lexicon import load_lexicon
from tests.conllu import make_document


def entities(annotator: Annotator, text: str) -> dict[str, str]:
    made, _ = annotator.annotate(make_document(text))
    return {made.words(e.first, e.last): e.label for e in made.entities}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Asmar, Nari and Dangam districts fell.", {"Asmar": "PLACE", "Nari": "PLACE", "Dangam": "PLACE"}),
        ("They hold the districts of Asmar, Nari and Dangam.", {"Asmar": "PLACE", "Nari": "PLACE", "Dangam": "PLACE"}),
        ("They left Pech Valley. Pech was lost.", {"Pech Valley": "PLACE", "Pech": "PLACE"}),
        ("Gen. Karim Daud left. Daud was tired.", {"Karim Daud": "PERSON", "Daud": "PERSON"}),
        ("Mullah Karim Daud met Mr Wali.", {"Karim Daud": "PERSON", "Wali": "PERSON"}),
        ("The National Unity Front (NUF) fought. NUF men died.", {"National Unity Front": "ORG", "NUF": "ORG"}),
        ("Uzbek fighters and Hazaras left Tajikistan.", {"Uzbek": "NORP", "Hazaras": "NORP", "Tajikistan": "PLACE"}),
        ("He studied at King's College London.", {"King's College London": "ORG"}),
        ("They held Mazar-i-Sharif against al-Qaeda.", {"Mazar-i-Sharif": "PLACE", "al-Qaeda": "ORG"}),
        ("The men fought in Asmar.", {"Asmar": "PLACE"}),
        ("The army's spokesman, Prosper Mukadi, said so.", {"Prosper Mukadi": "PERSON"}),
        ("They met Isis in Herat and left NATO.", {"Isis": "ORG", "NATO": "ORG", "Herat": "PLACE"}),
        ("The army of the United Arab Emirates left.", {"United Arab Emirates": "PLACE"}),
        ("Ahmad Shah Daud died.", {"Ahmad Shah Daud": "PERSON"}),
        ("Rebels entered Argelia. Argelia is theirs.", {"Argelia": "PLACE"}),
        ("The army retook Florencia on Monday.", {"Florencia": "PLACE"}),
        ("She gave her name only as Pilar.", {"Pilar": "PERSON"}),
        ("The head of the National Unity Front for the Pech valley died.", {"National Unity Front": "ORG"}),
        ("Shells fell again on Jabal Asmar.", {"Jabal Asmar": "PLACE"}),
        ("Some of them later hit Wadi Nari.", {"Wadi Nari": "PLACE"}),
        ("A ship burned in the Gulf of Oman on Friday.", {"Gulf of Oman": "PLACE"}),
        ("Two men died in the Qaramol refugee camp.", {"Qaramol": "PLACE"}),
        ("Junta troops burned huts in Chin State.", {"Chin State": "PLACE"}),
        ("Herders left the Dora locality.", {"Dora": "PLACE"}),
        ("Rebels reached the village of ‘Anadun on Friday.", {"‘Anadun": "PLACE"}),
        ("Troops took the city of Deir ez-Zor.", {"Deir ez-Zor": "PLACE"}),
        ("They left Dasht-e Qaramol in the north of Kunduz.", {"Dasht-e Qaramol": "PLACE", "Kunduz": "PLACE"}),
        ("Militiamen entered the Amhara region.", {"Amhara": "PLACE"}),
        ("The Amhara militiamen left.", {"Amhara": "NORP"}),
        ("The Islamic State claimed the raid.", {"Islamic State": "ORG"}),
    ],
)  # fmt: skip
def test_names(text: str, wanted: dict[str, str], annotator: Annotator) -> None:
    found = entities(annotator, text)
    assert {name: found.get(name) for name in wanted} == wanted


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("On Friday the men left.", "Friday"),
        ("The General Assembly met in New York.", "Assembly"),
        ("They called it a ‘Grand Bargain’ and left.", "‘Grand Bargain"),
        ("Several men left. Fighters came. The fighters won.", "Fighters"),
    ],
)
def test_no_names(text: str, unwanted: str, annotator: Annotator) -> None:
    found = entities(annotator, text)
    assert found.get(unwanted) not in {"PERSON", "ORG", "PLACE", "NORP"}


def test_marks_never_stand_inside_a_name(annotator: Annotator) -> None:
    text = (
        "The National Unity Front (NUF)—formed in Herat—and “Karim Daud” met the Wali/Ahmadi group of “Asmar” [Kunar]."
    )
    made, _ = annotator.annotate(make_document(text))
    for entity in made.entities:
        if entity.label in {"PERSON", "ORG", "PLACE", "NORP"}:
            assert not set(made.words(entity.first, entity.last)) & set("“”()[]—")


def test_a_near_miss_of_a_frequent_name(annotator: Annotator) -> None:
    text = "The Taliban left. The Taliban came. The Taliban fought. The Talban won."
    made, _ = annotator.annotate(make_document(text))
    assert [made.words(e.first, e.last) for e in made.entities] == ["Taliban", "Taliban", "Taliban", "Talban"]
    assert [chain.names for chain in made.chains] == [("Taliban", "Talban")]


@pytest.mark.parametrize(
    ("word", "name", "near"),
    [
        ("talban", "taliban", True),
        ("talibann", "taliban", True),
        ("tailban", "taliban", True),
        ("taleban", "taliban", True),
        ("taliban", "taliban", False),
        ("wali", "ali", False),
        ("baghdad", "baghlan", False),
    ],
)
def test_one_edit(word: str, name: str, near: bool) -> None:
    assert one_edit(word, name) is near


def test_entities_are_in_order_and_do_not_overlap(annotator: Annotator) -> None:
    text = "Gen. Karim Daud of the Afghan National Army said in Herat City on Friday that 20 Taliban died in Kunar."
    made, _ = annotator.annotate(make_document(text))
    ends = [0]
    for entity in made.entities:
        assert ends[-1] <= entity.first < entity.last
        ends.append(entity.last)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The attack happened in August.", id="month"),
        pytest.param("Karim Daud left. We heard from Daud near Daud.", id="surname"),
        pytest.param("Fighters moved from Hope to Victory.", id="common-nouns"),
        pytest.param("Country's Armed Resistance To Junta Grows In North\n\nIt grows.", id="headline"),
    ],
)
def test_a_gazetteer_alone_makes_no_place(text: str) -> None:
    everywhere = load_annotator(load_lexicon("en"), known_place=lambda name: " " not in name)
    labels = entities(everywhere, text)
    assert not {"PLACE", "ORG"} & set(labels.values()), labels


def test_places_in_a_list_and_before_what_holds_them(annotator: Annotator) -> None:
    found = entities(annotator, "Shelling was reported in Asmar, Dangam and Herat. In Kunar, Karim said so.")
    assert {name: found.get(name) for name in ("Asmar", "Dangam", "Herat", "Kunar")} == dict.fromkeys(
        ("Asmar", "Dangam", "Herat", "Kunar"), "PLACE"
    )
    assert found.get("Karim") != "PLACE"
