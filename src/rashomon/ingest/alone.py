"""What a line says by itself, wherever it stands: a stated title or author, a day, a rule of the table, a credit."""

import re
from dataclasses import dataclass

from rashomon.ingest.lines import Line
from rashomon.ingest.moments import CLOCK, is_more_than_a_day
from rashomon.ingest.openings import find_dateline, find_stated_day, without_day
from rashomon.lexicon.events import EventTable
from rashomon.lexicon.furniture import Furniture, LineRule
from rashomon.lexicon.mastheads import Mastheads
from rashomon.lexicon.outlets import Outlets
from rashomon.records import ZoneKind

_SIGNS = re.compile(r"[\W_]+")
_LONGEST = 60
_DAY_WORDS = 18
_CLOCK_WORDS = 4


@dataclass(frozen=True, slots=True)
class Kind:
    """What a paragraph is, and by which rule."""

    zone: ZoneKind
    rule: str


@dataclass(frozen=True, slots=True)
class HeadTables:
    """What a line of a page's head is held against when it may name the outlet."""

    furniture: Furniture
    mastheads: Mastheads
    register: Outlets


@dataclass(frozen=True, slots=True)
class PageTables:
    """What the page's lines are held against.

    Attributes:
        furniture: the page language.
        register: known outlets, whose names alone on a line are mastheads.
        mastheads: words by which a head names its publisher.
        events: for the lemmas of their triggers: a line with one is no place and day.
        language: ISO 639-1 code of the document.
        title: folded title where one is stated beside the text, or "".
        author: folded author where one is stated beside the text, or "".
    """

    furniture: Furniture
    register: Outlets
    mastheads: Mastheads
    events: EventTable
    language: str
    title: str = ""
    author: str = ""

    @property
    def head(self) -> HeadTables:
        """The tables that a line of the head is held against."""
        return HeadTables(self.furniture, self.mastheads, self.register)


def fold_line(text: str) -> str:
    """Fold a line for comparison: case, signs and white space do not count."""
    return _SIGNS.sub(" ", text.casefold()).strip()


def find_alone(line: Line, page: PageTables) -> tuple[Kind | None, LineRule | None]:
    """Say what a line is by itself, and which rule of the table takes it, whose place may still be wrong."""
    if line.words > _LONGEST:
        return None, None
    stated = _find_stated(line, page)
    if stated is not None:
        return stated, None
    rule = _find_rule(line, page.furniture)
    if rule is not None:
        return (Kind(rule.kind, rule.name) if rule.where == "anywhere" else None), rule
    return _without_rule(line, page), None


def _find_stated(line: Line, page: PageTables) -> Kind | None:
    """Find the title and the author that are known from elsewhere, and lines that are nothing but a day."""
    folded = fold_line(line.text) if page.title or page.author else ""
    if folded and folded == page.title:
        return Kind(ZoneKind.HEADLINE, "stated-title")
    if folded and page.author and folded in {page.author, f"by {page.author}"}:
        return Kind(ZoneKind.BYLINE, "stated-author")
    if find_stated_day(line, page.furniture) or _is_relative(line, page.furniture):
        return Kind(ZoneKind.DATELINE, "stated-day")
    if (
        line.words <= _CLOCK_WORDS
        and CLOCK.match(line.text)
        and not is_more_than_a_day(line.text, page.furniture, None)
    ):
        return Kind(ZoneKind.DATELINE, "clock")
    label = line.text.lower().strip(" :")
    known = label in page.furniture.published_words or label in page.furniture.updated_words
    return Kind(ZoneKind.DATELINE, "day-label") if known else None


def _is_relative(line: Line, furniture: Furniture) -> bool:
    return line.words <= 5 and furniture.relative_day.match(line.text) is not None and not line.closed


def _find_rule(line: Line, furniture: Furniture) -> LineRule | None:
    """Give the first rule that takes a line, or takes what is left of it beside a day."""
    left = line.text if line.words > _DAY_WORDS else without_day(line, furniture)
    forms = [(line.text, line.words)] + ([(left, len(left.split()))] if left and left != line.text else [])
    return next((rule for rule in furniture.rules if any(rule.takes(*form) for form in forms)), None)


def _without_rule(line: Line, page: PageTables) -> Kind | None:
    opening = find_dateline(line.text, page.furniture)
    if opening is not None and opening.end >= len(line.text):
        return Kind(ZoneKind.DATELINE, "dateline")
    if page.furniture.caption_credit.search(line.text):
        return Kind(ZoneKind.CAPTION, "caption-credit")
    return None
