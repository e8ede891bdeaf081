"""The day and the place that a claim leaves to the sentences around it, looked up in its own report alone.

"A bomb went off in X on Friday. Nine people died." tells no day and no place of the nine: they are those of the attack
that the toll belongs to. They are taken only from a neighbour that the claim can belong to, only where all nearest
neighbours agree, and never where the words look back ("since the war began") or go on ("elsewhere"). What was taken is
used to hold claims against each other; the claim's row stays as it was told.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from rashomon.names import fold
from rashomon.records import ActorKind, ActorRef, PlaceKind, PlaceRef
from rashomon.resolve.accounts import Account, happened
from rashomon.resolve.kit import Kit
from rashomon.resolve.named import is_understood
from rashomon.resolve.pairs import tells_another
from rashomon.resolve.vetoes import TWO_NUMBERS, find_veto
from rashomon.resolve.when import weekday_in
from rashomon.resolve.where import Lie, find_lie

_Told = TypeVar("_Told")
_OPENING = 1  # the headline and the first sentence
_PRONOUN_REACH = 2
_ANYBODY = frozenset({ActorKind.PERSON, ActorKind.UNKNOWN})
_UNARMED = frozenset({5, 6, 7})  # classes of actors: rioters, protesters, civilians
_TAIL = 80  # what stands behind the clause may still date it


def fill_accounts(accounts: Iterable[Account], kit: Kit) -> tuple[Account, ...]:
    """Give the accounts, in their order, with days and places that their reports tell beside them.

    Args:
        accounts: claims of any kind; each is held against those of its own report.
        kit: rules; `back_words` look back, `other_words` go on.
    """
    accounts = tuple(accounts)
    reports: dict[str, list[Account]] = {}
    for account in accounts:
        if happened(account) and not account.negated:
            reports.setdefault(account.row.document, []).append(account)
    meant = {key: _resolve_pronouns(told, kit) for key, told in reports.items()}
    meant = {key: _lay_in_province(told) for key, told in meant.items()}
    filled = {account.id: account for told in meant.values() for account in told}
    filled |= {account.id: account for told in meant.values() for account in _fill_report(told, kit)}
    return tuple(filled.get(account.id, account) for account in accounts)


def _lay_in_province(told: Sequence[Account]) -> list[Account]:
    """Lay the villages that no list knows in the only province that their report tells of; its name is not lent."""
    units = {(place.adm1_id, place.country) for account in told if (place := account.place) and place.adm1_id}
    if len(units) != 1:
        return list(told)
    ((province, country),) = units
    return [
        replace(account, place=replace(place, adm1_id=province, country=country))
        if (place := account.place) and not is_understood(place)
        else account
        for account in told
    ]


def _fill_report(told: Sequence[Account], kit: Kit) -> Iterator[Account]:
    told = list(told)
    for at, account in enumerate(told):
        undated, nowhere = account.row.time is None and not _is_relative(account, kit), _is_nowhere(account)
        if not (undated or nowhere) or _is_vague(account) or _looks_back(account, kit) or tells_another(account, kit):
            continue
        hosts = _find_hosts(account, told, kit)
        fresh = _of_its_news(account, _of_its_place(account, hosts), kit)
        day = _agreed(account, fresh, _day_of, _same_day, kit) if undated else None
        place = (
            _agreed(account, _of_finer(account, hosts), _place_of, lambda one, other: _narrower(one, other, kit), kit)
            if nowhere
            else None
        )
        if day is not None or (place is not None and place != account.place):
            start, end = day or (account.start, account.end)
            lent = _names(day, place if place != account.place else None)
            told[at] = replace(account, start=start, end=end, place=place or account.place, lent=lent)
            yield told[at]


def _find_hosts(account: Account, told: Sequence[Account], kit: Kit) -> list[Account]:
    """Give the neighbours that a claim can belong to; of a toll with none, all that its report tells before it."""
    at, near = account.row.sentence_index, kit.limit("part_sentences")
    hosts = [one for one in told if abs(at - one.row.sentence_index) <= near and _can_host(account, one, kit)]
    if hosts or not account.row.figures or not kit.wholes(account.row.type):
        return hosts
    far = kit.limit("toll_sentences")
    return [one for one in told if near < at - one.row.sentence_index <= far and _can_host(account, one, kit)]


def _of_its_place(account: Account, hosts: Sequence[Account]) -> Sequence[Account]:
    """Give the hosts that tell the very place of a claim, where there are any."""
    here = account.place
    return [host for host in hosts if here and host.place and host.place.id == here.id] or hosts


def _of_its_news(account: Account, hosts: Sequence[Account], kit: Kit) -> Sequence[Account]:
    """Give the hosts whose day can be that of a claim: what opens a report is no older news told beside or after it."""
    told = account.row.published
    if not account.opens or told is None:
        return hosts
    first = told.toordinal() - kit.limit("stale_days")
    here = account.row.sentence_index
    return [host for host in hosts if host.row.sentence_index < here or host.start is None or host.start >= first]


def _of_finer(account: Account, hosts: Sequence[Account]) -> Sequence[Account]:
    """Give the hosts that tell more than the country, to a claim that tells it itself."""
    return [
        host for host in hosts if account.place is None or (host.place and host.place.kind is not PlaceKind.COUNTRY)
    ]


def _is_nowhere(account: Account) -> bool:
    """Say whether a claim tells no place, or opens its report with no more than the country."""
    if account.place is None:
        return True
    return account.place.kind is PlaceKind.COUNTRY and account.row.sentence_index <= _OPENING


def _is_relative(account: Account, kit: Kit) -> bool:
    """Say whether a clause recalls what its noun is known for ("the bus that was bombed"): that was at any time."""
    return bool(kit.rules.relative_words & set(fold(account.row.content).split()[:1]))


def _resolve_pronouns(told: Sequence[Account], kit: Kit) -> list[Account]:
    """Give claims about "it" the words of what the claim before them is about: "they blew it up", a bridge."""
    found: list[Account] = []
    for account in sorted(told, key=lambda a: (a.row.sentence_index, a.row.start, a.id)):
        words = _antecedent(account, found, kit) if _is_of_pronoun(account, kit) else frozenset[str]()
        found.append(replace(account, patient_words=words) if words else account)
    return found


def _is_of_pronoun(account: Account, kit: Kit) -> bool:
    texts = {fold(ref.text) for ref in account.row.patients}
    return bool(texts) and texts <= kit.rules.thing_pronouns and not account.patients


def _antecedent(account: Account, before: Sequence[Account], kit: Kit) -> frozenset[str]:
    """Give the words of the thing that a claim of its sort names last, at most two sentences before."""
    for other in reversed(before):
        if account.row.sentence_index - other.row.sentence_index > _PRONOUN_REACH:
            break
        if other.patient_words and not other.patients and _of_a_sort(account.row.type, other.row.type, kit):
            return other.patient_words
    return frozenset()


def _is_vague(account: Account) -> bool:
    """Say whether a claim has words of time that tell no day: it is of some other time.

    "On Saturday" of an undated report tells a day, though not which.
    """
    time = account.row.time
    return time is not None and not time.resolved and weekday_in(time) is None


def _names(day: object, place: object) -> tuple[str, ...]:
    return (*(("day",) if day else ()), *(("place",) if place else ()))


def _looks_back(account: Account, kit: Kit) -> bool:
    """Say whether the clause or what follows it looks back on a long time."""
    row = account.row
    at = row.sentence.find(row.content)
    rest = row.sentence[at + len(row.content) :][:_TAIL] if at >= 0 else ""
    return bool(kit.rules.back_words & set(fold(f"{row.content} {rest}").split()))


def _can_host(account: Account, host: Account, kit: Kit) -> bool:
    """Say whether a claim can be of, or a part of, what a neighbour tells: of a sort, and nothing parts them.

    Two tolls of one voice are two numbers, and of one day and place.
    """
    row, other = account.row, host.row
    if row.item == other.item:
        return False
    if host.anchor or not _of_a_sort(row.type, other.type, kit) or is_elsewhere(account, host, kit):
        return False
    if (other.start > row.start and tells_another(host, kit)) or _looks_back(host, kit):
        return False
    return not others_do_it(account, host, kit) and find_veto(account, host, kit) in ("", TWO_NUMBERS)


def is_elsewhere(account: Account, host: Account, kit: Kit) -> bool:
    """Say whether both tell a place and nothing ties the two: of such a neighbour not even the day is taken.

    A name that no list knows may lie in the place that its sentence tells beside it, and in any country.
    """
    one, other = account.place, host.place
    if one is None or other is None or find_lie(one, other, kit) is not Lie.OPEN:
        return False
    if one.lat is not None and other.lat is not None:
        return True
    return account.row.sentence_index != host.row.sentence_index and PlaceKind.COUNTRY not in (one.kind, other.kind)


def others_do_it(account: Account, host: Account, kit: Kit) -> bool:
    """Say whether both tell who does it and share nobody; a pronoun, a bomber and a wrong noun may be anybody's."""
    if account.actors & host.actors or account.agent_words & host.agent_words or _answers(account, host, kit):
        return False
    return all(any(_is_side(ref, kit) for ref in one.row.agents) for one in (account, host))


