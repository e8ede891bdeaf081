"""Promises against what is told to have been done since."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rashomon.records import Factuality, Naming, Realis, Slot, Verdict
from rashomon.resolve import resolve
from tests.resolve.rows import ARMY, CIVILIANS, DAY, FORD, MILITIA, SOUTH, VALE, claim, corpus, day, voice

FRONT = replace(voice("the Red Militia", actor=MILITIA.id), cue="promised")
UNITS = replace(MILITIA, id=None, name="", text="one of its units", described=True)
LATER = DAY + timedelta(days=9)


def promise(content="the militia will not attack any town", type_="assault", **slots):
    plain = {"agents": (MILITIA,), "voices": (FRONT,), "realis": Realis.FUTURE, "factuality": Factuality.UNKNOWN}
    return claim(type_, "a", content=content, **{**plain, "published": DAY, **slots})


def deed(type_="shelling", **slots):
    plain = {"agents": (MILITIA,), "place": FORD, "time": day(LATER), "published": LATER + timedelta(days=1)}
    return claim(type_, "b", "Courier", **{**plain, **slots})


def verdicts(lexicon, *rows):
    return [c.verdict for c in resolve(corpus(*rows), lexicon).comparisons if c.slot is Slot.PROMISE]


def test_what_was_promised_not_to_be_done_and_is_done(lexicon):
    assert verdicts(lexicon, promise(), deed()) == [Verdict.CONTRADICTS]
    admitted = deed(agents=(UNITS,), voices=(voice("the Red Militia", actor=MILITIA.id),))
    assert verdicts(lexicon, promise(), admitted) == [Verdict.CONTRADICTS]


@pytest.mark.parametrize(
    "rows",
    [
        (promise(), deed(time=day(DAY - timedelta(days=3)))),
        (promise(), deed(time=day(DAY + timedelta(days=90)))),
        (promise(), deed("talks")),
        (promise(), deed(agents=(ARMY,))),
        (promise(), deed(agents=(UNITS,), voices=(voice("the army", actor=ARMY.id),))),
        (promise(place=SOUTH), deed()),
        (promise(voices=(replace(FRONT, cue="said"),)), deed()),
        (promise(voices=(replace(voice("the army", Naming.NAMED, actor=ARMY.id), cue="promised"),)), deed()),
        (promise(realis=Realis.HYPOTHETICAL), deed()),
        (promise(), deed(factuality=Factuality.NOT_CERTAIN)),
    ],
    ids=["before", "long after", "another sort", "another side", "others' units", "elsewhere", "no promise",
         "promised for others", "only imagined", "not done"],
)  # fmt: skip
def test_what_breaks_no_promise(lexicon, rows):
    assert verdicts(lexicon, *rows) == []


def test_a_promise_kept_and_one_said_not_to_be_kept(lexicon):
    freed = {"patients": (CIVILIANS,), "place": VALE}
    will = promise("the militia will release the villagers", "release", **freed)
    assert verdicts(lexicon, will, deed("release", **freed)) == [Verdict.AGREES]
    assert verdicts(lexicon, will, deed("release", **freed, factuality=Factuality.NOT_CERTAIN)) == [Verdict.CONTRADICTS]
    assert verdicts(lexicon, will, deed("release", **{**freed, "place": SOUTH})) == []
