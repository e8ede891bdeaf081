"""Headlines that print every word with a capital, in the case of running text.

The report under a headline says which of its words are names: what it prints in lower case is none, what it prints
with a capital inside its sentences is one. Of words that it does not hold, tables and gazetteer decide
(`annotate.capitals`).
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from rashomon.annotate.capitals import Word
from rashomon.records import Document, Zone, ZoneKind

_WORD = re.compile(r"[^\W\d_]+")
_RUN = re.compile(r"(?<=[a-z,;] )[A-ZÀ-Þ][^\W\d_]+(?:[ -][A-ZÀ-Þ][^\W\d_]+)*")
_LONGER = 4  # letters of a word that a headline in running case would print small
_FEWEST = 3
_LEAST_SHARE = 0.8


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


def find_titles(document: Document) -> list[Zone]:
    """Give the headlines in which nearly every longer word has a capital and the others."""
    headlines = (zone for zone in document.zones if zone.kind is ZoneKind.HEADLINE)
    return [zone for zone in headlines if _is_title(document.text[zone.start : zone.end])]


def _is_title(line: str) -> bool:
    longer = [word for word in _WORD.findall(line) if len(word) >= _LONGER]
    capital = sum(word[0].isupper() and not word.isupper() for word in longer)
    return len(longer) >= _FEWEST and capital >= _LEAST_SHARE * len(longer)


def read_printed(texts: Iterable[str]) -> Printed:
    """Look at the paragraphs of running text."""
    plain: set[str] = set()
    runs: list[list[str]] = []
    for text in texts:
        plain.update(word for word in _WORD.findall(text) if word.islower())
        runs += [[word.lower() for word in _WORD.findall(match[0])] for match in _RUN.finditer(text)]
    names = frozenset(word for run in runs for word in run)
    return Printed(frozenset(plain), names, frozenset(pair for run in runs for pair in pairwise(run)))


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
