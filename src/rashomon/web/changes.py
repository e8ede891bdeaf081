"""A form that a person sent -> the judgements that it means."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial

from rashomon.errors import InputError
from rashomon.judging import SAME, make_judgement, make_merge, make_parting, make_split
from rashomon.records import Actor, ActorMerge, Claim, Incident, Judgement, Place
from rashomon.records.corrections import NOWHERE, write_interval
from rashomon.store.overview import documents_naming
from rashomon.web.desk import Desk
from rashomon.web.places import find_place

AT = "@"  # between an actor and the report in which it is ticked
_MOST_PAIRS = 4000
_MOST_LETTERS = 2000


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be done.

    Attributes:
        judgements: to be appended.
        places: those that a judgement names and the ledger may not hold.
        said: what was done, in words.
    """

    judgements: tuple[Judgement, ...]
    places: tuple[Place, ...] = ()
    said: str = ""


def read_change(desk: Desk, form: Mapping[str, str], chosen: Sequence[str]) -> Change:
    """Read what a form asks for.

    Args:
        desk: the served ledger.
        form: its fields; `act` and `subject` at least.
        chosen: ids that were ticked.

    Raises:
        InputError: it asks for nothing that can be done.
    """
    subject, act = form.get("subject", ""), form.get("act", "")
    if not desk.ledger.find(subject, 1) or len(subject) < 6:
        raise InputError("There is no such record.")
    by = (form.get("by", "").strip() or desk.settings.by)[:80]
    note = form.get("note", "").strip()[:_MOST_LETTERS]
    if act in {"accept", "note", "private", "public"}:
        if act == "note" and not note:
            raise InputError("A note needs words.")
        return Change((make_judgement(subject, act, by, note=note),), said=_SAID[act])
    if act == "merge":
        return _merge(desk, subject, form.get("other", ""), by, note)
    if act == "split":
        return _split(desk, subject, chosen, by, note)
    return _slots(desk, act, form, by, note)


_SAID = {
    "accept": "Accepted",
    "note": "Noted",
    "private": "Shown by role from now on",
    "public": "Shown by name from now on",
    "reject": "Rejected",
    "retype": "Given another type",
    "relocate": "Given another place",
    "redate": "Given another day",
}


def _slots(desk: Desk, act: str, form: Mapping[str, str], by: str, note: str) -> Change:
    """Correct a claim, or all claims of an incident."""
    made = datetime.now(UTC).isoformat(timespec="milliseconds")
    other, places = _value(desk, act, form)
    claims = claims_of(desk, form["subject"])
    if not claims:
        raise InputError("Only claims and incidents can be corrected so.")
    return Change(tuple(make_judgement(c, act, by, other, note, made) for c in claims), places, _SAID[act])


def _value(desk: Desk, act: str, form: Mapping[str, str]) -> tuple[str | None, tuple[Place, ...]]:
    if act == "reject":
        return None, ()
    if act == "retype":
        if form.get("type", "") not in desk.labels:
            raise InputError("There is no such type.")
        return form["type"], ()
    if act == "redate":
        return _interval(form), ()
    if act == "relocate":
        ident = form.get("place", "")
        if ident == NOWHERE:
            return NOWHERE, ()
        place = find_place(desk, ident, form.get("words", ""))
        if place is None:
            raise InputError("Choose one of the places that are listed.")
        return place.id, (place,)
    raise InputError("There is no such correction.")


def _interval(form: Mapping[str, str]) -> str:
    first, last = form.get("first", ""), form.get("last", "")
    if not first and not last:
        return NOWHERE
    try:
        start = date.fromisoformat(first or last)
        end = date.fromisoformat(last or first)
    except ValueError as error:
        raise InputError("A day is written like 2026-03-07.") from error
    if end < start:
        raise InputError(f"The last day, {end}, lies before the first, {start}.")
    return write_interval(start, end + timedelta(days=1))


def claims_of(desk: Desk, subject: str) -> tuple[str, ...]:
    """Give the claims of an incident, or a claim itself."""
    found = next(desk.ledger.records(Incident, "id", [subject]), None)
    if found is not None:
        return found.claims
    return tuple(claim.id for claim in desk.ledger.records(Claim, "id", [subject]))


def _merge(desk: Desk, subject: str, other: str, by: str, note: str) -> Change:
    """Merge two incidents by their claims, since their ids may change, or two actors."""
    other = other.strip()
    if subject.startswith("act-"):
        if desk.ledger.actor(other) is None or other == subject:
            raise InputError("Choose another actor of this ledger.")
        return Change((make_judgement(subject, SAME, by, other, note),), said="Merged")
    left, right = claims_of(desk, subject), claims_of(desk, other)
    if not left or not right or set(left) & set(right):
        raise InputError("Choose another incident of this ledger.")
    return Change(make_merge(left, right, by, note), said="Merged")


def _split(desk: Desk, subject: str, chosen: Sequence[str], by: str, note: str) -> Change:
    if any(AT in one for one in chosen):
        return _part(desk, subject, chosen, by, note)
    members = actors_of(desk, subject) if subject.startswith("act-") else claims_of(desk, subject)
    parted = [ident for ident in members if ident in set(chosen)]
    rest = [ident for ident in members if ident not in set(chosen)]
    if not parted or not rest:
        raise InputError("Tick what is to be parted, and leave something.")
    if len(parted) * len(rest) > _MOST_PAIRS:
        raise InputError("Too many at once: part a few first.")
    return Change(make_split(parted, rest, by, note), said="Split")


def _part(desk: Desk, subject: str, chosen: Sequence[str], by: str, note: str) -> Change:
    """Part the actor as single reports know it: ids that are another one wholly, or in some reports."""
    members = actors_of(desk, subject)
    told = {ident: desk.ledger.ask(partial(documents_naming, ident=ident)) for ident in members}
    ticked = {
        ident: [key for key in told[ident] if ident in chosen or f"{ident}{AT}{key}" in chosen] for ident in members
    }
    whole = [ident for ident in members if told[ident] and len(ticked[ident]) == len(told[ident])]
    rest = [ident for ident in members if ident not in whole]
    partly = {ident: documents for ident, documents in ticked.items() if documents and ident in rest}
    if not rest or not (whole or partly):
        raise InputError("Tick what is to be parted, and leave something.")
    if (len(whole) + sum(map(len, partly.values()))) * len(rest) > _MOST_PAIRS:
        raise InputError("Too many at once: part a few first.")
    split = make_split(whole, rest, by, note)
    parted = (j for ident, documents in partly.items() for j in make_parting(ident, documents, rest, by, note))
    return Change((*split, *parted), said="Split")


def actors_of(desk: Desk, ident: str) -> tuple[str, ...]:
    """Give the actors of single documents that were merged into one."""
    merged = (merge.actor for merge in desk.ledger.records(ActorMerge, "into", [ident]))
    return tuple(dict.fromkeys((ident, *merged)))


def is_actor(desk: Desk, ident: str) -> Actor | None:
    """Give the actor of an id, if it is one's."""
    return desk.ledger.actor(ident) if ident.startswith("act-") else None
