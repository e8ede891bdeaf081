"""Figures of hand-written sentences: value, modifier, what is counted, and what is no count."""

import pytest

from rashomon.extract.figures import find_figures
from rashomon.lexicon import load_lexicon
from rashomon.records import Modifier
from tests.conllu import annotated

_PASSIVE = """
1 30 30 NUM CD 4 nsubj:pass
2 were be AUX VBD 4 aux:pass
3 {adverb} {adverb} {upos} RB 4 advmod
4 wounded wound VERB VBN 0 root
"""
_PARTICLE = """
1 They they PRON PRP 2 nsubj
2 took take VERB VBD 0 root
3 over over ADP RP 2 compound:prt
4 five five NUM CD 5 nummod
5 posts post NOUN NNS 2 obj
"""
_AGE = """
1 The the DET DT 7 det
2 32 32 NUM CD 4 nummod SpaceAfter=No
3 - - PUNCT HYPH 4 punct SpaceAfter=No
4 year year NOUN NN 6 obl:npmod SpaceAfter=No
5 - - PUNCT HYPH 6 punct SpaceAfter=No
6 old old ADJ JJ 7 amod
7 man man NOUN NN 0 root
"""
_YEAR = """
1 He he PRON PRP 2 nsubj
2 fled flee VERB VBD 0 root
3 in in ADP IN 4 case
4 1996 1996 NUM CD 2 obl
"""


def _find(conllu):
    return find_figures(annotated(conllu), load_lexicon("en"))


def _counted(*number, noun="soldiers", lemma="soldier", tag="NNS"):
    """ "They captured NUMBER NOUN", each word of the number on the noun."""
    last = len(number) + 3
    rows = ["1 They they PRON PRP 2 nsubj", "2 captured capture VERB VBD 0 root"]
    rows += [f"{index} {word} {word.lower()} NUM CD {last} nummod" for index, word in enumerate(number, 3)]
    return "\n".join([*rows, f"{last} {noun} {lemma} NOUN {tag} 2 obj"])


@pytest.mark.parametrize(
    ("number", "low", "high", "modifier"),
    [
        (("20",), 20, 20, Modifier.EXACT),
        (("20,000",), 20000, 20000, Modifier.EXACT),
        (("two", "hundred", "and", "fifty"), 250, 250, Modifier.EXACT),
        (("twenty-five",), 25, 25, Modifier.EXACT),
        (("a", "thousand"), 1000, 1000, Modifier.EXACT),
        (("half", "a", "million"), 500000, 500000, Modifier.EXACT),
        (("two", "dozen"), 24, 24, Modifier.EXACT),
        (("at", "least", "30"), 30, None, Modifier.AT_LEAST),
        (("up", "to", "40"), None, 40, Modifier.UP_TO),
        (("some", "4,000"), 4000, 4000, Modifier.ABOUT),
        (("20", "to", "30"), 20, 30, Modifier.RANGE),
        (("20-30",), 20, 30, Modifier.RANGE),
        (("between", "5", "and", "7"), 5, 7, Modifier.RANGE),
        (("2", "to", "3", "million"), 2000000, 3000000, Modifier.RANGE),
        (("dozens", "of"), 12, None, Modifier.VAGUE),
        (("tens", "of", "thousands", "of"), 10000, None, Modifier.VAGUE),
        (("several", "hundred"), 200, None, Modifier.VAGUE),
    ],
)
def test_values(number, low, high, modifier):
    (found,) = _find(_counted(*number))
    assert (found.figure.low, found.figure.high, found.figure.modifier) == (low, high, modifier)


def test_what_is_counted():
    text = _counted("20") + "\n" + "5 . . PUNCT . 2 punct"
    (found,) = _find(text)
    assert found.figure.counted == "soldiers"
    assert found.figure.measure == "troops"
    assert found.noun == 3


def test_a_number_alone_counts_what_only_the_event_knows():
    (found,) = _find("1 They they PRON PRP 2 nsubj\n2 killed kill VERB VBD 0 root\n3 30 30 NUM CD 2 obj")
    assert (found.noun, found.figure.measure) == (None, "")


def test_what_happened_to_the_counted_is_the_measure():
    (found,) = _find(_PASSIVE.format(adverb="reportedly", upos="ADV"))
    assert found.figure.measure == "wounded"


def test_a_negation_tells_no_measure():
    (found,) = _find(_PASSIVE.format(adverb="not", upos="PART"))
    assert found.figure.measure == ""


@pytest.mark.parametrize(
    ("noun", "lemma"), [("days", "day"), ("km", "km"), ("percent", "percent"), ("hours", "hour"), ("August", "August")]
)
def test_lengths_shares_and_days_are_no_counts(noun, lemma):
    assert _find(_counted("20", noun=noun, lemma=lemma)) == ()


@pytest.mark.parametrize("word", ["9/11", "AK-47", "18:01", "205th"])
def test_labels_and_clock_times_are_no_counts(word):
    assert _find(_counted(word, noun="man", lemma="man", tag="NN")) == ()


def test_a_label_behind_its_noun_is_no_count():
    assert _find("1 Article article NOUN NN 3 nsubj\n2 5 5 NUM CD 1 nummod\n3 failed fail VERB VBD 0 root") == ()


def test_a_year_is_no_count_but_a_number_like_one_may_be():
    assert _find(_YEAR) == ()
    (found,) = _find(_counted("1996"))
    assert found.figure.low == 1996


def test_age_and_money_have_no_noun():
    age = _find(_AGE)
    assert [(found.figure.measure, found.figure.low, found.noun) for found in age] == [("age", 32, None)]
    money = _find(_counted("3", "million", noun="dollars", lemma="dollar"))
    assert [(found.figure.measure, found.figure.low) for found in money] == [("money", 3000000)]


def test_a_particle_of_the_verb_is_no_modifier():
    (found,) = _find(_PARTICLE)
    assert (found.figure.text, found.figure.high) == ("five", 5)
