"""Quotations: which cue they belong to, how far its words run, and who goes on speaking."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.extract.voices.drafts import Draft
from rashomon.records import Annotated, Factuality, Quote, Speech, Stance

_FULL_WORDS = 5
_LOOK_BACK = 12
_SLACK = 3

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A draft with its contents as offsets and the form of its words."""

    draft: Draft
    contents: tuple[Stretch, ...]
    speech: Speech


def attach(annotated: Annotated, drafts: Sequence[Draft]) -> tuple[Spoken, ...]:
    """Turn contents into offsets, widen them to their quotations, and hand loose quotations to a speaker."""
    finder = _Quotes(annotated)
    spoken = [Spoken(d, finder.widen(d), Speech.INDIRECT) for d in drafts]
    spoken = _give_loose(annotated, finder, spoken)
    return tuple(replace(s, speech=finder.speech(s.contents)) for s in spoken if s.contents)


class _Quotes:
    """The quotations of a document by offset."""

    def __init__(self, annotated: Annotated) -> None:
        self.annotated = annotated
        self.quotes = annotated.quotes
        self._starts = [quote.start for quote in self.quotes]

    def at(self, offset: int) -> Quote | None:
        """Give the quotation that holds an offset."""
        position = bisect_right(self._starts, offset) - 1
        if position >= 0 and offset < self.quotes[position].end:
            return self.quotes[position]
        return None

    def widen(self, draft: Draft) -> tuple[Stretch, ...]:
        """Give the draft's contents as offsets; a piece that ends in a quotation takes the rest of it."""
        cue = self.annotated.tokens[draft.head].start
        around = self.at(cue)
        return merged(self.annotated.text, [self._widened(piece, around) for piece in draft.contents])

    def _widened(self, piece: tuple[int, int], around: Quote | None) -> Stretch:
        first, last = self.annotated.tokens[piece[0]], self.annotated.tokens[piece[1] - 1]
        start, end = first.start, last.end
        opening, closing = self.at(start), self.at(end - 1)
        if opening is not None and opening is not around and (closing is opening or self._opens(opening, start)):
            start = opening.start
        if closing is not None and closing is not around:
            end = closing.end
        if opening is not None and opening is not around and closing is None and not self._opens(opening, start):
            start = opening.start
        return start, _before_bracket(self.annotated.text, start, end)

    def _opens(self, quote: Quote, start: int) -> bool:
        return start - quote.start <= 2

    def speech(self, contents: tuple[Stretch, ...]) -> Speech:
        """Name the form of the words."""
        quoted = sum(self._quoted(start, end) for start, end in contents)
        if not quoted:
            return Speech.INDIRECT
        total = sum(end - start for start, end in contents)
        return Speech.DIRECT if quoted >= total - 2 else Speech.MIXED

    def _quoted(self, start: int, end: int) -> int:
        """Count the characters of a stretch that stand in quotation marks."""
        first = max(0, bisect_right(self._starts, start) - 1)
        last = bisect_left(self._starts, end)
        return sum(max(0, min(end, q.end) - max(start, q.start)) for q in self.quotes[first:last])

    def full(self) -> list[Quote]:
        """Give the quotations that are utterances rather than quoted words."""
        return [quote for quote in self.quotes if self._is_full(quote)]

    def _is_full(self, quote: Quote) -> bool:
        words = self.annotated.text[quote.start : quote.end]
        return quote.continues or not quote.closed or words.count(" ") + 1 >= _FULL_WORDS or words[-2:-1] in ",.!?"


def _before_bracket(text: str, start: int, end: int) -> int:
    """End before a bracket that does not close inside, unless it opens the stretch or closes right behind it."""
    opening = text.rfind("(", start, end)
    if opening <= start or text.find(")", opening, end) >= 0:
        return end
    return end + 1 if text[end : end + 1] == ")" else start + len(text[start:opening].rstrip())


