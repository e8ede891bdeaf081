"""Neutrality on the sample corpus: other names, or loaded words, change no code."""

from pathlib import Path

import pytest

from rashomon import pipeline
from rashomon.ingest import RawInput, Sidecar, read_input
from rashomon.lexicon.files import resources
from tests.extract.events.swapping import Row, codes, exchange, put, read

SIDES = (("Sarat Movement", "Plateau Council"), ("Sarat", "Plateau"))
LOADED = {"Fighters": "Terrorists", "fighters": "terrorists", "mercenaries": "soldiers", "attackers": "rebels"}
FILES = sorted(Path(str(resources() / "sample")).glob("*.txt"))


@pytest.fixture(scope="module")
def kit() -> pipeline.Kit:
    return pipeline.load_kit()


def _codes(name: str, text: str, kit: pipeline.Kit) -> list[Row]:
    [(document, outlet)], _ = read_input(
        RawInput(name, None, text.encode()), kit.lexicon, Sidecar(), "2026-01-01T00:00:00"
    )
    return codes(*read(document, outlet, kit))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_exchanging_the_sides_mirrors_every_code(path: Path, kit: pipeline.Kit) -> None:
    text = path.read_text(encoding="utf-8")
    assert exchange(text, SIDES) != text
    assert _codes(path.name, exchange(text, SIDES), kit) == _codes(path.name, text, kit)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_loaded_words_change_no_type(path: Path, kit: pipeline.Kit) -> None:
    text = path.read_text(encoding="utf-8")
    plain, loaded = (_codes(path.name, words, kit) for words in (text, put(text, LOADED)))
    assert [row[:2] for row in loaded] == [row[:2] for row in plain]
