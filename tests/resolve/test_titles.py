"""What stands in an incident's title."""

from dataclasses import replace

import pytest

from rashomon.records import ActorKind
from rashomon.resolve import resolve
from tests.resolve.rows import ARMY, CIVILIANS, FORD, MILITIA, claim, corpus, day

SCHOOL = replace(CIVILIANS, id=None, name="", text="classrooms", kind=ActorKind.UNKNOWN, acled=None, described=True)
DRIVERS = replace(CIVILIANS, id=None, name="", text="Twenty-two drivers", described=True)


def titles(lexicon, *agents) -> list[str]:
    rows = [
        claim("bombing", f"d{at}", agents=found, patients=(CIVILIANS,), place=FORD, time=day())
        for at, found in enumerate(agents)
    ]
    return [incident.title for incident in resolve(corpus(*rows), lexicon).incidents]


def test_an_agent_whom_half_of_the_accounts_tell_stands_in_the_title(lexicon) -> None:
    [title] = titles(lexicon, (MILITIA,), ())
    assert "by Red Militia" in title


def test_a_title_puts_on_nobody_what_one_of_many_tells(lexicon) -> None:
    [title] = titles(lexicon, (MILITIA,), (), ())
    assert " by " not in title


def test_a_single_account_keeps_its_agent(lexicon) -> None:
    assert titles(lexicon, (ARMY,))[0].count("Aranian Army") == 1


@pytest.mark.parametrize(
    ("type_", "agents", "patients", "words"),
    [
        ("killing", (MILITIA,), (DRIVERS,), "Killing of twenty-two drivers by Red Militia"),
        ("air-strike", (ARMY,), (SCHOOL,), "Air strike by Aranian Army on classrooms"),
        ("clash", (ARMY,), (MILITIA,), "Clash between Aranian Army and Red Militia"),
        ("clash", (SCHOOL,), (), "Clash"),
        ("talks", (ARMY,), (), "Talks involving Aranian Army"),
        ("withdrawal", (ARMY,), (), "Withdrawal of Aranian Army"),
        ("withdrawal", (), (), "Withdrawal of forces"),
        ("territory-taken", (MILITIA,), (SCHOOL,), "Territory taken by Red Militia"),
        ("investigation", (ARMY,), (DRIVERS,), "Investigation by Aranian Army (twenty-two drivers)"),
    ],
)
def test_a_title_reads_as_a_sentence(lexicon, type_, agents, patients, words) -> None:
    row = claim(type_, agents=agents, patients=patients, place=FORD)
    [incident] = resolve(corpus(row), lexicon).incidents
    assert incident.title.partition(" in ")[0] == words
