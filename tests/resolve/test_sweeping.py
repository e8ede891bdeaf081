"""Denials of all: "no town has fallen" stands against every town said to have fallen, and against nothing else."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rashomon.records import Factuality, Slot, Status, Verdict
from rashomon.resolve import resolve
from tests.resolve.rows import ARMY, CIVILIANS, DAY, MILITIA, REBELS, VALE, claim, corpus, day, relation, voice

MINISTER = (voice("the minister", actor="act-minister"),)
SPOKESMAN = (voice("a spokesman", actor=MILITIA.id),)
SAID = DAY + timedelta(days=2)


def taken(**slots):
    plain = {"agents": (MILITIA,), "place": VALE, "time": day(), "voices": SPOKESMAN, "published": DAY}
    return claim("territory-taken", "a", **{**plain, **slots})


def denial(content="No town has fallen", type_="territory-taken", document="b", **slots):
    plain = {"voices": MINISTER, "factuality": Factuality.NOT_CERTAIN, "published": SAID, "content": content}
    return claim(type_, document, "Courier", at=3, **{**plain, **slots})


def at_home(document="b"):
    """Give a claim that says which country the denial's report is about."""
    return relation("controls", document, "Courier", agents=(ARMY,), place=VALE, published=SAID)


def quarrels(lexicon, *rows):
    made = resolve(corpus(*rows), lexicon)
    found = {
        frozenset((c.first, c.second))
        for c in made.comparisons
        if c.slot is Slot.OCCURRENCE and c.verdict is Verdict.CONTRADICTS
    }
    return found, made


def test_a_denial_of_all_stands_against_what_another_report_tells(lexicon):
    told, denied = taken(), denial()
    found, made = quarrels(lexicon, told, denied, at_home())
    assert found == {frozenset((told.id, denied.id))}
    assert {i.status for i in made.incidents if told.id in i.claims} == {Status.CONTESTED}


def test_a_voice_stands_against_its_earlier_self_in_another_report(lexicon):
    left = claim("withdrawal", "a", agents=(ARMY,), place=VALE, time=day(), voices=MINISTER, published=SAID)
    denied = denial()
    found, made = quarrels(lexicon, left, denied, at_home())
    assert found == {frozenset((left.id, denied.id))}
    assert any("the same voice against itself" in c.reason for c in made.comparisons)


def test_there_are_no_talks_denies_those_of_whom_it_names(lexicon):
    front = replace(MILITIA, name="Hill Front")
    met = claim("talks", "a", content="envoys of the Hill Front met", place=VALE, time=day(), voices=SPOKESMAN)
    denied = denial("There are no talks", "talks", patients=(front,))
    assert quarrels(lexicon, met, denied)[0] == {frozenset((met.id, denied.id))}
    others = claim("talks", "a", content="envoys of the union met", place=VALE, time=day(), voices=SPOKESMAN)
    assert quarrels(lexicon, others, denied)[0] == set()


def test_within_one_report_it_needs_neither_day_nor_country(lexicon):
    shot = claim("shooting", "a", agents=(ARMY,), time=day(), voices=SPOKESMAN)
    denied = denial("nobody had been shot", "shooting", "a", published=None)
    assert frozenset((shot.id, denied.id)) in quarrels(lexicon, shot, denied)[0]


@pytest.mark.parametrize(
    "denied",
    [
        denial("the town has not fallen"),
        denial("No other town has fallen"),
        denial(published=DAY + timedelta(days=40)),
        denial(published=None),
        denial(published=DAY - timedelta(days=1)),
        denial(voices=SPOKESMAN, document="a"),
        denial("No town has fallen to the army", agents=(ARMY,)),
        denial("No town was handed over", "territory-handed-over"),
    ],
    ids=["one town", "no other", "a month on", "undated", "said before", "own voice", "another actor", "another sort"],
)
def test_other_denials_stand_against_nothing(lexicon, denied):
    told = taken()
    assert frozenset((told.id, denied.id)) not in quarrels(lexicon, told, denied, at_home())[0]


def test_a_denial_without_a_country_stands_against_no_other_report(lexicon):
    assert quarrels(lexicon, taken(), denial())[0] == set()


def test_nobody_was_hurt_is_of_one_happening_only(lexicon):
    hurt = claim("wounding", "b", "Courier", patients=(CIVILIANS,), time=day(), agents=(REBELS,), published=SAID)
    denied = denial("nobody was hurt", "wounding")
    assert frozenset((hurt.id, denied.id)) not in quarrels(lexicon, hurt, denied)[0]