def merged(text: str, stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Join stretches that overlap or have only white space between them."""
    found: list[Stretch] = []
    for start, end in sorted(stretches):
        if found and (start <= found[-1][1] or not text[found[-1][1] : start].strip()):
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return tuple(found)


def _give_loose(annotated: Annotated, finder: _Quotes, spoken: list[Spoken]) -> list[Spoken]:
    """Give every utterance in quotation marks that no content holds to the cue beside it or the last speaker."""
    spoken = list(spoken)
    taken = _Taken(annotated, spoken)
    for quote in finder.full():
        if taken.holds(quote):
            continue
        position = _speaker(annotated, finder, quote, spoken)
        if position is None:
            continue
        words = (quote.start, quote.end)
        if _goes_on(spoken[position]):
            contents = merged(annotated.text, [*spoken[position].contents, words])
            spoken[position] = replace(spoken[position], contents=contents)
        else:
            draft = replace(
                spoken[position].draft, cue=None, commitment=Factuality.CERTAIN, stance=Stance.NEUTRAL, open=True
            )
            spoken.insert(position + 1, Spoken(draft, (words,), Speech.DIRECT))
    return spoken


def _goes_on(spoken: Spoken) -> bool:
    """A quotation goes on what a verb of saying began; what was asked for or believed is a voice of its own."""
    return spoken.draft.open and spoken.draft.commitment is Factuality.CERTAIN


class _Taken:
    """Offsets that the words of some voice hold, by the cue that introduces them."""

    def __init__(self, annotated: Annotated, spoken: Sequence[Spoken]) -> None:
        self._stretches = sorted(
            (start, end, annotated.tokens[s.draft.head].start) for s in spoken for start, end in s.contents
        )

    def holds(self, quote: Quote) -> bool:
        """Say whether a voice whose cue stands outside the quotation has it already."""
        middle = (quote.start + quote.end) // 2
        position = bisect_right(self._stretches, (middle, 1 << 60, 0))
        return any(
            start <= middle < end and not quote.start <= cue < quote.end
            for start, end, cue in self._stretches[max(0, position - _LOOK_BACK) : position]
        )


def _speaker(annotated: Annotated, finder: _Quotes, quote: Quote, spoken: Sequence[Spoken]) -> int | None:
    """Find who says a loose utterance: a cue without content beside it, else whoever spoke last before it."""
    sentence = _sentence_at(annotated, quote.start)
    last_sentence = _sentence_at(annotated, max(quote.start, quote.end - 1))
    begins = quote.start - annotated.sentences[sentence].start < _SLACK
    first, last = annotated.sentences[sentence].first, annotated.sentences[last_sentence].last
    near = range(bisect_left(spoken, first, key=_head), bisect_left(spoken, last, key=_head))
    beside = [
        i
        for i in near
        if spoken[i].draft.open
        and not quote.start <= annotated.tokens[spoken[i].draft.head].start < quote.end
        and (begins or not spoken[i].contents)
    ]
    if beside:
        return min(beside, key=lambda i: _distance(annotated, spoken[i], quote))
    if not begins or not _alone(annotated, quote, last_sentence):
        return None
    return _last_speaker(annotated, finder, quote, sentence, spoken)


def _head(spoken: Spoken) -> int:
    return spoken.draft.head


def _distance(annotated: Annotated, spoken: Spoken, quote: Quote) -> tuple[bool, int]:
    cue = annotated.tokens[spoken.draft.head].start
    return bool(spoken.contents), min(abs(cue - quote.start), abs(cue - quote.end))


def _alone(annotated: Annotated, quote: Quote, last: int) -> bool:
    """Say whether nothing but punctuation follows a quotation in its last sentence."""
    rest = annotated.text[quote.end : annotated.sentences[last].end]
    return not any(character.isalnum() for character in rest)


def _last_speaker(
    annotated: Annotated, finder: _Quotes, quote: Quote, sentence: int, spoken: Sequence[Spoken]
) -> int | None:
    """Find whoever spoke last before a quotation: in the nearest sentence, one who was quoted goes first."""
    end = bisect_left(spoken, annotated.sentences[sentence].last, key=_head)
    nearest: list[int] = []
    for position in range(end - 1, -1, -1):
        s = spoken[position]
        head = annotated.tokens[s.draft.head]
        if head.start >= quote.start or s.draft.source is None or not s.contents or finder.at(head.start) is not None:
            continue
        if nearest and head.sentence != annotated.tokens[spoken[nearest[0]].draft.head].sentence:
            break
        nearest.append(position)
    if not nearest:
        return None
    chosen = next((i for i in nearest if finder.speech(spoken[i].contents) is Speech.DIRECT), nearest[0])
    return chosen if _is_near(annotated, spoken[chosen], sentence) else None


def _is_near(annotated: Annotated, spoken: Spoken, sentence: int) -> bool:
    reach = max([annotated.tokens[spoken.draft.head].end, *(end for _, end in spoken.contents)])
    near = annotated.sentences[_sentence_at(annotated, reach - 1)]
    return annotated.sentences[sentence].paragraph - near.paragraph <= 1 and sentence - near.index <= 2


def _sentence_at(annotated: Annotated, offset: int) -> int:
    position = bisect_right(annotated.sentences, offset, key=lambda sentence: sentence.start) - 1
    return max(0, position)
