"""Joins mentions of events by the product alone: by the incidents that a ledger of the same documents would hold.

A mention takes part if a claim of the product is of an event whose trigger is the head of the mention; mentions of
happenings that the product has no type for, or did not find, are left out on both sides. Parts are incidents of their
own. The documents are read as they stand, without a day of publication.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rashomon import pipeline
from rashomon.evaluation.coreference import Clusters
from rashomon.evaluation.corpus import make_corpus
from rashomon.evaluation.scores import Counts
from rashomon.records import Annotated, Document, Outlet, Reading, Resolution


@dataclass(frozen=True, slots=True)
class TextWithEvents:
    """One document with the head words of its gold mentions.

    Attributes:
        document: the document.
        annotated: its tokens.
        heads: id of the gold mention -> index of its head token.
    """

    document: Document
    annotated: Annotated
    heads: Mapping[str, int]


def join_incidents(texts: Sequence[TextWithEvents], kit: pipeline.Kit) -> Clusters:
    """Give the clusters of those mentions that the product claims, single ones among them, sorted.

    Args:
        texts: documents with their gold mentions; each is an outlet of its own.
        kit: what the stages need.
    """
    readings = [_read(text, kit) for text in texts]
    resolution = pipeline.read_corpus(make_corpus(readings), kit.lexicon)
    clusters: dict[str, set[str]] = defaultdict(set)
    for text, reading in zip(texts, readings, strict=True):
        for mention, incident in _meant(text, reading, _incident_of(resolution)):
            clusters[incident].add(mention)
    return sorted((frozenset(cluster) for cluster in clusters.values()), key=min)


def _read(text: TextWithEvents, kit: pipeline.Kit) -> Reading:
    outlet = Outlet(f"out-{text.document.name}", text.document.name)
    return pipeline.read_annotated(text.annotated, text.document, outlet, kit)


def _incident_of(resolution: Resolution) -> dict[str, str]:
    return {claim: incident.id for incident in resolution.incidents for claim in incident.claims}


def _meant(text: TextWithEvents, reading: Reading, incident_of: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Say which incident each mention is of: of equals that of the smallest claim."""
    trigger = {event.id: event.trigger for event in reading.events}
    at: dict[int, str] = {}
    for claim in sorted(reading.claims, key=lambda claim: claim.id):
        if claim.item in trigger and claim.id in incident_of:
            at.setdefault(trigger[claim.item], incident_of[claim.id])
    yield from ((mention, at[head]) for mention, head in sorted(text.heads.items()) if head in at)


def keep(clusters: Clusters, mentions: Iterable[str]) -> Clusters:
    """Give the clusters cut down to some mentions."""
    wanted = frozenset(mentions)
    return [kept for cluster in clusters if (kept := cluster & wanted)]


def count_links(gold: Clusters, found: Clusters) -> list[Counts]:
    """Count the pairs that we link, gold links, and both, by the first mention of the pair in the order of names."""
    ours, theirs = ({pair for c in clusters for pair in combinations(sorted(c), 2)} for clusters in (found, gold))
    firsts = sorted({pair[0] for pair in ours | theirs})
    tallies = {first: [0, 0, 0] for first in firsts}
    for pair in ours | theirs:
        tally = tallies[pair[0]]
        for at, told in enumerate((pair in ours and pair in theirs, pair in ours, pair in theirs)):
            tally[at] += told
    return [Counts(*tallies[first]) for first in firsts]
