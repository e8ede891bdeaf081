"""Claims that changed, or that name what is taken otherwise now: made, marked and paired anew."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rashomon.resolve.accounts import Account, happened
from rashomon.resolve.again.documents import Told
from rashomon.resolve.again.pairs import Pairs
from rashomon.resolve.again.people import People
from rashomon.resolve.again.tellers import Tellers
from rashomon.resolve.again.told import CLAIM_SORTS, account_counts, as_counts, claim_marks, read_counts, write_counts
from rashomon.resolve.kit import Kit
from rashomon.resolve.memory import Count, Mark, Memory, Note, make_key


@dataclass(frozen=True, slots=True)
class Changed:
    """What changed in claims as resolve sees them.

    Attributes:
        accounts: of the claims that are new or other.
        old: marks of these, and of those that are gone, as they were.
        new: marks as they are.
        paired: claims with another pair now.
        documents: those that tell one of the claims.
        counts: what is told more or less often of ties and enmities.
    """

    accounts: Mapping[str, Account]
    old: list[Mark]
    new: list[Mark]
    paired: set[str]
    documents: set[str]
    counts: list[Count]


def change_claims(
    memory: Memory, tellers: Tellers, told: Told, people: People, check: Callable[[int], None], kit: Kit
) -> Changed:
    """Make the claims that changed anew.

    Args:
        memory: what is remembered; written to.
        tellers: accounts of claims.
        told: what single documents tell otherwise.
        people: what became of the actors.
        check: told how many claims change.
        kit: rules.
    """
    moved = people.moved | told.members | {merge.actor for merge in memory.merged_into(told.members)}
    dirty = told.dirty | set(memory.claims_naming(moved))
    dirty |= {mark.member for mark in memory.marks("wanted", (make_key("town", key) for key in told.towns))}
    check(len(dirty))
    documents = {*memory.documents_of(dirty), *told.documents, *told.corrected}
    dirty |= tellers.fill(memory.rows_of(documents), told.gone, documents)
    accounts = tellers.accounts(dirty - told.gone)
    old, new = _mark(memory, tellers, accounts, told.gone, kit)
    pairs = Pairs(memory, kit)
    blocks: dict[str, list[Mark]] = {key: [] for key in accounts}
    for mark in new:
        if mark.sort == "block":
            blocks[mark.member].append(mark)
    pairs.change(told.gone, blocks)
    pairs.find({key: account for key, account in accounts.items() if happened(account)}, tellers)
    return Changed(accounts, old, new, pairs.touched, documents, _count_accounts(memory, tellers, documents, kit))


def _mark(
    memory: Memory, tellers: Tellers, accounts: Mapping[str, Account], gone: set[str], kit: Kit
) -> tuple[list[Mark], list[Mark]]:
    """Put the marks of changed claims in the place of those they had; blocks are left to the pairs."""
    claims = sorted(accounts.keys() | gone)
    old: list[Mark] = []
    for sort in CLAIM_SORTS:
        if sort != "block":
            old += memory.marks_of(sort, claims)
            memory.drop(sort, claims)
    new = [m for key, a in accounts.items() for m in claim_marks(a, sorted(tellers.wanted[key]), kit)]
    memory.add(mark for mark in new if mark.sort != "block")
    return old, new


def _count_accounts(memory: Memory, tellers: Tellers, documents: set[str], kit: Kit) -> list[Count]:
    changes = Counter[tuple[str, str, str]]()
    notes = memory.notes("accounts", documents)
    for document in sorted(documents):
        here = memory.marks("claim", [make_key("claim", document)])
        new = account_counts(tellers.accounts(mark.member for mark in here).values(), kit)
        changes.update(new)
        changes.subtract(read_counts(notes.get(document, "")))
        memory.note([Note("accounts", document, write_counts(new))])
    return [count for count in as_counts(changes) if count.times]
