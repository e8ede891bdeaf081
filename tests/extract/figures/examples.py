"""Examples of numbers.yaml and measures.yaml: the last figure found is the one that stands there."""

from collections.abc import Iterator
from functools import partial

from rashomon.extract.figures import find_figures
from rashomon.lexicon import Lexicon
from rashomon.lexicon.figures import FigureExample
from rashomon.records import Annotated, Document
from tests.examples import Case


def cases(lexicon: Lexicon) -> Iterator[Case]:
    for example in lexicon.figures.examples:
        yield Case("numbers.yaml", example.text, partial(_check, example, lexicon))
    for measure in lexicon.figures.measures.values():
        for text in measure.examples + measure.against:
            wanted = text in measure.examples
            yield Case(f"measures.yaml {measure.name}", text, partial(_check_measure, measure.name, wanted, lexicon))


def _check(example: FigureExample, lexicon: Lexicon, annotated: Annotated, _: Document) -> str | None:
    found = find_figures(annotated, lexicon)
    if not found:
        return None if example.words is None else "found none"
    figure = found[-1].figure
    told = FigureExample(example.text, figure.text, figure.low, figure.high, figure.modifier, figure.measure)
    return None if told == example else f"found {told}"


def _check_measure(name: str, wanted: bool, lexicon: Lexicon, annotated: Annotated, _: Document) -> str | None:
    measures = {found.figure.measure for found in find_figures(annotated, lexicon)}
    return None if (name in measures) == wanted else f"found {measures}"
