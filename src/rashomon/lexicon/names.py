"""Reads resources/names.yaml: the words around and inside names that say nothing about who is meant."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from rashomon.errors import ResourceError
from rashomon.lexicon.files import check_keys, check_unique, read_yaml, resources

_GROUPS = (
    "honorifics", "suffixes", "particles", "servants", "endings", "patronymics", "legal_forms", "generic", "articles"
)  # fmt: skip


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
        variants: spelling -> the spelling that stands for the whole group.
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
    variants: Mapping[str, str] = field(default_factory=dict)


def load_names() -> NameTable:
    """Read the table.

    Raises:
        ResourceError: an unknown group, a row without words or example, or a word that stands twice in one group.
    """
    content: dict[str, Any] = read_yaml(resources() / "names.yaml")
    check_keys("names.yaml", content, [*_GROUPS, "variants"])
    groups = {name: _words(name, content[name]) for name in _GROUPS}
    return NameTable(**groups, variants=_variants(content["variants"]))


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


def _variants(rows: list[dict[str, Any]]) -> dict[str, str]:
    found: list[tuple[str, str]] = []
    for row in rows:
        check_keys("names.yaml: variants", row, ("words", "example"), ("against", "why"))
        first, *others = _listed("names.yaml: variants", row["words"])
        found.extend((other, first) for other in [first, *others])
    check_unique("names.yaml: variants", (word for word, _ in found))
    return dict(found)
