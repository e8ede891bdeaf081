"""Sentences of our own over all forms in which a text carries a voice, and look-alikes that carry none.

Every file <language>/<forms>.conllu holds cases, their trees written by hand (columns as in tests/conllu.py). Comments:

# id = name of the case
# form = what it shows
# voice = source | cue | content // content | speech, naming, stance, commitment | number of the voice it came through
#         (0 the outlet), and behind a further bar what it has of: medium=...; time=...; reason=...
# answer = number of the voice: factuality: words that it denies or confirms
# fails = why the rules do not give this yet (strict: a case that passes must lose the line)

A case with no voice line must give none. What is expected is what is right, not what the rules give.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from rashomon.extract import extract
from rashomon.extract.parts import FoundVoice
from rashomon.extract.times import find_times
from rashomon.extract.voices import find_voices
from rashomon.lexicon import load_lexicon
from rashomon.records import Document, Outlet
from tests.conllu import read

_FOLDER = Path(__file__).parent
_OUTLET = Outlet("out-test", "Test Gazette")
_KEYS = ("form", "voice", "answer", "fails")


@dataclass(frozen=True)
class Case:
    """One case: its language, what is expected, and its trees."""

    id: str
    language: str
    form: str
    voices: tuple[str, ...]
    answers: tuple[str, ...]
    fails: str
    trees: str


def _cases() -> Iterator[Case]:
    for path in sorted(_FOLDER.glob("*/*.conllu")):
        _, *blocks = path.read_text(encoding="utf-8").split("# id = ")
        for block in blocks:
            name, _, rest = block.partition("\n")
            yield _case(name.strip(), path.parent.name, rest)


def _case(name: str, language: str, text: str) -> Case:
    found: dict[str, list[str]] = {key: [] for key in _KEYS}
    trees = []
    for line in text.splitlines():
        key = next((key for key in _KEYS if line.startswith(f"# {key} = ")), None)
        if key is None:
            trees.append(line)
        else:
            found[key].append(line.partition(" = ")[2].strip())
    form, fails = found["form"][0], next(iter(found["fails"]), "")
    return Case(name, language, form, tuple(found["voice"]), tuple(found["answer"]), fails, "\n".join(trees))


def _params() -> Iterator[object]:
    for case in _cases():
        marks = [pytest.mark.xfail(strict=True, reason=case.fails)] if case.fails else []
        yield pytest.param(case, marks=marks, id=f"{case.language}-{case.id}")


def _folded(document: Document, start: int, end: int) -> str:
    return " ".join(document.text[start:end].split())


def _cells(line: str) -> str:
    """Fold white space, so that an empty cell may be written in any way."""
    return " | ".join(" ".join(cell.split()) for cell in line.split("|"))


def _line(found: FoundVoice, document: Document, places: dict[str, int]) -> str:
    voice = found.voice
    words = " // ".join(_folded(document, start, end) for start, end in voice.contents)
    kind = f"{voice.speech.value}, {voice.naming.value}, {voice.stance.value}, {voice.commitment.value}"
    time = "" if voice.time is None else voice.time.text
    further = {"medium": voice.medium, "time": time, "reason": voice.reason}
    shown = "; ".join(f"{key}={value}" for key, value in further.items() if value)
    parts = [voice.text, voice.cue, words, kind, str(places[voice.via or ""]), *([shown] if shown else [])]
    return _cells(" | ".join(parts))


@pytest.mark.parametrize("case", tuple(_params()))
def test_the_voices_of_a_text(case: Case) -> None:
    lexicon = load_lexicon(case.language)
    annotated, document = read(case.trees, language=case.language)
    found = find_voices(annotated, document, _OUTLET, lexicon, find_times(annotated, document, lexicon))
    places = {each.voice.id: position for position, each in enumerate(found)}
    told = sorted(_line(each, document, places) for each in found[1:])
    assert told == sorted(map(_cells, case.voices)), case.form
    answers = [
        f"{places[each.voice.id]}: {answer.commitment.value}: {_folded(document, answer.start, answer.end)}"
        for each in found
        for answer in each.answers
    ]
    if case.answers:
        assert sorted(answers) == sorted(case.answers), case.form


def test_every_case_has_a_name_of_its_own() -> None:
    names = [(case.language, case.id) for case in _cases()]
    assert len(names) == len(set(names))


def test_a_language_without_event_words_claims_nothing() -> None:
    report = next(case for case in _cases() if case.language == "es")
    annotated, document = read(report.trees, language="es")
    extraction, _ = extract(annotated, document, _OUTLET, load_lexicon("es"))
    assert extraction.claims == ()
    assert len(extraction.voices) > 1
