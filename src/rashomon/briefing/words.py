"""Turns values into words: days, figures, voices, places. Says only what the record holds."""

from collections.abc import Iterable
from datetime import date, timedelta

from rashomon.lexicon.phrases import Phrases
from rashomon.records import ActorRef, ClaimRow, Factuality, Grain, Naming, PlaceRef, TimeSpan
from rashomon.records.privacy import said_name, shown_name

DENIALS = frozenset({Factuality.NOT_CERTAIN, Factuality.NOT_PROBABLE, Factuality.NOT_POSSIBLE})
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def say_day(day: date) -> str:
    """Write a day as "20 Aug 2021"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def say_time(time: TimeSpan | None, phrases: Phrases) -> str:
    """Write an interval by its grain, or that it is unknown."""
    if time is None or not time.resolved:
        return phrases.say("no_time")
    last = None if time.end is None else time.end - timedelta(days=1)
    if time.start is not None and last is not None and time.grain is Grain.YEAR:
        return str(time.start.year)
    if time.start is not None and last is not None and time.grain is Grain.MONTH:
        return f"{_MONTHS[time.start.month - 1]} {time.start.year}"
    days = [say_day(day) for day in (time.start, last) if day is not None]
    return days[0] if len(set(days)) == 1 else f"{days[0]} – {days[1]}"


def say_number(value: float) -> str:
    """Write a number without a needless fraction."""
    return f"{int(value):,}" if value == int(value) else f"{value:,}"


def say_range(low: float | None, high: float | None, phrases: Phrases) -> str:
    """Write the bounds of a figure."""
    if low is not None and high is not None:
        return say_number(low) if low == high else phrases.say("between", low=say_number(low), high=say_number(high))
    if low is not None:
        return phrases.say("at_least", low=say_number(low))
    return "?" if high is None else phrases.say("up_to", high=say_number(high))


def say_place(place: PlaceRef) -> str:
    """Write a place with the divisions that hold it, each once."""
    parts: list[str] = []
    for part in (place.name, place.adm2, place.adm1):
        if part and part not in parts:
            parts.append(part)
    return ", ".join(parts)


def say_actor(actor: ActorRef | None, phrases: Phrases, names: bool) -> str:
    """Write an actor, a private person by role."""
    return phrases.say("nobody") if actor is None else shown_name(actor, names)


def say_voice(row: ClaimRow, phrases: Phrases, names: bool) -> str:
    """Write a claim's voice chain from the innermost voice to the outlet."""
    inner = [link for link in row.voice if link.naming is not Naming.OUTLET]
    if not inner:
        return phrases.say("itself", outlet=row.outlet_name)
    chain = ", ".join(dict.fromkeys(said_name(link, names) for link in reversed(inner)))
    return phrases.say("via", voice=chain, outlet=row.outlet_name)


def say_report(row: ClaimRow, phrases: Phrases) -> str:
    """Write which report a sentence stands in: the outlet, and the day if it is known."""
    if row.published is None:
        return row.outlet_name
    return phrases.say("report_of", outlet=row.outlet_name, published=say_day(row.published))


def join(parts: Iterable[str], phrases: Phrases) -> str:
    """Join distinct parts in order."""
    return phrases.phrases["and"].join(dict.fromkeys(parts))
