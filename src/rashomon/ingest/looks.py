"""What a line looks like: a name, a label, a masthead, an appeal, a title. Where it stands is the caller's question."""

import re

from rashomon.ingest.lines import Line
from rashomon.lexicon.furniture import Furniture
from rashomon.lexicon.outlets import Outlets

_PARTICLE = "al|de|van|von|bin|el|der|da|di|le|la|ul|ben"
_NAME = re.compile(rf"[A-ZÀ-Þ][\w.’'`-]*(?: (?:(?:{_PARTICLE})[ -])?[A-ZÀ-Þ][\w.’'`-]*){{1,3}}$")
# "Jane Example in Bamako and agencies".
_WHERE = re.compile(r" in [A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?(?:,? and agencies)?$|,? and agencies$")
_LABEL_SPLIT = re.compile(r"[^\w&]+|(?<=\W)&")
_MASTHEAD_WORDS = 8
_NAME_AND_PLACE = 5
_LABEL_WORDS = 10
_APPEAL_WORDS = 60
_SECTION_WORDS = 2
_TITLE_WORDS_CLOSED = 14
_SHORT_WORDS = 12


def is_name(text: str) -> bool:
    """Say whether a line is nothing but what looks like a person's name, or like two persons' and where they are."""
    text = _WHERE.sub("", text)
    one, two, other = text.partition(" and ")
    if two:
        return is_name(one) and is_name(other.partition(",")[0]) and len(other.split()) <= _NAME_AND_PLACE
    return len(text) <= 48 and text[-1] != "." and _NAME.match(text) is not None and not text.isupper()


def is_label(line: Line, furniture: Furniture) -> bool:
    """Say whether a line is a section label or a breadcrumb: nothing but the words of such."""
    if line.words > _LABEL_WORDS:
        return False
    words = [word.lower() for word in _LABEL_SPLIT.split(line.text) if word]
    return bool(words) and all(word in furniture.labels or word in furniture.label_joins for word in words)


def is_masthead(line: Line, register: Outlets) -> bool:
    """Say whether a line names a registered outlet alone; "The Example:" opens its words instead."""
    return line.words <= _MASTHEAD_WORDS and line.text[-1] != ":" and register.masthead(line.text) is not None


def is_appeal(line: Line, furniture: Furniture) -> bool:
    """Say whether a line speaks to the reader about the page, and of nothing that happened."""
    if line.words > _APPEAL_WORDS or line.text[0] in '“"‘':
        return False
    words = {word.strip(".,!?:;’'()").lower() for word in line.text.split()}
    if words & furniture.appeal_vetoes or not words & furniture.appeal_speakers:
        return False
    return len(words & furniture.appeal_words) >= 2


def is_title(line: Line, after: Line | None) -> bool:
    """Say whether a closed first line is rather a headline: short, apart, and before a longer paragraph."""
    longer = after is not None and after.apart and after.words > line.words
    return line.words <= _TITLE_WORDS_CLOSED and longer


def is_section(line: Line, after: Line | None) -> bool:
    """Say whether one or two words before a longer line that is no sentence are rather the name of a section."""
    named = line.words <= _SECTION_WORDS and not line.closed
    return named and after is not None and after.words > _SECTION_WORDS and not after.prose


def is_short(line: Line) -> bool:
    """Say whether a line is short and no sentence, and opens nothing that follows."""
    return line.words <= _SHORT_WORDS and not line.closed and line.text[-1] not in ":,;"


def is_subhead(line: Line) -> bool:
    """Say whether a line between paragraphs looks like a heading."""
    return is_short(line) and line.apart and line.text[0].isupper()


def is_listed(line: Line) -> bool:
    """Say whether a line looks like the title of another page: no sentence, or a question in a row of titles."""
    asks = line.text.endswith("?") and not line.apart and line.words <= _TITLE_WORDS_CLOSED
    return asks or not (line.prose or line.closed)
