"""One line for people about an incident, made of its own slots only."""

from collections import Counter
from collections.abc import Iterable, Sequence

from rashomon.records import ActorKind, ActorRef, PlaceRef, TimeSpan
from rashomon.resolve.accounts import Account
from rashomon.resolve.kit import Kit
from rashomon.resolve.when import day_words
from rashomon.resolve.where import place_words


def make_title(type_: str, accounts: Sequence[Account], place: PlaceRef | None, time: TimeSpan | None, kit: Kit) -> str:
    """Make the line: "Territory taken by resistance forces in Deh Salah, Baghlan, 20 Aug 2021"."""
    asserted = [account for account in accounts if not account.negated] or list(accounts)
    agent = _most_told(ref for account in asserted for ref in account.row.agents)
    patient = _most_told(ref for account in asserted for ref in account.row.patients)
    parts = [kit.label(type_)]
    if agent:
        parts.append(f"by {agent}")
    if patient and patient != agent:
        parts.append(f"({patient})")
    if place is not None:
        parts.append(f"in {place_words(place)}")
    day = "" if time is None else day_words(time)
    return " ".join(parts) + (f", {day}" if day else "")


def _most_told(refs: Iterable[ActorRef]) -> str:
    """Give the actor that most claims name; a name before a description, a private person by description."""
    listed = [ref for ref in refs if ref.name or ref.text]
    counts = Counter(_shown(ref) for ref in listed)
    named = {_shown(ref) for ref in listed if not ref.described and ref.kind is not ActorKind.UNKNOWN}
    return min(counts, key=lambda name: (name not in named, -counts[name], len(name), name), default="")


def _shown(ref: ActorRef) -> str:
    if ref.private:
        return ref.description or "a private person"
    return ref.name or ref.text
