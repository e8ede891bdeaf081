"""Neutrality of any corpus, with no gold: what of the reading changes with the names of the sides or with loaded words.

Side swap: the names of two sides are exchanged (`resources/lang/<code>/neutrality.yaml`); type, agent, patient, place,
time, figures and factuality of each event must stay, mirrored. Framing flip: loaded words for neutral ones and back;
the event's type must stay. Each is printed as the share of events that stay and as the number of those that change;
every document counts once with each run that finds a word in it. A side's name that begins a longer one stays.
The aim is no change.

Read are ISAF's releases, FA-KES's reports, or a folder of reports of any kind that `rashomon read` takes.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from rashomon import ingest, pipeline
from rashomon.evaluation.neutrality import Code, Exchanged, codes, differences, exchange, load_swaps, types
from rashomon.evaluation.running import Bench
from rashomon.evaluation.scores import Counts, Miss, Score, plain_score, recall_score
from rashomon.evaluation.sets import fakes, isaf
from rashomon.ingest import RawInput
from rashomon.records import Document, Outlet, Reading

NAME = "neutrality"
_CHUNK = 64

_Item = tuple[Document, Outlet]


def measure(path: Path, bench: Bench, limit: int | None) -> tuple[list[Score], list[Miss]]:
    """Measure how much of the reading of a corpus hangs on names and loaded words."""
    items = list(bench.documents(_raws(path, bench)))[:limit]
    swaps = load_swaps(bench.kit.lexicon.language)
    plain = dict(zip((document.id for document, _ in items), _read(items, bench), strict=True))
    scores: list[Score] = []
    misses: list[Miss] = []
    for metric, runs in (("side swap", swaps.sides), ("framing flip", swaps.frames)):
        counts: list[Counts] = []
        for words in runs:
            changed = [(item, other) for item in items if (other := exchange(item[0].text, words, swaps.longer)).points]
            for (item, other), reading in zip(changed, _read(_exchanged(changed), bench), strict=True):
                total, found = _compare(plain[item[0].id], reading, other, metric)
                counts.append(Counts(max(0, total - len(found)), total, total))
                misses += [_miss(metric, item[0], words, *pair) for pair in found]
        changes, total = sum(m.metric == f"{metric} kept" for m in misses), sum(count.gold for count in counts)
        scores += [
            recall_score(NAME, f"{metric} kept", counts),
            plain_score(NAME, f"{metric} changes", changes, total),
        ]
    return scores, misses


def _raws(path: Path, bench: Bench) -> Iterator[RawInput]:
    if path.name == "releases.jsonl" or (path / "releases.jsonl").is_file():
        for release in isaf.read_releases(path):
            yield RawInput(f"{release.name}.txt", None, release.text.encode())
    elif path.name == "articles.csv" or (path / "articles.csv").is_file():
        for number, report in enumerate(fakes.read_reports(path)):
            text = f"{report.title}\n\n{report.text}"
            yield RawInput(f"{number}-{report.id}.txt", None, text.encode())
    else:
        yield from ingest.find_inputs([path], bench.kit.lexicon)


def _exchanged(changed: Sequence[tuple[_Item, Exchanged]]) -> list[_Item]:
    return [(moved(document, other), outlet) for (document, outlet), other in changed]


def moved(document: Document, other: Exchanged) -> Document:
    """Give the document with the other text and its zones where they lie in it."""

    def here(offset: int) -> int:
        shift = 0
        for start, end, first, last in other.points:
            if offset <= start:
                break
            shift = last - end if offset >= end else first - start
        return offset + shift

    zones = tuple(replace(zone, start=here(zone.start), end=here(zone.end)) for zone in document.zones)
    return replace(document, text=other.text, zones=zones)


def _read(items: Sequence[_Item], bench: Bench) -> Iterator[Reading]:
    for first in range(0, len(items), _CHUNK):
        chunk = [(document, outlet, ()) for document, outlet in items[first : first + _CHUNK]]
        yield from pipeline.read_documents(chunk, bench.kit)


def _compare(
    before: Reading, after: Reading, other: Exchanged, metric: str
) -> tuple[int, tuple[tuple[Code | None, Code | None], ...]]:
    one, two = codes(before, other, printed=True), codes(after, other, printed=False)
    if metric == "framing flip":
        one, two = types(one), types(two)
    return one.total(), differences(one, two)


def _miss(metric: str, document: Document, words: Mapping[str, str], before: Code | None, after: Code | None) -> Miss:
    code = before or after or ()
    start = int(str(code[0]))
    text = document.text[max(0, start - 60) : start + 60].replace("\n", " ")
    pair = "/".join(next(iter(words.items())))
    return Miss(NAME, f"{metric} kept", document.name, "missing", text, f"{pair}: {before} became {after}")
