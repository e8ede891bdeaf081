"""What a reader does on the overview and with files, in a real Chromium: layers, keys, pictures, adding reports."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from rashomon.web import Settings
from tests.browser.served import serve
from tests.conftest import Demo

Ask = Callable[..., Any]
REPORT = """GAO, Mali, 4 March 2026 - Fighters of the Northern Column took the town of Bourem on Tuesday, they said.

Three soldiers were killed in the fighting, according to the army.
"""


@pytest.fixture
def served(demo: Demo, tmp_path: Path) -> Iterator[Settings]:
    """Serve a copy of the sample's ledger of this test alone."""
    shutil.copy(demo.ledger, tmp_path / "face.db")
    with serve(tmp_path / "face.db") as settings:
        yield settings


@pytest.mark.parametrize("kind", ["claimed", "assessed"])
def test_the_layer_of_control_names_its_holders(page: Any, kind: str) -> None:
    with page.expect_response("**/control.json*") as answered:
        page.locator("[data-control] select").select_option(kind)
    told = answered.value.json()
    assert told["cells"]
    expect(page.locator(".control .holder")).to_have_count(len(told["cells"]))
    expect(page.locator("#holders li")).to_have_text(told["holders"])
    page.wait_for_url(f"**control={kind}*")


def test_the_layer_of_control_goes_by_the_day(page: Any, asked: Ask) -> None:
    first = min(str(row.published) for row in asked(lambda ledger: list(ledger.claims())) if row.published)
    page.goto(f"/?control=claimed&day={int(first[:4]) - 40}{first[4:]}")
    page.wait_for_load_state("networkidle")
    assert page.locator(".control .holder").count() == 0


def test_a_view_is_bookmarked_and_sent(page: Any) -> None:
    every = page.locator("a.mark").count()
    page.locator("[data-filters] select[name=status]").select_option("contested")
    page.wait_for_url("**status=contested*")
    expect(page.locator("#list .status-contested").first).to_be_visible()
    expect(page.locator("#list .status-claimed")).to_have_count(0)
    other = page.context.new_page()
    other.goto(page.url)
    other.wait_for_load_state("networkidle")
    # List and map answer apart from each other: the first page is waited for, not read at once.
    expect(page.locator("#list .row")).to_have_count(other.locator("#list .row").count())
    expect(page.locator("a.mark")).to_have_count(other.locator("a.mark").count())
    assert 0 < other.locator("a.mark").count() < every
    assert other.locator("[data-filters] select[name=status]").input_value() == "contested"


def test_a_group_of_events_is_switched_off_and_on(page: Any) -> None:
    before = page.locator("#list .row").count()
    toggle = page.locator(".legend [role=checkbox]").first
    toggle.click()
    expect(toggle).to_have_attribute("aria-checked", "false")
    expect(page.locator("#list .row")).not_to_have_count(before)
    page.locator(".legend [role=checkbox]").first.click()
    expect(page.locator("#list .row")).to_have_count(before)


@pytest.mark.parametrize("board", ["#map a.mark", "#time a.bar", "#net a.node"])
def test_arrows_go_from_mark_to_mark(page: Any, board: str) -> None:
    page.locator(f"{board}[tabindex='0']").first.focus()
    seen = {page.evaluate("document.activeElement.getAttribute('aria-label')")}
    for key in ("ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"):
        page.keyboard.press(key)
        assert page.evaluate(f"document.activeElement.matches({board!r})")
        seen.add(page.evaluate("document.activeElement.getAttribute('aria-label')"))
    assert len(seen) > 1


def test_every_page_is_reached_by_keys(page: Any) -> None:
    for key, path in {"c": "contradictions", "p": "prospects", "b": "briefing", "q": "queue", "d": "documents"}.items():
        page.keyboard.press("g")
        page.keyboard.press(key)
        page.wait_for_url(f"**/{path}")


@pytest.mark.parametrize(("picture", "starts"), [("map svg", b"<svg"), ("map png", b"\x89PNG"), ("time svg", b"<svg")])
def test_a_board_leaves_as_a_picture(page: Any, tmp_path: Path, picture: str, starts: bytes) -> None:
    page.locator(".export summary").click()
    with page.expect_download() as left:
        page.locator(f"[data-picture='{picture}']").click()
    left.value.save_as(tmp_path / "picture")
    assert (tmp_path / "picture").read_bytes().startswith(starts)


def test_a_pasted_report_is_read_and_its_rows_are_marked(page: Any, asked: Ask) -> None:
    before = asked(lambda ledger: len(list(ledger.documents())))
    page.goto("/add")
    page.locator("textarea").fill(REPORT)
    page.locator("[name=outlet]").fill("Niger Bend Wire")
    page.locator("[name=published]").fill("2026-03-04")
    page.get_by_role("button", name="Read").click()
    page.get_by_role("link", name="What changed with them").click(timeout=60_000)
    expect(page.locator(".new").first).to_be_visible()
    assert "Bourem" in page.locator("main").inner_text()
    assert asked(lambda ledger: len(list(ledger.documents()))) == before + 1


def test_dropped_files_are_read_and_a_broken_one_is_told(page: Any, asked: Ask, tmp_path: Path) -> None:
    (tmp_path / "bend.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "broken.jsonl").write_text(json.dumps({"no": "text"}) + "\nnot json\n", encoding="utf-8")
    page.goto("/add")
    page.locator("input[type=file]").set_input_files([tmp_path / "bend.txt", tmp_path / "broken.jsonl"])
    expect(page.locator("[data-names] li")).to_have_count(2)
    page.get_by_role("button", name="Read").click()
    page.get_by_role("link", name="What changed with them").wait_for(timeout=60_000)
    assert "bend.txt" in asked(lambda ledger: {document.name for document in ledger.documents()})
    page.goto("/issues")
    assert "broken.jsonl" in page.locator("tbody").inner_text()
