"""The library face: questions give records, and tables of every kind on request."""

from pathlib import Path

import pytest

import rashomon
from rashomon.asking import OpenLedger
from tests.generated import write_reports


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> OpenLedger:
    folder = tmp_path_factory.mktemp("asking")
    write_reports(folder / "in", 6, 60)
    return rashomon.read(folder / "in", folder / "l.db")


def test_records_and_tables_agree(ledger: OpenLedger) -> None:
    claims = ledger.claims()
    assert len(claims) > 5
    ids = [claim.id for claim in claims]
    assert [row["id"] for row in claims.to_dicts()] == ids
    assert claims.to_pandas()["id"].tolist() == ids
    assert claims.to_polars()["id"].to_list() == ids
    assert claims.to_arrow().column("id").to_pylist() == ids


def test_filters_narrow(ledger: OpenLedger) -> None:
    everywhere = ledger.claims()
    place = next(claim.place.name for claim in everywhere if claim.place is not None)
    there = ledger.claims(place=place)
    assert 0 < len(there) < len(everywhere)
    assert len(ledger.claims(limit=3)) == 3


def test_every_question_answers(ledger: OpenLedger) -> None:
    assert len(ledger.incidents()) > 0
    assert len(ledger.places()) > 0
    assert len(ledger.actors()) > 0
    assert len(ledger.search("fighting")) > 0
    for answer in (ledger.contradictions(), ledger.control(), ledger.prospects(), ledger.issues()):
        assert answer.to_dicts() == answer.to_dicts()


def test_a_briefing_cites_claims_of_the_ledger(ledger: OpenLedger) -> None:
    known = {claim.id for claim in ledger.claims()}
    lines = ledger.briefing().lines
    assert lines
    assert all(line.claims and set(line.claims) <= known for line in lines)


def test_a_ledger_opens_and_closes(ledger: OpenLedger) -> None:
    with rashomon.open(Path(ledger.store.path)) as again:
        assert len(again.claims()) == len(ledger.claims())
    with pytest.raises(AttributeError, match="nothing"):
        rashomon.nothing  # noqa: B018
