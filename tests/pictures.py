"""Pictures of the face, of the larger sample, in a real Chromium: `python -m tests.pictures [--out FOLDER] [--all]`.

The sample's text is invented, so every name and figure in a picture is too. `--all` takes phone and tablet widths as
well, to be looked at and not kept.
"""

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from click.testing import CliRunner
from playwright.sync_api import sync_playwright

from rashomon.cli.main import cli
from rashomon.store import open_ledger
from tests.browser.chromium import CHROMIUM, FLAGS
from tests.browser.served import serve

OUT = Path(__file__).parents[1] / "docs/pictures"
LARGEST_BYTES = 300_000
HEIGHTS = {1440: 900, 820: 1100, 390: 844}


def main() -> None:
    """Read the sample, serve it, take the pictures."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--out", type=Path, default=OUT)
    words.add_argument("--ledger", type=Path, help="a ledger that is there, instead of the sample read anew")
    words.add_argument("--all", action="store_true", help="phone and tablet widths too")
    given = words.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        ledger = given.ledger or read_sample(Path(folder))
        with serve(ledger) as served, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            for name, path, width, scheme in _wanted(ledger, every=given.all):
                _take(browser, f"http://127.0.0.1:{served.port}{path}", given.out / f"{name}.png", width, scheme)
            browser.close()


def read_sample(folder: Path) -> Path:
    """Read the larger sample; give its ledger."""
    ledger = folder / "cordillera.db"
    done = CliRunner().invoke(cli, ["demo", "--sample", "cordillera", "--ledger", str(ledger)])
    if done.exit_code:
        raise SystemExit(done.output)
    return ledger


def _wanted(path: Path, *, every: bool) -> Iterator[tuple[str, str, int, str]]:
    """Give name, address, width and colour scheme of each picture."""
    ledger = open_ledger(path)
    incidents = list(ledger.incidents())
    told = max(incidents, key=lambda one: (one.origins, len(one.figures), len(one.claims), one.id))
    document = told.documents[0]
    place = next(
        one.place.id for one in sorted(incidents, key=lambda one: -len(one.claims)) if one.place and one.place.id
    )
    ledger.close()
    pages = {
        "overview": "/", "incident": f"/incident/{told.id}", "document": f"/document/{document}",
        "place": f"/place/{place}", "contradictions": "/contradictions", "prospects": "/prospects",
        "correct": f"/correct/{told.id}", "queue": "/queue",
    }  # fmt: skip
    yield from ((name, address, 1440, "light") for name, address in pages.items())
    yield "overview-dark", "/", 1440, "dark"
    for width in (820, 390) if every else ():
        yield from ((f"{name}-{width}", pages[name], width, "light") for name in ("overview", "incident"))


def _take(browser: Any, address: str, out: Path, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": HEIGHTS[width]}, color_scheme=scheme,
                                  reduced_motion="reduce")  # fmt: skip
    page = context.new_page()
    page.goto(address + "?token=t")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(400)
    page.screenshot(path=out)
    context.close()
    if out.stat().st_size > LARGEST_BYTES:
        print(f"{out.name}: {out.stat().st_size} bytes, more than {LARGEST_BYTES}")


if __name__ == "__main__":
    main()
