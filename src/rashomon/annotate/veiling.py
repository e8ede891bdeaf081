"""One name for all sides and one word for all that they are called, as tagger and parser read them.

A parser gives the same sentence another tree when another name stands in it, so what is read of it would hang on who it
is about. A name of several words is read as one token; its words hang on the last of them afterwards.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.lexicon.naming import NamingTable
from rashomon.lexicon.veil import VeilTable

_LONGEST = 5  # words of a name that only its last word tells
_FEWEST = 3  # longer words that tell whether a line has all of them capitalised
_LEAST_SHARE = 0.8
_ALL_CAPITALS = 3  # letters of a country's name that is printed in capitals alone


@dataclass(frozen=True, slots=True)
class Part:
    """What stands for some words: the form to read, the first word, one past the last."""

    form: str
    first: int
    last: int


class Veil:
    """Says what to read for the words of a piece.

    Attributes:
        deed: what is read for the verb of a headline; "" = headlines are read once.
    """

    def __init__(
        self,
        table: VeilTable,
        naming: NamingTable,
        register: Mapping[str, Iterable[tuple[str, ...]]],
        function_words: Collection[str],
    ) -> None:
        self._institutions = naming.institutions if table.group else frozenset()
        self._shared = table.shared
        self._openers = frozenset(function_words) | naming.initial
        self._forms = dict(_peoples(table, naming.peoples))
        self._forms |= {form: as_ for word, stand_in in table.words.items() for form, as_ in _cased(word, stand_in)}
        # "the Islamic State group" is a name and a common noun, as "the Uplands Front group" is.
        names = [(name, table.group) for names in register.values() for name in names if not name[-1].islower()]
        names += [(_printed(name, naming.particles), table.country) for name in naming.countries]
        self._names: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, form in sorted(names, key=lambda row: (-len(row[0]), row)):
            if form:
                self._names.setdefault(name[0], []).append((name, form))
        self._group = table.group
        self.deed = table.deed

    def cover(self, words: Sequence[str], starts: Collection[int]) -> list[Part] | None:
        """Give what to read for each stretch of words, or None if they are read as they stand.

        Args:
            words: words of a piece.
            starts: indices of words that begin a sentence.
        """
        parts = list(self._parts(words, starts))
        return parts if any(part.form != words[part.first] for part in parts) else None

    def _parts(self, words: Sequence[str], starts: Collection[int]) -> Iterator[Part]:
        in_titles = _has_capitals_throughout(words)
        at = 0
        while at < len(words):
            word = words[at]
            form, last = self._forms.get(word, word), at + 1
            if word[:1].isupper() or word in self._names:
                if self._is_persons(words, at):
                    form = word
                elif (found := self._name(words, at)) is not None:
                    form, last = found
                elif form == word and not in_titles:
                    last = self._institution_end(words, at, starts)
                    form = self._group if last > at + 1 else word
            yield Part(form, at, last)
            at = last

    def _name(self, words: Sequence[str], at: int) -> tuple[str, int] | None:
        for name, form in self._names.get(words[at], ()):
            if tuple(words[at : at + len(name)]) == name:
                return form, at + len(name)
        return None

    def _institution_end(self, words: Sequence[str], at: int, starts: Collection[int]) -> int:
        """Give the end of a name that an institution's word closes ("Unity Front"), or one past `at`."""
        opens = at in starts or not words[at - 1][-1:].isalnum()  # behind a mark, as in “The Hill Front ...”
        if opens and words[at].lower() in self._openers:
            return at + 1
        last = at
        while last < min(len(words), at + _LONGEST) and words[last][:1].isupper() and words[last].isalpha():
            last += 1
        return last if last - at > 1 and words[last - 1].lower() in self._institutions else at + 1

    def _is_persons(self, words: Sequence[str], at: int) -> bool:
        """Say whether a country's or people's name may be a person's here ("Jordan Peters")."""
        if words[at].lower() not in self._shared:
            return False
        beside = (words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else "")
        return any(word[:1].isupper() and word.lower() not in self._institutions for word in beside)


def _peoples(table: VeilTable, peoples: Collection[str]) -> Iterator[tuple[str, str]]:
    for people in peoples if table.people else ():
        plural = people.endswith("s") and people[:-1] in peoples
        yield people.capitalize(), table.peoples if plural else table.people


def _cased(word: str, stand_in: str) -> Iterator[tuple[str, str]]:
    yield word, stand_in
    yield word.capitalize(), stand_in.capitalize()
    yield word.upper(), stand_in.upper()


def _printed(name: tuple[str, ...], particles: Collection[str]) -> tuple[str, ...]:
    """Give a country's name as it is printed: small words small, short ones in capitals."""
    if len(name) == 1 and len(name[0]) <= _ALL_CAPITALS:
        return (name[0].upper(),)
    small = {"of", "the", "and", *particles}
    return tuple(word if i and word in small else word.capitalize() for i, word in enumerate(name))


def _has_capitals_throughout(words: Sequence[str]) -> bool:
    longer = [word for word in words if len(word) > 3 and word.isalpha()]
    capital = sum(word[0].isupper() for word in longer)
    return len(longer) >= _FEWEST and capital >= _LEAST_SHARE * len(longer)
