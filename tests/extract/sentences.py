"""The sentences of sentences.conllu by name, as what the event rules read."""

from functools import cache
from pathlib import Path

from rashomon.extract.events import find_events
from rashomon.extract.figures import find_figures
from rashomon.extract.places import find_places
from rashomon.extract.times import find_times
from rashomon.lexicon import load_lexicon
from rashomon.records import Annotated, Document, Event, Mention
from tests.conllu import read


@cache
def _blocks() -> dict[str, str]:
    text = Path(__file__).with_name("sentences.conllu").read_text(encoding="utf-8")
    blocks = (block.strip() for block in text.split("\n\n") if "# name = " in block)
    return {block.splitlines()[0].partition("= ")[2]: block for block in blocks}


def sentence(name: str) -> tuple[Annotated, Document]:
    return read(_blocks()[name])


def conllu(*names: str) -> str:
    return "\n\n".join(_blocks()[name] for name in names)


def events_of(annotated: Annotated, document: Document) -> tuple[tuple[Event, ...], dict[str, Mention]]:
    lexicon = load_lexicon()
    places, figures = find_places(annotated, lexicon), find_figures(annotated, lexicon)
    events, mentions = find_events(
        annotated, document, lexicon, find_times(annotated, document, lexicon), figures, places
    )
    return events, {mention.id: mention for mention in mentions}


def told(name: str) -> list[tuple[str, list[str], list[str], str, dict[str, float | None]]]:
    """Type, agents, patients, place and figures of every event of a sentence."""
    events, mentions = events_of(*sentence(name))
    return [
        (
            event.type,
            [mentions[agent].text for agent in event.agents],
            [mentions[patient].text for patient in event.patients],
            "" if event.place is None else mentions[event.place].text,
            {figure.measure: figure.low for figure in event.figures},
        )
        for event in events
    ]
