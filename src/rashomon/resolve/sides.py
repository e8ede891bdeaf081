"""Who is tied to whom and who fights whom, as the corpus tells it: nobody's side is written in a table."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from rashomon.names import fold
from rashomon.records import Actor, ActorKind, ClaimKind, DocumentCard
from rashomon.resolve.accounts import Account
from rashomon.resolve.kit import Kit

_ARMED = frozenset({ActorKind.STATE, ActorKind.FORCES})
_Links = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Sides:
    """Ties and enmities by canonical id.

    Attributes:
        ties: id -> ids it speaks for or with: parents, and the binding relations that claims assert.
        foes: id -> ids that claims tell it fights or opposes, also through those it is tied to.
        actors: canonical actors by id.
        cards: documents by id.
        warring: countries whose state or forces claims tell to fight.
        names: folded word -> country, of the one-word names of states and forces.
    """

    ties: _Links
    foes: _Links
    actors: Mapping[str, Actor]
    cards: Mapping[str, DocumentCard]
    warring: frozenset[str] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict)

    def homes(self, words: Iterable[str]) -> str | None:
        """Give the country that one of some folded words names, or None."""
        found = {self.names[word] for word in words if word in self.names}
        return next(iter(found)) if len(found) == 1 else None

    def around(self, actors: Iterable[str]) -> frozenset[str]:
        """Give the actors and all tied to them."""
        ids = frozenset(actors)
        return ids.union(*(self.ties.get(key, frozenset()) for key in ids))

    def together(self, left: str, right: str) -> bool:
        """Say whether two are one, tied, or fight a common foe and not each other."""
        if left == right or right in self.ties.get(left, frozenset()):
            return True
        one, other = self.foes.get(left, frozenset()), self.foes.get(right, frozenset())
        return bool(one & other) and right not in one and left not in other


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
    told = [account for account in accounts if not account.negated and not account.row.qualifier]
    parents = [(actor.id, actor.parent) for actor in by_id.values() if actor.parent]
    ties = _both_ways([*parents, *(pair for account in told if _binds(account, kit) for pair in _ends(account))])
    foes = _both_ways(pair for account in told if _fights(account, kit) for pair in _ends(account))
    armed = [actor for actor in by_id.values() if actor.kind in _ARMED and actor.country]
    warring = frozenset(actor.country for actor in armed if actor.country and foes.get(actor.id))
    return Sides(ties, _through_ties(foes, ties), by_id, cards, warring, _home_words(armed, kit))


def _home_words(armed: Iterable[Actor], kit: Kit) -> dict[str, str]:
    """Give the words in names of states and forces that only one country has ("russia", "russian", "kremlin")."""
    told: dict[str, set[str]] = {}
    for actor in armed:
        for name in (actor.name, *actor.names):
            for word in (
                set(fold(name).split()) - kit.rules.side_words - kit.rules.role_noise - kit.rules.office_speakers
            ):
                told.setdefault(word, set()).add(actor.country or "")
    return {word: next(iter(found)) for word, found in told.items() if len(found) == 1 and len(word) > 2}


def _binds(account: Account, kit: Kit) -> bool:
    return account.row.kind is ClaimKind.RELATION and account.row.type in kit.rules.binding


def _fights(account: Account, kit: Kit) -> bool:
    if account.row.kind is ClaimKind.RELATION:
        return account.row.type in kit.rules.hostile
    return account.row.kind is ClaimKind.EVENT and account.family in kit.rules.hostile


def _ends(account: Account) -> Iterator[tuple[str, str]]:
    return ((one, other) for one in account.agents for other in account.patients if one != other)


def _both_ways(pairs: Iterable[tuple[str, str]]) -> _Links:
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {key: frozenset(value) for key, value in found.items()}


def _through_ties(foes: _Links, ties: _Links) -> _Links:
    """Give a body the foes of its leaders and members, and these the foes of the body."""
    keys = sorted({*foes, *ties})
    return {
        key: foes.get(key, frozenset()).union(*(foes.get(tied, frozenset()) for tied in ties.get(key, ()))) - {key}
        for key in keys
    }
