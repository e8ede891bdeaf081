"""Places that a clause names though its reading understood none: only places that other claims of the corpus tell.

"They took control of X" with X unknown to one report and a town of the next: the name is found where a place stands
(after a word such as "in", or as what is taken), never anywhere else in the clause.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from rashomon.names import consonants, fold
from rashomon.records import ActorRef, ClaimKind, ClaimRow, PlaceKind, PlaceRef
from rashomon.resolve.kit import Kit

_KINDS = (PlaceKind.FACILITY, PlaceKind.TOWN, PlaceKind.ADM2, PlaceKind.ADM1)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LONGEST = 3
_SOUNDS = 4  # fewer consonants in one word are shared by too many names
_BEHIND = 60  # the clause may end right before its place

Names = Callable[[str], Iterable[PlaceRef]]
"""Gives the understood places that a key may mean, in one order."""


def find_names(rows: Iterable[ClaimRow]) -> Names:
    """Index the understood places of claims by the sound of their names and of their printed words."""
    found: dict[str, set[PlaceRef]] = {}
    for place in {row.place for row in rows if row.place is not None}:
        for key in name_keys(place):
            found.setdefault(key, set()).add(place)
    ordered = {key: in_order(places) for key, places in found.items()}
    return lambda key: ordered.get(key, ())


def name_keys(place: PlaceRef) -> frozenset[str]:
    """Give the keys under which a place is found in other claims; none if it is not understood, or too large."""
    if not place.id or place.kind not in _KINDS:
        return frozenset()
    return frozenset({_key(place.name), _key(place.text)})


def is_understood(place: PlaceRef | None) -> bool:
    """Say whether a place is more than words of its report: it has a position, or lies in a unit or a country."""
    if place is None or place.id is None:
        return False
    return place.lat is not None or bool(place.adm2_id or place.adm1_id or place.country)


def in_order(places: Iterable[PlaceRef]) -> tuple[PlaceRef, ...]:
    """Give places in an order of their content."""
    return tuple(sorted(places, key=lambda place: (place.id or "", repr(place))))


def find_named(row: ClaimRow, names: Names, kit: Kit) -> PlaceRef | None:
    """Find the one known place that a clause without an understood place names as its own; None if none or several."""
    if row.kind is ClaimKind.ASSESSMENT:
        return None
    printed = [] if row.place is None else [_known_whole(_words(row.place.text), names, kit)]
    taken = row.patients if row.type in kit.rules.holdings else ()
    objects = [_known(_words(ref.text), names) for ref in taken]
    own = [place for place in (*printed, *objects) if place is not None and is_understood(place)]
    told = own or [place for place in _led(row, names, kit) if is_understood(place)]
    return told[0] if told and len({place.id for place in told}) == 1 else None


def is_the_place(actor: ActorRef, place: PlaceRef | None) -> bool:
    """Say whether what stands as an actor is the place itself: "they took X"."""
    return place is not None and any(_key(actor.name) == _key(name) for name in (place.name, place.text))


def _led(row: ClaimRow, names: Names, kit: Kit) -> Iterator[PlaceRef]:
    """Give the known places behind a word that leads to a place, in the clause or right behind it."""
    at = row.sentence.find(row.content)
    rest = row.sentence[at + len(row.content) :][:_BEHIND] if at >= 0 else ""
    yield from _behind_leads(_words(row.content), names, kit)
    follows = _words(rest)
    if follows and follows[0].lower() in kit.rules.place_leads:
        yield from _behind_leads(follows[: _LONGEST + 2], names, kit)


def _behind_leads(words: list[str], names: Names, kit: Kit) -> Iterator[PlaceRef]:
    for at, word in enumerate(words):
        if word.lower() in kit.rules.place_leads or (
            word == "of" and at and words[at - 1].lower() in kit.rules.place_of
        ):
            start = at + 1
            while start < len(words) and not words[start][0].isupper() and _passes(words[start], kit):
                start += 1
            place = _known(_capitals(words[start : start + _LONGEST]), names)
            if place is not None:
                yield place


def _passes(word: str, kit: Kit) -> bool:
    return word in ("the", "of") or word in kit.rules.place_units


def _capitals(words: list[str]) -> list[str]:
    for at, word in enumerate(words):
        if not word[0].isupper():
            return words[:at]
    return words


def _known_whole(words: list[str], names: Names, kit: Kit) -> PlaceRef | None:
    """Give the place of a name, or of which it names a part: "Rural X", "East X"."""
    while len(words) > 1 and fold(words[0]) in kit.rules.place_parts and _known(words, names) is None:
        words = words[1:]
    return _known(words, names)


def _known(words: list[str], names: Names) -> PlaceRef | None:
    """Give the place of the longest name that these words begin with."""
    for size in range(min(_LONGEST, len(words)), 0, -1):
        name = " ".join(words[:size])
        fits = [place for place in names(_key(name)) if _sounds_like(name, place)]
        if fits:
            return _finest([place for place in fits if is_understood(place)] or fits)
    return None


def _sounds_like(name: str, place: PlaceRef) -> bool:
    told = fold(name)
    if told in (fold(place.name), fold(place.text)):
        return True
    return max(map(len, _key(name).split()), default=0) >= _SOUNDS and min(
        abs(len(told) - len(fold(other))) for other in (place.name, place.text)
    ) < 2  # fmt: skip


def _finest(places: list[PlaceRef]) -> PlaceRef | None:
    """Give the place that lies in all others of its name, or None where they are strangers."""
    small = min(places, key=lambda p: (_KINDS.index(p.kind), p.id or ""))
    held = {small.id, small.adm2_id, small.adm1_id}
    inside = all(
        p.id in held or (p.kind is not PlaceKind.TOWN and p.adm1 == small.adm1 and p.country == small.country)
        for p in places
    )
    return small if inside else None


@lru_cache(1 << 14)
def _key(name: str) -> str:
    words = fold(name).split()
    return " ".join(consonants(word) or word for word in words)


def _words(text: str) -> list[str]:
    return [match.group() for match in _WORD.finditer(text)]
