"""A group that a report calls by its bare noun only ("the Front"): the one of all reports whose name holds the noun."""

from collections.abc import Iterable, Iterator, Sequence

from rashomon.lexicon.actors import ActorTable
from rashomon.names import fold
from rashomon.records import Actor, ActorKind

_BODIES = frozenset({ActorKind.GROUP, ActorKind.FORCES, ActorKind.ORGANISATION})


def match_bare(actors: Sequence[Actor], table: ActorTable) -> Iterator[tuple[Actor, Actor, str]]:
    """Find the holder of each bare noun; a noun that two names of these reports hold tells nothing.

    Args:
        actors: all, each id once.
        table: for the nouns.

    Yields:
        The actor with the bare noun, the named one, and the reason in words.
    """
    bare = {actor.id: fold(actor.name) for actor in actors if _is_bare(actor, table)}
    nouns = {*bare.values()}
    held: dict[str, list[Actor]] = {}
    for actor in actors:
        if actor.id not in bare and not actor.described and actor.kind in _BODIES:
            for noun in nouns & _words(actor):
                held.setdefault(noun, []).append(actor)
    for actor in actors:
        holders = held.get(bare.get(actor.id, ""), [])
        if len(holders) == 1 and (not actor.country or actor.country == (holders[0].country or actor.country)):
            [holder] = holders
            yield actor, holder, f"of all groups named in these reports only {holder.name} is a {bare[actor.id]}"


def nouns_sought(actor: Actor, table: ActorTable) -> tuple[str, ...]:
    """Give the bare noun that an actor is called by, if that is all that names it."""
    return (fold(actor.name),) if _is_bare(actor, table) else ()


def nouns_held(actor: Actor, table: ActorTable) -> tuple[str, ...]:
    """Give the nouns by which reports may call a group, sorted: those in its names."""
    if actor.described or actor.kind not in _BODIES or _is_bare(actor, table):
        return ()
    return tuple(sorted(word for word in _words(actor) if word in table.heads or word in table.titles))


def _is_bare(actor: Actor, table: ActorTable) -> bool:
    if actor.registered or actor.described or actor.kind not in _BODIES:
        return False
    return fold(actor.name) in table.heads or fold(actor.name) in table.titles


def _words(actor: Actor) -> set[str]:
    names: Iterable[str] = (fold(name) for name in (actor.name, *actor.names))
    return {word for name in names if " " in name for word in name.split()}
