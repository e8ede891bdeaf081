from pathlib import Path

import pytest

from rashomon import pipeline
from rashomon.errors import InputError
from rashomon.evaluation.case2021_coding import AT_PROTEST, BY_TYPE, HARM, ORDER, class_of, code_snippet
from rashomon.evaluation.classes import class_score, macro_f1, weighted_f1
from rashomon.evaluation.running import Bench
from rashomon.evaluation.sets.case2021_task2 import NAME, measure, read_snippets
from rashomon.ingest import RawInput
from rashomon.lexicon import load_lexicon
from rashomon.records import ClaimRow, make_rows

# Two arrests of which one is found, two grenades found among three: F1 2/3 and 4/5.
PAIRS = [("ARREST", "ARREST"), ("ARREST", "GRENADE"), ("GRENADE", "GRENADE"), ("GRENADE", "GRENADE")]


def test_f1_by_class_as_the_scorer_counts_it() -> None:
    assert weighted_f1(PAIRS) == pytest.approx(100 * (2 * 2 / 3 + 2 * 4 / 5) / 4)
    assert macro_f1(PAIRS) == pytest.approx(100 * (2 / 3 + 4 / 5) / 2)


def test_a_class_that_gold_lacks_costs_but_is_not_averaged() -> None:
    assert macro_f1([("ARREST", "ARREST"), ("ARREST", "OTHER")]) == pytest.approx(100 * 2 / 3)


def test_the_interval_holds_the_figure() -> None:
    score = class_score(NAME, "weighted F1", PAIRS * 10, weighted_f1)
    assert score.low is not None
    assert score.high is not None
    assert score.low <= score.value <= score.high


def test_every_code_of_ours_has_a_class_or_none_on_purpose() -> None:
    bench = Bench()
    text = "Soldiers arrested two men near Goma. On Friday, protesters threw stones at the police in Bukavu."
    rows = _rows(bench, text)
    assert {class_of(row) for row in rows if class_of(row)} == {"ARREST", "VIOL_DEMONSTR"}
    assert code_snippet(rows)[0] == "VIOL_DEMONSTR"
    assert code_snippet(())[0] == "OTHER"


def test_an_arrest_at_a_protest_is_an_intervention() -> None:
    assert (
        code_snippet(_rows(Bench(), "Police arrested forty people at a protest in Minsk."))[0] == "PROTEST_WITH_INTER"
    )


def test_the_types_of_the_table_exist() -> None:
    types = set(load_lexicon().events.types)
    assert {*BY_TYPE, *AT_PROTEST, *HARM} <= types
    assert {*BY_TYPE.values(), *AT_PROTEST.values()} <= set(ORDER)


def _rows(bench: Bench, text: str) -> tuple[ClaimRow, ...]:
    ((document, outlet),) = bench.documents([RawInput("snippet.txt", None, text.encode())])
    return make_rows(pipeline.read_document(document, outlet, bench.kit))


def test_a_table_is_read_whatever_its_line_ends(tmp_path: Path) -> None:
    table = 'id\tEventSnippet\tSubType\r\n7\tRebels "took" the town\tGRENADE\r\n\r\n'
    (tmp_path / "snippets.tsv").write_bytes(table.encode())
    (snippet,) = read_snippets(tmp_path)
    assert (snippet.name, snippet.text, snippet.label) == ("snippet-7", 'Rebels "took" the town', "GRENADE")


def test_another_table_is_refused(tmp_path: Path) -> None:
    (tmp_path / "snippets.tsv").write_text("a\tb\n1\t2\n", encoding="utf-8")
    with pytest.raises(InputError, match="EventSnippet"):
        measure(tmp_path, Bench(), None)
