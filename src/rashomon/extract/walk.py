"""The walk of one document through this room, in its order.

1. times, figures, places    values and grounds that the rest refers to
2. voices                    who speaks, through whom, for which words
3. events, relations, assessments   what happened, what holds, what is judged
4. claims                    every item to the innermost voice that answers for its words
"""

from collections.abc import Iterable

from rashomon.extract.actors import find_named_actors, find_owners
from rashomon.extract.assessments import find_assessments
from rashomon.extract.claims import make_claims, name_speakers
from rashomon.extract.events import find_events
from rashomon.extract.figures import find_figures
from rashomon.extract.parts import FoundVoice
from rashomon.extract.places import find_places
from rashomon.extract.relations import find_relations
from rashomon.extract.times import find_times
from rashomon.extract.voices import find_voices
from rashomon.lexicon import Lexicon
from rashomon.records import Annotated, Document, Extraction, Issue, Mention, Outlet


def extract(
    annotated: Annotated, document: Document, outlet: Outlet, lexicon: Lexicon
) -> tuple[Extraction, tuple[Issue, ...]]:
    """Extract all claims of one document.

    Args:
        annotated: the document's columns.
        document: the document.
        outlet: who published it: the root of every chain of voices.
        lexicon: tables of its language.

    Returns:
        the extraction, which holds every id that it names, and the issues met.
    """
    times = find_times(annotated, document, lexicon)  # 1
    figures = find_figures(annotated, lexicon)
    places = find_places(annotated, lexicon)
    voices = find_voices(annotated, document, outlet, lexicon, times)  # 2
    events, event_mentions = find_events(annotated, document, lexicon, times, figures, places)  # 3
    relations, relation_mentions = find_relations(annotated, document, lexicon, times, figures, places)
    assessments, assessment_mentions = find_assessments(annotated, lexicon)
    claims = make_claims(annotated, lexicon, voices, (*events, *relations, *assessments))  # 4
    ends = {mention.id: mention for mention in relation_mentions}
    relations, claims = name_speakers(annotated, relations, claims, voices, ends)
    named = ([place.mention for place in places], _sources(voices), find_named_actors(annotated))
    mentions = _join((event_mentions, relation_mentions, assessment_mentions, *named))
    mentions = _join((mentions, find_owners(annotated, mentions)))
    return Extraction(
        document=document.id,
        mentions=mentions,
        voices=tuple(found.voice for found in voices),
        events=events,
        relations=relations,
        assessments=assessments,
        claims=claims,
    ), ()


def _sources(voices: Iterable[FoundVoice]) -> list[Mention]:
    return [found.source for found in voices if found.source is not None]


def _join(groups: Iterable[Iterable[Mention]]) -> tuple[Mention, ...]:
    found = {mention.id: mention for group in groups for mention in group}
    return tuple(sorted(found.values(), key=lambda mention: (mention.start, mention.end, mention.kind)))
