"""One line for people about an incident, made of its own slots only."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rashomon.records import ActorRef, PlaceRef, TimeSpan
from rashomon.resolve.accounts import Account
from rashomon.resolve.kit import Kit
from rashomon.resolve.named import is_the_place
from rashomon.resolve.shown import shown_name
from rashomon.resolve.when import day_words
from rashomon.resolve.where import place_words


def make_title(type_: str, accounts: Sequence[Account], place: PlaceRef | None, time: TimeSpan | None, kit: Kit) -> str:
    """Make the line: "Territory taken by resistance forces in Deh Salah, Baghlan, 20 Aug 2021"."""
    asserted = [account for account in accounts if not account.negated] or list(accounts)
    agents = list(_side(asserted, "agents"))
    agent = _most_told(agents, place, kit) if _is_shared(agents, len(asserted)) else ""
    patient = _most_told(_side(asserted, "patients"), place, kit)
    parts = [kit.label(type_)]
    if agent:
        parts.append(f"by {agent}")
    if patient and patient != agent:
        parts.append(f"({patient})")
    if place is not None:
        parts.append(f"in {place_words(place)}")
    day = "" if time is None else day_words(time)
    return " ".join(parts) + (f", {day}" if day else "")


def _side(accounts: Iterable[Account], slot: str) -> Iterator[tuple[str, ActorRef]]:
    """Give the actors of one slot, each under its canonical id; those that the account does not count are left out."""
    for account in accounts:
        counted: frozenset[str] = getattr(account, slot)
        for ref in getattr(account.row, slot):
            key = account.canonical(ref)
            if key is None or key in counted:
                yield key or (ref.name or ref.text).lower(), ref


def _is_shared(agents: Sequence[tuple[str, ActorRef]], accounts: int) -> bool:
    """Say whether one agent stands in half of the accounts: a title puts on nobody what one of many tells."""
    counts = Counter(key for key, _ in agents)
    return bool(counts) and 2 * max(counts.values()) >= accounts


def _most_told(told: Iterable[tuple[str, ActorRef]], place: PlaceRef | None, kit: Kit) -> str:
    """Give the actor that most claims tell; by name if one does, else in the fewest words; a private one by role."""
    named = [(key, ref) for key, ref in told if not is_the_place(ref, place)]
    listed = [(key, ref.described, shown) for key, ref in named if (shown := shown_name(ref, place, kit))]
    counts = Counter(key for key, _, _ in listed)
    if not counts:
        return ""
    best = min(counts, key=lambda key: (-counts[key], key))
    return min((described, len(shown), shown) for key, described, shown in listed if key == best)[2]
