"""Words of calendar and clock: lang/<code>/times.yaml as one table."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from rashomon.lexicon.files import check_keys, check_unique, read_language

V = TypeVar("V")

_MAPS = (
    "months", "weekdays", "units", "windows", "deictics", "shifts", "narrated_shifts", "parts", "vague_numbers",
    "ordinals", "bounds", "day_codes", "clock_halves", "frequencies", "slices",
)  # fmt: skip
_SETS = (
    "doubtful_months", "doubtful_weekdays", "dayparts", "back", "ahead", "before", "after", "joiners",
    "prepositions", "ahead_words", "anchor_tails", "run_ups", "articles", "between", "plural_units", "past_words",
    "perfect_words", "recent", "narrated_back", "range_joiners", "clock_words", "clock_links", "hour_links",
    "time_words", "points", "nights", "night_deeds", "thens", "daypart_openers", "daypart_links", "noun_references",
    "opened_references", "reference_openers", "every", "times_word", "per", "before_christ", "year_words",
    "hyphens", "definite", "doubtful_seasons", "phrase_ends", "within", "inner", "possessives", "lasting",
    "length_openers", "length_adjectives", "near", "part_links", "of_words", "to_words", "year_links", "collapses",
    "ageing", "rank_endings",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Anchor:
    """A named happening that texts use as a date.

    Attributes:
        name: what it was.
        phrases: its names, lower case, longest first.
        start: first day.
        end: day after the last.
        origin: who dates it so.
    """

    name: str
    phrases: tuple[str, ...]
    start: date
    end: date
    origin: str


@dataclass(frozen=True, slots=True)
class TimeExample:
    """A sentence, its day of publication, the last time that must be found in it and the days meant.

    `words` None: nothing is found.
    """

    text: str
    published: date | None
    words: str | None
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class TimeRule:
    """A rule of extract/times with its meaning and its examples."""

    name: str
    meaning: str
    examples: tuple[TimeExample, ...]
    against: tuple[TimeExample, ...]


@dataclass(frozen=True, slots=True)
class TimeTable:
    """All words of times of one language; words are lower case.

    Attributes:
        starts: every word with which a time may begin, digits apart.
        months: name -> 1 to 12; doubtful_months: those that are also other words.
        weekdays: name -> 0 (Monday) to 6.
        doubtful_weekdays: weekdays that are also other words.
        seasons: name -> first and last month.
        units: printed unit -> day, week, fortnight, month, year, decade, century, hour, minute.
        windows: unit -> days that its bare plural means at most.
        deictics: "yesterday" -> -1.
        dayparts: "morning".
        shifts: "last" -> -1, from the day of speaking.
        narrated_shifts: "same" -> 0, from the time told before.
        parts: "early" -> first, middle or last third.
        vague_numbers: "several" -> None, "couple" -> 2.
        ordinals: "third" -> 3.
        back: "ago".
        ahead: "later".
        before: "before", between a distance and what it is counted from.
        after: the same, forwards.
        bounds: "since" -> from, "until" -> to, "after" -> after, "before" -> before.
        joiners: words between the ends of a range.
        range_joiners: those that join without "between".
        prepositions: words that make a lone month, season or year a time.
        ahead_words: lemmas beside which a yearless date lies ahead.
        anchors: dated happenings.
        anchor_tails: words that may follow an anchor's name.
        run_ups: "run-up".
        articles: "the".
        between: "between", "from".
        plural_units: units that stand without a number ("days ago").
        past_words: auxiliaries of a past.
        perfect_words: auxiliaries that make even a modal look back ("could have left").
        recent: "recent", "few": with a bare plural unit, the stretch up to publication.
        narrated_back: words of `back` that count from the time told before.
        day_codes: part of a day -> its code in TIMEX writing ("MO", "12:00").
        clock_halves: "p.m." -> 12.
        clock_words: words that make a number a time of day ("o'clock", "gmt").
        clock_links: words between a time of day and its day ("on").
        hour_links: words between a day and its time of day ("at").
        time_words: "time" in "6 a.m. local time".
        points: parts of a day that are a point of it ("noon").
        nights: words of the night before the day of speaking; night_deeds: nouns they date ("an overnight raid").
        thens: words for the time told before, behind "since".
        daypart_openers: words behind which a lone part of a day is a time.
        daypart_links: words between a part of a day and the day ("of").
        references: first word -> phrases with their TIMEX writing (PRESENT_REF, PAST_REF, FUTURE_REF).
        noun_references: last words of such phrases that must be a noun phrase ("time").
        opened_references: last words of phrases that need a preposition before them ("at that time").
        reference_openers: such prepositions.
        frequencies: "daily" -> day.
        every: "every", "each".
        times_word: "once", "twice".
        per: "per", before the unit of a rate.
        before_christ: signs of years before our era, without full stops.
        year_words: "year".
        hyphens: signs that join two years.
        slices: "quarter" -> 4.
        definite: "the".
        doubtful_seasons: seasons that are also other nouns ("fall").
        phrase_ends: signs and words before which "two days before" is complete.
        within: "earlier", "later" before "this year".
        inner: "in", between "later" and "the year".
        possessives: "'s".
        lasting: "long" in "week-long".
        length_openers: words behind which bare "months" and "a week" are lengths.
        length_adjectives: words between a number and its unit ("full").
        near: words that make a date inexact ("around").
        part_links: words between a part and its whole ("the end of").
        of_words: "of", between a day and its month, or a number and its unit.
        to_words: "to", behind "prior" and before a named day.
        year_links: words and signs between a day or season and its year.
        collapses: words behind a season's name that make it a collapse ("the fall of the city").
        ageing: words behind a length that make it an age or a part of a compound.
        rank_endings: endings of a number in digits that make it a rank ("21st").
        holidays: first word -> names of days of the year with month and day.
        rules: rules with their examples.
    """

    starts: frozenset[str]
    months: Mapping[str, int]
    doubtful_months: frozenset[str]
    weekdays: Mapping[str, int]
    doubtful_weekdays: frozenset[str]
    seasons: Mapping[str, tuple[int, int]]
    units: Mapping[str, str]
    windows: Mapping[str, int]
    deictics: Mapping[str, int]
    dayparts: frozenset[str]
    shifts: Mapping[str, int]
    narrated_shifts: Mapping[str, int]
    parts: Mapping[str, str]
    vague_numbers: Mapping[str, int | None]
    ordinals: Mapping[str, int]
    back: frozenset[str]
    ahead: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]
    bounds: Mapping[str, str]
    joiners: frozenset[str]
    range_joiners: frozenset[str]
    prepositions: frozenset[str]
    ahead_words: frozenset[str]
    anchors: tuple[Anchor, ...]
    anchor_tails: frozenset[str]
    run_ups: frozenset[str]
    articles: frozenset[str]
    between: frozenset[str]
    plural_units: frozenset[str]
    past_words: frozenset[str]
    perfect_words: frozenset[str]
    recent: frozenset[str]
    narrated_back: frozenset[str]
    day_codes: Mapping[str, str]
    clock_halves: Mapping[str, int]
    clock_words: frozenset[str]
    clock_links: frozenset[str]
    hour_links: frozenset[str]
    time_words: frozenset[str]
    points: frozenset[str]
    nights: frozenset[str]
    night_deeds: frozenset[str]
    thens: frozenset[str]
    daypart_openers: frozenset[str]
    daypart_links: frozenset[str]
    references: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    noun_references: frozenset[str]
    opened_references: frozenset[str]
    reference_openers: frozenset[str]
    frequencies: Mapping[str, str]
    every: frozenset[str]
    times_word: frozenset[str]
    per: frozenset[str]
    before_christ: frozenset[str]
    year_words: frozenset[str]
    hyphens: frozenset[str]
    slices: Mapping[str, int]
    definite: frozenset[str]
    doubtful_seasons: frozenset[str]
    phrase_ends: frozenset[str]
    within: frozenset[str]
    inner: frozenset[str]
    possessives: frozenset[str]
    lasting: frozenset[str]
    length_openers: frozenset[str]
    length_adjectives: frozenset[str]
    near: frozenset[str]
    part_links: frozenset[str]
    of_words: frozenset[str]
    to_words: frozenset[str]
    year_links: frozenset[str]
    collapses: frozenset[str]
    ageing: frozenset[str]
    rank_endings: frozenset[str]
    holidays: Mapping[str, tuple[tuple[tuple[str, ...], tuple[int, int]], ...]]
    rules: tuple[TimeRule, ...]


def read_times(root: Traversable, language: str) -> TimeTable:
    """Read the words of times.

    Args:
        root: the folder of all resources.
        language: ISO 639-1 code.

    Raises:
        ResourceError: the file is wrong or an anchor or a rule stands twice.
    """
    raw = read_language(language, "times.yaml")
    check_keys("times.yaml", raw, (*_MAPS, *_SETS, "seasons", "anchors", "rules", "references", "holidays"))
    anchors = tuple(_anchor(row) for row in raw["anchors"])
    check_unique("times.yaml: anchors", (phrase for anchor in anchors for phrase in anchor.phrases))
    sets: Any = {key: frozenset(map(str, raw[key])) for key in _SETS}
    words = {word for key in _STARTING for word in raw[key]}
    phrases = [*raw["holidays"], *(phrase for group in raw["references"].values() for phrase in group)]
    words |= {word for phrase in phrases for word in phrase.split()}
    words |= {part for word in raw["run_ups"] for part in (word, word.partition("-")[0])}
    return TimeTable(
        starts=frozenset(words),
        seasons={name: (first, last) for name, (first, last) in raw["seasons"].items()},
        anchors=anchors,
        references=_references(raw["references"]),
        holidays=_phrases({words: (month, day) for words, (month, day) in raw["holidays"].items()}),
        rules=tuple(_rule(name, row) for name, row in raw["rules"].items()),
        **{key: raw[key] for key in _MAPS},
        **sets,
    )


_STARTING = (
    "months", "weekdays", "seasons", "units", "deictics", "shifts", "narrated_shifts", "parts", "vague_numbers",
    "ordinals", "bounds", "articles", "between", "day_codes", "frequencies", "every", "times_word", "per", "year_words",
    "within",
)  # fmt: skip


def _references(raw: Mapping[str, list[str]]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Index phrases by their first word, longest first."""
    check_unique("times.yaml: references", (phrase for group in raw.values() for phrase in group))
    return _phrases({phrase: written for written, group in raw.items() for phrase in group})


