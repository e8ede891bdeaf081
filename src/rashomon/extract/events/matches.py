"""A word that tells an event, with what its row takes of the words around it."""

from dataclasses import dataclass

from rashomon.extract.events.supports import Carried
from rashomon.extract.events.syntax import Arguments
from rashomon.lexicon.triggers import Trigger


@dataclass(frozen=True, slots=True)
class Match:
    """A word that tells an event.

    Attributes:
        token: index of the trigger's head.
        trigger: the row that matched.
        arguments: of the verb (of the support verb for a noun), or None for a bare noun.
        carried: the support verb of a noun, or None.
        light: index of the object that is part of the trigger, or None.
        particles: of the verb, on which the parser hangs what stands behind them ("pulled back from the town").
    """

    token: int
    trigger: Trigger
    arguments: Arguments | None
    carried: Carried | None = None
    light: int | None = None
    particles: tuple[int, ...] = ()

    @property
    def anchors(self) -> tuple[int, ...]:
        """Tokens whose dependents tell circumstances of the event."""
        found = (self.token, self.light, None if self.carried is None else self.carried.verb, *self.particles)
        return tuple(index for index in found if index is not None)
