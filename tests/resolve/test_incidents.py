"""One happening or two: what joins claims, what parts them, what hangs under what."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rashomon.records import Factuality, Naming, Realis, Stance, TimeBasis
from rashomon.resolve import resolve
from tests.resolve.rows import (
    ARMY,
    CIVILIANS,
    DAY,
    FORD,
    HILL,
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
    judged,
    person,
    relation,
    unresolved,
    voice,
)  # fmt: skip


def incidents(lexicon, *rows, **parts):
    return resolve(corpus(*rows, **parts), lexicon).incidents


def joined(lexicon, *rows, **parts) -> bool:
    return len(incidents(lexicon, *rows, **parts)) == 1


def taken(document="a", outlet="Gazette", **slots):
    return claim("territory-taken", document, outlet, **{"agents": (MILITIA,), "place": VALE, "time": day(), **slots})


def killing(document="a", outlet="Gazette", **slots):
    return claim("killing", document, outlet, **{"place": FORD, "time": day(), **slots})


def test_same_type_place_and_day_across_outlets(lexicon):
    found = incidents(lexicon, taken("a"), taken("b", "Courier"))
    assert len(found) == 1
    assert found[0].outlets == ("Courier", "Gazette")
    assert found[0].documents == ("a.txt", "b.txt")
    assert "the same day" in found[0].why


@pytest.mark.parametrize(
    "other",
    [
        {"place": HILL},
        {"place": SOUTH},
        {"time": day(DAY + timedelta(days=5))},
        {"time": None, "place": None},
        {"time": None},
        {"realis": Realis.FUTURE},
    ],
    ids=["district", "province", "day", "nothing but the type", "place but no day", "future"],
)
def test_same_type_alone_never_joins(lexicon, other):
    assert not any(len(i.claims) == 2 for i in incidents(lexicon, taken("a"), taken("b", "Courier", **other)))


def test_another_victim_of_the_same_day_and_place(lexicon):
    one, other = killing("a", patients=(person("Ana Roe"),)), killing("b", "Courier", patients=(person("Ben Coe"),))
    assert not joined(lexicon, one, other)
    assert joined(lexicon, one, killing("c", "Courier", patients=(person("Ana Roe"),)))


def test_named_victim_joins_without_place_and_day(lexicon):
    one = killing("a", patients=(person("Ana Roe"),), time=None, place=None)
    assert joined(lexicon, one, killing("b", "Courier", patients=(person("Ana Roe"),), time=None))


def test_a_district_lies_in_its_province_with_the_same_number(lexicon):
    one = taken("a", place=NORTH, figures=(count("districts", 3),), agents=(REBELS,))
    other = taken(
        "b", "Courier", time=None, figures=(count("districts", 3),), agents=(replace(REBELS, text="upland fighters"),)
    )
    assert joined(lexicon, one, other)


def test_weekday_of_an_undated_report(lexicon):
    one = taken("a")
    assert joined(lexicon, one, taken("b", "Courier", time=unresolved("Friday")))
    assert not joined(lexicon, one, taken("b", "Courier", time=unresolved("Monday")))


def test_a_day_counted_from_publication_may_be_off_by_one(lexicon):
    near = {"figures": (count("killed", 7),), "patients": (CIVILIANS,), "agents": (MILITIA,)}
    one = killing("a", **near)
    counted = day(DAY + timedelta(days=1), basis=TimeBasis.PUBLICATION)
    assert joined(lexicon, one, killing("b", "Courier", time=counted, **near))
    assert not joined(lexicon, one, killing("b", "Courier", time=day(DAY + timedelta(days=1)), **near))


def test_what_is_told_before_it_happened_is_another(lexicon):
    early = taken("b", "Courier", time=None, published=DAY - timedelta(days=3), figures=(count("districts", 3),))
    assert not joined(lexicon, taken("a", figures=(count("districts", 3),)), early)


def test_assault_and_the_town_it_took(lexicon):
    assault = claim("assault", "a", agents=(MILITIA,), patients=(ARMY,), place=VALE, time=day())
    found = incidents(lexicon, assault, taken("b", "Courier", patients=(ARMY,)))
    assert len(found) == 1
    assert found[0].type in ("assault", "territory-taken")


def test_arrest_and_release_are_two(lexicon):
    slots = {"patients": (person("Ana Roe"),), "place": FORD, "time": day()}
    assert not joined(lexicon, claim("arrest", "a", **slots), claim("release", "b", "Courier", **slots))


def test_one_voice_with_two_numbers_tells_of_two(lexicon):
    slots = {"patients": (CIVILIANS,)}
    one = killing("a", at=0, figures=(count("killed", 2),), **slots)
    assert not joined(lexicon, one, killing("a", at=1, figures=(count("killed", 9),), **slots))
    assert joined(lexicon, one, killing("b", "Courier", at=1, figures=(count("killed", 9),), **slots))


def test_another_bomb_is_another(lexicon):
    slots = {"agents": (MILITIA,), "place": VALE, "time": None, "patients": (ARMY,)}
    one = claim("bombing", "a", at=0, content="the militia bombed the army", **slots)
    again = claim("bombing", "a", at=2, content="the militia bombed the army there", **slots)
    other = claim("bombing", "a", at=2, content="another bomb of the militia hit the army", **slots)
    assert joined(lexicon, one, again)
    assert not joined(lexicon, one, other)


def test_a_chain_never_unites_what_a_veto_parts(lexicon):
    middle = taken("b", "Courier", place=NORTH, figures=(count("districts", 3),))
    left = taken("a", place=VALE, figures=(count("districts", 3),))
    right = taken("c", "Herald", place=HILL, figures=(count("districts", 3),))
    found = incidents(lexicon, left, middle, right)
    assert sorted(len(i.claims) for i in found) == [1, 2]
    assert not any({left.id, right.id} <= set(i.claims) for i in found)


def test_one_event_passed_on_by_two_voices_is_one(lexicon):
    one = taken("a", time=None, place=None)
    assert joined(lexicon, one, replace(one, id="clm-x", voice=(*one.voice, voice("a spokesman", Naming.ROLE))))


def test_a_person_may_part_what_two_voices_say_in_one_sentence(lexicon):
    one = taken("a", time=None, place=None)
    other = replace(one, id="clm-x", voice=(*one.voice, voice("a spokesman", Naming.ROLE)))
    assert not joined(lexicon, one, other, judgements=(judged(one.id, other.id, "different"),))


def test_specific_denial_joins_what_it_denies(lexicon):
    denial = taken(
        "a", at=2, voices=(voice("the army", actor=ARMY.id),), factuality=Factuality.NOT_CERTAIN, time=None, place=None,
        patients=(ARMY,), content="the army denied that the militia took the town",
    )  # fmt: skip
    found = incidents(lexicon, taken("a", patients=(ARMY,)), denial)
    assert len(found) == 1
    assert found[0].status == "contested"


def test_denial_of_another_day_joins_nothing(lexicon):
    denial = taken("a", at=2, factuality=Factuality.NOT_CERTAIN, time=day(date(2019, 1, 1)))
    found = incidents(lexicon, taken("a"), denial)
    assert sorted(i.status for i in found) == ["claimed", "denied"]


@pytest.mark.parametrize("explicit", [True, False])
def test_general_denial_answers_all_and_joins_none(lexicon, explicit):
    clash = {"voices": (voice("the militia", actor=MILITIA.id),), "agents": (REBELS,), "time": None}
    rows = [claim("clash", "a", at=n, place=place, **clash) for n, place in enumerate((VALE, SOUTH))]
    denial = claim(
        "offensive", "a", at=6, voices=(voice("the army", actor=ARMY.id),), factuality=Factuality.NOT_CERTAIN
    )
    denial = replace(denial, content="reports of an offensive are untrue" if explicit else "no offensive")
    own = claim("offensive", "a", at=9, place=NORTH, agents=(ARMY,), time=None)
    made = resolve(corpus(*rows, denial, own), lexicon)
    answered = {
        c.first if c.second == denial.id else c.second for c in made.comparisons if denial.id in (c.first, c.second)
    }
    assert answered == ({row.id for row in rows} if explicit else set())
    assert {c.verdict for c in made.comparisons} <= {"contradicts"}
    assert {i.status for i in made.incidents if set(i.claims) & answered} <= {"contested"}
    assert all(len(i.claims) == 1 for i in made.incidents)


def test_toll_hangs_under_its_fight_with_its_numbers(lexicon):
    fight = taken("a", at=3, agents=(REBELS,), figures=(count("districts", 3),))
    toll = claim(
        "killing", "a", at=2, agents=(REBELS,), place=NORTH, patients=(MILITIA,), figures=(count("killed", 30),)
    )
    found = {i.type: i for i in incidents(lexicon, fight, toll)}
    assert found["killing"].part_of == found["territory-taken"].id
    assert found["territory-taken"].part_of is None
    assert {f.measure: f.best for f in found["territory-taken"].figures} == {"districts": 3, "killed": 30}


@pytest.mark.parametrize("slots", [{"at": 30}, {"place": SOUTH}, {"agents": (ARMY,), "patients": (CIVILIANS,)}])
def test_toll_of_another_fight_hangs_under_none(lexicon, slots):
    toll = {"at": 2, "agents": (REBELS,), "place": NORTH, "figures": (count("killed", 30),), **slots}
    found = incidents(lexicon, taken("a", at=3, agents=(REBELS,)), claim("killing", "a", **toll))
    assert {i.part_of for i in found} == {None}


def test_judgements_on_claims_and_incidents_bind(lexicon):
    one, other = taken("a"), taken("b", "Courier")
    apart = incidents(lexicon, one, other, judgements=(judged(one.id, other.id, "different"),))
    assert len(apart) == 2
    far = taken("c", "Herald", place=SOUTH)
    ids = [i.id for i in incidents(lexicon, one, far)]
    assert joined(lexicon, one, far, judgements=(judged(*ids, "same"),))


def test_slots_of_an_incident(lexicon):
    one = taken("a", place=NORTH, time=day(DAY, 31), agents=(REBELS,), figures=(count("killed", 3),))
    other = taken("b", "Courier", agents=(REBELS,), figures=(count("killed", 3),))
    found = incidents(lexicon, one, other)[0]
    assert found.place == VALE
    assert found.time == day()
    assert found.title == "Territory taken by upland rebels in Vale, North, 8 May 2020"


def test_several_districts_lie_in_their_province(lexicon):
    rows = [
        taken(d, d.upper(), place=place, figures=(count("districts", 3),)) for d, place in (("a", NORTH), ("b", VALE))
    ]
    assert incidents(lexicon, *rows)[0].place == NORTH


def test_private_people_stand_by_role_in_titles(lexicon):
    victim = replace(person("Ana Roe"), private=True, description="a shopkeeper")
    found = incidents(
        lexicon, killing("a", patients=(victim,)), actors=(actor(victim, private=True, description="a shopkeeper"),)
    )
    assert "Ana" not in found[0].title
    assert "a shopkeeper" in found[0].title


def test_what_is_passed_on_and_denied_is_a_denial_by_who_passes_it_on(lexicon):
    passed = (voice("the army", actor=ARMY.id), voice("reports", Naming.DOCUMENT, stance=Stance.DENIED))
    denied = taken("b", "Courier", voices=passed, stance=Stance.DENIED)
    made = resolve(corpus(taken("a"), denied, actors=(actor(ARMY), actor(MILITIA))), lexicon)
    assert [i.status for i in made.incidents] == ["contested"]
    assert any("the army (Courier): it did not happen" in c.reason for c in made.comparisons)


def test_a_negation_by_the_same_voice_denies_nothing(lexicon):
    stands = claim("surrender", "a", at=1, agents=(REBELS,), place=VALE, time=day(), factuality=Factuality.NOT_CERTAIN)
    found = incidents(lexicon, claim("clash", "a", agents=(REBELS,), place=VALE, time=day()), stands)
    assert sorted(i.status for i in found) == ["claimed", "denied"]


def test_parts_of_one_body_are_one_side(lexicon):
    fighters = replace(MILITIA, id="act-~f", name="red fighters", text="red fighters", described=True)
    men = replace(MILITIA, id="act-~m", name="men with banners", text="men with banners", described=True)
    bodies = [actor(ref, parent=MILITIA.id) for ref in (fighters, men)] + [actor(MILITIA)]
    slots = {"place": VALE, "time": None}
    rows = claim("assault", "a", agents=(fighters,), **slots), claim("assault", "a", at=2, agents=(men,), **slots)
    assert joined(lexicon, *rows, actors=bodies)
    assert not joined(lexicon, *rows, actors=bodies[2:])
    names = {ref.name for ref in incidents(lexicon, *rows, actors=bodies)[0].actors}
    assert names == {"red fighters", "men with banners"}


def bare(at=3, **slots):
    plain = {"agents": (REBELS,), "patients": (ARMY,), "time": None, "place": None, "content": "drove them out"}
    return claim("territory-taken", "a", at=at, **{**plain, **slots})


def test_a_bare_retelling_goes_with_the_only_happening_it_can_mean(lexicon):
    fight = claim("territory-taken", "a", at=1, agents=(REBELS,), place=VALE, time=day())
    assert joined(lexicon, fight, bare())
    assert joined(lexicon, fight, bare(agents=(ARMY, REBELS), patients=(ARMY,)))


@pytest.mark.parametrize(
    "rows",
    [
        (
            claim("territory-taken", "a", at=2, agents=(REBELS,), place=SOUTH, time=day(DAY - timedelta(days=20))),
            bare(),
        ),
        (bare(at=0),),
        (bare(at=40),),
        (bare(place=SOUTH),),
        (bare(time=unresolved("recent weeks")),),
        (bare(agents=(ARMY,), patients=(CIVILIANS,)),),
    ],
    ids=["two can be meant", "told before", "far away", "another place", "another time", "others take part"],
)
def test_a_bare_claim_that_may_mean_another_stays_alone(lexicon, rows):
    fight = claim("territory-taken", "a", at=1, agents=(REBELS,), place=VALE, time=day())
    found = incidents(lexicon, fight, *rows)
    assert all(len(i.claims) == 1 for i in found)


def test_kindred_types_need_more_than_place_and_day(lexicon):
    shots = claim("shooting", "b", "Courier", agents=(REBELS,), place=VALE, time=day(), content="shots were heard")
    assert not joined(lexicon, taken("a"), shots)
    assert joined(lexicon, taken("a"), replace(shots, agents=(MILITIA,)))


def test_fighters_that_belong_to_a_body_are_its_side(lexicon):
    fighters = replace(REBELS, id="act-~f", name="hillmen", text="hillmen")
    rows = taken("a"), taken("b", "Courier", agents=(fighters,))
    belongs = relation("member-of", "b", agents=(fighters,), patients=(MILITIA,))
    bodies = (actor(fighters), actor(MILITIA))
    same = [c for c in resolve(corpus(*rows, belongs, actors=bodies), lexicon).comparisons if c.slot == "agent"]
    assert [c.verdict for c in same] == ["agrees"]
    assert not [c for c in resolve(corpus(*rows, actors=bodies), lexicon).comparisons if c.slot == "agent"]
