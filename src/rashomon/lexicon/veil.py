"""Reads resources/lang/<code>/annotate_veil.yaml: what tagger and parser read for the names of sides."""

from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.lexicon.files import check_keys, check_unique, read_language

_FORMS = ("group", "country", "people", "peoples", "deed")


@dataclass(frozen=True, slots=True, eq=False)
class VeilTable:
    """What tagger and parser read for the names of sides and for words for them.

    Attributes:
        group: stands for names of groups and institutions; "" = they are read as printed.
        country: stands for names of countries; "" likewise.
        people: stands for adjectives of peoples and for one of them.
        peoples: stands for many of a people.
        deed: stands for the verb of a headline that was taken for a noun.
        words: lower-case word -> the word read for it.
        shared: names of countries and peoples that persons bear too, lower case.
    """

    group: str
    country: str
    people: str
    peoples: str
    deed: str
    words: Mapping[str, str]
    shared: frozenset[str]


def read_veil(language: str) -> VeilTable:
    """Read the table of one language.

    Raises:
        ResourceError: a row lacks a key or a word stands twice.
    """
    where = f"{language}/annotate_veil.yaml"
    rows = read_language(language, "annotate_veil.yaml")
    check_keys(where, rows, ("forms", "words", "shared"))
    for name, row in rows["forms"].items():
        check_keys(f"{where}: forms.{name}", row, ("as", "example", "against"))
    for row in rows["words"]:
        check_keys(f"{where}: words: {row.get('as')}", row, ("as", "words", "example", "against"))
    check_unique(f"{where}: words", (word for row in rows["words"] for word in row["words"]))
    return VeilTable(
        **{name: rows["forms"].get(name, {}).get("as", "") for name in _FORMS},
        words={word: row["as"] for row in rows["words"] for word in row["words"]},
        shared=frozenset(shared["words"] if (shared := rows["shared"]) else ()),
    )
