"""Sentences with a verb and the place where it happens (Halterman 2019, "Geolocating Political Events in Text").

One JSON object a line: `text`, and `spans` with `start`, `end` and `label` VERB or LOCATION. As in the paper the tokens
of the places found for the verb are compared with those of gold: precision and recall over all tokens. The verb is
given; places are recognised by the product, and a list of places counts with all its members. A row without exactly one
verb, or with a span that does not begin and end at words (the marks in it were shifted), is passed over.

Many verbs of gold that plainly have a place are marked with none, nearly all in the rows whose spans repeat their text,
so a second figure is over the sentences where gold marks a place.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rashomon.errors import InputError
from rashomon.evaluation.running import Bench
from rashomon.evaluation.scores import Counts, Miss, Score, precision_score, recall_score
from rashomon.extract.events.scenes import SceneFinder
from rashomon.extract.places import find_places
from rashomon.ingest import RawInput
from rashomon.lexicon import Lexicon
from rashomon.link import settle_names
from rashomon.records import Annotated

NAME = "event_location"
_FILE = "sentences.jsonl"


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence: the verb's offsets (half-open) and those of the places that gold gives it."""

    name: str
    text: str
    verb: tuple[int, int]
    places: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Result:
    """The tokens of one sentence: counts, whether gold marks a place, and the miss if there is one."""

    counts: Counts
    located: bool
    miss: Miss | None


def measure(path: Path, bench: Bench, limit: int | None) -> tuple[list[Score], list[Miss]]:
    """Measure the places of verbs."""
    rows = read_rows(path)[:limit]
    results = list(_read(rows, bench))
    counts = [result.counts for result in results]
    located = [result.counts for result in results if result.located]
    scores = [
        precision_score(NAME, "precision", counts),
        recall_score(NAME, "recall", counts),
        precision_score(NAME, "precision where gold has a place", located),
    ]
    return scores, [result.miss for result in results if result.miss is not None]


def read_rows(path: Path) -> list[Row]:
    """Read the sentences that can be compared.

    Raises:
        InputError: the file is not there, or a line is no object of this set.
    """
    file = path / _FILE if path.is_dir() else path
    if not file.is_file():
        raise InputError(f"{file}: not there; give event_location's folder or its {_FILE}")
    rows: list[Row] = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row = read_row(f"{number}", json.loads(line))
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(f"{file}: line {number}: an object with text and spans is needed ({error!r})") from error
        if row is not None:
            rows.append(row)
    return rows


def read_row(name: str, row: dict[str, Any]) -> Row | None:
    """Read one object; None where it cannot be compared."""
    text = str(row["text"])
    spans = [(str(span["label"]), int(span["start"]), int(span["end"])) for span in row["spans"]]
    verbs = [(start, end) for label, start, end in spans if label == "VERB"]
    if len(verbs) != 1 or not all(_at_words(text, start, end) for _, start, end in spans):
        return None
    return Row(name, text, verbs[0], tuple((start, end) for label, start, end in spans if label == "LOCATION"))


def _at_words(text: str, start: int, end: int) -> bool:
    inside = text[start:end]
    whole = not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum()
    return bool(inside) and inside == inside.strip() and whole


def _read(rows: Sequence[Row], bench: Bench) -> Iterator[Result]:
    raws = (RawInput(f"{row.name}.txt", None, row.text.encode()) for row in rows)
    both = list(bench.documents(raws))
    annotated = bench.annotate(document for document, _ in both)
    for row, (document, _), read in zip(rows, both, annotated, strict=True):
        columns = settle_names(read, document, bench.kit.lexicon, bench.kit.gazetteer)
        yield compare(row, columns, bench.kit.lexicon)


def compare(row: Row, annotated: Annotated, lexicon: Lexicon) -> Result:
    """Compare the tokens of the places found for the verb with gold's."""
    # Ingest takes blanks off a document's ends.
    shift = annotated.text.find(row.text.strip()[:20]) - (len(row.text) - len(row.text.lstrip()))
    gold = {i for place in row.places for i in _tokens(annotated, place, shift)}
    verb = _tokens(annotated, row.verb, shift)
    places = find_places(annotated, lexicon)
    finder = SceneFinder(annotated, lexicon, places)
    scene = finder.find(verb[:1]) if verb else None
    chosen = () if scene is None else finder.siblings(scene.index)
    found = {i for index in chosen for i in range(places[index].first, places[index].last)}
    counts = Counts(len(gold & found), len(found), len(gold))
    if gold == found:
        return Result(counts, bool(gold), None)
    told = (" ".join(annotated.tokens[i].text for i in sorted(tokens)) or "-" for tokens in (found, gold))
    kind = "missing" if gold - found else "extra"
    note = "found {}; gold {}".format(*told) + f"; {row.text.strip()}"
    return Result(counts, bool(gold), Miss(NAME, "recall" if gold else "precision", row.name, kind, _verb(row), note))


def _verb(row: Row) -> str:
    return row.text[slice(*row.verb)]


def _tokens(annotated: Annotated, span: tuple[int, int], shift: int) -> tuple[int, ...]:
    start, end = span[0] + shift, span[1] + shift
    return tuple(token.index for token in annotated.tokens if token.start < end and start < token.end)
