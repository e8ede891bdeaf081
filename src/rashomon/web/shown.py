"""Values in words for people: days, numbers, places, voices. Used by templates as filters."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from rashomon.records import (
    Actor,
    ClaimRow,
    Factuality,
    Grain,
    Judgement,
    Naming,
    PlaceKind,
    PlaceRef,
    TimeSpan,
    VoiceRef,
)
from rashomon.records.privacy import PRIVATE_PERSON, shown_name

# UCDP GED's scale of precision.
PRECISION: Mapping[int, str] = {
    1: "exact place",
    2: "near a place",
    3: "district",
    4: "province",
    5: "region or line",
    6: "country",
    7: "sea or air",
}
SURE: Mapping[Factuality, str] = {
    Factuality.CERTAIN: "says it is so",
    Factuality.PROBABLE: "says it is probably so",
    Factuality.POSSIBLE: "says it may be so",
    Factuality.NOT_CERTAIN: "says it is not so",
    Factuality.NOT_PROBABLE: "says it is probably not so",
    Factuality.NOT_POSSIBLE: "says it may not be so",
    Factuality.UNKNOWN: "does not say whether it is so",
}
# What people call the kinds and namings that records write in one word.
PLACE_KINDS: Mapping[PlaceKind, str] = {
    PlaceKind.ADM1: "province",
    PlaceKind.ADM2: "district",
    PlaceKind.NATURAL: "valley, river or mountain",
    PlaceKind.UNKNOWN: "kind not known",
}
NAMINGS: Mapping[Naming, str] = {
    Naming.NAMED: "by named voices",
    Naming.ROLE: "by roles",
    Naming.GROUP: "by groups",
    Naming.ANONYMOUS: "by unnamed voices",
    Naming.DOCUMENT: "by documents",
    Naming.SOCIAL: "by social media",
    Naming.OTHER_OUTLET: "by other outlets",
    Naming.OUTLET: "in its own voice",
}
STATUS: Mapping[str, str] = {
    "corroborated": "Corroborated",
    "claimed": "Claimed",
    "conceded": "Conceded",
    "contested": "Contested",
    "denied": "Denied",
    "unverified-noted": "Unverified",
}


def filters(names: bool) -> dict[str, Callable[..., Any]]:
    """Give the filters of all templates; with `names` private persons are shown by name."""
    return {
        "day": day_words,
        "when": time_words,
        "interval": iso_interval_words,
        "where": place_words,
        "number": number_words,
        "range": range_words,
        "who": lambda ref: shown_name(ref, names) or "somebody",
        "whos": lambda refs: _joined(shown_name(ref, names) for ref in refs),
        "actorname": lambda actor: actor_name(actor, names),
        "precision": lambda value: PRECISION.get(value, "not known"),
        "placekind": lambda kind: PLACE_KINDS.get(kind, kind.value),
        "naming": lambda value: NAMINGS[Naming(value)],
        "told": told_together,
        "decided": decided_together,
        "sure": lambda value: SURE[Factuality(value)],
        "status": lambda value: STATUS.get(str(value), str(value)),
        "short": lambda ident: ident[:12],
        "speaker": lambda chain: speaker_words(chain, names),
        "plural": lambda count, word, more=None: f"{count:,} {word if count == 1 else more or word + 's'}",
        "moment": moment_words,
    }


def told_together(rows: Iterable[ClaimRow]) -> list[tuple[ClaimRow, ...]]:
    """Put claims of one sentence by one voice together, in the order in which the first of each comes."""
    found: dict[tuple[str, ...], list[ClaimRow]] = {}
    for row in rows:
        key = (row.document, str(row.sentence_index), *(voice.id for voice in row.voice))
        found.setdefault(key, []).append(row)
    return [tuple(same) for same in found.values()]


def decided_together(history: Iterable[Judgement]) -> list[tuple[Judgement, ...]]:
    """Put judgements together that one decision made: an incident's correction is one of each of its claims."""
    found: dict[tuple[str | None, ...], list[Judgement]] = {}
    for one in history:
        found.setdefault((one.made, one.by, one.verdict, one.withdrawn), []).append(one)
    return [tuple(same) for same in found.values()]


