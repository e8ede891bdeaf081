"""Paragraphs in capitals and headlines in title case, in the case that a pipeline was trained on.

A word that the lemma tables know is no name unless a table, the gazetteer or its place says so (`annotate.capitals`);
what no table knows is a name. The document's text stays as it is: the pipeline reads a copy of the same length.
"""

import re
from collections.abc import Callable, Collection

from rashomon.annotate.capitals import Capitals, Word
from rashomon.annotate.lemmas import SuffixTables
from rashomon.annotate.titles import find_copies, find_titles, is_title, read_printed, small_words
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
        self._function_words = function_words

    def read(self, document: Document) -> str:
        """Give the text to read, as long as the document's."""
        text = document.text
        zones = [zone for zone in document.zones if zone.read and _in_capitals(text[zone.start : zone.end])]
        shown = self._lowered(document, zones) if zones else text
        titles = find_titles(document, self._decide, self._function_words)
        return self._with_titles(document, shown, titles, zones) if titles else shown

    def _with_titles(
        self, document: Document, shown: str, titles: list[tuple[Zone, list[Word]]], capitals: list[Zone]
    ) -> str:
        """Give the copy with the words of headlines small that running text prints small."""
        text = document.text
        others = [*(zone for zone, _ in titles), *capitals]
        running = [zone for zone in document.zones if zone.read and zone not in others]
        lines = {text[zone.start : zone.end]: words for zone, words in titles}
        copies = [(at, line) for line in lines for at in find_copies(text, line, running)]
        rest = _without(text, [(at, at + len(line)) for at, line in copies])
        printed = read_printed((rest[zone.start : zone.end] for zone in running), self._is_line)
        letters = list(shown)
        for at, line in (*((zone.start, text[zone.start : zone.end]) for zone, _ in titles), *copies):
            for start in small_words(line, lines[line], printed, self._openings):
                letters[at + start] = line[start].lower()
            for match in _SENTENCE_START.finditer(line):
                letters[at + match.end()] = line[match.end()]
        return "".join(letters)

    def _decide(self, line: str) -> list[Word]:
        return self._capitals.decide(line, (), frozenset(), set())

    def _is_line(self, sentence: str) -> bool:
        """Say whether a sentence of running text is printed as a headline; most are seen to be none at a glance."""
        words = [word for word in _WORD.findall(sentence) if len(word) > 3]
        small = sum(map(str.islower, words))
        return 2 * small <= len(words) and is_title(sentence, self._decide(sentence), self._function_words)

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


def _without(text: str, stretches: list[tuple[int, int]]) -> str:
    """Give a text with full stops where some stretches were."""
    for start, end in stretches:
        text = text[:start] + "." * (end - start) + text[end:]
    return text
