"""The face in a real Chromium: every page without violations, no request elsewhere, one state over all boards.

Skipped with a word where there is no Chromium or the face was not built; `.ci/run` installs Debian's.
"""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import expect, sync_playwright

from rashomon.records import Incident
from rashomon.store import open_ledger
from rashomon.web import Settings, make_app
from rashomon.web.serving import _listen
from rashomon.web.settings import default_assets
from tests.conftest import Demo

AXE = Path(__file__).parents[2] / "face/node_modules/axe-core/axe.min.js"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
PAGES = ("/", "/contradictions", "/prospects", "/outlets", "/compare", "/changed", "/briefing", "/documents", "/queue",
         "/corrections", "/add", "/issues", "/keys", "/search?q=Mukayras")  # fmt: skip

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium"),
    pytest.mark.skipif(not (default_assets() / "face.js").exists(), reason="the face is not built: make face"),
]


@pytest.fixture(scope="module")
def served(demo: Demo, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    path = tmp_path_factory.mktemp("face") / "face.db"
    shutil.copy(demo.ledger, path)
    probe = _listen(Settings(ledger=path, port=0))
    settings = Settings(ledger=path, port=probe.getsockname()[1], token="t")
    server = uvicorn.Server(uvicorn.Config(make_app(settings), log_level="error", ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [probe]}, daemon=True)
    thread.start()
    yield settings
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Any, served: Settings) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, base_url=f"http://127.0.0.1:{served.port}")
    opened = context.new_page()
    troubles: list[str] = []
    opened.on("request", lambda r: None if r.url.startswith((f"http://127.0.0.1:{served.port}/", "blob:", "data:"))
              else troubles.append(f"asks elsewhere: {r.url}"))  # fmt: skip
    opened.on("pageerror", lambda error: troubles.append(str(error)))
    opened.on("console", lambda line: troubles.append(line.text) if line.type == "error" else None)
    opened.goto("/?token=t")
    opened.wait_for_load_state("networkidle")
    yield opened
    context.close()
    assert troubles == []


def incident_of(served: Settings, status: str) -> str:
    ledger = open_ledger(served.ledger)
    found = next(one.id for one in ledger.records(Incident, "status", [status]))
    ledger.close()
    return found


def violations(page: Any) -> list[str]:
    # The policy of the pages forbids inline scripts; the debugging protocol is not the page.
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run()")
    return [f"{v['id']}: {[n['html'][:160] for n in v['nodes'][:3]]}" for v in found["violations"]]


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed: make face")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [*PAGES, "incident", "correct", "document"])
def test_no_page_has_a_violation(page: Any, served: Settings, path: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    ident = incident_of(served, "claimed")
    ledger = open_ledger(served.ledger)
    document = next(iter(ledger.documents())).id
    ledger.close()
    special = {"incident": f"/incident/{ident}", "correct": f"/correct/{ident}", "document": f"/document/{document}"}
    page.goto(special.get(path, path))
    page.wait_for_load_state("networkidle")
    assert violations(page) == []


@pytest.mark.parametrize("width", [390, 820, 1440])
def test_no_page_is_wider_than_its_window(page: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    for path in PAGES:
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path


def test_a_mark_of_the_map_filters_every_board(page: Any) -> None:
    before = page.locator("#list .row").count()
    page.locator("a.mark").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/?place=*")
    expect(page.locator("#list .row")).not_to_have_count(before)
    assert page.locator("#filters .chip").count() >= 1
    page.go_back()
    expect(page.locator("#list .row")).to_have_count(before)


def test_the_brush_chooses_days(page: Any) -> None:
    box = page.locator("#time svg").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.7, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.95, box["y"] + 20, steps=4)
    page.mouse.up()
    page.wait_for_url("**/?*from=*")


def test_a_record_shows_its_words(page: Any) -> None:
    page.goto("/documents")
    page.locator("tbody a[href^='/document/']").first.click()
    page.locator(".item").first.click()
    assert page.locator("#text .chosen").count() >= 1
    page.locator("#text [data-marks]").last.click()
    assert page.locator(".item.chosen").count() == 1


def test_a_rejection_by_keyboard_is_withdrawn_again(page: Any, served: Settings) -> None:
    ident = incident_of(served, "claimed")
    page.goto(f"/correct/{ident}")
    page.keyboard.press("n")
    page.keyboard.press("Tab")
    page.goto(f"/correct/{ident}")
    page.keyboard.press("r")
    page.keyboard.press("Enter")
    page.wait_for_url("**said=*")
    page.goto("/corrections")
    page.get_by_role("button", name="Withdraw").first.click()
    page.wait_for_url("**said=Withdrawn*")
    assert page.goto(f"/incident/{ident}").status == 200


def test_a_row_of_the_queue_is_accepted_in_place(page: Any) -> None:
    page.goto("/queue")
    before = page.locator(".item.q").count()
    page.locator(".item.q button").first.click()
    expect(page.locator(".item.q")).to_have_count(before - 1)
