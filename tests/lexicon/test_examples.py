"""ONE test over every row of resources that carries an example: the real annotator reads it, its room judges it."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from rashomon.annotate import Annotator, load_annotator
from rashomon.lexicon import load_lexicon
from tests.examples import make_document

_TESTS = Path(__file__).parent.parent


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
