"""Says what every paragraph of a page is: a line by itself first, then by where it stands.

The order: 1. what a line says by itself; 2. repeats; 3. the head, up to the first paragraph; 4. the tail, after the
last; 5. what stands between; 6. lists below a "read also". What is left is body.
Evidence lost is worse than clutter kept: a line that nothing speaks against is read.
"""

from collections.abc import Sequence

from rashomon.ingest.alone import Kind, PageTables, find_alone, fold_line
from rashomon.ingest.headers import HEADER, Header, is_firm_name, is_header, read_header
from rashomon.ingest.language import is_foreign
from rashomon.ingest.lines import Line
from rashomon.ingest.looks import (
    is_appeal,
    is_label,
    is_listed,
    is_masthead,
    is_name,
    is_section,
    is_short,
    is_subhead,
    is_title,
)
from rashomon.ingest.openings import find_dateline, find_fused_day
from rashomon.lexicon.furniture import LineRule
from rashomon.records import ZoneKind

# Lines of a page's head that are looked at for a byline or a day.
_HEAD_LINES = 25
_TITLE_WORDS = 24
_PLACE_WORDS = 2
_TITLE_LEAST = 3
_REPEAT_WORDS = 4
# Appeals that a person signs below.
_SIGNED = frozenset({"donation-appeal", "donation-sum", "mission-statement", "newsletter", "appeal-words",
                     "appeal-signature"})  # fmt: skip
# What a line below "read also" may have been taken for.
_LISTABLE = frozenset({"subhead", "after-the-report", "line-in-head", "below-headline", ""})

# Days of other pages stand among their titles.
_DAYS = frozenset({"stated-day", "day-label"})


def find_kinds(lines: Sequence[Line], page: PageTables) -> tuple[Kind, ...]:
    """Say what each paragraph is: one Kind a line."""
    return _Layout(lines, page).kinds()


