"""Clauses under verbs of saying that carry no voice, and phrases under nouns that are said to lack."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rashomon.extract.factuality import find_told
from rashomon.lexicon import load_lexicon
from tests.conllu import annotated

_LEFT = {
    "certain": (False, ""),
    "probable": (False, "probable"),
    "not probable": (True, "probable"),
    "unknown": (False, "unknown"),
}


def _cases() -> Iterator[tuple[str, str, str]]:
    text = Path(__file__).with_name("hearsay.conllu").read_text(encoding="utf-8")
    for block in text.split("# case = ")[1:]:
        case, _, tree = block.partition("\n")
        name, _, left = case.partition(": ")
        yield name, left, tree


@pytest.mark.parametrize(("name", "left", "tree"), tuple(_cases()))
def test_what_is_left_of_the_attack(name: str, left: str, tree: str) -> None:
    columns = annotated(tree)
    trigger = next(token.index for token in columns.tokens if token.lemma == "attack")
    told = find_told(columns, trigger, load_lexicon())
    assert (told.negated, told.hedged) == _LEFT[left], name
