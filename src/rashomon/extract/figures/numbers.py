"""Numbers as printed: digits, words, vague words, ranges and the words that say how exact they are meant."""

import re
from dataclasses import dataclass, replace

from rashomon.lexicon.figures import FigureTable
from rashomon.records import Annotated, Modifier

_DIGITS = re.compile(r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?!\d)|\d+(?:\.\d+)?")
_SPAN = re.compile(r"[-–—]")
_REACH = 8
_PLUS = re.compile(r"\+")


@dataclass(frozen=True, slots=True)
class Read:
    """A number read from a token on.

    Attributes:
        end: one past the last token.
        low: least value, or None.
        high: greatest value, or None.
        modifier: how exact.
    """

    end: int
    low: float | None
    high: float | None
    modifier: Modifier


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence's words as the grammar of numbers reads them."""

    annotated: Annotated
    lows: tuple[str, ...]
    last: int
    table: FigureTable

    def low(self, index: int) -> str:
        """Give a word in lower case, "" outside the sentence."""
        return self.lows[index] if 0 <= index < self.last else ""

    def token_end(self, offset: int, index: int) -> int | None:
        """Give the index one past the token that ends at an offset, or None where no token ends there."""
        while index < self.last and self.annotated.tokens[index].end < offset:
            index += 1
        return index + 1 if index < self.last and self.annotated.tokens[index].end == offset else None


def read_figure(words: Words, index: int) -> Read | None:
    """Read the longest figure that begins at a token, with the words before and behind that qualify it."""
    if words.low(index) in words.table.between:
        return None if is_change(words, index) else _read_between(words, index)
    for phrase, modifier in words.table.before.get(words.low(index), ()):
        if _holds(words, index, phrase) and not _is_particle(words, index):
            found = read_figure(words, index + len(phrase))
            return None if found is None else _qualified(found, modifier)
    found = _read_range(words, index)
    return None if found is None else _with_tail(words, found)


def _holds(words: Words, index: int, phrase: tuple[str, ...]) -> bool:
    return all(words.low(index + offset) == word for offset, word in enumerate(phrase))


def _is_particle(words: Words, index: int) -> bool:
    """Say whether the word belongs to the verb before it ("handed over five posts")."""
    token, before = words.annotated.tokens[index], words.annotated.tokens[index - 1]
    return token.deprel == "compound:prt" or (before.upos == "VERB" and before.lemma in words.table.particle_verbs)


def _qualified(found: Read, modifier: Modifier) -> Read:
    if found.modifier in {Modifier.VAGUE, Modifier.RANGE} or modifier is Modifier.EXACT:
        return found
    if modifier is Modifier.AT_LEAST:
        return replace(found, high=None, modifier=modifier)
    if modifier is Modifier.UP_TO:
        return replace(found, low=None, modifier=modifier)
    return replace(found, modifier=modifier)


def _with_tail(words: Words, found: Read) -> Read:
    for phrase, modifier in words.table.after.get(words.low(found.end), ()):
        if _holds(words, found.end, phrase):
            return replace(_qualified(found, modifier), end=found.end + len(phrase))
    return found


def is_change(words: Words, index: int) -> bool:
    """Say whether a preposition leads to a number that another replaces: "rose from 9 to 12"."""
    if words.low(index) not in words.table.earlier:
        return False
    before = words.annotated.tokens[max(index - _REACH, 0) : index]
    here = words.annotated.tokens[index].sentence
    return any(token.lemma.lower() in words.table.toll_verbs for token in before if token.sentence == here)


def _read_between(words: Words, index: int) -> Read | None:
    first = _read_number(words, index + 1)
    if first is None or words.low(first.end) not in words.table.between_joiners:
        return None
    last = _read_number(words, first.end + 1)
    return None if last is None else _joined(first, last)


