"""Entities that do not overlap, gathered by rules in their order."""

from collections.abc import Iterable

from rashomon.records import Entity


class Cover:
    """Entities that do not overlap: who comes first stays."""

    def __init__(self, count: int) -> None:
        self._taken = bytearray(count)
        self._found: list[Entity] = []

    def add_all(self, entities: Iterable[Entity]) -> None:
        """Add those that overlap none that is there."""
        for entity in entities:
            if not any(self._taken[entity.first : entity.last]):
                self._taken[entity.first : entity.last] = b"\x01" * (entity.last - entity.first)
                self._found.append(entity)

    def free(self, first: int, last: int) -> bool:
        """Say whether nothing covers a token of the stretch."""
        return not any(self._taken[first:last])

    def entities(self) -> tuple[Entity, ...]:
        """Give them in text order."""
        return tuple(sorted(self._found, key=lambda entity: entity.first))


def size(entity: Entity) -> int:
    """Give the number of tokens."""
    return entity.last - entity.first
