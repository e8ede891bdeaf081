"""Writes expected.jsonl of every golden document anew: `python -m tests.documents.rewrite`. Review the diff by hand."""

import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rashomon.api import read
from rashomon.export.shapes import Show, shape_claim
from rashomon.records import Query

FOLDER = Path(__file__).parent
NAMES = tuple(sorted(path.parent.name for path in FOLDER.glob("*/text.txt")))
_IDS = frozenset({"id", "incident", "actor"})


def find_rows() -> dict[str, list[str]]:
    """Read all golden documents into one ledger and give each one's claims as lines of JSON, without ids."""
    found: dict[str, list[str]] = {name: [] for name in NAMES}
    with tempfile.TemporaryDirectory() as folder:
        reports = Path(folder) / "reports"
        reports.mkdir()
        for name in NAMES:
            shutil.copy(FOLDER / name / "text.txt", reports / f"{name}.txt")
        with read(reports, Path(folder) / "golden.db") as ledger:
            for row in ledger.store.claims(Query()):
                shape = _without_ids(shape_claim(row, Show()))
                found[Path(shape["document"]).stem].append(json.dumps(shape, ensure_ascii=False))
    return found


def _without_ids(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _without_ids(inner) for key, inner in value.items() if key not in _IDS}
    return [_without_ids(inner) for inner in value] if isinstance(value, list | tuple) else value


def main() -> None:
    """Write every file anew."""
    for name, lines in find_rows().items():
        (FOLDER / name / "expected.jsonl").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
