import io
import sys
from pathlib import Path

import pytest

from rashomon.errors import InputError
from rashomon.ingest import find_inputs, read_input, read_sidecar
from rashomon.lexicon import load_lexicon
from rashomon.records import TimeBasis
from tests.ingest.reading import FETCHED

LEXICON = load_lexicon("en")
BODY = "Gunmen attacked a convoy near the town of Gao, killing four soldiers, the army said in a statement."


def _folder(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_folder_is_walked_in_order_without_what_is_no_report(tmp_path: Path) -> None:
    _folder(tmp_path, b_txt="b", a_txt="a", sub__c_txt="c", sources_csv="file\n", x_db="x", README_md="x")
    (tmp_path / ".hidden").write_text("x")
    (tmp_path / "x.db-wal").write_text("x")
    assert [raw.name for raw in find_inputs([tmp_path], LEXICON)] == ["a.txt", "b.txt", "sub/c.txt"]


def test_inputs_come_one_at_a_time(tmp_path: Path) -> None:
    _folder(tmp_path, a_txt="a", b_txt="b")
    found = find_inputs([tmp_path], LEXICON)
    assert next(found).data == b"a"
    (tmp_path / "b.txt").write_text("changed")
    assert next(found).data == b"changed"


def test_stdin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"text")))
    [raw] = find_inputs(["-"], LEXICON)
    assert (raw.name, raw.path, raw.data) == ("stdin", None, b"text")


def test_missing_path_and_empty_folder_say_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file or folder"):
        list(find_inputs([tmp_path / "none"], LEXICON))
    with pytest.raises(InputError, match="nothing readable"):
        list(find_inputs([tmp_path], LEXICON))


def test_sidecar_goes_before_the_page(tmp_path: Path) -> None:
    _folder(tmp_path, a_txt=f"Convoy attacked near Gao\n\nBy Piet Sample\n\n3 March 2020\n\n{BODY}")
    (tmp_path / "sources.csv").write_bytes(
        "\ufefffile,outlet,published,title,author\n"
        "a.txt,Example Herald,2020-03-05T01:00:00+03:00,A title,Amina Example\n".encode()
    )
    [raw] = find_inputs([tmp_path], LEXICON)
    [(document, outlet)], issues = read_input(raw, LEXICON, read_sidecar(tmp_path), FETCHED)
    assert (outlet.name, document.title, document.byline) == ("Example Herald", "A title", "Amina Example")
    assert document.published is not None
    assert (str(document.published.start), document.published.basis) == ("2020-03-04", TimeBasis.SIDECAR)
    assert issues == ()


def test_a_row_says_what_its_outlet_is_for_all_that_it_publishes(tmp_path: Path) -> None:
    _folder(tmp_path, a_txt=BODY, b_txt=f"{BODY}\n\n© 2020 Example Herald", c_txt=BODY)
    text = "file,outlet,kind,country,owner\na.txt,Example Herald,Party Organ,ml,Example Front\nc.txt,TASS,,,Nobody\n"
    (tmp_path / "sources.csv").write_text(text, encoding="utf-8")
    sidecar = read_sidecar(tmp_path)
    read = [read_input(raw, LEXICON, sidecar, FETCHED)[0][0][1] for raw in find_inputs([tmp_path], LEXICON)]
    facts = [(outlet.name, outlet.kind, outlet.country, outlet.owner) for outlet in read]
    herald = ("Example Herald", "party organ", "ML", "Example Front")
    assert facts == [herald, herald, ("TASS", "wire", "RU", "Nobody")]


def test_sidecar_of_another_name(tmp_path: Path) -> None:
    _folder(tmp_path, a_txt=BODY, mine_csv="file,outlet\na.txt,Example Herald\n")
    assert read_sidecar(tmp_path).rows == ()
    row = read_sidecar(tmp_path / "mine.csv").find(tmp_path / "a.txt")
    assert row is not None
    assert row.outlet == "Example Herald"


def test_row_for_a_file_that_is_not_there_is_an_issue(tmp_path: Path) -> None:
    _folder(tmp_path, a_txt=BODY, sources_csv="file,outlet\ngone.txt,Example Herald\n")
    assert [issue.code for issue in read_sidecar(tmp_path).issues] == ["sidecar-file-missing"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("name,outlet\n", "line 1: unknown columns name"),
        ("outlet\nX\n", "line 1: no column named file"),
        ("file,outlet\na.txt,X,Y\n", "line 2: 3 cells for 2 columns"),
        ('file,outlet\na.txt,"X\n', "broken CSV"),
        ("file,published\na.txt,soon\n", "line 2: published 'soon' is no date"),
        ("file,outlet\na.txt,X\na.txt,Y\n", "line 3: a.txt stands in line 2 too"),
        ("file,outlet\n,X\n", "line 2: the cell file is empty"),
        ("file,kind\na.txt,wire\n", "line 2: kind is stated of no outlet"),
        (
            "file,outlet,kind\na.txt,X,paper\n",
            "line 2: 'paper' is no kind of outlet; write one of NGO, agency of a state",
        ),
        ("file,outlet,country\na.txt,X,Xland\n", "line 2: country 'Xland' is no country code"),
        (
            "file,outlet,kind\na.txt,X,wire\nb.txt,the X,blog\n",
            "line 3: the kind of 'the X' is 'blog', in sources.csv, line 2 'wire'",
        ),
    ],
)
def test_broken_sidecar_names_file_line_and_remedy(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "sources.csv").write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=r"sources\.csv") as caught:
        read_sidecar(tmp_path)
    assert message in str(caught.value)


def test_no_sidecar_is_an_empty_one(tmp_path: Path) -> None:
    assert read_sidecar(tmp_path).rows == ()
    assert read_sidecar("-").rows == ()
