"""Headlines that print every word with a capital, in the case of running text.

The report under a headline says which of its words are names: what it prints in lower case is none, what it prints
with a capital inside its sentences is one. Of words that it does not hold, tables and gazetteer decide
(`annotate.capitals`).
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from rashomon.annotate.capitals import Word
from rashomon.records import Document, Zone, ZoneKind

_WORD = re.compile(r"[^\W\d_]+")
_RUN = re.compile(r"\b[A-ZÀ-Þ][^\W\d_]+(?:[ -][A-ZÀ-Þ][^\W\d_]+)*")
_INSIDE = re.compile(r"[a-z,;] $")
_SENTENCE = re.compile(r"[^.!?\n]+")
_LONGER = 3  # letters of a word that title case prints with a capital
_LEAST_SHARE = 0.8

Decide = Callable[[str], list[Word]]


@dataclass(frozen=True, slots=True)
class Printed:
    """How the running text of a document prints its words; lower case.

    Attributes:
        plain: words in lower case.
        names: words with a capital inside a sentence.
        pairs: two such words that stand side by side.
    """

    plain: frozenset[str]
    names: frozenset[str]
    pairs: frozenset[tuple[str, str]]


def find_titles(document: Document, decide: Decide, function_words: Collection[str]) -> list[tuple[Zone, list[Word]]]:
    """Give the headlines in which nearly every longer word has a capital, with their words, and the others.

    Args:
        document: with its zones.
        decide: gives the words of a line with the case that tables and gazetteer give them.
        function_words: lower case; headlines in title case print them both ways.
    """
    lines = ((zone, document.text[zone.start : zone.end]) for zone in document.zones if zone.kind is ZoneKind.HEADLINE)
    read = ((zone, line, decide(line)) for zone, line in lines)
    return [(zone, words) for zone, line, words in read if is_title(line, words, function_words)]


def is_title(line: str, words: Iterable[Word], function_words: Collection[str]) -> bool:
    """Say whether a line prints with a capital what is no name: who its sides are tells nothing of it."""
    common = [word for word in words if word.start and word.case == "lower" and word.low not in function_words]
    longer = [line[word.start : word.end] for word in common if word.end - word.start >= _LONGER]
    capital = sum(word[0].isupper() and not word.isupper() for word in longer)
    return capital > 0 and capital >= _LEAST_SHARE * len(longer)


def find_copies(text: str, line: str, zones: Iterable[Zone]) -> Iterator[int]:
    """Give where a headline stands once more in the text of its report, as pages repeat it over their first line."""
    for zone in zones:
        at = text.find(line, zone.start, zone.end)
        while at >= 0:
            yield at
            at = text.find(line, at + len(line), zone.end)


def read_printed(texts: Iterable[str], is_line: Callable[[str], bool]) -> Printed:
    """Look at the paragraphs of running text.

    Args:
        texts: the paragraphs.
        is_line: says of a sentence whether it is printed as a headline is: it shows nothing.
    """
    plain: set[str] = set()
    runs: list[list[str]] = []
    for text in texts:
        plain.update(word for word in _WORD.findall(text) if word.islower())
        for sentence in _SENTENCE.findall(text):
            found = list(_names(sentence))
            if found and not is_line(sentence):
                runs += found
    names = frozenset(word for run in runs for word in run)
    return Printed(frozenset(plain), names, frozenset(pair for run in runs for pair in pairwise(run)))


def _names(sentence: str) -> Iterator[list[str]]:
    """Give the runs of capitalised words inside a sentence; the word that opens it shows nothing."""
    for match in _RUN.finditer(sentence):
        words = [word.lower() for word in _WORD.findall(match[0])]
        inside = _INSIDE.search(sentence, max(0, match.start() - 2), match.start())
        if words := words if inside else words[1:]:
            yield words


def small_words(line: str, words: list[Word], printed: Printed, openings: Collection[str]) -> Iterator[int]:
    """Give where the words of a headline begin that running text would print small.

    Args:
        line: the headline.
        words: its words with the case that tables and gazetteer give them.
        printed: how the report prints words.
        openings: first words of places' names, which a name behind them makes part of it.
    """
    kept = _kept(words, printed)
    for at, word in enumerate(words):
        shown = line[word.start : word.end]
        if at in kept or not (shown[:1].isupper() and shown[1:].islower()):
            continue
        after = words[at + 1] if at + 1 < len(words) else None
        opens = word.low in openings and after is not None and after.joined and after.case == "title"
        only_name = word.low in printed.names and word.low not in printed.plain
        only_plain = word.low in printed.plain and word.low not in printed.names
        if only_plain or (word.case == "lower" and not opens and not only_name):
            yield word.start


def _kept(words: list[Word], printed: Printed) -> set[int]:
    """Give the words that stand in a name of two words or more as the report prints it."""
    found: set[int] = set()
    for at, (one, two) in enumerate(pairwise(words)):
        if two.joined and (one.low, two.low) in printed.pairs:
            found |= {at, at + 1}
    return found
