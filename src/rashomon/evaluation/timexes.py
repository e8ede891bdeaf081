"""Time expressions against gold: what TIMEX2 and TIMEX3 sets share.

A gold expression is a stretch of text with its value. Strict: the same stretch. Relaxed: the stretches overlap. Value:
they overlap and the value is the same. Each found expression answers for at most one gold expression, as in the scorer
of TempEval-3 (UzZaman et al. 2013).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rashomon.evaluation.running import Bench
from rashomon.evaluation.scores import Counts, Miss, Score, f1_score
from rashomon.extract.parts import FoundTime
from rashomon.extract.times import find_expressions
from rashomon.extract.times.values import is_then
from rashomon.ingest import RawInput
from rashomon.lexicon import Lexicon
from rashomon.records import Annotated, Grain, TimeBasis, TimeSpan

METRICS = ("strict F1", "relaxed F1", "value F1")


@dataclass(frozen=True, slots=True)
class Timex:
    """A stretch of text, half-open, and its value in TIMEX writing."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class TimedText:
    """A gold document: its name, its text, its day of publication and its expressions in order."""

    name: str
    text: str
    published: date | None
    timexes: tuple[Timex, ...]


def measure_timexes(
    name: str, texts: Sequence[TimedText], bench: Bench, limit: int | None
) -> tuple[list[Score], list[Miss]]:
    """Measure the time expressions of a gold set."""
    counts: dict[str, list[Counts]] = {metric: [] for metric in METRICS}
    misses: list[Miss] = []
    for text, found in _read(texts[:limit], bench):
        for metric in METRICS:
            pairs = pair_up(metric, text.timexes, found)
            counts[metric].append(Counts(len(pairs), len(found), len(text.timexes)))
            misses.extend(_misses(name, metric, text, found, pairs))
    return [f1_score(name, metric, counts[metric]) for metric in METRICS], misses


def _read(texts: Sequence[TimedText], bench: Bench) -> Iterator[tuple[TimedText, tuple[Timex, ...]]]:
    raws = (RawInput(f"{text.name}.txt", None, text.text.encode()) for text in texts)
    documents = [document for document, _ in bench.documents(raws)]
    dated = [
        replace(document, published=_whole_day(text.published)) for document, text in zip(documents, texts, strict=True)
    ]
    for text, document, annotated in zip(texts, dated, bench.annotate(dated), strict=True):
        times = find_expressions(annotated, document, bench.kit.lexicon)
        yield (
            text,
            tuple(
                timex
                for time, value in times
                if not is_then(value)
                for timex in to_timexes(annotated, time, bench.kit.lexicon)
            ),
        )


def _whole_day(day: date | None) -> TimeSpan | None:
    return None if day is None else TimeSpan(day, day + timedelta(days=1), Grain.DAY, TimeBasis.SIDECAR, "")


def to_timexes(annotated: Annotated, time: FoundTime, lexicon: Lexicon) -> Iterator[Timex]:
    """Give a found time as the guidelines of TIMEX mark it: without prepositions, each end of a range by itself."""
    first, slash, last = time.value.partition("/")
    joiners = [
        index
        for index in range(time.first + 1, time.last)
        if annotated.tokens[index].text.lower() in lexicon.times.joiners
    ]
    if slash and joiners:
        yield _to_timex(annotated, time.first, joiners[0], first, lexicon)
        yield _to_timex(annotated, joiners[-1] + 1, time.last, last, lexicon)
    else:
        yield _to_timex(annotated, time.first, time.last, time.value, lexicon)


def _to_timex(annotated: Annotated, start: int, end: int, value: str, lexicon: Lexicon) -> Timex:
    openers = lexicon.times.bounds.keys() | {"to"} | lexicon.times.between
    while start + 1 < end and annotated.tokens[start].text.lower() in openers:
        start += 1
    return Timex(annotated.tokens[start].start, annotated.tokens[end - 1].end, value)


def pair_up(metric: str, gold: Sequence[Timex], found: Sequence[Timex]) -> tuple[tuple[int, int], ...]:
    """Pair gold with found expressions, each at most once, in text order."""
    pairs: list[tuple[int, int]] = []
    taken: set[int] = set()
    for number, wanted in enumerate(gold):
        for position, one in enumerate(found):
            if position not in taken and _answers(metric, wanted, one):
                pairs.append((number, position))
                taken.add(position)
                break
    return tuple(pairs)


def _answers(metric: str, gold: Timex, found: Timex) -> bool:
    if metric == "strict F1":
        return (gold.start, gold.end) == (found.start, found.end)
    overlap = gold.start < found.end and found.start < gold.end
    return overlap and (metric == "relaxed F1" or gold.value == found.value)


def _misses(
    name: str, metric: str, text: TimedText, found: tuple[Timex, ...], pairs: tuple[tuple[int, int], ...]
) -> Iterator[Miss]:
    right, answered = {number for number, _ in pairs}, {position for _, position in pairs}
    for number, gold in enumerate(text.timexes):
        if number not in right:
            beside = next((one.value for one in found if _answers("relaxed F1", gold, one)), "nothing")
            yield Miss(name, metric, text.name, "missing", text.text[gold.start : gold.end], f"{gold.value}; {beside}")
    for position, one in enumerate(found):
        if position not in answered:
            yield Miss(name, metric, text.name, "extra", text.text[one.start : one.end], one.value)