def _phrases(rows: Mapping[str, V]) -> dict[str, tuple[tuple[tuple[str, ...], V], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], V]]] = {}
    for phrase in sorted(rows, key=lambda phrase: (-len(phrase.split()), phrase)):
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append((words, rows[phrase]))
    return {first: tuple(phrases) for first, phrases in found.items()}


def _anchor(row: Mapping[str, Any]) -> Anchor:
    check_keys(f"times.yaml: anchor {row.get('name')}", row, ("name", "words", "start", "end", "origin"))
    phrases = tuple(sorted(map(str, row["words"]), key=lambda phrase: (-len(phrase), phrase)))
    return Anchor(row["name"], phrases, row["start"], row["end"], row["origin"])


def _rule(name: str, row: Mapping[str, Any]) -> TimeRule:
    check_keys(f"times.yaml: rule {name}", row, ("meaning", "for"), ("against",))
    examples = tuple(_example(name, example) for example in row["for"])
    return TimeRule(name, row["meaning"], examples, tuple(_example(name, e) for e in row.get("against", ())))


def _example(name: str, row: Mapping[str, Any]) -> TimeExample:
    check_keys(f"times.yaml: example of {name}", row, ("text", "words"), ("published", "start", "end"))
    words = None if row["words"] is None else str(row["words"])
    return TimeExample(row["text"], row.get("published"), words, row.get("start"), row.get("end"))
