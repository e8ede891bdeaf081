"""Status and figures of an incident, with the rule in words."""

from dataclasses import replace

import pytest

from rashomon.records import ActorKind, ActorRef, Factuality, Modifier, Naming, Role, Stance, Status
from rashomon.resolve import resolve, rule_texts
from tests.resolve.rows import (
    ARMY,
    MILITIA,
    REBELS,
    VALE,
    actor,
    card,
    claim,
    corpus,
    count,
    day,
    person,
    relation,
    voice,
)  # fmt: skip

A = person("Ana Roe")


def taken(document="a", outlet="Gazette", **slots):
    return claim("territory-taken", document, outlet, **{"agents": (MILITIA,), "place": VALE, "time": day(), **slots})


def status(lexicon, *rows, **parts):
    found = [i for i in resolve(corpus(*rows, **parts), lexicon).incidents if i.type == "territory-taken"]
    assert len(found) == 1
    return found[0].status, found[0].status_reason


def said(text, actor_id=None, naming=Naming.NAMED):
    return (voice(text, naming, actor=actor_id),)


def test_two_outlets_corroborate(lexicon):
    found, reason = status(lexicon, taken("a"), taken("b", "Courier"))
    assert found is Status.CORROBORATED
    assert "2 origins" in reason


@pytest.mark.parametrize(
    "other",
    [
        taken("a", at=2, voices=said("Ana Roe", A.id)),
        taken("b", "Courier", voices=said("officials", naming=Naming.GROUP)),
        taken("b", "Courier", voices=said("a militia source", naming=Naming.ANONYMOUS)),
    ],
    ids=["one report", "unnamed", "anonymous"],
)
def test_unnamed_and_party_voices_do_not_corroborate(lexicon, other):
    party = taken("a", voices=said("the militia", MILITIA.id))
    assert status(lexicon, party, other, actors=(actor(A, parent=MILITIA.id), actor(MILITIA)))[0] is Status.CLAIMED


def test_a_leader_is_a_party(lexicon):
    rows = taken("a", voices=said("Ana Roe", A.id)), taken("b", "Courier", voices=said("Ben Coe", "act-ben"))
    actors = (actor(A), actor(person("Ben Coe"), id="act-ben"))
    assert status(lexicon, *rows, actors=actors)[0] is Status.CORROBORATED
    leads = [relation("leads", "c", agents=(who,), patients=(MILITIA,)) for who in (A, replace(A, id="act-ben"))]
    assert status(lexicon, *rows, leads[0], actors=actors)[0] is Status.CORROBORATED
    assert status(lexicon, *rows, *leads, actors=actors)[0] is Status.CLAIMED


def test_a_voice_described_like_a_side_is_a_party(lexicon):
    rows = (
        taken("a", agents=(REBELS,), voices=said("Ana Roe", A.id)),
        taken("b", "Courier", agents=(REBELS,), voices=said("officials", naming=Naming.GROUP)),
    )
    assert status(lexicon, *rows, actors=(actor(A),))[0] is Status.CORROBORATED
    rebel = replace(rows[0], voice=(*rows[0].voice[:1], voice("upland rebel Ana Roe", actor=A.id)))
    assert status(lexicon, rebel, rows[1], actors=(actor(A),))[0] is Status.CLAIMED


def test_an_outlet_of_the_state_that_acts_is_a_party(lexicon):
    cards = (card("a", outlet_kind="state organ", outlet_country="AR"),)
    rows = (
        taken("a", agents=(ARMY,)),
        taken("b", "Courier", agents=(ARMY,), voices=said("officials", naming=Naming.GROUP)),
    )
    assert status(lexicon, *rows, cards=cards, actors=(actor(ARMY, country="AR"),))[0] is Status.CLAIMED
    assert status(lexicon, *rows, actors=(actor(ARMY, country="AR"),))[0] is Status.CORROBORATED


def test_an_organ_is_a_party_to_what_its_owner_does_and_to_anything_where_nobody_tells_whose_it_is(lexicon):
    rows = (
        taken("a", agents=(A,)),
        taken("b", "Courier", agents=(A,), voices=said("officials", naming=Naming.GROUP)),
    )
    organs = [{"outlet_owner": owner} for owner in (A.name, "Somebody Else", None)]
    cards = [(card("a", outlet_kind="party organ", **organ),) for organ in organs]
    found = [status(lexicon, *rows, cards=one, actors=(actor(A),))[0] for one in cards]
    assert found == [Status.CLAIMED, Status.CORROBORATED, Status.CLAIMED]


def test_conceded_by_the_side_it_harms(lexicon):
    rows = taken("a", patients=(ARMY,)), taken("b", "Courier", patients=(ARMY,), voices=said("the army", ARMY.id))
    found, reason = status(lexicon, *rows)
    assert found is Status.CONCEDED
    assert "army" in reason


def test_the_harmed_side_alone_concedes_nothing(lexicon):
    row = taken("b", "Courier", patients=(ARMY,), voices=said("the army", ARMY.id))
    assert status(lexicon, row)[0] is Status.CLAIMED


def test_contested_by_denial_and_by_another_agent(lexicon):
    denial = taken("a", at=1, voices=said("the army", ARMY.id), factuality=Factuality.NOT_CERTAIN)
    assert status(lexicon, taken("a"), denial)[0] is Status.CONTESTED
    figures = (count("districts", 3),)
    other = taken("b", "Courier", agents=(ARMY,), figures=figures)
    assert status(lexicon, taken("a", figures=figures), other)[0] is Status.CONTESTED


