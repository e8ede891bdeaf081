"""A toll, a capture, a looting told beside a fight is a part of it: it hangs under it and is not joined with it."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from rashomon.resolve.accounts import Account
from rashomon.resolve.groups import Group
from rashomon.resolve.kit import Kit
from rashomon.resolve.pairs import find_veto


def find_parts(groups: Sequence[Group], kit: Kit) -> dict[str, str]:
    """Find which group can be a part of which: id of the part -> id of the whole.

    A part is told within `limits.part_sentences` of its whole in one report, by a type that can be a part of the
    other's, about an actor or a place of it, and nothing parts the two.
    """
    by_document: dict[str, list[tuple[Account, Group]]] = {}
    for group in groups:
        for account in group.accounts:
            if not account.negated:
                by_document.setdefault(account.row.document, []).append((account, group))
    found: dict[str, tuple[tuple[float, int, str], str]] = {}
    for told in by_document.values():
        _of_document(sorted(told, key=lambda pair: (pair[0].row.sentence_index, pair[0].id)), found, kit)
    return {part: whole for part, (_, whole) in found.items()}


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
    told: Sequence[tuple[Account, Group]], found: dict[str, tuple[tuple[float, int, str], str]], kit: Kit
) -> None:
    reach = int(kit.limit("part_sentences"))
    for at, (one, group) in enumerate(told):
        for other, whole in _within(told, at, reach):
            if group.id == whole.id or not _can_be_part(one, other, kit):
                continue
            if _fits(one, other) and not _parted(group, whole, kit):
                rank = (_far(one, other), 0 if other.row.sentence_index <= one.row.sentence_index else 1, whole.id)
                if group.id not in found or rank < found[group.id][0]:
                    found[group.id] = (rank, whole.id)


def _within(told: Sequence[tuple[Account, Group]], at: int, reach: int) -> Iterable[tuple[Account, Group]]:
    here = told[at][0].row.sentence_index
    for step in (-1, 1):
        near = at + step
        while 0 <= near < len(told) and abs(told[near][0].row.sentence_index - here) <= reach:
            yield told[near]
            near += step


def _can_be_part(one: Account, other: Account, kit: Kit) -> bool:
    return kit.is_part(one.row.type, other.row.type) and not kit.is_part(other.row.type, one.row.type)


def _fits(one: Account, other: Account) -> bool:
    """Say whether the two tell of one actor or side, or one voice tells both of one day ("our men took prisoners")."""
    quoted = one.speaker == other.speaker and not one.speaker.startswith("out:")
    if quoted and one.start is not None and one.start == other.start:
        return True
    same_agent = one.agents & other.agents or one.agent_words & other.agent_words
    return bool(same_agent or one.patients & other.patients or one.patient_words & other.patient_words)


def _far(one: Account, other: Account) -> float:
    return abs(one.row.sentence_index - other.row.sentence_index)


def _parted(part: Group, whole: Group, kit: Kit) -> bool:
    return any(find_veto(one, other, kit) for one in part.accounts[:12] for other in whole.accounts[:12])
