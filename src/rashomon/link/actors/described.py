"""Actors that nothing names: "local leaders", "Malian soldiers", "the former defence minister"."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from rashomon.lexicon.actors import ActorTable, DescribingWord, RegisteredActor
from rashomon.link.actors.offices import find_country, find_office
from rashomon.link.actors.register import Register
from rashomon.names import fold
from rashomon.records import ActorKind

_BREAK = re.compile(r"\s*(?:,(?!\d)|[(—–])")
_NO_WORD = DescribingWord(ActorKind.UNKNOWN, None)
_LONGEST = 3  # words of a country's name
_CIVILIANS = 7  # ACLED actor class


@dataclass(frozen=True, slots=True)
class Described:
    """What a description says.

    Attributes:
        key: folded words without numbers and determiners; with the document it is the actor's natural key.
        core: folded words up to the first preposition, the head noun last.
        whole: registered actor that the words mean as a whole ("Malian army"), or None.
        word: what the head noun says, or None if it is unknown.
        parent: registered actor that it belongs to ("Taliban fighters"), or None.
        country: ISO code told, or None.
        opposed: whether it is against the actor that it names ("anti-Taliban fighters").
    """

    key: str
    core: tuple[str, ...]
    whole: RegisteredActor | None
    word: DescribingWord | None
    parent: RegisteredActor | None
    country: str | None
    opposed: bool


def read_description(text: str, register: Register, focus: Mapping[str, float]) -> Described:
    """Read a description.

    Args:
        text: as printed.
        register: for names inside it.
        focus: countries of the document with their weight, for "government forces".
    """
    table = register.table
    core, rest = _cut(text, table)
    core, alone = _without_backers(core, table)
    former = bool(table.former & {*core})
    words = [word for word in core if word not in table.former] or core
    head = words[-1]
    word = table.nouns.get(" ".join(words[-2:])) or table.nouns.get(head) or table.nouns.get(head.removesuffix("s"))
    opposed = "anti" in words
    if word is not None and not opposed:
        word = _with_side(word, words, table)
    country = _people(words, register)
    country = country or find_country(words, word, rest, register)
    country = country or (_ruled(words[:-1], text, register) if word is not None else None)
    named = [w if register.is_printed(w, text) else "" for w in words]
    group = (
        None if opposed or not alone else register.groups_in(named, True) or (_owner(rest, register) if word else None)
    )
    key = " ".join(w for w in fold(text).split() if not w.isdigit() and w not in table.determiners) or fold(text)
    parent = _parent(words, word, country, register, focus) or find_office(words, rest, country, register)
    free = alone and not (former or opposed or group)
    return Described(
        key=key,
        core=tuple(words),
        whole=_whole(words, word, country, register) if free else None,
        word=word,
        parent=None if former or _is_civil(word) else group or parent,
        country=country,
        opposed=opposed,
    )


def _people(words: list[str], register: Register) -> str | None:
    """Give the country of the first people's or country's name among the words, the longest first ("South Sudan")."""
    for first in range(len(words)):
        for end in range(min(len(words), first + _LONGEST), first, -1):
            name = " ".join(words[first:end])
            found = register.people.get(name) or register.people.get(name.removesuffix("s") if end < len(words) else "")
            if found is not None:
                return found
    return None


def _is_civil(word: DescribingWord | None) -> bool:
    """Say whether these are people who are nobody's part: those whom a side holds ("prisoners of the Taliban")."""
    return word is not None and word.kind is ActorKind.PEOPLE and word.acled == _CIVILIANS


def _without_backers(core: list[str], table: ActorTable) -> tuple[list[str], bool]:
    """Give the words behind "-backed" or "-led", and whether one body's, unlike "army and police forces"."""
    at = max((i for i, word in enumerate(core) if word in table.backing), default=-1)
    words = core[at + 1 :] or core
    return words, not (table.joining & {*words})


def _with_side(word: DescribingWord, words: list[str], table: ActorTable) -> DescribingWord:
    """Give a head that tells no side the side of the noun before it ("rebel groups", "army units")."""
    if word.acled is not None or word.kind is not ActorKind.GROUP or len(words) < 2 or "pro" in words:
        return word
    before = table.nouns.get(words[-2]) or table.nouns.get(words[-2].removesuffix("s"))
    return word if before is None else replace(word, acled=before.acled)


def _cut(text: str, table: ActorTable) -> tuple[list[str], list[str]]:
    """Give the folded words of the noun and what stands before it, and those from the first preposition on."""
    words = fold(_BREAK.split(text.strip(), maxsplit=1)[0]).split() or fold(text).split() or [text]
    words = [word for word in words if not word.isdigit() and word not in table.determiners] or words
    while len(words) > 2 and words[0] in table.partitives and words[1] == "of":
        words = words[2:]
    end = next((i for i, word in enumerate(words) if i and word in table.cuts), len(words))
    return words[:end], words[end:]


def _ruled(words: list[str], text: str, register: Register) -> str | None:
    """Give the country whose ruler's name stands before the noun ("Assad regime", "Putin's forces")."""
    for word in words:
        row = register.exact(word, {}) if word.capitalize() in text else None
        if row is not None and row.kind is ActorKind.PERSON and row.acled == 1:
            return row.country
    return None


def _owner(rest: list[str], register: Register) -> RegisteredActor | None:
    """Give the group of "of the Taliban", the forces of "of the Malian army"."""
    if rest[:1] != ["of"]:
        return None
    group = register.groups_in(rest[1:4])
    country = next((register.people[word] for word in rest[1:3] if word in register.people), None)
    if group is not None or country is None:
        return group
    armed = any(register.table.nouns.get(word, _NO_WORD).kind is ActorKind.FORCES for word in rest[2:4])
    return register.row(f"forces-{country}") if armed else None


def _whole(
    words: list[str], word: DescribingWord | None, country: str | None, register: Register
) -> RegisteredActor | None:
    """Give the state or its forces where a people's name stands before their noun."""
    if country is None or word is None:
        return None
    ordinary = word.kind is ActorKind.FORCES and word.acled == 1  # a coalition is not a state's own forces
    if ordinary or (words[-1] in ("forces", "force") and len(words) <= 4):
        return register.row(f"forces-{country}")
    return register.row(f"state-{country}") if words[-1] in register.table.whole_state else None


def _parent(
    words: Iterable[str],
    word: DescribingWord | None,
    country: str | None,
    register: Register,
    focus: Mapping[str, float],
) -> RegisteredActor | None:
    if word is None or register.table.unofficial & {*words}:
        return None
    if word.kind is ActorKind.STATE and country is not None:
        return register.row(f"state-{country}")
    leader = max(focus, key=lambda iso: (focus[iso], iso), default=None)
    if (
        {"government", "regime", "junta"} & {*words}
        and word.kind in (ActorKind.GROUP, ActorKind.FORCES)
        and leader is not None
    ):
        return register.table.actors.get(f"state-{leader}")
    return None
