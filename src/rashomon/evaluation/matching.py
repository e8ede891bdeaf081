"""When something found is the same as something in hand-made gold: words, voices, events, places."""

import re
from collections.abc import Sequence
from math import asin, cos, radians, sin, sqrt
from typing import Any

from rashomon.records import ActorRef, ClaimKind, ClaimRow, Document, Place, Reading, Voice

_EARTH_RADIUS_KM = 6371.0
_WORD = re.compile(r"\w+")
_UNNAMED = "unnamed"


def words_of(text: str) -> list[str]:
    """Give the words of a text in lower case, curly apostrophes made straight."""
    return _WORD.findall(text.replace("’", "'").lower())


def half_shared(one: str, other: str) -> bool:
    """Say whether at least half of the shorter text's words lie in the other."""
    mine, theirs = words_of(one), words_of(other)
    short, long = (mine, theirs) if len(mine) <= len(theirs) else (theirs, mine)
    rest = list(long)
    shared = 0
    for word in short:
        if word in rest:
            rest.remove(word)
            shared += 1
    return bool(short) and 2 * shared >= len(short)


def voice_words(reading: Reading) -> tuple[Voice, ...]:
    """Give the voices that say something: all but the outlet's own, and those that were asked and did not speak."""
    return tuple(voice for voice in reading.voices if voice.via is not None and voice.contents)


def voice_matches(reading: Reading, voice: Voice, item: dict[str, Any]) -> bool:
    """Say whether a voice is a gold attribution: its words and its name are."""
    text = " ".join(reading.document.text[start:end] for start, end in voice.contents)
    pieces = [reading.document.text[start:end] for start, end in voice.contents]
    told = any(half_shared(piece, item["content"]) for piece in [text, *pieces])
    return told and _named(voice_names(reading, voice), item["voice"])


def is_unlisted(reading: Reading, voice: Voice, items: Sequence[dict[str, Any]]) -> bool:
    """Say whether gold is silent on a voice: it stands inside a listed attribution's words, or passes one on.

    Gold lists one voice for one stretch of words, not the whole chain.
    """
    listed = {v.id for v in voice_words(reading) if any(voice_matches(reading, v, item) for item in items)}
    passes = {v.via for v in voice_words(reading) if v.id in listed}
    return voice.via in listed or voice.id in passes


def voice_names(reading: Reading, voice: Voice) -> tuple[str, ...]:
    """Give everything a voice is called: its words, its chain's name and roles, its actor's names."""
    if voice.source is None:
        return (_UNNAMED, voice.text, voice.cue)
    mention = next(m for m in reading.mentions if m.id == voice.source)
    link = next((link for link in reading.links if link.mention == mention.id), None)
    actor = next((a for a in reading.actors if link is not None and a.id == link.target), None)
    return (voice.text, mention.name, *mention.roles, *(() if actor is None else (actor.name, *actor.names)))


def _named(names: Sequence[str], accepted: Sequence[str]) -> bool:
    return any(
        f" {' '.join(words_of(want))} " in f" {' '.join(words_of(name))} " for name in names for want in accepted
    )


def event_found(reading: Reading, rows: Sequence[ClaimRow], item: dict[str, Any]) -> tuple[ClaimRow, ...]:
    """Give the event claims that tell a gold event: their trigger lies in its words, their category is accepted."""
    start = _find(reading.document.text, item["anchor"])
    end = start + len(item["anchor"])
    triggers = {event.id: (event.start, event.end) for event in reading.events}
    return tuple(
        row
        for row in rows
        if row.kind is ClaimKind.EVENT
        and start <= triggers[row.item][0] < end
        and (row.plover or "").partition(".")[0] in item["types"]
    )


def event_slots(row: ClaimRow, item: dict[str, Any]) -> dict[str, bool]:
    """Say for every slot that gold fills whether a claim fills it the same way."""
    slots: dict[str, bool] = {
        "date": _same_days(row, item["date"]),
        "factuality": row.factuality.value in item["factuality"],
    }
    if item["acled"] is not None:
        slots["acled"] = row.acled in item["acled"]
    for name, refs in (("agent", row.agents), ("patient", row.patients)):
        if item[name]:
            slots[name] = _named(_actor_names(refs), item[name])
    if item["place"] is not None:
        slots["place"] = row.place is not None and _named(
            [row.place.name, row.place.text, row.place.adm1 or "", row.place.adm2 or ""], item["place"]
        )
    for measure, bounds in item["figures"].items():
        slots[f"figure {measure}"] = any(f.measure == measure and [f.low, f.high] == bounds for f in row.figures)
    inner = row.voice[-1]
    slots["voice"] = (
        _named([inner.name, inner.text, _UNNAMED if not inner.text else ""], item["voice"])
        if item["voice"]
        else inner.naming.value == "outlet" or len(row.voice) == 1
    )
    return slots


def _actor_names(refs: Sequence[ActorRef]) -> list[str]:
    return [name for ref in refs for name in (ref.name, ref.text)]


def _same_days(row: ClaimRow, days: list[str] | None) -> bool:
    """Inclusive days in gold; a claim is right if its interval lies in them, unknown is right only as unknown."""
    resolved = row.time is not None and row.time.resolved
    if days is None:
        return not resolved
    if row.time is None or row.time.start is None or row.time.last_day is None:
        return False
    return days[0] <= row.time.start.isoformat() and row.time.last_day.isoformat() <= days[1]


def place_found(reading: Reading, item: dict[str, Any]) -> bool:
    """Say whether a mention of a place is linked to where gold has it."""
    places = {place.id: place for place in reading.places}
    mentions = {mention.id: mention for mention in reading.mentions}
    for link in reading.links:
        mention = mentions[link.mention]
        place = places.get(link.target or "")
        if place is not None and words_of(item["mention"]) == words_of(mention.text) and _is_there(place, item):
            return True
    return False


def _is_there(place: Place, item: dict[str, Any]) -> bool:
    if place.lat is None or place.lon is None:
        return False
    if distance_km(place.lat, place.lon, item["lat"], item["lon"]) > item["km"]:
        return False
    if "country" in item and place.country != item["country"]:
        return False
    return "adm1" not in item or words_of(item["adm1"])[0] in words_of(f"{place.adm1 or ''} {place.name}")


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Give the great-circle distance of two points in degrees (haversine formula, Sinnott 1984)."""
    north, east = radians(other_lat - lat) / 2, radians(other_lon - lon) / 2
    chord = sin(north) ** 2 + cos(radians(lat)) * cos(radians(other_lat)) * sin(east) ** 2
    return 2 * _EARTH_RADIUS_KM * asin(sqrt(chord))


def is_furniture(document: Document, line: str) -> bool:
    """Say whether no part of a line, wherever it is printed, is read."""
    found = [hit.span() for hit in re.finditer(_spaced(line), document.text)]
    return bool(found) and not any(
        zone.read and zone.start < end and start < zone.end for start, end in found for zone in document.zones
    )


def _find(text: str, words: str) -> int:
    """Find words in a text, any white space between them."""
    hit = re.search(_spaced(words), text)
    return -1 if hit is None else hit.start()


def _spaced(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split()))
