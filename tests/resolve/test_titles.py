"""What stands in an incident's title."""

from rashomon.resolve import resolve
from tests.resolve.rows import ARMY, CIVILIANS, FORD, MILITIA, claim, corpus, day


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
