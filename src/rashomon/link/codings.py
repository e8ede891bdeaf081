"""The codes of an event in PLOVER and ACLED, once its actors are known."""

from collections.abc import Iterable, Mapping

from rashomon.lexicon import Lexicon
from rashomon.records import Actor, Coding, Event, Extraction, Link

_STATE, _NONSTATE, _CROWD, _CIVILIANS = {1}, {2, 3, 4}, {5, 6}, {7}
_ARMED = {1, 2, 3, 4, 8}
_WEAPONS = frozenset({"weapon", "heavy", "cache"})


def make_codings(
    extraction: Extraction, links: Iterable[Link], actors: Iterable[Actor], lexicon: Lexicon
) -> tuple[Coding, ...]:
    """Make the coding of every event of a document."""
    by_id = {actor.id: actor for actor in actors}
    targets = {link.mention: by_id.get(link.target or "") for link in links}
    words = {mention.id: mention.text for mention in extraction.mentions}
    return tuple(_coding(event, targets, words, lexicon) for event in extraction.events)


def _coding(event: Event, targets: Mapping[str, Actor | None], words: Mapping[str, str], lexicon: Lexicon) -> Coding:
    conditions = frozenset(_conditions(event, targets, words, lexicon))
    plover, acled, rule = lexicon.events.code(event.type, event.instruments, conditions)
    return Coding(event.id, event.document, plover, acled, rule)


def _classes(mentions: Iterable[str], targets: Mapping[str, Actor | None]) -> set[int]:
    actors = (targets.get(mention) for mention in mentions)
    return {actor.acled for actor in actors if actor is not None and actor.acled is not None}


def _conditions(
    event: Event, targets: Mapping[str, Actor | None], words: Mapping[str, str], lexicon: Lexicon
) -> Iterable[str]:
    agents, patients = _classes(event.agents, targets), _classes(event.patients, targets)
    if any(_is_suicide(lexicon, words[mention]) for mention in event.agents if mention in words):
        yield "agent-suicide"
    if agents & _STATE:
        yield "agent-state"
    if agents & _NONSTATE:
        yield "agent-nonstate"
    if agents & _CROWD:
        yield "agent-crowd"
    if patients & _CIVILIANS and not patients & _ARMED:
        yield "patient-civilians"
    if patients & _ARMED:
        yield "patient-armed"
    if patients & _NONSTATE:
        yield "patient-nonstate"
    if patients & _CROWD:
        yield "patient-protesters"
    if any(_is_weapon(lexicon, words[mention]) for mention in event.patients if mention in words):
        yield "patient-weapons"
    for measure in ("killed", "captured"):
        if any(figure.measure == measure and figure.low != 0 for figure in event.figures):
            yield f"figure-{measure}"


def _is_suicide(lexicon: Lexicon, printed: str) -> bool:
    weapon = lexicon.events.weapon(printed)
    return weapon is not None and weapon.mode == "suicide-attack"


def _is_weapon(lexicon: Lexicon, printed: str) -> bool:
    """Whether words name a weapon, or what weapons are kept or counted in ("a cache of rifles", "ammunition")."""
    classes = lexicon.events.words.classes
    kinds = {
        kind for word in printed.lower().split() for kind in classes.get(word, classes.get(word.removesuffix("s"), ()))
    }
    return lexicon.events.weapon(printed) is not None or bool(kinds & _WEAPONS)
