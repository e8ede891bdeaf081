"""Every stream holds what docs/format.md promises: field names, schemas, private persons by role."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from rashomon.export import STREAMS
from rashomon.export.inner import BY_ROLE
from rashomon.export.shapes import Show, shape_claim, shape_control, shape_prospect, shape_sentence
from rashomon.records import (
    ActorKind,
    Control,
    ControlCell,
    DependenceKind,
    Direction,
    Factuality,
    Grain,
    Modifier,
    Naming,
    ProspectCell,
    Query,
    Realis,
    Scope,
    Slot,
    Speech,
    Stance,
    Status,
    TimeBasis,
    Verdict,
    ZoneKind,
    make_actor_ref,
    make_place_ref,
    make_rows,
)
from rashomon.records.privacy import Redactor
from rashomon.store import SqliteLedger
from tests.ledgers import ANSONGO, BAKER, RIVER_FRONT, TUESDAY, first_reading, make_ledger

FORMAT = Path(__file__).resolve().parents[2] / "docs" / "format.md"
SCHEMAS = sorted(entry.name.removesuffix(".json") for entry in (files("rashomon") / "resources/schemas").iterdir())

# The promise, word for word: a field that is added, renamed or taken away fails here first.
FIELDS = {
    "claims": "id document sentence content start end voice kind type plover acled agents patients place time figures "
    "factuality realis incident",
    "incidents": "id type title time place actors figures status status_reason origins outlets documents claims",
    "contradictions": "id slot verdict reason claims sentences documents",
    "dependence": "id kind reason documents claims sentences",
    "actors": "id name names kind private roles documents",
    "places": "id name names adm2 adm1 country lat lon precision documents",
}
INNER = {
    "voice": "name text naming speech cue stance actor",
    "agents": "id name text",
    "patients": "id name text",
    "place": "id name text adm2 adm1 country lat lon precision",
    "time": "start end grain basis text",
    "figures": "measure low high modifier scope text",
}


def schema_of(name: str) -> dict[str, Any]:
    text = (files("rashomon") / "resources" / "schemas" / f"{name}.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[SqliteLedger]:
    made = make_ledger(tmp_path / "l.db")
    yield made
    made.close()


def shapes(ledger: SqliteLedger, stream: str, show: Show = BY_ROLE) -> list[dict[str, Any]]:
    return list(STREAMS[stream].make(ledger, Query(), show))


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_are_schemas(name: str) -> None:
    schema = schema_of(name)
    Draft202012Validator.check_schema(schema)
    assert schema["title"] == name
    assert f"`{name}`" in FORMAT.read_text(encoding="utf-8") or f"## {name}" in FORMAT.read_text(encoding="utf-8")


@pytest.mark.parametrize("stream", list(STREAMS))
def test_every_row_holds_to_its_schema(ledger: SqliteLedger, stream: str) -> None:
    validator = Draft202012Validator(schema_of(stream), format_checker=Draft202012Validator.FORMAT_CHECKER)
    rows = shapes(ledger, stream)
    assert rows
    for row in rows:
        validator.validate(json.loads(json.dumps(row)))


@pytest.mark.parametrize("stream", list(FIELDS))
def test_field_names_are_exactly_those_promised(ledger: SqliteLedger, stream: str) -> None:
    for row in shapes(ledger, stream):
        assert list(row) == FIELDS[stream].split()
    assert list(schema_of(stream)["properties"]) == FIELDS[stream].split()


def test_fields_inside_a_claim_are_exactly_those_promised(ledger: SqliteLedger) -> None:
    for row in shapes(ledger, "claims"):
        for name, fields in INNER.items():
            parts = row[name] if isinstance(row[name], list) else [row[name]]
            assert all(part is None or list(part) == fields.split() for part in parts)


def test_what_is_documented_is_what_is_printed() -> None:
    text = FORMAT.read_text(encoding="utf-8")
    for stream in ("claims", "incidents", "actors", "places"):
        section = re.search(rf"^## {stream}\n(.*?)(?=^## )", text, re.MULTILINE | re.DOTALL)
        assert section is not None
        cells = re.findall(r"^\| (`.*?) \|", section[1], re.MULTILINE)
        assert [name for cell in cells for name in re.findall(r"`(\w+)`", cell)] == FIELDS[stream].split()


@pytest.mark.parametrize(
    ("stream", "path", "members"),
    [
        ("claims", "$defs voice naming", Naming),
        ("claims", "$defs voice speech", Speech),
        ("claims", "$defs voice stance", Stance),
        ("claims", "factuality", Factuality),
        ("claims", "realis", Realis),
        ("claims", "$defs time grain", Grain),
        ("claims", "$defs time basis", [*TimeBasis, None]),
        ("claims", "$defs figure modifier", Modifier),
        ("claims", "$defs figure scope", Scope),
        ("incidents", "status", Status),
        ("comparisons", "slot", Slot),
        ("comparisons", "verdict", Verdict),
        ("dependence", "kind", DependenceKind),
        ("actors", "kind", ActorKind),
        ("search", "zone", ZoneKind),
        ("control", "assessed", [*Control, None]),
        ("prospects", "direction", Direction),
    ],
)
def test_schemas_name_every_member_of_a_closed_set(stream: str, path: str, members: Any) -> None:
    at = schema_of(stream)
    *through, last = path.split()
    for part in through:
        at = at[part]
    assert at["properties"][last]["enum"] == [None if member is None else member.value for member in members]


def test_unknown_is_null_and_time_is_half_open(ledger: SqliteLedger) -> None:
    first, burned, *_ = shapes(ledger, "claims")
    assert first["time"] == {
        "start": "2026-03-03", "end": "2026-03-04", "grain": "day", "basis": "publication", "text": "Tuesday",
    }  # fmt: skip
    assert burned["time"] is None
    assert burned["place"] is None
    assert burned["incident"] is None
    assert first["patients"] == [{"id": None, "name": "soldiers", "text": "soldiers"}]


@pytest.mark.parametrize(("qualifier", "turned"), [("", "CT+"), ("former", "CT+"), ("not", "CT-")])
def test_a_state_that_its_words_deny_is_no_state_that_holds(ledger: SqliteLedger, qualifier: str, turned: str) -> None:
    row = next(row for row in ledger.claims(Query()) if row.factuality is Factuality.CERTAIN)
    assert shape_claim(replace(row, qualifier=qualifier))["factuality"] == turned


def test_offsets_give_the_words(ledger: SqliteLedger) -> None:
    texts = {document.name: document.text for document in ledger.documents()}
    for row in shapes(ledger, "claims"):
        assert texts[row["document"]][row["start"] : row["end"]] == row["content"]


def test_incident_figures_are_an_object_by_measure(ledger: SqliteLedger) -> None:
    (incident,) = shapes(ledger, "incidents")
    assert incident["figures"]["captured"]["best"] == 20.0
    assert [told["voice"] for told in incident["figures"]["captured"]["by_voice"]] == [
        "a military spokesman", "Malian Armed Forces"]  # fmt: skip


def test_a_contradiction_brings_both_sentences_in_the_order_of_its_claims(ledger: SqliteLedger) -> None:
    (row,) = shapes(ledger, "contradictions")
    by_id = {claim["id"]: claim for claim in shapes(ledger, "claims")}
    assert row["sentences"] == [by_id[claim]["sentence"] for claim in row["claims"]]
    assert row["documents"] == [by_id[claim]["document"] for claim in row["claims"]]
    assert row["verdict"] == "contradicts"


def _everything(row: Any) -> str:
    return json.dumps(row, ensure_ascii=False)


@pytest.mark.parametrize("stream", list(STREAMS))
def test_private_persons_stand_by_role_in_every_field(ledger: SqliteLedger, stream: str) -> None:
    for row in shapes(ledger, stream):
        bare = {name: value for name, value in row.items() if name not in ("sentence", "content", "sentences")}
        assert "Demb" not in _everything(bare)


def test_private_persons_stand_by_role_in_sentences_too_where_files_are_passed_on(ledger: SqliteLedger) -> None:
    redact = Redactor([BAKER, RIVER_FRONT])
    rows = shapes(ledger, "claims", Show(line=redact, sentence=redact))
    assert "Demb" not in _everything(rows)
    assert rows[1]["sentence"] == "“They burned the market,” said [a baker, 41], a baker."
    assert "River Front" in _everything(rows)


def test_the_name_of_a_place_is_never_replaced() -> None:
    redact = Redactor([BAKER], places=["Dembélé"])
    assert (
        redact("Shots were heard in Dembélé; Moussa Dembélé hid.") == "Shots were heard in Dembélé; [a baker, 41] hid."
    )


def test_names_are_shown_when_asked_for(ledger: SqliteLedger) -> None:
    names = Show(names=True)
    assert shapes(ledger, "claims", names)[1]["voice"][1]["name"] == "Moussa Dembélé"
    private = next(row for row in shapes(ledger, "actors", names) if row["private"])
    assert private["name"] == "Moussa Dembélé"
    assert private["names"]


def test_cells_of_control_and_prospects_hold_to_their_schemas() -> None:
    row = make_rows(first_reading())[0]
    mention = first_reading().mentions[0]
    holder = make_actor_ref(RIVER_FRONT, mention)
    place = make_place_ref(ANSONGO, "Ansongo")
    claimed = ControlCell(place, TUESDAY, holder, row.id, "the governor", "Sahel Wire", None, (row.id,), "as told")
    assessed = ControlCell(place, None, holder, None, "", "", Control.CONTESTED, (row.id,), "voices differ")
    control = Draft202012Validator(schema_of("control"))
    for cell in (claimed, assessed):
        control.validate(shape_control(cell))
    prospect = ProspectCell("supply", "the governor", "Sahel Wire", None, Direction.HINDERS, Factuality.POSSIBLE,
                            row.id, row.sentence, None)  # fmt: skip
    Draft202012Validator(schema_of("prospects")).validate(shape_prospect(prospect))
    sentence = first_reading().sentences[0]
    Draft202012Validator(schema_of("search")).validate(shape_sentence(sentence, "alpha.txt"))


@pytest.mark.parametrize("spoil", [
    lambda row: row.pop("place"),
    lambda row: row.update(extra=1),
    lambda row: row.update(factuality="certain"),
    lambda row: row["voice"].clear(),
])  # fmt: skip
def test_schemas_refuse_what_is_wrong(ledger: SqliteLedger, spoil: Callable[[dict[str, Any]], Any]) -> None:
    row = shapes(ledger, "claims")[0]
    spoil(row)
    assert not Draft202012Validator(schema_of("claims")).is_valid(row)
