from collections.abc import Iterator

import pytest

from rashomon.link.gazetteer import Gazetteer
from tests.link.world import make_gazetteer


@pytest.fixture(scope="session")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    found = make_gazetteer(tmp_path_factory.mktemp("gazetteer") / "small.sqlite")
    yield found
    found.close()
