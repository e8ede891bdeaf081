"""What every step of resolve is given beside its records: the rules, and what a type is of."""

from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.lexicon import Lexicon
from rashomon.lexicon.resolution import ResolutionRules


@dataclass(frozen=True, slots=True)
class Kit:
    """Rules and tables.

    Attributes:
        lexicon: all tables.
        rules: those of resources/resolve.yaml.
        families: event type -> family.
        labels: event type -> label for people.
    """

    lexicon: Lexicon
    rules: ResolutionRules
    families: Mapping[str, str]
    labels: Mapping[str, str]

    def weight(self, name: str) -> float:
        """Give the points of one reason."""
        return self.rules.weights[name]

    def limit(self, name: str) -> float:
        """Give one threshold."""
        return self.rules.limits[name]

    def family(self, type_: str) -> str:
        """Give the family of an event type; a type that no table knows is its own."""
        return self.families.get(type_, type_)

    def label(self, type_: str) -> str:
        """Give the label of a type for people."""
        return self.labels.get(type_) or type_.replace("-", " ").replace("_", " ")

    def kindred(self, left: str, right: str) -> bool:
        """Say whether two types of different families can tell one happening."""
        one, other = self._names(left), self._names(right)
        return any(one & group and other & group for group in self.rules.kindred)

    def wholes(self, type_: str) -> frozenset[str]:
        """Give the types (or families) that a type can be a part of; empty if none."""
        return frozenset[str]().union(*(self.rules.parts.get(name, frozenset()) for name in self._names(type_)))

    def is_part(self, type_: str, whole: str) -> bool:
        """Say whether one type can be a part of another."""
        return bool(self.wholes(type_) & self._names(whole))

    def _names(self, type_: str) -> frozenset[str]:
        """Give the names under which a type stands in resources/resolve.yaml: its own, and "family/*"."""
        return frozenset({type_, f"{self.family(type_)}/*"})

    def bucket(self, type_: str) -> tuple[str, ...]:
        """Give the block names of a type: its family and every kindred group it stands in."""
        names = self._names(type_)
        groups = (min(group) for group in self.rules.kindred if names & group)
        return (self.family(type_), *(f"~{name}" for name in groups))


def make_kit(lexicon: Lexicon) -> Kit:
    """Make the kit of a lexicon."""
    types = lexicon.events.types
    return Kit(
        lexicon=lexicon,
        rules=lexicon.resolution,
        families={type_.name: type_.family for type_ in types.values()},
        labels={type_.name: type_.label for type_ in types.values()},
    )
