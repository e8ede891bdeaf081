"""Role descriptions as printed -> roles in one form, and whether they make a person public."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.lexicon.actors import ActorTable
from rashomon.link.actors.register import Register
from rashomon.names import fold
from rashomon.records import Role

_AGE = re.compile(r"\b(\d{2})[- ]year[- ]old\b")
_OWNER = re.compile(r"^(?:the )?((?:(?! of | in | to ).)*)['’]s\s+")  # "the president's envoy" is an envoy
_SELF = re.compile(r"\bself (declared|proclaimed|styled|appointed)\b")
_MINISTRY = re.compile(
    r"^(?:head of )?(?:the )?(?:ministry|minister|secretary) (?:of|for) (?:the )?(\w+)(?: affairs)?$"
)


@dataclass(frozen=True, slots=True)
class ReadRole:
    """A printed role understood.

    Attributes:
        role: title without qualifier and people's name.
        country: ISO code of the people's name before it, or None.
        age: age told in it, or "".
        words: folded words of the title.
    """

    role: Role
    country: str | None
    age: str
    words: tuple[str, ...]


def read_role(printed: str, register: Register) -> ReadRole | None:
    """Read one printed role ("the former Malian minister of defence"); None if nothing of it is left."""
    age = _AGE.search(printed)
    owner = _OWNER.match(printed)
    country = register.people.get(fold(owner[1])) if owner else None
    text = fold(_AGE.sub(" ", printed[owner.end() :] if owner else printed))
    qualifier = ""
    words: list[str] = []
    for word in _SELF.sub(r"self-\1", text).replace("defense", "defence").split():
        if word in register.table.qualifiers or word.startswith("self-"):
            qualifier = word
        elif word in register.people and country is None and not words:
            country = register.people[word]
        elif word not in register.table.courtesy and (words or word not in register.table.determiners):
            words.append(word)
    if not words:
        return None
    title = _MINISTRY.sub(r"\1 minister", " ".join(words))
    return ReadRole(Role(title, qualifier=qualifier), country, age[1] if age else "", tuple(title.split()))


def is_public(roles: Iterable[ReadRole], table: ActorTable) -> bool | None:
    """Say whether roles make a person public, private, or (None) neither; a private word outweighs a public one."""
    words = [word for role in roles for word in role.words]
    if any(word in table.private_roles for word in words):
        return False
    return True if any(_singular(word) in table.public_roles for word in words) else None


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 4 else word
