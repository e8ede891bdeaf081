"""Speed of the face: `python -m tests.bench_face`. Prints one JSON object a figure: milliseconds of the whole request.

The first page is taken from the larger sample, opened cold. The filters are taken from a ledger of generated incidents;
each is asked for once, so that none is answered out of memory, and must leave some. Frames are those of a real
Chromium while the map is dragged and zoomed.
"""

import argparse
import json
import tempfile
import time
import warnings
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from rashomon.records import Grain, Incident, Place, PlaceKind, PlaceRef, Resolution, Status, TimeBasis, TimeSpan
from rashomon.store import open_ledger
from rashomon.web import Settings, make_app
from tests.browser.chromium import CHROMIUM, FLAGS
from tests.browser.served import serve
from tests.ledgers import numbered_reading
from tests.pictures import read_sample

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

HOST = "http://127.0.0.1:8317"
TYPES = ("capture", "clash", "shelling", "killing", "arrest", "displacement", "bombing", "demonstration")
PLACES = 400
DAYS = 1500
FILTERS = (
    "status=contested",
    "place=Town+17",
    "from=2023-02-01&to=2023-06-01",
    "group=fighting",
    "outlet=Sahel+Wire",
    "q=77",
    "status=corroborated&from=2024-01-01",
)


def main() -> None:
    """Take the figures and print them."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--incidents", type=int, default=10_000, help="incidents of the generated ledger")
    given = words.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        _ask(read_sample(Path(folder)), "larger sample", ())
        path = Path(folder) / "many.db"
        _generate(path, given.incidents)
        _ask(path, f"{given.incidents} incidents", FILTERS)
        _move(path, f"{given.incidents} incidents")


def _generate(path: Path, count: int) -> None:
    ledger = open_ledger(path, create=True)
    readings = [numbered_reading(number) for number in range(count)]
    ledger.append(readings)
    ledger.hold_places(
        Place(f"geo-{9_000_000 + town}", f"Town {town}", (f"Town {town}",), PlaceKind.TOWN) for town in range(PLACES)
    )
    claims = [(reading.claims[0].id, reading.document) for reading in readings]
    ledger.resolve(Resolution(incidents=tuple(_incident(at, *claim) for at, claim in enumerate(claims))))
    ledger.close()


def _incident(number: int, claim: str, document: object) -> Incident:
    day = date(2021, 1, 1) + timedelta(days=number * 7 % DAYS)
    town = number * 31 % PLACES
    place = PlaceRef(f"geo-{9_000_000 + town}", f"Town {town}", f"Town {town}", country="ML", lat=12 + town % 20 * 0.4,
                     lon=-8 + town // 20 * 0.5, precision=1 + town % 3)  # fmt: skip
    return Incident(
        id=f"inc-{number:016x}", type=TYPES[number % len(TYPES)], claims=(claim,), part_of=None,
        title=f"Happening {number} in Town {town}",
        time=TimeSpan(day, day + timedelta(days=1), Grain.DAY, TimeBasis.STATED, "that day"), place=place, actors=(),
        figures=(), status=list(Status)[number % len(Status)], status_reason="made by number", origins=1 + number % 4,
        outlets=("Sahel Wire",), documents=(document.id,),
    )  # fmt: skip


def _ask(path: Path, what: str, filters: tuple[str, ...]) -> None:
    with TestClient(make_app(Settings(ledger=path, token="t")), base_url=HOST) as client:
        client.get("/login?token=t", follow_redirects=False)
        _print(f"{what}: first page, cold", _milliseconds(client, "/"))
        _print(f"{what}: its marks", _milliseconds(client, "/marks.json"))
        count = client.get("/marks.json").json()["count"]
        for one in filters:
            _print(f"{what}: list, {one}", _milliseconds(client, f"/part?{one}"))
            _print(f"{what}: marks, {one}", _milliseconds(client, f"/marks.json?{one}"))
            shown = client.get(f"/marks.json?{one}").json()["count"]
            if not shown:
                raise SystemExit(f"{one} leaves none of {count} incidents")


def _move(path: Path, what: str) -> None:
    """Pan and zoom the map in a real Chromium; give the milliseconds between frames."""
    if CHROMIUM is None:
        return
    with serve(path) as served, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(f"http://127.0.0.1:{served.port}/?token=t")
        page.wait_for_load_state("networkidle")
        box = page.locator("#map svg").bounding_box()
        x, y = box["x"] + box["width"] * 0.7, box["y"] + box["height"] * 0.4
        for name, act in (("panning", _pan), ("zooming", _zoom)):
            page.evaluate(_WATCH)
            act(page, x, y)
            frames = sorted(page.evaluate("() => { window.watching = false; return window.frames_; }"))
            _print(f"{what}: {name}, a frame, median of {len(frames)}", frames[len(frames) // 2])
            _print(f"{what}: {name}, a frame, 95 of 100 under", frames[len(frames) * 95 // 100])
        browser.close()


_WATCH = """() => {
  [window.frames_, window.watching] = [[], true];
  let last = performance.now();
  const tick = (now) => {
    window.frames_.push(now - last);
    last = now;
    if (window.watching) requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}"""


def _pan(page: Any, x: float, y: float) -> None:
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(1, 121):
        page.mouse.move(x - 2 * step % 240, y + step % 60)
    page.mouse.up()


def _zoom(page: Any, x: float, y: float) -> None:
    page.mouse.move(x, y)
    for step in range(60):
        page.mouse.wheel(0, -60 if step < 30 else 60)


def _milliseconds(client: TestClient, address: str) -> float:
    began = time.perf_counter()
    answer = client.get(address)
    took = time.perf_counter() - began
    if answer.status_code != 200:
        raise SystemExit(f"{address}: {answer.status_code}")
    return took * 1000


def _print(metric: str, value: float) -> None:
    print(json.dumps({"metric": metric, "value": round(value, 1), "unit": "ms"}))


if __name__ == "__main__":
    main()