def _read_range(words: Words, index: int) -> Read | None:
    first = _read_number(words, index)
    if first is None or words.low(first.end) not in words.table.joiners or is_change(words, index - 1):
        return first
    last = _read_number(words, first.end + 1)
    return first if last is None else _joined(first, last) or first


def _joined(first: Read, last: Read) -> Read | None:
    """Join the ends of a range; "2 to 3 million" counts millions on both sides."""
    if first.low is None or last.low is None or first.modifier is Modifier.VAGUE:
        return None
    low, high = first.low, last.low
    if last.modifier is Modifier.VAGUE:
        return Read(last.end, low, last.high, Modifier.VAGUE)
    for scale in (1_000.0, 1_000_000.0, 1_000_000_000.0):
        if low < 1000 <= high and high % scale == 0 and high / scale > low and high / scale < 1000:
            low *= scale
            break
    return Read(last.end, low, high, Modifier.RANGE) if low < high else None


def _read_number(words: Words, index: int) -> Read | None:
    low = words.low(index)
    if not low:
        return None
    if low[0].isdigit():
        return _read_digits(words, index)
    if low in words.table.halves:
        return _read_half(words, index)
    if low in words.table.articles:
        return _read_article(words, index)
    if low in words.table.vague:
        return _read_vague(words, index)
    return _read_words(words, index)


def _read_digits(words: Words, index: int) -> Read | None:
    token = words.annotated.tokens[index]
    text = words.annotated.text
    found = _DIGITS.match(text, token.start)
    if found is None:
        return None
    value, end = float(re.sub(r"[,\u00a0\u202f]", "", found[0])), words.token_end(found.end(), index)
    if end is None:
        return _read_hyphened(words, index, found.end(), value)
    return _multiplied(words, value, end)


def _read_hyphened(words: Words, index: int, offset: int, value: float) -> Read | None:
    """Read "20-30", "40+" and "30k" where they are one token."""
    text, token = words.annotated.text, words.annotated.tokens[index]
    suffix = text[offset : token.end].lower()
    if suffix in words.table.suffixes and _may_scale(words, index, suffix):
        value = round(value * words.table.suffixes[suffix], 3)
        return Read(index + 1, value, value, Modifier.EXACT)
    if token.end > offset and _PLUS.fullmatch(text, offset, token.end):
        return Read(index + 1, value, None, Modifier.AT_LEAST)
    hyphen = _SPAN.match(text, offset)
    second = _DIGITS.match(text, hyphen.end()) if hyphen else None
    if second is None or second.end() != token.end:
        return None
    high = float(second[0].replace(",", ""))
    return Read(index + 1, value, high, Modifier.RANGE) if value < high else None


def _may_scale(words: Words, index: int, suffix: str) -> bool:
    """Say whether a letter behind a number multiplies it: "1.2m people" and "$3m", but "10m from the road"."""
    if len(suffix) > 1 or words.table.suffixes[suffix] < 1_000_000:
        return True
    if {words.low(index - 1), words.low(index - 2)} & words.table.currencies or words.low(
        index + 1
    ) in words.table.currency_words:
        return True
    if index + 1 >= words.last:
        return False
    behind = words.annotated.tokens[index + 1]
    return words.table.nouns.get(behind.text.lower(), words.table.nouns.get(behind.lemma.lower(), "")) != ""


def _read_half(words: Words, index: int) -> Read | None:
    behind = index + 1 if words.low(index + 1) not in words.table.articles else index + 2
    scale = words.table.multipliers.get(words.low(behind))
    return None if scale is None else _multiplied(words, scale / 2, behind + 1)


def _read_fraction(words: Words, index: int) -> Read | None:
    """Read "a quarter of a million"; None: no fraction of a number stands here."""
    share = words.table.fractions.get(words.low(index))
    behind = index + 2 if words.low(index + 1) in words.table.partitives else index
    scale = words.table.multipliers.get(words.low(behind + 1))
    if share is None or behind == index or words.low(behind) not in words.table.articles or scale is None:
        return None
    return _multiplied(words, float(round(scale * share)), behind + 2)


