"""Coreference rules on hand-written trees."""

import pytest

from rashomon.annotate.coreference import find_chains
from rashomon.lexicon import load_lexicon
from rashomon.records import Chain
from tests.conllu import annotated

TABLE = load_lexicon("en").annotate.chains


def chains(conllu: str) -> tuple[Chain, ...]:
    made = annotated(conllu)
    return find_chains(made, TABLE)


def mentions(conllu: str, name: str) -> list[str]:
    made = annotated(conllu)
    for chain in find_chains(made, TABLE):
        if chain.name == name:
            return [made.words(mention.first, mention.last) for mention in chain.mentions]
    return []


GENERAL = """
1 Gen. Gen. PROPN NNP 3 compound
2 Karim Karim PROPN NNP 3 compound Entity=PERSON:2
3 Daud Daud PROPN NNP 9 nsubj SpaceAfter=No
4 , , PUNCT , 7 punct
5 the the DET DT 7 det
6 former former ADJ JJ 7 amod
7 minister minister NOUN NN 3 appos SpaceAfter=No
8 , , PUNCT , 7 punct
9 left leave VERB VBD 0 root

1 The the DET DT 2 det
2 general general NOUN NN 3 nsubj
3 said say VERB VBD 0 root
4 he he PRON PRP 6 nsubj
5 was be AUX VBD 6 cop
6 tired tired ADJ JJ 3 ccomp

1 Mr Mr PROPN NNP 2 compound
2 Daud Daud PROPN NNP 3 nsubj Entity=PERSON
3 fled flee VERB VBD 0 root
4 with with ADP IN 6 case
5 his his PRON PRP$ 6 nmod:poss
6 men man NOUN NNS 3 obl
"""


def test_title_apposition_description_pronoun_and_surname() -> None:
    assert mentions(GENERAL, "Karim Daud") == ["Karim Daud", "former minister", "general", "he", "Daud", "his"]
    found = chains(GENERAL)[0]
    assert (found.name, found.label, found.names) == ("Karim Daud", "PERSON", ("Karim Daud", "Daud"))
    assert found.roles == ("Gen.", "former minister", "Mr")


FATHER_AND_SON = """
1 Ahmad Ahmad PROPN NNP 2 compound Entity=PERSON:2
2 Karimi Karimi PROPN NNP 10 nsubj SpaceAfter=No
3 , , PUNCT , 4 punct
4 son son NOUN NN 2 appos
5 of of ADP IN 8 case
6 Ahmad Ahmad PROPN NNP 8 compound Entity=PERSON:3
7 Shah Shah PROPN NNP 8 compound
8 Karimi Karimi PROPN NNP 4 nmod SpaceAfter=No
9 , , PUNCT , 4 punct
10 left leave VERB VBD 0 root

1 Karimi Karimi PROPN NNP 2 nsubj Entity=PERSON
2 fled flee VERB VBD 0 root
"""


def test_father_and_son_are_two() -> None:
    assert mentions(FATHER_AND_SON, "Ahmad Shah Karimi") == ["Ahmad Shah Karimi"]
    assert mentions(FATHER_AND_SON, "Ahmad Karimi")[0] == "Ahmad Karimi"
    assert mentions(FATHER_AND_SON, "Ahmad Karimi")[-1] == "Karimi"


TWO_OF_A_NAME = """
1 They they PRON PRP 2 nsubj
2 met meet VERB VBD 0 root
3 Ahmad Ahmad PROPN NNP 4 compound Entity=PERSON:2
4 Wali Wali PROPN NNP 2 obj
5 and and CCONJ CC 7 cc
6 Karim Karim PROPN NNP 7 compound Entity=PERSON:2
7 Wali Wali PROPN NNP 4 conj

1 Wali Wali PROPN NNP 2 nsubj Entity=PERSON
2 fled flee VERB VBD 0 root
"""


def test_a_surname_of_two_people_stays_alone() -> None:
    assert [chain.name for chain in chains(TWO_OF_A_NAME)] == ["Ahmad Wali", "Karim Wali", "Wali"]


GROUP = """
1 The the DET DT 4 det
2 National National PROPN NNP 4 compound Entity=ORG:3
3 Unity Unity PROPN NNP 4 compound
4 Front Front PROPN NNP 8 nsubj
5 ( ( PUNCT -LRB- 6 punct SpaceAfter=No
6 NUF NUF PROPN NNP 4 appos Entity=ORG|SpaceAfter=No
7 ) ) PUNCT -RRB- 6 punct
8 fought fight VERB VBD 0 root

1 The the DET DT 2 det
2 group group NOUN NN 3 nsubj
3 said say VERB VBD 0 root
4 it it PRON PRP 5 nsubj
5 won win VERB VBD 3 ccomp

1 It it PRON PRP 4 nsubj:pass
2 is be AUX VBZ 4 aux:pass
3 also also ADV RB 4 advmod
4 claimed claim VERB VBN 0 root
5 that that SCONJ IN 7 mark
6 the the DET DT 7 det
7 front front NOUN NN 9 nsubj
8 has have AUX VBZ 9 aux
9 fled flee VERB VBN 4 ccomp
"""


def test_abbreviation_group_pronoun_and_empty_it() -> None:
    assert mentions(GROUP, "National Unity Front") == ["National Unity Front", "NUF", "group", "it", "front"]


