"""Reads a line of a page's head that is made of nothing but an outlet, a place, a day or month, and labels.

"ATLAS PRESS | 14 Jan 2023", "The Ridge Quarterly, February 2024", "For immediate release - 22 December 2023". A line
with anything else in it is none: a headline or a sentence is never taken for an outlet.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from rashomon.ingest.alone import HeadTables, Kind
from rashomon.ingest.days import FoundDay, find_days
from rashomon.ingest.lines import Line
from rashomon.ingest.moments import CLOCK
from rashomon.lexicon.furniture import Furniture
from rashomon.lexicon.mastheads import Mastheads

# The rule of a line that is one.
HEADER = "header"
_MOST_WORDS = 18
_NAME_WORDS = 7
_PLACE_WORDS = 4
_PLACES = 2
# "Example Front, Information Office": a body and which part of it writes.
_BODIES = 2
_NUMBER = re.compile(r"\b(?:vol(?:ume)?|no|nr|issue|edition)\b\.? ?\d+", re.I)
_SPLIT = re.compile(r"\s*[|·•–—,;:/()\[\]]+\s*|(?:^|\s)-+(?=\s|$)")
_CAPITALISED = re.compile(r"[A-ZÀ-Þ][\w.’'&-]*$")
_VERBAL = re.compile(r"\w{2}(?:(?<![su’'i])s|ed|ing)$")
_VERB_FORM = re.compile(r"(?<=\w{2})(?:e?s|e?d|ing)$")
_LEAD_AND_NAME = re.compile(
    r"(?P<lead>[^\W\d_][\w é-]{4,30}?) (?:by|of|from|issued by) (?:the )?(?P<name>[A-ZÀ-Þ].*)$", re.I
)


@dataclass(frozen=True, slots=True)
class Header:
    """What a line of the head states.

    Attributes:
        outlet: the outlet's name as printed, or "".
        sure: whether the name's own words say that it is one.
        body: name of a body, which publishes only on a page that calls itself a statement, or "".
        place: place as printed, or "".
        day: the day, or None.
        month: month and year where no day is stated ("February 2024"), or "".
        label: whether the line calls the page a statement or a release.
        updated: whether the day is that of an update.
    """

    outlet: str = ""
    sure: bool = False
    body: str = ""
    place: str = ""
    day: FoundDay | None = None
    month: str = ""
    label: bool = False
    updated: bool = False


def read_header(text: str, tables: HeadTables) -> Header | None:
    """Read a line of a page's head.

    Args:
        text: the line with single spaces.
        tables: words and register.

    Returns:
        What it states; None if anything in it is not understood, or if it names two outlets.
    """
    if len(text.split()) > _MOST_WORDS or text[-1] in ".!?…":
        return None
    day = next(find_days(text, tables.furniture), None)
    month = tables.furniture.month_year.search(text) if day is None else None
    rest = text if day is None else f"{text[: day.start]}|{text[day.end :]}"
    rest = rest if month is None else f"{rest[: month.start()]}|{rest[month.end() :]}"
    rest = _NUMBER.sub("|", CLOCK.sub("|", tables.furniture.relative_day.sub("|", rest)))
    parts = [part for part in (raw.strip(" .*#_") for raw in _SPLIT.split(rest)) if part]
    return _sort_parts(parts, day, month[0] if month else "", tables)


def find_headers(lines: Iterable[Line], kinds: Iterable[Kind], tables: HeadTables) -> Iterator[Header]:
    """Give what the header lines of a page state, in order."""
    for line, kind in zip(lines, kinds, strict=True):
        header = read_header(line.text, tables) if kind.rule == HEADER else None
        if header is not None:
            yield header


def is_header(header: Header, titled: bool, released: bool) -> bool:
    """Say whether a line that can be read as a header is one where it stands.

    Args:
        header: what it states.
        titled: whether another line is or may be the headline.
        released: whether the page calls itself a statement or a release.
    """
    dated = header.day is not None or bool(header.month)
    if header.outlet:
        return dated or header.label or (titled and (header.sure or released))
    if header.body:
        return titled and (header.label or released)
    return titled and dated


def read_issuer(text: str, mastheads: Mastheads) -> str:
    """Give the body that a title says a statement is by: "Statement by the Ministry of Defence", or ""."""
    found = _LEAD_AND_NAME.match(text.strip(" .:"))
    if found is None or found["lead"].casefold() not in mastheads.statements:
        return ""
    return found["name"] if is_body_name(found["name"], mastheads) else ""


def is_outlet_name(text: str, mastheads: Mastheads, weak: bool = False) -> bool:
    """Say whether words look like an outlet's name: capitalised, no verb, closed or opened by a word of such names.

    Args:
        text: the words.
        mastheads: the words of such names.
        weak: whether something beside the words speaks for it, so that weaker words count.
    """
    words = text.replace("’", "'").split()
    if not 2 <= len(words) <= _NAME_WORDS or not _is_title_case(words, mastheads) or _is_headline(words, mastheads):
        return False
    lows = [word.casefold() for word in words]
    if is_nameless_author(text, mastheads):
        return False
    if lows[0] in mastheads.first_words or not mastheads.last_words.isdisjoint(lows[-2:]):
        return lows[-1] in mastheads.last_words | mastheads.weak_words or lows[0] in mastheads.first_words
    return lows[-1] in mastheads.weak_words and (weak or lows[0] == "the")


def is_nameless_author(text: str, mastheads: Mastheads) -> bool:
    """Say whether words are an author without a name: "Staff Reporter", "Our Own Correspondent"."""
    words = text.casefold().split()
    return len(words) > 1 and words[0] in mastheads.author_words and words[-1] in mastheads.author_last


def is_firm_name(text: str, tables: HeadTables) -> bool:
    """Say whether words name an outlet where they stand at the top of a page, or beside its day or its author.

    "Lakeside Monitor" does; "Jane Post" may be an author, "Field Report" a title, "Conflict Monitor" a section.
    """
    *names, last = text.casefold().split() or [""]
    labels = tables.furniture.labels | tables.mastheads.joins | tables.mastheads.last_words
    own = any(name not in labels for name in names)
    return own and last in tables.mastheads.firm_words and is_outlet_name(text, tables.mastheads, weak=True)


def is_body_name(text: str, mastheads: Mastheads) -> bool:
    """Say whether words look like the name of a ministry, a force or an organisation."""
    words = text.replace("’", "'").split()
    if not 2 <= len(words) <= _NAME_WORDS + 2 or not _is_title_case(words, mastheads) or _has_verb(words, mastheads):
        return False
    lows = [word.casefold() for word in words if word.casefold() != "the"]
    inner = {low for low, after in pairwise(lows) if after in mastheads.joins}
    return not mastheads.body_words.isdisjoint({lows[0], lows[-1], *inner})


def _sort_parts(parts: list[str], day: FoundDay | None, month: str, tables: HeadTables) -> Header | None:
    outlets: list[str] = []
    bodies: list[str] = []
    places: list[str] = []
    label = updated = False
    furniture, mastheads = tables.furniture, tables.mastheads
    for part in parts:
        low = part.casefold()
        if low in furniture.updated_words:
            updated = True
        elif low in furniture.release_words:
            label = True
        elif _is_small(low, furniture) or is_nameless_author(part, mastheads):
            continue
        elif _publishes(part, tables, dated=day is not None):
            outlets.append(part)
        elif is_body_name(part, mastheads):
            bodies.append(part)
        elif _is_place(part):
            places.append(part)
        else:
            return None
    if len(outlets) > 1 or len(bodies) > _BODIES or len(places) > _PLACES:
        return None
    outlet = outlets[0] if outlets else ""
    sure = _is_registered(outlet, tables) or is_outlet_name(outlet, mastheads)
    return Header(outlet, sure, ", ".join(bodies[:1]), ", ".join(places), day, month, label, updated)


def _publishes(part: str, tables: HeadTables, dated: bool) -> bool:
    if _is_registered(part, tables) or is_outlet_name(part, tables.mastheads, weak=True):
        return True
    return dated and _is_cause_name(part, tables.mastheads)


def _is_cause_name(part: str, mastheads: Mastheads) -> bool:
    """Say whether words are a name that tells what its bearers want: "Witness for Justice"."""
    words = part.replace("’", "'").split()
    lows = [word.casefold() for word in words]
    capitals = all(word[0].isupper() or low in mastheads.causes for word, low in zip(words, lows, strict=True))
    inner = not mastheads.causes.isdisjoint(lows[1:-1])
    return capitals and inner and len(words) <= _NAME_WORDS and not _has_verb(words, mastheads)


def _is_small(low: str, furniture: Furniture) -> bool:
    """Say whether a part is made of words of the calendar and the clock, or says that a day is one of publication."""
    small = furniture.zones_of_day | furniture.weekdays.keys() | {"at"}
    return low in furniture.published_words or all(word in small for word in low.split())


def _is_registered(part: str, tables: HeadTables) -> bool:
    return tables.register.masthead(part) is not None


def _is_title_case(words: list[str], mastheads: Mastheads) -> bool:
    return all(_CAPITALISED.match(word) or word.casefold() in mastheads.joins for word in words) and (
        words[0][0].isupper() and words[-1].casefold() not in mastheads.joins
    )


def _has_verb(words: list[str], mastheads: Mastheads) -> bool:
    lows = [word.casefold() for word in words]
    forms = {form for low in lows for stem in (_VERB_FORM.sub("", low),) for form in (low, stem, stem + "e")}
    return not mastheads.verbs.isdisjoint(forms)


def _is_headline(words: list[str], mastheads: Mastheads) -> bool:
    """Say whether a word before the last looks like a verb or a plural subject."""
    lows = (word.casefold() for word in words[:-1])
    known = mastheads.plain_words | mastheads.last_words | mastheads.weak_words | mastheads.body_words
    return any(low not in known and (_VERBAL.search(low) or low in mastheads.verbs) for low in lows)


def _is_place(part: str) -> bool:
    words = part.split()
    return len(words) <= _PLACE_WORDS and all(_CAPITALISED.match(word) for word in words)