def test_denied_when_only_the_denial_is_there(lexicon):
    assert status(lexicon, taken("a", factuality=Factuality.NOT_CERTAIN))[0] is Status.DENIED


def test_unverified_when_the_outlet_says_so(lexicon):
    doubted = taken("a", voices=said("the militia", MILITIA.id), stance=Stance.DOUBTED)
    assert status(lexicon, doubted)[0] is Status.UNVERIFIED
    assert status(lexicon, doubted, taken("b", "Courier"), taken("c", "Herald"))[0] is Status.CORROBORATED


def figures(lexicon, *told):
    rows = [taken(f"d{n}", f"Outlet {n}", figures=(figure,)) for n, figure in enumerate(told)]
    made = resolve(corpus(*rows), lexicon).incidents
    assert len(made) == 1
    return made[0].figures[0]


def test_majority_of_origins_picks_the_number(lexicon):
    found = figures(lexicon, count("killed", 9), count("killed", 12), count("killed", 12))
    assert (found.low, found.best, found.high) == (9, 12, 12)
    assert "2 of 3" in found.rule
    assert len(found.by_voice) == 3


def test_without_majority_the_lowest(lexicon):
    found = figures(lexicon, count("killed", 9), count("killed", 12))
    assert (found.low, found.best, found.high) == (9, 9, 12)
    assert "lowest" in found.rule


def test_open_ends_stay_open(lexicon):
    found = figures(lexicon, count("killed", 12, None, Modifier.VAGUE))
    assert (found.low, found.best, found.high) == (12, 12, None)
    assert figures(lexicon, count("killed", None, 20, Modifier.UP_TO)).best is None


def test_one_voice_in_three_outlets_is_one_vote(lexicon):
    ana = said("Ana Roe", A.id)
    rows = [taken(d, d.upper(), voices=ana, figures=(count("killed", 30),)) for d in "abc"]
    rows += [taken("d", "D", figures=(count("killed", 9),))]
    found = resolve(corpus(*rows, actors=(actor(A), actor(MILITIA))), lexicon).incidents[0].figures[0]
    assert found.best == 9


def test_each_side_has_its_own_losses(lexicon):
    soldiers = replace(MILITIA, id=None, name="soldiers", text="3 soldiers", acled=1, described=True)
    gunmen = replace(MILITIA, id=None, name="gunmen", text="30 gunmen", described=True)
    rows = (
        taken("a", figures=(count("killed", 3, of="soldiers"),), patients=(soldiers,)),
        taken("b", "Courier", figures=(count("killed", 30, of="gunmen"),), patients=(gunmen,)),
    )
    found = resolve(corpus(*rows), lexicon).incidents[0].figures
    assert [(f.label, f.low, f.high) for f in found] == [
        ("killed (armed group)", 30, 30),
        ("killed (state forces)", 3, 3),
    ]


def test_every_rule_has_words():
    names = [name for name, _ in rule_texts()]
    assert len(set(names)) == len(names) == len(Status) + 3 + 2
    assert all(text for _, text in rule_texts())


def test_a_fight_there_does_not_corroborate_that_it_was_taken(lexicon):
    fight = claim("assault", "b", "Courier", agents=(MILITIA,), place=VALE, time=day())
    assert status(lexicon, taken("a"), taken("b", "Courier", at=2))[0] is Status.CORROBORATED
    found = resolve(corpus(taken("a"), fight), lexicon).incidents
    assert [(len(i.claims), i.status) for i in found] == [(2, Status.CLAIMED)]


CHIEF = person("Dara Voss")
STATE = ActorRef("act-state", "Arania", "Arania", kind=ActorKind.STATE, acled=1)


def killed(document="a", outlet="Gazette", **slots):
    return claim("killing", document, outlet, **{"patients": (CHIEF,), "place": VALE, "time": day(), **slots})


def told_by_the_state(lexicon, state, *, title="commander of the uplands", place=VALE, **slots):
    """Give what becomes of a killing that a state tells, beside officials whom nobody names."""
    rows = (
        killed("a", voices=said("Arania", STATE.id), place=place, **slots),
        killed("b", "Courier", voices=said("officials", naming=Naming.GROUP), place=place, **slots),
    )
    actors = (actor(CHIEF, roles=(Role(title),)), actor(STATE, country=state))
    found = [i for i in resolve(corpus(*rows, actors=actors), lexicon).incidents if i.type == "killing"]
    assert len(found) == 1
    return found[0].status, found[0].status_reason


def test_a_state_is_a_party_where_a_commander_is_killed_on_its_ground(lexicon):
    found, reason = told_by_the_state(lexicon, "AR")
    assert found is Status.CLAIMED
    assert "Arania (Gazette) speaks for the state where" in reason


def test_an_officer_of_no_known_army_is_a_party_where_it_fights(lexicon):
    colonel = person("Ada Muir")
    rows = (
        killed("a", voices=said("Ada Muir", colonel.id)),
        killed("b", "Courier", voices=said("officials", naming=Naming.GROUP)),
    )
    for title, expected in (("colonel", Status.CLAIMED), ("surgeon", Status.CORROBORATED)):
        actors = (actor(CHIEF, roles=(Role("commander of the uplands"),)), actor(colonel, roles=(Role(title),)))
        assert [i.status for i in resolve(corpus(*rows, actors=actors), lexicon).incidents] == [expected]


def test_a_state_is_no_party_abroad(lexicon):
    assert told_by_the_state(lexicon, "BX")[0] is Status.CORROBORATED


def test_a_state_is_no_party_where_no_armed_side_takes_part(lexicon):
    assert told_by_the_state(lexicon, "AR", title="singer")[0] is Status.CORROBORATED
