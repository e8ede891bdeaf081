"""Whose state a speaker tells as "we have ...": the voice's own; "we" are the body that it speaks for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.extract.parts import FoundVoice
from rashomon.records import Annotated, Claim, Function, Mention, MentionKind, Relation

_OFFICE = "holds-office"
# States of a body; who is born, kin or in office is the speaker himself.
_OF_BODIES = frozenset(
    {
        "controls",
        "holds-captive",
        "strength",
        "possesses",
        "located-in",
        "allied-with",
        "opposes",
        "supports",
        "recognises",
    }
)
_NO_BODY = frozenset({"PERSON", "PLACE"})


def name_speakers(
    annotated: Annotated,
    relations: Iterable[Relation],
    claims: Sequence[Claim],
    voices: Iterable[FoundVoice],
    mentions: Mapping[str, Mention],
) -> tuple[tuple[Relation, ...], tuple[Claim, ...]]:
    """Put the source of the voice in the place of a relation's "we" or "I"; without a source nobody is meant.

    Args:
        annotated: the document.
        relations: all relations of the document.
        claims: all claims.
        voices: all voices.
        mentions: the mentions at the relations' ends, by id.

    Returns:
        the relations, and the claims without those that nobody answers for.
    """
    sources = {found.voice.id: found.source for found in voices}
    voice_of = {claim.item: claim.voice for claim in reversed(claims)}
    relations = tuple(relations)
    bodies = _find_bodies(annotated, relations, mentions)
    kept: list[Relation] = []
    gone: set[str] = set()
    for relation in relations:
        if not any(_is_speaker(annotated, mentions, end) for end in (relation.subject, relation.object)):
            kept.append(relation)
            continue
        source = sources.get(voice_of.get(relation.id, ""))
        if source is None or _says_we(annotated, source):
            gone.add(relation.id)
            continue
        body = bodies.get(_key(annotated, source), source.id) if relation.kind in _OF_BODIES else source.id
        ends = [
            end
            if not _is_speaker(annotated, mentions, end)
            else body
            if _says_many(annotated, mentions, end)
            else source.id
            for end in (relation.subject, relation.object)
        ]
        kept.append(replace(relation, subject=ends[0], object=ends[1]))
    return tuple(kept), tuple(claim for claim in claims if claim.item not in gone)


def _find_bodies(
    annotated: Annotated, relations: Iterable[Relation], mentions: Mapping[str, Mention]
) -> dict[str, str]:
    """Find the body that somebody is said to speak or act for ("X, a spokesman for the Front"), by his key."""
    found: dict[str, str] = {}
    for relation in relations:
        holder, body = mentions.get(relation.subject or ""), mentions.get(relation.object or "")
        if relation.kind != _OFFICE or relation.qualifier or holder is None or body is None:
            continue
        chain = annotated.chain_at.get(body.head)
        labels = {body.label, "" if chain is None else annotated.chains[chain].label}
        if body.kind is MentionKind.ACTOR and not labels & _NO_BODY:
            found.setdefault(_key(annotated, holder), body.id)
    return found


def _key(annotated: Annotated, mention: Mention) -> str:
    """Give one key for all mentions of a chain."""
    chain = annotated.chain_at.get(mention.head)
    return mention.id if chain is None else f"chain {chain}"


def _is_speaker(annotated: Annotated, mentions: Mapping[str, Mention], end: str | None) -> bool:
    return end is not None and end in mentions and _says_we(annotated, mentions[end])


def _says_many(annotated: Annotated, mentions: Mapping[str, Mention], end: str | None) -> bool:
    """Say whether the pronoun means more than the speaker: "we", not "I"."""
    return end is not None and annotated.tokens[mentions[end].head].does(Function.MANY)


def _says_we(annotated: Annotated, mention: Mention) -> bool:
    """Say whether a mention is a bare pronoun of whoever speaks; "US" is a name."""
    token = annotated.tokens[mention.head]
    return token.does(Function.SPEAKER) and token.upos != "PROPN" and mention.text == token.text
