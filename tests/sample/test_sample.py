"""The gold of the sample corpus stands on the sample's own words."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rashomon.ingest import find_inputs, read_input, read_sidecar
from rashomon.lexicon import load_lexicon
from rashomon.lexicon.files import resources
from rashomon.records import Document, Outlet

FOLDER = Path(str(resources() / "sample"))
GOLD: dict[str, Any] = json.loads((Path(__file__).parent / "gold.json").read_text(encoding="utf-8"))


def _documents() -> dict[str, tuple[Document, Outlet]]:
    lexicon, sidecar = load_lexicon("en"), read_sidecar(FOLDER)
    found: dict[str, tuple[Document, Outlet]] = {}
    for raw in find_inputs([FOLDER], lexicon):
        [pair], _ = read_input(raw, lexicon, sidecar, "2026-01-01T00:00:00Z")
        found[raw.name[:2]] = pair
    return found


DOCUMENTS = _documents()


def _anchors() -> Iterator[tuple[str, str]]:
    for name, rows in GOLD["attributions"].items():
        yield from ((name, row[key]) for row in rows for key in ("content", "cue"))
    yield from ((row["doc"], row["anchor"]) for row in GOLD["events"])
    yield from ((row["doc"], row["mention"]) for row in GOLD["places"])
    yield from ((name, words) for name, lines in GOLD["boilerplate"].items() for words in lines)
    yield from (tuple(member) for member in GOLD["one_incident"]["members"])
    yield from (tuple(row[side]) for row in GOLD["contradictions"] for side in ("a", "b"))


def test_every_anchor_of_the_gold_is_in_its_report() -> None:
    texts = {name: " ".join(document.text.split()) for name, (document, _) in DOCUMENTS.items()}
    assert [(name, words) for name, words in _anchors() if " ".join(words.split()) not in texts[name]] == []


def test_six_reports_of_four_outlets_two_of_them_undated() -> None:
    days = {name: document.published and str(document.published.start) for name, (document, _) in DOCUMENTS.items()}
    assert days == GOLD["published"]
    assert len({outlet.id for _, outlet in DOCUMENTS.values()}) == 4


def test_page_furniture_is_not_read_and_gold_content_is() -> None:
    for name, (document, _) in DOCUMENTS.items():
        read = " ".join(" ".join(document.text[zone.start : zone.end] for zone in document.zones if zone.read).split())
        assert [words for words in GOLD["boilerplate"][name] if words in read] == []
        contents = [" ".join(row["content"].split()) for row in GOLD["attributions"][name]]
        assert [content for content in contents if content not in read] == []
