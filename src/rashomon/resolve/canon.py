"""Who is who for the claims of all documents: the ledger's actor for any id, and the body of a described one."""

from collections.abc import Iterable, Iterator, Mapping

from rashomon.records import Actor, ActorMerge, ClaimKind, ClaimRow


class Canon:
    """The ledger's actor for the id of an actor in any document."""

    def __init__(
        self, actors: Iterable[Actor], merges: Iterable[ActorMerge], belongs: Mapping[str, str] | None = None
    ) -> None:
        """Make it; `belongs` gives the body that a report says a described actor belongs to."""
        self._belongs = belongs or {}
        self._into: Mapping[str, str] = {merge.actor: merge.into for merge in merges}
        self._actors: Mapping[str, Actor] = {actor.id: actor for actor in actors}

    @classmethod
    def of_mappings(cls, actors: Mapping[str, Actor], into: Mapping[str, str], belongs: Mapping[str, str]) -> "Canon":
        """Make it of canonical actors by id, and of the canonical ids of those that were merged."""
        canon = cls((), (), belongs)
        canon._actors, canon._into = actors, into
        return canon

    def of(self, actor: str) -> str:
        """Give the canonical id."""
        return self._into.get(actor, actor)

    def actor(self, actor: str) -> Actor | None:
        """Give the canonical actor, or None if the corpus does not hold it."""
        return self._actors.get(self.of(actor))

    def side(self, actor: str | None, described: bool) -> str | None:
        """Give who it is: itself if named, the body that it is described as a part of, or None.

        Args:
            actor: id in any document, or None (NIL).
            described: what counts where the corpus does not hold the actor.
        """
        if actor is None:
            return None
        found = self.actor(actor)
        if found is None:
            return None if described else self.of(actor)
        if not found.described:
            return found.id
        body = found.parent or self._belongs.get(found.id)
        return None if body is None else self.of(body)


def find_belongs(rows: Iterable[ClaimRow]) -> dict[str, str]:
    """Find the body that reports say a described actor belongs to ("the fighters belong to the Front")."""
    told: dict[str, set[str]] = {}
    for row in rows:
        for member, body in find_membership(row):
            told.setdefault(member, set()).add(body)
    return {member: next(iter(bodies)) for member, bodies in told.items() if len(bodies) == 1}


def find_membership(row: ClaimRow) -> Iterator[tuple[str, str]]:
    """Give the described actors that a claim says belong to a body, each with the body."""
    if row.kind is ClaimKind.RELATION and row.type == "member-of" and not row.qualifier:
        for member in (a.id for a in row.agents if a.described and a.id):
            yield from ((member, a.id) for a in row.patients if a.id and not a.described)
