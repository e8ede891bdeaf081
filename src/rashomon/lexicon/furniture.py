"""Reads resources/lang/<code>/furniture.yaml: what a copied page carries besides the report."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from rashomon.errors import ResourceError
from rashomon.lexicon.files import check_keys, check_unique, read_language
from rashomon.records import ZoneKind

_NEVER = "(?!)"  # matches nowhere
_MAX_WORDS = 40
_PLACES = ("anywhere", "head", "tail")
_LABELLED = ("title", "byline", "outlet", "sender", "url", "published", "body", "none")
_LISTS = ("appeal_words", "appeal_speakers", "appeal_vetoes", "common_words", "labels", "label_joins",
          "published_words", "updated_words", "release_words", "zones_of_day", "wires", "not_places",
          "month_first", "bulletin_words", "notes", "link_words")  # fmt: skip


@dataclass(frozen=True, slots=True)
class LineRule:
    """One kind of line that is not the report's own text.

    Attributes:
        name: the rule's name, kept on the zone.
        kind: zone kind that it gives.
        where: "anywhere", "head" (before the first paragraph) or "tail" (after the last).
        pattern: matched from the start of the line, white space folded.
        veto: searched in the line; where it is found the rule does not hold. None if there is none.
        max_words: longer lines are never taken.
        lists: whether title-like lines that follow belong to it.
        good: examples that it takes.
        bad: examples that it leaves.
    """

    name: str
    kind: ZoneKind
    where: str
    pattern: re.Pattern[str]
    veto: re.Pattern[str] | None
    max_words: int
    lists: bool
    good: tuple[str, ...]
    bad: tuple[str, ...]

    def takes(self, line: str, words: int) -> bool:
        """Say whether a line of so many words is of this kind; where it stands is the caller's question."""
        if words > self.max_words or not self.pattern.match(line):
            return False
        return self.veto is None or not self.veto.search(line)


@dataclass(frozen=True, slots=True)
class Furniture:
    """The page language of one language.

    Attributes:
        rules: in the order of the file; the first that takes a line decides.
        labels: words of section labels.
        label_joins: signs and words between them.
        appeal_words: words that speak of the page.
        appeal_speakers: words for the page and its reader.
        appeal_vetoes: words that an appeal does not hold.
        caption_credit: a credit at the end of a caption.
        common_words: the commonest words of the language.
        published_words: words before the day of publication.
        updated_words: words before the day of an update.
        release_words: what a statement calls itself beside its day or its publisher.
        head_labels: label of a line in a block that opens a text, lower case -> what it labels; "" for nothing.
        zones_of_day: abbreviations beside a time of day.
        link_words: words by which a page offers its address beside its day; the numbers behind them count its readers.
        relative_day: a day told by distance from an unknown now.
        months: folded month word -> number.
        weekdays: folded weekday word -> 0 (Monday) to 6.
        wires: agencies named in datelines.
        not_places: capital words before a dash that are no place.
        month_first: countries whose numeric days do not prove to have the day first.
        bulletin_words: words of a periodic report's title.
        notes: what an agency notes in square brackets between a dateline and the report, folded.
        latin: whether the language is written in the Latin script.
        month_year: a month with its year and no day.
        day: a calendar day, with or without a year, with named groups (see `_day_pattern`).
    """

    rules: tuple[LineRule, ...]
    labels: frozenset[str]
    label_joins: frozenset[str]
    appeal_words: frozenset[str]
    appeal_speakers: frozenset[str]
    appeal_vetoes: frozenset[str]
    caption_credit: re.Pattern[str]
    common_words: frozenset[str]
    published_words: frozenset[str]
    updated_words: frozenset[str]
    release_words: frozenset[str]
    head_labels: Mapping[str, str]
    zones_of_day: frozenset[str]
    link_words: frozenset[str]
    relative_day: re.Pattern[str]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    wires: frozenset[str]
    not_places: frozenset[str]
    month_first: frozenset[str]
    bulletin_words: frozenset[str]
    notes: frozenset[str]
    latin: bool
    month_year: re.Pattern[str]
    day: re.Pattern[str]


