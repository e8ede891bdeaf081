"""What the words in and around a place mention say about it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rashomon.lexicon.places import PlaceTable
from rashomon.link.places.beside import Beside, read_beside
from rashomon.names import fold
from rashomon.records import Mention, PlaceKind

_WINDOW = 40
_KEPT = (PlaceKind.NATURAL, PlaceKind.FACILITY)  # "Pech valley" is a name; "Kunar province" is Kunar with its kind
_LIST = re.compile(r"\s*(?:,|;|and|or|&|,\s*and|,\s*or|as well as|to|from)\s+(?:the\s+|in\s+|from\s+)*")
_APPOSED = re.compile(r",\s+(?:an?|the)\s+((?:[a-z-]+\s+){0,2}[a-z-]+)\b")
_ENDS = re.compile(r"[-‐‑–]|\s+(?:and|to|with)\s+(?:the\s+)?(?:(?:town|city|village|capital)\s+of\s+)?")
_ABBREVIATED = 4  # letters and full stop of the longest abbreviation that the table need not know
_OWNED = re.compile(r".*['’]s\s+(?=[A-Z])")
_OWNER = re.compile(r"(?:['’]s|s['’])\s+")
_HYPHENS = frozenset("-‐‑–")
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*\.?")


@dataclass(frozen=True, slots=True)
class PlaceCue:
    """One place mention as it is printed.

    Attributes:
        mention: the mention.
        start: first code point of its own words, behind an owner ("Kunar's Nari district").
        name: its name without articles, generic words and words for parts, "" if it has none.
        feature: the kind that a word beside it tells, or None.
        part: the word for a part of it ("northern"), or "".
        beside: where something lies that this place is named for.
        sea: whether a word says that it is water.
        government: whether a capital's name stands for its government.
    """

    mention: Mention
    start: int
    name: str
    feature: PlaceKind | None
    part: str
    beside: Beside
    sea: bool
    government: bool = False


@dataclass(frozen=True, slots=True)
class Ties:
    """How the mentions of a document stand to each other, as indices into the cues.

    Attributes:
        sure: (inner, outer) where the text says "in" or "of".
        maybe: (inner, outer) where only a comma stands between.
        siblings: pairs that stand in one list.
        lines: pairs between which a road or a border runs.
    """

    sure: tuple[tuple[int, int], ...]
    maybe: tuple[tuple[int, int], ...]
    siblings: tuple[tuple[int, int], ...]
    lines: tuple[tuple[int, int], ...] = ()


def read_cues(mentions: Sequence[Mention], text: str, table: PlaceTable) -> tuple[tuple[PlaceCue, ...], Ties]:
    """Read the words in and around each mention, in text order, and how neighbours are tied."""
    ordered = sorted(mentions, key=lambda m: (m.start, m.end))
    cues = _read_roads([_read_cue(mention, text, table) for mention in ordered], text, table)
    ties = _read_ties(cues, text, table)
    return tuple(_share_feature(cues, ties, text, table)), ties


def _read_cue(mention: Mention, text: str, table: PlaceTable) -> PlaceCue:
    start = mention.start + _owned(mention, table)
    words = _own_words(mention, start, table)
    feature, sea, words = _strip_end(words, table)
    front, part, words = _strip_front(words, table)
    before = [word.lower() for word in _WORD.findall(text[max(0, start - _WINDOW) : start])][-4:]
    after = _next_word(text, mention.end)
    told = feature or table.features.get(after) or front or _told_before(before, text, start, table)
    if words and feature is None and table.features.get(after) in _KEPT:
        words.append(text[mention.end + 1 : mention.end + 1 + len(after)])
    beside = read_beside(text, start, table)
    if beside.line is PlaceKind.BORDER and beside.words.endswith("with"):
        told = beside.line
    return PlaceCue(
        mention=mention,
        start=start,
        name=" ".join(words),
        feature=told or _told_after(text, mention.end, table),
        part=part
        or beside.part
        or _told_part(mention, table)
        or (before[-1] if before and before[-1] in table.parts else ""),
        beside=beside,
        sea=sea or after in table.seas,
    )


def _read_roads(cues: list[PlaceCue], text: str, table: PlaceTable) -> list[PlaceCue]:
    """Read what runs between two names that a hyphen joins ("the Nari-Asmar road")."""
    for left, right in pairwise(range(len(cues))):
        noun = _next_word(text, cues[right].mention.end)
        if noun in table.lines and text[cues[left].mention.end : cues[right].start] in _HYPHENS:
            cues[left] = replace(cues[left], beside=Beside(f"{noun} between", line=table.lines[noun]))
    return cues


def _owned(mention: Mention, table: PlaceTable) -> int:
    """Give the length of an owner before the name that is no part of it: 0 where the name itself holds a possessive."""
    found = _OWNED.match(mention.text)
    if found:
        return found.end() if "'" not in mention.name and "’" not in mention.name else 0
    first, _, rest = mention.text.partition(" ")
    return len(first) + 1 if rest and _bare_owner(first, table) else 0


def _bare_owner(word: str, table: PlaceTable) -> str:
    """Give the country whose possessive is printed without its mark ("Syrias Idlib"), or ""."""
    owner = word[:-1] if word.endswith("s") else ""
    return owner if owner in table.country_words and word not in table.country_words else ""


def _own_words(mention: Mention, start: int, table: PlaceTable) -> list[str]:
    """Give the words of the name, without a day behind it ("Banu 8 May") and the full stop of the sentence."""
    own = mention.text[start - mention.start :] if any(map(str.isupper, mention.text)) else mention.name
    if mention.name and own.startswith(f"{mention.name} ") and own[len(mention.name) + 1].isdigit():
        own = mention.name
    words = _WORD.findall(own)
    if words and len(words[-1]) > _ABBREVIATED and words[-1].count(".") == 1 and words[-1] not in table.abbreviations:
        words[-1] = words[-1].rstrip(".")
    while len(words) > 1 and words[-1].lower() in table.days:
        words.pop()
    if len(words) == 1 and (owner := _bare_owner(words[0], table)):
        words = [owner]
    return words


def _strip_end(words: list[str], table: PlaceTable) -> tuple[PlaceKind | None, bool, list[str]]:
    if len(words) > 1 and words[-1].lower() in table.seas:
        return None, True, words
    if len(words) > 1 and words[-1].lower() in table.features:
        kind = table.features[words[-1].lower()]
        return kind, False, words if kind in _KEPT else words[:-1]
    return None, False, words


def _strip_front(words: list[str], table: PlaceTable) -> tuple[PlaceKind | None, str, list[str]]:
    """Take off what stands before the name; a name begins at the first capital that is no word for a part."""
    kind: PlaceKind | None = None
    part = ""
    while words:
        word = words[0].lower()
        if word in table.features and (words[0].islower() or words[1:2] == ["of"]):
            kind, part = table.features[word], ""
        elif word in table.parts and len(words) > 1 and (words[0].islower() or "-" in word or word.endswith("ern")):
            part = word
        elif words[0][:1].isupper() and word != "the":
            break
        words = words[1:]
    return kind, part, words


def _next_word(text: str, end: int) -> str:
    found = _WORD.match(text, end + 1) if text[end : end + 1] == " " else None
    return found.group().lower().rstrip(".") if found else ""


def _told_part(mention: Mention, table: PlaceTable) -> str:
    """Read the direction that a description without a name begins with ("north of the country")."""
    words = _WORD.findall(mention.text.lower())
    return words[0] if not mention.name and words and words[0] in table.bearings else ""


def _told_after(text: str, end: int, table: PlaceTable) -> PlaceKind | None:
    """Read an apposition ("Barwa, a mining town")."""
    found = _APPOSED.match(text, end)
    if found is None:
        return None
    told = next((table.features[w] for w in reversed(found.group(1).split()) if w in table.features), None)
    return told if told in (PlaceKind.TOWN, PlaceKind.ADM1, PlaceKind.ADM2) else None


def _told_before(before: list[str], text: str, start: int, table: PlaceTable) -> PlaceKind | None:
    """Read "city of X", "the capital, X", "provincial capital X"."""
    if before[-1:] in (["of"], ["the"]) and len(before) > 1:
        before = before[:-1]
    if not before:
        return None
    if text[max(0, start - 3) : start].endswith("of ") or before[-1] in ("capital", "town", "city", "village"):
        told = table.features.get(before[-1])
        return None if told is PlaceKind.REGION else told  # "areas of X" are in X
    return None


def _read_ties(cues: Sequence[PlaceCue], text: str, table: PlaceTable) -> Ties:
    sure: list[tuple[int, int]] = []
    maybe: list[tuple[int, int]] = []
    siblings: list[tuple[int, int]] = []
    lines: list[tuple[int, int]] = []
    for left in range(len(cues) - 1):
        gap = text[cues[left].mention.end : cues[left + 1].start]
        if len(gap) > _WINDOW or not gap.strip(" ") or "\n" in gap:
            continue
        if cues[left].beside.line is not None and _ENDS.fullmatch(gap):
            lines.append((left, left + 1))
        if _OWNER.fullmatch(gap):
            sure.append((left + 1, left))
        elif _is_within(gap, table):
            sure.append((left, left + 1))
        elif _LIST.fullmatch(gap):
            siblings.append((left, left + 1))
            if gap.strip() == ",":
                maybe.append((left, left + 1))
    return Ties(_spread(_inmost(sure), siblings), tuple(maybe), tuple(siblings), tuple(lines))


def _inmost(sure: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Put a name into what its holder owns before the holder itself ("Barwa in Mali's Mopti region")."""
    owned = {outer: inner for inner, outer in sure if inner > outer}
    nearer = [(inner, owned[outer]) for inner, outer in sure if inner < outer and outer in owned]
    return [*nearer, *sure]


