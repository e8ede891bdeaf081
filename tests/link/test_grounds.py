import pytest

from rashomon.link.gazetteer import Gazetteer
from rashomon.link.grounds import settle_names
from rashomon.records import Annotated
from tests.conllu import read
from tests.link.world import LEXICON


def settled(gazetteer: Gazetteer, conllu: str, dateline: str | None = "KABUL, Afghanistan") -> Annotated:
    columns, document = read(conllu, dateline=dateline)
    return settle_names(columns, document, LEXICON, gazetteer)


def labels(gazetteer: Gazetteer, conllu: str) -> dict[str, str]:
    found = settled(gazetteer, conllu)
    return {found.words(e.first, e.last): e.label for e in found.entities}


def clause(verb: str, name: str, label: str = "PERSON", case: str = "") -> str:
    """Make "Rebels VERB [CASE] NAME."."""
    lines = ["1 Rebels rebel NOUN NNS 2 nsubj", f"2 {verb} {verb} VERB VBD 0 root"]
    if case:
        lines.append(f"3 {case} {case} ADP IN 4 case")
    number = len(lines) + 1
    lines.append(f"{number} {name} {name} PROPN NNP 2 {'obl' if case else 'obj'} Entity={label}:1")
    lines.append(f"{number + 1} . . PUNCT . 2 punct")
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("conllu", "name"),
    [
        (clause("enter", "Qaramol"), "Qaramol"),
        (clause("shell", "Qaramol", "ORG"), "Qaramol"),
        (clause("fight", "Qaramol", case="near"), "Qaramol"),
        (clause("seize", "Asadabad"), "Asadabad"),
        (clause("attack", "Banu", "ORG"), "Banu"),
        (clause("drive", "Banu", case="to"), "Banu"),
    ],
)
def test_a_name_where_ground_stands_is_a_place(gazetteer: Gazetteer, conllu: str, name: str) -> None:
    assert labels(gazetteer, conllu)[name] == "PLACE"


@pytest.mark.parametrize(
    "conllu",
    [
        clause("seize", "Qaramol"),
        clause("attack", "Taliban", "ORG"),
        clause("enter", "NATO", "ORG"),
        clause("trust", "Qaramol", case="in"),
    ],
)
def test_nothing_is_a_place_on_the_word_of_a_slot_that_persons_fill_too(gazetteer: Gazetteer, conllu: str) -> None:
    assert "PLACE" not in labels(gazetteer, conllu).values()


def compound(name: str) -> str:
    """Make "Rebels left the NAME offensive."."""
    return f"""
        1 Rebels rebel NOUN NNS 2 nsubj
        2 left leave VERB VBD 0 root
        3 the the DET DT 5 det
        4 {name} {name} PROPN NNP 5 compound Entity=PERSON:1
        5 offensive offensive NOUN NN 2 obj
        6 . . PUNCT . 2 punct
        """


@pytest.mark.parametrize(("name", "label"), [("Asadabad", "PLACE"), ("Asadabod", "PERSON")])
def test_a_mere_likeness_before_a_noun_is_no_place(gazetteer: Gazetteer, name: str, label: str) -> None:
    assert labels(gazetteer, compound(name))[name] == label


def test_a_title_keeps_a_known_name_a_person(gazetteer: Gazetteer) -> None:
    found = labels(
        gazetteer,
        """
        1 Rebels rebel NOUN NNS 2 nsubj
        2 attacked attack VERB VBD 0 root
        3 Commander commander PROPN NNP 4 compound
        4 Banu Banu PROPN NNP 2 obj Entity=PERSON:1
        """,
    )
    assert found == {"Banu": "PERSON"}


def test_a_place_in_one_sentence_is_a_place_in_all(gazetteer: Gazetteer) -> None:
    found = settled(
        gazetteer,
        """
        1 Rebels rebel NOUN NNS 2 nsubj
        2 left leave VERB VBD 0 root
        3 Qaramol Qaramol PROPN NNP 2 obj Entity=PLACE:1

        1 Qaramol Qaramol PROPN NNP 2 nsubj Entity=PERSON:1|Chain=1
        2 fell fall VERB VBD 0 root

        1 He he PRON PRP 2 nsubj Chain=1
        2 slept sleep VERB VBD 0 root
        """,
    )
    assert {entity.label for entity in found.entities} == {"PLACE"}
    assert [(chain.label, len(chain.mentions)) for chain in found.chains] == [("PLACE", 1)]


def test_a_name_that_speaks_is_no_place(gazetteer: Gazetteer) -> None:
    conllu = """
        1 Banu Banu PROPN NNP 2 nsubj Entity=PERSON:1
        2 said say VERB VBD 0 root
        """
    assert labels(gazetteer, conllu) == {"Banu": "PERSON"}


def test_a_division_is_no_organisation(gazetteer: Gazetteer) -> None:
    conllu = """
        1 Kunar Kunar PROPN NNP 2 compound Entity=ORG:2
        2 Governorate Governorate PROPN NNP 3 nsubj
        3 suffers suffer VERB VBZ 0 root
        """
    assert labels(gazetteer, conllu) == {"Kunar Governorate": "PLACE"}


def test_a_common_word_is_no_place(gazetteer: Gazetteer) -> None:
    conllu = """
        1 Junta junta PROPN NNP 2 compound Entity=PLACE:1
        2 troops troop NOUN NNS 3 nsubj
        3 fled flee VERB VBD 0 root
        """
    assert labels(gazetteer, conllu) == {}


def test_the_general_staff_is_no_general(gazetteer: Gazetteer) -> None:
    conllu = """
        1 General General PROPN NNP 2 compound
        2 Staff Staff PROPN NNP 3 nsubj Entity=PERSON:1
        3 said say VERB VBD 0 root
        """
    assert labels(gazetteer, conllu) == {"General Staff": "ORG"}


def test_a_month_is_nobody(gazetteer: Gazetteer) -> None:
    conllu = """
        1 8 8 NUM CD 2 nummod
        2 January January PROPN NNP 0 root Entity=PERSON:1
        """
    assert labels(gazetteer, conllu) == {}


SITED = """
1 Two two NUM CD 2 nummod
2 shells shell NOUN NNS 3 nsubj
3 fell fall VERB VBD 0 root
4 near near ADP IN 6 case
5 Qaramol Qaramol PROPN NNP 6 compound Entity=ORG:2
6 Hospital Hospital PROPN NNP 3 obl
"""
STUDIED = """
1 She she PRON PRP 2 nsubj
2 studied study VERB VBD 0 root
3 at at ADP IN 5 case
4 Qaramol Qaramol PROPN NNP 5 compound Entity=ORG:2
5 College College PROPN NNP 2 obl
"""
CAPTURED = """
1 Banu Banu PROPN NNP 3 nsubj:pass Entity=PERSON:1
2 was be AUX VBD 3 aux:pass
3 captured capture VERB VBN 0 root
4 on on ADP IN 5 case
5 Friday Friday PROPN NNP 3 obl
"""


def test_a_body_is_a_place_where_its_house_stands_and_not_where_somebody_belongs(gazetteer: Gazetteer) -> None:
    assert labels(gazetteer, SITED) == {"Qaramol Hospital": "PLACE"}
    assert labels(gazetteer, STUDIED) == {"Qaramol College": "ORG"}


def test_who_is_captured_is_no_place_for_a_gazetteers_sake(gazetteer: Gazetteer) -> None:
    assert labels(gazetteer, CAPTURED) == {"Banu": "PERSON"}
    assert labels(gazetteer, CAPTURED.replace("captured capture", "shelled shell")) == {"Banu": "PLACE"}