def _answers(account: Account, host: Account, kit: Kit) -> bool:
    """Say whether those who bear arms do the one as a part of what unarmed people do: soldiers fire into a march."""
    if not kit.is_part(account.row.type, host.row.type):
        return False
    unarmed = {ref.acled for ref in host.row.agents} <= _UNARMED
    return unarmed and not _UNARMED & {ref.acled for ref in account.row.agents}


def _is_side(ref: ActorRef, kit: Kit) -> bool:
    named = (ref.id is not None and not ref.described) or ref.acled is not None
    return (named or ref.kind not in _ANYBODY) and fold(ref.text) not in kit.rules.faceless


def _of_a_sort(one: str, other: str, kit: Kit) -> bool:
    if one == other or kit.kindred(one, other) or kit.is_part(one, other) or kit.is_part(other, one):
        return True
    return kit.family(one) == kit.family(other) and kit.family(one) in kit.rules.close_families


def _agreed(
    account: Account, hosts: Sequence[Account], value: Callable[[Account], _Told | None],
    merge: Callable[[_Told, _Told], _Told | None], kit: Kit,
) -> _Told | None:  # fmt: skip
    """Give what all of the sentence tell, else all before it, else all behind the toll that a report opens with."""
    told = [(host.row.sentence_index - account.row.sentence_index, found) for host in hosts if (found := value(host))]
    here, before = ([found for apart, found in told if there(apart)] for there in (lambda a: not a, lambda a: a < 0))
    counts = bool(kit.wholes(account.row.type) or account.row.figures)
    opens = account.row.sentence_index <= _OPENING and counts
    nearest = here or before or ([found for _, found in told] if opens else [])
    agreed = nearest[0] if nearest else None
    for found in nearest[1:]:
        agreed = None if agreed is None else merge(agreed, found)
    return agreed


def _place_of(host: Account) -> PlaceRef | None:
    return host.place


def _day_of(host: Account) -> tuple[int, int] | None:
    if host.start is None or host.end is None or host.end - host.start > 2:
        return None
    return host.start, host.end


def _same_day(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int] | None:
    return one if one == other else None


def _narrower(one: PlaceRef, other: PlaceRef, kit: Kit) -> PlaceRef | None:
    """Give the place that lies in the other, or None if neither does."""
    if one.id == other.id:
        return one
    if find_lie(one, other, kit) not in (Lie.INSIDE, Lie.COUNTRY, Lie.SAME):
        return None
    held = {one.adm2_id, one.adm1_id}
    return one if other.id in held or other.kind is PlaceKind.COUNTRY else other
