"""Which words of a text in capitals are names: what tables, gazetteer and the words around them say.

In this order: registered names of several words, names after their short form or before it, places, what follows a
first name or a title, single words. A surname that is a common word keeps its capital in the rest of the document.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from rashomon.annotate.lemmas import SuffixTables
from rashomon.lexicon.annotating import AnnotateTables

_WORD = re.compile(r"[^\W\d_]+")
_SHORT_FORM = re.compile(r"(?<=\w)\s[(\[]([A-Z]{2,8})[)\]]")
_LONG_FORM = re.compile(r"\b([A-Z]{2,8})\s[(\[]([A-Z][A-Z'-]+\s[A-Z'\s-]+)[)\]]")
_VOWELS = frozenset("aeiouy")
_SMALL = frozenset({"of", "the", "for", "and"})
_LONGEST_PLACE = 3
_SHORTEST_SURNAME = 3

Words = list["Word"]


@dataclass(slots=True)
class Word:
    """One word of a paragraph in capitals.

    Attributes:
        start: offset in the paragraph.
        end: one past its last letter.
        low: in lower case.
        joined: whether only a space parts it from the word before.
        case: "lower", "title", "keep" (as printed), or "" while nothing has decided.
    """

    start: int
    end: int
    low: str
    joined: bool
    case: str = ""


class Capitals:
    """Decides the case of the words of a document's paragraphs."""

    def __init__(
        self,
        tables: AnnotateTables,
        suffixes: SuffixTables,
        function_words: frozenset[str],
        known_place: Callable[[str], bool],
        names: Collection[str],
    ) -> None:
        naming, chains = tables.naming, tables.chains
        self._naming, self._suffixes, self._known_place = naming, suffixes, known_place
        self._first_names = chains.male_names | chains.female_names
        self._names = naming.peoples | naming.calendar | self._first_names | {"i"}
        self._names |= {name[0] for name in naming.countries if len(name) == 1 and len(name[0]) > 3}
        forms = {name.lower() for name in names if name.isupper() and name.isalpha()}
        self._forms = {form for form in forms if len(form) > 2 and not self._does(form)} - naming.notions
        # "US" and "UN" are words too; a car is never the Central African Republic.
        letters = {name[0] for name in naming.countries if len(name) == 1 and len(name[0]) <= 3}
        self._letters = (letters | {form for form in forms if len(form) == 2}) - naming.notions
        self._titles = naming.titles | naming.soft_titles
        self._short = tables.sentences.titles
        self._function_words = function_words | tables.sentences.starters
        self._phrases = _by_first([*(tuple(_WORD.findall(name.lower())) for name in names), *naming.countries])

    def decide(self, text: str, home: tuple[str, ...], kept: frozenset[str], surnames: set[str]) -> Words:
        """Give the words of a paragraph with their case.

        Args:
            text: the paragraph as printed.
            home: words of the dateline's place, lower case.
            kept: short forms that the document explains: they stay as printed.
            surnames: common words that are names in this document; more are added.
        """
        words = _cut(text)
        self._mark_letters(text, words, kept)
        self._mark_phrases(words, home)
        for _, run in self._explained(text, words):
            _capitalise(run)
        self._mark_places(words)
        for at, word in enumerate(words):
            before = words[at - 1].low if at else ""
            word.case = word.case or self._alone(word.low, before, surnames)
        self._mark_persons(words, surnames)
        _capitalise([word for word in words if word.low in surnames])
        return words

    def _mark_letters(self, text: str, words: Words, kept: frozenset[str]) -> None:
        """Keep initials ("U.S.", "J. Perez"), the document's short forms and short words alone in brackets."""
        for word in words:
            around = text[max(0, word.start - 1) : word.start], text[word.end : word.end + 1]
            initial = word.end - word.start == 1 and around[1] == "." and word.low != "i"
            bracketed = around[0] in {"(", "["} and around[1] in {")", "]"} and len(word.low) <= 6
            if initial or bracketed or word.low in kept or len(word.low) != word.end - word.start:
                word.case = "keep"

    def _mark_phrases(self, words: Words, home: tuple[str, ...]) -> None:
        phrases = {**self._phrases, **({home[0]: (home, *self._phrases.get(home[0], ()))} if home else {})}
        at = 0
        while at < len(words):
            found = next((p for p in phrases.get(words[at].low, ()) if _stands(words, at, p)), ())
            _capitalise(words[at : at + len(found)])
            at += len(found) or 1

    def short_forms(self, text: str) -> frozenset[str]:
        """Give the short forms that a text explains, lower case: "National Unity Front (NUF)"."""
        return frozenset(short for short, run in self._explained(text, _cut(text)) if run)

    def _explained(self, text: str, words: Words) -> Iterator[tuple[str, Words]]:
        """Give every short form in or before brackets with the words it stands for, [] if the letters do not fit."""
        starts = {word.start: at for at, word in enumerate(words)}
        for match in _SHORT_FORM.finditer(text):
            at = starts[match.start(1)]
            yield match[1].lower(), self._before(words[max(0, at - len(match[1]) - 3) : at], match[1].lower())
        for match in _LONG_FORM.finditer(text):
            first = starts[match.start(2)]
            inside = [word for word in words[first:] if word.end <= match.end(2)]
            yield match[1].lower(), inside if _fits(inside, match[1].lower()) else []

    def _before(self, before: Words, short: str) -> Words:
        """Give the words that a short form behind them stands for."""
        run: Words = []
        for word in reversed(before):
            if word.low in self._function_words - self._naming.institutions and word.low not in _SMALL - {"the"}:
                break
            run.insert(0, word)
            if not word.joined:
                break
        while run and (run[0].low in _SMALL or run[0].low[0] not in short):
            run.pop(0)
        return run if _fits(run, short) else []

    def _mark_places(self, words: Words) -> None:
        """Capitalise names of two and three words that the gazetteer knows, behind what stands before a place."""
        for at in range(len(words)):
            for length in range(_LONGEST_PLACE, 1, -1):
                run = words[at : at + length]
                if len(run) == length and self._is_place(words, at, run):
                    _capitalise(run)
                    break

    def _is_place(self, words: Words, at: int, run: Words) -> bool:
        opened = run[0].low in self._naming.openings
        led = at > 0 and words[at - 1].low in self._naming.locatives | {"of"}
        if any(word.case for word in run) or not all(word.joined for word in run[1:]) or not (opened or led):
            return False
        rest = run[1:] if opened else run
        if any(word.low in self._function_words for word in rest):
            return False
        if not opened and all(self._is_common(word.low) and word.low not in self._names for word in run):
            return False
        return self._known_place(" ".join(word.low.capitalize() for word in run))

    def _alone(self, word: str, before: str, surnames: set[str]) -> str:
        """Decide on a word by itself and the one before it."""
        if word in self._names or word in self._short or word in surnames:
            return "title"
        if word in self._forms - self._letters:
            return "keep"
        if word in self._letters:
            return "keep" if before in {"the", "in", "from"} else "lower"
        if word in self._function_words or self._is_common(word):
            led = before in self._naming.locatives and word in self._suffixes.index.get("noun", ())
            return "title" if led and not self._does(word) and self._known_place(word.capitalize()) else "lower"
        return "keep" if len(word) <= 5 and not _VOWELS & set(word) else "title"

    def _mark_persons(self, words: Words, surnames: set[str]) -> None:
        """Capitalise a common word that is a surname behind a first name, or a first name between title and surname."""
        for at, word in enumerate(words):
            if word.case != "lower" or word.low in self._function_words or self._does(word.low):
                continue
            before = words[at - 1] if at and word.joined else None
            after = words[at + 1] if at + 1 < len(words) and words[at + 1].joined else None
            named = before is not None and before.case == "title" and before.low in self._first_names | surnames
            titled = before is not None and before.low in self._titles and after is not None and after.case == "title"
            unknown = titled and after is not None and not self._is_known(after.low)
            if (named and word.low not in self._naming.institutions) or unknown:
                word.case = "title"
                if len(word.low) >= _SHORTEST_SURNAME and named:
                    surnames.add(word.low)

    def _does(self, word: str) -> bool:
        """Say whether a word is a verb or an adjective of the language too."""
        return any(self._in_table(word, kind) for kind in ("verb", "adj", "adv"))

    def _is_known(self, word: str) -> bool:
        return word in self._names or self._is_common(word)

    def _is_common(self, word: str) -> bool:
        return any(self._in_table(word, kind) for kind in self._suffixes.index)

    def _in_table(self, word: str, kind: str) -> bool:
        index = self._suffixes.index.get(kind, frozenset())
        if word in index or word in self._suffixes.exceptions.get(kind, {}):
            return True
        rules = self._suffixes.rules.get(kind, ())
        return any(word.endswith(end) and word[: len(word) - len(end)] + new in index for end, new in rules)


def _cut(text: str) -> Words:
    words: Words = []
    end = 0
    for match in _WORD.finditer(text):
        gap = text[end : match.start()]
        words.append(Word(match.start(), match.end(), match[0].lower(), bool(words) and gap.isspace()))
        end = match.end()
    return words


def _by_first(names: Iterable[tuple[str, ...]]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    longer = sorted({name for name in names if len(name) > 1}, key=lambda name: (name[0], -len(name), name))
    return {first: tuple(group) for first, group in groupby(longer, key=itemgetter(0))}


def _stands(words: Words, at: int, phrase: tuple[str, ...]) -> bool:
    run = words[at : at + len(phrase)]
    return [word.low for word in run] == list(phrase) and all(word.joined for word in run[1:])


def _capitalise(run: Words) -> None:
    for at, word in enumerate(run):
        if word.case != "keep":
            word.case = "lower" if word.low in _SMALL and at else "title"


def _fits(run: Words, short: str) -> bool:
    """Say whether at least half of a short form's letters begin words of a name of at least two words."""
    initials = [word.low[0] for word in run if word.low not in _SMALL]
    return len(initials) > 1 and 2 * sum(letter in initials for letter in short) >= len(short)
