"""Claims become groups, one a happening: asserted ones by points and vetoes, then the denials that answer them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from rashomon.records import Judgement, make_id
from rashomon.resolve.accounts import Account
from rashomon.resolve.blocks import find_candidates
from rashomon.resolve.components import Grower
from rashomon.resolve.denials import Bound, bind_denials, may_answer
from rashomon.resolve.judgements import Decided, Pair, make_pair, read_decided
from rashomon.resolve.kit import Kit
from rashomon.resolve.mentions import WHY, find_retellings
from rashomon.resolve.pairs import Pairing, score_pair
from rashomon.resolve.vetoes import find_veto


class Sort(StrEnum):
    """What a pair of claims that may be of one happening is."""

    TOLD = "told"  # two assertions
    UNTOLD = "untold"  # two denials
    MIXED = "mixed"  # a denial and an assertion that it may be of


@dataclass(frozen=True, slots=True)
class Group:
    """The claims of one happening, by id, and why they were joined."""

    accounts: tuple[Account, ...]
    why: str

    @property
    def id(self) -> str:
        """Give the id of the incident: of its smallest claim."""
        return incident_id(self.accounts[0].id)


@dataclass(frozen=True, slots=True)
class Around:
    """Claims that are not grouped anew but told beside those that are, with the groups that they are in.

    Attributes:
        accounts: by claim id; assertions only.
        base: claim id -> root of its group before retellings.
        mid: claim id -> root of its group before denials.
    """

    accounts: Mapping[str, Account]
    base: Mapping[str, str]
    mid: Mapping[str, str]


NOTHING_AROUND = Around({}, {}, {})


@dataclass(frozen=True, slots=True)
class Grouped:
    """What grouping gave.

    Attributes:
        groups: by id of their smallest claim.
        bounds: denials with what they answer; the general ones join no group.
        retold: bare claims, each with the claim that it goes with.
        base: claim id -> root of its group before retellings.
        mid: claim id -> root of its group before denials.
    """

    groups: tuple[Group, ...]
    bounds: tuple[Bound, ...]
    retold: tuple[Pair, ...]
    base: Mapping[str, str]
    mid: Mapping[str, str]


def incident_id(anchor: str) -> str:
    """Give the id of the incident whose smallest claim this is."""
    return make_id("inc", anchor)


def make_groups(
    by_id: Mapping[str, Account],
    copies: Iterable[Pair],
    decided: Decided,
    pairs: Iterable[tuple[Sort, Pair]],
    kit: Kit,
    around: Around = NOTHING_AROUND,
) -> Grouped:
    """Group the claims of happenings.

    Args:
        by_id: the claims.
        copies: pairs of claims that are one claim of one text.
        decided: people's word on pairs of them.
        pairs: those that matter, as `judge_pair` sorts them.
        kit: rules.
        around: claims that are not grouped anew.
    """
    sorted_pairs: dict[Sort, list[Pair]] = {sort: [] for sort in Sort}
    for sort, pair in pairs:
        sorted_pairs[sort].append(pair)
    grower = Grower(by_id, decided, kit)
    grower.bind(decided.same, "a person judged them the same")
    twice = (pair for pair in _told_twice(by_id.values()) if pair not in decided.different)
    grower.bind(twice, "one sentence passed on by more than one voice")
    asserted = {**around.accounts, **{key: account for key, account in by_id.items() if not account.negated}}
    denials = [account for account in by_id.values() if account.negated]
    grower.extend((pair for pair in copies if pair[0] in by_id and pair[1] in by_id), "one text, printed twice")
    grower.grow(_pairings(sorted_pairs[Sort.TOLD], by_id, kit))
    base = {key: grower.root(key) for key in by_id}
    found = find_retellings(asserted.values(), {**around.base, **base}, kit)
    retold = tuple(pair for pair in found if pair[0] in by_id)
    grower.extend((make_pair(*pair) for pair in retold if pair[1] in by_id), WHY)
    mid = {key: grower.root(key) for key in by_id}
    bounds = bind_denials(denials, asserted, sorted_pairs[Sort.MIXED], {**around.mid, **mid}, kit)
    _join_denials(grower, bounds, decided, by_id)
    grower.grow(_pairings(sorted_pairs[Sort.UNTOLD], by_id, kit))
    groups = (Group(tuple(by_id[key] for key in keys), grower.why.get(keys[0], "")) for keys in grower.groups())
    return Grouped(tuple(groups), bounds, retold, base, mid)


def find_pairs(by_id: Mapping[str, Account], kit: Kit) -> list[tuple[Sort, Pair]]:
    """Go through the candidates once, and give the pairs that matter."""
    found: list[tuple[Sort, Pair]] = []
    for one, other in find_candidates(by_id.values(), kit):
        sort = judge_pair(one, other, kit)
        if sort is not None:
            found.append((sort, make_pair(one.id, other.id)))
    return found


def judge_pair(left: Account, right: Account, kit: Kit) -> Sort | None:
    """Say whether two claims may be of one happening, and as what; None if they may not. Symmetric."""
    if left.negated != right.negated:
        denial, other = (left, right) if left.negated else (right, left)
        return Sort.MIXED if may_answer(denial, other, kit) else None
    pairing = None if find_veto(left, right, kit) else score_pair(left, right, kit)
    if pairing is None or not pairing.hard or pairing.score < kit.limit("join"):
        return None
    return Sort.UNTOLD if left.negated else Sort.TOLD


def _pairings(pairs: Iterable[Pair], by_id: Mapping[str, Account], kit: Kit) -> Iterable[Pairing]:
    scored = (score_pair(by_id[one], by_id[other], kit) for one, other in pairs)
    return (pairing for pairing in scored if pairing is not None)


def read_claim_pairs(judgements: Iterable[Judgement], by_id: Mapping[str, object]) -> Decided:
    """Read judgements about claims, and about incidents by the claim that gives them their id."""
    judgements = tuple(judgement for judgement in judgements if judgement.other is not None)
    named = {key for judgement in judgements for key in (judgement.subject, judgement.other)}
    anchors = {incident: key for key in by_id if (incident := incident_id(key)) in named} if named else {}
    return read_decided(judgements, lambda key: key if key in by_id else anchors.get(key))


def _told_twice(accounts: Iterable[Account]) -> list[Pair]:
    first: dict[str, str] = {}
    return [
        make_pair(first[account.row.item], account.id)
        for account in sorted(accounts, key=lambda a: a.id)
        if first.setdefault(account.row.item, account.id) != account.id
    ]


def _join_denials(grower: Grower, bounds: Iterable[Bound], decided: Decided, by_id: Mapping[str, Account]) -> None:
    pairs = {make_pair(b.denial, b.answers[0]): b.why for b in bounds if not b.general and b.answers[0] in by_id}
    for pair, why in sorted(pairs.items()):
        if pair not in decided.different:
            grower.bind([pair], why)
