"""Sentence ends: what ends one, what does not."""

import pytest

from rashomon.annotate.sentences import find_sentences
from rashomon.lexicon import load_lexicon
from rashomon.lexicon.files import read_yaml, resources

TABLE = load_lexicon("en").annotate.sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in find_sentences(text, 0, len(text), TABLE)]


@pytest.mark.parametrize(
    "text",
    [
        "They left. | He stayed.",
        "Gen. Karim Daud and Lt. Col. A. B. Wali met the U.S. forces.",
        "The army left the U.S. | The war went on.",
        "Prices rose 3.5 percent on Aug. 20 in St. Petersburg.",
        "“The army is gone!” the general wrote. | “We fight.” | He left.",
        "“Where is it?” Karim Daud asked. | Nobody knew.",
        "He asked: “Why?” | The men did not answer.",
        "They went … and came. | Then nothing…",
        "It began at 6 p.m. | They ran.",
        "He lost the town.| Then he fled.",
        "He said: “It is over.” | (They laughed.) | 20 men left.",
        "The Washington Post:",
        "John F. Kennedy spoke. | J. Smith listened.",
        "NO ONE CAME. | THE GEN. KARIM DAUD BRIGADE LEFT.",
        "  They left.   |   He stayed.  ",
        "What?! | No.",
        "“They left.”| Mr. Daud stayed with Sens. Karim and Wali.",
    ],
)
def test_ends(text: str) -> None:
    assert split(text.replace("| ", "").replace("|", "")) == [part.strip() for part in text.split("|")]


def test_blank_lines_end_a_sentence() -> None:
    assert split("Rebels advance\n\nThe town fell") == ["Rebels advance", "The town fell"]
    assert split("The town\nfell") == ["The town\nfell"]


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_nothing(text: str) -> None:
    assert split(text) == []


def test_examples_of_the_table() -> None:
    rows = read_yaml(resources() / "lang" / "en" / "annotate.yaml")["sentences"]
    for row in rows.values():
        for example in (row["example"], row["against"]):
            assert split(example.replace("| ", "")) == [part.strip() for part in example.split("|")], example


def test_a_long_text_is_split_in_linear_time() -> None:
    text = "The men left the town. " * 20_000
    assert len(split(text)) == 20_000
