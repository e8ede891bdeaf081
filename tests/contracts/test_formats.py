"""What every export format must do: one body, every format in the folder."""

import csv
import io
import json
from pathlib import Path

import pytest

from rashomon.errors import InputError
from rashomon.export import STREAMS, Export, find_writer, format_names
from rashomon.export.flat import write_csv
from rashomon.export.shapes import Show
from rashomon.records import Query
from rashomon.store import SqliteLedger
from tests.ledgers import make_ledger

_ALL = Query()


@pytest.fixture
def ledger(tmp_path: Path) -> SqliteLedger:
    return make_ledger(tmp_path / "l.db")


def written(ledger: SqliteLedger, form: str, stream: str = "claims", query: Query = _ALL) -> str:
    target = io.StringIO()
    find_writer(form)(Export(ledger, target, STREAMS[stream], query, Show()))
    return target.getvalue()


def test_formats_are_found_in_the_folder() -> None:
    assert format_names() == ("csv", "geojson", "jsonl")
    with pytest.raises(InputError, match="there are: csv, geojson, jsonl"):
        find_writer("parquet")


@pytest.mark.parametrize("form", format_names())
def test_every_row_is_written_and_filters_hold(ledger: SqliteLedger, form: str) -> None:
    for stream in ("claims", "incidents", "places"):
        text = written(ledger, form, stream)
        for shape in STREAMS[stream].make(ledger, Query(), Show()):
            assert shape["id"] in text
    few = written(ledger, form, "claims", Query(outlet="wire"))
    assert "beta.txt" in few
    assert "alpha.txt" not in few


@pytest.mark.parametrize("form", format_names())
def test_an_empty_stream_is_still_a_file_of_its_format(ledger: SqliteLedger, form: str) -> None:
    text = written(ledger, form, "claims", Query(actor="nobody"))
    if form == "geojson":
        assert json.loads(text) == {"type": "FeatureCollection", "features": []}
    else:
        assert text == ""


def test_json_lines_are_the_shapes(ledger: SqliteLedger) -> None:
    lines = [json.loads(line) for line in written(ledger, "jsonl").splitlines()]
    assert lines == list(STREAMS["claims"].make(ledger, Query(), Show()))


@pytest.mark.parametrize("stream", list(STREAMS))
def test_csv_has_one_row_an_object_and_the_same_columns_in_each(ledger: SqliteLedger, stream: str) -> None:
    rows = list(csv.reader(io.StringIO(written(ledger, "csv", stream))))
    shapes = list(STREAMS[stream].make(ledger, Query(), Show()))
    assert len(rows) == len(shapes) + 1
    assert {len(row) for row in rows} == {len(rows[0])}
    assert rows[0][0] == "id"


def test_csv_is_flat(ledger: SqliteLedger) -> None:
    first = next(csv.DictReader(io.StringIO(written(ledger, "csv"))))
    assert first["voice"] == "River Courier <- a military spokesman"
    assert first["place_name"] == "Ansongo"
    assert first["time_start"] == "2026-03-03"
    assert first["figures"] == "captured 20"
    (incident,) = csv.DictReader(io.StringIO(written(ledger, "csv", "incidents")))
    assert incident["figures"] == "captured 20 (best 20)"
    assert incident["actors"] == "River Front"


def test_csv_gives_a_spreadsheet_no_formula() -> None:
    target = io.StringIO()
    write_csv([{"id": "a", "title": '=HYPERLINK("x")', "number": -2.5}], target)
    assert target.getvalue().splitlines()[1] == 'a,"\'=HYPERLINK(""x"")",-2.5'


def test_geojson_has_points_longitude_first_and_null_where_none_is_known(ledger: SqliteLedger) -> None:
    features = json.loads(written(ledger, "geojson", "claims"))["features"]
    assert [feature["geometry"] for feature in features] == [
        {"type": "Point", "coordinates": [0.5022, 15.6597]}, None, None,
        {"type": "Point", "coordinates": [0.5022, 15.6597]}]  # fmt: skip
    with pytest.raises(InputError, match="use --what incidents"):
        written(ledger, "geojson", "actors")
