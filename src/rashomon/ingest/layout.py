"""Says what every paragraph of a page is: a line at a time first, then by where it stands.

The order: 1. what a line says by itself (rules, days, bylines); 2. repeats; 3. the head, up to the first paragraph;
4. the tail, after the last; 5. between them, lists below a "read also", foreign paragraphs, and what is left is body.
Evidence lost is worse than clutter kept: a line that nothing speaks against is read.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.ingest.language import is_foreign
from rashomon.ingest.lines import Line
from rashomon.ingest.openings import find_dateline, find_stated_day, without_day
from rashomon.lexicon.furniture import Furniture, LineRule
from rashomon.records import ZoneKind

# Lines of a page's head that are looked at for a byline or a day.
_HEAD_LINES = 25
_TITLE_WORDS = 24
_TITLE_WORDS_CLOSED = 14
_REPEAT_WORDS = 4
_NAME = re.compile(
    r"[A-ZÀ-Þ][\w.’'`-]*(?: (?:(?:al|de|van|von|bin|el|der|da|di|le|la|ul|ben)[ -])?[A-ZÀ-Þ][\w.’'`-]*){1,3}$"
)
_LABEL_SPLIT = re.compile(r"[^\w&]+|(?<=\W)&")


@dataclass(frozen=True, slots=True)
class Kind:
    """What a paragraph is, and by which rule."""

    zone: ZoneKind
    rule: str


def find_kinds(
    lines: Sequence[Line], furniture: Furniture, language: str, title: str | None = None, author: str | None = None
) -> tuple[Kind, ...]:
    """Say what each paragraph is.

    Args:
        lines: paragraphs in order.
        furniture: the page language.
        language: language of the document.
        title: its title where the sidecar or the markup states one.
        author: its author where one of them states one.

    Returns:
        One Kind a line.
    """
    return _Layout(lines, furniture, language, title, author).kinds()


def is_name(text: str) -> bool:
    """Say whether a line is nothing but what looks like a person's name."""
    return len(text) <= 48 and _NAME.match(text) is not None and not text.isupper()


