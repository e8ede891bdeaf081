"""A time dates the event of its own clause: not what is said or meant on a day, not what another noun's day recalls."""

from dataclasses import replace
from datetime import date

import pytest

from rashomon.records import Grain, TimeBasis, TimeSpan
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
        ("hit-by-shell", ("assault", ["Ethiopian"], ["church"])),
        ("anti-side", ("offensive", ["Villagers"], ["Houthi"])),
    ],
)
def test_whose_a_weapon_is_acts_and_what_anti_stands_before_suffers(name: str, event: tuple[object, ...]) -> None:
    assert [found[:3] for found in told(name)] == [event]
