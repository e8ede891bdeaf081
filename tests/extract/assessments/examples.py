"""Examples of the factors: the sentence judges its subject in that direction, or judges nothing."""

from collections.abc import Iterator
from functools import partial

from rashomon.extract.assessments import find_assessments
from rashomon.lexicon import Lexicon
from rashomon.lexicon.factors import FactorExample
from rashomon.records import Annotated, Document
from tests.examples import Case


def cases(lexicon: Lexicon) -> Iterator[Case]:
    for factor in lexicon.factors.factors.values():
        for example in factor.examples + factor.against:
            yield Case(f"factors/{factor.name}.yaml", example.text, partial(_check, factor.name, example, lexicon))


def _check(name: str, example: FactorExample, lexicon: Lexicon, annotated: Annotated, _: Document) -> str | None:
    assessments, mentions = find_assessments(annotated, lexicon)
    words = {mention.id: mention.text for mention in mentions}
    told = [(one.factor, one.direction, words.get(one.subject or "")) for one in assessments]
    wanted = (name, example.direction, example.subject)
    fits = not told if example.direction is None else wanted in told
    return None if fits else f"wanted {wanted}, found {told}"
