import pytest

from rashomon.ingest.alone import HeadTables
from rashomon.ingest.headers import is_body_name, is_firm_name, is_outlet_name
from rashomon.lexicon.furniture import read_furniture
from rashomon.lexicon.mastheads import read_mastheads
from rashomon.lexicon.outlets import read_outlets

TABLE = read_mastheads("en")


@pytest.mark.parametrize("name", TABLE.examples.names)
def test_names_of_outlets(name: str) -> None:
    assert is_outlet_name(name, TABLE)


@pytest.mark.parametrize("name", TABLE.examples.weak_names)
def test_names_that_something_beside_them_must_speak_for(name: str) -> None:
    assert is_outlet_name(name, TABLE, weak=True)
    assert is_outlet_name(name, TABLE) == name.startswith("The ")


@pytest.mark.parametrize("name", TABLE.examples.not_names)
def test_no_names_of_outlets(name: str) -> None:
    assert not is_outlet_name(name, TABLE, weak=True)


def test_names_of_bodies() -> None:
    assert [name for name in TABLE.examples.bodies if not is_body_name(name, TABLE)] == []
    assert [name for name in TABLE.examples.not_bodies if is_body_name(name, TABLE)] == []


def test_names_at_the_top_of_a_page_or_beside_its_day() -> None:
    head = HeadTables(read_furniture("en"), TABLE, read_outlets())
    assert [name for name in TABLE.examples.firm_names if not is_firm_name(name, head)] == []
    assert [name for name in TABLE.examples.not_firm_names if is_firm_name(name, head)] == []
