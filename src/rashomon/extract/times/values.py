"""What a time expression says before it is known from which day it counts."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from rashomon.records import Grain

Side = Literal["from", "to", "before", "after"]


@dataclass(frozen=True, slots=True)
class Fixed:
    """An interval that needs no other day: "15 August 2021", "1996", "the 1980s"."""

    start: date
    end: date
    grain: Grain


@dataclass(frozen=True, slots=True)
class Yearless:
    """A month, or days of it, without the year; `first` None: the whole month. `shift`: -1 "last August"."""

    month: int
    first: int | None = None
    last: int | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class YearlessSeason:
    """A season without the year: first and last month, and the shift of "last spring" (None: none said)."""

    first: int
    last: int
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, 0 = Monday, with the shift of "next Monday" (None: none said)."""

    day: int
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Shifted:
    """A unit so many units away: "last week", "yesterday", "25 years ago", "two days later".

    Attributes:
        unit: day, week, fortnight, month, year, decade, century, hour or minute.
        amount: units, negative for the past; None if not said ("several months ago").
        narrated: counted from the time told before, not from the day of speaking.
    """

    unit: str
    amount: int | None
    narrated: bool = False


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch that ends or begins at the day of speaking: "recent days", "the past 20 years"; amount None: vague."""

    unit: str
    amount: int | None
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """So many units before or after another time: "days before the 9/11 attacks"; amount None: vague."""

    unit: str
    amount: int | None
    after: bool
    anchor: "Value"


@dataclass(frozen=True, slots=True)
class Part:
    """The first, middle or last third of another time: "early 2021"."""

    third: str
    whole: "Value"


@dataclass(frozen=True, slots=True)
class Between:
    """From one time to another, both included."""

    first: "Value"
    last: "Value"


@dataclass(frozen=True, slots=True)
class Bounded:
    """A time with one side open: "since 2019", "until Friday"."""

    side: Side
    value: "Value"


@dataclass(frozen=True, slots=True)
class Length:
    """A duration; no point is made of it."""

    unit: str
    amount: float | None


@dataclass(frozen=True, slots=True)
class Clocked:
    """A part of a day or a time of day: "Friday morning", "6 a.m."; `alone`: the words tell no day."""

    day: "Value"
    code: str
    alone: bool = False


@dataclass(frozen=True, slots=True)
class ThatUnit:
    """The day, month or year that the text is at: "by the end of the year"."""

    unit: str


@dataclass(frozen=True, slots=True)
class Aside:
    """So many units from what the sentence dates to what its other clause tells: "two days after the town fell"."""

    unit: str
    amount: int


@dataclass(frozen=True, slots=True)
class Then:
    """The time told before: "since then"."""


@dataclass(frozen=True, slots=True)
class Slice:
    """A half or a quarter of a year: "the second half of 2012", "the first quarter" (the year not said: None)."""

    number: int
    count: int
    year: int | None


@dataclass(frozen=True, slots=True)
class Unplaced:
    """What has a writing but no days: "now", "every week", years before our era."""

    written: str


Value = (
    Fixed | Yearless | YearlessSeason | Weekday | Shifted | Window | Beside | Part | Between | Bounded | Length
    | Clocked | ThatUnit | Aside | Then | Slice | Unplaced
)  # fmt: skip


def tells_day(value: Value) -> bool:
    """Say whether a value dates what happens: no length, no "now" or "every week", no bare time of day."""
    if isinstance(value, Between):
        return tells_day(value.last)
    return not isinstance(value, Length | Unplaced) and not (isinstance(value, Clocked) and value.alone)


@dataclass(frozen=True, slots=True)
class Match:
    """A value and the index one past its last token."""

    end: int
    value: Value


def is_brief(value: Value) -> bool:
    """Say whether a value tells a distance within a day ("hours later"): it needs a day told before."""
    return isinstance(value, Shifted) and value.unit in {"hour", "minute", "second"}


def is_then(value: Value) -> bool:
    """Say whether a value only points back ("since then"), which the guidelines of TIMEX leave unmarked."""
    return isinstance(value, Bounded) and isinstance(value.value, Then)
