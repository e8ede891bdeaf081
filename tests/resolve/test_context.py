"""What a claim takes from the sentences around it, what hangs under what, and tolls held against each other."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rashomon.records import Factuality, Modifier, Naming, PlaceKind, Scope
from rashomon.resolve import resolve
from rashomon.resolve.accounts import make_accounts
from rashomon.resolve.canon import Canon
from rashomon.resolve.context import fill_accounts
from rashomon.resolve.kit import make_kit
from tests.resolve.rows import (
    ARMY,
    CIVILIANS,
    DAY,
    FORD,
    MILITIA,
    NORTH,
    REBELS,
    SOUTH,
    VALE,
    actor,
    claim,
    corpus,
    count,
    day,
    unresolved,
    voice,
)  # fmt: skip

SOLDIERS = replace(ARMY, id=None, name="", text="soldiers", described=True)
FARMERS = replace(CIVILIANS, text="farmers")


def blast(document="a", outlet="Gazette", **slots):
    return claim("bombing", document, outlet, **{"place": FORD, "time": day(), **slots})


def dead(document="a", outlet="Gazette", n=9, **slots):
    plain = {"figures": (count("killed", n),), "patients": (CIVILIANS,), "content": f"{n} villagers died", "at": 1}
    return claim("killing", document, outlet, **{**plain, **slots})


def filled(kit, *rows):
    accounts = make_accounts(rows, Canon([actor(MILITIA), actor(ARMY)], ()), kit)
    return {account.row.content: account for account in fill_accounts(accounts, kit)}


def toll(kit, *rows, content="9 villagers died"):
    found = filled(kit, *rows)[content]
    return found.lent, found.place, found.start


@pytest.mark.parametrize("at", [0, 1, 3])
def test_a_toll_has_the_day_and_the_place_of_the_attack_before_it(kit, at):
    assert toll(kit, blast(), dead(at=at)) == (("day", "place"), FORD, DAY.toordinal())


@pytest.mark.parametrize(
    "rows",
    [
        (blast(), dead(at=13)),
        (blast(), dead(time=unresolved("last spring"))),
        (blast(agents=(MILITIA,)), dead(agents=(ARMY,))),
        (blast(), blast(at=0, place=SOUTH, time=day(DAY - timedelta(days=9)), content="another blast"), dead()),
        (claim("talks", place=FORD, time=day()), dead()),
        (blast(document="b"), dead()),
    ],
    ids=["too far", "another time", "others do it", "two can be meant", "of another sort", "another report"],
)
def test_a_toll_takes_nothing_from_what_it_may_not_belong_to(kit, rows):
    assert toll(kit, *rows)[0] == ()


@pytest.mark.parametrize(
    "content",
    ["9 villagers died since the war began", "elsewhere 9 villagers died", "another 9 villagers died"],
)
def test_a_sum_over_a_war_and_another_happening_take_nothing(kit, content):
    assert toll(kit, blast(), dead(content=content), content=content)[0] == ()


def test_only_a_toll_that_opens_a_report_takes_from_what_follows(kit):
    assert toll(kit, dead(at=0), blast(at=1))[0] == ("day", "place")
    assert toll(kit, dead(at=2), blast(at=3))[0] == ()
    fight = claim("clash", at=0, agents=(REBELS,), content="they fought")
    assert filled(kit, fight, claim("clash", at=1, agents=(REBELS,), place=FORD, time=day()))["they fought"].lent == ()


def test_an_own_day_and_place_stay(kit):
    own = {"place": NORTH, "time": day(DAY - timedelta(days=2))}
    assert toll(kit, blast(), dead(**own)) == ((), NORTH, DAY.toordinal() - 2)


def made(lexicon, *rows, **parts):
    return resolve(corpus(*rows, **parts), lexicon)


def test_what_is_lent_joins_tolls_of_two_reports_and_sets_them_against_each_other(lexicon):
    rows = blast(), dead(), blast("b", "Courier"), dead("b", "Courier", n=30)
    found = made(lexicon, *rows)
    assert sorted(i.type for i in found.incidents) == ["bombing", "killing"]
    assert [(c.slot, c.verdict) for c in found.comparisons if c.slot == "count"] == [("count", "contradicts")]
    [part] = [i for i in found.incidents if i.part_of]
    assert part.type == "killing"


def test_a_toll_in_the_sentence_of_an_attack_is_a_part_of_it(lexicon):
    found = made(lexicon, blast(), dead(at=0, place=SOUTH))
    assert [i.part_of for i in found.incidents] == [None, None]
    found = made(lexicon, blast(), dead(at=0))
    assert sorted(bool(i.part_of) for i in found.incidents) == [False, True]


def test_a_toll_between_two_attacks_of_its_sentence_is_a_part_of_neither(lexicon):
    raid = claim("clash", place=NORTH, time=day(days=3), agents=(ARMY,))
    assert not any(i.part_of for i in made(lexicon, blast(), raid, dead(at=0)).incidents)


def test_an_attack_with_its_dead_is_no_part_of_the_next_attack(lexicon):
    other = claim("air-strike", place=None, time=day(DAY - timedelta(days=8)), content="an air strike", agents=(ARMY,))
    both = blast(figures=(count("killed", 9),)), dead(at=0, figures=(count("killed", 9),))
    found = made(lexicon, *both, other)
    assert not any(i.part_of for i in found.incidents if "bombing" in i.title.lower())


def test_the_attack_told_on_is_the_one_told_before(lexicon):
    first = blast(time=None, content="a bomb went off")
    onward = claim("shelling", at=1, place=None, time=day(), content="the blast came at noon")
    assert len(made(lexicon, first, onward).incidents) == 1
    assert len(made(lexicon, first, replace(onward, content="a mortar fell at noon")).incidents) == 2
    assert len(made(lexicon, first, replace(onward, content="the second blast came at noon")).incidents) == 2


def test_a_second_voice_tells_of_the_same_attack(lexicon):
    first = blast(time=None, content="a bomb went off")
    quoted = claim("bombing", at=1, voices=(voice("Ana Roe"),), place=None, time=day(), content="a bomb burst")
    assert len(made(lexicon, first, quoted).incidents) == 1
    assert len(made(lexicon, first, replace(quoted, place=SOUTH)).incidents) == 2


def test_openings_of_one_day_and_town_are_one_news(lexicon):
    rows = blast(time=None, published=DAY), blast("b", "Courier", time=None, published=DAY + timedelta(days=1))
    assert len(made(lexicon, *rows).incidents) == 1
    late = blast("b", "Courier", time=None, published=DAY + timedelta(days=3))
    assert len(made(lexicon, rows[0], late).incidents) == 2
    deep = blast("b", "Courier", time=None, published=DAY, at=7)
    assert len(made(lexicon, rows[0], deep).incidents) == 2
    wide = blast("b", "Courier", time=None, published=DAY, place=NORTH)
    assert len(made(lexicon, rows[0], wide).incidents) == 2


def test_a_state_and_those_who_fight_it_do_two_things(lexicon):
    state = replace(ARMY, id=None, name="", text="regime units", described=True)
    rows = blast(agents=(state,)), claim("shelling", "b", "Courier", agents=(MILITIA,), place=FORD, time=day())
    assert len(made(lexicon, *rows).incidents) == 2
    rebels = replace(REBELS, acled=2)
    alike = claim("shelling", "b", "Courier", agents=(rebels,), place=FORD, time=day())
    assert len(made(lexicon, blast(agents=(MILITIA,)), alike).incidents) == 1


def verdicts(lexicon, *rows):
    return {(c.slot, c.verdict) for c in made(lexicon, *rows).comparisons if c.slot in ("count", "victim")}


def told(document, outlet, n, days=0, **slots):
    return blast(document, outlet, figures=(count("killed", n),), published=DAY + timedelta(days=days), **slots)


def test_a_toll_that_grows_from_report_to_report_is_no_quarrel(lexicon):
    assert verdicts(lexicon, told("a", "A", 7), told("b", "B", 9, 2)) == {("count", "refines")}
    assert verdicts(lexicon, told("a", "A", 9), told("b", "B", 7, 2)) == {("count", "contradicts")}
    assert verdicts(lexicon, told("a", "A", 7), told("b", "B", 30, 2)) == {("count", "contradicts")}
    assert verdicts(lexicon, told("a", "A", 7), told("b", "B", 9)) == {("count", "contradicts")}


def test_two_more_dead_are_no_toll_of_two(lexicon):
    more = blast("b", "B", content="two more villagers died", figures=(count("killed", 2, of="more villagers"),))
    total = told("a", "A", 11)
    assert ("count", "contradicts") not in verdicts(lexicon, total, more)
    found = next(i for i in made(lexicon, total, more).incidents)
    assert [(f.low, f.best, len(f.by_voice)) for f in found.figures] == [(11, 11, 2)]
    at_least = blast("b", "B", figures=(count("killed", 20, None, Modifier.AT_LEAST, of="villagers"),))
    assert ("count", "contradicts") in verdicts(lexicon, total, at_least)


def test_soldiers_of_one_voice_and_farmers_of_another(lexicon):
    strike = claim("air-strike", agents=(ARMY,), place=FORD, time=day(), voices=(voice("the ministry", Naming.ROLE),))
    fighters = replace(REBELS, acled=2)
    one = dead(at=1, n=16, patients=(fighters,), voices=(voice("the ministry", Naming.ROLE),))
    other = claim("air-strike", "b", "B", agents=(ARMY,), place=FORD, time=day())
    two = dead("b", "B", n=7, patients=(FARMERS,))
    assert ("victim", "contradicts") in verdicts(lexicon, strike, one, other, two)
    assert ("victim", "contradicts") not in verdicts(lexicon, strike, one, other, replace(two, patients=(fighters,)))


def test_the_voice_of_a_headline_is_one_that_its_report_quotes(lexicon):
    head = claim(
        "territory-taken", at=0, voices=(voice("the army", actor=ARMY.id),), agents=(ARMY,), place=VALE, time=day()
    )
    text = claim("territory-taken", at=1, voices=(voice("Ana Roe"),), agents=(ARMY,), place=VALE, time=day())
    origins = {i.origins for i in made(lexicon, replace(head, sentence="Army says it took Vale"), text).incidents}
    assert origins == {1}
    assert {i.origins for i in made(lexicon, head, text).incidents} == {2}


BRIDGE = replace(CIVILIANS, acled=None, text="the bridge", described=True)
IT = replace(BRIDGE, text="it")


def ruin(**slots):
    return claim(
        "destruction", **{"place": FORD, "time": day(), "patients": (BRIDGE,), "content": "a bridge fell", **slots}
    )


def test_it_is_the_thing_of_the_clause_before(lexicon):
    rebels = claim(
        "bombing", at=1, agents=(MILITIA,), patients=(IT,), voices=(voice("the army"),), content="blew it up"
    )
    state = claim("air-strike", at=2, agents=(ARMY,), patients=(IT,), voices=(voice("the front"),), content="bombed it")
    found = made(lexicon, ruin(), rebels, state)
    assert [len(i.claims) for i in found.incidents] == [3]
    assert [i.status for i in found.incidents] == ["contested"]
    far = made(lexicon, ruin(), replace(rebels, sentence_index=5))
    assert len(far.incidents) == 2
    bus = replace(BRIDGE, text="a bus")
    assert len(made(lexicon, ruin(), replace(rebels, patients=(bus,))).incidents) == 2


def test_a_clause_about_what_is_known_takes_no_day(kit):
    known = claim("bombing", content="that was bombed")
    late = dead(at=0, content="a passenger died", time=day(), place=FORD)
    assert filled(kit, known, late)["that was bombed"].lent == ("place",)
    assert filled(kit, replace(known, content="a bus was bombed"), late)["a bus was bombed"].lent == ("day", "place")


def test_a_toll_raised_later_is_a_part_of_its_attack(lexicon):
    clause = "raised the toll of the bombing to 11"
    attack = blast(content="the bombing", published=DAY + timedelta(days=3))
    raised = dead(n=11, at=0, content=clause, time=day(DAY + timedelta(days=3)), published=DAY + timedelta(days=3))
    assert sorted(bool(i.part_of) for i in made(lexicon, attack, raised).incidents) == [False, True]
    earlier = replace(raised, time=day(DAY - timedelta(days=3)))
    assert not any(i.part_of for i in made(lexicon, attack, earlier).incidents)
    elsewhere = dead(n=11, at=2, time=raised.time)
    assert not any(i.part_of for i in made(lexicon, attack, elsewhere).incidents)


def test_a_place_that_only_its_report_knows_is_the_known_one_that_its_clause_names(kit):
    road = replace(
        FORD, id="plc-1", name="Long Road", text="Long Road", adm1=None, adm2=None, adm1_id=None, adm2_id=None
    )
    road = replace(road, lat=None, lon=None, country=None)
    vague = claim("bombing", "a", place=road, content="a bomb on the Long Road near Ford")
    known = claim("bombing", "b", place=FORD, content="a bomb in Ford")
    accounts = make_accounts((vague, known), Canon((), ()), kit)
    assert {account.place and account.place.id for account in accounts} == {FORD.id}
    alone = make_accounts((vague,), Canon((), ()), kit)
    assert {account.place and account.place.id for account in alone} == {"plc-1"}


def test_who_died_later_is_a_part_of_the_attack_and_not_its_toll(lexicon):
    later = replace(count("killed", 2), scope=Scope.ADDITION)
    rows = (
        blast(content="that was bombed", at=0, document="b", outlet="B"),
        dead("b", "B", n=2, at=0, content="two more died of the bus that was bombed", figures=(later,),
             time=day(DAY + timedelta(days=1)), place=FORD),
        blast(figures=(count("killed", 7),)),
    )  # fmt: skip
    found = made(lexicon, *rows)
    whole, part = sorted(found.incidents, key=lambda i: bool(i.part_of))
    assert (len(whole.claims), part.part_of, part.type) == (2, whole.id, "killing")
    assert [(f.low, f.high) for f in whole.figures] == [(7, 7)]


def test_a_denial_in_another_report_of_the_week_answers_the_happening_at_its_place(lexicon):
    blamed = blast(agents=(MILITIA,), voices=(voice("the minister", Naming.ROLE),), published=DAY)
    slots = {"time": None, "factuality": Factuality.NOT_CERTAIN, "voices": (voice("the front"),), "at": 4}
    denied = blast("b", "B", agents=(MILITIA,), published=DAY + timedelta(days=3), **slots)
    assert [i.status for i in made(lexicon, blamed, denied).incidents] == ["contested"]
    late = replace(denied, published=DAY + timedelta(days=12))
    assert len(made(lexicon, blamed, late).incidents) == 2
    elsewhere = replace(denied, place=SOUTH)
    assert len(made(lexicon, blamed, elsewhere).incidents) == 2


def test_a_toll_right_behind_its_attack_on_its_day_is_a_part_of_it(lexicon):
    own = {"place": VALE, "time": day()}
    assert sorted(bool(i.part_of) for i in made(lexicon, blast(), dead(**own)).incidents) == [False, True]
    assert not any(i.part_of for i in made(lexicon, blast(), dead(**own, at=2)).incidents)
    other_day = {"place": VALE, "time": day(DAY - timedelta(days=2))}
    assert not any(i.part_of for i in made(lexicon, blast(), dead(**other_day)).incidents)


def test_what_is_lent_is_lent_on(kit):
    fight = claim("clash", at=3, agents=(REBELS,), content="the fighting")
    taken = claim("territory-taken", agents=(REBELS,), place=FORD, time=day())
    assert filled(kit, taken, fight, dead(at=6))["9 villagers died"].lent == ("day", "place")
    assert filled(kit, taken, dead(at=13))["9 villagers died"].lent == ()


def test_a_toll_far_behind_is_of_the_only_attack_told_before_it(kit, lexicon):
    assert toll(kit, blast(), dead(at=9)) == (("day", "place"), FORD, DAY.toordinal())
    second = blast(at=2, place=SOUTH, time=day(DAY - timedelta(days=9)), content="another blast")
    assert toll(kit, blast(), second, dead(at=9))[0] == ()
    assert toll(kit, blast(), dead(at=9, figures=()))[0] == ()
    assert [bool(i.part_of) for i in made(lexicon, blast(), dead(at=9)).incidents].count(True) == 1


def test_two_tolls_of_one_voice_are_of_one_day(kit):
    wounded = dead(at=5, n=4, content="4 of ours died")
    assert toll(kit, blast(), dead(), wounded, content="4 of ours died") == (("day", "place"), FORD, DAY.toordinal())


def test_the_day_is_that_of_the_attack_on_the_very_place(kit):
    other = blast(at=1, place=replace(FORD, id="geo-3", adm2_id=FORD.id), time=day(DAY - timedelta(days=1)))
    assert toll(kit, blast(at=1), other, dead(place=FORD, at=2))[2] == DAY.toordinal()
    assert toll(kit, blast(at=1), other, dead(at=2))[2] is None


def test_who_passes_an_outlet_on_tells_what_that_outlet_tells(lexicon):
    first = claim(
        "territory-taken",
        "a",
        "Wire",
        agents=(MILITIA,),
        place=VALE,
        time=day(),
        content="fighters of the militia took Vale in the north",
    )
    week = {
        "time": day(DAY - timedelta(days=2), 7),
        "place": None,
        "content": "its fighters took the small town last week",
    }
    passed = claim(
        "territory-taken", "b", "Post", voices=(voice("Wire", Naming.OTHER_OUTLET),), agents=(MILITIA,), **week
    )
    assert len(made(lexicon, first, passed).incidents) == 1
    assert len(made(lexicon, first, replace(passed, voice=passed.voice[:1])).incidents) == 2


def test_another_attack_lends_nothing_back_and_nobody_borrows_from_elsewhere(kit):
    other = blast(at=1, content="another bomb went off")
    assert toll(kit, dead(at=0), other)[0] == ()
    assert (
        toll(kit, blast(), dead(place=replace(VALE, id="x", name="Hill", adm1_id=None, adm2_id=None, lat=None)))[0]
        == ()
    )


def test_who_opens_with_the_country_takes_the_place_inside_it(kit):
    country = replace(NORTH, id="c", name="Arania", kind=PlaceKind.COUNTRY, adm1_id=None, adm2_id=None)
    assert toll(kit, dead(at=0, place=country), blast(at=1))[:2] == (("day", "place"), FORD)
    assert toll(kit, blast(), dead(at=2, place=country))[:2] == (("day",), country)


def test_the_number_that_a_report_opens_with_is_told_again(lexicon):
    headline = dead(at=0, place=None, n=16)
    again = claim("bombing", at=3, figures=(count("killed", 16),), content="the toll stood at 16", place=FORD)
    assert len(made(lexicon, headline, again).incidents) == 1
    assert len(made(lexicon, headline, replace(again, figures=(count("killed", 17),))).incidents) == 2
    assert len(made(lexicon, headline, replace(again, content="another bomb killed 16")).incidents) == 2


def test_soldiers_who_fire_into_a_march_are_a_part_of_it(lexicon):
    marchers, soldiers = (replace(who, id=None, name="", described=True) for who in (CIVILIANS, ARMY))
    march = claim("demonstration", agents=(replace(marchers, acled=7),), place=FORD, time=day())
    shots = claim("shooting", agents=(replace(soldiers, text="soldiers", acled=1),), at=1, content="shots were fired")
    [whole] = [i for i in made(lexicon, march, shots).incidents if not i.part_of]
    assert whole.type == "demonstration"
    kit = make_kit(lexicon)
    shot = fill_accounts(make_accounts([march, shots], Canon((), ()), kit), kit)
    assert {account.start for account in shot} == {DAY.toordinal()}


def test_they_go_on_with_what_was_told_right_before(lexicon):
    raid = claim("assault", agents=(replace(MILITIA, id=None, name="", text="men", described=True),), time=day())
    they = replace(MILITIA, id=None, name="they", text="They", described=True, acled=None)
    shots = claim("clash", agents=(they,), at=1, content="They fought farmers in the chapel")
    assert [len(i.claims) for i in made(lexicon, raid, shots).incidents] == [2]
    assert len(made(lexicon, raid, replace(shots, content="Hunters fought farmers in the chapel")).incidents) == 2
