"""Reading into a ledger: twice is once, a killed run goes on, wrong input is told before anything is made."""

import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from rashomon.errors import InputError
from rashomon.reading import read_paths
from rashomon.store import open_ledger
from tests.generated import write_reports

REPORTS = 24


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports") / "in"
    write_reports(folder, REPORTS, 60)
    return folder


@pytest.fixture(scope="module")
def whole(reports: Path) -> Path:
    ledger = reports.parent / "whole.db"
    read_paths([reports], ledger)
    return ledger


def _contents(ledger: Path) -> tuple[object, ...]:
    with closing(open_ledger(ledger)) as opened:
        return tuple(opened.claims()), tuple(opened.incidents()), tuple(opened.comparisons())


def test_reading_twice_adds_nothing(reports: Path, whole: Path) -> None:
    before = _contents(whole)
    summary = read_paths([reports], whole)
    assert (summary.documents_new, summary.documents_known, summary.claims) == (0, REPORTS, 0)
    assert _contents(whole) == before


def test_what_is_stated_of_an_outlet_later_reaches_the_ledger_and_is_resolved(tmp_path: Path) -> None:
    text = (
        "Rebels of the Example Front took the town of Gao on 3 March 2020, the Front said in a statement on its site."
    )
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{text}\n\n© 2020 Example Herald, {name}", encoding="utf-8")
    ledger, table = tmp_path / "l.db", tmp_path / "sources.csv"
    read_paths([tmp_path], ledger)
    table.write_text("file,outlet,kind,owner\na.txt,Example Herald,party organ,Example Front\n", encoding="utf-8")
    assert read_paths([tmp_path], ledger).documents_new == 0
    with closing(open_ledger(ledger)) as opened:
        known = {(card.outlet_kind, card.outlet_owner) for card in opened.corpus().documents}
        assert known == {("party organ", "Example Front")}
        assert opened.resolved()


def test_two_processes_make_the_same_ledger(reports: Path, whole: Path) -> None:
    ledger = reports.parent / "two.db"
    read_paths([reports], ledger, jobs=2)
    assert _contents(ledger) == _contents(whole)


def test_a_killed_reading_goes_on_where_it_stopped(reports: Path, whole: Path) -> None:
    ledger = reports.parent / "killed.db"
    command = [sys.executable, "-m", "rashomon", "read", str(reports), "--ledger", str(ledger)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _wait_for_documents(ledger, process)
    process.send_signal(signal.SIGKILL)
    process.wait()
    with closing(open_ledger(ledger)) as opened:
        held = opened.count("documents")
    summary = read_paths([reports], ledger)
    assert summary.documents_known == held
    assert summary.documents_new == REPORTS - held
    assert _contents(ledger) == _contents(whole)


def _wait_for_documents(ledger: Path, process: "subprocess.Popen[bytes]") -> None:
    """Wait until the first documents are in the ledger; the run may be over by then, which is no failure."""
    for _ in range(1200):
        if process.poll() is not None:
            return
        if ledger.exists():
            done = subprocess.run(
                [sys.executable, "-c", f"import sqlite3; print(sqlite3.connect({str(ledger)!r}).execute("
                 "'select count(*) from documents').fetchone()[0])"],
                capture_output=True, text=True, check=False,
            )  # fmt: skip
            if done.stdout.strip() not in {"", "0"}:
                return
        time.sleep(0.05)
    pytest.fail("no document came into the ledger within a minute")


def test_a_path_that_is_not_there_makes_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nowhere"):
        read_paths([tmp_path / "nowhere"], tmp_path / "new.db")
    assert not (tmp_path / "new.db").exists()


def test_a_broken_document_is_an_issue_and_the_rest_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    write_reports(folder, 2, 40)
    (folder / "a.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "b.txt").write_bytes(b"")
    summary = read_paths([folder], tmp_path / "new.db")
    assert summary.documents_new == 2
    with closing(open_ledger(tmp_path / "new.db")) as opened:
        assert {"binary-file", "empty-file"} <= {issue.code for issue in opened.issues()}
