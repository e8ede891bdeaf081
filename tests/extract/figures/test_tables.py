"""The tables of sentences: every figure that comes out is wanted, with its measure, value and scope."""

import pytest

from rashomon.extract.figures import find_figures
from rashomon.pipeline import load_kit
from tests.extract.tables import Row, figures_of, open_tables, read_rows

ROWS = open_tables(__file__)


@pytest.fixture(scope="module")
def outcomes() -> dict[Row, list[str]]:
    kit = load_kit()
    readings = zip(ROWS, read_rows(tuple(ROWS), kit), strict=True)
    return {
        row: figures_of(reading, (found.figure for found in find_figures(annotated, kit.lexicon)))
        for row, (reading, annotated) in readings
    }


@pytest.mark.parametrize("row", [row.param() for row in ROWS])
def test_what_a_sentence_counts(row: Row, outcomes: dict[Row, list[str]]) -> None:
    assert sorted(outcomes[row]) == sorted(row.wanted)
