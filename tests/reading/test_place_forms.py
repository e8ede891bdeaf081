"""Forms in which reports tell a place, read as a user reads: offsets, roads, borders, parts, governments, lists."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from rashomon import ingest, pipeline
from rashomon.link import Gazetteer
from rashomon.names import fold
from rashomon.records import MentionKind, Place, PlaceKind, Reading

ROWS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "place_forms.yaml").read_text(encoding="utf-8"))
_FETCHED = "2026-01-01T00:00:00"


@pytest.fixture(scope="module")
def kit() -> pipeline.Kit:
    return pipeline.load_kit()


def _case(row: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(strict=True, reason=row["waits"])] if "waits" in row else []
    return pytest.param(row, id=row["text"][:40], marks=marks)


@pytest.mark.parametrize("row", [_case(row) for row in ROWS])
def test_a_sentence_gives_its_places(row: dict[str, Any], kit: pipeline.Kit) -> None:
    raw = ingest.RawInput("report.txt", None, row["text"].encode())
    [(document, outlet)], _ = ingest.read_input(raw, kit.lexicon, ingest.Sidecar(), _FETCHED)
    reading = pipeline.read_document(document, outlet, kit)
    for printed, gold in row.get("places", {}).items():
        found = places_at(reading, printed)
        assert found, printed
        assert differences(found[0], gold, kit.gazetteer) == [], printed
    for printed in row.get("none", ()):
        assert places_at(reading, printed) == [], printed


def places_at(reading: Reading, printed: str) -> list[Place]:
    """Give the places that the mentions over the first occurrence of some words lead to."""
    start = reading.document.text.index(printed)
    places = {place.id: place for place in reading.places}
    targets = {link.mention: link.target for link in reading.links if link.kind is MentionKind.PLACE}
    over = [m for m in reading.mentions if m.id in targets and m.start < start + len(printed) and start < m.end]
    return [places[target] for mention in over if (target := targets[mention.id]) is not None]


def differences(place: Place, gold: list[Any], gazetteer: Gazetteer) -> list[str]:
    """Say in what a place differs from gold; "" in gold is not compared."""
    country, adm1, adm2, precisions = gold
    found = []
    if country and place.country != country:
        found.append(f"country {place.country}")
    if adm1 and not _is_unit(place.adm1, place.adm1_id, adm1, PlaceKind.ADM1, gazetteer):
        found.append(f"province {place.adm1}")
    if adm2 and not _is_unit(place.adm2, place.adm2_id, adm2, PlaceKind.ADM2, gazetteer):
        found.append(f"district {place.adm2}")
    return found if place.precision in precisions else [*found, f"precision {place.precision}"]


def _is_unit(name: str | None, unit: str | None, gold: str, kind: PlaceKind, gazetteer: Gazetteer) -> bool:
    known = {found.entry.key for found in gazetteer.find(gold) if found.entry.kind is kind}
    return unit in known or (name is not None and fold(name) == fold(gold))
