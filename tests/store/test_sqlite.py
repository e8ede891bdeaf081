"""The ledger in SQLite beyond what every store must do: the file, its views, its rules version, its durability."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from rashomon.errors import LedgerError
from rashomon.records import Query
from rashomon.store import SCHEMA_VERSION, open_ledger
from tests.ledgers import RIVER_FRONT, first_reading, make_ledger, numbered_reading, resolution, second_reading

VIEWS = ("claims", "incidents", "comparisons", "contradictions", "voices", "actors", "places", "documents",
         "dependences", "issues")  # fmt: skip

_WRITER = """
import sys
from pathlib import Path
from typing import Any
sys.path.insert(0, sys.argv[2])
from rashomon.store import open_ledger
from tests.ledgers import numbered_reading, resolution
ledger = open_ledger(Path(sys.argv[1]), create=True)
print("open", flush=True)
for number in range(int(sys.argv[3])):
    ledger.append((numbered_reading(number, 4),))
    print(number, flush=True)
"""


_OPEN: list[sqlite3.Connection] = []


@pytest.fixture(autouse=True)
def _close_plain_connections() -> Iterator[None]:
    yield
    while _OPEN:
        _OPEN.pop().close()


def plain(path: Path, **options: Any) -> sqlite3.Connection:
    """Open the file as anybody's tool would; closed at the end of the test."""
    _OPEN.append(sqlite3.connect(path, **options))
    return _OPEN[-1]


@pytest.mark.parametrize("name", VIEWS)
def test_a_person_can_read_the_views_with_nothing_but_sqlite(tmp_path: Path, name: str) -> None:
    make_ledger(tmp_path / "l.db").close()
    rows = plain(tmp_path / "l.db").execute(f"SELECT * FROM {name}_readable").fetchall()
    assert rows


def test_readable_claims_show_canonical_names_and_true_words(tmp_path: Path) -> None:
    make_ledger(tmp_path / "l.db").close()
    connection = plain(tmp_path / "l.db")
    connection.row_factory = sqlite3.Row
    rows = [dict(row) for row in connection.execute("SELECT * FROM claims_readable")]
    denied = next(row for row in rows if row["document"] == "beta.txt")
    assert denied["agents"] == RIVER_FRONT.name
    assert denied["voice"] == "Sahel Wire <- Malian Armed Forces"
    assert denied["incident"] == "inc-ansongo"
    assert all(row["content"] in row["sentence"] for row in rows)


@pytest.mark.parametrize(("qualifier", "shown"), [("", "CT+"), ("former", "CT+"), ("not", "CT-"), ("never", "CT-")])
def test_a_state_that_its_words_deny_is_not_shown_as_certain(tmp_path: Path, qualifier: str, shown: str) -> None:
    make_ledger(tmp_path / "l.db").close()
    connection = plain(tmp_path / "l.db")
    claim = connection.execute("SELECT id FROM claims WHERE factuality = 'CT+'").fetchone()[0]
    connection.execute("UPDATE claims SET row = json_set(row, '$.qualifier', ?) WHERE id = ?", (qualifier, claim))
    found = connection.execute("SELECT factuality, qualifier FROM claims_readable WHERE id = ?", (claim,)).fetchone()
    assert found == (shown, qualifier)


def test_full_text_index_follows_what_is_read_and_taken_out(tmp_path: Path) -> None:
    ledger = make_ledger(tmp_path / "l.db")
    assert [s.index for s in ledger.sentences("burned market")] == [1]
    later = open_ledger(tmp_path / "l.db", create=True, rules="2")
    later.append((replace(first_reading(), sentences=first_reading().sentences),))
    assert len(list(later.sentences("burned market"))) == 1
    connection = plain(tmp_path / "l.db")
    connection.execute("INSERT INTO sentences_fts(sentences_fts) VALUES ('integrity-check')")


def test_other_rules_read_again_and_leave_no_old_row(tmp_path: Path) -> None:
    first = open_ledger(tmp_path / "l.db", create=True, rules="1")
    assert first.append((first_reading(), second_reading())) == 2
    second = open_ledger(tmp_path / "l.db", create=True, rules="2")
    assert not second.holds(first_reading().document.id)
    thinner = replace(first_reading(), claims=(), events=(), relations=(), codings=())
    assert second.append((thinner,)) == 1
    assert [row.document_name for row in second.claims()] == ["beta.txt"]
    assert second.meta("rules") == "2"


def test_every_foreign_key_is_held_and_indexed(tmp_path: Path) -> None:
    make_ledger(tmp_path / "l.db").close()
    connection = plain(tmp_path / "l.db")
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in tables:
        indexes = [row[1] for row in connection.execute(f"PRAGMA index_list('{table}')")]
        firsts = {connection.execute(f"PRAGMA index_info('{index}')").fetchone()[2] for index in indexes}
        for key in connection.execute(f"PRAGMA foreign_key_list('{table}')").fetchall():
            assert key[3] in firsts, f"{table}.{key[3]} has a foreign key without an index"


