"""Every sentence of the two files gives its voices, whole: sources, cues, words, form, naming, force and chain."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rashomon.extract.voices import find_voices
from rashomon.lexicon import load_lexicon
from rashomon.records import Outlet
from tests.conllu import read

_FILES = ("sentences.conllu", "utterances.conllu")
_OUTLET = Outlet("out-test", "Test Gazette")


def _cases() -> Iterator[tuple[str, str]]:
    texts = (Path(__file__).with_name(name).read_text(encoding="utf-8") for name in _FILES)
    for block in (block for text in texts for block in text.split("# case = ")[1:]):
        name, _, rest = block.partition("\n")
        yield name, rest


@pytest.mark.parametrize(("name", "block"), tuple(_cases()))
def test_the_voices_of_a_sentence(name: str, block: str) -> None:
    wanted = [line.removeprefix("# voice = ") for line in block.splitlines() if line.startswith("# voice = ")]
    tree = "\n".join(line for line in block.splitlines() if not line.startswith("# voice"))
    annotated, document = read(tree)
    found = find_voices(annotated, document, _OUTLET, load_lexicon())
    places = {each.voice.id: position for position, each in enumerate(found)}
    told = []
    for voice in (each.voice for each in found[1:]):
        words = " // ".join(" ".join(document.text[start:end].split()) for start, end in voice.contents)
        kind = f"{voice.speech.value}, {voice.naming.value}, {voice.stance.value}, {voice.commitment.value}"
        told.append(" | ".join([voice.text, voice.cue, words, kind, str(places[voice.via or ""])]))
    assert told == wanted, name
