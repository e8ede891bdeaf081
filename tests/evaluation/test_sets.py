"""No figure falls under its floor. Skipped where the gold sets are not present: they are no part of this project.

The long sets took more than half of the time of all tests; `make evaluate` reads them with the others.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from rashomon.evaluation import check_floors, corpus_digest, evaluate, read_floors

_FLOORS = Path(__file__).with_name("floors.yaml")
_SHARED = Path(__file__).parents[2].parent / "shared"
_SETS: dict[str, Any] = yaml.safe_load(_FLOORS.read_text(encoding="utf-8"))


_NAMES = [pytest.param(name, marks=[pytest.mark.long] * bool(row.get("long"))) for name, row in sorted(_SETS.items())]


@pytest.mark.parametrize("name", _NAMES)
def test_no_figure_falls_under_its_floor(name: str) -> None:
    path = _SHARED / _SETS[name]["path"]
    if not path.exists():
        pytest.skip(f"{name} is not present")
    scores, _ = evaluate(name, path)
    assert check_floors(scores, read_floors(_FLOORS), corpus_digest([path])) == ()
