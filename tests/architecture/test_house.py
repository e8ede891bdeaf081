"""The rules of the house that no linter knows: sizes, names, docstrings, what must not be committed."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "rashomon"
MODULES = sorted(SOURCE.rglob("*.py"))
MODULE_LINES = 300
FUNCTION_LINES = 40
BANNED_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    docstring = ast.get_docstring(function, clean=False)
    return function.end_lineno - function.lineno + 1 - (docstring.count("\n") + 1 if docstring else 0)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_module_keeps_to_its_size_and_says_its_job(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert len(text.splitlines()) <= MODULE_LINES
    assert path.stem not in BANNED_NAMES
    long = [f"{f.name}: {_length(f)} lines" for f in _functions(tree) if _length(f) > FUNCTION_LINES]
    assert not long
    if text.strip():
        assert ast.get_docstring(tree), "the module docstring is the contract"


def _tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_nothing_of_a_machine_or_a_registry_is_committed() -> None:
    machine = re.compile(r"(^|[^\w.-])/(work|farm|root|home)/\w|files\.pythonhosted\.org|registry\.npmjs")
    found = []
    for path in _tracked():
        if path == Path(__file__).resolve():
            continue
        text = path.read_text(encoding="utf-8", errors="ignore")
        found += [f"{path.relative_to(ROOT)}: {m.group()}" for m in machine.finditer(text)]
    assert not found


def test_no_sentence_of_the_sample_reports_is_in_the_project() -> None:
    seeds = ROOT.parent / "shared" / "seeds"
    if not seeds.is_dir():
        pytest.skip("the sample reports are not here")
    openings = set()
    for path in seeds.glob("*.txt"):
        for sentence in re.split(r"(?<=[.!?])\s+|\n+", path.read_text(encoding="utf-8")):
            words = sentence.split()
            if len(words) >= 8:
                openings.add(" ".join(words[:8]))
    for path in _tracked():
        text = " ".join(path.read_text(encoding="utf-8", errors="ignore").split())
        assert not [opening for opening in openings if opening in text], path.relative_to(ROOT)


def test_the_import_law_holds() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:]
