"""The walk of any row, back to the printed words: what `rashomon explain` prints."""

from collections.abc import Callable, Iterator

from rashomon.cli.walk.claims import walk_claim
from rashomon.cli.walk.lines import Line as Line
from rashomon.cli.walk.lines import layout as layout
from rashomon.cli.walk.others import (
    walk_actor,
    walk_comparison,
    walk_dependence,
    walk_document,
    walk_incident,
    walk_issue,
    walk_item,
    walk_judgement,
    walk_link,
    walk_mention,
    walk_outlet,
    walk_place,
    walk_sentence,
    walk_voice,
)
from rashomon.cli.walk.source import Source as Source
from rashomon.records import (
    Actor,
    ActorMerge,
    Assessment,
    Claim,
    Comparison,
    Dependence,
    Document,
    Event,
    Incident,
    Issue,
    Judgement,
    Link,
    Mention,
    Outlet,
    Place,
    Relation,
    SentenceText,
    Voice,
)

WALKS: dict[type, Callable[[Source, str], Iterator[Line]]] = {
    Claim: walk_claim,
    Event: walk_item,
    Relation: walk_item,
    Assessment: walk_item,
    Incident: walk_incident,
    Voice: walk_voice,
    Actor: walk_actor,
    ActorMerge: walk_actor,
    Place: walk_place,
    Comparison: walk_comparison,
    Dependence: walk_dependence,
    Document: walk_document,
    Mention: walk_mention,
    Link: walk_link,
    SentenceText: walk_sentence,
    Outlet: walk_outlet,
    Issue: walk_issue,
    Judgement: walk_judgement,
}