def test_a_reading_that_names_what_it_does_not_hold_is_refused_whole(tmp_path: Path) -> None:
    ledger = open_ledger(tmp_path / "l.db", create=True)
    broken = replace(first_reading(), links=tuple(replace(k, mention="men-none") for k in first_reading().links))
    with pytest.raises(LedgerError, match="does not hold"):
        ledger.append((broken,))
    assert ledger.count("documents") == 0


def test_killed_at_any_moment_the_file_is_whole_and_the_next_run_completes_it(tmp_path: Path) -> None:
    path, wanted = tmp_path / "l.db", 60
    root = str(Path(__file__).resolve().parents[2])
    command = [sys.executable, "-c", _WRITER, str(path), root, str(wanted)]
    held = []
    for lines in (1, 9):
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        for _ in range(lines):
            process.stdout.readline()
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        process.stdout.close()
        ledger = open_ledger(path)
        documents = ledger.count("documents")
        assert ledger.count("readings") == documents
        assert ledger.count("claims") == ledger.count("claim_index") == 4 * documents
        held.append(documents)
        ledger.close()
        connection = plain(path)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.close()
    ledger = open_ledger(path, create=True)
    assert ledger.append(numbered_reading(number, 4) for number in range(wanted)) == wanted - held[-1]
    assert ledger.count("documents") == wanted
    assert held == sorted(held)
    assert 0 < held[-1] < wanted
    whole = open_ledger(tmp_path / "whole.db", create=True)
    whole.append(numbered_reading(number, 4) for number in range(wanted))
    assert list(ledger.claims()) == list(whole.claims())


def test_killed_before_the_tables_stood_the_file_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    connection = plain(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA user_version = 0")
    connection.execute("CREATE TABLE t (x)")
    connection.execute("DROP TABLE t")
    connection.close()
    with pytest.raises(LedgerError, match="empty ledger"):
        open_ledger(path)
    assert open_ledger(path, create=True).append((first_reading(),)) == 1


def test_a_reading_cut_off_before_it_was_resolved_is_known(tmp_path: Path) -> None:
    ledger = make_ledger(tmp_path / "l.db", resolved=False)
    assert not ledger.resolved()
    ledger.resolve(resolution())
    assert ledger.resolved()
    ledger.append((numbered_reading(1),))
    assert not ledger.resolved()


def _not_a_ledger(path: Path) -> None:
    path.write_bytes(b"file,outlet\n" * 30)


def _other_database(path: Path) -> None:
    connection = plain(path)
    connection.execute("CREATE TABLE recipes (name)")
    connection.commit()
    connection.close()


def _newer(path: Path) -> None:
    make_ledger(path).close()
    connection = plain(path)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.commit()
    connection.close()


def _cut(path: Path) -> None:
    make_ledger(path).close()
    path.write_bytes(path.read_bytes()[:8192])


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda path: None, "no such ledger; make it with: rashomon read"),
        (lambda path: path.touch(), "no such ledger"),
        (lambda path: path.mkdir(), "is a folder"),
        (_not_a_ledger, "is not a ledger"),
        (_other_database, "not a ledger"),
        (_newer, "update Rashomon"),
        (_cut, "damaged"),
    ],
)
def test_a_file_that_cannot_be_used_is_said_in_one_line_with_a_remedy(tmp_path: Path, spoil: object, said: str) -> None:
    path = tmp_path / "l.db"
    spoil(path)  # type: ignore[operator]
    with pytest.raises(LedgerError, match=said) as caught:
        list(open_ledger(path).claims())
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("spoil", [_not_a_ledger, _other_database, _newer])
def test_what_is_no_ledger_is_never_written_to(tmp_path: Path, spoil: object) -> None:
    path = tmp_path / "l.db"
    spoil(path)  # type: ignore[operator]
    before = path.read_bytes()
    with pytest.raises(LedgerError):
        open_ledger(path, create=True)
    assert path.read_bytes() == before


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="folder does not exist"):
        open_ledger(tmp_path / "none" / "l.db", create=True)


def test_a_locked_ledger_says_who_holds_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.store.opening._WAIT_S", 0.05)
    make_ledger(tmp_path / "l.db").close()
    other = plain(tmp_path / "l.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    ledger = open_ledger(tmp_path / "l.db", create=True)
    with pytest.raises(LedgerError, match="another process is writing"):
        ledger.append((numbered_reading(1),))
    assert len(list(ledger.claims())) == 4, "asking goes on while another process writes"


def test_a_ledger_in_a_folder_that_cannot_be_written_is_asked_as_it_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_ledger(tmp_path / "l.db").close()
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    ledger = open_ledger(tmp_path / "l.db")
    assert len(list(ledger.claims())) == 4
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["l.db"]
    with pytest.raises(LedgerError, match="cannot be written"):
        ledger.append((numbered_reading(1),))


def test_the_limit_of_a_filter_word_is_a_plain_word(tmp_path: Path) -> None:
    ledger = make_ledger(tmp_path / "l.db")
    assert list(ledger.claims(Query(actor="%"))) == []
    assert list(ledger.claims(Query(text='"; DROP TABLE claims; --'))) == []
    assert list(ledger.claims(Query(text="...!"))) == []
    assert len(list(ledger.claims())) == 4
