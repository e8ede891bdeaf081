"""TimeML: a folder of `.tml` files with TIMEX3 expressions (TimeBank, TempEval-3)."""

import html
import re
from datetime import date
from pathlib import Path

from rashomon.errors import InputError
from rashomon.evaluation.running import Bench
from rashomon.evaluation.scores import Miss, Score
from rashomon.evaluation.timexes import TimedText, Timex, measure_timexes

NAME = "timeml"

_TAG = re.compile(r"<(/?)(\w+)([^>]*)>")
_TEXT = re.compile(r"<TEXT>\n?(.*?)</TEXT>", re.DOTALL)
_VALUE = re.compile(r'\bvalue="([^"]*)"')
_CREATED = re.compile(r'functionInDocument="CREATION_TIME"[^>]*')


def measure(path: Path, bench: Bench, limit: int | None) -> tuple[list[Score], list[Miss]]:
    """Measure the time expressions of the files `*.tml` of a folder."""
    files = sorted(path.glob("*.tml"))
    if not files:
        raise InputError(f"{path}: holds no *.tml; give a folder of TimeML files")
    texts = [read_text(file.stem, file.read_text(encoding="utf-8")) for file in files]
    return measure_timexes(NAME, texts, bench, limit)


def read_text(name: str, raw: str) -> TimedText:
    """Read one file: all tags are taken out; each TIMEX3 of the text leaves its stretch and value.

    Raises:
        InputError: it is no TimeML file.
    """
    body = _TEXT.search(raw)
    if body is None:
        raise InputError(f"{name}: no <TEXT>; this is no TimeML file")
    pieces: list[str] = []
    timexes: list[Timex] = []
    opened: list[tuple[int, str]] = []
    position = length = 0
    for tag in _TAG.finditer(body[1]):
        pieces.append(html.unescape(body[1][position : tag.start()]))
        length, position = length + len(pieces[-1]), tag.end()
        if tag[2] == "TIMEX3" and not tag[1]:
            value = _VALUE.search(tag[3])
            opened.append((length, value[1] if value else ""))
        elif tag[2] == "TIMEX3" and opened:
            start, written = opened.pop()
            timexes.append(Timex(start, length, written))
    pieces.append(html.unescape(body[1][position:]))
    return TimedText(name, "".join(pieces), _created(raw), tuple(sorted(timexes, key=lambda one: one.start)))


def _created(raw: str) -> date | None:
    for tag in re.finditer(r"<TIMEX3[^>]*>", raw):
        day = re.search(r'value="(\d{4}-\d{2}-\d{2})', tag[0]) if _CREATED.search(tag[0]) else None
        if day is not None:
            return date.fromisoformat(day[1])
    return None
