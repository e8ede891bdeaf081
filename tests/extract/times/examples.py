"""Examples of times.yaml: the last time found is the one that stands there, with its days."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial

from rashomon.extract.times import find_expressions
from rashomon.lexicon import Lexicon
from rashomon.lexicon.times import TimeExample
from rashomon.records import Annotated, Document, Grain, TimeBasis, TimeSpan
from tests.examples import Case


def cases(lexicon: Lexicon) -> Iterator[Case]:
    for rule in lexicon.times.rules:
        for example in rule.examples + rule.against:
            yield Case(f"times.yaml {rule.name}", example.text, partial(_check, example, lexicon))


def _check(example: TimeExample, lexicon: Lexicon, annotated: Annotated, document: Document) -> str | None:
    day = example.published
    published = None if day is None else TimeSpan(day, day + timedelta(days=1), Grain.DAY, TimeBasis.STATED, "")
    found = [time for time, _ in find_expressions(annotated, replace(document, published=published), lexicon)]
    span = found[-1].span if found else None
    told = (None, None, None) if span is None else (span.text, span.start, span.end)
    return None if told == (example.words, example.start, example.end) else f"wanted {example}, found {told}"
