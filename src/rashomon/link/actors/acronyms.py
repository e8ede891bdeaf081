"""Abbreviations that a document itself explains."""

import re

_BRACKETED = re.compile(
    r"((?:[A-Z][\w’'-]+ (?:(?:of|for|and|the|in|de|al) )*){1,7}[A-Z]?[\w’'-]*) ?\(\s?([A-Z][A-Za-z.-]{1,9})\s?\)"
)
_REVERSED = re.compile(r"\b([A-Z]{2,8}) ?\(\s?((?:[A-Z][\w’'-]+ ?(?:(?:of|for|and|the|in) )*){2,7})\s?\)")
_SMALL = frozenset({"of", "for", "and", "the", "in", "de", "al"})


def read_acronyms(text: str) -> dict[str, str]:
    """Give abbreviation -> full name for every "Full Name (FN)" and "FN (Full Name)" whose letters fit."""
    found: dict[str, str] = {}
    for full, short in _BRACKETED.findall(text):
        fitting = _fitting(full.split(), short)
        if fitting:
            found.setdefault(short, fitting)
    for short, full in _REVERSED.findall(text):
        fitting = _fitting(full.split(), short)
        if fitting:
            found.setdefault(short, fitting)
    return found


def _fitting(words: list[str], short: str) -> str:
    """Give the shortest tail of the words whose capitals spell the abbreviation."""
    letters = short.replace(".", "").upper()
    for first in range(len(words) - 1, -1, -1):
        tail = words[first:]
        if tail[0].lower() not in _SMALL and "".join(w[0] for w in tail if w.lower() not in _SMALL).upper() == letters:
            return " ".join(tail)
    return ""
