"""Claims become groups, one a happening: asserted ones by points and vetoes, then the denials that answer them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rashomon.records import Judgement, make_id
from rashomon.resolve.accounts import Account, happened
from rashomon.resolve.blocks import find_candidates
from rashomon.resolve.components import Grower
from rashomon.resolve.denials import Bound, bind_denials
from rashomon.resolve.judgements import Decided, Pair, make_pair, read_decided
from rashomon.resolve.kit import Kit
from rashomon.resolve.mentions import WHY, find_retellings
from rashomon.resolve.pairs import Pairing, find_veto, score_pair


@dataclass(frozen=True, slots=True)
class Group:
    """The claims of one happening, by id, and why they were joined."""

    accounts: tuple[Account, ...]
    why: str

    @property
    def id(self) -> str:
        """Give the id of the incident: of its smallest claim."""
        return incident_id(self.accounts[0].id)


def incident_id(anchor: str) -> str:
    """Give the id of the incident whose smallest claim this is."""
    return make_id("inc", anchor)


def make_groups(
    accounts: Iterable[Account], copies: Iterable[Pair], judgements: Iterable[Judgement], kit: Kit
) -> tuple[tuple[Group, ...], tuple[Bound, ...]]:
    """Group the claims of happenings.

    Args:
        accounts: claims of any kind.
        copies: pairs of claims that are one claim of one text.
        judgements: of people.
        kit: rules.

    Returns:
        The groups by id of their smallest claim, and the general denials, which join no group.
    """
    by_id = {account.id: account for account in accounts if happened(account)}
    decided = _decided(judgements, by_id)
    grower = Grower(by_id, decided, kit)
    grower.bind(decided.same, "a person judged them the same")
    twice = (pair for pair in _told_twice(by_id.values()) if pair not in decided.different)
    grower.bind(twice, "one sentence passed on by more than one voice")
    asserted = {key: account for key, account in by_id.items() if not account.negated}
    denials = [account for account in by_id.values() if account.negated]
    grower.extend((pair for pair in copies if pair[0] in by_id and pair[1] in by_id), "one text, printed twice")
    told, untold, mixed = _score(by_id, kit)
    grower.grow(told)
    grower.extend(find_retellings(asserted.values(), {key: grower.root(key) for key in asserted}, kit), WHY)
    bounds = bind_denials(denials, asserted, mixed, {key: grower.root(key) for key in asserted}, kit)
    _join_denials(grower, bounds, decided)
    grower.grow(untold)
    groups = (Group(tuple(by_id[key] for key in keys), grower.why.get(keys[0], "")) for keys in grower.groups())
    return tuple(groups), tuple(bound for bound in bounds if bound.general)


def _decided(judgements: Iterable[Judgement], by_id: Mapping[str, Account]) -> Decided:
    """Read judgements about claims, and about incidents by the claim that gives them their id."""
    anchors = {incident_id(key): key for key in by_id}
    return read_decided(judgements, lambda key: key if key in by_id else anchors.get(key))


def _told_twice(accounts: Iterable[Account]) -> list[Pair]:
    first: dict[str, str] = {}
    return [
        make_pair(first[account.row.item], account.id)
        for account in sorted(accounts, key=lambda a: a.id)
        if first.setdefault(account.row.item, account.id) != account.id
    ]


def _score(by_id: Mapping[str, Account], kit: Kit) -> tuple[list[Pairing], list[Pairing], list[Pair]]:
    """Go through the candidates once: the pairs of assertions and of denials that may join, and the mixed ones."""
    told: list[Pairing] = []
    untold: list[Pairing] = []
    mixed: list[Pair] = []
    for one, other in find_candidates(by_id.values(), kit):
        left, right = by_id[one], by_id[other]
        if left.negated != right.negated:
            mixed.append((one, other))
            continue
        pairing = None if find_veto(left, right, kit) else score_pair(left, right, kit)
        if pairing is not None and pairing.hard and pairing.score >= kit.limit("join"):
            (untold if left.negated else told).append(pairing)
    return told, untold, mixed


def _join_denials(grower: Grower, bounds: Iterable[Bound], decided: Decided) -> None:
    pairs = {make_pair(b.denial, b.answers[0]): b.why for b in bounds if not b.general}
    for pair, why in sorted(pairs.items()):
        if pair not in decided.different:
            grower.bind([pair], why)
