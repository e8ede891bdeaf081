"""Who is a private person, and how such a one is shown (CODEBOOK "Private persons")."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.lexicon.actors import ActorTable
from rashomon.link.actors.roles import ReadRole, is_public
from rashomon.names import fold

_AGE_AFTER = re.compile(r",? \(?(\d{2})\)?(?=[,.;)])")


@dataclass(frozen=True, slots=True)
class Privacy:
    """Whether a named person is private, why, and how to show one."""

    private: bool
    rule: str
    description: str


def judge_person(roles: Sequence[ReadRole], ranked: bool, author: bool, age: str, table: ActorTable) -> Privacy:
    """Judge a named person who is not registered.

    Args:
        roles: roles printed beside the name.
        ranked: whether a title of office or rank stands before the name.
        author: whether it is the document's author.
        age: age printed after the name, or "".
        table: words of roles.
    """
    public = is_public(roles, table)
    if author:
        return Privacy(False, "author of the report", "")
    if public or (public is None and ranked):
        return Privacy(False, "a public office, rank or profession is named", "")
    rule = "a private role is named" if public is False else "no public role is named"
    return Privacy(True, rule, _describe(roles, age))


def age_after(text: str, end: int) -> str:
    """Give the age printed right after a name ("Omar Wali, 38, said"), or ""."""
    found = _AGE_AFTER.match(text, end)
    return found[1] if found else ""


def _describe(roles: Sequence[ReadRole], age: str) -> str:
    age = age or next((role.age for role in roles if role.age), "")
    if not roles:
        return f"a person, {age}" if age else "a private person"
    role = roles[0].role
    words = f"{role.qualifier} {role.title}".strip()
    article = "an" if fold(words)[:1] in tuple("aeiou") else "a"
    return f"{article} {words}, {age}" if age else f"{article} {words}"
