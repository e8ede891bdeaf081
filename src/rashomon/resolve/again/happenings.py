"""Incidents made again: those whose claims, parts, ties, denials or sides are others now."""

import json
from collections.abc import Iterable, Mapping

from rashomon.records import Comparison, Dependence
from rashomon.resolve.again.asked import Asked
from rashomon.resolve.again.board import Board, read_comparison
from rashomon.resolve.again.hanging import read_groups
from rashomon.resolve.again.stored import dumps
from rashomon.resolve.again.tellers import Tellers
from rashomon.resolve.groups import Group, incident_id
from rashomon.resolve.incidents import Evidence, Made, make_evidence, make_incident
from rashomon.resolve.kit import Kit
from rashomon.resolve.memory import Mark, Memory, Note, make_key
from rashomon.resolve.sides import Sides


def made_notes(made: Made) -> Iterable[Note]:
    """Note which comparisons and dependences an incident made, and why its claims were joined."""
    compared = [comparison.id for comparison in made.comparisons]
    yield Note("made", made.incident.id, dumps((made.incident.why, compared, [tie.id for tie in made.dependences])))


class Happenings:
    """Incidents, while they are made again.

    Args:
        memory: what is remembered.
        tellers: accounts of claims.
        board: the comparisons that are shown.
        asked: who asks what of the sides.
        kit: rules.
    """

    def __init__(self, memory: Memory, tellers: Tellers, board: Board, asked: Asked, kit: Kit) -> None:
        self._memory = memory
        self._tellers = tellers
        self._board = board
        self._asked = asked
        self._kit = kit

    def make(self, dirty: set[str], groups: Mapping[str, Group], gone: set[str], sides: Sides) -> None:
        """Make incidents again.

        Args:
            dirty: their ids; those of `groups` among them.
            groups: the ones whose claims were grouped anew.
            gone: incidents that are no more.
            sides: who is tied to whom.
        """
        memory = self._memory
        notes = {key: json.loads(text) for key, text in memory.notes("made", dirty | gone).items()}
        others = read_groups(memory, self._tellers, dirty - groups.keys() - gone)
        present = {key: Group(group.accounts, notes[key][0]) for key, group in others.items()} | _of(groups, dirty)
        parts = self._parts(present, groups)
        evidence = self._evidence(present.values())
        wholes = {mark.member: mark.extra for mark in memory.marks_of("part", present)}
        made: list[Made] = []
        for key, group in sorted(present.items()):
            sides.take()
            made.append(make_incident(group, parts.get(key, ()), wholes.get(key), evidence, sides, self._kit))
            self._asked.put(key, sides.take(), sides)
        self._asked.drop((dirty | gone) - present.keys())
        self._board.take(
            (ident for _, compared, _ in notes.values() for ident in compared), (c for m in made for c in m.comparisons)
        )
        memory.replace_dependences(
            (ident for *_, ties in notes.values() for ident in ties), _once(d for m in made for d in m.dependences)
        )
        memory.replace_incidents(dirty | gone, [m.incident for m in made])
        memory.note(Note("made", key, "") for key in (dirty | gone) - present.keys())
        memory.note(note for m in made for note in made_notes(m))

    def _parts(self, present: Mapping[str, Group], groups: Mapping[str, Group]) -> dict[str, list[Group]]:
        marks = self._memory.marks("part", (make_key("part", key) for key in present))
        hung = {mark.member for mark in marks}
        known = {**read_groups(self._memory, self._tellers, hung - groups.keys()), **_of(groups, hung)}
        found: dict[str, list[Group]] = {}
        for mark in sorted(marks, key=lambda mark: mark.member):
            found.setdefault(mark.extra, []).append(known[mark.member])
        return found

    def _evidence(self, groups: Iterable[Group]) -> Evidence:
        accounts = [account for group in groups for account in group.accounts]
        found = self._memory.dependences_at({key for a in accounts for key in (a.id, a.row.document)})
        tied = {mark.member for mark in self._memory.marks_of("tied", (d.id for d in found))}
        denied = self._memory.marks("denied", (make_key("claim", account.id) for account in accounts))
        return make_evidence((d for d in found if d.id in tied), _distinct(denied))


def _of(groups: Mapping[str, Group], keys: Iterable[str]) -> dict[str, Group]:
    return {key: groups[key] for key in keys if key in groups}


def _distinct(marks: Iterable[Mark]) -> list[Comparison]:
    return [read_comparison(mark) for mark in {mark.member: mark for mark in marks}.values()]


def _once(found: Iterable[Dependence]) -> list[Dependence]:
    return list({dependence.id: dependence for dependence in found}.values())


def incidents_at(memory: Memory, tie: Dependence) -> set[str]:
    """Give the incidents that a tie between two claims or two reports bears on.

    Of two claims it is the incidents of both; of two reports those told in both, where a part counts for its whole.
    """
    one, other = (_incidents_of(memory, end) for end in (tie.first, tie.second))
    return one | other if memory.notes("group", [tie.first, tie.second]) else one & other


def _incidents_of(memory: Memory, end: str) -> set[str]:
    claims = {mark.member for mark in memory.marks("claim", [make_key("claim", end)])} or {end}
    return incidents_of(memory, claims)


def incidents_of(memory: Memory, claims: Iterable[str]) -> set[str]:
    """Give the incidents of claims, and the wholes of those that are parts."""
    found = {incident_id(json.loads(text)[2]) for text in memory.notes("group", claims).values()}
    return found | {mark.extra for mark in memory.marks_of("part", found)}
