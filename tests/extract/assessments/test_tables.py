"""The tables of sentences: every assessment that comes out is wanted, and every one wanted comes out."""

import pytest

from rashomon.pipeline import load_kit
from tests.extract.tables import Row, assessments_of, open_tables, read_rows, wrong

ROWS = open_tables(__file__)


@pytest.fixture(scope="module")
def outcomes() -> dict[Row, str | None]:
    readings = read_rows(tuple(ROWS), load_kit())
    return {row: wrong(row, assessments_of(reading)) for row, (reading, _) in zip(ROWS, readings, strict=True)}


@pytest.mark.parametrize("row", [row.param() for row in ROWS])
def test_what_a_sentence_judges(row: Row, outcomes: dict[Row, str | None]) -> None:
    assert outcomes[row] is None, outcomes[row]
