"""Slot by slot: what agrees, refines, contradicts; and what is no contradiction though it looks like one."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rashomon.records import Factuality, Modifier, Slot, Verdict
from rashomon.resolve import resolve
from rashomon.resolve.accounts import make_accounts
from rashomon.resolve.canon import Canon
from rashomon.resolve.compare import compare_accounts
from rashomon.resolve.compare.figures import compare_figures
from rashomon.resolve.compare.victims import drop_two_sided
from tests.resolve.rows import (
    ARMY,
    CIVILIANS,
    COUNTRY,
    DAY,
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
    person,
    relation,
    voice,
)  # fmt: skip

A, B = person("Ana Roe"), person("Ben Coe")
AGREES, REFINES, CONTRADICTS, INCOMPARABLE = Verdict.AGREES, Verdict.REFINES, Verdict.CONTRADICTS, Verdict.INCOMPARABLE


def verdicts(kit, left, right) -> dict[Slot, Verdict]:
    refs = [ref for row in (left, right) for ref in (*row.agents, *row.patients) if ref.id]
    one, other = make_accounts((left, right), Canon([actor(ref) for ref in refs], ()), kit)
    return {c.slot: c.verdict for c in compare_accounts(one, other, kit)}


def states(lexicon, *rows) -> list[tuple[Slot, Verdict]]:
    return [(c.slot, c.verdict) for c in resolve(corpus(*rows), lexicon).comparisons]


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (count("killed", 30), count("killed", 30), AGREES),
        (count("killed", 30), count("killed", 12, None, Modifier.VAGUE), REFINES),
        (count("killed", 30), count("killed", 20, None, Modifier.AT_LEAST), REFINES),
        (count("killed", 30), count("killed", 20, 25, Modifier.RANGE), CONTRADICTS),
        (count("killed", 30), count("killed", None, 25, Modifier.UP_TO), CONTRADICTS),
        (count("killed", 320), count("killed", 300, modifier=Modifier.ABOUT), REFINES),
        (count("killed", 400), count("killed", 300, modifier=Modifier.ABOUT), CONTRADICTS),
        (count("killed", 30), count("killed", 31), CONTRADICTS),
        (count("killed", 3, of="children"), count("killed", 9, of="policemen"), INCOMPARABLE),
    ],
)
def test_counts(kit, one, other, verdict):
    assert compare_figures(one, other, kit)[0] is verdict
    assert compare_figures(other, one, kit)[0] is verdict


FORCES = replace(ARMY, id=None, name="soldiers", text="Three soldiers", described=True)
GROUP = replace(MILITIA, id=None, name="gunmen", text="30 gunmen", described=True)
THEM = replace(MILITIA, id=None, name="them", text="them", acled=None, described=True)


@pytest.mark.parametrize(
    ("low", "of", "patients", "agents", "verdict"),
    [
        (30, "gunmen", (GROUP,), (), INCOMPARABLE),
        (30, "", (THEM,), (ARMY,), INCOMPARABLE),
        (30, "people", (), (), INCOMPARABLE),
        (2, "people", (), (), CONTRADICTS),
        (30, "", (THEM,), (MILITIA,), CONTRADICTS),
        (30, "", (), (), CONTRADICTS),
    ],
    ids=[
        "the other side",
        "of whom the army kills",
        "all people",
        "fewer people",
        "of whom they kill",
        "of nobody told",
    ],
)
def test_the_losses_of_two_sides_are_counted_apart(kit, low, of, patients, agents, verdict):
    ours = claim("clash", figures=(count("killed", 3, of="soldiers"),), patients=(FORCES,))
    other = claim("clash", "b", figures=(count("killed", low, of=of),), patients=patients, agents=agents)
    assert verdicts(kit, ours, other).get(Slot.COUNT, INCOMPARABLE) is verdict


def test_a_month_of_dead_is_no_toll_of_a_day(kit):
    month = claim("casualty", figures=(count("killed", 41, of="villagers"),), patients=(CIVILIANS,), time=day(DAY, 14))
    since = claim("casualty", figures=(count("killed", 41),), time=replace(day(DAY), end=None))
    for wide in (month, since):
        on_a_day = claim("shelling", "b", figures=(count("killed", 9),), time=day(DAY + timedelta(days=2)))
        assert verdicts(kit, wide, on_a_day).get(Slot.COUNT) is not CONTRADICTS
        two_days = claim("shelling", "b", figures=(count("killed", 9),), time=day(DAY - timedelta(days=3)))
        assert verdicts(kit, wide, two_days)[Slot.COUNT] is CONTRADICTS


def test_who_tells_both_sides_dead_has_no_quarrel_over_either(kit):
    made = [
        claim("casualty", figures=(count("killed", 5),), patients=(CIVILIANS,)),
        claim("casualty", figures=(count("killed", 8),), patients=(GROUP,), at=1),
        claim("casualty", "b", figures=(count("killed", 9),), patients=(CIVILIANS,)),
    ]
    ours, gunmen, other = make_accounts(made, Canon((), ()), kit)
    by_row = {account.row.id: account for account in (ours, gunmen, other)}
    gunmen, other = by_row[made[1].id], by_row[made[2].id]
    quarrels = compare_accounts(gunmen, other, kit)
    assert (Slot.VICTIM, CONTRADICTS) in {(c.slot, c.verdict) for c in quarrels}
    left = drop_two_sided(quarrels, by_row.values())
    assert Slot.VICTIM not in {c.slot for c in left}
    assert drop_two_sided(quarrels, (gunmen, other)) == quarrels


@pytest.mark.parametrize(("told", "found"), [("territory-taken", [CONTRADICTS]), ("assault", [])])
def test_who_denies_that_a_place_fell_denies_no_fight_for_it(kit, told, found):
    denied = claim("territory-taken", place=VALE, time=day(), factuality=Factuality.NOT_CERTAIN)
    other = claim(told, "b", place=VALE, time=day())
    assert list(verdicts(kit, denied, other).values()) == found


def test_reason_holds_both_values_and_voices(kit):
    left = claim("killing", "a", figures=(count("killed", 30),))
    right = claim("killing", "b", "Courier", voices=(voice("Ana Roe"),), figures=(count("killed", 12),))
    accounts = make_accounts((left, right), Canon((), ()), kit)
    reason = compare_accounts(*accounts, kit)[0].reason
    assert all(words in reason for words in ("30 killed", "12 killed", "Gazette", "Ana Roe (Courier)"))


@pytest.mark.parametrize(
    ("left", "right", "slot", "verdict"),
    [
        ({"time": day()}, {"time": day()}, Slot.TIME, AGREES),
        ({"time": day()}, {"time": day(date(2020, 5, 1), 31)}, Slot.TIME, REFINES),
        ({"time": day()}, {"time": day(DAY + timedelta(days=9))}, Slot.TIME, CONTRADICTS),
        ({"place": VALE}, {"place": VALE}, Slot.PLACE, AGREES),
        ({"place": VALE}, {"place": NORTH}, Slot.PLACE, REFINES),
        ({"place": VALE}, {"place": COUNTRY}, Slot.PLACE, REFINES),
        ({"place": VALE}, {"place": SOUTH}, Slot.PLACE, CONTRADICTS),
        ({"agents": (MILITIA,)}, {"agents": (MILITIA,)}, Slot.AGENT, AGREES),
        ({"agents": (MILITIA,)}, {"agents": (ARMY,)}, Slot.AGENT, CONTRADICTS),
        ({"patients": (CIVILIANS,)}, {"patients": (replace(ARMY),)}, Slot.VICTIM, CONTRADICTS),
        ({}, {}, Slot.OCCURRENCE, AGREES),
        ({}, {"factuality": Factuality.NOT_CERTAIN}, Slot.OCCURRENCE, CONTRADICTS),
        ({"factuality": Factuality.POSSIBLE}, {}, Slot.OCCURRENCE, AGREES),
    ],
)
def test_slots_of_a_happening(kit, left, right, slot, verdict):
    one, other = claim("killing", "a", **left), claim("killing", "b", "Courier", **right)
    assert verdicts(kit, one, other)[slot] is verdict
    assert verdicts(kit, other, one)[slot] is verdict


@pytest.mark.parametrize(
    ("left", "right", "slot"),
    [
        ({"agents": (MILITIA,)}, {"agents": (REBELS,)}, Slot.AGENT),
        ({"agents": (MILITIA,), "patients": (ARMY,)}, {"agents": (ARMY,), "patients": (MILITIA,)}, Slot.AGENT),
        ({"patients": (MILITIA,)}, {"patients": (ARMY,)}, Slot.VICTIM),
        ({"time": day()}, {}, Slot.TIME),
    ],
    ids=["a name and a description", "sides told from both ends", "two armed bodies", "no time"],
)
def test_no_contradiction(kit, left, right, slot):
    one, other = claim("killing", "a", **left), claim("killing", "b", "Courier", **right)
    assert verdicts(kit, one, other).get(slot) is not CONTRADICTS


def holds(holder, document="a", outlet="Gazette", place=VALE, **slots):
    return relation("controls", document, outlet, **{"agents": (holder,), "place": place, **slots})


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (holds(MILITIA), holds(ARMY, "b", "Courier"), CONTRADICTS),
        (holds(MILITIA), holds(MILITIA, "b", "Courier"), AGREES),
        (holds(MILITIA), holds(MILITIA, "b", "Courier", qualifier="not"), CONTRADICTS),
        (holds(MILITIA), holds(MILITIA, at=4, factuality=Factuality.NOT_CERTAIN), CONTRADICTS),
        (holds(MILITIA), holds(ARMY, "b", "Courier", qualifier="not"), REFINES),
        (
            holds(MILITIA),
            claim("surrender", at=7, place=VALE, patients=(MILITIA,), factuality=Factuality.NOT_CERTAIN),
            CONTRADICTS,
        ),
    ],
    ids=["two holders", "one holder", "not held", "inside one report", "who does not", "has not surrendered"],
)  # fmt: skip
def test_control(lexicon, left, right, verdict):
    assert (Slot.CONTROL, verdict) in states(lexicon, left, right)


@pytest.mark.parametrize(
    "other",
    [
        holds(ARMY, "b", "Courier", place=SOUTH),
        holds(ARMY, "b", "Courier", qualifier="former"),
        holds(ARMY, "b", "Courier", time=day(DAY + timedelta(days=60))),
        claim("territory-taken", "b", "Courier", agents=(ARMY,), place=VALE, time=day(DAY + timedelta(days=2))),
        holds(ARMY, "b", "Courier", realis="hypothetical"),
    ],
    ids=["another place", "formerly", "months later", "taken since", "if"],
)
def test_control_of_another_place_or_time(lexicon, other):
    assert states(lexicon, holds(MILITIA, time=day()), other) == []


def test_units_of_a_state_may_be_of_its_army(lexicon):
    units = replace(ARMY, id="act-~units", name="units of a brigade", text="units of a brigade", described=True)
    brigade = replace(ARMY, id="act-brigade", name="Hill Brigade", text="Hill Brigade")
    actors = (actor(units, parent=brigade.id), actor(brigade), actor(ARMY))
    one, other = (claim("assault", d, d, agents=(a,), place=VALE, time=day(), patients=(MILITIA,)) for d, a in
                  (("a", units), ("b", ARMY)))  # fmt: skip
    named = replace(one, agents=(brigade,))

    def quarrels(left):
        found = resolve(corpus(left, other, actors=(*actors, actor(MILITIA))), lexicon).comparisons
        return [c for c in found if c.slot is Slot.AGENT and c.verdict is CONTRADICTS]

    assert quarrels(one) == []
    assert len(quarrels(named)) == 1


def leads(leader, document="a", outlet="Gazette", body=MILITIA, **slots):
    return relation("leads", document, outlet, **{"agents": (leader,), "patients": (body,), **slots})


def test_two_leaders_of_one_body(lexicon):
    assert states(lexicon, leads(A), leads(B, "b", "Courier")) == [(Slot.LEADERSHIP, CONTRADICTS)]


def test_leader_of_a_described_body_and_of_its_name(lexicon):
    body = replace(MILITIA, id=None, name="", text="the red stronghold", described=True)
    assert states(lexicon, leads(A), leads(B, "b", "Courier", body)) == [(Slot.LEADERSHIP, CONTRADICTS)]


@pytest.mark.parametrize(
    "other",
    [
        leads(B, at=0, content="alongside"),
        leads(B, "b", qualifier="former"),
        leads(B, "b", body=ARMY),
        leads(B, "b", content="the militia's commander for the lower Vale valley"),
        leads(B, "b", content="commands its men in the west"),
        leads(B, "b", content="the militia's commander in Ansongo, Ben Coe"),
        leads(B, "b", content="Ben Coe, commander of the Red Militia in Ansongo"),
        leads(B, "b", content="Ben Coe, a senior field commander of the militia"),
    ],
    ids=[
        "alongside",
        "former",
        "another body",
        "of a valley",
        "in the west",
        "in a town",
        "of a body in a town",
        "one of several",
    ],
)
def test_leaders_that_do_not_contradict(lexicon, other):
    assert (Slot.LEADERSHIP, CONTRADICTS) not in states(lexicon, leads(A), other)


def office(document="a", value="trade minister", **slots):
    return relation("holds-office", document, **{"agents": (A,), "value": value, **slots})


@pytest.mark.parametrize(
    ("other", "verdict"),
    [
        (office("b", qualifier="former"), CONTRADICTS),
        (office("a", at=5, qualifier="former"), CONTRADICTS),
        (office("b", "minister of trade"), AGREES),
        (office("b", "trade minister", qualifier="acting"), REFINES),
    ],
)
def test_offices(lexicon, other, verdict):
    assert states(lexicon, office(), other) == [(Slot.OFFICE, verdict)]


@pytest.mark.parametrize("other", [office("b", "deputy trade minister"), office("b", "governor", qualifier="former")])
def test_other_offices(lexicon, other):
    assert states(lexicon, office(), other) == []


def test_two_schools_contradict_only_if_one_is_meant(lexicon):
    made = resolve(
        corpus(
            relation("studied-at", "a", agents=(A,), value="Leeds"),
            relation("studied-at", "b", agents=(A,), value="Bologna"),
        ),
        lexicon,
    ).comparisons
    assert [(c.slot, c.verdict) for c in made] == [(Slot.BIOGRAPHY, CONTRADICTS)]
    assert "both can be true" in made[0].reason


def test_schools_of_two_people(lexicon):
    rows = (
        relation("studied-at", "a", agents=(A,), value="Leeds"),
        relation("studied-at", "b", agents=(B,), value="Bologna"),
    )
    assert states(lexicon, *rows) == []


@pytest.mark.parametrize(("born", "verdict"), [(1988, AGREES), (1980, CONTRADICTS)])
def test_age_and_year_of_birth(lexicon, born, verdict):
    aged = relation("age", "a", agents=(A,), figures=(count("age", 32),), published=DAY)
    birth = relation("born", "b", agents=(A,), time=day(date(born, 1, 1), 366))
    assert states(lexicon, aged, birth) == [(Slot.BIOGRAPHY, verdict)]


def test_strengths_of_one_body(lexicon):
    rows = [
        relation("strength", d, agents=(MILITIA,), figures=(count("fighters", n),))
        for d, n in (("a", 900), ("b", 9000))
    ]
    assert states(lexicon, *rows) == [(Slot.COUNT, CONTRADICTS)]


def test_a_state_and_its_denial(lexicon):
    one = relation("recognises", "a", agents=(A,), patients=(MILITIA,))
    other = relation("recognises", "b", agents=(A,), patients=(MILITIA,), qualifier="not")
    assert states(lexicon, one, other) == [(Slot.STATE, CONTRADICTS)]


def test_a_voice_against_itself_is_said_so(lexicon):
    ana = (voice("Ana Roe", actor=A.id),)
    rows = holds(MILITIA, voices=ana), holds(ARMY, "b", "Courier", voices=ana, agents=(ARMY,))
    made = resolve(corpus(*rows, actors=(actor(A),)), lexicon).comparisons
    assert "the same voice against itself" in made[0].reason


def on(days, **slots):
    return {"published": DAY + timedelta(days=days), **slots}


def taking(holder, days, document="c", outlet="Herald", **slots):
    when = {"time": day(DAY + timedelta(days=days)), "published": DAY + timedelta(days=days)}
    return claim("territory-taken", document, outlet, **{"agents": (holder,), "place": VALE, **when, **slots})


@pytest.mark.parametrize(
    ("rows", "contradict"),
    [
        ((), True),
        ((taking(ARMY, 2),), False),
        ((taking(ARMY, -2),), True),
        ((taking(ARMY, 9),), True),
        ((taking(ARMY, 2, realis="future"),), True),
        ((taking(MILITIA, 2),), True),
    ],
    ids=["none", "between", "before both", "after both", "only planned", "the earlier holder again"],
)
def test_a_change_of_hands_parts_two_states(lexicon, rows, contradict):
    two = holds(MILITIA, "a", **on(0)), holds(ARMY, "b", "Courier", **on(4))
    found = resolve(corpus(*two, *rows, actors=(actor(MILITIA), actor(ARMY))), lexicon).comparisons
    pairs = {frozenset((c.first, c.second)) for c in found if c.slot is Slot.CONTROL and c.verdict is CONTRADICTS}
    assert (frozenset(row.id for row in two) in pairs) is contradict


def test_soldiers_of_no_known_body_may_be_of_any_holder(lexicon):
    soldiers = replace(ARMY, id="act-soldiers", name="soldiers", text="soldiers", described=True)
    rows = holds(MILITIA), holds(soldiers, "b", "Courier")

    def contradicts(**slots):
        actors = (actor(MILITIA), actor(ARMY), actor(soldiers, **slots))
        found = resolve(corpus(*rows, actors=actors), lexicon).comparisons
        return (Slot.CONTROL, CONTRADICTS) in [(c.slot, c.verdict) for c in found]

    assert not contradicts()
    assert contradicts(parent=ARMY.id)
