"""Reads resources/lang/<code>/called.yaml: what the plain words for sides and deeds are called by those who judge."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rashomon.lexicon.files import check_keys, check_unique, read_language

_FILE = "called.yaml"

Loaded = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Called:
    """Plain words, in their dictionary form, each with the other plain and the loaded ones that may stand in its place.

    Attributes:
        words: nouns and participles.
        verbs: verbs.
    """

    words: Loaded
    verbs: Loaded


def read_called(language: str) -> Called:
    """Read the words of one language.

    Raises:
        ResourceError: a row lacks a key or a plain word stands twice.
    """
    rows = read_language(language, _FILE)
    return Called(*(_read(rows[name], f"{_FILE}: {name}") for name in ("words", "verbs")))


def _read(rows: Iterable[Mapping[str, list[str]]], where: str) -> Loaded:
    for row in rows:
        check_keys(f"{where}: {row.get('plain')}", row, ("plain", "called", "example", "against", "origin"))
    check_unique(where, (word for row in rows for word in row["plain"]))
    return {word: frozenset((*row["plain"], *row["called"])) for row in rows for word in row["plain"]}


def widen(words: Iterable[str], called: Loaded) -> frozenset[str]:
    """Give words with whatever the plain ones among them are called."""
    plain = frozenset(words)
    return plain.union(*(called.get(word, ()) for word in plain))
