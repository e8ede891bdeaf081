"""The kit that every test of the room is given."""

import pytest

from rashomon.lexicon import Lexicon, load_lexicon
from rashomon.resolve.kit import Kit, make_kit


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.fixture(scope="session")
def kit(lexicon: Lexicon) -> Kit:
    return make_kit(lexicon)
