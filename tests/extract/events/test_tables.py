"""Own sentences, one by one without context: `SENTENCE => TYPE/TYPE(AGENTS; PATIENT; PLACE) & ...`.

`?` is not looked at, nothing between the semicolons means that nobody may stand there; several agents are joined by
commas. Ground may be found as patient or place. `? CAUSE | ` before a sentence: still wrong, and not run. `audit.txt`
was written before the words of all types were gone through, `fresh.txt` after, `tolls.txt` later; what else comes out
is not judged.
"""

import re

import pytest

from rashomon.pipeline import load_kit
from rashomon.records import Event, Mention, Reading
from tests.extract.tables import Row, open_tables, read_rows

_WANTED = re.compile(r"(?P<types>[a-z/-]+)\((?P<ends>.*)\)")
ROWS = tuple(row for row in open_tables(__file__) if not row.cause)


def found_in(row: Row, reading: Reading) -> list[tuple[str, Event | None]]:
    """Pair every wanted event with one of its types, or None."""
    left, pairs = list(reading.events), []
    for wanted in row.wanted:
        item = _WANTED.fullmatch(wanted)
        assert item, wanted
        event = next((one for one in left if one.type in item["types"].split("/")), None)
        pairs.append((item["ends"], event))
        if event is not None:
            left.remove(event)
    return pairs


def missing(row: Row, reading: Reading) -> str | None:
    """Say what of a row is missing or wrong, or None."""
    mentions = {mention.id: mention for mention in reading.mentions}
    for ends, event in found_in(row, reading):
        if event is None:
            return f"no such event among {[one.type for one in reading.events]}"
        agents, patient, place = (part.strip() for part in ends.split(";"))
        ground = _names(mentions, [event.place] if event.place else [])
        suffering = _names(mentions, event.patients)
        for wanted, found, beside in (
            (agents, _names(mentions, event.agents), []),
            (patient, suffering, ground),
            (place, ground, suffering),
        ):
            if not _is_there(wanted, found, beside):
                return f"wanted {wanted!r}, found {found}"
    return None


def _names(mentions: dict[str, Mention], ids: list[str] | tuple[str, ...]) -> list[str]:
    return [f"{mentions[one].text} {mentions[one].name}".lower() for one in ids]


def _is_there(wanted: str, found: list[str], beside: list[str]) -> bool:
    if wanted == "?":
        return True
    if not wanted:
        return not found
    return all(any(one.strip().lower() in name for name in (*found, *beside)) for one in wanted.split(","))


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    return {row.text: reading for row, (reading, _) in zip(ROWS, read_rows(ROWS, load_kit()), strict=True)}


@pytest.mark.parametrize("row", [row.param() for row in ROWS])
def test_what_a_sentence_tells(row: Row, readings: dict[str, Reading]) -> None:
    assert missing(row, readings[row.text]) is None
