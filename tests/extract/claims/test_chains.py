"""Claims on an attack under chains of voices: who is how sure of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rashomon.extract import extract
from rashomon.lexicon import load_lexicon
from rashomon.records import ClaimKind, Outlet, Voice
from tests.conllu import read


def _cases() -> Iterator[tuple[str, str, str]]:
    text = Path(__file__).with_name("chains.conllu").read_text(encoding="utf-8")
    for block in text.split("# case = ")[1:]:
        name, claim, tree = block.split("\n", 2)
        yield name, claim.removeprefix("# claim = "), tree


def _chain(voice: Voice, voices: dict[str, Voice]) -> str:
    names = []
    while voice.via is not None:
        names.append(voice.text or voice.cue)
        voice = voices[voice.via]
    return " <- ".join(names)


@pytest.mark.parametrize(("name", "wanted", "tree"), tuple(_cases()))
def test_how_sure_a_chain_is_of_an_attack(name: str, wanted: str, tree: str) -> None:
    annotated, document = read(tree)
    extraction, _ = extract(annotated, document, Outlet("out-test", "Test Gazette"), load_lexicon())
    voices = {voice.id: voice for voice in extraction.voices}
    attacks = {event.id for event in extraction.events if event.type == "assault"}
    told = [
        f"{claim.factuality.value} | {_chain(voices[claim.voice], voices)}"
        for claim in extraction.claims
        if claim.kind is ClaimKind.EVENT and claim.item in attacks
    ]
    assert [line.strip() for line in told] == [wanted], name
