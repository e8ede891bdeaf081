"""A person's word that an actor of several documents is another one in one of them.

Whoever is named in public has one id in all documents that print the name. A judgement "different" whose `other` is a
document's id says that in this document it is somebody else of the same name: there the actor has an id of its own.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from rashomon.records.ids import make_id
from rashomon.records.links import Actor
from rashomon.records.reading import ActorRef, ClaimRow, VoiceRef
from rashomon.records.resolution import Judgement

Apart = Mapping[tuple[str, str], str]
"""(document, actor) -> the id that the actor has in this document alone."""

_ACTOR, _DOCUMENT = "act-", "doc-"
_VERDICTS = ("same", "different")


def apart_id(actor: str, document: str) -> str:
    """Make the id of an actor that is somebody else in one document."""
    return make_id("act", actor, document)


def parts_document(judgement: Judgement) -> bool:
    """Say whether a judgement is about who an actor is in one document."""
    return (
        judgement.verdict in _VERDICTS
        and judgement.subject.startswith(_ACTOR)
        and (judgement.other or "").startswith(_DOCUMENT)
    )


def other_end(judgement: Judgement) -> str | None:
    """Give the other record of a pair; for a document the actor that is another one there."""
    if judgement.other is None or not parts_document(judgement):
        return judgement.other
    return apart_id(judgement.subject, judgement.other)


def read_apart(judgements: Iterable[Judgement]) -> Apart:
    """Give all actors that are another one in a document; the last word on each counts."""
    last = {
        (judgement.other or "", judgement.subject): judgement.verdict
        for judgement in sorted(judgements, key=lambda j: (j.made, j.id))
        if judgement.withdrawn is None and parts_document(judgement)
    }
    return {key: apart_id(key[1], key[0]) for key, verdict in last.items() if verdict == "different"}


def part_row(row: ClaimRow, apart: Apart) -> ClaimRow:
    """Give a row with the actors that its document has apart."""
    return replace(
        row,
        agents=tuple(_ref(ref, row.document, apart) for ref in row.agents),
        patients=tuple(_ref(ref, row.document, apart) for ref in row.patients),
        voice=tuple(_voice(voice, row.document, apart) for voice in row.voice),
    )


def _ref(ref: ActorRef, document: str, apart: Apart) -> ActorRef:
    found = None if ref.id is None else apart.get((document, ref.id))
    return ref if found is None else replace(ref, id=found)


def _voice(voice: VoiceRef, document: str, apart: Apart) -> VoiceRef:
    found = None if voice.actor is None else apart.get((document, voice.actor))
    return voice if found is None else replace(voice, actor=found)


def part_actor(actor: Actor, ids: frozenset[str] | set[str]) -> Actor:
    """Give an actor as it is where it stands apart: what the register tells of its namesake is not its own."""
    if actor.id not in ids or not actor.registered:
        return actor
    return replace(actor, registered=False, names=(actor.name,), roles=(), private_rule="judged to be another one")
