import json

from rashomon.ingest import RawInput
from rashomon.ingest.readers import find_readers, reader_for
from rashomon.records import TimeBasis
from tests.ingest.reading import read_bytes

BODY = "Gunmen attacked a convoy near the town of Gao, killing four soldiers, the army said in a statement."
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Convoy attacked near Gao</title>
<meta property="og:site_name" content="Example Herald"><meta name="author" content="Amina Example">
<meta property="article:published_time" content="2020-03-03T23:30:00-05:00"></head>
<body><nav><a href="/">Home</a> <a href="/w">World</a></nav><article><h1>Convoy attacked near Gao</h1>
<p>{BODY}</p><p>The governor asked people to stay at home until the road was open again. Nobody knew when.</p>
<p>Aid groups said that three hundred families had left the town since Sunday and were walking south.</p></article>
<footer>Cookie policy</footer></body></html>"""


def test_readers_are_found_in_the_folder_and_never_overlap() -> None:
    names = {reader.__name__.rpartition(".")[2] for reader in find_readers()}  # type: ignore[attr-defined]
    assert {"html", "jsonl"} <= names
    for name, data in (("a.html", b""), ("a.jsonl", b"{}"), ("a.bin", PAGE.encode()), ("a.txt", b"text")):
        accepting = [reader for reader in find_readers() if reader.accepts(RawInput(name, None, data))]
        assert len(accepting) == (name != "a.txt")
    assert reader_for(RawInput("stdin", None, b'{"text": "x"}\n{')).__name__.endswith("jsonl")  # type: ignore[attr-defined]
    assert reader_for(RawInput("stdin", None, b"{no JSON")).__name__.endswith("plain")  # type: ignore[attr-defined]
    assert reader_for(RawInput("a", None, b"x")).__name__.endswith("plain")  # type: ignore[attr-defined]


def test_html_gives_main_text_and_what_the_markup_says() -> None:
    [(document, outlet)], _ = read_bytes(PAGE.encode(), "page.html")
    assert BODY in document.text
    assert "Cookie" not in document.text
    assert "Convoy attacked near Gao" in document.text
    assert (outlet.name, document.byline) == ("Example Herald", "Amina Example")
    assert document.published is not None
    # 23:30 five hours west of Greenwich is the next UTC day.
    assert (str(document.published.start), document.published.basis) == ("2020-03-04", TimeBasis.METADATA)


def test_html_without_text_is_reported() -> None:
    found, issues = read_bytes(b"<html><body></body></html>", "page.html")
    assert found == []
    assert [issue.code for issue in issues] == ["html-without-text"]


def test_json_lines_reads_the_rest_of_a_broken_file() -> None:
    rows = [
        json.dumps({"text": BODY, "id": "x1", "published": "2020-03-03"}),
        "{broken",
        "[1]",
        json.dumps({"text": "\ud800 " + BODY}),
    ]
    found, issues = read_bytes("\n".join(rows).encode(), "rows.jsonl")
    assert [document.name for document, _ in found] == ["rows.jsonl#x1", "rows.jsonl#4"]
    assert found[1][0].text.startswith("\ufffd ")
    broken = [issue for issue in issues if issue.code == "jsonl-line-broken"]
    assert len(broken) == 1
    assert "line 2" in broken[0].message
    assert [issue.code for issue in issues].count("jsonl-line-without-text") == 1


def test_ids_do_not_depend_on_the_time_of_reading() -> None:
    first, second = read_bytes(BODY.encode())[0][0][0], read_bytes(BODY.encode())[0][0][0]
    assert first == second
    assert first.id != read_bytes(BODY.encode(), "b.txt")[0][0][0].id


def test_json_lines_of_other_exports() -> None:
    rows = [
        '{"articleBody": "Shells fell on Gao.", "publishedAt": "2021-03-04T09:00:00Z", "source": {"id": null, "name": '
        '"Delta Gazette"}, "headline": "Shells on Gao", "authors": ["Jane Example", {"name": "John Sample"}]}',
        '{"content": "Shells fell on Gao.", "date": "2021-03-04", "publisher": "Delta Gazette", '
        '"title": "Shells on Gao", "byline": "Jane Example, John Sample"}',
    ]
    found, issues = read_bytes("\n".join(rows).encode(), "a.jsonl")
    for document, outlet in found:
        assert (outlet.name, document.title, document.byline) == (
            "Delta Gazette",
            "Shells on Gao",
            "Jane Example, John Sample",
        )
        assert str(document.published and document.published.start) == "2021-03-04"
    assert issues == ()
