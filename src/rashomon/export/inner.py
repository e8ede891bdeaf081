"""The objects inside those of docs/format.md: voices, actors, places, times, figures; and what is shown of people."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from rashomon.records import ActorRef, Figure, FigureRange, PlaceRef, TimeSpan, VoiceFigure, VoiceRef
from rashomon.records.privacy import shown_name

Shape = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Show:
    """What of private persons is shown.

    Attributes:
        names: whether names stand as printed in the fields that name people.
        line: what is done to a line of our own making (a title, a reason, a rule).
        sentence: what is done to printed words. They are evidence and stay, so that offsets can be checked; files that
            are passed on put roles in the place of names here too.
    """

    names: bool = False
    line: Callable[[str], str] = str
    sentence: Callable[[str], str] = str


BY_ROLE = Show()


def shape_voice_ref(voice: VoiceRef, show: Show) -> Shape:
    """Give one link of a voice chain."""
    hidden = voice.private and not show.names
    shown = shown_name(voice, show.names)
    return {
        "name": shown,
        "text": shown if hidden else voice.text,
        "naming": voice.naming.value,
        "speech": voice.speech.value,
        "cue": voice.cue,
        "stance": voice.stance.value,
        "actor": voice.actor,
    }


def shape_actor_ref(ref: ActorRef, show: Show) -> Shape:
    """Give an actor as a claim names it."""
    shown = shown_name(ref, show.names)
    return {"id": ref.id, "name": shown, "text": shown if ref.private and not show.names else ref.text}


def shape_place_ref(place: PlaceRef | None) -> Shape | None:
    """Give a place as a claim names it."""
    if place is None:
        return None
    return {
        "id": place.id,
        "name": place.name,
        "text": place.text,
        "adm2": place.adm2,
        "adm1": place.adm1,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
    }


def shape_time(time: TimeSpan | None) -> Shape | None:
    """Give a half-open interval of days."""
    if time is None:
        return None
    return {
        "start": None if time.start is None else time.start.isoformat(),
        "end": None if time.end is None else time.end.isoformat(),
        "grain": time.grain.value,
        "basis": None if time.basis is None else time.basis.value,
        "text": time.text,
    }


def shape_figure(figure: Figure, show: Show) -> Shape:
    """Give one number."""
    return {
        "measure": figure.measure,
        "low": figure.low,
        "high": figure.high,
        "modifier": figure.modifier.value,
        "scope": figure.scope.value,
        "text": show.sentence(figure.text),
    }


def shape_range(figure: FigureRange, show: Show) -> Shape:
    """Give an incident's numbers of one measure."""
    return {
        "low": figure.low,
        "best": figure.best,
        "high": figure.high,
        "rule": figure.rule,
        "origins": figure.origins,
        "by_voice": [shape_voice_figure(told, show) for told in figure.by_voice],
    }


def shape_voice_figure(told: VoiceFigure, show: Show) -> Shape:
    """Give one voice's number."""
    return {
        "claim": told.claim,
        "voice": show.line(told.voice),
        "outlet": told.outlet,
        "low": told.low,
        "high": told.high,
        "scope": told.scope.value,
        "text": show.sentence(told.text),
    }
