"""A served ledger and an opened page, on which no error and no request elsewhere goes unseen.

Skipped with a word where there is no Chromium or the face was not built; `.ci/run` installs Debian's.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import sync_playwright

from rashomon.store import open_ledger
from rashomon.web import Settings
from rashomon.web.settings import default_assets
from tests.browser.chromium import CHROMIUM, FLAGS
from tests.browser.served import serve
from tests.conftest import Demo


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if CHROMIUM is None:
        why = "no Chromium on this machine: apt-get install chromium"
    elif not (default_assets() / "face.js").exists():
        why = "the face is not built: make face"
    else:
        return
    for item in items:
        if "tests/browser" in item.path.as_posix():
            item.add_marker(pytest.mark.skip(reason=why))


@pytest.fixture(scope="module")
def served(demo: Demo, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Serve a copy of the sample's ledger, one a module."""
    path = tmp_path_factory.mktemp("face") / "face.db"
    shutil.copy(demo.ledger, path)
    with serve(path) as settings:
        yield settings


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def troubles() -> list[str]:
    """Hold what went wrong on the page; it must be empty at the end."""
    return []


@pytest.fixture
def page(browser: Any, served: Settings, troubles: list[str]) -> Iterator[Any]:
    """Open the overview; every error and every request elsewhere is a trouble."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, base_url=f"http://127.0.0.1:{served.port}")
    opened = context.new_page()
    opened.on("request", lambda r: None if r.url.startswith((f"http://127.0.0.1:{served.port}/", "blob:", "data:"))
              else troubles.append(f"asks elsewhere: {r.url}"))  # fmt: skip
    opened.on("pageerror", lambda error: troubles.append(str(error)))
    opened.on("console", lambda line: troubles.append(line.text) if line.type == "error" else None)
    opened.goto("/?token=t")
    opened.wait_for_load_state("networkidle")
    yield opened
    context.close()
    assert troubles == []


@pytest.fixture
def asked(served: Settings) -> Callable[..., Any]:
    """Give a function that asks the served ledger as it is now."""

    def ask(question: Callable[[Any], Any]) -> Any:
        ledger = open_ledger(Path(served.ledger))
        try:
            return question(ledger)
        finally:
            ledger.close()

    return ask
