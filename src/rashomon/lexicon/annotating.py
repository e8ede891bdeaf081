"""Reads resources/lang/<code>/annotate*.yaml: the tables of the room annotate."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from rashomon.errors import ResourceError
from rashomon.lexicon.files import check_keys, check_unique, read_language
from rashomon.lexicon.naming import NamingTable, read_groups, read_naming, read_words
from rashomon.lexicon.veil import VeilTable, read_veil

_WORD = re.compile(r"[\w.]+(?:[’'][\w.]+)?|-")
_SENTENCES = ("titles", "abbreviations", "starters", "speech", "prefixes")
_CHAINS = ("persons", "groups", "units", "kin", "kinds", "crowds", "collectives", "male", "female", "male_names",
           "female_names", "he", "she", "they", "it", "reflexives", "who", "definites", "articles", "joints", "along",
           "seeming", "comings", "whens")  # fmt: skip


@dataclass(frozen=True, slots=True)
class SentenceTable:
    """Words that say where a sentence ends; lower case, without the last full stop.

    Attributes:
        titles: abbreviations that never end a sentence.
        abbreviations: abbreviations that end one only before a starter.
        starters: words that open a sentence.
        speech: reporting verbs that go on a sentence after a quotation.
        prefixes: parts of names that stay small at the beginning of a sentence, tied to a capital by a hyphen.
    """

    titles: frozenset[str]
    abbreviations: frozenset[str]
    starters: frozenset[str]
    speech: frozenset[str]
    prefixes: frozenset[str]


@dataclass(frozen=True, slots=True)
class QuoteTable:
    """Quotation marks: (opening mark, marks that close it), and words that a single mark only shortens."""

    pairs: tuple[tuple[str, str], ...]
    elisions: frozenset[str]

    def closing(self, opening: str) -> tuple[str, ...]:
        """Give the marks that close an opening mark."""
        for mark, close in self.pairs:
            if mark == opening:
                return (close,) if mark in {"``", "''"} else tuple(close)
        return ()


@dataclass(frozen=True, slots=True)
class DependencyTable:
    """Words that the conversion to Universal Dependencies must know.

    Attributes:
        fixed: first word -> multiword function words that begin with it, as tuples of lower-case words.
        times: nouns whose bare phrases tell a time.
        places: adverbs that can be a predicate.
        comments: nouns by which words before a comma are called what somebody says.
    """

    fixed: Mapping[str, tuple[tuple[str, ...], ...]]
    times: frozenset[str]
    places: frozenset[str]
    comments: frozenset[str]


@dataclass(frozen=True, slots=True)
class LemmaTable:
    """Inflected form -> dictionary form, where the pipeline's own table is wrong or silent."""

    verbs: Mapping[str, str]
    nouns: Mapping[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class ChainTable:
    """Words that the coreference rules know; lower case, dictionary forms.

    Attributes:
        persons: nouns for one person by office or role.
        groups: nouns for an organised group of any name.
        units: nouns for an organisation whose name ends in them.
        kin: nouns for relatives.
        kinds: nouns for places.
        crowds: further nouns whose plural is "they".
        collectives: further nouns for many in the singular, "it" or "they".
        male: words for men.
        female: words for women.
        male_names: first names of men.
        female_names: first names of women.
        he: pronouns for a man.
        she: pronouns for a woman.
        they: pronouns for several.
        it: pronouns for a thing or a group.
        reflexives: pronouns that mean the subject of their clause.
        who: relative pronouns for persons.
        definites: determiners of what was told before.
        articles: definite articles.
        joints: small words inside a name.
        along: prepositions behind which a pronoun may mean the subject, where the verb has an object.
        seeming: verbs whose "it" is nobody before a clause.
        comings: verbs whose "it" is nobody beside a word of `whens`.
        whens: such words.
        titles: title -> the role noun it stands for.
    """

    persons: frozenset[str]
    groups: frozenset[str]
    units: frozenset[str]
    kin: frozenset[str]
    kinds: frozenset[str]
    crowds: frozenset[str]
    collectives: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    male_names: frozenset[str]
    female_names: frozenset[str]
    he: frozenset[str]
    she: frozenset[str]
    it: frozenset[str]
    they: frozenset[str]
    who: frozenset[str]
    reflexives: frozenset[str]
    definites: frozenset[str]
    articles: frozenset[str]
    along: frozenset[str]
    joints: frozenset[str]
    seeming: frozenset[str]
    whens: frozenset[str]
    comings: frozenset[str]
    titles: Mapping[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class AnnotateTables:
    """All tables of the room annotate for one language."""

    sentences: SentenceTable
    quotes: QuoteTable
    dependencies: DependencyTable
    lemmas: LemmaTable
    naming: NamingTable
    chains: ChainTable
    veil: VeilTable


def load_annotate_tables(language: str) -> AnnotateTables:
    """Read the tables of one language.

    Raises:
        ResourceError: a file is wrong or an entry stands twice.
    """
    where = f"{language}/annotate.yaml"
    rows = read_language(language, "annotate.yaml")
    check_keys(where, rows, ("sentences", "quotes", "dependencies", "lemmas"))
    return AnnotateTables(
        sentences=SentenceTable(**read_groups(where, rows["sentences"], _SENTENCES)),
        quotes=_quotes(where, rows["quotes"]),
        dependencies=_dependencies(where, rows["dependencies"]),
        lemmas=LemmaTable(verbs=_forms(where, rows["lemmas"], "verbs"), nouns=_forms(where, rows["lemmas"], "nouns")),
        naming=read_naming(language),
        chains=_chains(language),
        veil=read_veil(language),
    )


def _chains(language: str) -> ChainTable:
    where = f"{language}/annotate_chains.yaml"
    rows = read_language(language, "annotate_chains.yaml")
    check_keys(where, rows, (*_CHAINS, "titles"))
    titles = (pair.partition("=") for pair in read_words(f"{where}: titles", rows["titles"]))
    return ChainTable(**read_groups(where, rows, _CHAINS), titles={title: noun for title, _, noun in titles})


def _quotes(where: str, rows: Mapping[str, Any]) -> QuoteTable:
    pairs = rows.get("pairs", ())
    for row in pairs:
        check_keys(f"{where}: quotes.pairs {row}", row, ("open", "close", "example"))
    check_unique(f"{where}: quotes.pairs", (row["open"] for row in pairs))
    return QuoteTable(
        pairs=tuple((row["open"], row["close"]) for row in pairs),
        elisions=read_words(f"{where}: elisions", rows.get("elisions")),
    )


def _dependencies(where: str, rows: Mapping[str, Any]) -> DependencyTable:
    groups = read_groups(where, rows, ("fixed", "times", "places", "comments"))
    fixed = sorted(tuple(words.split()) for words in groups["fixed"])
    return DependencyTable(
        fixed={first: tuple(rest) for first, rest in groupby(fixed, key=itemgetter(0))},
        times=groups["times"],
        places=groups["places"],
        comments=groups["comments"],
    )


def _forms(where: str, rows: Mapping[str, Any], name: str) -> Mapping[str, str]:
    forms: Mapping[str, str] = rows.get(name, {})
    for form, lemma in forms.items():
        if not isinstance(form, str) or not isinstance(lemma, str):
            raise ResourceError(f"{where}: lemmas.{name}: {form!r}: {lemma!r} must both be words; put them in quotes")
    return forms
