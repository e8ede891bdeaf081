"""Judgements of hand-written sentences: factor, direction, subject, hedge; a mere mention gives none."""

from rashomon.extract.assessments import find_assessments
from rashomon.lexicon import load_lexicon
from rashomon.records import Direction
from tests.conllu import annotated


def _find(conllu):
    found, mentions = find_assessments(annotated(conllu), load_lexicon("en"))
    words = {mention.id: mention.text for mention in mentions}
    return [(one.factor, one.direction, words.get(one.subject or "")) for one in found], found


LACK = """
1 The the DET DT 2 det
2 problem problem NOUN NN 7 nsubj
3 facing face VERB VBG 2 acl
4 rebels rebel NOUN NNS 3 obj
5 is be AUX VBZ 7 cop
6 a a DET DT 7 det
7 lack lack NOUN NN 0 root
8 of of ADP IN 9 case
9 unity unity NOUN NN 7 nmod
10 and and CCONJ CC 11 cc
11 leadership leadership NOUN NN 9 conj
"""
NONE = """
1 There there PRON EX 2 expl
2 is be VERB VBZ 0 root
3 no no DET DT 5 det
4 foreign foreign ADJ JJ 5 amod
5 support support NOUN NN 2 nsubj
"""


def test_a_lack_hinders_whom_the_problem_faces():
    assert _find(LACK)[0] == [
        ("unity", Direction.HINDERS, "rebels"),
        ("leadership", Direction.HINDERS, "rebels"),
    ]


def test_a_sentence_that_goes_on_judges_the_one_judged_before():
    assert _find(LACK + NONE)[0][-1] == ("outside-support", Direction.HINDERS, "rebels")
    assert _find(NONE)[0] == [("outside-support", Direction.HINDERS, None)]


def test_a_new_paragraph_forgets_the_subject():
    assert _find(LACK + "\n# newpar" + NONE)[0][-1] == ("outside-support", Direction.HINDERS, None)


STATE = """
1 The the DET DT 2 det
2 rebels rebel NOUN NNS 5 nsubj:pass
3 are be AUX VBP 5 aux:pass
4 {adverb} {adverb} PART RB 5 advmod
5 outgunned outgun VERB VBN 0 root
"""


def test_a_state_judges_and_its_denial_turns_it():
    assert _find(STATE.format(adverb="badly"))[0] == [("arms", Direction.HINDERS, "rebels")]
    assert _find(STATE.format(adverb="not"))[0] == [("arms", Direction.FAVOURS, "rebels")]


def test_a_hedge_is_kept():
    rows = """
1 Rebels rebel NOUN NNS 3 nsubj
2 may may AUX MD 3 aux
3 lack lack VERB VB 0 root
4 unity unity NOUN NN 3 obj
"""
    found, assessments = _find(rows)
    assert found == [("unity", Direction.HINDERS, "Rebels")]
    assert assessments[0].hedge == "may"


def test_a_mention_is_no_judgement():
    rows = """
1 Speakers speaker NOUN NNS 2 nsubj
2 discussed discuss VERB VBD 0 root
3 unity unity NOUN NN 2 obj
"""
    assert _find(rows)[0] == []


def test_a_thing_has_no_prospects():
    rows = """
1 Rain rain NOUN NN 3 nsubj
2 is be AUX VBZ 3 cop
3 unlikely unlikely ADJ JJ 0 root
4 to to PART TO 5 mark
5 last last VERB VB 3 xcomp
"""
    assert _find(rows)[0] == []
