"""Reads resources/names.yaml: the words around and inside names that say nothing about who is meant."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rashomon.errors import ResourceError
from rashomon.lexicon.files import check_keys, check_unique, read_yaml, resources

_GROUPS = (
    "honorifics", "suffixes", "particles", "servants", "endings", "patronymics", "legal_forms", "generic", "articles",
    "openings", "light", "inside", "fixed", "addresses", "kinds", "romans",
)  # fmt: skip
_SPELLINGS = ("variants", "body_variants", "numbers")


@dataclass(frozen=True, slots=True, eq=False)
class NameTable:
    """Words of names, all folded.

    Attributes:
        honorifics: words before a person's name ("mr", "general", "mullah").
        suffixes: words after it ("jr").
        particles: words inside it that are written or left out at will ("bin", "al", "von").
        servants: first halves of "servant of" names ("abdul", "abd").
        endings: second halves of names written apart ("ullah", "din").
        patronymics: endings of patronymics that may be left out ("ovich").
        legal_forms: forms of companies and their abbreviations.
        generic: words that many organisations share ("front", "army", "bank").
        articles: words without weight in the name of an organisation ("of", "the", "for").
        openings: first halves of names, joined to what follows ("ba", "abu").
        light: first names that are left out at will ("mohammad" before another one).
        inside: titles that stand inside a name, too ("mullah").
        fixed: words of names of which every word and its place tells (Burmese).
        addresses: words of address before such names ("daw").
        kinds: nouns put behind a body's name to say what it is ("group", "movement").
        romans: numbers in Roman letters, which are words at the start of a name.
        variants: spelling -> the spelling that stands for the whole group.
        body_variants: the same for words of bodies ("programme", "program").
        numbers: word -> digits ("fifth" -> "5", "iv" -> "4").
    """

    honorifics: frozenset[str]
    suffixes: frozenset[str]
    particles: frozenset[str]
    servants: frozenset[str]
    endings: frozenset[str]
    patronymics: frozenset[str]
    legal_forms: frozenset[str]
    generic: frozenset[str]
    articles: frozenset[str]
    openings: frozenset[str]
    light: frozenset[str]
    inside: frozenset[str]
    fixed: frozenset[str]
    addresses: frozenset[str]
    kinds: frozenset[str]
    romans: frozenset[str]
    variants: Mapping[str, str]
    body_variants: Mapping[str, str]
    numbers: Mapping[str, str]


def load_names() -> NameTable:
    """Read the table.

    Raises:
        ResourceError: an unknown group, a row without words or example, or a word that stands twice in one group.
    """
    content: dict[str, Any] = read_yaml(resources() / "names.yaml")
    check_keys("names.yaml", content, [*_GROUPS, *_SPELLINGS])
    groups = {name: _words(name, content[name]) for name in _GROUPS}
    return NameTable(
        **groups,
        variants=_variants("variants", content["variants"]),
        body_variants=_variants("body_variants", content["body_variants"]),
        numbers=_variants("numbers", content["numbers"]),
    )


def _words(group: str, rows: list[dict[str, Any]]) -> frozenset[str]:
    words: list[str] = []
    for row in rows:
        where = f"names.yaml: {group}"
        check_keys(where, row, ("words", "example"), ("against", "why"))
        words.extend(_listed(where, row["words"]))
    check_unique(f"names.yaml: {group}", words)
    return frozenset(words)


def _listed(where: str, words: object) -> list[str]:
    if not isinstance(words, str) or words != words.lower() or not words.strip():
        raise ResourceError(f"{where}: words must be one line of lower-case words, found {words!r}")
    return words.split()


def _variants(group: str, rows: list[dict[str, Any]]) -> dict[str, str]:
    where = f"names.yaml: {group}"
    found: list[tuple[str, str]] = []
    for row in rows:
        check_keys(where, row, ("words", "example"), ("against", "why"))
        first, *others = _listed(where, row["words"])
        found.extend((other, first) for other in [first, *others])
    check_unique(where, (word for word, _ in found))
    return dict(found)
