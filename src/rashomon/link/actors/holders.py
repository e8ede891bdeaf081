"""Office holders whom one sentence names and another calls by the office alone ("the foreign minister")."""

from collections.abc import Iterable

from rashomon.link.actors.roles import ReadRole
from rashomon.records import Actor, ActorKind

_BEHIND = frozenset({"of", "for", "to", "in", "at"})
_ACTIVE = frozenset({"", "acting", "interim", "self-declared"})


def find_holder(role: ReadRole, persons: Iterable[tuple[Actor, tuple[ReadRole, ...]]]) -> Actor | None:
    """Give the one named person of the document to whom a role fits, or None if nobody or several do.

    Args:
        role: the role as printed.
        persons: named persons with the roles printed beside them.
    """
    found = {actor.id: actor for actor, roles in persons if _fits(role, actor, roles)}
    return next(iter(found.values())) if len(found) == 1 else None


def _fits(role: ReadRole, actor: Actor, roles: Iterable[ReadRole]) -> bool:
    if actor.kind is not ActorKind.PERSON:
        return False
    if role.country is not None and actor.country is not None and role.country != actor.country:
        return False
    return any(_same(role.words, other.words) and _agree(role, other) for other in roles)


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two titles are one, or one is the other with more words beside it ("envoy", "envoy to Mali")."""
    if one == other or one == other[: len(one)] or other == one[: len(other)]:
        return True
    head = other[: next((at for at, word in enumerate(other) if word in _BEHIND), len(other))]
    return len(one) == 1 and one == head[-1:]


def _agree(one: ReadRole, other: ReadRole) -> bool:
    return (one.role.qualifier in _ACTIVE) == (other.role.qualifier in _ACTIVE)
