"""Records that may be the same as one, for a person who wants to merge: those near it, or those called as is typed."""

from collections.abc import Iterable, Iterator

from rashomon.records import Actor, Query
from rashomon.store.overview import LightIncident
from rashomon.web import shown
from rashomon.web.desk import Desk

_MOST = 8
_LONG_WORD = 3

# Id, title or name, and what tells it from others.
Likely = tuple[str, str, str]


def find_likely(desk: Desk, subject: str, words: str = "") -> list[Likely]:
    """Give what may be the same as a record, the likeliest first.

    Args:
        desk: the served ledger.
        subject: id of an incident or an actor.
        words: of a title or name, or the beginning of an id; "" for what is near by itself.
    """
    if subject.startswith("act-"):
        own = desk.ledger.actor(subject)
        return [] if own is None else _actors(desk, own, words)
    return _incidents(desk, subject, words)


def _incidents(desk: Desk, subject: str, words: str) -> list[Likely]:
    rows = desk.snapshot.incidents()
    own = next((row for row in rows if row.id == subject), None)
    if own is None:
        return []
    scored = ((_points(own, row, desk), row) for row in rows if row.id != subject)
    if words:
        found = [(points, row) for points, row in scored if _fits(words, row.id, (desk.line(row.title),))]
    else:
        found = [(points, row) for points, row in scored if points >= 2]
    found.sort(key=lambda pair: (-pair[0], pair[1].id))
    return [(row.id, desk.line(row.title), _told(row)) for _, row in found[:_MOST]]


def _told(row: LightIncident) -> str:
    return f"{shown.iso_interval_words(row.start, row.end)}, {row.claims} claim{'' if row.claims == 1 else 's'}"


def _points(own: LightIncident, row: LightIncident, desk: Desk) -> int:
    """Count what speaks for one happening: type and its group, place and its province, first day."""
    points = (row.type == own.type) + (desk.group_of.get(row.type) == desk.group_of.get(own.type))
    points += 2 * (row.place is not None and row.place == own.place) + (row.adm1 is not None and row.adm1 == own.adm1)
    return points + 2 * (row.start is not None and row.start == own.start)


def _actors(desk: Desk, own: Actor, words: str) -> list[Likely]:
    """Give actors that share a word of a name, or are called as is typed."""
    wanted = set(_long_words((own.name, *own.names)))
    found = []
    for other, reports in desk.ledger.actors(Query()):
        called = (shown.actor_name(other, desk.settings.names), *(() if other.private else other.names))
        shared = len(wanted & set(_long_words(called)))
        if other.id != own.id and (_fits(words, other.id, called) if words else shared):
            found.append((-shared, other.id, called[0], f"{other.kind.value}, {len(reports)} report(s)"))
    return [(ident, name, why) for _, ident, name, why in sorted(found)[:_MOST]]


def _fits(words: str, ident: str, called: Iterable[str]) -> bool:
    wanted = words.casefold().split()
    return ident.startswith(words.strip()) or any(all(w in name.casefold() for w in wanted) for name in called)


def _long_words(names: Iterable[str]) -> Iterator[str]:
    return (word.casefold() for name in names for word in name.split() if len(word) >= _LONG_WORD)
