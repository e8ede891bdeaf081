"""Every code block of README and docs runs, on a folder `reports` and a ledger `rashomon.db` made of the sample."""

import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from rashomon.lexicon.files import resources
from rashomon.web.settings import default_assets
from tests.conftest import Demo

ROOT = Path(__file__).resolve().parents[2]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
_SHELLS = {"console", "sh", "bash", ""}


def _blocks(*languages: str) -> list[str]:
    return [body for page in PAGES for kind, body in _BLOCK.findall(page.read_text("utf-8")) if kind in languages]


def _commands() -> list[tuple[str, ...]]:
    lines = [line.removeprefix("$ ") for block in _blocks(*_SHELLS) for line in block.splitlines()]
    return [tuple(words) for line in lines if (words := shlex.split(line, comments=True))]


@pytest.fixture(scope="module")
def desk(demo: Demo, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the pages assume it: reports, and the ledger read from them."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(Path(str(resources() / "sample")), folder / "reports")
    shutil.copy(demo.ledger, folder / "rashomon.db")
    return folder


def _python(desk: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments], cwd=desk, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout + "".join(path.read_text("utf-8") for path in desk.glob("*json*"))


def _served(desk: Path, ledger: str) -> None:
    """Serve until the address is printed."""
    if not (default_assets() / "face.js").exists():
        pytest.skip("the face is not built: make face")
    shutil.copy(desk / "rashomon.db", desk / ledger)
    command = [sys.executable, "-m", "rashomon", "serve", ledger, "--port", "0"]
    with subprocess.Popen(command, cwd=desk, stdout=subprocess.PIPE, text=True) as served:
        try:
            assert served.stdout is not None
            assert served.stdout.readline().startswith(ledger)
            assert "http://127.0.0.1:" in served.stdout.readline()
        finally:
            served.kill()


def _real(desk: Path, words: tuple[str, ...]) -> list[str]:
    """Put an id that is there for the one of the page."""
    with sqlite3.connect(desk / "rashomon.db") as ledger:
        [claim] = ledger.execute("SELECT id FROM claims ORDER BY id LIMIT 1").fetchone()
    return [claim if word.startswith("clm-") else word for word in words]


def test_every_block_is_of_a_kind_that_is_run() -> None:
    kinds = {kind for page in PAGES for kind, _ in _BLOCK.findall(page.read_text("utf-8"))}
    assert kinds <= _SHELLS | {"python"}
    assert len(_commands()) >= 10


@pytest.mark.parametrize("words", _commands(), ids=" ".join)
def test_command(words: tuple[str, ...], desk: Path) -> None:
    program, *arguments = _real(desk, words)
    if program == "make":
        assert all(re.search(rf"^{target}:", (ROOT / "Makefile").read_text("utf-8"), re.M) for target in arguments)
    elif program == "sqlite3":
        with sqlite3.connect(desk / arguments[0]) as ledger:
            assert ledger.execute(arguments[1]).fetchall()
    elif arguments[0] == "serve":
        _served(desk, arguments[1])
    else:
        assert program == "rashomon"
        assert _python(desk, "-m", "rashomon", *arguments)


@pytest.mark.parametrize("block", _blocks("python"))
def test_python(block: str, desk: Path) -> None:
    assert _python(desk, "-c", block)
