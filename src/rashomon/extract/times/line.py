"""A document's tokens as the grammar of times reads them."""

from dataclasses import dataclass
from string import ascii_lowercase

from rashomon.lexicon.figures import FigureTable
from rashomon.lexicon.times import TimeTable
from rashomon.records import Annotated, Token

_LETTERS = ascii_lowercase + "ºª."


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence.

    Attributes:
        annotated: the document.
        lows: lower-case words of the whole document, without a closing full stop.
        last: one past the sentence's last token: nothing is read from there on.
        times: words of times.
        numbers: words of numbers.
    """

    annotated: Annotated
    lows: tuple[str, ...]
    last: int
    times: TimeTable
    numbers: FigureTable

    def low(self, index: int) -> str:
        """Give a word in lower case, "" outside the sentence."""
        return self.lows[index] if 0 <= index < self.last else ""

    def token(self, index: int) -> Token:
        """Give a token; behind the sentence, the sentence's last."""
        return self.annotated.tokens[min(index, self.last - 1)]

    def skip(self, index: int, words: frozenset[str]) -> int:
        """Give the index behind a word of the set, or the same index."""
        return index + 1 if self.low(index) in words else index

    def token_end(self, offset: int, index: int) -> int | None:
        """Give the index one past the token that ends at an offset, or None where no token ends there."""
        while index < self.last and self.annotated.tokens[index].end < offset:
            index += 1
        ends = index < self.last and self.annotated.tokens[index].end == offset
        return index + 1 if ends else None

    def label(self, index: int) -> str:
        """Give the entity label of a token, "" outside entities."""
        entity = self.annotated.entity_at[min(index, self.last - 1)]
        return self.annotated.entities[entity].label if entity >= 0 else ""

    def counts(self, index: int) -> bool:
        """Say whether a number counts a plural noun behind it ("20 soldiers")."""
        token = self.annotated.tokens[index]
        head = self.annotated.tokens[token.head]
        return token.deprel == "nummod" and head.index > index and head.xpos in {"NNS", "NNPS"}


def read_ordinal(line: Line, index: int) -> int | None:
    """Read a number in digits with the ending of its rank ("21st"), or None."""
    return ordinal_of(line, line.low(index))


def ordinal_of(line: Line, low: str) -> int | None:
    """Give the number of such a word."""
    digits = low.rstrip(_LETTERS)
    ranked = digits.isdigit() and len(digits) <= 2 and low.removeprefix(digits) in line.times.rank_endings
    return int(digits) if ranked else None


def read_amount(line: Line, index: int) -> tuple[int, int | None] | None:
    """Read a number of units: (index behind it, number or None where it is vague)."""
    low = line.low(index)
    if low.isdigit() and len(low) <= 4:
        return index + 1, int(low)
    if low in line.numbers.words:
        return _compound(line, index)
    if low in line.numbers.articles:
        following = line.low(index + 1)
        if following in line.times.vague_numbers or following in line.numbers.multipliers:
            return read_amount(line, index + 1)
        return index + 1, 1
    if low in line.times.vague_numbers:
        behind = line.low(index + 1)
        return (index + 2 if behind in line.times.of_words else index + 1), line.times.vague_numbers[low]
    return None


def _compound(line: Line, index: int) -> tuple[int, int]:
    """Read "twenty", "twenty-five" (one token or three) and "two hundred"."""
    value, end = line.numbers.words[line.low(index)], index + 1
    if value >= 20 and value % 10 == 0:
        behind = line.skip(end, frozenset("-"))
        small = line.numbers.words.get(line.low(behind), 0)
        if 0 < small < 10:
            value, end = value + small, behind + 1
    if line.low(end) in line.numbers.multipliers:
        value, end = value * line.numbers.multipliers[line.low(end)], end + 1
    return end, value