def day_words(day: date | str | None) -> str:
    """Give a day as 7 Mar 2026."""
    if not day:
        return ""
    at = date.fromisoformat(day) if isinstance(day, str) else day
    return f"{at.day} {at:%b %Y}"


def moment_words(moment: str | None) -> str:
    """Give an ISO time as 7 Mar 2026, 14:05 UTC."""
    return f"{day_words(moment[:10])}, {moment[11:16]} UTC" if moment else ""


def time_words(time: TimeSpan | None) -> str:
    """Give an interval: a day, a month, a year, or first and last day; printed words where it is not understood."""
    if time is None:
        return ""
    if not time.resolved:
        return f"“{time.text}”"
    return interval_words(time.start, time.last_day, time.grain)


def interval_words(start: date | None, last: date | None, grain: Grain | None = None) -> str:
    """Give first and last day in the fewest words."""
    if start is None or last is None:
        return f"until {day_words(last)}" if start is None else f"from {day_words(start)}"
    if start == last:
        return day_words(start)
    if grain is Grain.YEAR or (start.timetuple().tm_yday == 1 and last == date(start.year, 12, 31)):
        return str(start.year)
    if start.day == 1 and (last + timedelta(days=1)).day == 1 and start.month == last.month:
        return f"{start:%b %Y}"
    if (start.year, start.month) == (last.year, last.month):
        return f"{start.day}–{day_words(last)}"
    return f"{start.day} {start:%b}{'' if start.year == last.year else f' {start.year}'} – {day_words(last)}"


def iso_interval_words(start: str | None, end: str | None) -> str:
    """Give a half-open interval of ISO days in words; "no day told" where both ends are open."""
    if start is None and end is None:
        return "no day told"
    last = None if end is None else date.fromisoformat(end) - timedelta(days=1)
    return interval_words(None if start is None else date.fromisoformat(start), last)


def place_words(place: PlaceRef | None) -> str:
    """Give a place with its province and country."""
    if place is None:
        return ""
    parts = (place.name, place.adm1, place.country)
    return ", ".join(dict.fromkeys(part for part in parts if part))


def number_words(value: float | None) -> str:
    """Give a number with thousands marked."""
    return "" if value is None else f"{value:,.12g}"


def range_words(low: float | None, high: float | None) -> str:
    """Give a range of numbers."""
    if low is None and high is None:
        return "no number"
    if low == high:
        return number_words(low)
    if high is None:
        return f"at least {number_words(low)}"
    return f"up to {number_words(high)}" if low is None else f"{number_words(low)}–{number_words(high)}"


def actor_name(actor: Actor, names: bool) -> str:
    """Give an actor's name, or the role of a private person."""
    return (actor.description or PRIVATE_PERSON) if actor.private and not names else actor.name


def speaker_words(chain: Iterable[VoiceRef], names: bool) -> str:
    """Give who speaks and who passes it on: "local leaders, in Courier"."""
    outlet, *inner = tuple(chain)
    if not inner:
        return f"{outlet.name} itself"
    told = " via ".join(shown_name(voice, names) for voice in reversed(inner))
    return f"{told}, in {outlet.name}"


def _joined(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(name for name in names if name))


# Marks that turn the direction of the text around them: shown as what they are, never obeyed. One for one, so that
# offsets hold. Other control characters go the same way.
_TURNED = dict.fromkeys(
    [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, *range(8), 0x0B, *range(14, 32)], "�"
)


def harmless(value: Any) -> Any:
    """Give what a template prints with its invisible marks made visible."""
    return value.translate(_TURNED) if type(value) is str else value