def _read_article(words: Words, index: int) -> Read | None:
    behind, low = index + 1, words.low(index + 1)
    if low in words.table.fractions:
        return _read_fraction(words, behind)
    scale = words.table.multipliers.get(low)
    if scale is not None:
        return _multiplied(words, float(scale), behind + 1)
    if low in words.table.collectives:
        value = float(words.table.collectives[low])
        return (
            Read(behind + 1, value, value, Modifier.EXACT) if words.low(behind + 1) in words.table.partitives else None
        )
    least = words.table.vague_with_article.get(low)
    if least is None:
        return None
    further = _read_vague(words, behind + 1) or _read_scale(words, behind + 1, least)
    return further or Read(behind + 1, float(least), None, Modifier.VAGUE)


def _read_vague(words: Words, index: int) -> Read | None:
    """Read "dozens", "tens of thousands", "several hundred"."""
    least = words.table.vague.get(words.low(index))
    if least is None:
        return None
    behind = index + 1
    further = words.table.vague.get(words.low(behind + 1)) if words.low(behind) in words.table.partitives else None
    if further is not None:
        return Read(behind + 2, float(least * further), None, Modifier.VAGUE)
    return _read_scale(words, behind, least) or Read(behind, float(least), None, Modifier.VAGUE)


def _read_scale(words: Words, index: int, least: int) -> Read | None:
    scale = words.table.multipliers.get(words.low(index))
    return None if scale is None else Read(index + 1, float(least * scale), None, Modifier.VAGUE)


def _read_words(words: Words, index: int) -> Read | None:
    """Read "twenty-five", "two hundred and fifty", "three thousand"."""
    total, part, end = 0.0, 0.0, index
    while True:
        low = words.low(end)
        value = _word_value(words, low)
        if value is not None and _adds(part, value):
            part += value
        elif low in words.table.multipliers and end > index:
            scale = words.table.multipliers[low]
            total, part = (total, part * scale) if scale < 1000 else (total + part * scale, 0.0)
        elif low in words.table.inner_joiners and end > index and _goes_on(words, end, low, part, total):
            pass
        else:
            break
        end += 1
    return None if end == index else Read(end, total + part, total + part, Modifier.EXACT)


def _adds(part: float, value: int) -> bool:
    """Say whether a word adds to the number so far: "two hundred" + "fifty", "twenty" + "five"."""
    return part == 0 or (part % 100 == 0 and value < 100) or (part % 10 == 0 and value < 10 <= part % 100)


def _word_value(words: Words, low: str) -> int | None:
    """Give the value of "five" and of "twenty-five" where it is one token."""
    if low in words.table.words:
        return words.table.words[low]
    tens, hyphen, small = low.partition("-")
    if hyphen and tens in words.table.words and small in words.table.words and words.table.words[small] < 10:
        return words.table.words[tens] + words.table.words[small]
    return None


def _goes_on(words: Words, index: int, low: str, part: float, total: float) -> bool:
    value = _word_value(words, words.low(index + 1))
    if value is None:
        return False
    if low == "-":
        return part % 100 >= 20 and part % 10 == 0 and value < 10
    return (part >= 100 and part % 100 == 0 and value < 100) or (part == 0 and total >= 1000 and value < 1000)


def _multiplied(words: Words, value: float, end: int) -> Read:
    """Apply the multipliers behind a number in digits: "3 million", "2 dozen", "1.2m people"."""
    tokens, suffix = words.annotated.tokens, words.low(end)
    if suffix in words.table.suffixes and tokens[end - 1].end == tokens[end].start and _may_scale(words, end, suffix):
        value, end = round(value * words.table.suffixes[suffix], 3), end + 1
    while words.low(end) in words.table.multipliers:
        value, end = value * words.table.multipliers[words.low(end)], end + 1
    return Read(end, value, value, Modifier.EXACT)
