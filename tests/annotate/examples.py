"""Examples of grammar.yaml: the marked word has the row's function, in one of the relations that the row names."""

from collections.abc import Iterator
from functools import partial

from rashomon.lexicon import Lexicon
from rashomon.lexicon.grammar import GrammarExample
from rashomon.records import Annotated, Document
from tests.examples import Case


def cases(lexicon: Lexicon) -> Iterator[Case]:
    for example in lexicon.grammar.examples:
        row = f"grammar.yaml {example.function}{' against' if example.against else ''}"
        yield Case(row, example.text.replace("*", ""), partial(_check, example))


def _check(example: GrammarExample, annotated: Annotated, document: Document) -> str | None:
    start = example.text.index("*")
    token = next((token for token in annotated.tokens if token.start == start), None)
    if token is None:
        return "marks no word"
    acts = token.does(example.function) and token.deprel in example.relations
    return None if acts is not example.against else f"{token.text!r} is {sorted(token.functions)} as {token.deprel}"
