"""The reader and the token count of event_location, on sentences of our own."""

from pathlib import Path

import pytest

from rashomon.errors import InputError
from rashomon.evaluation.scores import Counts
from rashomon.evaluation.sets.event_location import compare, read_row, read_rows
from rashomon.lexicon import load_lexicon
from tests.conllu import annotated

COLUMNS = """
1 Rebels rebel NOUN NNS 2 nsubj _
2 burned burn VERB VBD 0 root _
3 huts hut NOUN NNS 2 obj _
4 in in ADP IN 5 case _
5 Asmar Asmar PROPN NNP 2 obl Entity=PLACE:1
6 and and CCONJ CC 7 cc _
7 Nari Nari PROPN NNP 5 conj Entity=PLACE:1|SpaceAfter=No
8 . . PUNCT . 2 punct _
"""
TEXT = "Rebels burned huts in Asmar and Nari."


def spans(*words: str, verb: str = "burned") -> dict[str, object]:
    found = [{"label": "VERB", "start": TEXT.index(verb), "end": TEXT.index(verb) + len(verb)}]
    found += [{"label": "LOCATION", "start": TEXT.index(w), "end": TEXT.index(w) + len(w)} for w in words]
    return {"text": TEXT, "spans": found}


@pytest.mark.parametrize(
    ("words", "counts"),
    [
        (("Asmar", "Nari"), Counts(2, 2, 2)),
        (("Asmar",), Counts(1, 2, 1)),
        ((), Counts(0, 2, 0)),
    ],
)
def test_tokens_are_counted_over_the_whole_list(words: tuple[str, ...], counts: Counts) -> None:
    row = read_row("1", spans(*words))
    assert row is not None
    found = compare(row, annotated(COLUMNS), load_lexicon())
    assert found.counts == counts
    assert found.located is bool(words)
    assert (found.miss is None) is (counts.right == counts.found == counts.gold)


def test_shifted_marks_and_several_verbs_are_passed_over() -> None:
    assert read_row("1", spans(verb="urned")) is None
    assert read_row("1", spans("sma")) is None
    both = spans()
    both["spans"] = [*both["spans"], *both["spans"]]  # type: ignore[misc]
    assert read_row("1", both) is None


def test_what_is_wrong_in_the_file_is_named_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"sentences\.jsonl: not there"):
        read_rows(tmp_path)
    (tmp_path / "sentences.jsonl").write_text('{"text": "A.", "spans": []}\n{"text": 1}\n', encoding="utf-8")
    with pytest.raises(InputError, match="line 2"):
        read_rows(tmp_path)
