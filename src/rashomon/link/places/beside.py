"""What the words before a name say of where something lies: near it, so far from it, in a part, on a line to it."""

import re
from dataclasses import dataclass

from rashomon.lexicon.places import PlaceTable
from rashomon.records import PlaceKind

_REACH = 90  # code points before a name
_WORD = re.compile(r"\d+(?:[.,]\d+)?|[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_OF = frozenset({"of", "from"})
_JOINTS = frozenset({"between", "from", "linking", "connecting", "joining", "separating", "dividing"})
_THE = frozenset({"the", "its", "their", "a"})
_FAR = frozenset({"far", "extreme", "remote", "deep", "very"})
_MAX_WORDS = 12
_UNITS = frozenset({PlaceKind.TOWN, PlaceKind.ADM1, PlaceKind.ADM2})


@dataclass(frozen=True, slots=True)
class Beside:
    """Where something lies that is told by a place beside it.

    Attributes:
        words: the words that say it, up to the name; "" = nothing is said.
        near: whether it lies near the place or at a distance, and not in it.
        km: distance in kilometres, or None.
        bearing: direction in degrees from north, clockwise, or None.
        part: the word for a part of the place ("north"), or "".
        line: kind of a line that ends there ("the road between"), or None.
    """

    words: str = ""
    near: bool = False
    km: float | None = None
    bearing: float | None = None
    part: str = ""
    line: PlaceKind | None = None


def read_beside(text: str, start: int, table: PlaceTable) -> Beside:
    """Read the words before the name that starts at `start`."""
    before = text[max(0, start - _REACH) : start]
    words = [found.group().lower() for found in _WORD.finditer(_clause(before))][-_MAX_WORDS:]
    words = _without_kind(words, table)
    if not words:
        return Beside()
    if words[-1] in _OF and len(words) > 1:
        offset = _read_offset(words, table)
        if offset.words:
            return offset
    if words[-1] in _JOINTS or words[-1] == "with":
        return _read_line(words, table)
    distance = _read_distance(words[:-1], table) if words[-1] in table.near else None
    if distance is not None or words[-1] in table.near or words[-2:] == ["close", "to"]:
        near = "close to" if words[-1] == "to" else words[-1]
        return Beside(near if distance is None else " ".join(words[-3:]), True, distance)
    return Beside()


def _clause(before: str) -> str:
    """Give what follows the last mark that ends a clause; a comma between a distance and its direction stays."""
    return re.split(r"[.;:!?\n](?=\s|$)|,(?!\d)", before)[-1]


def _without_kind(words: list[str], table: PlaceTable) -> list[str]:
    """Take off what says only what the place is: "the", "the town of", "the provincial capital"."""
    words = list(words)
    if words[-1:] == ["of"] and words[-2:-1] and table.features.get(words[-2]) in _UNITS:
        words = words[:-2]
        words = words[:-1] if words[-1:] and words[-1] not in _OF | _JOINTS | _THE | table.near else words
    while words and (words[-1] in _THE or table.features.get(words[-1]) in _UNITS):
        words.pop()
    return words


def _read_line(words: list[str], table: PlaceTable) -> Beside:
    joint = words[-1]
    noun = next((word for word in reversed(words[-4:-1]) if word not in _THE), "")
    kind = table.lines.get(noun)
    if kind is None or (joint == "with" and kind is not PlaceKind.BORDER):
        return Beside()
    return Beside(f"{noun} {joint}", line=kind)


def _read_offset(words: list[str], table: PlaceTable) -> Beside:
    """Read "30 km north of", "to the north of", "15 km from" and, a part of it, "in the north of"."""
    noun, rest = words[-2], words[:-2]
    bearing = table.bearings.get(noun)
    if bearing is None:
        km = _read_distance(words[:-1], table)
        surrounds = noun in table.surroundings and words[-1] == "of"
        told = " ".join(words[-3:]) if km is not None else f"{noun} of" if surrounds else ""
        return Beside(told, bool(told), km)
    if words[-1] == "of" and _is_part(rest):
        return Beside(f"{noun} of", part=noun)
    while rest and (rest[-1] in _THE or rest[-1] in {"to", "due", "just", "further", "some", "about"}):
        rest.pop()
    km = _read_distance(rest, table)
    told = " ".join((*(rest[-2:] if km is not None else ()), noun, words[-1]))
    return Beside(told, True, km, bearing)


def _is_part(before: list[str]) -> bool:
    """Say whether "the" makes a direction a part ("in the far north of Mali", not "to the north of Gao")."""
    before = before[:-1] if before[-1:] and before[-1] in _FAR else before
    return before[-1:] == ["the"] and before[-2:-1] != ["to"]


def _read_distance(words: list[str], table: PlaceTable) -> float | None:
    """Read a number and a unit of length at the end of the words ("30 km", "10 miles away")."""
    words = words[:-1] if words[-1:] == ["away"] else words
    if len(words) < 2 or words[-1] not in table.units or not words[-2][0].isdigit():
        return None
    return round(float(words[-2].replace(",", ".")) * table.units[words[-1]], 1)
