"""Tables of own sentences with what must come out of each: how they are written, read and held against the reading.

A table is a text file: `# section`, then a sentence a line, `SENTENCE => WANTED & WANTED`; nothing behind `=>`: nothing
may come out. `? CAUSE | SENTENCE => ...` is a sentence whose outcome is known to be wrong, with the cause. Everything
that comes out is compared: what is not wanted is as wrong as what is missing.

A relation: `kind(subject; object; value)`, then, apart by blanks, a qualifier, `=FIGURE`, `@TIME` (a word of it) and
`"VOICE` (a word of it). An assessment: `factor SIGN(subject)`, SIGN `+`, `-` or `?`, then `~HEDGE` and `"VOICE`.
A figure: `measure=FIGURE` and its part in the sentence (`part`, `addition`, `superseded`).
FIGURE: `12`, `~12` (about), `12..` (at least), `..12`, `5..7`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from rashomon import pipeline
from rashomon.ingest import RawInput, Sidecar, read_input
from rashomon.records import Annotated, Claim, Direction, Figure, Mention, Modifier, Reading, Scope

_ROW = re.compile(r"(?:\? (?P<cause>[^|]+) \| )?(?P<text>.+?) =>(?P<wanted>.*)")
_ITEM = re.compile(r"(?P<name>[a-z-]+)(?P<sign> [-+?])?\((?P<ends>.*?)\)(?P<marks>.*)")
_SIGNS = {Direction.FAVOURS: "+", Direction.HINDERS: "-", Direction.UNCLEAR: "?"}
_HELD = {
    "former",
    "not",
    "acting",
    "self-declared",
    "late",
    "caretaker",
    "de facto",
    "designate",
    "elect",
    "exiled",
    "in part",
}


@dataclass(frozen=True)
class Row:
    """A sentence of a table; `cause` "" where it must hold."""

    section: str
    text: str
    wanted: tuple[str, ...]
    cause: str

    def param(self) -> ParameterSet:
        """Give the row as a parameter of a test, a strict xfail where its outcome is known to be wrong."""
        marks = [pytest.mark.xfail(reason=self.cause, strict=True)] if self.cause else []
        return pytest.param(self, id=f"{self.section}: {self.text}", marks=marks)


@dataclass(frozen=True)
class Told:
    """What came out: its words for a report, and what a wanted row is held against."""

    name: str
    ends: tuple[frozenset[str], ...] = ()
    qualifier: str = ""
    figures: tuple[str, ...] = ()
    time: str = ""
    voice: str = ""
    hedge: str = ""
    shown: str = field(default="", compare=False)


def open_tables(module: str) -> list[Row]:
    """Read all tables of a test module: the files of the folder `tables` beside it."""
    folder = Path(module).with_name("tables")
    return [row for path in sorted(folder.glob("*.txt")) for row in read_table(path)]


def read_table(path: Path) -> tuple[Row, ...]:
    """Read one file of sentences."""
    rows, section = [], ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            section = line[2:]
        elif line.strip():
            found = _ROW.fullmatch(line)
            assert found, line
            wanted = tuple(part.strip() for part in found["wanted"].split(" & ") if part.strip())
            rows.append(Row(section, found["text"], wanted, found["cause"] or ""))
    return tuple(rows)


def read_rows(rows: tuple[Row, ...], kit: pipeline.Kit) -> list[tuple[Reading, Annotated]]:
    """Read every sentence as a document of its own."""
    documents = []
    for row in rows:
        raw = RawInput("row.txt", None, row.text.encode())
        [(document, outlet)], _ = read_input(raw, kit.lexicon, Sidecar(), "2026-01-01T00:00:00")
        documents.append((document, outlet))
    annotated = list(kit.annotator.annotate_all([document for document, _ in documents]))
    return [
        (pipeline.read_annotated(columns, document, outlet, kit), columns)
        for (document, outlet), (columns, _) in zip(documents, annotated, strict=True)
    ]


def write_figure(figure: Figure) -> str:
    """Write a figure as the tables do."""
    low = "" if figure.low is None else f"{figure.low:.15g}"
    high = "" if figure.high is None else f"{figure.high:.15g}"
    number = low if low == high else f"{low}..{high}"
    return f"~{number}" if figure.modifier is Modifier.ABOUT else number


def relations_of(reading: Reading) -> list[Told]:
    """Give the relations of a reading."""
    mentions = {mention.id: mention for mention in reading.mentions}
    made = []
    for relation in reading.relations:
        ends = (_words(mentions, relation.subject), _words(mentions, relation.object), frozenset({relation.value}))
        told = Told(
            relation.kind,
            ends,
            relation.qualifier,
            tuple(map(write_figure, relation.figures)),
            "" if relation.time is None else relation.time.text,
            _voice(reading, relation.id),
            shown=_show(relation.kind, ends) + f" {relation.qualifier}",
        )
        made.append(told)
    return made


def assessments_of(reading: Reading) -> list[Told]:
    """Give the assessments of a reading."""
    mentions = {mention.id: mention for mention in reading.mentions}
    return [
        Told(
            f"{one.factor} {_SIGNS[one.direction]}",
            ends := (_words(mentions, one.subject),),
            voice=_voice(reading, one.id),
            hedge=one.hedge,
            shown=_show(f"{one.factor} {_SIGNS[one.direction]}", ends) + f" ~{one.hedge}",
        )
        for one in reading.assessments
    ]


def fits(wanted: str, told: Told) -> bool:
    """Say whether what came out is what a row wants."""
    item = _ITEM.fullmatch(wanted)
    assert item, wanted
    if item["name"] + (item["sign"] or "") != told.name:
        return False
    ends = [end.strip() for end in item["ends"].split(";")]
    ends += [""] * (len(told.ends) - len(ends))
    if not all(_is_end(end, found) for end, found in zip(ends, told.ends, strict=True)):
        return False
    marks = item["marks"].strip()
    qualifier = next((word for word in _HELD if re.search(rf"(?<![\w@\"~]){word}(?!\w)", marks)), "")
    figures = tuple(re.findall(r"=(\S+)", marks))
    time, voice, hedge = (_mark(sign, marks) for sign in '@"~')
    return (
        qualifier == told.qualifier
        and figures == told.figures
        and (time in told.time if time else not told.time)
        and voice in told.voice
        and (hedge in told.hedge if hedge else True)
    )


def wrong(row: Row, told: list[Told]) -> str | None:
    """Say what of a row is missing and what came out beside it, or None where it is right."""
    left, missing = list(told), []
    for wanted in row.wanted:
        found = next((one for one in left if fits(wanted, one)), None)
        if found is None:
            missing.append(wanted)
        else:
            left.remove(found)
    if not missing and not left:
        return None
    return f"missing {missing}, beside {[(one.shown, one.figures, one.time, one.voice) for one in left]}"


def figures_of(reading: Reading, found: Iterable[Figure]) -> list[str]:
    """Give the figures of a reading as the tables write them: with the measure of the event that tells them."""
    told = {figure.start: figure for event in reading.events for figure in event.figures}
    told |= {figure.start: figure for relation in reading.relations for figure in relation.figures}
    every = {figure.start: figure for figure in found} | told
    return [
        f"{figure.measure or 'count'}={write_figure(figure)}{_scope(figure)}" for _, figure in sorted(every.items())
    ]


def _scope(figure: Figure) -> str:
    return "" if figure.scope is Scope.TOTAL else f" {figure.scope}"


def _mark(sign: str, marks: str) -> str:
    found = re.search(rf"{re.escape(sign)}(\S+)", marks) if sign != "~" else re.search(r"(?<!=)~(\S+)", marks)
    return found[1] if found else ""


def _words(mentions: dict[str, Mention], end: str | None) -> frozenset[str]:
    return frozenset() if end is None else frozenset({mentions[end].text, mentions[end].name} - {""})


def _is_end(wanted: str, found: frozenset[str]) -> bool:
    if not wanted:
        return not found - {""}
    return any(re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", text, re.IGNORECASE) for text in found)


def _voice(reading: Reading, item: str) -> str:
    voices = {voice.id: voice for voice in reading.voices}
    claim: Claim | None = next((claim for claim in reading.claims if claim.item == item), None)
    return "" if claim is None else voices[claim.voice].text


def _show(name: str, ends: tuple[frozenset[str], ...]) -> str:
    return f"{name}({'; '.join(min(end, default='', key=len) for end in ends)})"
