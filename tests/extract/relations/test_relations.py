"""Relations of hand-written sentences: both ends, the qualifier, and what is no relation."""

from rashomon.extract.figures import find_figures
from rashomon.extract.places import find_places
from rashomon.extract.relations import find_relations
from rashomon.extract.times import find_times
from rashomon.lexicon import load_lexicon
from tests.conllu import read


def _find(conllu):
    annotated, document = read(conllu)
    lexicon = load_lexicon("en")
    times, figures = find_times(annotated, document, lexicon), find_figures(annotated, lexicon)
    places = find_places(annotated, lexicon)
    relations, mentions = find_relations(annotated, document, lexicon, times, figures, places)
    words = {mention.id: mention.text for mention in mentions}
    return [(one.kind, words.get(one.subject), words.get(one.object), one.qualifier) for one in relations], relations


CONTROLS = """
1 The the DET DT 2 det
2 militia militia NOUN NN 5 nsubj
3 does do AUX VBZ 5 aux
4 {adverb} {adverb} PART RB 5 advmod
5 control control VERB VB 0 root
6 Kunar Kunar PROPN NNP 5 obj Entity=PLACE:1
"""


def test_control_and_its_denial():
    assert _find(CONTROLS.format(adverb="still"))[0] == [("controls", "militia", "Kunar", "")]
    assert _find(CONTROLS.format(adverb="not"))[0] == [("controls", "militia", "Kunar", "not")]


def test_a_participle_before_a_place_is_control():
    rows = """
1 Taliban Taliban PROPN NNP 3 obl:npmod Entity=ORG:1|SpaceAfter=No
2 - - PUNCT HYPH 3 punct SpaceAfter=No
3 controlled control VERB VBN 4 amod
4 Kunar Kunar PROPN NNP 5 nsubj Entity=PLACE:1
5 starves starve VERB VBZ 0 root
"""
    assert _find(rows)[0] == [("controls", "Taliban", "Taliban-controlled Kunar", "")]


def test_the_last_area_unconquered_is_the_place_it_describes():
    rows = """
1 Kunar Kunar PROPN NNP 9 nsubj Entity=PLACE:1
2 , , PUNCT , 1 punct
3 the the DET DT 5 det
4 last last ADJ JJ 5 amod
5 area area NOUN NN 1 appos
6 unconquered unconquer VERB VBN 5 acl
7 by by ADP IN 8 case
8 militias militia NOUN NNS 6 obl:agent
9 starves starve VERB VBZ 0 root
"""
    assert _find(rows)[0] == [("controls", "militias", "Kunar", "not")]


FALLEN = """
1 Kunar Kunar PROPN NNP 4 nsubj Entity=PLACE:1
2 has have AUX VBZ 4 aux
3 {adverb} {adverb} PART RB 4 advmod
4 surrendered surrender VERB VBN 0 root
5 to to ADP IN 7 case
6 the the DET DT 7 det
7 militia militia NOUN NN 4 obl
"""


def test_not_having_surrendered_denies_control_and_surrender_is_no_state():
    assert _find(FALLEN.format(adverb="not"))[0] == [("controls", "militia", "Kunar", "not")]
    assert _find(FALLEN.format(adverb="now"))[0] == []


def test_led_by_and_a_holder_who_declares_himself():
    rows = """
1 Fronts front NOUN NNS 6 nsubj
2 led lead VERB VBN 1 acl
3 by by ADP IN 5 case
4 Karim Karim PROPN NNP 5 compound Entity=PERSON:2
5 Noor Noor PROPN NNP 2 obl:agent
6 hid hide VERB VBD 0 root

1 Noor Noor PROPN NNP 2 nsubj Entity=PERSON:1
2 declared declare VERB VBD 0 root
3 himself himself PRON PRP 4 nsubj
4 president president NOUN NN 2 ccomp
"""
    found, relations = _find(rows)
    assert found == [("leads", "Karim Noor", "Fronts", ""), ("holds-office", "Noor", None, "self-declared")]
    assert relations[1].value == "president"


def test_a_former_minister_in_apposition():
    rows = """
1 Karim Karim PROPN NNP 2 compound Entity=PERSON:2
2 Noor Noor PROPN NNP 8 nsubj
3 , , PUNCT , 2 punct
4 the the DET DT 7 det
5 former former ADJ JJ 7 amod
6 defence defence NOUN NN 7 compound
7 minister minister NOUN NN 2 appos
8 fled flee VERB VBD 0 root
"""
    found, relations = _find(rows)
    assert found == [("holds-office", "Karim Noor", None, "former")]
    assert relations[0].value == "defence minister"


def test_studies_and_kin():
    rows = """
1 Noor Noor PROPN NNP 4 nsubj Entity=PERSON:1
2 is be AUX VBZ 4 cop
3 a a DET DT 4 det
4 graduate graduate NOUN NN 0 root
5 of of ADP IN 7 case
6 Leeds Leeds PROPN NNP 7 compound Entity=ORG:2
7 University University PROPN NNP 4 nmod

1 Noor Noor PROPN NNP 3 nsubj Entity=PERSON:1
2 is be AUX VBZ 3 cop
3 son son NOUN NN 0 root
4 of of ADP IN 6 case
5 Gul Gul PROPN NNP 6 compound Entity=PERSON:2
6 Noor Noor PROPN NNP 3 nmod
"""
    assert _find(rows)[0] == [("studied-at", "Noor", "Leeds University", ""), ("kin-of", "Noor", "Gul Noor", "")]


def test_one_row_for_each_of_joined_places_with_ids_of_their_own():
    rows = """
1 Kunar Kunar PROPN NNP 5 nsubj:pass Entity=PLACE:1
2 and and CCONJ CC 3 cc
3 Logar Logar PROPN NNP 1 conj Entity=PLACE:1
4 are be AUX VBP 5 aux:pass
5 held hold VERB VBN 0 root
6 by by ADP IN 7 case
7 rebels rebel NOUN NNS 5 obl:agent
"""
    found, relations = _find(rows)
    assert found == [("controls", "rebels", "Kunar", ""), ("controls", "rebels", "Logar", "")]
    assert len({one.id for one in relations}) == 2


def test_strength_takes_its_figure_and_held_meetings_are_no_control():
    rows = """
1 The the DET DT 2 det
2 Front Front PROPN NNP 3 nsubj Entity=ORG:1
3 has have VERB VBZ 0 root
4 9000 9000 NUM CD 5 nummod
5 fighters fighter NOUN NNS 3 obj

1 Rebels rebel NOUN NNS 2 nsubj
2 held hold VERB VBD 0 root
3 meetings meeting NOUN NNS 2 obj
"""
    found, relations = _find(rows)
    assert found == [("strength", "Front", None, "")]
    assert relations[0].figures[0].low == 9000
