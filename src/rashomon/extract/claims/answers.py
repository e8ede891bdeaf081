"""Claims of voices that answer what was said before: a denial is the denier's own claim on the same item."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon.extract.factuality import judge_factuality
from rashomon.extract.parts import Answer, FoundVoice, Told
from rashomon.records import Annotated, Claim, ClaimKind, Factuality, Realis, make_id

_ASIDE = frozenset({"acl:relcl", "advcl"})


def answer_claims(
    annotated: Annotated, voices: Sequence[FoundVoice], claims: Sequence[Claim], triggers: Mapping[str, int]
) -> Iterator[Claim]:
    """Make a claim for every claim that a voice denies or confirms.

    Args:
        annotated: the document's columns.
        voices: all voices of the document.
        claims: the claims that stand in what they answer.
        triggers: item id -> index of its head token.
    """
    ordered = sorted(claims, key=lambda claim: annotated.tokens[triggers[claim.item]].start)
    starts = [annotated.tokens[triggers[claim.item]].start for claim in ordered]
    for found in voices:
        for answer in found.answers:
            for claim in ordered[bisect_left(starts, answer.start) : bisect_left(starts, answer.end)]:
                if claim.voice != found.voice.id and _is_answerable(annotated, claim, triggers[claim.item], answer):
                    yield _answered(claim, found, answer)


def _is_answerable(annotated: Annotated, claim: Claim, trigger: int, answer: Answer) -> bool:
    """What the other voice is sure of in its main clause; what it only told beside it is not what is answered."""
    if claim.kind is ClaimKind.ASSESSMENT or claim.factuality is Factuality.UNKNOWN:
        return False
    return claim.realis is not Realis.HYPOTHETICAL and not _told_aside(annotated, trigger, answer)


def _told_aside(annotated: Annotated, trigger: int, answer: Answer) -> bool:
    token = annotated.tokens[trigger]
    while answer.start <= token.start < answer.end and token.head != token.index:
        if token.deprel in _ASIDE:
            head = annotated.tokens[token.head]
            return answer.start <= head.start < answer.end
        token = annotated.tokens[token.head]
    return False


def _answered(claim: Claim, found: FoundVoice, answer: Answer) -> Claim:
    told = Told(negated=not claim.factuality.value.endswith("+"), hedged="", realis=claim.realis)
    return replace(
        claim,
        id=make_id("clm", claim.document, found.voice.id, claim.item),
        voice=found.voice.id,
        factuality=judge_factuality(told, answer.commitment),
        stance=found.voice.stance,
    )
