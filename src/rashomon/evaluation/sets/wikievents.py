"""WikiEvents (Li, Ji and Han 2021, "Document-level event argument extraction by conditional generation", NAACL).

`dev.jsonl` (or another part) with tokens, mentions and events, `coref/` beside it. The product finds the events itself:
no gold trigger is given. Its types are written as the set's by tables/wikievents.yaml, an attack that ACLED's code says
was one with explosives as such; whom an attack killed is a victim of the set's event of dying. Each argument is a
triple of event type, role and words; as in ACE (Ji and Grishman 2008) it is right if gold has an argument of that type
and role that stands for it, each gold argument once.

`argument F1` is the paper's head match: the head word lies in the gold mention; `coreferential argument F1` its
coreference match: the head lies in any mention of the gold entity.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from rashomon import pipeline
from rashomon.errors import InputError
from rashomon.evaluation.assignment import assign
from rashomon.evaluation.running import Bench
from rashomon.evaluation.scores import Counts, Miss, Score, f1_score, precision_score, recall_score
from rashomon.records import Annotated, Document, Event, Mention, Outlet, Reading, Token, Zone, ZoneKind

NAME = "wikievents"
_OUTLET = Outlet("out-wikievents", "WikiEvents")
_BOMBING = "bombing"
_EXPLOSIVE = frozenset({"Remote explosive/landmine/IED", "Suicide bomb", "Grenade"})
_ATTACKS = frozenset({"assault", "shooting", "offensive", "massacre"})
_HARMS = {"killed": "Life.Die.Unspecified", "wounded": "Life.Injure.Unspecified"}
_HARMED = frozenset({"killing", "assassination", "execution", "casualty", "wounding", "beating"})
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of an event.

    Attributes:
        type: KAIROS type of the event.
        role: KAIROS role.
        spans: offsets of the words; of gold also those of the entity's other mentions, behind the first.
        text: the words.
    """

    type: str
    role: str
    spans: tuple[Span, ...]
    text: str


@dataclass(frozen=True, slots=True)
class GoldText:
    """A document with its gold arguments."""

    document: Document
    arguments: tuple[Argument, ...]


def measure(path: Path, bench: Bench, limit: int | None) -> tuple[list[Score], list[Miss]]:
    """Measure the reading of events and their arguments."""
    texts = read_texts(path)[:limit]
    near, wide, misses = list[Counts](), list[Counts](), list[Miss]()
    for text, (reading, columns) in zip(texts, _read(texts, bench), strict=True):
        found = find_arguments(reading, columns)
        matched = match_arguments(found, text.arguments, coreferential=False)
        near.append(Counts(len(matched), len(found), len(text.arguments)))
        others = match_arguments(found, text.arguments, coreferential=True)
        wide.append(Counts(len(others), len(found), len(text.arguments)))
        misses.extend(_misses(text, found, matched))
    return [
        f1_score(NAME, "argument F1", near),
        recall_score(NAME, "argument recall", near),
        precision_score(NAME, "argument precision", near),
        f1_score(NAME, "coreferential argument F1", wide),
    ], misses


def read_texts(path: Path) -> list[GoldText]:
    """Read the set.

    Raises:
        InputError: the file is missing or holds something else.
    """
    folder, file = (path, next(iter(sorted(path.glob("*.jsonl"))), path / "dev.jsonl")) if path.is_dir() else (
        path.parent, path
    )  # fmt: skip
    try:
        rows = [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line.strip()]
        clusters = _read_clusters(folder / "coref")
        return [_make(row, clusters.get(row["doc_id"], [])) for row in rows]
    except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
        raise InputError(f"{file}: no WikiEvents set ({error}); give dev.jsonl or its folder") from error


def _read_clusters(folder: Path) -> dict[str, list[list[str]]]:
    lines = (line for file in sorted(folder.glob("*.jsonlines")) for line in file.read_text("utf-8").split("\n"))
    rows = (json.loads(line) for line in lines if line.strip())
    return {row["doc_key"]: row["clusters"] for row in rows}


def _make(row: Mapping[str, Any], clusters: Sequence[Sequence[str]]) -> GoldText:
    offsets: list[Span] = []
    lines: list[str] = []
    at = 0
    for tokens, _ in row["sentences"]:
        base, line = tokens[0][1], ""
        for word, start, _end in tokens:
            line = line.ljust(start - base) + word
            offsets.append((at + len(line) - len(word), at + len(line)))
        lines.append(line)
        at += len(line) + 1
    spans = {m["id"]: (offsets[m["start"]][0], offsets[m["end"] - 1][1]) for m in row["entity_mentions"]}
    same = {one: [other for other in cluster if other != one] for cluster in clusters for one in cluster}
    arguments = tuple(
        Argument(
            event["event_type"],
            argument["role"],
            tuple(spans[key] for key in (argument["entity_id"], *same.get(argument["entity_id"], ())) if key in spans),
            argument["text"],
        )
        for event in row["event_mentions"]
        for argument in event["arguments"]
        if argument["entity_id"] in spans
    )
    return GoldText(_document(row["doc_id"], lines), arguments)


