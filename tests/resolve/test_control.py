"""Control cells: claimed by each voice, assessed beside it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rashomon.records import Control, Factuality, Naming
from rashomon.resolve import control_cells, resolve
from tests.resolve.rows import ARMY, CIVILIANS, DAY, MILITIA, VALE, actor, claim, corpus, day, relation, voice

ACTORS = (actor(MILITIA), actor(ARMY))


def holds(holder, document="a", outlet="Gazette", **slots):
    return relation("controls", document, outlet, **{"agents": (holder,), "place": VALE, "published": DAY, **slots})


def taken(holder, document="a", outlet="Gazette", **slots):
    return claim("territory-taken", document, outlet, **{"agents": (holder,), "place": VALE, "time": day(), **slots})


def assessed(lexicon, *rows):
    made = resolve(corpus(*rows, actors=ACTORS), lexicon)
    cells = control_cells(rows, made.comparisons, lexicon, made.actors, made.merges)
    return {cell.holder.name: cell.assessed for cell in cells if cell.assessed is not None}


@pytest.mark.parametrize(
    ("rows", "value"),
    [
        ((holds(MILITIA),), Control.UNCONFIRMED),
        ((holds(MILITIA), holds(MILITIA, at=3, voices=(voice("officials"),))), Control.UNCONFIRMED),
        ((holds(MILITIA), holds(MILITIA, "b", "Courier")), Control.CONTROLLED),
        ((holds(MILITIA), taken(MILITIA, "b", "Courier")), Control.CONTROLLED),
        ((holds(MILITIA), holds(MILITIA, "b", "Courier", factuality=Factuality.NOT_CERTAIN)), Control.CONTESTED),
    ],
    ids=["one voice", "one report", "two reports", "taken and held", "denied"],
)
def test_assessed(lexicon, rows, value):
    assert assessed(lexicon, *rows) == {"Red Militia": value}


@pytest.mark.parametrize(
    ("ground", "holders"), [("some districts", {}), ("the district", {"Red Militia": Control.UNCONFIRMED})]
)
def test_ground_is_no_holder_and_pieces_are_not_the_place(lexicon, ground, holders):
    row = taken(MILITIA, patients=(replace(CIVILIANS, text=ground),))
    assert assessed(lexicon, row) == holders


def test_two_holders_contest(lexicon):
    found = assessed(lexicon, holds(MILITIA), holds(ARMY, "b", "Courier"))
    assert found == {"Red Militia": Control.CONTESTED, "Aranian Army": Control.CONTESTED}


def test_after_a_change_of_hands_the_old_holder_is_gone(lexicon):
    old = holds(MILITIA, published=DAY - timedelta(days=3))
    assert assessed(lexicon, old, taken(ARMY, "b", "Courier")) == {"Aranian Army": Control.UNCONFIRMED}


def test_claimed_cells_name_voice_and_claim(lexicon):
    row = holds(MILITIA, voices=(voice("Ana Roe"),))
    cells = [cell for cell in control_cells((row,), (), lexicon) if cell.assessed is None]
    assert [(cell.voice, cell.claim, cell.outlet, cell.place.name) for cell in cells] == [
        ("Ana Roe", row.id, "Gazette", "Vale")
    ]
    assert cells[0].time.start == DAY


def test_what_nobody_holds_makes_no_claimed_cell(lexicon):
    assert control_cells((holds(MILITIA, qualifier="not"),), (), lexicon) == ()


@pytest.mark.parametrize(
    "row", [holds(MILITIA, realis="hypothetical"), holds(MILITIA, place=None), taken(MILITIA, realis="future")]
)
def test_what_may_be_holds_nothing(lexicon, row):
    assert control_cells((row,), (), lexicon) == ()


def test_rule_names_what_it_met(lexicon):
    cells = control_cells((holds(MILITIA), holds(MILITIA, "b", "Courier")), (), lexicon, ACTORS)
    rule = next(cell.rule for cell in cells if cell.assessed)
    assert "Gazette: held by Red Militia" in rule
    assert "Courier: held by Red Militia" in rule


@pytest.mark.parametrize(
    ("words", "held"),
    [("it", ["the army"]), ("its forces", ["the army"]), ("they", [])],
)
def test_a_body_that_speaks_of_itself_holds_the_place_and_a_pronoun_of_nobody_known_does_not(lexicon, words, held):
    holder = replace(ARMY, id=None, name=words, text=words, described=True)
    row = holds(holder, voices=(voice("the army", Naming.ROLE, actor=ARMY.id),))
    assert list(assessed(lexicon, row)) == held
