"""Parts hung under their wholes again: of the groups that were made anew, and of those told beside them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from rashomon.resolve.again.grouping import Regrouping
from rashomon.resolve.again.tellers import Tellers
from rashomon.resolve.again.told import ASSERTED, BARE
from rashomon.resolve.groups import Group, incident_id
from rashomon.resolve.kit import Kit
from rashomon.resolve.memory import Mark, Memory, Note, make_key
from rashomon.resolve.parts import find_circle, find_parts


def part_mark(part: str, whole: str) -> Mark:
    """Mark a part under its whole."""
    return Mark("part", make_key("part", whole), 0, part, extra=whole)


@dataclass(slots=True)
class Hanging:
    """Parts and wholes, while groups change.

    Args:
        memory: what is remembered.
        tellers: accounts of claims.
        grouping: tells the groups of claims.
        kit: rules.
    """

    memory: Memory
    tellers: Tellers
    grouping: Regrouping
    kit: Kit

    def hang(self, groups: Mapping[str, Group], before: Iterable[str], old_marks: Iterable[Mark]) -> set[str]:
        """Hang parts again.

        Args:
            groups: those that were made anew, by incident.
            before: incidents that their claims, and those that are gone, were in.
            old_marks: marks of the changed and the gone claims as they were.

        Returns:
            The incidents that hang elsewhere now, or whose parts do, or are made otherwise.
        """
        memory = self.memory
        marks = [*memory.marks_of("claim", (a.id for g in groups.values() for a in g.accounts)), *old_marks]
        beside = self._near(marks, lambda own, other: self._can_be_part(other, own))
        asked = {**groups, **self._groups_of(beside - _claims(groups.values()), groups)}
        asked_marks = memory.marks_of("claim", _claims(asked.values()))
        wholes = self._near(asked_marks, self._can_be_part)
        others = self._groups_of(wholes - _claims(asked.values()), asked)
        raw = find_parts([*asked.values(), *others.values()], self.kit)
        new = {key: raw.get(key, "") for key in asked}
        new.update({key: "" for key in before if key not in asked})
        old = memory.notes("raw", new)
        moved = {key for key in new if new[key] != old.get(key, "")}
        circles = {key for part in moved for key in self._circle(part)}
        memory.note(Note("raw", key, new[key]) for key in sorted(moved))
        circles |= {key for part in moved for key in self._circle(part)}
        return self._settle(moved | circles, {*groups, *before})

    def _circle(self, part: str) -> tuple[str, ...]:
        return find_circle(part, lambda key: self.memory.notes("raw", [key]).get(key))

    def _settle(self, moved: set[str], remade: set[str]) -> set[str]:
        """Write what hangs where; give what is to be made anew for it."""
        memory = self.memory
        held = {mark.member: mark.extra for mark in memory.marks_of("part", moved | remade)}
        raw = memory.notes("raw", moved)
        now = {part: whole for part, whole in raw.items() if part != max(self._circle(part), default="")}
        changed = {part for part in moved if held.get(part) != now.get(part)}
        memory.drop("part", changed)
        memory.add(part_mark(part, now[part]) for part in changed if part in now)
        wholes = {whole for part in changed for whole in (held.get(part), now.get(part)) if whole}
        kept = {mark.extra for mark in memory.marks_of("part", remade)}
        return changed | wholes | kept | {held[part] for part in remade if part in held}

    def _can_be_part(self, one: Mark, other: Mark) -> bool:
        return self.kit.is_part(one.type, other.type) and not self.kit.is_part(other.type, one.type)

    def _near(self, marks: Iterable[Mark], fits: Callable[[Mark, Mark], bool]) -> set[str]:
        """Give the assertions told within a few sentences of others that fit these."""
        reach = self.kit.limit("toll_sentences")
        marks = [mark for mark in marks if mark.extra in (ASSERTED, BARE)]
        reports: dict[int, list[Mark]] = {}
        for mark in self.memory.marks("claim", {mark.key for mark in marks}):
            if mark.extra in (ASSERTED, BARE):
                reports.setdefault(mark.key, []).append(mark)
        return {
            other.member
            for mark in marks
            for other in reports.get(mark.key, ())
            if abs(other.order - mark.order) <= reach and fits(mark, other)
        }

    def _groups_of(self, claims: Iterable[str], known: Mapping[str, Group]) -> dict[str, Group]:
        """Give the groups that claims are in, but for those that are known."""
        incidents = {incident_id(place.root) for place in self.grouping.places(claims).values()} - known.keys()
        return read_groups(self.memory, self.tellers, incidents)


def read_groups(memory: Memory, tellers: Tellers, incidents: Iterable[str]) -> dict[str, Group]:
    """Give the groups of incidents that were not made anew."""
    members = memory.incident_claims(incidents)
    accounts = tellers.accounts(key for claims in members.values() for key in claims)
    return {key: Group(tuple(accounts[claim] for claim in claims), "") for key, claims in members.items()}


def _claims(groups: Iterable[Group]) -> set[str]:
    return {account.id for group in groups for account in group.accounts}
