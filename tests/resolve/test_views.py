"""Prospects and the timeline are read off, nothing is decided."""

from dataclasses import replace
from datetime import date, timedelta

from rashomon.records import ClaimKind, Direction, Factuality
from rashomon.resolve import prospect_cells, resolve, timeline
from tests.resolve.rows import DAY, MILITIA, VALE, claim, corpus, day, voice


def test_prospects_are_the_assessments_with_their_sentences():
    row = claim(
        "unity",
        kind=ClaimKind.ASSESSMENT,
        agents=(MILITIA,),
        direction=Direction.HINDERS,
        published=DAY,
        voices=(voice("Ana Roe"),),
    )
    cells = prospect_cells((claim("clash"), row))
    assert [(c.factor, c.voice, c.subject, c.direction, c.claim, c.published) for c in cells] == [
        ("unity", "Ana Roe", MILITIA, "hinders", row.id, "2020-05-08")
    ]


def test_what_a_voice_doubts_counts_the_other_way():
    doubted = {"direction": Direction.FAVOURS, "factuality": Factuality.NOT_POSSIBLE}
    [cell] = prospect_cells((claim("outcome", kind=ClaimKind.ASSESSMENT, agents=(MILITIA,), **doubted),))
    assert (cell.direction, cell.factuality) == (Direction.HINDERS, Factuality.POSSIBLE)


def test_prospects_show_private_people_by_role():
    row = claim("unity", kind=ClaimKind.ASSESSMENT, voices=(voice("Ben Coe", private=True),))
    assert [cell.voice for cell in prospect_cells((row,))] == ["a witness"]


def test_timeline_is_by_day_and_ends_with_the_undated(lexicon):
    times = [day(DAY + timedelta(days=n)) for n in (5, 0)] + [None, day(date(2020, 5, 1), 31)]
    rows = [
        claim("clash", f"d{n}", agents=(MILITIA,), place=VALE if time else None, time=time)
        for n, time in enumerate(times)
    ]
    made = resolve(corpus(*[replace(row, agents=()) for row in rows]), lexicon)
    starts = [None if i.time is None else i.time.start for i in timeline(made.incidents)]
    assert starts[-1] is None
    assert starts[:-1] == sorted(starts[:-1])
