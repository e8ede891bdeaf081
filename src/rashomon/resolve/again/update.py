"""The order of resolving again.

1. documents read or taken out, and claims that people correct, change what claims alone add
2. actors: whoever is new, known otherwise or gone, and all that may be one with them
3. claims: those that changed, that name an actor taken otherwise now, or a place that is known now
4. pairs, texts and statements around these; then groups
5. general denials; parts; ties and enmities
6. incidents, states and control of which anything is other now
"""

from collections.abc import Iterable
from functools import cached_property

from rashomon.lexicon import Lexicon
from rashomon.records import Comparison, Judgement
from rashomon.records.parting import other_end
from rashomon.resolve.accounts import happened
from rashomon.resolve.again.asked import Asked, read_sides
from rashomon.resolve.again.board import Board, denied_marks
from rashomon.resolve.again.claims import Changed, change_claims
from rashomon.resolve.again.documents import Told, TooMuchError, find_judged, tell_documents
from rashomon.resolve.again.grouping import Regrouped, Regrouping
from rashomon.resolve.again.hanging import Hanging
from rashomon.resolve.again.happenings import Happenings, incidents_at, incidents_of
from rashomon.resolve.again.people import ActorChanges, People, resolve_people
from rashomon.resolve.again.states import States, places_among, promises_among
from rashomon.resolve.again.stored import KNOWN
from rashomon.resolve.again.sweeps import find_swept, sweep
from rashomon.resolve.again.tellers import Tellers
from rashomon.resolve.again.ties import Ties
from rashomon.resolve.incidents import compare_denials
from rashomon.resolve.kit import Kit, make_kit
from rashomon.resolve.memory import Memory

# So many claims are always done again: less work than even a small ledger.
_FEW = 500


def resolve_again(memory: Memory, lexicon: Lexicon, share: float = 1 / 3) -> None:
    """Resolve what has changed since the last time.

    Args:
        memory: the ledger and what is remembered of it; written to.
        lexicon: rules and words.
        share: of the claims; where more are touched, and more than a few hundred, all is to be resolved.

    Raises:
        TooMuchError: more is touched than that, or a judgement cannot be understood from what is remembered. What was
            written until then is to be taken back.
    """
    kit = make_kit(lexicon)
    Update(memory, kit, share).run()


