"""Reads tables/muc4.yaml: how MUC-4's coders wrote what a report tells."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_LISTS = (
    *(
        "fire",
        "damaging",
        "shooting",
        "trying",
        "threatening",
        "explosive",
        "air",
        "armed",
        "organised",
        "alleged",
        "blown",
        "vague",
        "crowds",
        "authorities",
    ),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One filler of a set: one of `words` stands in the phrase, and its head is one of `heads` where those are told."""

    words: frozenset[str]
    heads: frozenset[str]
    filler: str

    def takes(self, words: frozenset[str], heads: frozenset[str]) -> bool:
        """Say whether a phrase of such lemmas, with one of such heads, is meant."""
        return bool(self.words & words) and (not self.heads or bool(heads & self.heads))


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables; see the file for what each holds."""

    incidents: Mapping[str, str]
    harms: Mapping[str, tuple[str, str]]
    countries: Mapping[str, str]
    fire: frozenset[str]
    damaging: frozenset[str]
    shooting: frozenset[str]
    trying: frozenset[str]
    threatening: frozenset[str]
    explosive: frozenset[str]
    air: frozenset[str]
    armed: frozenset[str]
    organised: frozenset[str]
    alleged: frozenset[str]
    blown: frozenset[str]
    vague: frozenset[str]
    crowds: frozenset[str]
    authorities: frozenset[str]
    instruments: tuple[Row, ...]
    things: tuple[Row, ...]
    people: tuple[Row, ...]


@cache
def read_tables() -> Tables:
    """Read the file."""
    content = yaml.safe_load((files("rashomon.evaluation") / "tables" / "muc4.yaml").read_text(encoding="utf-8"))
    return Tables(
        incidents=content["incidents"],
        harms={name: (people, things) for name, (people, things) in content["harms"].items()},
        countries=content["countries"],
        **{name: frozenset(content[name]) for name in _LISTS},
        instruments=_rows(content["instruments"]),
        things=_rows(content["things"]),
        people=_rows(content["people"]),
    )


def _rows(rows: Iterable[Any]) -> tuple[Row, ...]:
    return tuple(_row(frozenset(words), heads, filler) for words, heads, filler in rows)


def _row(words: frozenset[str], heads: str, filler: str) -> Row:
    """Make a row; heads "head" stands for: the head is one of the words."""
    return Row(words, words if heads == "head" else frozenset(heads.split()), filler)


def find_filler(rows: Iterable[Row], words: frozenset[str], heads: frozenset[str]) -> str:
    """Give the filler of the first row that takes a phrase, or ""."""
    return next((row.filler for row in rows if row.takes(words, heads)), "")
