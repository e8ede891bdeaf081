"""WikiWars: histories of wars from Wikipedia with TIMEX2 expressions (Mazur and Dale 2010), one file a war."""

import html
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from rashomon.errors import InputError
from rashomon.evaluation.running import Bench
from rashomon.evaluation.scores import Miss, Score
from rashomon.evaluation.timexes import TimedText, Timex, measure_timexes

NAME = "wikiwars"

_TAG = re.compile(r"<(/?)TIMEX2([^>]*)>")
_TEXT = re.compile(r"<TEXT>\n?(.*?)</TEXT>", re.DOTALL)
_DAY = re.compile(r"<DATETIME>.*?(\d{4}-\d{2}-\d{2})", re.DOTALL)
_VALUE = re.compile(r'\bval="([^"]*)"')


def measure(path: Path, bench: Bench, limit: int | None) -> tuple[list[Score], list[Miss]]:
    """Measure the time expressions of the files `*.key.xml` of a folder."""
    files = sorted(path.glob("*.key.xml"))
    if not files:
        raise InputError(f"{path}: holds no *.key.xml; give the folder of WikiWars")
    texts = [read_text(file.name.removesuffix(".key.xml"), file.read_text(encoding="utf-8")) for file in files]
    return measure_timexes(NAME, texts, bench, limit)


def read_text(name: str, raw: str) -> TimedText:
    """Read one file: the tags are taken out of the text, and each leaves its stretch and value.

    Raises:
        InputError: it is no WikiWars file.
    """
    body, day = _TEXT.search(raw), _DAY.search(raw)
    if body is None:
        raise InputError(f"{name}: no <TEXT>; this is no WikiWars file")
    pieces: list[str] = []
    timexes = tuple(sorted(_read_tags(body[1], pieces), key=lambda one: (one.start, -one.end)))
    return TimedText(name, "".join(pieces), None if day is None else date.fromisoformat(day[1]), timexes)


def _read_tags(body: str, pieces: list[str]) -> Iterator[Timex]:
    """Fill `pieces` with the plain text and give the expressions as their tags close; they may nest."""
    open_tags: list[tuple[int, str]] = []
    position = length = 0
    for tag in _TAG.finditer(body):
        plain = html.unescape(body[position : tag.start()])
        pieces.append(plain)
        length, position = length + len(plain), tag.end()
        if not tag[1]:
            value = _VALUE.search(tag[2])
            open_tags.append((length, value[1] if value else ""))
        elif open_tags:
            start, value_text = open_tags.pop()
            yield Timex(start, length, value_text)
    pieces.append(html.unescape(body[position:]))
