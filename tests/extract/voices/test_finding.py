"""Where and when it was said, why a source has no name, and what is no voice at all: through the whole room."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rashomon.extract import extract
from rashomon.lexicon import load_lexicon
from rashomon.records import Outlet
from tests.conllu import read

_FILE = Path(__file__).with_name("details.conllu")
_OUTLET = Outlet("out-test", "Test Gazette")


def _cases() -> Iterator[tuple[str, str]]:
    _, *blocks = _FILE.read_text(encoding="utf-8").split("# case = ")
    for block in blocks:
        name, _, rest = block.partition("\n")
        yield name, rest


@pytest.mark.parametrize(("name", "block"), tuple(_cases()))
def test_the_circumstances_of_a_voice(name: str, block: str) -> None:
    wanted = [line.removeprefix("# voice = ") for line in block.splitlines() if line.startswith("# voice = ")]
    tree = "\n".join(line for line in block.splitlines() if not line.startswith("# voice"))
    annotated, document = read(tree)
    extraction, _ = extract(annotated, document, _OUTLET, load_lexicon())
    told = []
    for voice in extraction.voices[1:]:
        words = " // ".join(" ".join(document.text[start:end].split()) for start, end in voice.contents)
        time = "" if voice.time is None else voice.time.text
        told.append(" | ".join([voice.text, voice.cue, words, voice.naming.value, voice.medium, time, voice.reason]))
    assert [line.strip() for line in told] == [line.strip() for line in wanted], name
