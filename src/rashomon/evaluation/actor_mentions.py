"""Joins mentions of people and bodies where gold gives the mentions: by the product's own linking and merging.

A gold mention is read as the mention around its head word, with the name, label and roles of its chain; `link_actors`
says within the document whom it means, `merge_actors` who that is among all documents. A mention that means nobody
(NIL) stands alone. Nothing else ties two mentions.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.evaluation.coreference import Clusters
from rashomon.extract.mentions import make_mention
from rashomon.lexicon import Lexicon
from rashomon.link.actors import link_actors
from rashomon.records import Actor, Annotated, Document, Extraction, Mention, MentionKind
from rashomon.resolve.actors import merge_actors
from rashomon.resolve.kit import make_kit


@dataclass(frozen=True, slots=True)
class TextWithActors:
    """One document with the head words of its gold mentions.

    Attributes:
        document: the document.
        annotated: its tokens and chains.
        heads: id of the gold mention -> index of its head token.
    """

    document: Document
    annotated: Annotated
    heads: Mapping[str, int]


def join_actors(texts: Iterable[TextWithActors], lexicon: Lexicon) -> Clusters:
    """Give the clusters of all gold mentions, single ones among them, sorted.

    Args:
        texts: documents with their gold mentions.
        lexicon: tables.
    """
    meant: dict[str, str] = {}
    actors: list[Actor] = []
    for text in texts:
        found, known = _link(text, lexicon)
        meant |= found
        actors.extend(known)
    _, merges = merge_actors(actors, {}, (), make_kit(lexicon))
    into = {merge.actor: merge.into for merge in merges}
    clusters: dict[str, set[str]] = defaultdict(set)
    for mention, actor in meant.items():
        clusters[into.get(actor, actor)].add(mention)
    return sorted((frozenset(cluster) for cluster in clusters.values()), key=min)


def _link(text: TextWithActors, lexicon: Lexicon) -> tuple[dict[str, str], Sequence[Actor]]:
    """Say whom each gold mention of a document means; what means nobody stands for itself."""
    mentions: dict[str, Mention] = {
        key: make_mention(text.annotated, head, MentionKind.ACTOR) for key, head in text.heads.items()
    }
    once = {mention.id: mention for mention in mentions.values()}
    extraction = Extraction(text.document.id, tuple(sorted(once.values(), key=lambda m: (m.start, m.end))))
    links, actors = link_actors(extraction, text.document, lexicon, {})
    target = {link.mention: link.target for link in links}
    return {key: target[mention.id] or key for key, mention in mentions.items()}, actors
