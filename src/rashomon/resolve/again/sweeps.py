"""Denials of all set again against what they deny: those around which something has changed."""

from collections.abc import Iterable, Iterator

from rashomon.resolve.accounts import Account, happened
from rashomon.resolve.again.tellers import Tellers
from rashomon.resolve.denials import Bound
from rashomon.resolve.kit import Kit
from rashomon.resolve.memory import Mark, Memory, make_key
from rashomon.resolve.sweeping import bind_sweeping, find_homes


def find_swept(memory: Memory, marks: Iterable[Mark], documents: Iterable[str], kit: Kit) -> set[str]:
    """Find the denials of all that may deny otherwise now.

    Args:
        memory: what is remembered.
        marks: those of changed claims, as they were and as they are.
        documents: those that tell one of the claims.
        kit: rules.
    """
    reach = kit.limit("news_days")
    days: dict[str, set[int]] = {}
    for mark in marks:
        if mark.sort == "news":
            days.setdefault(mark.type, set()).add(mark.order)
    denials = memory.marks("sweep", (make_key("sweep", type_) for type_ in days))
    found = {mark.member for mark in denials if any(0 <= mark.order - day <= reach for day in days[mark.type])}
    told = {mark.member for mark in memory.marks("claim", (make_key("claim", key) for key in documents))}
    return found | {mark.member for mark in memory.marks_of("sweep", told)}


def sweep(memory: Memory, tellers: Tellers, denials: Iterable[str], kit: Kit) -> Iterator[Bound]:
    """Find what denials of all deny."""
    sorts: dict[str, list[Mark]] = {}
    for mark in memory.marks_of("sweep", denials):
        sorts.setdefault(mark.member, []).append(mark)
    for denial, marks in sorts.items():
        types = {mark.type for mark in marks}
        report, said = marks[0].extra, marks[0].order
        here = memory.marks("claim", [make_key("claim", report)])
        told = list(tellers.accounts(one.member for one in here).values())
        low = said - int(kit.limit("news_days"))
        near = [one for type_ in types for one in memory.marks_within("news", make_key("news", type_), low, said)]
        others = {account.id: account for account in told if _is_sort(account, types)}
        others.update(tellers.accounts(one.member for one in near))
        home = find_homes(told, {report}).get(report)
        yield bind_sweeping(tellers.accounts([denial])[denial], [others[key] for key in sorted(others)], home, kit)


def _is_sort(account: Account, types: set[str]) -> bool:
    return happened(account) and not account.negated and account.row.type in types
