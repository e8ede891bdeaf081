"""Paragraphs in capitals and headlines in title case, in the case that a pipeline was trained on.

A word that the lemma tables know is no name unless a table, the gazetteer or its place says so (`annotate.capitals`);
what no table knows is a name. The document's text stays as it is: the pipeline reads a copy of the same length.
"""

import re
from collections.abc import Callable, Collection

from rashomon.annotate.capitals import Capitals
from rashomon.annotate.lemmas import SuffixTables
from rashomon.annotate.titles import find_titles, read_printed, small_words
from rashomon.lexicon.annotating import AnnotateTables
from rashomon.records import Document, Zone

_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_START = re.compile(r"(?:^|(?<!\b[A-Z])[.!?]['\")\]]*\s+|\n\s*\n)['\"(\[]*(?=[^\W\d_])")
_FEWEST_LETTERS = 12
_LEAST_SHARE = 0.85


class TrueCaser:
    """Gives the copy to read; documents without such paragraphs are given back as they are."""

    def __init__(
        self,
        tables: AnnotateTables,
        suffixes: SuffixTables,
        function_words: frozenset[str],
        known_place: Callable[[str], bool],
        names: Collection[str] = (),
    ) -> None:
        self._capitals = Capitals(tables, suffixes, function_words, known_place, names)
        self._openings = tables.naming.place_firsts

    def read(self, document: Document) -> str:
        """Give the text to read, as long as the document's."""
        text = document.text
        zones = [zone for zone in document.zones if zone.read and _in_capitals(text[zone.start : zone.end])]
        shown = self._lowered(document, zones) if zones else text
        titles = find_titles(document)
        return self._with_titles(document, shown, titles, zones) if titles else shown

    def _with_titles(self, document: Document, shown: str, titles: list[Zone], capitals: list[Zone]) -> str:
        """Give the copy with the words of headlines small that running text prints small."""
        text = document.text
        running = (zone for zone in document.zones if zone.read and zone not in titles and zone not in capitals)
        printed = read_printed(text[zone.start : zone.end] for zone in running)
        letters = list(shown)
        for zone in titles:
            line = text[zone.start : zone.end]
            words = self._capitals.decide(line, (), frozenset(), set())
            for start in small_words(line, words, printed, self._openings):
                letters[zone.start + start] = line[start].lower()
            for match in _SENTENCE_START.finditer(line):
                letters[zone.start + match.end()] = line[match.end()]
        return "".join(letters)

    def _lowered(self, document: Document, zones: list[Zone]) -> str:
        text = document.text
        home = tuple(word.lower() for word in _WORD.findall((document.dateline or "").partition("(")[0]))
        kept = self._capitals.short_forms("\n\n".join(text[zone.start : zone.end] for zone in zones))
        letters = list(text)
        surnames: set[str] = set()
        for zone in zones:
            paragraph = text[zone.start : zone.end]
            for word in self._capitals.decide(paragraph, home, kept, surnames):
                if word.case != "keep":
                    printed = word.low.capitalize() if word.case == "title" else word.low
                    letters[zone.start + word.start : zone.start + word.end] = printed
            for match in _SENTENCE_START.finditer(paragraph):
                letters[zone.start + match.end()] = paragraph[match.end()]
        return "".join(letters)


def _in_capitals(text: str) -> bool:
    upper, lower = sum(map(str.isupper, text)), sum(map(str.islower, text))
    if upper + lower < _FEWEST_LETTERS or len(text.split()) < 3:
        return False
    return upper >= _LEAST_SHARE * (upper + lower)
