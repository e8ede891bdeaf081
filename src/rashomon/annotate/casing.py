"""Paragraphs in capitals, as old wires and headlines print them, in the case that a pipeline was trained on.

A word that the lemma tables know is no name unless a table or its place says so; what no table knows is a name. The
document's text stays as it is: the pipeline reads a copy of the same length.
"""

import re
from collections.abc import Callable

from rashomon.annotate.lemmas import SuffixTables
from rashomon.lexicon.annotating import AnnotateTables
from rashomon.records import Document

_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_START = re.compile(r"(?:^|[.!?]['\")\]]*\s+|\n\s*\n)['\"(\[]*(?=[^\W\d_])")
_ABBREVIATION = re.compile(r"\s[(\[]([A-Z]{2,8})[)\]]")
_SMALL = frozenset({"of", "the", "for", "and"})
_VOWELS = frozenset("aeiouy")
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
    ) -> None:
        naming, chains = tables.naming, tables.chains
        self._names = naming.peoples | naming.calendar | chains.male_names | chains.female_names | {"i"}
        countries = {name[0] for name in naming.countries if len(name) == 1}
        self._names |= {name for name in countries if len(name) > 3}
        self._letters = {name for name in countries if len(name) <= 3}
        self._short = tables.sentences.titles
        self._locatives = naming.locatives
        self._suffixes = suffixes
        self._function_words = function_words | tables.sentences.starters
        self._known_place = known_place

    def read(self, document: Document) -> str:
        """Give the text to read, as long as the document's."""
        text, pieces, at = document.text, [], 0
        for zone in document.zones:
            if zone.read and _in_capitals(text[zone.start : zone.end]):
                pieces += [text[at : zone.start], self._lowered(text[zone.start : zone.end])]
                at = zone.end
        return text if not pieces else "".join(pieces) + text[at:]

    def _lowered(self, text: str) -> str:
        before = ""
        letters = list(text)
        for match in _WORD.finditer(text):
            word = match.group().lower()
            bracketed = text[match.start() - 1 : match.start()] in {"(", "["} and text[match.end() :][:1] in {")", "]"}
            if len(word) == match.end() - match.start() and not (bracketed and len(word) <= 6):
                letters[match.start() : match.end()] = self._cased(word, before)
            before = word
        for match in _SENTENCE_START.finditer(text):
            letters[match.end()] = text[match.end()]
        for match in _ABBREVIATION.finditer(text):
            for start in _spelled_out(text[: match.start()], match.group(1)):
                letters[start] = text[start]
        return "".join(letters)

    def _cased(self, word: str, before: str) -> str:
        if word in self._names or word in self._short:
            return word.capitalize()
        if word in self._letters:  # "US" and "CAR" are words too
            return word.upper() if before in {"the", "in", "from"} else word
        if word in self._function_words or self._is_common(word):
            led = before in self._locatives and word in self._suffixes.index.get("noun", ())
            return word.capitalize() if led and self._known_place(word.capitalize()) else word
        if len(word) <= 5 and not _VOWELS & set(word):
            return word.upper()
        return word.capitalize()

    def _is_common(self, word: str) -> bool:
        for kind, index in self._suffixes.index.items():
            if word in index or word in self._suffixes.exceptions.get(kind, {}):
                return True
            for suffix, new in self._suffixes.rules.get(kind, ()):
                if word.endswith(suffix) and word[: len(word) - len(suffix)] + new in index:
                    return True
        return False


def _spelled_out(before: str, short: str) -> list[int]:
    """Give where the words begin whose initials are the abbreviation after them; none if the letters do not fit."""
    starts: list[int] = []
    for match in reversed(list(_WORD.finditer(before[-120:]))):
        if match.group().lower() in _SMALL:
            continue
        starts.append(max(0, len(before) - 120) + match.start())
        if len(starts) == len(short):
            break
    return starts if [before[start] for start in reversed(starts)] == list(short) else []


def _in_capitals(text: str) -> bool:
    upper, lower = sum(map(str.isupper, text)), sum(map(str.islower, text))
    if upper + lower < _FEWEST_LETTERS or len(text.split()) < 3:
        return False
    return upper >= _LEAST_SHARE * (upper + lower)
