"""Who is a private person, and how such a one is shown (CODEBOOK "Private persons")."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.lexicon.actors import ActorTable
from rashomon.link.actors.roles import ReadRole, is_public
from rashomon.names import fold

_PREPOSITIONS = frozenset({"of", "from", "in", "to", "at", "for", "with", "on"})
_ORIGINS = frozenset({"from", "in", "at"})  # folded names of places would follow
_AGE_AFTER = re.compile(r",? \(?(\d{2})\)?(?=[,.;)])")


@dataclass(frozen=True, slots=True)
class Privacy:
    """Whether a named person is private, why, and how to show one."""

    private: bool
    rule: str
    description: str


def judge_person(
    roles: Sequence[ReadRole], ranked: bool, author: bool, age: str, table: ActorTable, shown: bool = True
) -> Privacy:
    """Judge a named person who is not registered.

    Args:
        roles: roles printed beside the name.
        ranked: whether a title of office or rank stands before the name.
        author: whether it is the document's author.
        age: age printed after the name, or "".
        table: words of roles.
        shown: whether the text shows that it is a person at all: a full name, a pronoun, a verb of saying, an age.
    """
    public = is_public(roles, table)
    if author:
        return Privacy(False, "author of the report", "")
    if public or (public is None and ranked):
        return Privacy(False, "a public office, rank or profession is named", "")
    if public is None and not shown and not age:
        return Privacy(False, "one bare word: nothing shows that it is a person", "")
    rule = "a private role is named" if public is False else "no public role is named"
    return Privacy(True, rule, _describe(roles, age, table))


def age_after(text: str, end: int) -> str:
    """Give the age printed right after a name ("Omar Wali, 38, said"), or ""."""
    found = _AGE_AFTER.match(text, end)
    return found[1] if found else ""


def _describe(roles: Sequence[ReadRole], age: str, table: ActorTable) -> str:
    """Describe by the first role that names somebody; an abbreviated rank or words of a place describe nobody."""
    age = age or next((role.age for role in roles if role.age), "")
    people = table.public_roles | table.private_roles | table.nouns.keys()
    heads = {role: _cut(role, _PREPOSITIONS).split()[-1] for role in roles}
    role = next((role for role, head in heads.items() if head in people or f"{head}s" in people), None)
    if role is None:
        return f"a person, {age}" if age else "a private person"
    words = f"{role.role.qualifier} {_cut(role, _ORIGINS)}".strip()
    article = "an" if fold(words)[:1] in tuple("aeiou") else "a"
    return f"{article} {words}, {age}" if age else f"{article} {words}"


def _cut(role: ReadRole, before: frozenset[str]) -> str:
    """Give the title up to the first of some prepositions."""
    end = next((i for i, word in enumerate(role.words) if i and word in before), len(role.words))
    return " ".join(role.words[:end])
