"""A document's tokens as the name rules look at them, and the runs of capitalised words in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.lexicon.naming import NamingTable
from rashomon.records import Sentence, Token, ZoneKind

_NAME_TAGS = frozenset({"NNP", "NNPS"})
_FUNCTION = frozenset({"DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "PART", "PUNCT", "INTJ", "ADV", "NUM"})
_AYN = "‘"
_QUOTED = 12  # tokens within which a quotation in single marks is closed
_HYPHENS = frozenset({"-", "‐", "‑"})


@dataclass(frozen=True, slots=True)
class Words:
    """Columns over all tokens of a document.

    Attributes:
        tokens: the tokens.
        lows: lower-cased words.
        named: whether the token may stand in a name.
        firsts: whether the token begins its sentence (an opening mark does not count).
        titled: whether it stands in a sentence with every word capitalised.
        plain: words that stand in lower case somewhere in the document.
    """

    tokens: Sequence[Token]
    lows: list[str]
    named: list[bool]
    firsts: list[bool]
    titled: list[bool]
    plain: frozenset[str]

    def glued(self, index: int) -> bool:
        """Say whether no space stands between a token and the one before it."""
        return index > 0 and self.tokens[index - 1].end == self.tokens[index].start

    def key(self, first: int, last: int) -> tuple[str, ...]:
        """Give the lower-cased words of a stretch."""
        return tuple(self.lows[first:last])


def make_words(tokens: Sequence[Token], sentences: Sequence[Sentence], table: NamingTable) -> Words:
    """Look at every token once."""
    lowered = {text: text.lower() for text in {token.text for token in tokens}}
    lows = [lowered[token.text] for token in tokens]
    firsts, titled = _positions(tokens, sentences)
    plain = frozenset(low for token, low in zip(tokens, lows, strict=True) if token.text == low and low.isalpha())
    named = [
        token.text[:1].isupper() and _may_name(token, low, firsts[token.index], titled[token.index], plain, table)
        for token, low in zip(tokens, lows, strict=True)
    ]
    return Words(tokens, lows, named, firsts, titled, plain)


def find_runs(words: Words, table: NamingTable) -> Iterator[tuple[int, int]]:
    """Find stretches of capitalised words, joined by hyphens without spaces and by particles inside names."""
    index, count = 0, len(words.tokens)
    while index < count:
        if not words.named[index]:
            index += 1
            continue
        last = index + 1
        while (after := _goes_on(words, last, table)) > last:
            last = after
        first = _begin(words, index, table)
        yield first, last
        index = last


def _goes_on(words: Words, last: int, table: NamingTable) -> int:
    """Give the end of a run that stands at `last` after one more step, or `last` itself."""
    tokens, count = words.tokens, len(words.tokens)
    if last >= count or tokens[last].sentence != tokens[last - 1].sentence:
        return last
    if words.named[last]:
        return last + 1
    if words.lows[last] in _HYPHENS and words.glued(last) and last + 1 < count and words.glued(last + 1):
        return _over_hyphen(words, last, table)
    if words.lows[last] in table.particles and last + 1 < count:
        step = last + 1
        if words.lows[step] in _HYPHENS:
            step += 1
        if step < count and words.named[step] and tokens[step].sentence == tokens[last].sentence:
            return step + 1
    return last


def _over_hyphen(words: Words, hyphen: int, table: NamingTable) -> int:
    after = hyphen + 1
    if words.named[after] or words.tokens[after].text.isdigit():
        return after + 1
    inner = words.lows[after] in table.particles and after + 2 < len(words.tokens)
    if inner and words.named[after + 1] and words.tokens[after + 1].sentence == words.tokens[hyphen].sentence:
        return after + 2
    if inner and words.lows[after + 1] in _HYPHENS and words.tokens[after + 2].text[:1].isupper():
        return after + 3
    return hyphen


def _begin(words: Words, first: int, table: NamingTable) -> int:
    """Take in a lower-case article of Arabic names ("al-Shabaab") and the mark of a first `ayn ("‘Anadan")."""
    if first and words.lows[first - 1] == _AYN and words.glued(first) and not _is_closed(words, first):
        return first - 1
    if first >= 2 and words.lows[first - 1] in _HYPHENS and words.lows[first - 2] in table.particles:
        return first - 2 if words.glued(first) and words.glued(first - 1) else first
    return first


def _is_closed(words: Words, first: int) -> bool:
    """Say whether an opening mark before a token is closed again: then it quotes."""
    following = words.tokens[first : first + _QUOTED]
    return any(t.text == "’" and words.lows[t.index + 1 : t.index + 2] != ["s"] for t in following)


def _may_name(token: Token, low: str, first: bool, titled: bool, plain: frozenset[str], table: NamingTable) -> bool:
    if first:
        if low in table.initial or token.upos in _FUNCTION:
            return False
        return (token.xpos in _NAME_TAGS or low in table.peoples) and (low not in plain or low in table.titles)
    if titled and low in plain:
        return False
    return token.xpos in _NAME_TAGS or token.upos not in _FUNCTION


def _positions(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> tuple[list[bool], list[bool]]:
    firsts, titled = [False] * len(tokens), [False] * len(tokens)
    for sentence in sentences:
        at = sentence.first
        while at < sentence.last - 1 and not tokens[at].text[:1].isalnum():
            at += 1
        firsts[at] = True
        if sentence.zone is ZoneKind.HEADLINE or sentence.last - sentence.first <= 20:
            titled[sentence.first : sentence.last] = [_in_title_case(tokens[sentence.first : sentence.last])] * (
                sentence.last - sentence.first
            )
    return firsts, titled


def _in_title_case(tokens: Sequence[Token]) -> bool:
    """Say whether nearly every longer word is capitalised."""
    longer = [token.text for token in tokens if len(token.text) > 3 and token.text.isalpha()]
    return len(longer) >= 3 and sum(word[0].isupper() for word in longer) >= 0.8 * len(longer)
