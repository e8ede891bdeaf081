"""Which voice passes on which: the innermost voice whose words hold a cue; and what the outlet says of a claim."""

from bisect import bisect_right
from collections.abc import Sequence

from rashomon.extract.voices.quotations import Spoken, Stretch
from rashomon.lexicon.voices import VoiceWords
from rashomon.records import Annotated, Stance


def passers(annotated: Annotated, spoken: Sequence[Spoken]) -> tuple[int | None, ...]:
    """Find for each voice the position of the one that passes it on, or None for the outlet; never a circle."""
    pieces = sorted((start, end, i) for i, s in enumerate(spoken) for start, end in s.contents)
    longest = max((end - start for start, end, _ in pieces), default=0)
    found: list[int | None] = []
    for i, s in enumerate(spoken):
        cue = annotated.tokens[s.draft.head].start
        holders = _holders(pieces, longest, cue, i)
        found.append(next((h for h in holders if not _circular(annotated, spoken, i, h)), None))
    return tuple(_without_circles(found))


def _holders(pieces: Sequence[tuple[int, int, int]], longest: int, offset: int, own: int) -> list[int]:
    """Give the voices whose words hold an offset, narrowest piece first."""
    holding: list[tuple[int, int]] = []
    position = bisect_right(pieces, (offset, 1 << 60, 0)) - 1
    while position >= 0 and offset - pieces[position][0] <= longest:
        start, end, voice = pieces[position]
        if start <= offset < end and voice != own:
            holding.append((end - start, voice))
        position -= 1
    return [voice for _, voice in sorted(holding)]


def _circular(annotated: Annotated, spoken: Sequence[Spoken], inner: int, outer: int) -> bool:
    """Two voices that hold each other's cue: the outer is the one that reports, else the one that comes first."""
    cue = annotated.tokens[spoken[outer].draft.head].start
    if not any(start <= cue < end for start, end in spoken[inner].contents):
        return False
    if spoken[inner].draft.outer != spoken[outer].draft.outer:
        return spoken[inner].draft.outer
    return inner < outer


def _without_circles(via: list[int | None]) -> list[int | None]:
    for i in range(len(via)):
        seen = {i}
        at = via[i]
        while at is not None and at not in seen:
            seen.add(at)
            at = via[at]
        if at is not None:
            via[i] = None
    return via


def comment_stances(annotated: Annotated, spoken: Sequence[Spoken], words: VoiceWords) -> dict[int, Stance]:
    """Find the outlet's own comments and the voice that each is about: the last one before it in its paragraph."""
    stances: dict[int, Stance] = {}
    ends = [(max(end for _, end in s.contents), i) for i, s in enumerate(spoken) if s.contents]
    held = [stretch for s in spoken for stretch in s.contents]
    patterns = [p for p in words.comments if p.pattern.search(annotated.text)]
    for sentence in annotated.sentences if patterns else ():
        text = annotated.text[sentence.start : sentence.end]
        for pattern in patterns:
            hit = pattern.pattern.search(text)
            if hit is None or _held(held, sentence.start + hit.start()):
                continue
            about = _before(annotated, ends, spoken, sentence.start + hit.start(), sentence.paragraph)
            if about is not None:
                stances[about] = pattern.stance
            break
    return stances


def _held(stretches: Sequence[Stretch], offset: int) -> bool:
    return any(start <= offset < end for start, end in stretches)


def _before(
    annotated: Annotated, ends: Sequence[tuple[int, int]], spoken: Sequence[Spoken], offset: int, paragraph: int
) -> int | None:
    near = [
        (end, i)
        for end, i in ends
        if end <= offset and annotated.sentences[annotated.tokens[spoken[i].draft.head].sentence].paragraph == paragraph
    ]
    return max(near)[1] if near else None
