"""`rashomon gazetteer status` looks, and never builds."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from rashomon.cli.main import cli


def test_status_of_a_gazetteer_that_is_not_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASHOMON_GAZETTEER", str(tmp_path / "g.sqlite"))
    shown = CliRunner().invoke(cli, ["gazetteer", "status"])
    assert shown.exit_code == 0
    assert "not built yet" in shown.stdout
    assert "GeoNames" in shown.stdout
    assert not list(tmp_path.iterdir())


def test_status_of_what_is_no_gazetteer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "g.sqlite"
    path.write_text("no database\n" * 100, encoding="utf-8")
    monkeypatch.setenv("RASHOMON_GAZETTEER", str(path))
    assert "not built yet" in CliRunner().invoke(cli, ["gazetteer", "status"]).stdout
