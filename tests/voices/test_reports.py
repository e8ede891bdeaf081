"""Invented reports read whole by the English pipeline: for every happening of the gold, who says it and how sure.

Gold stands beside each report, written by hand, one line a claim: words that hold the happening | factuality | voices,
the innermost first, parted by "<", each by words of its source (of its cue where nobody is named); none: the outlet
itself. A line `reason` gives the printed reason for anonymity of a voice. Whatever else is claimed of a happening in
the same words, by whomever, is wrong.
"""

from pathlib import Path

import pytest

from rashomon import ingest, pipeline
from rashomon.records import Claim, Reading

FOLDER = Path(__file__).parent / "reports"
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.txt")))


@pytest.fixture(scope="module")
def kit() -> pipeline.Kit:
    return pipeline.load_kit()


def _read(name: str, kit: pipeline.Kit) -> Reading:
    (raw,) = ingest.find_inputs([FOLDER / f"{name}.txt"], kit.lexicon)
    ((document, outlet),), _ = ingest.read_input(raw, kit.lexicon, ingest.Sidecar(), "1970-01-01T00:00:00")
    return pipeline.read_document(document, outlet, kit)


def _chain(reading: Reading, claim: Claim) -> tuple[str, ...]:
    voices = {voice.id: voice for voice in reading.voices}
    voice, names = voices[claim.voice], []
    while voice.via is not None:
        names.append(voice.text or voice.cue)
        voice = voices[voice.via]
    return tuple(names)


def _is_told(reading: Reading, claim: Claim, factuality: str, wanted: tuple[str, ...]) -> bool:
    chain = _chain(reading, claim)
    named = len(chain) == len(wanted) and all(want in name for want, name in zip(wanted, chain, strict=True))
    return named and claim.factuality.value == factuality


@pytest.mark.parametrize("name", NAMES)
def test_who_says_what_in_a_report(name: str, kit: pipeline.Kit) -> None:
    reading = _read(name, kit)
    triggers = {item.id: item.start for item in (*reading.events, *reading.relations)}
    gold: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for line in (FOLDER / f"{name}.gold").read_text(encoding="utf-8").splitlines():
        words, middle, last = (cell.strip() for cell in line.split("|"))
        if words == "reason":
            assert any(last in voice.text and voice.reason == middle for voice in reading.voices), line
            continue
        gold.setdefault(words, []).append((middle, tuple(part.strip() for part in last.split("<") if part.strip())))
    for words, wanted in gold.items():
        start = reading.document.text.index(words)
        claims = [claim for claim in reading.claims if start <= triggers.get(claim.item, -1) < start + len(words)]
        told = [(claim.factuality.value, _chain(reading, claim)) for claim in claims]
        assert all(any(_is_told(reading, claim, *want) for claim in claims) for want in wanted), (words, told)
        assert all(any(_is_told(reading, claim, *want) for want in wanted) for claim in claims), (words, told)
