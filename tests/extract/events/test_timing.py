"""A time dates the event of its own clause: not what is said or meant on a day, not what another noun's day recalls."""

from dataclasses import replace
from datetime import date

import pytest

from rashomon.records import Grain, TimeBasis, TimeSpan
from tests.conllu import read
from tests.extract.sentences import events_of, sentence, told

PUBLISHED = TimeSpan(date(2020, 5, 20), date(2020, 5, 21), Grain.DAY, TimeBasis.STATED, "20 May 2020")
DAYS = {
    "said-had-fled": None,
    "said-have-captured": date(2020, 5, 19),
    "vowed-on": None,
    "anniversary": None,
}


@pytest.mark.parametrize("name", DAYS)
def test_the_day_of_saying_meaning_and_recalling_is_not_the_events(name: str) -> None:
    annotated, document = sentence(name)
    (event,), _ = events_of(annotated, replace(document, published=PUBLISHED))
    assert (None if event.time is None else event.time.start) == DAYS[name]


def test_a_noun_that_only_dates_something_else_is_no_event() -> None:
    assert [event[0] for event in told("since-coup")] == []
    assert [event[0] for event in told("anniversary")] == ["shooting"]


@pytest.mark.parametrize(
    ("name", "event"),
    [
        ("hit-by-shell", ("shelling", ["Ethiopian"], ["church"])),
        ("anti-side", ("offensive", ["Villagers"], ["Houthi"])),
    ],
)
def test_whose_a_weapon_is_acts_and_what_anti_stands_before_suffers(name: str, event: tuple[object, ...]) -> None:
    assert [found[:3] for found in told(name)] == [event]


FRAMED = """
1 On on ADP IN 3 case
2 2 2 NUM CD 3 nummod
3 August August PROPN NNP 5 obl
4 troops troop NOUN NNS 5 nsubj
5 shelled shell VERB VBD 10 ccomp
6 Devnik Devnik PROPN NNP 5 obj
7 ; ; PUNCT : 10 punct
8 houses house NOUN NNS 10 nsubj:pass
9 were be AUX VBD 10 aux:pass
10 destroyed destroy VERB VBN 0 root
11 . . PUNCT . 10 punct
"""
RELATIVE = """
1 Trouble trouble NOUN NN 2 nsubj
2 began begin VERB VBD 0 root
3 in in ADP IN 4 case
4 2011 2011 NUM CD 2 obl
5 , , PUNCT , 4 punct
6 when when ADV WRB 8 advmod
7 police police NOUN NNS 8 nsubj
8 arrested arrest VERB VBD 4 acl:relcl
9 students student NOUN NNS 8 obj
10 . . PUNCT . 2 punct
"""


@pytest.mark.parametrize(
    ("conllu", "kind", "day", "rule"),
    [(FRAMED, "destruction", date(2019, 8, 2), "frame"), (RELATIVE, "arrest", date(2011, 1, 1), "clause")],
)
def test_a_time_holds_for_the_clause_that_goes_on_or_hangs_on_it(conllu: str, kind: str, day: date, rule: str) -> None:
    annotated, document = read(conllu)
    events, _ = events_of(annotated, replace(document, published=PUBLISHED))
    found = next(event for event in events if event.type == kind)
    assert found.time is not None
    assert (found.time.start, found.time_rule) == (day, rule)


def test_a_frame_does_not_reach_into_a_perfect() -> None:
    perfect = FRAMED.replace("9 were be AUX VBD", "9 had have AUX VBD")
    annotated, document = read(perfect)
    events, _ = events_of(annotated, replace(document, published=PUBLISHED))
    assert [event.time for event in events if event.type == "destruction"] == [None]


SINCE = """
1 Ninety ninety NUM CD 2 nummod
2 people people NOUN NNS 5 nsubj:pass
3 have have AUX VBP 5 aux
4 been be AUX VBN 5 aux:pass
5 killed kill VERB VBN 0 root
6 since since SCONJ IN 8 mark
7 fighting fighting NOUN NN 8 nsubj
8 resumed resume VERB VBD 5 advcl
9 in in ADP IN 10 case
10 March March PROPN NNP 8 obl
11 . . PUNCT . 5 punct
"""


def test_a_clause_behind_since_opens_a_stretch() -> None:
    annotated, document = read(SINCE)
    events, _ = events_of(annotated, replace(document, published=PUBLISHED))
    killing = next(event for event in events if event.type == "killing")
    assert killing.time is not None
    assert (killing.time.start, killing.time.end) == (date(2020, 3, 1), None)
    assert killing.time.text == "since fighting resumed in March"
