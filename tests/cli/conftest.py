"""Output is laid out for the terminal; here every terminal is as wide as the next."""

import pytest


@pytest.fixture(autouse=True)
def _one_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
