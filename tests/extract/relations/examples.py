"""Examples of the patterns of relations: the sentence tells the kind, or does not."""

from collections.abc import Iterator
from functools import partial

from rashomon.extract.figures import find_figures
from rashomon.extract.places import find_places
from rashomon.extract.relations import find_relations
from rashomon.extract.times import find_times
from rashomon.lexicon import Lexicon
from rashomon.records import Annotated, Document
from tests.examples import Case


def cases(lexicon: Lexicon) -> Iterator[Case]:
    table = lexicon.relations
    told = (
        pattern
        for shape in (table.verbs, table.nouns, table.phrases, table.grips)
        for row in shape.values()
        for pattern in row
    )
    for pattern in dict.fromkeys(told):
        for text in pattern.examples + pattern.against:
            check = partial(_check, pattern.kind, text in pattern.examples, lexicon)
            yield Case(f"relations.yaml {pattern.kind}", text, check)


def _check(kind: str, wanted: bool, lexicon: Lexicon, annotated: Annotated, document: Document) -> str | None:
    times, figures = find_times(annotated, document, lexicon), find_figures(annotated, lexicon)
    relations, _ = find_relations(annotated, document, lexicon, times, figures, find_places(annotated, lexicon))
    kinds = [relation.kind for relation in relations]
    return None if (kind in kinds) == wanted else f"found {kinds}"
