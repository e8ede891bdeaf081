"""A name that no list knows beside one that is known, and people told as "others" of an attack, which are no other."""

from dataclasses import replace

import pytest

from rashomon.records import PlaceKind, PlaceRef
from rashomon.resolve import resolve
from rashomon.resolve.accounts import make_accounts
from rashomon.resolve.canon import Canon
from rashomon.resolve.context import fill_accounts
from rashomon.resolve.pairs import may_be_hard
from tests.resolve.rows import CIVILIANS, DAY, FORD, MILITIA, NORTH, SOUTH, VALE, claim, corpus, count, day, unresolved

QUARTER = PlaceRef("plc-1", "Mill Quarter", "Mill Quarter")
OTHERS = replace(CIVILIANS, text="others")


def toll(at=1, n=9, **slots):
    plain = {"figures": (count("killed", n),), "patients": (CIVILIANS,), "content": f"{n} villagers died"}
    return claim("killing", at=at, **{**plain, **slots})


def filled(kit, *rows):
    accounts = fill_accounts(make_accounts(rows, Canon([], ()), kit), kit)
    return {account.row.content: account for account in accounts}


@pytest.mark.parametrize(("other", "start"), [(QUARTER, DAY.toordinal()), (SOUTH, None)])
def test_the_day_of_its_sentence_is_a_tolls_unless_it_is_told_elsewhere(kit, other, start):
    blast = claim("shelling", at=1, place=other, time=day(), content="shells fired at the quarter")
    assert filled(kit, blast, toll(place=FORD))["9 villagers died"].start == start


def test_an_unknown_name_in_another_sentence_is_elsewhere(kit):
    blast = claim("shelling", at=0, place=QUARTER, time=day(), content="shells fired at the quarter")
    assert filled(kit, blast, toll(place=FORD))["9 villagers died"].start is None


@pytest.mark.parametrize(
    ("content", "patients", "start"),
    [
        ("12 others were hurt by a bomb", (OTHERS,), DAY.toordinal()),
        ("the others were hurt by a bomb", (OTHERS,), DAY.toordinal()),
        ("12 were hurt by another bomb", (CIVILIANS,), None),
    ],
)
def test_other_people_are_of_the_same_attack(kit, content, patients, start):
    counted = (count("wounded", 12, of="others"),) if content[0] == "1" and "others" in content else ()
    blast = claim("bombing", at=1, place=FORD, time=day(), content=content, patients=patients, figures=counted)
    early = replace(toll(place=FORD), start=90, end=99)
    assert filled(kit, blast, early)["9 villagers died"].start == start


def test_a_part_of_a_known_place_lies_in_it(kit):
    part = PlaceRef("plc-2", "Rural Ford", "Rural Ford", kind=PlaceKind.UNKNOWN)
    strange = PlaceRef("plc-3", "Novi Ford", "Novi Ford", kind=PlaceKind.UNKNOWN)
    rows = [claim("shelling", place=place, content=place.name) for place in (FORD, part, strange)]
    accounts = filled(kit, *rows)
    assert accounts["Rural Ford"].place == FORD
    assert accounts["Novi Ford"].place is not None
    assert accounts["Novi Ford"].place.id == strange.id


def test_an_article_makes_no_sound(kit):
    """ "al-Midan" is not Al Mayadin: three consonants in a word are shared by too many names."""
    known = replace(FORD, name="Al Mayadin", text="Mayadin")
    quarter = PlaceRef("plc-4", "al-Midan", "al-Midan", kind=PlaceKind.UNKNOWN)
    rows = [claim("shelling", place=known, content="a"), claim("shelling", "b", place=quarter, content="b")]
    assert filled(kit, *rows)["b"].place == quarter


def test_a_toll_is_of_the_attack_of_its_own_sentence(lexicon):
    here = claim("shelling", at=1, place=FORD, time=day(), content="shells fell on the town")
    later = claim(
        "security-operation", at=2, place=FORD, patients=(MILITIA,), content="the army searched for the militia"
    )
    lost = toll(place=FORD, patients=(MILITIA,))
    found = resolve(corpus(here, later, lost), lexicon)
    of = {claim_id: incident for incident in found.incidents for claim_id in incident.claims}
    assert of[lost.id].part_of == of[here.id].id


def test_who_opens_with_the_country_takes_the_unknown_village_behind_it(kit):
    """An undated report's weekday is no other time; the country lends its own claims nothing."""
    land = replace(FORD, id="geo-1", name="Arania", text="Arania", kind=PlaceKind.COUNTRY, adm1_id=None, adm2_id=None)
    head = claim("killing", at=0, place=land, figures=(count("killed", 15),), content="15 dead in a strike")
    lead = claim(
        "air-strike", at=0, place=land, time=unresolved("Saturday"), figures=(count("killed", 15),), content="x"
    )
    village = claim("assault", at=1, place=QUARTER, content="the strike on the village")
    found = filled(kit, head, lead, village)
    assert found["x"].place == QUARTER
    assert filled(kit, head, replace(lead, time=unresolved("last spring")), village)["x"].place == land


def test_claims_with_lent_days_are_worth_a_look(kit):
    told = claim("killing", place=NORTH, time=day(), content="villagers died at the mill")
    rows = (claim("bombing", "b", at=1, place=VALE, time=day()), toll(document="b"))
    lent = filled(kit, *rows)["9 villagers died"]
    assert may_be_hard(filled(kit, told)[told.content], lent)


def test_an_unknown_village_lies_in_the_only_province_of_its_report(kit):
    """The province's name is not lent: no line of a briefing may show what its rows do not say."""
    shelled, hit = claim("shelling", place=FORD, content="a"), claim("bombing", place=QUARTER, content="b")
    laid = filled(kit, shelled, hit)["b"].place
    assert (laid.adm1_id, laid.adm1, laid.name) == (FORD.adm1_id, None, QUARTER.name)
    third = claim("shelling", place=SOUTH, content="c")
    assert filled(kit, shelled, hit, third)["b"].place == QUARTER
