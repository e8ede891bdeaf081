"""Utterances in quotation marks that no content holds: whose words they are.

The first rule that finds a voice decides:
  beside   a cue of its own sentence that has no words yet, or any where the quotation opens the sentence
  broken   a cue right before it whose words stand before the cue ("“...,” he went on, “...”")
  joined   a quotation that runs over several paragraphs is one voice's, wherever its cue stands
  colon    behind a colon, the main cue of what stands before it
  uttered  a clause beside it whose verb no row knows ("He fired back: “...”", "“...,” she sighed")
  spoke    alone in its sentences, whoever spoke last
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.extract.voices.drafts import Draft
from rashomon.extract.voices.quotations import Quotes, Spoken, Stretch, merged
from rashomon.extract.voices.utterances import find_utterance
from rashomon.lexicon.voices import VoiceWords
from rashomon.records import Annotated, Factuality, Quote, Speech, Stance

_LOOK_BACK = 12
_SLACK = 3


def attach(annotated: Annotated, drafts: Sequence[Draft], words: VoiceWords) -> tuple[Spoken, ...]:
    """Turn contents into offsets, widen them to their quotations, and hand loose quotations to a speaker.

    Args:
        annotated: the document.
        drafts: its voices in text order of their cues.
        words: words around voices.
    """
    quotes = Quotes(annotated)
    spoken = [Spoken(d, quotes.widen(d), Speech.INDIRECT) for d in drafts]
    spoken = _give_loose(annotated, quotes, spoken, words)
    return tuple(replace(s, speech=quotes.speech(s.contents)) for s in spoken if s.contents)


def _give_loose(annotated: Annotated, quotes: Quotes, spoken: Sequence[Spoken], words: VoiceWords) -> list[Spoken]:
    finder = _Speakers(annotated, quotes, list(spoken), words)
    for group in _groups(quotes.full()):
        holders = [finder.holder(quote) for quote in group]
        before: int | None = None
        for k, quote in enumerate(group):
            if holders[k] is not None:
                before = holders[k]
                continue
            position = finder.beside(quote)
            if position is None:
                joined = before if before is not None else next((h for h in holders[k:] if h is not None), None)
                position = finder.before(quote) if joined is None else finder.position(joined)
            if position is not None:
                before = finder.give(position, quote)
    return finder.spoken


def _groups(quotes: Sequence[Quote]) -> Iterator[list[Quote]]:
    """Join the paragraphs of one quotation."""
    group: list[Quote] = []
    for quote in quotes:
        if group and not quote.continues:
            yield group
            group = []
        group.append(quote)
    if group:
        yield group


class _Speakers:
    """The voices of a document while its loose utterances are handed out.

    Attributes:
        spoken: the voices in text order of their cues.
    """

    def __init__(self, annotated: Annotated, quotes: Quotes, spoken: list[Spoken], words: VoiceWords) -> None:
        self._annotated = annotated
        self._quotes = quotes
        self.spoken = spoken
        self._words = words
        self._held = sorted((start, end, s.draft.head) for s in spoken for start, end in s.contents)

    def holder(self, quote: Quote) -> int | None:
        """Give the cue of a voice that has a quotation already and does not speak inside it."""
        middle = (quote.start + quote.end) // 2
        position = bisect_right(self._held, (middle, 1 << 60, 0))
        for start, end, head in reversed(self._held[max(0, position - _LOOK_BACK) : position]):
            if start <= middle < end and not quote.start <= self._annotated.tokens[head].start < quote.end:
                return head
        return None

    def position(self, head: int) -> int:
        """Give the position of the voice with a cue."""
        return bisect_left(self.spoken, head, key=_head)

    def give(self, position: int, quote: Quote) -> int:
        """Add a quotation to a voice's words; what was asked for or believed makes it a voice of its own.

        Returns:
            the cue.
        """
        old, words = self.spoken[position], (quote.start, quote.end)
        if old.draft.open and old.draft.commitment is Factuality.CERTAIN:
            contents = merged(self._annotated.text, [*old.contents, words])
            self.spoken[position] = replace(old, contents=contents)
            return old.draft.head
        draft = replace(old.draft, cue=None, commitment=Factuality.CERTAIN, stance=Stance.NEUTRAL, open=True)
        self.spoken.insert(position + 1, Spoken(draft, (words,), Speech.DIRECT))
        return draft.head

    def beside(self, quote: Quote) -> int | None:
        """Find who says an utterance by a cue of its own sentences."""
        sentence = self._sentence(quote.start)
        last = self._sentence(max(quote.start, quote.end - 1))
        begins = self._begins(quote, sentence)
        beside = [i for i in self._near(sentence, last, quote) if begins or self._waits(i, quote)]
        return min(beside, key=lambda i: self._distance(i, quote), default=None)

    def before(self, quote: Quote) -> int | None:
        """Find who says an utterance by what stands before it: a colon, a clause, else whoever spoke last."""
        sentence = self._sentence(quote.start)
        led = self._led(quote)
        led = self._uttered(quote) if led is None else led
        if led is not None:
            return led
        if not self._begins(quote, sentence):
            return None
        follows = self._follows(quote, sentence)
        if follows is not None:
            return follows
        alone = self._alone(quote, self._sentence(max(quote.start, quote.end - 1)))
        return self._last_speaker(quote, sentence) if alone else None

    def _follows(self, quote: Quote, sentence: int) -> int | None:
        """Find the voice that a cue ends the sentence before with ("“...,” said Lind. “...” ...")."""
        found = self._annotated.sentences[sentence]
        if sentence == 0 or self._annotated.sentences[sentence - 1].paragraph != found.paragraph:
            return None
        for i in reversed(self._heads(sentence - 1, quote.start)):
            s = self.spoken[i]
            cue = self._annotated.tokens[s.draft.head].start
            if s.contents and s.draft.open and max(end for _, end in s.contents) <= cue:
                direct = self._quotes.speech(s.contents) is Speech.DIRECT
                cued = self._heads_between(quote.end - 1, found.end)
                return i if direct and not cued else None
        return None

    def _uttered(self, quote: Quote) -> int | None:
        """Make a voice of a clause beside an utterance that no cue of its sentence makes."""
        draft = find_utterance(self._annotated, quote, self._words)
        if draft is None or self._is_cued(draft, quote):
            return None
        position = self.position(draft.head)
        self.spoken.insert(position, Spoken(draft, (), Speech.DIRECT))
        return position

    def _begins(self, quote: Quote, sentence: int) -> bool:
        return quote.start - self._annotated.sentences[sentence].start < _SLACK

    def _led(self, quote: Quote) -> int | None:
        """Find the main voice of what stands before a colon and a quotation."""
        at = quote.start
        while at > 0 and self._annotated.text[at - 1].isspace():
            at -= 1
        if self._annotated.text[at - 1 : at] != ":":
            return None
        return self._main(self._heads(self._sentence(at - 1), quote.start))

    def _near(self, first: int, last: int, quote: Quote) -> Iterator[int]:
        """Give the open cues of some sentences that do not stand in the quotation."""
        start, end = self._annotated.sentences[first].first, self._annotated.sentences[last].last
        for i in range(bisect_left(self.spoken, start, key=_head), bisect_left(self.spoken, end, key=_head)):
            cue = self._annotated.tokens[self.spoken[i].draft.head].start
            if self.spoken[i].draft.open and not quote.start <= cue < quote.end:
                yield i

    def _waits(self, i: int, quote: Quote) -> bool:
        """Say whether a cue has no words yet, or only words before it and nothing between it and the quotation."""
        s = self.spoken[i]
        if not s.contents:
            return True
        after = self._annotated.tokens[s.draft.cue[1] - 1 if s.draft.cue else s.draft.head].end
        if max(end for _, end in s.contents) > after or after > quote.start:
            return False
        between = self._annotated.text[after : quote.start]
        others = self._heads_between(after, quote.start)
        return not others and between.rstrip()[-1:] in {",", ":"}

    def _is_cued(self, draft: Draft, quote: Quote) -> bool:
        """Say whether another cue stands between a clause and an utterance, or is the clause's."""
        head = self._annotated.tokens[draft.head].start
        return self._heads_between(min(head, quote.end) - 1, max(head + 1, quote.start))

    def _heads_between(self, start: int, end: int) -> bool:
        tokens = self._annotated.tokens
        return any(start < tokens[s.draft.head].start < end for s in self.spoken)

    def _heads(self, sentence: int, before: int) -> list[int]:
        found = self._annotated.sentences[sentence]
        first = bisect_left(self.spoken, found.first, key=_head)
        last = bisect_left(self.spoken, found.last, key=_head)
        return [i for i in range(first, last) if self._annotated.tokens[self.spoken[i].draft.head].start < before]

    def _main(self, positions: Sequence[int]) -> int | None:
        """Choose the voice that passes on the others: the cue nearest to the sentence's root, no voice inside it."""
        held = [s for i in positions for s in self.spoken[i].contents]
        outer = [i for i in positions if self.spoken[i].draft.source is not None and not self._inside(i, held)]
        return min(outer, key=lambda i: (self._height(self.spoken[i].draft.head), i), default=None)

    def _inside(self, i: int, held: Sequence[Stretch]) -> bool:
        cue = self._annotated.tokens[self.spoken[i].draft.head].start
        return any(start <= cue < end for start, end in held)

    def _height(self, index: int) -> int:
        steps = 0
        while self._annotated.tokens[index].head != index and steps < 20:
            index, steps = self._annotated.tokens[index].head, steps + 1
        return steps

    def _distance(self, i: int, quote: Quote) -> tuple[bool, int]:
        cue = self._annotated.tokens[self.spoken[i].draft.head].start
        return bool(self.spoken[i].contents), min(abs(cue - quote.start), abs(cue - quote.end))

    def _alone(self, quote: Quote, last: int) -> bool:
        """Say whether nothing but punctuation follows a quotation in its last sentence."""
        rest = self._annotated.text[quote.end : self._annotated.sentences[last].end]
        return not any(character.isalnum() for character in rest)

    def _last_speaker(self, quote: Quote, sentence: int) -> int | None:
        """Find whoever spoke last before a quotation: in the nearest sentence, one who was quoted goes first."""
        end = bisect_left(self.spoken, self._annotated.sentences[sentence].last, key=_head)
        nearest: list[int] = []
        for position in range(end - 1, -1, -1):
            s = self.spoken[position]
            head = self._annotated.tokens[s.draft.head]
            quoted = self._quotes.at(head.start) is not None
            if head.start >= quote.start or s.draft.source is None or not s.contents or quoted:
                continue
            if nearest and head.sentence != self._annotated.tokens[self.spoken[nearest[0]].draft.head].sentence:
                break
            nearest.append(position)
        chosen = next((i for i in nearest if self._quotes.speech(self.spoken[i].contents) is Speech.DIRECT), None)
        chosen = self._main(nearest[::-1]) if chosen is None else chosen
        return chosen if chosen is not None and self._is_near(chosen, sentence) else None

    def _is_near(self, i: int, sentence: int) -> bool:
        s = self.spoken[i]
        reach = max([self._annotated.tokens[s.draft.head].end, *(end for _, end in s.contents)])
        near = self._annotated.sentences[self._sentence(reach - 1)]
        return self._annotated.sentences[sentence].paragraph - near.paragraph <= 1 and sentence - near.index <= 2

    def _sentence(self, offset: int) -> int:
        position = bisect_right(self._annotated.sentences, offset, key=lambda sentence: sentence.start) - 1
        return max(0, position)


def _head(spoken: Spoken) -> int:
    return spoken.draft.head
