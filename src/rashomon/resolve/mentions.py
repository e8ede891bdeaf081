"""Retellings in one report: what goes with the one happening that it can only mean.

Bare ones: "They drove the militia out in less than a day" after the assault of which the report tells has no place, day
or number and too little to score. Resumed ones: "The attack ...", or another voice on the same sort of thing, right
after it. If only one happening told close by can be meant, it is that one; if two can, it stays by itself.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rashomon.names import fold
from rashomon.resolve.accounts import Account
from rashomon.resolve.context import is_elsewhere, others_do_it
from rashomon.resolve.judgements import Pair
from rashomon.resolve.kit import Kit
from rashomon.resolve.pairs import tells_another
from rashomon.resolve.vetoes import find_veto

WHY = "told again close by in one report; no other happening there can be meant"


def find_retellings(accounts: Iterable[Account], root: Mapping[str, str], kit: Kit) -> Iterator[Pair]:
    """Find bare claims, alone in their group, with a claim of the one fuller happening of their report.

    Args:
        accounts: asserted ones.
        root: claim id -> its group.
        kit: rules.
    """
    reports: dict[str, list[Account]] = {}
    sizes: dict[str, int] = {}
    for account in accounts:
        reports.setdefault(account.row.document, []).append(account)
        sizes[root[account.id]] = sizes.get(root[account.id], 0) + 1
    for _, told in sorted(reports.items()):
        for bare in told:
            if is_bare(bare) and sizes[root[bare.id]] == 1:
                yield from _meant(bare, told, root, kit)
            elif not kit.wholes(bare.row.type):
                yield from _resumed(bare, told, root, kit)


def _resumed(later: Account, told: Sequence[Account], root: Mapping[str, str], kit: Kit) -> Iterator[Pair]:
    """Give the claim right before that a definite one, or another voice, goes on about; none if two can be meant."""
    near = [other for other in told if _right_before(other, later, kit) and _can_be_same(later, other, kit)]
    if len({root[other.id] for other in near}) == 1:
        last = max(near, key=lambda a: (a.row.sentence_index, a.id))
        if _is_definite(later, kit) or later.speaker != last.speaker:
            yield later.id, last.id


def _right_before(other: Account, later: Account, kit: Kit) -> bool:
    return 0 < later.row.sentence_index - other.row.sentence_index <= kit.limit("resume_sentences")


def _is_definite(account: Account, kit: Kit) -> bool:
    """Say whether the clause opens as one that goes on: "the attack", "the bomber", "this"."""
    return bool(set(fold(account.row.content).split()[:1]) & kit.rules.definite_words)


def _can_be_same(later: Account, other: Account, kit: Kit) -> bool:
    """Say whether both tell one sort of attack, nobody else does it, and the later one does not go on to another."""
    one, second = later.row.type, other.row.type
    sorts = one == second or (later.family == other.family and later.family in kit.rules.close_families)
    if not sorts or kit.wholes(second) or later.anchor or other.anchor or tells_another(later, kit):
        return False
    if others_do_it(later, other, kit) or is_elsewhere(later, other, kit):
        return False
    return not find_veto(later, other, kit)


def is_bare(account: Account) -> bool:
    """Say whether a claim tells no place, day or number: it may tell again what stands before it."""
    if account.row.place is not None or account.row.time is not None or account.row.figures:
        return False
    return bool(account.patients or account.agents)


def _meant(bare: Account, told: Sequence[Account], root: Mapping[str, str], kit: Kit) -> Iterator[Pair]:
    near = [other for other in told if _before(other, bare, kit) and _can_be(bare, other, kit)]
    fuller = {root[other.id] for other in near if not is_bare(other)}
    meant = [other for other in near if root[other.id] in fuller]
    if len(fuller) == 1 and any(other.row.type == bare.row.type for other in meant):
        ties = [other for other in meant if _tied(bare, other)]
        yield from ((bare.id, other.id) for other in sorted(ties, key=lambda a: a.id)[:1])


def _before(other: Account, bare: Account, kit: Kit) -> bool:
    return 0 < bare.row.sentence_index - other.row.sentence_index <= kit.limit("near_sentences")


def _can_be(bare: Account, other: Account, kit: Kit) -> bool:
    """Say whether nothing parts the two: no veto, no other agent, no sides the other way round, no toll."""
    if bare.row.type != other.row.type and not kit.kindred(bare.row.type, other.row.type):
        return False
    if kit.wholes(bare.row.type) or kit.wholes(other.row.type) or find_veto(bare, other, kit):
        return False
    if bare.agents and other.agents and not bare.agents & other.agents:
        return False
    return not (bare.patients & other.agents or other.patients & bare.agents)


def _tied(bare: Account, other: Account) -> bool:
    """Say whether they share who takes part, or one outlet's words run on."""
    return bool(bare.actors & other.actors or bare.agent_words & other.agent_words or bare.via & other.via)
