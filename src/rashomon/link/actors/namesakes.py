"""Two people of one name in one document ("Colonel Omar Daud" and "Omar Daud, a farmer").

One name is one person unless the text says otherwise: in so many words ("no relation to"), or by bringing somebody in
again by full name with a role that keeps a person private, where the one named before holds a public one.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.lexicon.names import NameTable
from rashomon.link.actors.register import Register
from rashomon.link.actors.roles import ReadRole, is_public, read_role
from rashomon.names import fold, person_tokens
from rashomon.records import Mention

_BROUGHT_IN = re.compile(r",\s+(an?\s+[^,.;:“”\"()\n]+)")
_SENTENCE = re.compile(r"[^.;\n]{0,160}")
_AGED = re.compile(r"\s+(?:of|aged)\s+(\d{2})\b")


@dataclass(frozen=True, slots=True)
class Namesake:
    """One of several people of one name.

    Attributes:
        name: the name that they bear, as printed.
        place: 0 for the first of them in the document, then 1, 2, ...
        roles: those told of this one only.
        age: age told beside the name, or "".
    """

    name: str
    place: int
    roles: tuple[ReadRole, ...]
    age: str = ""


@dataclass(frozen=True, slots=True)
class _Introduced:
    mention: Mention
    roles: tuple[ReadRole, ...]
    age: str
    end: int


def find_namesakes(
    mentions: Sequence[Mention],
    roles: Mapping[str, tuple[ReadRole, ...]],
    text: str,
    register: Register,
    names: NameTable,
) -> dict[str, Namesake]:
    """Give the mentions of names that two people of the document bear: id of the mention -> which of them.

    Args:
        mentions: all actor mentions, those named and those that a chain names.
        roles: mention id -> roles of its chain and the titles before the name.
        text: of the document.
        register: for words of roles.
        names: for the words of names.
    """
    by_name: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.id in roles:
            by_name.setdefault(fold(mention.name), []).append(mention)
    found: dict[str, Namesake] = {}
    for named in by_name.values():
        full = [m for m in named if len(person_tokens(m.name, names)) > 1 and m.name in m.text]
        others = _others(full, roles, text, register)
        if others:
            found |= _share_out(named, mentions, others, roles, text)
    return found


def _others(
    full: Sequence[Mention], roles: Mapping[str, tuple[ReadRole, ...]], text: str, register: Register
) -> list[_Introduced]:
    """Give the mentions that bring in another person of the name."""
    others: list[_Introduced] = []
    for position, mention in enumerate(sorted(full, key=lambda m: m.start)):
        if position:
            introduced = _introduce(mention, text, register)
            before = [role for role in roles[mention.id] if not _is_among(role, introduced.roles)]
            if _says_so(mention, before, text, register) or _tell_apart(introduced.roles, before, register):
                others.append(introduced)
    return others


def _introduce(mention: Mention, text: str, register: Register) -> _Introduced:
    found = _BROUGHT_IN.match(text, mention.end)
    if found is None:
        return _Introduced(mention, (), "", mention.end)
    printed = re.split(r"\s+(?:who|whose|which|that)\s+", found[1])[0]
    age = _AGED.search(printed)
    role = read_role(_AGED.sub("", printed), register)
    return _Introduced(mention, () if role is None else (role,), age[1] if age else "", found.end())


def _is_among(role: ReadRole, others: Iterable[ReadRole]) -> bool:
    """Say whether a role of the chain is one of these, with more words behind it or not."""
    return any(role.words[: len(other.words)] == other.words for other in others)


def _says_so(mention: Mention, before: Sequence[ReadRole], text: str, register: Register) -> bool:
    """Say whether the clause after the name tells that it is not the one of the role told before."""
    found = _SENTENCE.match(text, mention.end)
    after = f" {fold(found[0])} " if found else ""
    cue = next((words for words in register.table.namesakes if f" {words} " in after), None)
    told = after.partition(f" {cue} ")[2].split()
    return cue is not None and any(word in told for role in before for word in role.words)


def _tell_apart(own: Sequence[ReadRole], before: Sequence[ReadRole], register: Register) -> bool:
    """Say whether a private role was brought in for a name that a public one stood beside."""
    if not own or not before or any(role.role.qualifier for role in own):
        return False
    told = {word for role in own for word in role.words}
    if told & register.table.public_roles or any(told & {*role.words} for role in before):
        return False
    return is_public(own, register.table) is False and is_public(before, register.table) is True


def _share_out(
    named: Sequence[Mention],
    mentions: Iterable[Mention],
    others: Sequence[_Introduced],
    roles: Mapping[str, tuple[ReadRole, ...]],
    text: str,
) -> dict[str, Namesake]:
    """Give each mention of the name to one of its bearers, and what stands in apposition to another one to that one."""
    theirs = [role for other in others for role in other.roles]
    found: dict[str, Namesake] = {}
    for mention in named:
        place = _bearer(mention, others, text)
        own = tuple(role for role in roles[mention.id] if not _is_among(role, theirs))
        found[mention.id] = _namesake(place, others[place - 1]) if place else Namesake(mention.name, 0, own)
    for place, other in enumerate(others, 1):
        inside = [m for m in mentions if other.mention.end < m.start < other.end and not m.name]
        beside = {m.chain for m in inside if m.chain is not None}
        beside_too = [m for m in mentions if m.chain in beside and not m.name]
        found |= {m.id: _namesake(place, other) for m in (*inside[:1], *beside_too)}
    return found


def _namesake(place: int, other: _Introduced) -> Namesake:
    return Namesake(other.mention.name, place, other.roles, other.age)


def _bearer(mention: Mention, others: Sequence[_Introduced], text: str) -> int:
    """Give whom a mention means: by itself where it brings somebody in, else the one told of last in its paragraph."""
    for place, other in reversed(list(enumerate(others, 1))):
        if mention.start >= other.mention.start:
            near = "\n" not in text[other.mention.start : mention.start]
            titled = mention.id != other.mention.id and mention.name in mention.text and mention.text != mention.name
            return place if near and not titled else 0
    return 0
