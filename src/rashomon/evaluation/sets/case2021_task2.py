"""CASE 2021 task 2 (Haneczok et al. 2021): snippets of news in 30 classes like ACLED's; weighted and macro F1.

`snippets.tsv`: id, snippet, class, with a heading; no quoting. Each snippet goes through the ordinary reading as a
document of its own; its class follows from the events told by the table and rule of `evaluation.case2021_coding`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rashomon import pipeline
from rashomon.errors import InputError
from rashomon.evaluation.case2021_coding import code_snippet
from rashomon.evaluation.classes import class_score, macro_f1, weighted_f1
from rashomon.evaluation.running import Bench
from rashomon.evaluation.scores import Miss, Score
from rashomon.ingest import RawInput
from rashomon.records import make_rows

NAME = "case2021_task2"
_FILE = "snippets.tsv"
_TEXT, _CLASS = ("eventsnippet", "snippet", "text"), ("subtype", "class", "label", "event_type")


@dataclass(frozen=True, slots=True)
class Snippet:
    """A snippet with its gold class."""

    name: str
    text: str
    label: str


def measure(path: Path, bench: Bench, limit: int | None) -> tuple[list[Score], list[Miss]]:
    """Measure the reading on a file of snippets or the folder that holds `snippets.tsv`."""
    snippets = read_snippets(path)[:limit]
    pairs: list[tuple[str, str]] = []
    misses: list[Miss] = []
    for snippet, label, why in _read(snippets, bench):
        pairs.append((snippet.label, label))
        if label != snippet.label:
            note = f"found {label} {why}".strip()
            misses.append(Miss(NAME, "weighted F1", snippet.name, "missing", snippet.label, note))
    return [
        class_score(NAME, "weighted F1", pairs, weighted_f1),
        class_score(NAME, "macro F1", pairs, macro_f1),
    ], misses


def read_snippets(path: Path) -> list[Snippet]:
    """Read the set.

    Raises:
        InputError: the file is missing or has no columns of snippets and classes.
    """
    file = path
    if path.is_dir():
        tables = sorted(path.glob("*.tsv"))
        file = next((table for table in tables if table.name == _FILE), tables[0] if tables else path / _FILE)
    try:
        lines = file.read_text(encoding="utf-8-sig").replace("\r\n", "\n").split("\n")
    except (OSError, ValueError) as error:
        raise InputError(f"{file}: no CASE 2021 set ({error}); give snippets.tsv or its folder") from error
    heading = [cell.strip().lower() for cell in lines[0].split("\t")]
    text = next((heading.index(name) for name in _TEXT if name in heading), None)
    label = next((heading.index(name) for name in _CLASS if name in heading), None)
    if text is None or label is None:
        raise InputError(f"{file}: no columns EventSnippet and SubType in its heading; give snippets.tsv")
    rows = [line.split("\t") for line in lines[1:] if line.strip()]
    return [Snippet(f"snippet-{row[0]}", row[text], row[label].strip()) for row in rows if len(row) > max(text, label)]


def _read(snippets: Sequence[Snippet], bench: Bench) -> Iterator[tuple[Snippet, str, str]]:
    raws = [RawInput(f"{snippet.name}.txt", None, snippet.text.encode()) for snippet in snippets]
    pairs = [next(iter(bench.documents([raw])), None) for raw in raws]
    annotated = bench.annotate(pair[0] for pair in pairs if pair is not None)
    for snippet, pair in zip(snippets, pairs, strict=True):
        if pair is None:
            yield snippet, code_snippet(())[0], "nothing to read"
            continue
        reading = pipeline.read_annotated(next(annotated), *pair, bench.kit)
        yield snippet, *code_snippet(make_rows(reading))
