import re

import pytest

from rashomon.lexicon.furniture import LineRule, read_furniture
from rashomon.lexicon.outlets import fold_outlet, host_of, read_outlets
from rashomon.records import ZoneKind

FURNITURE = read_furniture("en")


@pytest.mark.parametrize("rule", FURNITURE.rules, ids=lambda rule: rule.name)
def test_rule_takes_its_examples_and_no_rule_takes_its_counter_examples(rule: LineRule) -> None:
    assert rule.good
    assert rule.bad
    assert [line for line in rule.good if not rule.takes(line, len(line.split()))] == []
    taken = [
        (line, other.name) for line in rule.bad for other in FURNITURE.rules if other.takes(line, len(line.split()))
    ]
    assert taken == []


def test_a_long_line_is_never_taken() -> None:
    rule = LineRule("x", ZoneKind.FURNITURE, "anywhere", re.compile("log in"), None, 5, False, (), ())
    assert rule.takes("log in to read", 4)
    assert not rule.takes("log in to read the whole of it", 8)


@pytest.mark.parametrize(
    ("name", "url", "found"),
    [
        ("the independent", None, "The Independent"),
        ("RFE/RL", None, "Radio Free Europe/Radio Liberty"),
        (None, "https://www.aljazeera.com/news/1", "Al Jazeera"),
        (None, "https://edition.news.sky.com/x", "Sky News"),
        ("Nobody's Herald", None, None),
    ],
)
def test_register_is_found_by_folded_name_and_domain(name: str | None, url: str | None, found: str | None) -> None:
    row = read_outlets().find(name, url)
    assert (row.name if row else None) == found


def test_register_holds_no_leaning_and_folds_safely() -> None:
    assert len(read_outlets().rows) >= 80
    assert fold_outlet("El País") == fold_outlet("el pais")
    assert host_of("not a url at all [") == ""
