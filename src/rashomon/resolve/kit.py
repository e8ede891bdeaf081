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
        names: event type -> names under which it stands in resources/resolve.yaml.
        circles: event type -> numbers of the kindred groups that it stands in.
        holders: event type -> types (or families) that it can be a part of.
    """

    lexicon: Lexicon
    rules: ResolutionRules
    families: Mapping[str, str]
    labels: Mapping[str, str]
    names: Mapping[str, frozenset[str]]
    circles: Mapping[str, frozenset[int]]
    holders: Mapping[str, frozenset[str]]

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

    def title_form(self, type_: str) -> tuple[str, str, str] | None:
        """Give what a type is called in a title, and the words before who does it and before whom it strikes."""
        forms = self.rules.titles
        noun, agent, patient = forms.get(type_) or forms.get(f"{self.family(type_)}/*") or ("", "", "")
        return (noun or self.label(type_), agent, patient) if agent else None

    def kindred(self, left: str, right: str) -> bool:
        """Say whether two types of different families can tell one happening."""
        one, other = self.circles.get(left), self.circles.get(right)
        one = _circles(self._names(left), self.rules) if one is None else one
        other = _circles(self._names(right), self.rules) if other is None else other
        return not one.isdisjoint(other)

    def wholes(self, type_: str) -> frozenset[str]:
        """Give the types (or families) that a type can be a part of; empty if none."""
        found = self.holders.get(type_)
        return _holders(self._names(type_), self.rules) if found is None else found

    def is_part(self, type_: str, whole: str) -> bool:
        """Say whether one type can be a part of another."""
        return not self.wholes(type_).isdisjoint(self._names(whole))

    def _names(self, type_: str) -> frozenset[str]:
        """Give the names under which a type stands in resources/resolve.yaml: its own, and "family/*"."""
        found = self.names.get(type_)
        return _names(type_, self.family(type_)) if found is None else found

    def bucket(self, type_: str) -> tuple[str, ...]:
        """Give the block names of a type: its family and every kindred group it stands in."""
        names = self._names(type_)
        groups = (min(group) for group in self.rules.kindred if names & group)
        return (self.family(type_), *(f"~{name}" for name in groups))


def _names(type_: str, family: str) -> frozenset[str]:
    return frozenset({type_, f"{family}/*"})


def _circles(names: frozenset[str], rules: ResolutionRules) -> frozenset[int]:
    return frozenset(number for number, group in enumerate(rules.kindred) if names & group)


def _holders(names: frozenset[str], rules: ResolutionRules) -> frozenset[str]:
    return frozenset[str]().union(*(rules.parts.get(name, frozenset()) for name in names))


def make_kit(lexicon: Lexicon) -> Kit:
    """Make the kit of a lexicon."""
    types, rules = lexicon.events.types, lexicon.resolution
    names = {type_.name: _names(type_.name, type_.family) for type_ in types.values()}
    return Kit(
        lexicon=lexicon,
        rules=rules,
        families={type_.name: type_.family for type_ in types.values()},
        labels={type_.name: type_.label for type_ in types.values()},
        names=names,
        circles={type_: _circles(own, rules) for type_, own in names.items()},
        holders={type_: _holders(own, rules) for type_, own in names.items()},
    )
