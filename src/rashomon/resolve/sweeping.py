"""Denials of all: "no town has fallen", "nobody was shot" deny every happening of their sort in their report's country.

They name no place and nobody in particular, so they share nothing with what they deny but its sort and its days, and
join nothing: each is set against what it denies.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from rashomon.names import fold
from rashomon.resolve.accounts import Account, happened
from rashomon.resolve.denials import Bound
from rashomon.resolve.kit import Kit
from rashomon.resolve.vetoes import find_veto

_OPENING = 2  # the word for nothing opens the clause: "no town", "nobody"
_MOST = 12  # happenings that one denial is set against, the nearest first


def find_sweeping(accounts: Iterable[Account], kit: Kit) -> tuple[Bound, ...]:
    """Find the denials of all and what each denies, other voices' accounts only.

    Args:
        accounts: claims of any kind.
        kit: rules; `sweeping_words` are the words for nothing and nobody.
    """
    accounts = tuple(accounts)
    told = [account for account in accounts if happened(account)]
    denials = [account for account in told if sweeps(account, kit)]
    types = {type_ for denial in denials for type_ in swept_types(denial.row.type, kit)}
    asserted: dict[str, list[Account]] = {}
    for account in told:
        if not account.negated and account.row.type in types:
            asserted.setdefault(account.row.type, []).append(account)
    homes = find_homes(accounts, {denial.row.document for denial in denials})
    found = (
        bind_sweeping(
            denial,
            [a for type_ in swept_types(denial.row.type, kit) for a in asserted.get(type_, ())],
            homes.get(denial.row.document),
            kit,
        )
        for denial in denials
    )
    return tuple(bound for bound in found if bound.answers)


def swept_types(type_: str, kit: Kit) -> tuple[str, ...]:
    """Give the types that a denial denies: its own; that no town has fallen denies that one was given up, too."""
    return tuple(sorted(kit.rules.turnovers)) if type_ in kit.rules.falls else (type_,)


def sweeps(account: Account, kit: Kit) -> bool:
    """Say whether it denies all of a sort: a clause of no place that opens with a word for nothing.

    Who says that nobody was hurt or taken mostly speaks of one happening, and "no other town" of the others.
    """
    if not account.negated or account.place is not None or account.family in kit.rules.once_families:
        return False
    words = fold(account.row.content).split()
    while words and words[0] in kit.rules.existential_words:
        words = words[1:]
    return bool(kit.rules.sweeping_words & set(words[:_OPENING])) and not kit.rules.other_words & set(words)


def find_homes(accounts: Iterable[Account], documents: set[str]) -> dict[str, str]:
    """Give the country that a report tells of most."""
    counts: dict[str, Counter[str]] = {}
    for account in accounts:
        if account.row.document in documents and account.place is not None and account.place.country:
            counts.setdefault(account.row.document, Counter())[account.place.country] += 1
    return {key: min(found, key=lambda country: (-found[country], country)) for key, found in counts.items()}


def bind_sweeping(denial: Account, others: Iterable[Account], home: str | None, kit: Kit) -> Bound:
    """Find what a denial of all denies among assertions of its type."""
    meant = sorted(_ranked(denial, others, home, kit))[:_MOST]
    why = "a denial of all happenings of this sort"
    return Bound(denial.id, tuple(sorted(key for _, key in meant)), True, why)


def _ranked(denial: Account, others: Iterable[Account], home: str | None, kit: Kit) -> Iterator[tuple[int, str]]:
    for other in others:
        here = other.row.document == denial.row.document
        if (other.speaker == denial.speaker and here) or _own_doing(denial, other):
            continue
        reached = here or _in_reach(denial, other, home, kit)
        if reached and _of_these(denial, other, kit) and not find_veto(denial, other, kit):
            yield (0 if here else 1), other.id


def _own_doing(denial: Account, other: Account) -> bool:
    """Say whether the side that denies is said to have done it, and says so itself in no other report."""
    return denial.side is not None and denial.side in other.agents and other.speaker != denial.speaker


def _of_these(denial: Account, other: Account, kit: Kit) -> bool:
    """Say whether whom the denial names or describes takes part; the town of "no town has fallen" is any place."""
    if denial.actors and not _shares_named(denial, other):
        return False
    if denial.agent_words and other.row.agents and not denial.agent_words & other.agent_words:
        return False
    of_places = denial.row.type in kit.rules.turnovers
    return of_places or not denial.patient_words or bool(denial.patient_words & other.patient_words)


def _shares_named(denial: Account, other: Account) -> bool:
    """Say whether somebody whom the denial names takes part, or is named in the other's clause."""
    if denial.actors & other.actors:
        return True
    named = (ref.name for ref in (*denial.row.agents, *denial.row.patients) if not ref.described and " " in ref.name)
    return any(fold(name) in fold(other.row.content) for name in named)


def _in_reach(denial: Account, other: Account, home: str | None, kit: Kit) -> bool:
    """Say whether it lies in the denial's country and the days before; a part of a larger happening never does."""
    same_land = home is not None and other.place is not None and other.place.country == home
    if kit.wholes(denial.row.type) or not (same_land or _shares_named(denial, other)):
        return False
    said = denial.row.published
    if said is None or other.news_day is None:
        return False
    return 0 <= said.toordinal() - other.news_day <= kit.limit("news_days")
