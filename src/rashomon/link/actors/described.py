"""Actors that nothing names: "local leaders", "Malian soldiers", "the former defence minister"."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rashomon.lexicon.actors import ActorTable, DescribingWord, RegisteredActor
from rashomon.link.actors.register import Register
from rashomon.names import fold
from rashomon.records import ActorKind

_BREAK = re.compile(r"\s*[,(]")


@dataclass(frozen=True, slots=True)
class Described:
    """What a description says.

    Attributes:
        key: folded words without numbers and determiners; with the document it is the actor's natural key.
        whole: registered actor that the words mean as a whole ("Malian army"), or None.
        word: what the head noun says, or None if it is unknown.
        parent: registered actor that it belongs to ("Taliban fighters"), or None.
        country: ISO code told, or None.
        opposed: whether it is against the actor that it names ("anti-Taliban fighters").
        head: folded head noun.
    """

    key: str
    whole: RegisteredActor | None
    word: DescribingWord | None
    parent: RegisteredActor | None
    country: str | None
    opposed: bool
    head: str


def read_description(text: str, register: Register, focus: Mapping[str, float]) -> Described:
    """Read a description.

    Args:
        text: as printed.
        register: for names inside it.
        focus: countries of the document with their weight, for "government forces".
    """
    table = register.table
    words = _core(text, table) or fold(text).split()
    head = words[-1] if words else ""
    word = _word(head, register)
    former = any(mark in fold(text).split() for mark in ("former", "ex"))
    opposed = "anti" in words
    country = next((register.people[w] for w in words if w in register.people), None)
    group = None if opposed else register.groups_in(words)
    key = " ".join(w for w in fold(text).split() if not w.isdigit() and w not in table.determiners) or fold(text)
    whole = None if former or opposed or group else _whole(words, head, word, country, register)
    parent = group if group is not None and not former else _parent(words, word, country, former, register, focus)
    return Described(key, whole, word, parent, country, opposed, head)


def _core(text: str, table: ActorTable) -> list[str]:
    """Give the folded words up to the first comma or preposition, without numbers and determiners."""
    words = fold(_BREAK.split(text.strip(), maxsplit=1)[0]).split()
    end = next((i for i, word in enumerate(words) if i and word in table.cuts), len(words))
    return [w for w in words[:end] if not w.isdigit() and w not in table.determiners and w not in ("former", "ex")]


def _word(head: str, register: Register) -> DescribingWord | None:
    nouns = register.table.nouns
    return nouns.get(head) or nouns.get(head.removesuffix("s"))


def _whole(
    words: list[str], head: str, word: DescribingWord | None, country: str | None, register: Register
) -> RegisteredActor | None:
    """Give the state or its forces where a people's name stands before their noun."""
    if country is None or word is None:
        return None
    if word.kind is ActorKind.FORCES or (head in ("forces", "force") and len(words) <= 4):
        return register.row(f"forces-{country}")
    return register.row(f"state-{country}") if head in register.table.whole_state else None


def _parent(
    words: Iterable[str],
    word: DescribingWord | None,
    country: str | None,
    former: bool,
    register: Register,
    focus: Mapping[str, float],
) -> RegisteredActor | None:
    if former or word is None:
        return None
    if word.kind is ActorKind.STATE and country is not None:
        return register.row(f"state-{country}")
    leader = max(focus, key=lambda iso: (focus[iso], iso), default=None)
    if "government" in words and word.kind in (ActorKind.GROUP, ActorKind.FORCES) and leader is not None:
        return register.row(f"state-{leader}") if f"state-{leader}" in register.table.actors else None
    return None
