"""ONE test over every row of resources that carries an example: the real annotator reads it, its room judges it.

A language that has no parser brings its examples as trees, written by hand: tests/lexicon/trees/<code>.conllu.
"""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from rashomon.annotate import Annotator, load_annotator
from rashomon.lexicon import load_lexicon
from rashomon.lexicon.files import COMPLETE, languages, resources
from rashomon.records import Annotated, Document
from tests.conllu import blocks, read
from tests.examples import Case, make_document

_TESTS = Path(__file__).parent.parent
_OTHERS = tuple(language for language in languages() if language != COMPLETE)


def _rooms() -> Iterator[str]:
    for path in sorted(_TESTS.rglob("examples.py")):
        if path.parent != _TESTS:
            yield ".".join(path.relative_to(_TESTS.parent).with_suffix("").parts)


@pytest.fixture(scope="session")
def annotator() -> Annotator:
    return load_annotator(load_lexicon())


@pytest.mark.parametrize("room", tuple(_rooms()))
def test_every_row_gives_what_its_example_says(room: str, annotator: Annotator) -> None:
    cases = tuple(import_module(room).cases(load_lexicon()))
    assert cases
    documents = [make_document(case.text) for case in cases]
    troubles = []
    for case, document, (annotated, _) in zip(cases, documents, annotator.annotate_all(documents), strict=True):
        trouble = case.check(annotated, document)
        if trouble is not None:
            troubles.append(f"{case.row}: {case.text!r}: {trouble}")
    assert not troubles, "\n" + "\n".join(troubles)


def _trees(language: str) -> dict[str, tuple[Annotated, Document]]:
    path = Path(__file__).with_name("trees") / f"{language}.conllu"
    found = (read("\n".join(block), language=language) for block in blocks(path.read_text(encoding="utf-8")))
    return {document.text: (annotated, document) for annotated, document in found}


def _cases(language: str) -> Iterator[Case]:
    """Give the examples of the tables in a language's folder; those of shared tables are English sentences."""
    own = {entry.name for entry in (resources() / "lang" / language).iterdir()}
    for room in _rooms():
        cases = import_module(room).cases(load_lexicon(language))
        yield from (case for case in cases if case.row.split()[0] in own)


@pytest.mark.parametrize("language", _OTHERS)
def test_every_row_of_a_language_without_a_parser_gives_what_its_example_says(language: str) -> None:
    trees = _trees(language)
    cases = tuple(_cases(language))
    assert cases
    missing = [f"{case.row}: {case.text!r}: no tree" for case in cases if case.text not in trees]
    told = ((case, case.check(*trees[case.text])) for case in cases if case.text in trees)
    troubles = [f"{case.row}: {case.text!r}: {trouble}" for case, trouble in told if trouble is not None]
    assert not missing + troubles, "\n" + "\n".join(missing + troubles)
    unused = sorted(trees.keys() - {case.text for case in cases})
    assert not unused, "\n".join(unused)
