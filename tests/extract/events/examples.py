"""Examples of resources/events/: each for gives an event of its type, each against gives none of it."""

from collections.abc import Iterator
from functools import partial

from rashomon.extract.events import find_events
from rashomon.extract.figures import find_figures
from rashomon.extract.places import find_places
from rashomon.extract.times import find_times
from rashomon.lexicon import Lexicon
from rashomon.records import Annotated, Document
from tests.examples import Case


def cases(lexicon: Lexicon) -> Iterator[Case]:
    for kind in lexicon.events.types.values():
        for text in kind.examples:
            yield Case(f"events/{kind.name}.yaml", text, partial(_for, kind.name, lexicon))
        for text in kind.against:
            yield Case(f"events/{kind.name}.yaml against", text, partial(_against, kind.name, lexicon))


def _types(lexicon: Lexicon, annotated: Annotated, document: Document) -> list[str]:
    places, figures = find_places(annotated, lexicon), find_figures(annotated, lexicon)
    times = find_times(annotated, document, lexicon)
    return [event.type for event in find_events(annotated, document, lexicon, times, figures, places)[0]]


def _for(name: str, lexicon: Lexicon, annotated: Annotated, document: Document) -> str | None:
    found = _types(lexicon, annotated, document)
    return None if name in found else f"wanted {name}, found {found}"


def _against(name: str, lexicon: Lexicon, annotated: Annotated, document: Document) -> str | None:
    found = _types(lexicon, annotated, document)
    return f"wanted no {name}" if name in found else None
