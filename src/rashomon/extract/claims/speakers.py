"""Whose state a speaker tells as "we have ...": the voice's own."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.extract.parts import FoundVoice
from rashomon.records import Annotated, Claim, Function, Mention, Relation


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
        ends = [
            source.id if _is_speaker(annotated, mentions, end) else end for end in (relation.subject, relation.object)
        ]
        kept.append(replace(relation, subject=ends[0], object=ends[1]))
    return tuple(kept), tuple(claim for claim in claims if claim.item not in gone)


def _is_speaker(annotated: Annotated, mentions: Mapping[str, Mention], end: str | None) -> bool:
    return end is not None and end in mentions and _says_we(annotated, mentions[end])


def _says_we(annotated: Annotated, mention: Mention) -> bool:
    """Say whether a mention is a bare pronoun of whoever speaks; "US" is a name."""
    token = annotated.tokens[mention.head]
    return token.does(Function.SPEAKER) and token.upos != "PROPN" and mention.text == token.text
