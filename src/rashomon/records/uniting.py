"""What several documents know of one actor, put together."""

from collections.abc import Sequence
from dataclasses import replace

from rashomon.records.enums import ActorKind
from rashomon.records.links import Actor


def unite_actors(found: Sequence[Actor]) -> Actor:
    """Unite what several documents know of one id; it is private only where no document shows it in public.

    Every field is the least of its values, so that uniting two by two in any order gives the same.
    """
    if len(found) == 1:
        return found[0]
    head = min(found, key=lambda a: (a.private, -len(a.name), a.name))
    return replace(
        head,
        names=tuple(sorted({name for actor in found for name in actor.names})),
        kind=min((a.kind for a in found), key=lambda kind: (kind is ActorKind.UNKNOWN, kind.value)),
        acled=min((a.acled for a in found if a.acled is not None), default=None),
        country=min((a.country for a in found if a.country), default=None),
        parent=min((a.parent for a in found if a.parent), default=None),
        roles=tuple(sorted({role for actor in found for role in actor.roles}, key=repr)),
        private_rule=min((a.private, a.private_rule) for a in found)[1],
        description=min((a.description for a in found if a.description), default=""),
        registered=any(a.registered for a in found),
        described=all(a.described for a in found),
    )
