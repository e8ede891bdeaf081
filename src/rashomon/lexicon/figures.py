"""Number words and measures: lang/<code>/numbers.yaml and measures.yaml as one table."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any

from rashomon.errors import ResourceError
from rashomon.lexicon.files import check_keys, check_unique, languages, read_language, read_yaml
from rashomon.records import Modifier

_MEASURE_KINDS = frozenset({"casualty", "persons", "things", "value"})
_NUMBER_KEYS = (
    "words", "multipliers", "articles", "collectives", "halves", "vague", "vague_with_article", "joiners", "between",
    "between_joiners", "before", "after", "labels", "currencies", "currency_words", "percents", "uncounted", "ages",
    "age_units", "further", "inner_joiners", "age_word", "partitives", "negations", "particle_verbs", "examples",
    "suffixes", "part_before", "part_after", "part_from", "addition_before", "addition_after", "tolls", "toll_verbs",
    "toll_causes", "earlier", "later", "lives", "life_verbs", "fractions", "bodies", "body_verbs",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Measure:
    """What a figure counts.

    Attributes:
        name: key in measures.yaml.
        label: for people.
        kind: casualty (stands as it is), persons (an event of harm gives its own measure instead), things or value.
        examples: sentences that hold a figure of this measure.
        against: sentences that hold none.
    """

    name: str
    label: str
    kind: str
    examples: tuple[str, ...]
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FigureExample:
    """A sentence and the figure that must be found in it; `words` None: no count is found."""

    text: str
    words: str | None = None
    low: float | None = None
    high: float | None = None
    modifier: Modifier | None = None
    measure: str = ""


@dataclass(frozen=True, slots=True)
class FigureTable:
    """All words of numbers of one language; words are lower case.

    Attributes:
        starts: every word with which a figure may begin, digits apart.
        words: number word -> value.
        multipliers: "hundred" -> 100.
        articles: words that make a number of a multiplier ("a thousand").
        collectives: "couple" -> 2, after an article.
        halves: "half".
        vague: "dozens" -> 12.
        vague_with_article: "few" -> 2, after an article.
        joiners: words between the ends of a range.
        between: words before a range that joins with `between_joiners`.
        between_joiners: see `between`.
        before: first word -> phrases (word tuples, longest first) with their modifier.
        after: the same for phrases behind the number.
        labels: nouns whose number is a label.
        currencies: signs before an amount.
        currency_words: nouns of money.
        percents: words of shares.
        uncounted: nouns of measure, whose numbers count nothing.
        ages: words that make a number an age.
        age_units: "year", "years".
        age_word: "old".
        further: words between a number and what it counts ("three more soldiers").
        inner_joiners: words inside a number ("a hundred and five").
        partitives: "of".
        negations: "not".
        particle_verbs: lemmas that take a word of `before` as their particle.
        suffixes: letter behind a number ("30k") -> what it multiplies by.
        part_before: phrases before a figure that is part of one told before ("including").
        part_after: phrases behind such a figure ("of them").
        part_from: prepositions of a total of which a part is told ("of the 50 wounded, 12").
        addition_before: words before a figure that comes on top ("another").
        addition_after: words behind it ("more").
        tolls: noun -> what it counts ("toll" -> killed); "" where its complement tells ("the number of wounded").
        toll_verbs: lemmas by which a toll grows, falls or stands.
        toll_causes: lemmas by which somebody brings it there; who does is an addition.
        earlier: prepositions before the number that is replaced.
        later: prepositions before the number that replaces it.
        fractions: word of a share -> the share ("a quarter of a million").
        lives: nouns of life.
        life_verbs: verbs of taking it.
        body_verbs: verbs of who finds or counts the dead.
        bodies: nouns of the dead whose complement is who they were.
        measures: name -> measure.
        nouns: noun lemma -> measure name.
        following: word straight behind the figure -> measure name.
        examples: sentences with the figure that must be found.
    """

    starts: frozenset[str]
    words: Mapping[str, int]
    multipliers: Mapping[str, int]
    articles: frozenset[str]
    collectives: Mapping[str, int]
    halves: frozenset[str]
    vague: Mapping[str, int]
    vague_with_article: Mapping[str, int]
    joiners: frozenset[str]
    between: frozenset[str]
    between_joiners: frozenset[str]
    before: Mapping[str, tuple[tuple[tuple[str, ...], Modifier], ...]]
    after: Mapping[str, tuple[tuple[tuple[str, ...], Modifier], ...]]
    labels: frozenset[str]
    currencies: frozenset[str]
    currency_words: frozenset[str]
    percents: frozenset[str]
    uncounted: frozenset[str]
    ages: frozenset[str]
    age_units: frozenset[str]
    further: frozenset[str]
    inner_joiners: frozenset[str]
    age_word: str
    partitives: frozenset[str]
    negations: frozenset[str]
    particle_verbs: frozenset[str]
    suffixes: Mapping[str, float]
    part_before: tuple[tuple[str, ...], ...]
    part_after: tuple[tuple[str, ...], ...]
    part_from: frozenset[str]
    addition_before: frozenset[str]
    addition_after: frozenset[str]
    tolls: Mapping[str, str]
    toll_verbs: frozenset[str]
    toll_causes: frozenset[str]
    earlier: frozenset[str]
    later: frozenset[str]
    fractions: Mapping[str, float]
    lives: frozenset[str]
    life_verbs: frozenset[str]
    bodies: frozenset[str]
    body_verbs: frozenset[str]
    measures: Mapping[str, Measure]
    nouns: Mapping[str, str]
    following: Mapping[str, str]
    examples: tuple[FigureExample, ...]


def read_figures(root: Traversable, language: str) -> FigureTable:
    """Read number words and measures.

    Args:
        root: the folder of all resources.
        language: ISO 639-1 code.

    Raises:
        ResourceError: a file is wrong or a word stands twice.
    """
    raw = read_language(language, "numbers.yaml")
    measures = read_yaml(root / "measures.yaml")
    check_keys("numbers.yaml", raw, _NUMBER_KEYS)
    before, after = _phrases(raw["before"]), _phrases(raw["after"])
    sets: Any = {key: _set(raw[key]) for key in _SETS}
    return FigureTable(
        starts=frozenset(_starts(raw)) | before.keys(),
        words=raw["words"],
        multipliers=raw["multipliers"],
        collectives=raw["collectives"],
        age_word=raw["age_word"],
        vague=raw["vague"],
        vague_with_article=raw["vague_with_article"],
        before=before,
        after=after,
        suffixes=raw["suffixes"],
        fractions=raw["fractions"],
        tolls=raw["tolls"],
        part_before=tuple(tuple(phrase.split()) for phrase in raw["part_before"]),
        part_after=tuple(tuple(phrase.split()) for phrase in raw["part_after"]),
        measures={name: _measure(name, row, language) for name, row in measures.items()},
        nouns=_by_word(measures, language, "nouns"),
        following=_by_word(measures, language, "after"),
        examples=_examples(raw["examples"]),
        **sets,
    )


_SETS = (
    "articles",
    "halves",
    "joiners",
    "between",
    "between_joiners",
    "labels",
    "currencies",
    "currency_words",
    "percents",
    "uncounted",
    "ages",
    "age_units",
    "further",
    "inner_joiners",
    "partitives",
    "negations",
    "particle_verbs",
    "part_from",
    "addition_before",
    "addition_after",
    "toll_verbs",
    "toll_causes",
    "earlier",
    "later",
    "lives",
    "life_verbs",
    "bodies",
    "body_verbs",
)


def _set(values: Any) -> frozenset[str]:
    return frozenset(str(value) for value in values)


def _starts(raw: Any) -> set[str]:
    words = {*raw["words"], *raw["multipliers"], *raw["vague"], *raw["between"], *raw["articles"], *raw["halves"]}
    return words | set(raw["currencies"])


def _phrases(rows: Mapping[str, str]) -> dict[str, tuple[tuple[tuple[str, ...], Modifier], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], Modifier]]] = {}
    for words in sorted(rows, key=lambda words: (-len(words.split()), words)):
        parts = tuple(words.split())
        found.setdefault(parts[0], []).append((parts, Modifier(rows[words])))
    return {first: tuple(phrases) for first, phrases in found.items()}


def _measure(name: str, row: Mapping[str, Any], language: str) -> Measure:
    where = f"measures.yaml: {name}"
    check_keys(where, row, ("label", "kind", "examples"), languages())
    check_keys(where, row.get(language, {}), (), ("nouns", "after"))
    check_keys(where, row["examples"], ("for", "against"))
    if row["kind"] not in _MEASURE_KINDS:
        raise ResourceError(f"{where}: kind {row['kind']!r} is none of {sorted(_MEASURE_KINDS)}")
    return Measure(name, row["label"], row["kind"], tuple(row["examples"]["for"]), tuple(row["examples"]["against"]))


def _by_word(measures: Mapping[str, Any], language: str, key: str) -> dict[str, str]:
    pairs = [(word, name) for name, row in measures.items() for word in row.get(language, {}).get(key, ())]
    check_unique(f"measures.yaml: {key}", (word for word, _ in pairs))
    return dict(pairs)


def _examples(rows: Mapping[str, Any]) -> tuple[FigureExample, ...]:
    made = []
    for row in rows.get("for", ()):
        check_keys("numbers.yaml: examples", row, ("text", "words", "low", "high", "modifier", "measure"))
        low, high, modifier = row["low"], row["high"], Modifier(row["modifier"])
        made.append(FigureExample(row["text"], str(row["words"]), low, high, modifier, row["measure"]))
    return (*made, *(FigureExample(row["text"]) for row in rows.get("against", ())))
