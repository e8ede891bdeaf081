"""What the ledger says of the golden documents; `python -m tests.documents.rewrite` takes a change that is meant."""

import json

import pytest

from tests.documents.rewrite import FOLDER, NAMES, find_rows


@pytest.fixture(scope="module")
def rows() -> dict[str, list[str]]:
    return find_rows()


@pytest.mark.parametrize("name", NAMES)
def test_claims_are_those_expected(name: str, rows: dict[str, list[str]]) -> None:
    expected = (FOLDER / name / "expected.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in rows[name]] == [json.loads(line) for line in expected]
