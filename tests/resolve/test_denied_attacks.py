"""Denials of "the strike", somebody against what he denied before, and how many they are, which tells no side."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rashomon.records import Factuality, Slot, Verdict
from rashomon.resolve import resolve
from rashomon.resolve.words import side_words
from tests.resolve.rows import ARMY, DAY, FORD, MILITIA, SOUTH, actor, claim, corpus, count, day, voice

STATE = voice("the air force", actor=ARMY.id)
MINISTER = voice("the minister", actor=ARMY.id)


def strike(**slots):
    return claim(
        "air-strike", content="an air strike killed nine", **{"place": FORD, "time": day(), "published": DAY, **slots}
    )


def denial(word="denied", document="b", type_="assault", **slots):
    said = replace(STATE, cue=word)
    plain = {
        "published": DAY + timedelta(days=1),
        "place": FORD,
        "factuality": Factuality.NOT_CERTAIN,
        "content": "the strike on the town",
        "voices": (said,),
    }
    return claim(type_, document, "Wire", **{**plain, **slots})


def quarrels(lexicon, *rows):
    found = resolve(corpus(*rows, actors=(actor(ARMY), actor(MILITIA))), lexicon).comparisons
    return [c for c in found if c.verdict is Verdict.CONTRADICTS and c.slot is Slot.OCCURRENCE]


@pytest.mark.parametrize(
    ("row", "number"),
    [(denial(), 1), (denial(place=SOUTH), 0), (denial(word="said"), 0), (denial(type_="arrest"), 0)],
    ids=["in so many words", "elsewhere", "no denial", "of another sort"],
)
def test_a_denied_strike_is_any_attack_of_its_place(lexicon, row, number):
    assert len(quarrels(lexicon, strike(), row)) == number


def test_who_tells_later_what_he_denied_is_held_against_himself(lexicon):
    denied = denial(type_="air-strike", voices=(replace(MINISTER, cue="denied"),), time=day())
    told = strike(voices=(MINISTER,), figures=(count("killed", 9),))
    (quarrel,) = quarrels(lexicon, told, denied)
    assert "the same voice against itself" in quarrel.reason


@pytest.mark.parametrize("text", ["six terrorists", "66 terrorists", "dozens of terrorists"])
def test_how_many_they_are_tells_no_side(kit, text):
    assert side_words(text, kit.rules) == {"terrorist"}