def _document(name: str, lines: Sequence[str]) -> Document:
    zones: list[Zone] = []
    at = 0
    for line in lines:
        zones.append(Zone(at, at + len(line), ZoneKind.BODY))
        at += len(line) + 1
    return Document(
        id=f"doc-{name}", name=name, outlet=_OUTLET.id, url=None, title=None, byline=None, dateline=None,
        published=None, fetched="", language="en", text="\n".join(lines), sha256="", fingerprint=(), zones=tuple(zones),
    )  # fmt: skip


def _read(texts: Sequence[GoldText], bench: Bench) -> Iterator[tuple[Reading, Annotated]]:
    annotated = bench.annotate(text.document for text in texts)
    for text, columns in zip(texts, annotated, strict=True):
        yield pipeline.read_annotated(columns, text.document, _OUTLET, bench.kit), columns


@cache
def read_types() -> Mapping[str, tuple[str, Mapping[str, str]]]:
    """Give our event type -> the set's type, and our part -> its role."""
    text = (files("rashomon.evaluation") / "tables" / "wikievents.yaml").read_text(encoding="utf-8")
    return {name: (kind, roles) for name, (kind, roles) in yaml.safe_load(text).items()}


def find_arguments(reading: Reading, annotated: Annotated) -> tuple[Argument, ...]:
    """Give the arguments of a reading's events as the set writes them, each once."""
    mentions = {mention.id: mention for mention in reading.mentions}
    acled = {coding.event: coding.acled for coding in reading.codings}
    text, types = reading.document.text, read_types()
    found: dict[tuple[str, str, Span], Argument] = {}
    for event in reading.events:
        name = _BOMBING if acled.get(event.id) in _EXPLOSIVE and event.type in _ATTACKS else event.type
        kind, roles = types.get(name, ("", {}))
        victims = list(_victims(event, mentions, annotated))
        parts = {"agent": event.agents, "patient": event.patients, "place": (event.place,) if event.place else ()}
        spans = [(part, _span(annotated.tokens[mentions[key].head])) for part, keys in parts.items() for key in keys]
        told = [(part, span) for part, span in spans if part in roles and span not in {span for *_, span in victims}]
        told += [
            ("instrument", _word(words, event.start, text)) for words in event.instruments if "instrument" in roles
        ]
        arguments = [(kind, roles[part], span) for part, span in told]
        for kind, role, span in (*arguments, *victims):
            found.setdefault((kind, role, span), Argument(kind, role, (span,), text[span[0] : span[1]]))
    return tuple(found.values())


def _victims(event: Event, mentions: Mapping[str, Mention], annotated: Annotated) -> Iterator[tuple[str, str, Span]]:
    """Give those whom an attack killed or wounded by its figures: the set has events of their own for it."""
    for figure in event.figures:
        if figure.measure in _HARMS and event.type not in _HARMED:
            counted = (mentions[key] for key in event.patients)
            head = next((m.head for m in counted if m.start <= figure.start < m.end), None)
            span = (figure.start, figure.end) if head is None else _span(annotated.tokens[head])
            yield _HARMS[figure.measure], "Victim", span


def _span(token: Token) -> Span:
    return token.start, token.end


def _word(words: str, near: int, text: str) -> Span:
    """Give the last word of an instrument where it stands nearest to its event."""
    starts = [found.start() for found in re.finditer(re.escape(words), text)]
    end = min(starts, key=lambda at: abs(at - near)) + len(words)
    return end - len(words.rsplit(maxsplit=1)[-1]), end


def match_arguments(
    found: Sequence[Argument], gold: Sequence[Argument], coreferential: bool
) -> tuple[tuple[int, int], ...]:
    """Pair found arguments with gold ones, each once.

    Args:
        found: of the reading; each has one span, its head.
        gold: of the set.
        coreferential: whether the head may lie in another mention of the gold entity.
    """
    pairs = {
        (left, right): 1.0
        for left, one in enumerate(found)
        for right, other in enumerate(gold)
        if (one.type, one.role) == (other.type, other.role)
        and any(
            start < one.spans[0][1] and one.spans[0][0] < end
            for start, end in (other.spans if coreferential else other.spans[:1])
        )
    }
    return assign(pairs)


def _misses(text: GoldText, found: Sequence[Argument], matched: Sequence[tuple[int, int]]) -> Iterator[Miss]:
    used, answered = {left for left, _ in matched}, {right for _, right in matched}
    name = text.document.name
    for at, one in enumerate(text.arguments):
        if at not in answered:
            yield Miss(NAME, "argument F1", name, "missing", one.text, f"{one.type} {one.role}")
    for at, one in enumerate(found):
        if at not in used:
            yield Miss(NAME, "argument F1", name, "extra", one.text, f"{one.type} {one.role}")
