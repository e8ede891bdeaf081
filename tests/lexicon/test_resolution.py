"""resources/resolve.yaml: complete, no row double, no value unknown."""

import copy

import pytest

from rashomon.errors import ResourceError
from rashomon.lexicon import load_lexicon
from rashomon.lexicon.files import read_yaml, resources
from rashomon.lexicon.resolution import make_resolution


@pytest.fixture
def tables():
    return copy.deepcopy(read_yaml(resources() / "resolve.yaml"))


def test_types_and_families_exist():
    lexicon = load_lexicon()
    rules, types = lexicon.resolution, lexicon.events.types
    families = {type_.family for type_ in types.values()}
    known = types.keys() | {f"{family}/*" for family in families}
    named = set().union(*rules.kindred, rules.parts, *rules.parts.values(), rules.holdings)
    assert named <= known
    assert rules.close_families | rules.once_families <= families


def test_a_double_row_is_refused(tables):
    tables["weights"].append(dict(tables["weights"][0]))
    with pytest.raises(ResourceError, match=r"type-same.*twice"):
        make_resolution(tables)


def test_an_unknown_slot_is_refused(tables):
    tables["states"][0]["slot"] = "colour"
    with pytest.raises(ResourceError, match="states controls"):
        make_resolution(tables)


def test_a_row_without_its_counter_example_is_refused(tables):
    del tables["kindred"][0]["against"]
    with pytest.raises(ResourceError, match="kindred row 1"):
        make_resolution(tables)


def test_a_missing_table_is_refused(tables):
    del tables["limits"]
    with pytest.raises(ResourceError, match="limits"):
        make_resolution(tables)
