"""The face in a real Chromium: every page without violations, no request elsewhere, one state over all boards."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from rashomon.records import Query

AXE = Path(__file__).parents[2] / "face/node_modules/axe-core/axe.min.js"
PAGES = ("/", "/contradictions", "/prospects", "/outlets", "/compare", "/changed", "/briefing", "/documents", "/queue",
         "/corrections", "/add", "/issues", "/keys", "/search?q=Mukayras")  # fmt: skip

SPECIAL = ("incident", "correct", "correct actor", "document", "actor", "place", "voice", "outlet")


@pytest.fixture
def addresses(asked: Callable[..., Any]) -> dict[str, str]:
    """Give the address of one page of each kind that is of one record."""
    told = asked(lambda ledger: max(ledger.incidents(), key=lambda one: (len(one.figures), len(one.claims), one.id)))
    row = asked(lambda ledger: next(row for row in ledger.claims() if row.agents and row.agents[0].id))
    actor = asked(lambda ledger: ledger.actor(row.agents[0].id))
    place = asked(lambda ledger: next(place.id for place, _ in ledger.places(Query())))
    return {
        "incident": f"/incident/{told.id}", "correct": f"/correct/{told.id}", "correct actor": f"/correct/{actor.id}",
        "document": f"/document/{row.document}", "actor": f"/actor/{actor.id}", "place": f"/place/{place}",
        "voice": f"/voice/{row.voice[-1].id}", "outlet": f"/outlet/{row.outlet}",
    }  # fmt: skip


def violations(page: Any) -> list[str]:
    # The policy of the pages forbids inline scripts; the debugging protocol is not the page.
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run()")
    return [f"{v['id']}: {[n['html'][:160] for n in v['nodes'][:3]]}" for v in found["violations"]]


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed: make face")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [*PAGES, *SPECIAL])
def test_no_page_has_a_violation(page: Any, addresses: dict[str, str], path: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    assert page.goto(addresses.get(path, path)).status == 200
    page.wait_for_load_state("networkidle")
    assert violations(page) == []


@pytest.mark.parametrize("width", [390, 820, 1440])
def test_no_page_is_wider_than_its_window(page: Any, addresses: dict[str, str], width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    for path in (*PAGES, *addresses.values()):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path


def test_a_mark_of_the_map_filters_every_board(page: Any) -> None:
    before = page.locator("#list .row").count()
    page.locator("a.mark").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/?place=*")
    expect(page.locator("#list .row")).not_to_have_count(before)
    expect(page.locator("#filters .chip").first).to_be_visible()
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
    expect(page.locator("#text .chosen").first).to_be_visible()
    page.locator("#text [data-marks]").last.click()
    expect(page.locator(".item.chosen")).to_have_count(1)