def _is_within(gap: str, table: PlaceTable) -> bool:
    words = [word.lower() for word in _WORD.findall(gap)]
    tied = [word for word in words if word in table.within]
    others = [w for w in words if w not in table.within and w not in table.features and w not in table.parts]
    return bool(tied) and all(word in ("the", "s", "a", "remote", "neighbouring") for word in others)


def _spread(sure: list[tuple[int, int]], siblings: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Tie every member of a list to what holds its last one ("A, B and C districts in D")."""
    spread = list(sure)
    holder = dict(reversed(sure))
    for left, right in reversed(siblings):
        if right in holder and left not in holder:
            holder[left] = holder[right]
            spread.append((left, holder[right]))
    return tuple(spread)


def _share_feature(cues: list[PlaceCue], ties: Ties, text: str, table: PlaceTable) -> list[PlaceCue]:
    """Give every member of a list the plural generic word that stands before its first or after its last."""
    shared = list(cues)
    for left, right in ties.siblings:
        if shared[right].feature is None and _plural_before(shared[left], text, table):
            shared[right] = _with_feature(shared[right], shared[left].feature)
    for left, right in reversed(ties.siblings):
        if shared[left].feature is None and _next_word(text, shared[right].mention.end).endswith("s"):
            shared[left] = _with_feature(shared[left], shared[right].feature)
        elif shared[left].feature is None and fold(shared[right].mention.text).endswith("s") and shared[right].feature:
            last = fold(shared[right].mention.text).split()[-1]
            if last in table.features:
                shared[left] = _with_feature(shared[left], shared[right].feature)
    return shared


def _plural_before(cue: PlaceCue, text: str, table: PlaceTable) -> bool:
    """Say whether the member has its kind from a plural before it, directly or through the member before."""
    if cue.feature is None:
        return False
    before = [word.lower() for word in _WORD.findall(text[max(0, cue.mention.start - 80) : cue.mention.end])]
    return any(word in table.features and word.endswith("s") for word in before)


def _with_feature(cue: PlaceCue, feature: PlaceKind | None) -> PlaceCue:
    return replace(cue, feature=feature)
