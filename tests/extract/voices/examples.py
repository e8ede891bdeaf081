"""Examples of cues.yaml: the marked source, cue and content are found as one voice; an example against finds none."""

from collections.abc import Iterator
from functools import partial

from rashomon.extract.voices import find_voices
from rashomon.lexicon import Lexicon
from rashomon.lexicon.examples import Example
from rashomon.records import Annotated, Document, Voice
from tests.examples import OUTLET, Case


def cases(lexicon: Lexicon) -> Iterator[Case]:
    for example in lexicon.cues.examples:
        check = _against if example.against else _for
        yield Case(example.row, example.text, partial(check, example, lexicon))


def _voices(annotated: Annotated, document: Document, lexicon: Lexicon) -> list[Voice]:
    return [found.voice for found in find_voices(annotated, document, OUTLET, lexicon)[1:]]


def _for(example: Example, lexicon: Lexicon, annotated: Annotated, document: Document) -> str | None:
    wanted = tuple(" // ".join(_words(document, example.stretches(kind))) for kind in "SCT")
    found = [_told(document, voice) for voice in _voices(annotated, document, lexicon)]
    return None if wanted in found else f"wanted {wanted}, found {found}"


def _against(example: Example, lexicon: Lexicon, annotated: Annotated, document: Document) -> str | None:
    lemma = example.row.split(" ", 2)[2]
    stem = lemma[: max(3, len(lemma) - 2)]
    found = [voice.cue for voice in _voices(annotated, document, lexicon) if stem in voice.cue.lower()]
    return None if not found else f"wanted no voice, found {found}"


def _told(document: Document, voice: Voice) -> tuple[str, str, str]:
    source = () if voice.source_start is None or voice.source_end is None else ((voice.source_start, voice.source_end),)
    cue = () if voice.cue_start is None or voice.cue_end is None else ((voice.cue_start, voice.cue_end),)
    return (
        " // ".join(_words(document, source)),
        " // ".join(_words(document, cue)),
        " // ".join(_words(document, voice.contents)),
    )


def _words(document: Document, stretches: tuple[tuple[int, int], ...]) -> Iterator[str]:
    for start, end in stretches:
        yield document.text[start:end].strip(' ",.')
