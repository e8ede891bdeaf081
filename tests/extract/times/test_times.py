"""Time expressions of hand-written sentences, dated and undated."""

from datetime import date, timedelta

import pytest

from rashomon.extract.times import find_expressions
from rashomon.lexicon import load_lexicon
from rashomon.records import Grain, TimeBasis, TimeSpan
from tests.conllu import read

FRIDAY = date(2021, 8, 20)


def _published(day):
    return None if day is None else TimeSpan(day, day + timedelta(days=1), Grain.DAY, TimeBasis.STATED, "")


def _find(conllu, day=FRIDAY):
    annotated, document = read(conllu, published=_published(day))
    return tuple(time for time, _ in find_expressions(annotated, document, load_lexicon("en")))


def _clause(verb, tag, *words, helper=None):
    """A clause of a subject, a verb and words that hang on it."""
    rows = [
        "1 Troops troop NOUN NNS 3 nsubj",
        f"2 {helper or 'there'} {helper or 'there'} AUX MD 3 aux",
        f"3 {verb} {verb} VERB {tag} 0 root",
    ]
    rows += [
        f"{number} {word} {word.lower()} {upos} {xpos} 3 {deprel}"
        for number, (word, upos, xpos, deprel) in enumerate(words, 4)
    ]
    return "\n".join(rows)


THURSDAY = (("on", "ADP", "IN", "case"), ("Thursday", "PROPN", "NNP", "obl"))
MONTH = (("in", "ADP", "IN", "case"), ("March", "PROPN", "NNP", "obl"))


def test_a_weekday_is_the_nearest_one_past():
    (found,) = _find(_clause("left", "VBD", *THURSDAY))
    assert (found.span.start, found.span.end) == (date(2021, 8, 19), date(2021, 8, 20))
    assert found.span.basis is TimeBasis.PUBLICATION
    assert found.span.anchor_day == FRIDAY


@pytest.mark.parametrize("side", ["before", "after"])
def test_before_dawn_on_a_day_is_that_day(side):
    words = ((side, "ADP", "IN", "case"), ("dawn", "NOUN", "NN", "obl"), *THURSDAY)
    (found,) = _find(_clause("left", "VBD", *words))
    assert (found.span.start, found.span.end) == (date(2021, 8, 19), date(2021, 8, 20))


def test_since_dawn_on_a_day_goes_on():
    words = (("since", "ADP", "IN", "case"), ("dawn", "NOUN", "NN", "obl"), *THURSDAY)
    (found,) = _find(_clause("left", "VBD", *words))
    assert (found.span.start, found.span.end) == (date(2021, 8, 19), None)


def test_a_weekday_under_will_lies_ahead():
    (found,) = _find(_clause("leave", "VB", *THURSDAY, helper="will"))
    assert found.span.start == date(2021, 8, 26)


def test_an_undated_document_leaves_relative_words_unresolved():
    (found,) = _find(_clause("left", "VBD", *THURSDAY), day=None)
    assert (found.span.start, found.span.end, found.span.basis) == (None, None, None)
    assert found.span.text == "Thursday"


def test_a_lone_month_is_the_most_recent_one():
    (found,) = _find(_clause("left", "VBD", *MONTH))
    assert (found.span.start, found.span.end, found.span.grain) == (date(2021, 3, 1), date(2021, 4, 1), Grain.MONTH)


def test_march_the_verb_is_no_month():
    assert _find("1 They they PRON PRP 3 nsubj\n2 may may AUX MD 3 aux\n3 march march VERB VB 0 root") == ()


def test_this_month_ends_with_publication():
    (found,) = _find(_clause("left", "VBD", ("this", "DET", "DT", "det"), ("month", "NOUN", "NN", "obl:tmod")))
    assert found.span.start == date(2021, 8, 1)
    assert found.span.end == date(2021, 8, 21)


def test_a_stated_date_needs_no_publication():
    words = (
        ("on", "ADP", "IN", "case"),
        ("3", "NUM", "CD", "nummod"),
        ("May", "PROPN", "NNP", "obl"),
        ("2015", "NUM", "CD", "nummod"),
    )
    later = _clause(
        "left",
        "VBD",
        ("two", "NUM", "CD", "nummod"),
        ("days", "NOUN", "NNS", "obl:npmod"),
        ("later", "ADV", "RB", "advmod"),
    )
    first, second = _find(_clause("came", "VBD", *words) + "\n\n" + later, day=None)
    assert (first.span.start, first.span.basis) == (date(2015, 5, 3), TimeBasis.STATED)
    assert (second.span.start, second.span.basis) == (date(2015, 5, 5), TimeBasis.NARRATED)


def test_a_duration_is_no_point():
    (found,) = _find(
        _clause(
            "fought", "VBD", ("for", "ADP", "IN", "case"), ("40", "NUM", "CD", "nummod"), ("days", "NOUN", "NNS", "obl")
        )
    )
    assert not found.span.resolved
    assert found.value == "P40D"


@pytest.mark.parametrize("count", ["205th", "9/11", "AK-47"])
def test_numbers_that_are_no_dates(count):
    assert _find(_clause("saw", "VBD", (count, "PROPN", "NNP", "compound"), ("Corps", "PROPN", "NNP", "obj"))) == ()


def test_times_lie_in_order_and_do_not_overlap():
    found = _find(_clause("left", "VBD", *THURSDAY) + "\n\n" + _clause("left", "VBD", *MONTH))
    assert [one.first for one in found] == sorted(one.first for one in found)
    assert all(one.first <= one.head < one.last for one in found)
