"""Sides exchanged, or loaded words put for neutral ones, and what of a reading may not change by it.

An exchange keeps a map of offsets, so that events of both readings are compared by where their words stand in the text
as it was printed; a name that was exchanged counts as one point.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rashomon.lexicon.files import check_keys, read_language
from rashomon.records import Reading

_FILE = "neutrality.yaml"

# Measures that name the side they count.
_MIRRORED = {"troops": "fighters"}

# One event's codes: where its trigger stands, its type, and the other slots.
Code = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Swaps:
    """What is put for what: runs of word -> other word.

    Attributes:
        sides: exchanges of two sides; every code must stay, mirrored.
        frames: loaded for neutral words, and neutral for loaded ones; the type must stay.
        longer: beginnings of longer names that hold a side's; they stay as they are, for the other side's name would
            make none of them ("the Nusra Front of Iraq and Syria").
    """

    sides: tuple[Mapping[str, str], ...]
    frames: tuple[Mapping[str, str], ...]
    longer: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exchanged:
    """A text with other words in it.

    Attributes:
        text: the text.
        points: for each word put in: (start in the text as printed, its end there, start in this text, its end here).
    """

    text: str
    points: tuple[tuple[int, int, int, int], ...]

    def printed(self, offset: int) -> int:
        """Give where an offset of this text lies in the printed one; inside a word put in: where that word starts."""
        at = bisect_right(self.points, offset, key=lambda point: point[2]) - 1
        if at < 0:
            return offset
        start, end, _, last = self.points[at]
        return start if offset < last else offset - last + end

    def start(self, offset: int) -> int:
        """Give an offset of the printed text; inside a word that is replaced: where that word starts."""
        at = bisect_right(self.points, offset, key=lambda point: point[0]) - 1
        inside = at >= 0 and offset < self.points[at][1]
        return self.points[at][0] if inside else offset


def load_swaps(language: str = "en") -> Swaps:
    """Read the sides and the words of a language.

    Raises:
        ResourceError: a row lacks a key.
    """
    content = read_language(language, _FILE)
    for row in content["sides"]:
        check_keys(f"{_FILE}: {row.get('pairs')}", row, ("pairs", "origin"), ("longer",))
    for row in content["loaded"]:
        check_keys(f"{_FILE}: {row.get('neutral')}", row, ("neutral", "loaded", "origin"))
    return Swaps(
        sides=tuple(_both_ways(row["pairs"]) for row in content["sides"]),
        frames=tuple(_frames(content["loaded"])),
        longer=tuple(name for row in content["sides"] for name in row.get("longer", ())),
    )


def _both_ways(pairs: Iterable[Sequence[str]]) -> dict[str, str]:
    return {name: other for a, b in pairs for name, other in ((a, b), (b, a))}


def _frames(rows: Sequence[Mapping[str, Any]]) -> Iterable[dict[str, str]]:
    most = max((len(row["loaded"]) for row in rows), default=0)
    for column in range(most):
        yield {row["neutral"]: row["loaded"][column] for row in rows if column < len(row["loaded"])}
    plain: dict[str, str] = {}
    for row in rows:
        for word in row["loaded"]:
            plain.setdefault(word, row["neutral"])
    if plain:
        yield plain


def exchange(text: str, words: Mapping[str, str], longer: Iterable[str] = ()) -> Exchanged:
    """Put other words for whole words, the longer ones first; beginnings of `longer` names stay."""
    names = sorted({*words, *longer}, key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
    parts, points, at, length = [], [], 0, 0
    for found in pattern.finditer(text):
        other = words.get(found.group())
        if other is None:
            continue
        parts += [text[at : found.start()], other]
        length += found.start() - at
        points.append((found.start(), found.end(), length, length + len(other)))
        length += len(other)
        at = found.end()
    return Exchanged("".join((*parts, text[at:])), tuple(points))


def codes(reading: Reading, swapped: Exchanged, *, printed: bool) -> Counter[Code]:
    """Give what each event says, with offsets of the printed text for words.

    Args:
        reading: the reading of the printed text or of the other.
        swapped: the exchange between them.
        printed: whether the reading is that of the printed text.
    """
    place = swapped.start if printed else swapped.printed
    heads = {mention.id: place(mention.start) for mention in reading.mentions}
    standing: dict[str, set[tuple[str, str]]] = {}
    for claim in reading.claims:
        standing.setdefault(claim.item, set()).add((claim.factuality.value, claim.realis.value))
    return Counter(
        (
            place(event.start),
            event.type,
            tuple(sorted(heads[i] for i in event.agents)),
            tuple(sorted(heads[i] for i in event.patients)),
            None if event.place is None else heads[event.place],
            None if event.time is None else (event.time.start, event.time.end),
            tuple(sorted((_MIRRORED.get(figure.measure, figure.measure), figure.low or 0) for figure in event.figures)),
            tuple(sorted(standing.get(event.id, ()))),
        )
        for event in reading.events
    )


def types(found: Counter[Code]) -> Counter[Code]:
    """Give place and type alone."""
    return Counter(code[:2] for code in found.elements())


def differences(before: Counter[Code], after: Counter[Code]) -> tuple[tuple[Code | None, Code | None], ...]:
    """Pair the codes that stand on one side alone, by the trigger where it is one."""
    gone, new = list((before - after).elements()), list((after - before).elements())
    pairs: list[tuple[Code | None, Code | None]] = []
    for code in gone:
        partner = next((other for other in new if other[0] == code[0]), None)
        if partner is not None:
            new.remove(partner)
        pairs.append((code, partner))
    return (*pairs, *((None, code) for code in new))
