"""A bare denial or confirmation gives the answerer's own claims on what was said before: through the whole room."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rashomon.extract import extract
from rashomon.lexicon import load_lexicon
from rashomon.records import Outlet
from tests.conllu import read

_FILE = Path(__file__).with_name("answers.conllu")
_OUTLET = Outlet("out-test", "Test Gazette")


def _cases() -> Iterator[tuple[str, str]]:
    _, *blocks = _FILE.read_text(encoding="utf-8").split("# case = ")
    for block in blocks:
        name, _, rest = block.partition("\n")
        yield name, rest


@pytest.mark.parametrize(("name", "block"), tuple(_cases()))
def test_the_claims_of_those_who_answer(name: str, block: str) -> None:
    wanted = [line.removeprefix("# claim = ") for line in block.splitlines() if line.startswith("# claim = ")]
    tree = "\n".join(line for line in block.splitlines() if not line.startswith("# claim"))
    annotated, document = read(tree)
    extraction, _ = extract(annotated, document, _OUTLET, load_lexicon())
    voices = {voice.id: voice for voice in extraction.voices}
    told = []
    for claim in extraction.claims:
        voice, words = voices[claim.voice], " ".join(document.text[claim.start : claim.end].split())
        words = words.removeprefix("that ").removeprefix("of ")
        told.append(f"{voice.text} | {voice.cue} | {claim.factuality.value}, {claim.stance.value} | {words}")
    assert sorted(told) == sorted(wanted), name
