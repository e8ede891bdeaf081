"""Abbreviations that a document itself explains, in brackets or by a name whose capitals spell them."""

import re
from collections.abc import Iterator

_BRACKETED = re.compile(
    r"((?:[A-Z][\w’'-]+ (?:(?:of|for|and|the|in|de|al) )*){1,7}[A-Z]?[\w’'-]*) ?\(\s?([A-Z][A-Za-z.-]{1,9})\s?\)"
)
_REVERSED = re.compile(r"\b([A-Z]{2,8}) ?\(\s?((?:[A-Z][\w’'-]+ ?(?:(?:of|for|and|the|in) )*){2,7})\s?\)")
_NAME = re.compile(r"\b[A-Z][\w’'-]*[a-z](?: (?:(?:of|for|and|the|in|de|al) )*[A-Z][\w’'-]*[a-z])+")
# Two letters are too many names' initials.
_SHORT = re.compile(r"\b[A-Z]{3,7}\b")
_SMALL = frozenset({"of", "for", "and", "the", "in", "de", "al"})


def read_acronyms(text: str) -> dict[str, str]:
    """Give abbreviation -> full name for every "Full Name (FN)" and "FN (Full Name)" whose letters fit.

    An abbreviation that no brackets explain stands for the one name of the text whose capitals spell it, if one does.
    """
    found: dict[str, str] = {}
    for full, short in _BRACKETED.findall(text):
        fitting = _fitting(full.split(), short)
        if fitting:
            found.setdefault(short, fitting)
    for short, full in _REVERSED.findall(text):
        fitting = _fitting(full.split(), short)
        if fitting:
            found.setdefault(short, fitting)
    unexplained = set(_SHORT.findall(text)) - set(found)
    return found | (_spelled(text, unexplained) if unexplained else {})


def _spelled(text: str, unexplained: set[str]) -> dict[str, str]:
    spelling: dict[str, set[str]] = {}
    for name in _NAME.findall(text):
        for part in _endings(name.split()):
            letters = "".join(word[0] for word in part if word.lower() not in _SMALL)
            if letters in unexplained:
                spelling.setdefault(letters, set()).add(" ".join(part))
    return {short: names.pop() for short, names in spelling.items() if len(names) == 1}


def _endings(words: list[str]) -> Iterator[list[str]]:
    """Give a name and its endings: a title or the sentence's first word may stand before it."""
    yield from (words[first:] for first in range(len(words) - 2) if words[first].lower() not in _SMALL)


def _fitting(words: list[str], short: str) -> str:
    """Give the shortest tail of the words whose capitals spell the abbreviation."""
    letters = short.replace(".", "").upper()
    for first in range(len(words) - 1, -1, -1):
        tail = words[first:]
        if tail[0].lower() not in _SMALL and "".join(w[0] for w in tail if w.lower() not in _SMALL).upper() == letters:
            return " ".join(tail)
    return ""
