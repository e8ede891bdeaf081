"""Quotation marks of all kinds."""

import pytest

from rashomon.annotate.quotes import find_quotes
from rashomon.lexicon import load_lexicon
from rashomon.lexicon.files import read_yaml, resources
from tests.conllu import make_document

TABLE = load_lexicon("en").annotate.quotes


def quotes(text: str) -> list[tuple[str, bool, bool]]:
    zones = make_document(text).zones
    return [(text[q.start : q.end], q.closed, q.continues) for q in find_quotes(text, zones, TABLE)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("He said “we fight” twice.", ["“we fight”"]),
        ('He said "we fight" and "we win".', ['"we fight"', '"we win"']),
        ("He said ‘we fight’ twice.", ["‘we fight’"]),
        ("He said 'we fight' twice.", ["'we fight'"]),
        ("Il dit « nous luttons » encore.", ["« nous luttons »"]),
        ("Er sagte „wir kämpfen“ zweimal.", ["„wir kämpfen“"]),
        ("''We hold,'' he said. ''They 'left' at once.''", ["''We hold,''", "''They 'left' at once.''"]),
        ("He said ``we fight'' twice.", ["``we fight''"]),
        ("The soldiers’ food and the men’s guns weren’t there.", []),
        ("The soldiers' food and the men's guns weren't there.", []),
        ("‘The soldiers’ food is gone,’ he said.", ["‘The soldiers’ food is gone,’"]),
        ("“He called it ‘the line’ of defence,” she said.", ["“He called it ‘the line’ of defence,”"]),
        ("“We fight.” “We win.”", ["“We fight.”", "“We win.”"]),
        ("He told ’em in the ’90s to go.", []),
        ("(“We fight”)—“we win”", ["“We fight”", "“we win”"]),
        ("“”", []),
    ],
)
def test_marks(text: str, wanted: list[str]) -> None:
    assert [words for words, _, _ in quotes(text)] == wanted


def test_reopened_over_paragraphs() -> None:
    assert quotes("He said: “We fight.\n\n“We win.\n\n“We stay.” He left.") == [
        ("“We fight.", False, False),
        ("“We win.", False, True),
        ("“We stay.”", True, True),
    ]


def test_continued_without_a_new_mark() -> None:
    assert quotes("He said: “We fight.\n\nWe win,” he said.") == [
        ("“We fight.", False, False),
        ("We win,”", True, True),
    ]


def test_unclosed_does_not_swallow_what_follows() -> None:
    assert quotes("“We fight, he said. “We win.” He left.\n\nNobody came.") == [
        ("“We fight, he said.", False, False),
        ("“We win.”", True, False),
    ]


def test_every_pair_of_the_table_has_an_example_that_holds() -> None:
    for row in read_yaml(resources() / "lang" / "en" / "annotate.yaml")["quotes"]["pairs"]:
        assert len(quotes(row["example"])) == 1, row
