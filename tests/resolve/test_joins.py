"""One happening in several reports that tell it differently, and look-alikes that are two."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rashomon.records import Factuality, Modifier, Naming
from rashomon.resolve import resolve
from tests.resolve.rows import (
    ARMY,
    CIVILIANS,
    DAY,
    FORD,
    HILL,
    MILITIA,
    NORTH,
    actor,
    claim,
    corpus,
    count,
    day,
    person,
    sentence,
    unresolved,
    voice,
)  # fmt: skip

KASSALA = replace(FORD, id="geo-112", name="Kassala", text="Kassala")


def shelling(document="a", outlet="Gazette", **slots):
    return claim("shelling", document, outlet, **{"place": FORD, "time": day(), "patients": (CIVILIANS,), **slots})


def taken(document="a", outlet="Gazette", **slots):
    return claim("territory-taken", document, outlet, **{"agents": (MILITIA,), "place": FORD, "time": day(), **slots})


def made(lexicon, *rows, **parts):
    return resolve(corpus(*rows, **parts), lexicon)


def sizes(lexicon, *rows, **parts):
    return sorted(len(i.claims) for i in made(lexicon, *rows, **parts).incidents)


def test_three_tolls_of_one_shelling_contradict_each_other(lexicon):
    rows = [shelling(d, d.upper(), figures=(count("killed", n),)) for d, n in (("a", 14), ("b", 6), ("c", 22))]
    found = made(lexicon, *rows)
    assert [len(i.claims) for i in found.incidents] == [3]
    assert len([c for c in found.comparisons if c.slot == "count" and c.verdict == "contradicts"]) == 3


@pytest.mark.parametrize("gap", [3, 9, 40])
def test_two_shellings_of_one_town_on_different_days(lexicon, gap):
    later = shelling("b", "Courier", time=day(DAY + timedelta(days=gap)), figures=(count("killed", 6),))
    assert sizes(lexicon, shelling(figures=(count("killed", 6),)), later) == [1, 1]


def test_two_killings_in_one_province_are_two(lexicon):
    slots = {"place": NORTH, "agents": (MILITIA,), "time": None}
    one = claim("killing", "a", patients=(person("Ana Roe"),), published=DAY, **slots)
    other = claim("killing", "b", "Courier", patients=(person("Ben Coe"),), published=DAY, **slots)
    assert sizes(lexicon, one, other) == [1, 1]
    nameless = [replace(row, patients=(CIVILIANS,)) for row in (one, other)]
    assert sizes(lexicon, *nameless) == [1, 1]


def test_a_town_that_only_one_report_knows(lexicon):
    told = taken("a", place=KASSALA)
    unread = taken(
        "b", "Courier", place=None, patients=(person("Kasala"),), content="the militia took control of Kasala on Friday"
    )
    found = made(lexicon, told, unread)
    assert [len(i.claims) for i in found.incidents] == [2]
    assert found.incidents[0].title == "Territory taken by Red Militia in Kassala, North, 8 May 2020"


@pytest.mark.parametrize(
    "content",
    [
        "the deputy head of Kassala was shelled",
        "shelled the convoy from Kassala",
        "the Kassala Brigade shelled villages",
    ],
)
def test_a_name_that_is_no_place_of_the_clause(lexicon, content):
    other = shelling("b", "Courier", place=None, content=content)
    assert sizes(lexicon, shelling(place=KASSALA), other) == [1, 1]


def test_the_place_right_behind_the_clause(lexicon):
    unread = replace(
        shelling("b", "Courier", place=None, content="shelling killed villagers"),
        sentence="On Friday shelling killed villagers in Kassala, doctors said.",
    )
    assert sizes(lexicon, shelling(place=KASSALA, content="shells fell"), unread) == [2]
    elsewhere = replace(unread, sentence="On Friday shelling killed villagers, said doctors in Kassala.")
    assert sizes(lexicon, shelling(place=KASSALA, content="shells fell"), elsewhere) == [1, 1]


def test_a_day_of_the_month_without_its_year(lexicon):
    assert sizes(lexicon, shelling(), shelling("b", "Courier", time=unresolved("8 May"))) == [2]
    assert sizes(lexicon, shelling(), shelling("b", "Courier", time=unresolved("9 May"))) == [1, 1]
    both = shelling(time=unresolved("May 8")), shelling("b", "Courier", time=unresolved("8 May"))
    assert sizes(lexicon, *both) == [2]


def test_an_undated_report_with_the_same_side_and_number(lexicon):
    slots = {"agents": (MILITIA,), "figures": (count("killed", 14, None, Modifier.AT_LEAST),)}
    assert sizes(lexicon, shelling(**slots), shelling("b", "Courier", time=None, **slots)) == [2]
    assert sizes(lexicon, shelling(**slots), shelling("b", "Courier", **{**slots, "time": None, "agents": ()})) == [2]
    other = {"agents": (ARMY,), "figures": (count("killed", 3),), "time": None}
    assert sizes(lexicon, shelling(**slots), shelling("b", "Courier", **other)) == [1, 1]


def test_news_of_other_months_is_other_news(lexicon):
    slots = {"agents": (MILITIA,), "figures": (count("killed", 14),), "time": None}
    one = shelling(published=DAY, **slots)
    assert sizes(lexicon, one, shelling("b", "Courier", published=DAY + timedelta(days=6), **slots)) == [2]
    assert sizes(lexicon, one, shelling("b", "Courier", published=DAY + timedelta(days=300), **slots)) == [1, 1]
    dated = shelling(**{**slots, "time": day()})
    assert sizes(lexicon, dated, shelling("b", "Courier", published=DAY + timedelta(days=300), **slots)) == [1, 1]


def test_the_fall_of_a_town_dated_by_its_first_or_last_day(lexicon):
    later = taken("b", "Courier", time=day(DAY + timedelta(days=1)))
    found = made(lexicon, taken(), later)
    assert [len(i.claims) for i in found.incidents] == [2]
    assert [c.verdict for c in found.comparisons if c.slot == "time"] == ["contradicts"]
    assert sizes(lexicon, taken(), taken("b", "Courier", time=day(DAY + timedelta(days=4)))) == [1, 1]
    assert sizes(lexicon, taken(), taken("b", "Courier", place=HILL, time=day(DAY + timedelta(days=1)))) == [1, 1]


def test_the_garrison_leaves_and_the_others_come(lexicon):
    left = claim("withdrawal", "b", "Courier", agents=(ARMY,), place=FORD, time=day())
    assert sizes(lexicon, taken(), left) == [2]
    assert sizes(lexicon, taken(), replace(left, agents=(MILITIA,))) == [1, 1]


def test_rival_accounts_of_one_explosion(lexicon):
    one = claim("bombing", "a", agents=(MILITIA,), patients=(CIVILIANS,), place=FORD, time=day())
    other = claim("bombing", "b", "Courier", agents=(ARMY,), patients=(CIVILIANS,), place=FORD, time=day())
    found = made(lexicon, one, other)
    assert [(len(i.claims), i.status) for i in found.incidents] == [(2, "contested")]
    assert [c.verdict for c in found.comparisons if c.slot == "agent"] == ["contradicts"]


def copies(*documents, text="Rebels attacked the post in the hills at dawn."):
    rows = [claim("assault", d, f"Outlet {d}", content="Rebels attacked the post") for d in documents]
    lines = [sentence(d, n, t) for d in documents for n, t in enumerate((text, "No more is known of it so far."))]
    return rows, lines


def test_copies_of_one_text_are_one_incident_of_one_origin(lexicon):
    rows, lines = copies(*"abcdefgh")
    found = made(lexicon, *rows, sentences=lines)
    assert [(len(i.claims), i.origins, i.status) for i in found.incidents] == [(8, 1, "claimed")]
    assert {d.kind for d in found.dependences} == {"same-wire"}
    assert len(found.dependences) == 7


def test_another_text_is_no_copy(lexicon):
    rows, lines = copies("a")
    more, others = copies("b", text="Rebels attacked the post in the plains at dusk.")
    assert sizes(lexicon, *rows, *more, sentences=(*lines, *others)) == [1, 1]


def test_a_possibility_and_an_anchor_corroborate_nothing(lexicon):
    first = taken(content="they took it", voices=(voice("Ana Roe", actor="act-ana"),))
    actors = tuple(actor(replace(person(name), id=f"act-{name[:3].lower()}")) for name in ("Ana Roe", "Ben Coe"))
    ben = (voice("Ben Coe", actor="act-ben"),)
    assert made(lexicon, first, taken("b", "Courier", voices=ben), actors=actors).incidents[0].status == "corroborated"
    maybe = taken("b", "Courier", voices=ben, factuality=Factuality.POSSIBLE)
    anchor = taken("b", "Courier", voices=ben, content="since the fall of the town")
    for weak in (maybe, anchor):
        assert [i.status for i in made(lexicon, first, weak, actors=actors).incidents] == ["claimed"]


def test_unnamed_voices_of_one_page_are_one_origin(lexicon):
    rows = [
        taken(at=n, voices=(voice(text, Naming.GROUP),)) for n, text in enumerate(("residents", "officials", "traders"))
    ]
    assert [i.origins for i in made(lexicon, *rows).incidents] == [1]


def test_headlines_of_two_weeks_are_two_news_unless_one_number_tells(lexicon):
    def news(document, outlet, days, **slots):
        told = {"time": None, "published": DAY + timedelta(days=days), "agents": (MILITIA,)}
        return shelling(document, outlet, content="rockets fell on the quarters of Ford", **{**told, **slots})

    assert sizes(lexicon, news("a", "A", 0), news("b", "B", 3)) == [2]
    assert sizes(lexicon, news("a", "A", 0), news("b", "B", 6)) == [1, 1]
    dead = {"figures": (count("killed", 14),)}
    assert sizes(lexicon, news("a", "A", 0, **dead), news("b", "B", 6, **dead)) == [2]
    few = {"figures": (count("killed", 2),)}
    assert sizes(lexicon, news("a", "A", 0, **few), news("b", "B", 6, **few)) == [1, 1]
    assert sizes(lexicon, news("a", "A", 0), news("b", "B", 6, at=5)) == [2]


def test_numbers_part_what_no_day_ties(lexicon):
    def taken_prisoner(document, outlet, n, **slots):
        plain = {"agents": (ARMY,), "place": FORD, "time": None, "figures": (count("captured", n),)}
        words = f"the army captured {n} raiders at the ford of the river"
        return claim("capture", document, outlet, **{**plain, "content": words, **slots})

    one, other = taken_prisoner("a", "Gazette", 23), taken_prisoner("b", "Courier", 26)
    bare = taken_prisoner("c", "Herald", 23, figures=())
    assert sizes(lexicon, one, taken_prisoner("b", "Courier", 23)) == [2]
    assert sizes(lexicon, one, other) == [1, 1]
    assert sizes(lexicon, one, other, bare) in ([1, 1, 1], [1, 2])
    assert sizes(lexicon, *(replace(row, time=day()) for row in (one, other))) == [2]


def story(document, outlet, *, town=FORD, words=(), **slots):
    """Make a report of a raid and of what else came of it; `slots` are those of the raid."""
    told = ("burnt the mill and the school", "drove the herds over the ridge", "left leaflets at the chapel", *words)
    rest = [claim("looting", document, outlet, at=n + 1, content=text, time=None) for n, text in enumerate(told)]
    raid = {"place": town, "time": None, "content": "raiders struck", "patient": (), **slots}
    raid.pop("patient")
    return [claim("assault", document, outlet, **raid), *rest]


def joined(lexicon, one, other):
    incidents = made(lexicon, *one, *other).incidents
    return any({one[0].id, other[0].id} <= set(incident.claims) for incident in incidents)


def test_reports_without_a_day_that_tell_mostly_the_same_tell_one_raid(lexicon):
    one, other = story("a", "Gazette"), story("b", "Courier")
    assert joined(lexicon, one, other)
    assert joined(lexicon, [replace(row, published=DAY) for row in one], other)
    quarrel = story("b", "Courier", content="nothing is known of the raiders")[:1]
    assert not joined(lexicon, one, quarrel)


def test_reports_alike_do_not_join_raids_of_other_towns_weekdays_numbers_or_dated_ones(lexicon):
    one = story("a", "Gazette")
    assert not joined(lexicon, one, story("b", "Courier", town=KASSALA))
    friday, monday = ({"time": unresolved(word)} for word in ("on Friday", "on Monday"))
    assert joined(lexicon, story("a", "Gazette", **friday), story("b", "Courier", **friday))
    assert not joined(lexicon, story("a", "Gazette", **friday), story("b", "Courier", **monday))
    nine, six = ({"figures": (count("killed", n),)} for n in (9, 6))
    assert not joined(lexicon, story("a", "Gazette", **nine), story("b", "Courier", **six))
    dated = [[replace(row, published=DAY) for row in rows] for rows in (one, story("b", "Courier"))]
    assert not joined(lexicon, dated[0], [replace(row, published=DAY + timedelta(days=6)) for row in dated[1]])
