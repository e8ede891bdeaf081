"""Whether a clause looks back or ahead."""

import pytest

from rashomon.extract.times.tense import find_look
from rashomon.lexicon import load_lexicon
from tests.conllu import annotated

FREE = """
1 Nurses nurse NOUN NNS 3 nsubj:pass
2 were be AUX VBD 3 aux:pass
3 set set VERB VBN 0 root
4 free free ADJ JJ 3 xcomp
5 on on ADP IN 6 case
6 Saturday Saturday PROPN NNP 3 obl Entity=DATE
"""
MEETING = """
1 Envoys envoy NOUN NNS 3 nsubj:pass
2 are be AUX VBP 3 aux:pass
3 set set VERB VBN 0 root
4 to to PART TO 5 mark
5 meet meet VERB VB 3 xcomp
6 on on ADP IN 7 case
7 Saturday Saturday PROPN NNP 5 obl Entity=DATE
"""


@pytest.mark.parametrize(("conllu", "head", "look"), [(FREE, 5, "past"), (MEETING, 6, "ahead")], ids=["deed", "plan"])
def test_a_deed_told_with_a_word_of_planning_looks_back(conllu: str, head: int, look: str) -> None:
    assert find_look(annotated(conllu), head, load_lexicon("en")) == look
