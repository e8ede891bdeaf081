"""Readers of TIMEX sets and how a found time is written for them."""

from datetime import date

from rashomon.evaluation.sets import timeml, wikiwars
from rashomon.evaluation.timexes import Timex, pair_up

TIMEML = """<?xml version="1.0" ?>
<TimeML>
<DCT><TIMEX3 tid="t0" type="DATE" value="2013-03-22" functionInDocument="CREATION_TIME">March 22, 2013</TIMEX3></DCT>
<TEXT>
Rebels <EVENT eid="e1">left</EVENT> on <TIMEX3 tid="t1" value="2013-03-21">Thursday</TIMEX3> &amp; hid.
</TEXT>
</TimeML>
"""
TIMEX2 = """<DOC><DATETIME> <TIMEX2 val="2009-12-19">2009-12-19</TIMEX2> </DATETIME>
<TEXT>
They met <TIMEX2 val="1999-05">in the month <TIMEX2 val="1999">of 1999</TIMEX2></TIMEX2>.
</TEXT></DOC>"""


def test_timeml_gives_plain_text_day_of_creation_and_expressions():
    text = timeml.read_text("a", TIMEML)
    assert text.text == "Rebels left on Thursday & hid.\n"
    assert text.published == date(2013, 3, 22)
    assert text.timexes == (Timex(15, 23, "2013-03-21"),)


def test_wikiwars_expressions_may_nest():
    text = wikiwars.read_text("a", TIMEX2)
    assert text.published == date(2009, 12, 19)
    assert [text.text[one.start : one.end] for one in text.timexes] == ["in the month of 1999", "of 1999"]


def test_each_found_expression_answers_for_one_of_gold():
    gold = (Timex(0, 5, "1999"), Timex(6, 9, "P1D"))
    found = (Timex(0, 9, "1999"),)
    assert pair_up("relaxed F1", gold, found) == ((0, 0),)
    assert pair_up("strict F1", gold, found) == ()
    assert pair_up("value F1", gold, found) == ((0, 0),)
