"""Own reports with their gold: how the files of reports/ are read and held against what the pipeline finds.

A file: `published: DAY`, the report with `{n}` behind each word that tells an event, `---`, and a row an event:
`n | type | agents | patients | place | time | figures | factuality realis | voice`, the voice left out where nobody
looked at it (`outlet` is the document itself). In a row `a/b` (types) and `a=b` (all else) stand for either, `;` joins
several, `-` is nothing and `?` is not looked at.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from rashomon import pipeline
from rashomon.ingest import RawInput, Sidecar, read_input
from rashomon.records import Event, Grain, Mention, Reading, TimeSpan

SLOTS = ("type", "agent", "patient", "place", "time", "figures", "factuality", "voice")
FOLDER = Path(__file__).with_name("reports")
_MARK = re.compile(r"\{(\d+)\}")


@dataclass(frozen=True)
class Row:
    """Gold of one event: offset of the last character of its word, and slot -> value as written."""

    number: str
    at: int
    slots: dict[str, str]


@dataclass(frozen=True)
class Report:
    """A report with its gold."""

    name: str
    text: str
    published: date
    rows: tuple[Row, ...]


def read_report(path: Path) -> Report:
    """Read one file."""
    head, _, gold = path.read_text(encoding="utf-8").partition("\n---\n")
    published, _, marked = head.partition("\n")
    text, marks, at = "", {}, 0
    for mark in _MARK.finditer(marked := marked.strip()):
        text += marked[at : mark.start()]
        marks[mark.group(1)] = len(text) - 1
        at = mark.end()
    text += marked[at:]
    rows = []
    for line in gold.strip().splitlines():
        number, *values = (part.strip() for part in line.split(" | "))
        values += ["?"] * (len(values) == len(SLOTS) - 1)
        rows.append(Row(number, marks[number], dict(zip(SLOTS, values, strict=True))))
    return Report(path.stem, text, date.fromisoformat(published.partition(": ")[2]), tuple(rows))


def read_all(reports: list[Report], kit: pipeline.Kit) -> list[Reading]:
    """Read the reports as the product reads files."""
    incoming = []
    for report in reports:
        raw = RawInput(f"{report.name}.txt", None, report.text.encode())
        [(document, outlet)], issues = read_input(raw, kit.lexicon, Sidecar(), "2026-01-01T00:00:00")
        span = TimeSpan(report.published, report.published + timedelta(days=1), Grain.DAY, "stated", "")
        incoming.append((replace(document, published=span), outlet, issues))
    return list(pipeline.read_documents(incoming, kit))


def shift(report: Report, reading: Reading) -> int:
    """Give how far the document's text lies behind the report's."""
    return reading.document.text.index(report.text[:40])


def find_event(row: Row, reading: Reading, offset: int) -> Event | None:
    """Give the event that a gold row's word tells, the one of the right type first, or None."""
    at = row.at + offset
    found = [event for event in reading.events if event.start <= at < event.end]
    types = row.slots["type"].split("/")
    return next((event for event in found if event.type in types), found[0] if found else None)


def judge(row: Row, event: Event, reading: Reading) -> dict[str, bool]:
    """Say of each slot that is looked at whether it is right."""
    mentions = {mention.id: mention for mention in reading.mentions}
    place = None if event.place is None else mentions[event.place]
    claims = {f"{claim.factuality} {claim.realis}" for claim in reading.claims if claim.item == event.id}
    told = {
        "type": {event.type},
        "time": {event.time.text if event.time else "-"},
        "figures": {", ".join(sorted(f"{f.measure}={f.low:g}" for f in event.figures if f.low is not None)) or "-"},
        "factuality": claims,
    }
    found = {
        "agent": _people(row.slots["agent"], [mentions[i] for i in event.agents]),
        "patient": _people(row.slots["patient"], [mentions[i] for i in event.patients]),
        "place": _people(row.slots["place"], [place] if place else []),
        **{slot: _any(row.slots[slot], values, slot) for slot, values in told.items()},
        "voice": any(one.lower() in name for one in row.slots["voice"].split("=") for name in _voices(event, reading)),
    }
    return {slot: right for slot, right in found.items() if "?" not in _wanted(row.slots[slot], slot)}


def _voices(event: Event, reading: Reading) -> set[str]:
    """Give the names of who tells an event: as written and as the chain is called, "outlet" for the document."""
    voices = {voice.id: voice for voice in reading.voices}
    mentions = {mention.id: mention for mention in reading.mentions}
    found = set[str]()
    for voice in (voices[claim.voice] for claim in reading.claims if claim.item == event.id):
        source = mentions.get(voice.source or "")
        said = voice.text if source is None else f"{voice.text} {source.text} {source.name}"
        found.add("outlet" if voice.via is None else said.lower())
    return found


def _wanted(value: str, slot: str) -> list[str]:
    if slot == "figures":
        return [", ".join(sorted(value.split(", ")))]
    return value.split("/" if slot == "type" else "=")


def _any(value: str, found: set[str], slot: str) -> bool:
    if slot == "time":
        return any(one == two or (one != "-" and one in two) for one in _wanted(value, slot) for two in found)
    return bool(set(_wanted(value, slot)) & found)


def _people(value: str, found: list[Mention]) -> bool:
    """Whether each gold part is one of the mentions or of their chains' names, and no other mention is there."""
    if not found or value == "-":
        return not found and "-" in re.split("[=;]", value)
    parts = [part.strip().split("=") for part in value.split(";")]
    names = [f"{mention.text} {mention.name}".lower() for mention in found]
    hit = [any(any(one.lower() in name for one in part) for name in names) for part in parts if part != ["-"]]
    extra = [name for name in names if not any(one.lower() in name for part in parts for one in part if one != "-")]
    return all(hit) and not extra
