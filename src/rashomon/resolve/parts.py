"""A toll, a capture, a looting told beside a fight is a part of it: it hangs under it and is not joined with it."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from rashomon.records import Scope
from rashomon.resolve.accounts import Account
from rashomon.resolve.context import others_do_it
from rashomon.resolve.groups import Group
from rashomon.resolve.kit import Kit
from rashomon.resolve.pairs import tells_another
from rashomon.resolve.vetoes import LATER_DEAD, OTHER_DAYS, find_veto

_Ranked = tuple[float, int, str]
_Place = tuple[bool, float]
_WITHIN: _Place = (False, 0)


def find_parts(groups: Sequence[Group], kit: Kit) -> dict[str, str]:
    """Find which group can be a part of which: id of the part -> id of the whole.

    A part is told within `limits.part_sentences` of its whole in one report, by a type that can be a part of the
    other's, about an actor or a place of it, and nothing parts the two; or in its very sentence, which goes before all
    others, or with the day and place that it lends, if no other happening there can be the whole.
    """
    by_document: dict[str, list[tuple[Account, Group]]] = {}
    for group in groups:
        for account in group.accounts:
            if not account.negated:
                by_document.setdefault(account.row.document, []).append((account, group))
    found: dict[str, tuple[_Ranked, str]] = {}
    beside: dict[str, dict[str, _Place]] = {}
    for told in by_document.values():
        _of_document(sorted(told, key=lambda pair: (pair[0].row.sentence_index, pair[0].id)), found, beside, kit)
    own = {part for part, wholes in beside.items() if min(wholes.values()) == _WITHIN}
    whole_of = {part: whole for part, ((far, *_), whole) in found.items() if not far or part not in own}
    nearest = {part: _nearest(wholes) for part, wholes in beside.items() if part not in whole_of}
    return {**whole_of, **{part: whole for part, whole in nearest.items() if whole is not None}}


def _nearest(wholes: Mapping[str, _Place]) -> str | None:
    """Give the only one of the nearest wholes, None if two are equally near; what is told before comes first."""
    least = min(wholes.values())
    near = [whole for whole, far in wholes.items() if far == least]
    return near[0] if len(near) == 1 else None


def without_circles(parts: Mapping[str, str]) -> dict[str, str]:
    """Leave out the ties that would make a whole a part of its own part: of each circle that of its last id."""
    return {part: whole for part, whole in parts.items() if part != max(find_circle(part, parts.get), default="")}


def find_circle(part: str, whole_of: Callable[[str], str | None]) -> tuple[str, ...]:
    """Give the circle that a part stands in, itself among it; empty if it stands in none."""
    walk = [part]
    at = whole_of(part)
    while at is not None and at not in walk:
        walk.append(at)
        at = whole_of(at)
    return tuple(walk) if at == part else ()


def _of_document(
    told: Sequence[tuple[Account, Group]],
    found: dict[str, tuple[_Ranked, str]],
    beside: dict[str, dict[str, _Place]],
    kit: Kit,
) -> None:
    near, far = int(kit.limit("part_sentences")), int(kit.limit("toll_sentences"))
    for at, (one, group) in enumerate(told):
        for other, whole in _within(told, at, far if one.lent else near):
            if not _can_be_part(one, other, kit) or group.id == whole.id or not _has_total(one, whole):
                continue
            if _parted(group, whole, kit):
                if _is_told_with(one, other) and _only_later(group, whole, kit):
                    beside.setdefault(group.id, {})[whole.id] = _WITHIN
            elif _far(one, other) <= near and _fits(one, other):
                rank = (_far(one, other), 0 if other.row.sentence_index <= one.row.sentence_index else 1, whole.id)
                if group.id not in found or rank < found[group.id][0]:
                    found[group.id] = (rank, whole.id)
            elif _is_toll(group, kit) and _stands_beside(one, other, kit):
                wholes, place = beside.setdefault(group.id, {}), _behind(one, other)
                wholes[whole.id] = min(place, wholes.get(whole.id, place))


def _is_told_with(one: Account, other: Account) -> bool:
    """Say whether a toll's own clause holds the attack: "raised the toll of Friday's bombing", "of the bus bombed"."""
    row, inner = one.row, other.row
    if row.document != inner.document or row.item == inner.item:
        return False
    return (row.start <= inner.start and inner.end <= row.end) or f"{inner.content} " in f"{row.content} "


def _only_later(part: Group, whole: Group, kit: Kit) -> bool:
    """Say whether nothing parts a toll from an attack but that it was told or rose in the days after."""
    last = kit.limit("toll_days")
    days = [(one, other) for one in part.accounts for other in whole.accounts if find_veto(one, other, kit)]
    days = [(one, other) for one, other in days if find_veto(one, other, kit) != LATER_DEAD]
    return _is_toll(part, kit) and all(
        find_veto(one, other, kit) == OTHER_DAYS
        and one.start is not None and other.start is not None and 0 < one.start - other.start <= last
        for one, other in days
    )  # fmt: skip


def _is_toll(group: Group, kit: Kit) -> bool:
    """Say whether a group tells nothing that could be a whole of its own."""
    return all(kit.wholes(account.row.type) for account in group.accounts)


def _stands_beside(one: Account, other: Account, kit: Kit) -> bool:
    """Say whether a toll stands in the sentence of an attack or behind it on its day, or takes day or place from it."""
    apart = one.row.sentence_index - other.row.sentence_index
    lent = bool(one.lent) and (one.start, one.place) == (other.start, other.place)
    follows = apart == 1 and one.start == other.start and (one.start is not None or one.row.time is None)
    if not (lent or follows or apart == 0):
        return False
    return not any(tells_another(account, kit) for account in (one, other)) and not others_do_it(one, other, kit)


def _within(told: Sequence[tuple[Account, Group]], at: int, reach: int) -> Iterable[tuple[Account, Group]]:
    here = told[at][0].row.sentence_index
    for step in (-1, 1):
        near = at + step
        while 0 <= near < len(told) and abs(told[near][0].row.sentence_index - here) <= reach:
            yield told[near]
            near += step


def _can_be_part(one: Account, other: Account, kit: Kit) -> bool:
    return kit.is_part(one.row.type, other.row.type) and not kit.is_part(other.row.type, one.row.type)


def _has_total(one: Account, whole: Group) -> bool:
    """Say whether a whole tells how many there were of whom an account tells only some ("nine of the dead")."""
    some = {figure.measure for figure in one.row.figures if figure.scope is Scope.PART}
    some -= {figure.measure for figure in one.row.figures if figure.scope is not Scope.PART}
    told = {figure.measure for account in whole.accounts for figure in account.row.figures}
    return some <= told


def _fits(one: Account, other: Account) -> bool:
    """Say whether the two tell of one actor or side, or one voice tells both of one day ("our men took prisoners")."""
    quoted = one.speaker == other.speaker and not one.speaker.startswith("out:")
    if quoted and one.start is not None and one.start == other.start:
        return True
    same_agent = one.agents & other.agents or one.agent_words & other.agent_words
    return bool(same_agent or one.patients & other.patients or one.patient_words & other.patient_words)


def _behind(part: Account, whole: Account) -> _Place:
    """Give whether a whole is told after its part, and how many sentences lie between."""
    return whole.row.sentence_index > part.row.sentence_index, _far(part, whole)


def _far(one: Account, other: Account) -> float:
    return abs(one.row.sentence_index - other.row.sentence_index)


def _parted(part: Group, whole: Group, kit: Kit) -> bool:
    return any(find_veto(one, other, kit) for one in part.accounts[:12] for other in whole.accounts[:12])
