"""What tagger and parser read for the names of sides, and that the printed words stay."""

import pytest

from rashomon.annotate import Annotator
from rashomon.records import Annotated
from tests.conllu import make_document


def _read(annotator: Annotator, words: str, *starts: int) -> str:
    found = annotator._reader._veil.cover(words.split(), starts or (0,))  # type: ignore[union-attr]
    return words if found is None else " ".join(part.form for part in found)


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("the Taliban said", "the NATO said"),
        ("the Islamic State of Iraq and Syria said", "the NATO said"),
        ("the Uplands Front said", "the NATO said"),
        ("in the United States and in US bases", "in the China and in China bases"),
        ("three Afghans and an Afghan officer", "three Chinese and an Chinese officer"),
        ("Terrorists and rebels", "Soldiers and soldiers"),
        ("the Afghan Local Police found nobody there", "the NATO found nobody there"),
        ("two were martyred", "two were killed"),
        ("they said : “ The Uplands Front fled", "they said : “ The NATO fled"),
    ],
)
def test_sides_are_read_as_one(annotator: Annotator, printed: str, read: str) -> None:
    assert _read(annotator, printed) == read


@pytest.mark.parametrize(
    "printed",
    [
        "The Front said",
        "near Aleppo and Sake",
        "said Jordan Peters of Bath",
        "nurses in the bus",
        "Army Shells Camp Near Base",
    ],
)
def test_other_words_are_read_as_printed(annotator: Annotator, printed: str) -> None:
    assert _read(annotator, printed) == printed


def test_every_row_of_words_has_one_form(annotator: Annotator) -> None:
    for word, form in annotator._tables.veil.words.items():
        assert _read(annotator, f"some {word.capitalize()}") == f"some {form.capitalize()}"


def _tree(made: Annotated, name: str) -> list[tuple[str, str, str]]:
    """Words, relations and heads, the words of a name taken together."""
    rows = [(t.text, t.deprel, made.tokens[t.head].text) for t in made.tokens]
    inside = set(name.split())
    return [row for row in rows if row[0] not in inside] + [("*", made.tokens[_last(made, name)].deprel, "")]


def _last(made: Annotated, name: str) -> int:
    return next(t.index for t in made.tokens if t.text == name.rsplit(maxsplit=1)[-1])


def test_another_name_gives_the_same_tree_and_keeps_its_own_words(annotator: Annotator) -> None:
    trees = []
    for name in ("Hamas", "Islamic State", "Sarat Movement"):
        text = f"On Friday the {name} shelled a camp near Asmar, killing two women."
        made, _ = annotator.annotate(make_document(text))
        assert [made.text[t.start : t.end] for t in made.tokens] == [t.text for t in made.tokens]
        assert all(word in [t.text for t in made.tokens] for word in name.split())
        trees.append([row[:2] for row in _tree(made, name)])
    assert trees[0] == trees[1] == trees[2]
