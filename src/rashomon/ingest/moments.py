"""Knows how a page prints a time of day, and whether words say anything but a day, its time and its labels."""

import re

from rashomon.ingest.days import FoundDay
from rashomon.lexicon.furniture import Furniture

# "14:30", "2.30 pm", "T14:30:05.120+03:00", "14:30 UTC+3".
CLOCK = re.compile(
    r"\bT?(?:[01]?\d|2[0-4])(?:[:.h][0-5]\d(?::[0-5]\d(?:\.\d+)?)?|\s?[ap]\.?m\b\.?)(?:\s?[ap]\.?m\b\.?)?"
    r"(?:\s?Z\b|\s?(?:UTC|GMT)?\s?[+-]\d{1,2}(?::?\d{2})?\b)?",
    re.I,
)
_TOKEN = re.compile(r"[^\W\d_](?:[\w.’'-]*\w)?|\d+(?:[:.h]\d+)*")


def is_more_than_a_day(text: str, furniture: Furniture, day: FoundDay | None) -> bool:
    """Say whether words are left once a day, times and the words around them are taken away.

    Args:
        text: the words.
        furniture: the page language.
        day: a day found in them, or None.
    """
    if day is not None:
        text = text.replace(day.text, " ", 1)
    text = CLOCK.sub(" ", furniture.day.sub(" ", text))
    text = furniture.relative_day.sub(" ", text).lower()
    said = furniture.published_words | furniture.updated_words | furniture.release_words
    for phrase in sorted(said, key=len, reverse=True):
        text = re.sub(rf"\b{re.escape(phrase)}\b", " ", text)
    small = furniture.zones_of_day | furniture.weekdays.keys() | {"at"}
    return any(word not in small for word in _TOKEN.findall(text))
