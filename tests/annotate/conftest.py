"""The real annotator, loaded once: for what only a parser can show."""

import pytest

from rashomon.annotate import Annotator, load_annotator
from rashomon.lexicon import load_lexicon

_PLACES = frozenset({"Argelia", "Asmar", "Dangam", "Florencia", "Herat", "Kunar", "Mazar-i-Sharif"})


@pytest.fixture(scope="session")
def annotator() -> Annotator:
    return load_annotator(load_lexicon("en"), known_place=_PLACES.__contains__)