class _Layout:
    """The state of one page while its lines are told apart."""

    def __init__(self, lines: Sequence[Line], page: PageTables) -> None:
        self._lines, self._page = lines, page
        self._found: list[Kind | None] = []
        self._rules: list[LineRule | None] = []
        # Of the lines of the head.
        self._headers: tuple[Header | None, ...] = ()
        self._released = False

    def kinds(self) -> tuple[Kind, ...]:
        for line in self._lines:
            kind, rule = find_alone(line, self._page)
            self._found.append(kind)
            self._rules.append(rule)
        self._mark_repeats()
        first, last = self._bounds()
        self._read_headers(first)
        self._mark_head(first)
        self._mark_tail(last)
        self._mark_inside(first)
        self._mark_lists()
        return tuple(kind or Kind(ZoneKind.BODY, "") for kind in self._found)

    def _mark_repeats(self) -> None:
        """Mark the second print of a line as its repeat; of two captions, the one without the credit."""
        seen: dict[str, int] = {}
        for index, line in enumerate(self._lines):
            kind = self._found[index]
            folded = fold_line(self._page.furniture.caption_credit.sub("", line.text) if kind else line.text)
            earlier = seen.setdefault(folded, index)
            if earlier == index or (kind and kind.zone not in {ZoneKind.CAPTION, ZoneKind.HEADLINE}):
                continue
            if line.words >= _REPEAT_WORDS or (line.text == self._lines[earlier].text and line.words > 1):
                self._mark_repeat(earlier, index)

    def _mark_repeat(self, earlier: int, index: int) -> None:
        later, before = self._found[index], self._found[earlier]
        if before and before.zone in {ZoneKind.FURNITURE, ZoneKind.BYLINE}:
            self._found[index] = before
        elif later and later.zone is ZoneKind.CAPTION and not before:
            self._found[earlier] = Kind(ZoneKind.REPEAT, "caption-twice")
        else:
            self._found[index] = Kind(ZoneKind.REPEAT, "printed-twice")

    def _bounds(self) -> tuple[int, int]:
        """Give the index of the first paragraph of the report and one past its last."""
        prose = [i for i in range(len(self._lines)) if self._found[i] is None and self._is_prose(i)]
        if not prose:
            return len(self._lines), len(self._lines)
        marks = [i for i in range(min(_HEAD_LINES, len(self._lines))) if self._is_mark(i)]
        # A byline or a day below two paragraphs is not the head's.
        last_mark = max((mark for mark in marks if len(prose) < 2 or mark < prose[1]), default=-1)
        first = next((i for i in prose if i > last_mark), prose[0])
        if (
            first == prose[0]
            and len(prose) > 1
            and is_title(self._lines[first], self._after(first))
            and not self._has_title(first)
        ):
            first += 1
        return first, prose[-1] + 1

    def _is_prose(self, index: int) -> bool:
        rule, line = self._rules[index], self._lines[index]
        return line.prose and not (rule and rule.where == "tail") and not is_appeal(line, self._page.furniture)

    def _is_mark(self, index: int) -> bool:
        kind = self._found[index]
        return kind is not None and (kind.zone is ZoneKind.BYLINE or kind.rule == "stated-day")

    def _has_title(self, first: int) -> bool:
        """Say whether a line before may be the headline."""
        open_lines = (line for line, kind in zip(self._lines[:first], self._found, strict=False) if kind is None)
        page = self._page
        return any(not (is_label(line, page.furniture) or is_masthead(line, page.register)) for line in open_lines)

    def _after(self, index: int) -> Line | None:
        return self._lines[index + 1] if index + 1 < len(self._lines) else None

    def _mark_head(self, first: int) -> None:
        headline = any(kind and kind.zone is ZoneKind.HEADLINE for kind in self._found[:first])
        marked = False
        for index in range(first):
            if self._found[index] is not None:
                marked = marked or self._is_mark(index)
                continue
            chosen = self._head_furniture(index, headline) or self._head_text(index, headline, marked)
            headline = headline or chosen.zone is ZoneKind.HEADLINE
            marked = marked or chosen.zone is ZoneKind.BYLINE
            self._found[index] = chosen

    def _head_furniture(self, index: int, headline: bool) -> Kind | None:
        rule, line = self._rules[index], self._lines[index]
        if rule is not None and rule.where == "head" and headline:
            return Kind(rule.kind, rule.name)
        if is_masthead(line, self._page.register):
            return Kind(ZoneKind.FURNITURE, "masthead")
        header = self._headers[index] if index < len(self._headers) else None
        titled = headline or self._title_follows(index)
        if header is not None and (self._is_header(header, titled) or (titled and self._is_firm(index, header))):
            return Kind(ZoneKind.DATELINE, HEADER)
        if is_label(line, self._page.furniture):
            return Kind(ZoneKind.FURNITURE, "section-label")
        return Kind(ZoneKind.FURNITURE, "appeal-words") if is_appeal(line, self._page.furniture) else None

    def _read_headers(self, first: int) -> None:
        """Read the lines above the first paragraph, and whether they call the page a statement."""
        head = self._lines[: min(first, _HEAD_LINES)]
        self._headers = tuple(read_header(line.text, self._page.head) for line in head)
        self._released = any(header is not None and header.label for header in self._headers) or any(
            line.text.partition(":")[0].casefold() in self._page.furniture.release_words for line in head
        )

    def _is_header(self, header: Header, titled: bool) -> bool:
        words = {word.strip(",").casefold() for word in header.place.split()}
        events = self._page.events
        forms = {form for word in words for form in (word, word.removesuffix("s"))}
        happens = any(form in events.nouns or form in events.verbs for form in forms)
        return not happens and is_header(header, titled, self._released)

    def _is_firm(self, index: int, header: Header) -> bool:
        """Say whether an outlet's name alone stands at the top of the page, or beside a day or an author."""
        if not is_firm_name(header.outlet, self._page.head) or self._lines[index].words != len(header.outlet.split()):
            return False
        near = [i for i in (index - 1, index + 1) if 0 <= i < len(self._lines)]
        return index == 0 or any(self._is_mark(i) or self._opens_with_day(i) for i in near)

    def _opens_with_day(self, index: int) -> bool:
        text, furniture = self._lines[index].text, self._page.furniture
        header = self._headers[index] if index < len(self._headers) else None
        opening = find_fused_day(text, furniture, below=True) or find_dateline(text, furniture)
        return opening is not None or (header is not None and header.day is not None)

    def _title_follows(self, index: int) -> bool:
        """Say whether a later line of the head may be the headline: open, no header itself and no bare name."""
        after = range(index + 1, len(self._headers))
        return any(self._found[i] is None and self._headers[i] is None and _may_be_title(self._lines[i]) for i in after)

    def _head_text(self, index: int, headline: bool, marked: bool) -> Kind:
        line = self._lines[index]
        if headline and is_name(line.text):
            return self._name_kind(index)
        if headline and marked and line.words <= _PLACE_WORDS and line.text.istitle():
            return Kind(ZoneKind.DATELINE, "place-line")
        if not headline and line.words <= _TITLE_WORDS:
            section = is_section(line, self._after(index)) and self._found[index + 1] is None
            return Kind(ZoneKind.FURNITURE, "section-label") if section else Kind(ZoneKind.HEADLINE, "first-line")
        if line.prose or not marked:
            return Kind(ZoneKind.STANDFIRST, "below-headline")
        return Kind(ZoneKind.CAPTION, "line-in-head")

    def _name_kind(self, index: int) -> Kind:
        """Take a bare name for the author, but below an appeal for the appeal's signature."""
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
            elif is_appeal(line, self._page.furniture):
                self._found[index] = Kind(ZoneKind.FURNITURE, "appeal-words")
            elif is_short(line):
                self._found[index] = Kind(ZoneKind.FURNITURE, "after-the-report")

    def _mark_inside(self, first: int) -> None:
        for index in range(first, len(self._lines)):
            line = self._lines[index]
            if self._found[index] is not None:
                continue
            if is_foreign(line.text, line.words, self._page.language, self._page.furniture):
                self._found[index] = Kind(ZoneKind.FOREIGN, "other-language")
            elif is_appeal(line, self._page.furniture):
                self._found[index] = Kind(ZoneKind.FURNITURE, "appeal-words")
            elif is_subhead(line):
                self._found[index] = Kind(ZoneKind.HEADLINE, "subhead")

    def _mark_lists(self) -> None:
        """Give title-like lines below "read also" to it, up to the next paragraph or line of another kind."""
        inside = False
        for index, line in enumerate(self._lines):
            rule, kind = self._rules[index], self._found[index]
            if rule is not None and rule.lists and kind and kind.zone is ZoneKind.FURNITURE:
                inside = not line.text.rstrip(" :>»|").partition(":")[2]
            elif inside and kind is not None and kind.rule in _DAYS:
                continue
            elif inside and is_listed(line) and (kind is None or kind.rule in _LISTABLE):
                self._found[index] = Kind(ZoneKind.FURNITURE, "related-line")
            else:
                inside = False


def _may_be_title(line: Line) -> bool:
    return _TITLE_LEAST <= line.words <= _TITLE_WORDS and not line.prose and not is_name(line.text)
