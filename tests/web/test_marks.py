"""Marks of map and timeline: drawn one by one while they are few, together when they are many."""

from rashomon.store.overview import LightIncident
from rashomon.web.marks import MOST_MARKS, map_marks, time_marks

GROUPS = {"capture": "territory"}


def incident(number: int, *, start: str | None = "2024-03-01", end: str | None = "2024-03-02") -> LightIncident:
    """Make an incident at a place of its own, a hundredth of a degree from the last."""
    return LightIncident(
        id=f"inc-{number}", type="capture", status="claimed", origins=1 + number % 3, title="", start=start, end=end,
        place=f"geo-{number}", name=f"Town {number}", kind="town", adm1="geo-province", adm2=None, country="ML",
        lat=10 + number // 100 * 0.01, lon=number % 100 * 0.01, precision=1, claims=1, outlets=1, read="2024",
    )  # fmt: skip


def test_few_places_have_a_mark_each():
    drawn = map_marks([incident(number) for number in range(MOST_MARKS)], GROUPS)
    assert not drawn["together"]
    assert len(drawn["places"]) == MOST_MARKS


def test_many_places_are_drawn_together_and_none_is_lost():
    rows = [incident(number) for number in range(MOST_MARKS + 1)]
    drawn = map_marks(rows, GROUPS)
    assert drawn["together"]
    assert len(drawn["places"]) < 20
    assert sum(mark[5] for mark in drawn["places"]) == len(rows)
    assert {mark[6] for mark in drawn["places"]} == {3}
    assert drawn["provinces"] == {"geo-province": [len(rows), 3]}


def test_many_days_become_columns_and_none_is_lost():
    rows = [incident(number, start=f"2024-03-{1 + number % 28:02}") for number in range(2000)]
    drawn = time_marks([*rows, incident(0, start=None, end=None)], GROUPS)
    assert drawn["bars"] is None
    assert sum(count for _, _, groups in drawn["columns"] for count in groups.values()) == len(rows)
    assert drawn["undated"] == 1
