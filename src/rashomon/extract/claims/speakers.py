"""Whose state a speaker tells as "we have ...": the voice's own."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.extract.parts import FoundVoice
from rashomon.records import Claim, Mention, Relation

_SPEAKERS = frozenset({"we", "us", "our", "ours", "i", "me", "my"})


def name_speakers(
    relations: Iterable[Relation],
    claims: Sequence[Claim],
    voices: Iterable[FoundVoice],
    mentions: Mapping[str, Mention],
) -> tuple[tuple[Relation, ...], tuple[Claim, ...]]:
    """Put the source of the voice in the place of a relation's "we" or "I"; without a source nobody is meant.

    Args:
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
        if not any(_is_speaker(mentions, end) for end in (relation.subject, relation.object)):
            kept.append(relation)
            continue
        source = sources.get(voice_of.get(relation.id, ""))
        if source is None or source.text.lower() in _SPEAKERS:
            gone.add(relation.id)
            continue
        ends = [source.id if _is_speaker(mentions, end) else end for end in (relation.subject, relation.object)]
        kept.append(replace(relation, subject=ends[0], object=ends[1]))
    return tuple(kept), tuple(claim for claim in claims if claim.item not in gone)


def _is_speaker(mentions: Mapping[str, Mention], end: str | None) -> bool:
    if end is None or end not in mentions:
        return False
    words = mentions[end].text
    return words.lower() in _SPEAKERS and words != "US"