class _Layout:
    def __init__(
        self, lines: Sequence[Line], furniture: Furniture, language: str, title: str | None, author: str | None
    ) -> None:
        self._lines, self._furniture, self._language = lines, furniture, language
        self._title, self._author = _fold(title or ""), _fold(author or "")
        self._found: list[Kind | None] = [None] * len(lines)
        self._rules: list[LineRule | None] = [None] * len(lines)

    def kinds(self) -> tuple[Kind, ...]:
        for index in range(len(self._lines)):
            self._by_itself(index)
        self._mark_repeats()
        first, last = self._bounds()
        self._mark_head(first)
        self._mark_tail(last)
        self._mark_inside(first)
        self._mark_lists()
        return tuple(kind or Kind(ZoneKind.BODY, "") for kind in self._found)

    def _by_itself(self, index: int) -> None:
        line = self._lines[index]
        if line.words > 60:
            return
        if self._title and _fold(line.text) == self._title:
            self._found[index] = Kind(ZoneKind.HEADLINE, "stated-title")
        elif self._author and _fold(line.text) in {self._author, f"by {self._author}"}:
            self._found[index] = Kind(ZoneKind.BYLINE, "stated-author")
        elif find_stated_day(line, self._furniture) or self._relative(line):
            self._found[index] = Kind(ZoneKind.DATELINE, "stated-day")
        else:
            self._by_rule(index, line)

    def _by_rule(self, index: int, line: Line) -> None:
        text = line.text if line.words > 18 else without_day(line, self._furniture)
        for rule in self._furniture.rules:
            if rule.takes(line.text, line.words) or (
                text != line.text and text and rule.takes(text, len(text.split()))
            ):
                self._rules[index] = rule
                if rule.where == "anywhere":
                    self._found[index] = Kind(rule.kind, rule.name)
                return
        opening = find_dateline(line.text, self._furniture)
        if opening is not None and opening.end >= len(line.text):
            self._found[index] = Kind(ZoneKind.DATELINE, "dateline")
        elif self._furniture.caption_credit.search(line.text):
            self._found[index] = Kind(ZoneKind.CAPTION, "caption-credit")

    def _relative(self, line: Line) -> bool:
        return line.words <= 5 and self._furniture.relative_day.search(line.text) is not None and not line.closed

    def _mark_repeats(self) -> None:
        """The second print of a line is its repeat; of two captions the one without the credit is."""
        seen: dict[str, int] = {}
        for index, line in enumerate(self._lines):
            kind = self._found[index]
            folded = _fold(self._furniture.caption_credit.sub("", line.text) if kind else line.text)
            earlier = seen.setdefault(folded, index)
            if earlier == index or (kind and kind.zone not in {ZoneKind.CAPTION, ZoneKind.HEADLINE}):
                continue
            if line.words >= _REPEAT_WORDS or line.text == self._lines[earlier].text and line.words > 1:
                self._repeat(earlier, index)

    def _repeat(self, earlier: int, index: int) -> None:
        credited, before = self._found[index], self._found[earlier]
        if before and before.zone in {ZoneKind.FURNITURE, ZoneKind.BYLINE}:
            self._found[index] = before
        elif credited and credited.zone is ZoneKind.CAPTION and not before:
            self._found[earlier] = Kind(ZoneKind.REPEAT, "caption-twice")
        else:
            self._found[index] = Kind(ZoneKind.REPEAT, "printed-twice")

    def _bounds(self) -> tuple[int, int]:
        """Give the index of the first paragraph of the report and one past its last."""
        prose = [i for i, line in enumerate(self._lines) if self._found[i] is None and self._is_prose(i, line)]
        if not prose:
            return len(self._lines), len(self._lines)
        marks = [i for i in range(min(_HEAD_LINES, len(self._lines))) if self._is_mark(i)]
        last_mark = max((mark for mark in marks if sum(1 for i in prose if i < mark) <= 1), default=-1)
        first = next((i for i in prose if i > last_mark), prose[0])
        if first == prose[0] and self._is_title(first) and len(prose) > 1 and not self._open_head(first):
            first = prose[1] if prose[1] == first + 1 else first + 1
        return first, prose[-1] + 1

    def _is_prose(self, index: int, line: Line) -> bool:
        rule = self._rules[index]
        if rule is not None and rule.where == "tail":
            return False
        return line.prose and not self._is_appeal(line)

    def _is_mark(self, index: int) -> bool:
        """Say whether a line closes the title part: a byline, a day, or a name right before one."""
        kind = self._found[index]
        if kind is not None:
            return kind.zone is ZoneKind.BYLINE or kind.rule == "stated-day"
        return False

    def _open_head(self, first: int) -> bool:
        """Say whether a line before may be the headline already."""
        return any(self._found[i] is None and not self._is_label(self._lines[i]) for i in range(first))

    def _is_title(self, index: int) -> bool:
        """Say whether a closed first line is rather a headline: short, apart, and before a longer paragraph."""
        line, after = self._lines[index], self._lines[index + 1 : index + 2]
        return line.words <= _TITLE_WORDS_CLOSED and bool(after) and after[0].apart and after[0].words > line.words

    def _mark_head(self, first: int) -> None:
        headline = any(kind and kind.zone is ZoneKind.HEADLINE for kind in self._found[:first])
        marked = False
        for index in range(first):
            kind, line = self._found[index], self._lines[index]
            if kind is not None:
                marked = marked or kind.zone is ZoneKind.BYLINE or kind.rule == "stated-day"
                continue
            chosen = self._head_kind(index, line, headline, marked)
            headline = headline or chosen.zone is ZoneKind.HEADLINE
            self._found[index] = chosen

    def _head_kind(self, index: int, line: Line, headline: bool, marked: bool) -> Kind:
        rule = self._rules[index]
        if rule is not None and rule.where == "head" and (headline or rule.kind is not ZoneKind.FURNITURE):
            return Kind(rule.kind, rule.name)
        if self._is_label(line):
            return Kind(ZoneKind.FURNITURE, "section-label")
        if self._is_appeal(line):
            return Kind(ZoneKind.FURNITURE, "appeal-words")
        if headline and is_name(line.text):
            return self._name_kind(index)
        if not headline and line.words <= _TITLE_WORDS:
            return Kind(ZoneKind.HEADLINE, "first-line")
        if line.prose or not marked:
            return Kind(ZoneKind.STANDFIRST, "below-headline")
        return Kind(ZoneKind.CAPTION, "line-in-head")

    def _name_kind(self, index: int) -> Kind:
        """A bare name is the author, but below an appeal it is the appeal's signature."""
        near = self._found[index - 1] if index else None
        authored = any(kind and kind.zone is ZoneKind.BYLINE for kind in self._found[:index])
        if near and near.zone is ZoneKind.FURNITURE and (authored or near.rule in _SIGNED):
            return Kind(ZoneKind.FURNITURE, "appeal-signature")
        return Kind(ZoneKind.BYLINE, "bare-name")

    def _mark_tail(self, last: int) -> None:
        for index in range(last, len(self._lines)):
            line, rule = self._lines[index], self._rules[index]
            if self._found[index] is not None:
                continue
            if rule is not None and rule.where != "head":
                self._found[index] = Kind(rule.kind, rule.name)
            elif self._is_appeal(line):
                self._found[index] = Kind(ZoneKind.FURNITURE, "appeal-words")
            elif not line.closed and line.words < _TITLE_WORDS and not line.text.endswith(":"):
                self._found[index] = Kind(ZoneKind.FURNITURE, "after-the-report")

    def _mark_inside(self, first: int) -> None:
        for index in range(first, len(self._lines)):
            line = self._lines[index]
            if self._found[index] is not None:
                continue
            if is_foreign(line.text, self._language, self._furniture):
                self._found[index] = Kind(ZoneKind.FOREIGN, "other-language")
            elif self._is_subhead(line):
                self._found[index] = Kind(ZoneKind.HEADLINE, "subhead")

    def _is_subhead(self, line: Line) -> bool:
        return (
            line.words <= 12
            and line.apart
            and not line.closed
            and line.text[-1] not in ":,;"
            and line.text[0].isupper()
        )

    def _mark_lists(self) -> None:
        """Title-like lines below "read also" belong to it, up to the next paragraph or blank stretch of another kind."""
        inside = False
        for index, line in enumerate(self._lines):
            rule, kind = self._rules[index], self._found[index]
            if rule is not None and rule.lists and kind and kind.zone is ZoneKind.FURNITURE:
                inside = line.text.rstrip(" :>»|").count(" ") <= 4 or ":" not in line.text
            elif inside and not line.prose and not line.closed and (kind is None or kind.rule in _LISTABLE):
                self._found[index] = Kind(ZoneKind.FURNITURE, "related-line")
            else:
                inside = False

    def _is_label(self, line: Line) -> bool:
        words = [word.lower() for word in _LABEL_SPLIT.split(line.text) if word]
        known = self._furniture.labels | self._furniture.label_joins
        return line.words <= 10 and bool(words) and all(word in known for word in words)

    def _is_appeal(self, line: Line) -> bool:
        if line.words > 60 or line.text[0] in '“"‘':
            return False
        words = {word.strip(".,!?:;’'()").lower() for word in line.text.split()}
        page = self._furniture
        return (
            len(words & page.appeal_words) >= 2
            and bool(words & page.appeal_speakers)
            and not words & page.appeal_vetoes
        )


_SIGNED = frozenset(
    {"donation-appeal", "donation-sum", "mission-statement", "newsletter", "appeal-words", "appeal-signature"}
)
_LISTABLE = frozenset({"subhead", "after-the-report", "line-in-head", "below-headline", ""})


def _fold(text: str) -> str:
    return " ".join("".join(sign if sign.isalnum() else " " for sign in text.casefold()).split())