PROVINCE = """
1 Fighting fighting NOUN NN 2 nsubj
2 reached reach VERB VBD 0 root
3 Kunar Kunar PROPN NNP 4 compound Entity=PLACE
4 province province NOUN NN 2 obj

1 The the DET DT 2 det
2 province province NOUN NN 3 nsubj
3 fell fall VERB VBD 0 root
"""


def test_the_province_goes_back_to_the_place_called_one() -> None:
    assert mentions(PROVINCE, "Kunar") == ["Kunar", "province"]


GENDER = """
1 Ms Ms PROPN NNP 3 compound
2 Anna Anna PROPN NNP 3 compound Entity=PERSON:2
3 Berg Berg PROPN NNP 4 nsubj
4 met meet VERB VBD 0 root
5 Hamid Hamid PROPN NNP 6 compound Entity=PERSON:2
6 Wali Wali PROPN NNP 4 obj

1 She she PRON PRP 2 nsubj
2 said say VERB VBD 0 root
3 he he PRON PRP 4 nsubj
4 fled flee VERB VBD 2 ccomp
"""


def test_gender_tells_pronouns_apart() -> None:
    assert mentions(GENDER, "Anna Berg") == ["Anna Berg", "She"]
    assert mentions(GENDER, "Hamid Wali") == ["Hamid Wali", "he"]


SPEAKER = """
1 Karim Karim PROPN NNP 2 compound Entity=PERSON:2
2 Daud Daud PROPN NNP 3 nsubj
3 said say VERB VBD 0 root SpaceAfter=No
4 : : PUNCT : 7 punct
5 “ “ PUNCT `` 7 punct SpaceAfter=No
6 He he PRON PRP 7 nsubj
7 fled flee VERB VBD 3 ccomp SpaceAfter=No
8 . . PUNCT . 7 punct SpaceAfter=No
9 ” ” PUNCT '' 7 punct

1 “ “ PUNCT `` 3 punct SpaceAfter=No
2 I I PRON PRP 3 nsubj
3 stay stay VERB VBP 0 root SpaceAfter=No
4 . . PUNCT . 3 punct SpaceAfter=No
5 ” ” PUNCT '' 3 punct
"""


def test_he_in_a_quotation_is_not_its_speaker() -> None:
    assert mentions(SPEAKER, "Karim Daud") == ["Karim Daud"]


ARGUMENTS = """
1 Karim Karim PROPN NNP 2 compound Entity=PERSON:2
2 Daud Daud PROPN NNP 3 nsubj
3 killed kill VERB VBD 0 root
4 him he PRON PRP 3 obj
"""


def test_two_arguments_of_a_verb_are_two() -> None:
    assert mentions(ARGUMENTS, "Karim Daud") == ["Karim Daud"]


WITNESS = """
1 A a DET DT 3 det
2 former former ADJ JJ 3 amod
3 soldier soldier NOUN NN 4 nsubj
4 said say VERB VBD 0 root
5 he he PRON PRP 6 nsubj
6 fled flee VERB VBD 4 ccomp

1 The the DET DT 2 det
2 rebels rebel NOUN NNS 3 nsubj
3 lost lose VERB VBD 0 root
4 their their PRON PRP$ 5 nmod:poss
5 guns gun NOUN NNS 3 obj
"""


def test_described_people_have_chains_without_a_name() -> None:
    made = annotated(WITNESS)
    found = find_chains(made, TABLE)
    assert [[made.words(m.first, m.last) for m in chain.mentions] for chain in found] == [
        ["former soldier", "he"],
        ["rebels", "their"],
    ]
    assert [(chain.name, chain.label) for chain in found] == [("", "PERSON"), ("", "")]


@pytest.mark.parametrize("conllu", [GENERAL, FATHER_AND_SON, TWO_OF_A_NAME, GROUP, PROVINCE, GENDER, SPEAKER, WITNESS])
def test_no_head_is_in_two_chains(conllu: str) -> None:
    heads = [mention.head for chain in chains(conllu) for mention in chain.mentions]
    assert len(heads) == len(set(heads))


FRONTS = """
1 The the DET DT 4 det
2 National National PROPN NNP 4 compound Entity=ORG:3
3 Unity Unity PROPN NNP 4 compound
4 Front Front PROPN NNP 5 nsubj
5 left leave VERB VBD 0 root

1 The the DET DT 2 det
2 Front Front PROPN NNP 3 nsubj Entity=ORG
3 lost lose VERB VBD 0 root
"""


def test_a_head_noun_with_its_article_goes_back_to_the_only_organisation_that_ends_in_it() -> None:
    assert mentions(FRONTS, "National Unity Front") == ["National Unity Front", "Front"]


def test_two_organisations_of_one_head_noun_leave_it_open() -> None:
    two = FRONTS.replace(
        "3 lost lose VERB VBD 0 root",
        "3 met meet VERB VBD 0 root\n4 the the DET DT 6 det\n5 Southern Southern PROPN NNP 6 compound Entity=ORG:2\n"
        "6 Front Front PROPN NNP 3 obj",
    )
    assert mentions(two, "National Unity Front") == ["National Unity Front"]
    assert mentions(two, "Front") == ["Front"]
