"""resources/lang/<code>/cues.yaml: the words that carry a voice, and where the words answered for stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from rashomon.errors import ResourceError
from rashomon.lexicon.examples import Example, read_example
from rashomon.lexicon.files import check_keys, check_unique, read_language
from rashomon.records import Factuality, Stance

_FILE = "cues.yaml"
_SECTIONS = ("verbs", "nouns", "adjectives", "adverbs", "prepositions")
_WORDS = ("light_verbs", "denials", "unreal", "answering", "owning", "answered", "pointers", "definite", "narrated",
          "reflexive", "affirmations", "about", "withholding", "merely", "minds", "manners")  # fmt: skip
_OPTIONAL = ("prep", "objects", "subjects", "stance", "commitment", "force", "against")


class Frame(StrEnum):
    """Where the words answered for stand around a cue. The code implements each; rows choose among them."""

    CLAUSE = "clause"  # a finite clause, with or without "that", a question, or a quotation
    QUOTE = "quote"  # a quotation alone
    INFINITIVE = "infinitive"  # "promised to ..."
    ORDER = "order"  # "urged them to ..."
    GERUND = "gerund"  # "denied taking ..."
    PERCEIVE = "perceive"  # "saw soldiers burn it"
    OBJECT = "object"  # "condemned the attack"
    OF = "of"  # object and prepositional phrase: "accused him of ..."; of a noun or adjective: "claims of ..."
    AS = "as"  # "described it as ..."
    SMALL = "small"  # object and predicate: "called it a crime"
    PREP = "prep"  # "called for ..."
    BARE = "bare"  # without a source: "clashes were reported", "reports of clashes"
    RAISE = "raise"  # passive with infinitive, no source: "is believed to ..."
    THAT = "that"  # clause of a noun: "the claim that ..."
    HOST = "host"  # the clause that an adverb or a prepositional phrase stands in


@dataclass(frozen=True, slots=True)
class CueRow:
    """One cue.

    Attributes:
        lemma: dictionary form; words separated by blanks.
        section: verbs, nouns, adjectives, adverbs or prepositions.
        frames: where its content may stand.
        prep: prepositions that lead to the content.
        objects: if not empty, the only nouns that its object content may have as head.
        subjects: nouns that as subject free the object from `objects`.
        stance: of whoever passes the words on.
        commitment: how sure the voice says it is.
        force: commitment and stance of a frame, where they are not the row's.
    """

    lemma: str
    section: str
    frames: frozenset[Frame]
    prep: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    stance: Stance = Stance.NEUTRAL
    commitment: Factuality = Factuality.CERTAIN
    force: Mapping[Frame, tuple[Factuality, Stance]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CueTable:
    """All cues of a language, by section and lemma.

    Attributes:
        verbs: lemma (or "lemma particle") -> row.
        nouns: lemma -> row.
        adjectives: lemma -> row.
        adverbs: lemma -> row.
        prepositions: words -> row.
        light_verbs: lemmas of verbs that only carry a cue noun ("made a claim").
        denials: lemmas of predicates that call a noun's content untrue.
        affirmations: lemmas of predicates that call it true.
        unreal: lemmas of auxiliaries and conjunctions under which nothing has been said yet.
        answering: lemmas of verbs that deny or confirm what was said before.
        owning: those of them that deny or confirm a deed.
        answered: lemmas of nouns that stand for what was said.
        pointers: pronouns that stand for it.
        definite: words beside such a noun that make it a known one.
        narrated: those nouns and pronouns that may stand for a sentence of the outlet's own.
        reflexive: pronouns of whoever acts.
        about: prepositions from a noun that stands for what was said to its own words.
        withholding: lemmas of words that keep an infinitive or a gerund under them from being said.
        merely: words that make "not" add something.
        minds: lemmas of verbs with which "not" denies what is thought, not the thinking.
        manners: lemmas of what people do while they speak.
        examples: every example of the file.
    """

    verbs: Mapping[str, CueRow]
    nouns: Mapping[str, CueRow]
    adjectives: Mapping[str, CueRow]
    adverbs: Mapping[str, CueRow]
    prepositions: Mapping[str, CueRow]
    light_verbs: frozenset[str]
    denials: frozenset[str]
    affirmations: frozenset[str]
    unreal: frozenset[str]
    answering: frozenset[str]
    owning: frozenset[str]
    answered: frozenset[str]
    pointers: frozenset[str]
    definite: frozenset[str]
    narrated: frozenset[str]
    reflexive: frozenset[str]
    about: frozenset[str]
    withholding: frozenset[str]
    merely: frozenset[str]
    minds: frozenset[str]
    manners: frozenset[str]
    examples: tuple[Example, ...]


def read_cues(language: str) -> CueTable:
    """Read the cues of one language.

    Raises:
        ResourceError: a row is wrong or stands twice.
    """
    content = read_language(language, _FILE)
    check_keys(_FILE, content, (*_SECTIONS, *_WORDS))
    sections: Any = {name: _read_section(f"{_FILE} {name}", name, content[name]) for name in _SECTIONS}
    words: Any = {name: frozenset(map(str, content[name])) for name in _WORDS}
    examples = tuple(
        example
        for name in _SECTIONS
        for raw in content[name]
        for example in _read_examples(f"{_FILE} {name} {raw['lemma']}", raw)
    )
    return CueTable(
        **sections,
        **words,
        examples=examples,
    )


def _read_section(where: str, section: str, raws: list[dict[str, Any]]) -> dict[str, CueRow]:
    for raw in raws:
        check_keys(f"{where} {raw.get('lemma')}", raw, ("lemma", "frames", "for"), _OPTIONAL)
    check_unique(where, (raw["lemma"] for raw in raws))
    return {raw["lemma"]: _read_row(where, section, raw) for raw in raws}


def _read_row(where: str, section: str, raw: dict[str, Any]) -> CueRow:
    if any(not isinstance(word, str) for key in ("prep", "objects", "subjects") for word in raw.get(key, ())):
        raise ResourceError(f"{where} {raw['lemma']}: a word that YAML reads as another value needs quotation marks")
    try:
        return CueRow(
            lemma=raw["lemma"],
            section=section,
            frames=frozenset(map(Frame, raw["frames"])),
            prep=frozenset(raw.get("prep", ())),
            objects=frozenset(raw.get("objects", ())),
            subjects=frozenset(raw.get("subjects", ())),
            stance=Stance(raw.get("stance", "neutral")),
            commitment=Factuality(raw.get("commitment", "CT+")),
            force={Frame(frame): _read_force(value) for frame, value in raw.get("force", {}).items()},
        )
    except ValueError as error:
        raise ResourceError(f"{where} {raw['lemma']}: {error}") from error


def _read_force(value: str) -> tuple[Factuality, Stance]:
    commitment, _, stance = value.partition(" ")
    return Factuality(commitment), Stance(stance or "neutral")


def _read_examples(row: str, raw: dict[str, Any]) -> Iterator[Example]:
    yield read_example(row, raw["for"])
    if "against" in raw:
        yield read_example(row, raw["against"], against=True)