class Update:
    """One resolving again.

    Args:
        memory: the ledger and what is remembered of it.
        kit: rules.
        share: see `resolve_again`.
    """

    def __init__(self, memory: Memory, kit: Kit, share: float) -> None:
        self._memory = memory
        self._kit = kit
        self._most = max(_FEW, share * memory.size())
        self._judgements = memory.judgements()
        self._tellers = Tellers(memory, kit)
        self._board = Board(memory, ())
        self._asked = Asked(memory)
        self._denied: set[str] = set()

    def run(self) -> None:
        """Do all steps in order."""
        documents, judged = self._memory.changes()
        touched = self._memory.judgements_of(judged)
        told = tell_documents(self._memory, documents, touched)  # 1
        self._check(len(told.dirty) + len(told.gone))
        self._board = Board(self._memory, told.dirty)
        judged_claims = find_judged(self._memory, self._judgements, touched, told)
        people = self._meet_people(told, touched)  # 2
        changed = change_claims(self._memory, self._tellers, told, people, self._check, self._kit)  # 3
        regrouped = self._regroup(told, changed, judged_claims)  # 4
        self._deny(regrouped, changed)  # 5
        owners = self._asked.change(people, changed.counts, lambda: read_sides(self._memory), self._kit)
        self._make(regrouped, changed, owners)  # 6
        self._board.settle()

    def _check(self, claims: int) -> None:
        if claims > self._most:
            raise TooMuchError

    # 2

    def _meet_people(self, told: Told, touched: Iterable[Judgement]) -> People:
        memory = self._memory
        held = memory.notes("actors", told.documents)
        named = {key for j in touched for key in (j.subject, other_end(j)) if key}
        ids = set(memory.notes(KNOWN, named)) | {mark.member for mark in memory.marks_of("sought", told.days)}
        new = frozenset(told.documents) - held.keys()
        changes = ActorChanges(frozenset(told.documents), new, frozenset(ids), frozenset(told.spellings))
        return resolve_people(memory, self._judgements, changes, self._kit)

    # 4

    def _regroup(self, told: Told, changed: Changed, judged: set[str]) -> Regrouped:
        statements = [mark.extra for mark in (*changed.old, *changed.new) if mark.sort == "statement"]
        self._ties.retie(told.documents, told.corrected, statements)
        grouping = self._grouping
        marks = [mark for mark in (*changed.old, *changed.new) if mark.sort == "claim"]
        here = {key for key, account in changed.accounts.items() if happened(account)}
        again = here | changed.paired | self._ties.recopied | judged | grouping.told_after(marks)
        was = {mark.member for mark in changed.old if mark.sort == "claim" and mark.extra}
        return grouping.regroup(again, was - here, self._check)

    @cached_property
    def _ties(self) -> Ties:
        return Ties(self._memory, self._tellers, self._kit)

    @cached_property
    def _grouping(self) -> Regrouping:
        return Regrouping(self._memory, self._tellers, self._judgements, self._kit)

    # 5

    def _deny(self, regrouped: Regrouped, changed: Changed) -> None:
        """Set general denials anew against what they deny."""
        memory = self._memory
        swept = find_swept(memory, (*changed.old, *changed.new), changed.documents, self._kit)
        was = {mark.member for mark in changed.old if mark.sort == "claim"}
        grouped = {account.id for group in regrouped.grouped.groups for account in group.accounts if account.negated}
        general = {bound.denial: bound for bound in regrouped.bounds}
        for order, denials, bounds in (
            (0, grouped | was, general),
            (1, swept | was, {b.denial: b for b in sweep(memory, self._tellers, swept | was, self._kit)}),
        ):
            for denial in sorted(denials):
                bound = bounds.get(denial)
                found: tuple[Comparison, ...] = ()
                if bound is not None:
                    found = compare_denials([bound], self._tellers.accounts([denial, *bound.answers]))
                self._set_against(denial, order, found)

    def _set_against(self, denial: str, order: int, found: Iterable[Comparison]) -> None:
        memory = self._memory
        for comparison in (changed := self._board.put("denies", f"{order}|{denial}", found)):
            for mark in denied_marks(comparison, order):
                memory.drop_one(mark)
            self._denied |= {comparison.first, comparison.second}
        if changed:
            memory.add(mark for comparison in found for mark in denied_marks(comparison, order))

    # 6

    def _make(self, regrouped: Regrouped, changed: Changed, owners: set[str]) -> None:
        memory = self._memory
        groups = {group.id: group for group in regrouped.grouped.groups}
        gone = regrouped.before.keys() - groups.keys()
        marks = [mark for mark in changed.old if mark.sort == "claim"]
        dirty = Hanging(memory, self._tellers, self._grouping, self._kit).hang(groups, regrouped.before, marks)
        places = places_among(owners)
        dirty |= groups.keys() | {owner for owner in owners if owner.startswith("inc-")}
        dirty |= incidents_of(memory, self._denied)
        for tie in self._ties.settle():
            dirty |= incidents_at(memory, tie)
        dirty -= gone
        self._check(len(dirty))
        sides = read_sides(memory)
        Happenings(memory, self._tellers, self._board, self._asked, self._kit).make(dirty, groups, gone, sides)
        kinds = {"state": promises_among(owners), "hold": places}
        for mark in (*changed.old, *changed.new):
            if mark.sort in kinds:
                kinds[mark.sort].add(mark.extra)
        States(memory, self._tellers, self._board, self._kit).compare(kinds["state"], kinds["hold"], self._asked, sides)
