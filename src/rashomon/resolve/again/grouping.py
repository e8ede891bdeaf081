"""Claims grouped again: those that have changed, and all that anything ties to them.

What is grouped anew is closed: no pair, word of a person, retelling or denial ties it to a claim outside. A claim that
may be told again or a denial outside is taken in once a claim that it may go with has moved to another group.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from rashomon.records import Judgement
from rashomon.resolve.accounts import Account, happened
from rashomon.resolve.again.pairs import read_pairs
from rashomon.resolve.again.stored import dumps
from rashomon.resolve.again.tellers import Tellers
from rashomon.resolve.again.told import ASSERTED, BARE, DENIED
from rashomon.resolve.denials import Bound
from rashomon.resolve.groups import Around, Grouped, Sort, incident_id, make_groups
from rashomon.resolve.judgements import Decided, Pair, read_decided
from rashomon.resolve.kit import Kit
from rashomon.resolve.memory import Mark, Memory, Note, make_key

Fits = Callable[[Mark, Mark], bool]


@dataclass(frozen=True, slots=True)
class Place:
    """The groups that a claim is in: before retellings, before denials, and at last; each by its smallest claim."""

    base: str
    mid: str
    root: str


def group_notes(grouped: Grouped) -> Iterable[Note]:
    """Give the notes of the groups of claims."""
    for group in grouped.groups:
        root = group.accounts[0].id
        for account in group.accounts:
            yield Note("group", account.id, dumps((grouped.base[account.id], grouped.mid[account.id], root)))


def group_marks(grouped: Grouped) -> Iterable[Mark]:
    """Give the marks of retellings, and of denials that join what they deny."""
    for bare, other in grouped.retold:
        yield Mark("retold", make_key("claim", other), 0, bare, extra=other)
    for bound in grouped.bounds:
        if not bound.general:
            yield Mark("bound", make_key("claim", bound.answers[0]), 0, bound.denial, extra=bound.answers[0])


@dataclass(slots=True)
class Regrouped:
    """What grouping again gave.

    Attributes:
        grouped: the groups of all claims that were grouped anew.
        before: the incidents that these and the gone claims were in, with their claims.
        bounds: general denials among them.
    """

    grouped: Grouped
    before: Mapping[str, tuple[str, ...]]
    bounds: tuple[Bound, ...] = field(default=())


class Regrouping:
    """Claims while they are grouped again.

    Args:
        memory: what is remembered.
        tellers: accounts of claims.
        judgements: those that hold.
        kit: rules.
    """

    def __init__(self, memory: Memory, tellers: Tellers, judgements: Iterable[Judgement], kit: Kit) -> None:
        self._memory = memory
        self._tellers = tellers
        self._kit = kit
        self._decided = self._read_decided(tuple(judgements))

    def _read_decided(self, judgements: tuple[Judgement, ...]) -> Decided:
        """Read people's word on pairs of claims: those that are told, and of happenings."""
        told = {key for j in judgements for key in (j.subject, j.other) if j.other and key}
        anchors = self._memory.notes("anchor", told)
        meant = {key: anchors.get(key, key) for key in told}
        here = {mark.member for mark in self._memory.marks_of("claim", set(meant.values())) if mark.extra}
        return read_decided(judgements, lambda key: meant[key] if meant.get(key) in here else None)

    def regroup(self, changed: Iterable[str], gone: Iterable[str], check: Callable[[int], None]) -> Regrouped:
        """Group again.

        Args:
            changed: claims of happenings that are new or other, or whose ties are.
            gone: claims that were of happenings and are no more.
            check: told how many claims are grouped anew.
        """
        gone = set(gone)
        core = self._close({*changed}, gone)
        while True:
            check(len(core))
            accounts = {key: a for key, a in self._tellers.accounts(core).items() if happened(a)}
            grouped = self._group(accounts)
            more = self._reached(grouped, accounts) | self._moved(grouped, accounts)
            if more <= core:
                break
            core = self._close(core | more, gone)
        # An incident whose claims are all gone holds none any more.
        before = dict.fromkeys(self._incidents_before(core | gone), ()) | self._memory.incident_claims(
            self._incidents_before(core | gone)
        )
        self._write(grouped, core | gone)
        return Regrouped(grouped, before, tuple(bound for bound in grouped.bounds if bound.general))

    def places(self, claims: Iterable[str]) -> dict[str, Place]:
        """Give the groups that claims were in the last time."""
        return {key: Place(*json.loads(text)) for key, text in self._memory.notes("group", claims).items()}

    def _incidents_before(self, claims: Iterable[str]) -> set[str]:
        return {incident_id(place.root) for place in self.places(claims).values()}

    def _close(self, claims: set[str], gone: set[str]) -> set[str]:
        """Give all claims tied to some, and all that were in one group with them."""
        found: set[str] = set()
        todo = claims | gone
        while todo:
            found |= todo
            near = {key for pair in self._ties(todo) for key in pair}
            for members in self._memory.incident_claims(self._incidents_before(todo)).values():
                near |= set(members)
            todo = near - found
        here = {mark.member for mark in self._memory.marks_of("claim", found) if mark.extra}
        return found & here

    def _ties(self, claims: set[str]) -> Iterable[Pair]:
        memory = self._memory
        yield from (pair for sort, pair in read_pairs(memory, claims) if sort is not Sort.MIXED)
        yield from memory.items_with(claims)
        keys = {make_key("claim", key) for key in claims}
        for sort in ("retold", "bound", "copy"):
            for mark in (*memory.marks(sort, keys), *memory.marks_of(sort, claims)):
                yield mark.member, mark.extra
        yield from (pair for pair in self._decided.same if claims & {*pair})

    def _group(self, accounts: Mapping[str, Account]) -> Grouped:
        memory = self._memory
        pairs = list(read_pairs(memory, accounts))
        copies = {(mark.extra, mark.member) for mark in memory.marks_of("copy", accounts)}
        beside = {key for sort, pair in pairs if sort is Sort.MIXED for key in pair}
        beside |= self._told_before(accounts)
        around = {
            key: account
            for key, account in self._tellers.accounts(beside - accounts.keys()).items()
            if happened(account) and not account.negated
        }
        places = self.places(around)
        return make_groups(
            accounts,
            [(min(pair), max(pair)) for pair in sorted(copies)],
            _within(self._decided, accounts),
            [(sort, pair) for sort, pair in pairs if sort is Sort.MIXED or {*pair} <= accounts.keys()],
            self._kit,
            Around(around, {key: places[key].base for key in around}, {key: places[key].mid for key in around}),
        )

    def _told_before(self, claims: Iterable[str]) -> set[str]:
        """Give the assertions shortly before others in their reports, which these may tell again."""
        return self._in_reports(self._memory.marks_of("claim", claims), self._may_retell)

    def _may_retell(self, later: Mark, other: Mark) -> bool:
        reach = self._kit.limit("near_sentences" if later.extra == BARE else "resume_sentences")
        return 0 < later.order - other.order <= max(reach, self._kit.limit("resume_sentences"))

    def _in_reports(self, marks: Iterable[Mark], fits: Fits) -> set[str]:
        marks = [mark for mark in marks if mark.extra in (ASSERTED, BARE)]
        reports: dict[int, list[Mark]] = {}
        for mark in self._memory.marks("claim", {mark.key for mark in marks}):
            if mark.extra in (ASSERTED, BARE):
                reports.setdefault(mark.key, []).append(mark)
        return {other.member for mark in marks for other in reports.get(mark.key, ()) if fits(mark, other)}

    def _reached(self, grouped: Grouped, accounts: Mapping[str, Account]) -> set[str]:
        """Give the claims outside that a retelling or a denial goes with now."""
        others = {other for _, other in grouped.retold} | {b.answers[0] for b in grouped.bounds if not b.general}
        return others - accounts.keys()

    def _moved(self, grouped: Grouped, accounts: Mapping[str, Account]) -> set[str]:
        """Give the bare claims and denials that may go elsewhere because a claim is in another group now."""
        places = self.places(accounts)
        based = {key for key in accounts if key not in places or places[key].base != grouped.base[key]}
        mid = {key for key in accounts if key not in places or places[key].mid != grouped.mid[key]}
        return self.told_after(self._memory.marks_of("claim", based)) | self.denials_of(mid)

    def told_after(self, marks: Iterable[Mark]) -> set[str]:
        """Give the assertions shortly behind others in their reports, which may tell these again."""
        return self._in_reports(marks, lambda one, later: self._may_retell(later, one))

    def denials_of(self, claims: Iterable[str]) -> set[str]:
        """Give the denials that may be of claims."""
        found = {key for sort, pair in read_pairs(self._memory, claims) if sort is Sort.MIXED for key in pair}
        return {mark.member for mark in self._memory.marks_of("claim", found) if mark.extra == DENIED}

    def _write(self, grouped: Grouped, claims: set[str]) -> None:
        memory = self._memory
        for sort in ("retold", "bound"):
            memory.drop(sort, claims)
        memory.note(Note("group", key, "") for key in sorted(claims))
        memory.note(group_notes(grouped))
        memory.add(group_marks(grouped))


def _within(decided: Decided, accounts: Mapping[str, Account]) -> Decided:
    return Decided(
        frozenset(pair for pair in decided.same if {*pair} <= accounts.keys()),
        frozenset(pair for pair in decided.different if {*pair} <= accounts.keys()),
    )
