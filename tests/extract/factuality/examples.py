"""Examples of modality.yaml: the row acts on the marked word; in an example against the word is told plainly."""

import re
from collections.abc import Iterator
from functools import partial

from rashomon.extract.factuality import find_told
from rashomon.lexicon import Lexicon
from rashomon.records import Annotated, Document
from tests.examples import Case

_MARK = re.compile(r"\*([^*]+)\*")


def cases(lexicon: Lexicon) -> Iterator[Case]:
    for row, text, against in lexicon.modality.examples:
        yield _case(lexicon, row, text, True)
        if against:
            yield _case(lexicon, f"{row} against", against, False)


def _case(lexicon: Lexicon, row: str, marked: str, acts: bool) -> Case:
    found = _MARK.search(marked)
    start = -1 if found is None else found.start()
    return Case(f"modality.yaml {row}", marked.replace("*", ""), partial(_check, lexicon, row, start, acts))


def _check(lexicon: Lexicon, row: str, start: int, acts: bool, annotated: Annotated, document: Document) -> str | None:
    trigger = next((token.index for token in annotated.tokens if token.start == start), None)
    if trigger is None:
        return "marks no word"
    told = find_told(annotated, trigger, lexicon)
    plain = not told.negated and not told.hedged and told.realis.value in {"past", "ongoing"}
    ongoing = row.startswith("governors continue") and told.realis.value == "ongoing"
    return None if plain is not acts or ongoing else f"found {told}"
