"""Union-find over strings; the root of a set is its smallest member, so that order never shows."""

from collections.abc import Iterable


class Union:
    """Disjoint sets of strings."""

    def __init__(self, members: Iterable[str] = ()) -> None:
        self._parent: dict[str, str] = {member: member for member in members}

    def root(self, member: str) -> str:
        """Give the smallest member of the set that holds this one; an unknown member is a set of its own."""
        parent = self._parent
        at = parent.setdefault(member, member)
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        parent[member] = at
        return at

    def join(self, left: str, right: str) -> str:
        """Join two sets; give the root."""
        one, other = sorted((self.root(left), self.root(right)))
        self._parent[other] = one
        return one

    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Give all sets, members sorted, sets by root."""
        found: dict[str, list[str]] = {}
        for member in sorted(self._parent):
            found.setdefault(self.root(member), []).append(member)
        return tuple(tuple(members) for _, members in sorted(found.items()))
