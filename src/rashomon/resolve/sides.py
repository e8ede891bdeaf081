"""Who is tied to whom and who fights whom, as the corpus tells it: nobody's side is written in a table.

Whatever is asked of the sides is written down as a question with its answer, so that a later resolving knows which
outcomes rest on an answer that has changed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from rashomon.names import fold
from rashomon.records import Actor, ActorKind, ClaimKind, DocumentCard
from rashomon.resolve.accounts import Account
from rashomon.resolve.kit import Kit

T_co = TypeVar("T_co", covariant=True)

_ARMED = frozenset({ActorKind.STATE, ActorKind.FORCES})
_NOBODY: frozenset[str] = frozenset()
WARRING = "warring"


class Found(Protocol[T_co]):
    """What is looked up by key: a mapping, or what stands in for one."""

    def get(self, key: str, /) -> T_co | None:
        """Give the value, or None."""


Links = Found[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Sides:
    """Ties and enmities by canonical id.

    Attributes:
        ties: id -> ids it speaks for or with: parents, and the binding relations that claims assert.
        foes: id -> ids that claims tell it fights or opposes itself.
        actors: canonical actors by id.
        cards: documents by id.
        armed: countries of the states and forces, by id.
        names: folded word -> the one country of all states and forces that have it in their names.
        asked: the questions put so far: who asks takes them out.
    """

    ties: Links
    foes: Links
    actors: Found[Actor]
    cards: Found[DocumentCard]
    armed: Mapping[str, str] = field(default_factory=dict)
    names: Found[str] = field(default_factory=dict[str, str])
    asked: set[str] = field(default_factory=set)

    def actor(self, ident: str) -> Actor | None:
        """Give a canonical actor."""
        self.asked.add(f"actor|{ident}")
        return self.actors.get(ident)

    def anybody(self, key: str) -> bool:
        """Say whether a key is a mere description, of no known body: "soldiers" may be anybody's."""
        actor = None if key.startswith("~") else self.actor(key)
        return key.startswith("~") or (actor is not None and actor.described and not actor.parent)

    def home(self, words: Iterable[str]) -> str | None:
        """Give the country that one of some folded words names, or None."""
        found = {country for word in words if (country := self._home(word)) is not None}
        return next(iter(found)) if len(found) == 1 else None

    def _home(self, word: str) -> str | None:
        self.asked.add(f"home|{word}")
        return self.names.get(word)

    def warring(self) -> frozenset[str]:
        """Give the countries whose state or forces claims tell to fight."""
        self.asked.add(WARRING)
        return frozenset(country for actor, country in self.armed.items() if self.foes.get(actor))

    def tied(self, one: str, other: str) -> bool:
        """Say whether two are one, or one speaks for or with the other."""
        self.asked.add(f"tied|{one}|{other}")
        return one == other or other in (self.ties.get(one) or _NOBODY)

    def fights(self, one: str) -> bool:
        """Say whether an actor fights or opposes anybody, itself or through those it is tied to."""
        self.asked.add(f"fights|{one}")
        return bool(self._foes(one))

    def together(self, left: str, right: str) -> bool:
        """Say whether two are one, tied, or fight a common foe and not each other."""
        self.asked.add(f"together|{left}|{right}")
        if left == right or right in (self.ties.get(left) or _NOBODY):
            return True
        one, other = self._foes(left), self._foes(right)
        return bool(one & other) and right not in one and left not in other

    def _foes(self, key: str) -> frozenset[str]:
        """Give the foes of an actor and of those it is tied to: of a body its leaders' and members', and back."""
        ties = self.ties.get(key) or _NOBODY
        return (self.foes.get(key) or _NOBODY).union(*(self.foes.get(tied) or _NOBODY for tied in ties)) - {key}

    def take(self) -> frozenset[str]:
        """Take out the questions asked since the last time."""
        asked = frozenset(self.asked)
        self.asked.clear()
        return asked

    def answer(self, question: str) -> str:
        """Put a question again; give the answer in one form for all."""
        what, *about = question.split("|")
        if what == "home":
            return self._home(about[0]) or ""
        if what == WARRING:
            return " ".join(sorted(self.warring()))
        if what == "fights":
            return "yes" if self.fights(about[0]) else ""
        return "yes" if (self.tied if what == "tied" else self.together)(*about) else ""


def make_sides(
    actors: Iterable[Actor], accounts: Iterable[Account], cards: Mapping[str, DocumentCard], kit: Kit
) -> Sides:
    """Make the ties and enmities of a corpus.

    Args:
        actors: canonical ones.
        accounts: all claims; denied ones tie nobody.
        cards: documents by id.
        kit: binding relations and hostile families, from resources/resolve.yaml.
    """
    by_id = {actor.id: actor for actor in actors}
    accounts = tuple(accounts)
    parents = [(actor.id, actor.parent) for actor in by_id.values() if actor.parent]
    ties = _both_ways([*parents, *(pair for account in accounts for pair in find_ties(account, kit))])
    foes = _both_ways(pair for account in accounts for pair in find_foes(account, kit))
    armed = {actor.id: actor.country for actor in by_id.values() if is_armed(actor) and actor.country}
    told: dict[str, set[str]] = {}
    for key, country in armed.items():
        for word in home_words(by_id[key], kit):
            told.setdefault(word, set()).add(country)
    names = {word: next(iter(found)) for word, found in told.items() if len(found) == 1}
    return Sides(ties, foes, by_id, cards, armed, names)


def is_armed(actor: Actor) -> bool:
    """Say whether it is a state, or forces of one."""
    return actor.kind in _ARMED


def home_words(actor: Actor, kit: Kit) -> frozenset[str]:
    """Give the words of a state's or force's names that may tell its country ("russia", "russian", "kremlin")."""
    skipped = kit.rules.side_words | kit.rules.role_noise | kit.rules.office_speakers
    words = {word for name in (actor.name, *actor.names) for word in fold(name).split()}
    return frozenset(word for word in words - skipped if len(word) > 2)


def find_ties(account: Account, kit: Kit) -> Iterator[tuple[str, str]]:
    """Give the pairs that a claim binds together."""
    binds = account.row.kind is ClaimKind.RELATION and account.row.type in kit.rules.binding
    return _ends(account) if binds and _holds(account) else iter(())


def find_foes(account: Account, kit: Kit) -> Iterator[tuple[str, str]]:
    """Give the pairs that a claim tells to fight or oppose each other."""
    return _ends(account) if _fights(account, kit) and _holds(account) else iter(())


def _holds(account: Account) -> bool:
    return not account.negated and not account.row.qualifier


def _fights(account: Account, kit: Kit) -> bool:
    if account.row.kind is ClaimKind.RELATION:
        return account.row.type in kit.rules.hostile
    return account.row.kind is ClaimKind.EVENT and account.family in kit.rules.hostile


def _ends(account: Account) -> Iterator[tuple[str, str]]:
    return ((one, other) for one in sorted(account.agents) for other in sorted(account.patients) if one != other)


def _both_ways(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {key: frozenset(value) for key, value in found.items()}
