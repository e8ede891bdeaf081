import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.ingest.cutting import LONGEST, cut_text
from tests.ingest.reading import read_bytes

REPORT = "Government forces shelled the village of Menaka on Monday, killing four people, residents said.\n\n"


@pytest.mark.parametrize("unit", [REPORT, "one line\n", "A sentence. ", "word ", "x"])
def test_parts_give_the_text_again_and_end_where_something_ends(unit: str) -> None:
    text = unit * (1 + 1_000_000 // len(unit))
    parts = cut_text(text)
    assert "".join(parts) == text
    assert all(100_000 <= len(part) <= 200_000 for part in parts[:-1])
    assert all(part.endswith(unit) for part in parts[:-1])


@given(st.text(max_size=50))
def test_a_text_of_usual_length_is_one_part(text: str) -> None:
    assert cut_text(text) == (text,)


def test_a_very_long_file_is_several_documents_of_one_outlet() -> None:
    text = f"A week of shelling\n\nDesert Wire, 4 March 2021\n\n{REPORT * (1 + LONGEST // len(REPORT))}"
    found, issues = read_bytes(text.encode(), "dump.txt")
    assert "".join(document.text for document, _ in found) == text
    assert [document.name for document, _ in found] == ["dump.txt#1", "dump.txt#2"]
    assert {outlet.name for _, outlet in found} == {"Desert Wire"}
    assert [document.published is not None for document, _ in found] == [True, False]
    [issue] = [issue for issue in issues if issue.code == "document-very-long"]
    assert issue.document == found[0][0].id


def test_what_is_stated_beside_a_very_long_text_holds_for_all_of_it() -> None:
    text = (REPORT * (1 + LONGEST // len(REPORT))).replace("\n", "\\n")
    row = f'{{"text": "{text}", "published": "2021-03-04", "outlet": "Desert Wire", "title": "A week"}}'
    found, _ = read_bytes(row.encode(), "a.jsonl")
    assert [(str(d.published and d.published.start), d.title, o.name) for d, o in found] == [
        ("2021-03-04", "A week", "Desert Wire")
    ] * 2


def test_time_is_linear_in_the_length() -> None:
    small, large = (REPORT.replace("four", str(n)) * (n // len(REPORT)) for n in (300_000, 1_200_000))
    spent = []
    for text in (small, large):
        began = time.process_time()
        read_bytes(text.encode())
        spent.append(time.process_time() - began)
    assert spent[1] < 8 * spent[0] + 1