def read_furniture(language: str = "en") -> Furniture:
    """Read the table of one language.

    Raises:
        ResourceError: a row is wrong or stands twice.
    """
    table = read_language(language, "furniture.yaml")
    check_keys(
        "furniture.yaml",
        table,
        {"rules", "caption_credit", "relative_day", "latin", "months", "weekdays", "head_labels", *_LISTS},
    )
    check_unique("furniture.yaml: rules", (row["name"] for row in table["rules"]))
    months = _words({int(number): names for number, names in table["months"].items()}.items())
    weekdays = _words(enumerate(table["weekdays"]))
    return Furniture(
        rules=tuple(map(_rule, table["rules"])),
        caption_credit=_compile("caption_credit", table["caption_credit"]),
        relative_day=_compile("relative_day", table["relative_day"]),
        head_labels=_labels(table["head_labels"]),
        months=months,
        weekdays=weekdays,
        latin=bool(table["latin"]),
        month_year=_month_pattern(months),
        day=_day_pattern(months, weekdays),
        **{name: frozenset(str(word) for word in table[name]) for name in _LISTS},
    )


def _labels(table: Mapping[str, list[str]]) -> dict[str, str]:
    """Turn the table of labels round, and hold its examples against it."""
    rows = [(label, "" if what == "none" else what) for what in _LABELLED for label in table.get(what, ())]
    check_unique("furniture.yaml: head_labels", (label for label, _ in rows))
    found = dict(rows)
    for key, wanted in (("for", True), ("against", False)):
        wrong = [line for line in table.get(key, ()) if (line.partition(":")[0].lower() in found) != wanted]
        if wrong:
            raise ResourceError(f"furniture.yaml: head_labels: the example {wrong[0]!r} stands on the wrong side")
    return found


def _rule(row: Mapping[str, Any]) -> LineRule:
    where = f"furniture.yaml: rule {row.get('name')!r}"
    check_keys(where, row, {"name", "as", "pattern", "for", "against"}, {"where", "lists", "not", "case", "max_words"})
    if row.get("where", "anywhere") not in _PLACES:
        raise ResourceError(f"{where}: where must be one of {_PLACES}")
    return LineRule(
        name=row["name"],
        kind=ZoneKind(row["as"]),
        where=row.get("where", "anywhere"),
        pattern=_compile(where, row["pattern"], case=row.get("case", False)),
        veto=_compile(where, row["not"]) if "not" in row else None,
        max_words=row.get("max_words", _MAX_WORDS),
        lists=row.get("lists", False),
        good=tuple(map(str, row["for"])),
        bad=tuple(map(str, row["against"])),
    )


def _compile(where: str, pattern: str, case: bool = False) -> re.Pattern[str]:
    try:
        return re.compile(pattern or _NEVER, re.NOFLAG if case else re.IGNORECASE)
    except re.error as error:
        raise ResourceError(f"{where}: no regular expression: {error}") from error


def _words(rows: Iterable[tuple[int, list[str]]]) -> dict[str, int]:
    return {word: number for number, words in rows for word in words}


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word))) or _NEVER


def _month_pattern(months: Iterable[str]) -> re.Pattern[str]:
    words = _any_of(months)
    return re.compile(rf"\b(?:{words})\b\.?(?:\s?[/–-]\s?(?:{words})\b\.?)?,?\s+(?:19|20)\d\d\b", re.IGNORECASE)


def _day_pattern(months: Iterable[str], weekdays: Iterable[str]) -> re.Pattern[str]:
    """Make the pattern of a calendar day.

    Groups: weekday; d1 m1 y1 (20 Aug 2021), m2 d2 y2 (Aug. 20, 2021), y3 n3 e3 (2021-08-20), a4 b4 y4 (20.08.2021,
    order of a4 and b4 open).
    """
    month, week = _any_of(months), _any_of(weekdays)
    number = r"(?P<{0}>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
    year = r"(?P<{0}>(?:19|20)\d\d)"
    first = rf"{number.format('d1')}(?:\s+of)?[\s-]+(?P<m1>{month})\b\.?(?:[,،]?[\s-]+{year.format('y1')}\b)?"
    # "Apr 232017" has lost its comma: two digits of the day, then the year.
    lost = r"(?<=\d\d)(?=(?:19|20)\d\d\b)"
    second = (
        rf"(?P<m2>{month})\b\.?\s+{number.format('d2')}"
        rf"(?:\b(?:(?:[,،.]\s*|\s+){year.format('y2')}\b)?|{lost}{year.format('y5')}\b)"
    )
    third = rf"{year.format('y3')}[-./](?P<n3>\d{{1,2}})[-./](?P<e3>\d{{1,2}})(?!\d)"
    fourth = rf"(?P<a4>\d{{1,2}})(?P<s4>[-./])(?P<b4>\d{{1,2}})(?P=s4){year.format('y4')}(?!\d)"
    return re.compile(
        rf"(?<![\w/.])(?:(?P<weekday>{week})\b\.?,?\s+)?(?:{third}|{fourth}|{first}|{second})", re.IGNORECASE
    )
