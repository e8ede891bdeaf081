"""Relation claims of one state held against each other: leaders, offices, biographies, strengths, alliances.

Which kinds are compared, in which slot, by what key and in what value: resources/resolve.yaml, `states`. Control of
places has a module of its own.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from rashomon.lexicon.resolution import StateRule
from rashomon.records import ActorRef, ClaimKind, Comparison, Realis, Slot, Verdict
from rashomon.resolve.accounts import Account
from rashomon.resolve.compare.biographies import compare_biographies
from rashomon.resolve.compare.figures import compare_figures
from rashomon.resolve.compare.findings import Finding, actor_words, both, figure_words, make_comparison
from rashomon.resolve.compare.holdings import holder_key, make_place_key
from rashomon.resolve.compare.leaders import compare_leaders
from rashomon.resolve.compare.promises import promise_keys
from rashomon.resolve.kit import Kit
from rashomon.resolve.roles import Office, make_office
from rashomon.resolve.words import side_words

_NEIGHBOURS = 12
_FORMER = "former"
_DEPUTY = "deputy"
_NOT = frozenset({"not", "never"})


def compare_states(accounts: Iterable[Account], kit: Kit) -> Iterator[tuple[str, list[Comparison]]]:
    """Compare all relation claims that speak of one state, by the key of the state; symmetric, near-linear.

    Two claims may meet in several states.
    """
    blocks: dict[str, list[Account]] = {}
    for account in accounts:
        for key in () if _rule(account, kit) is None else state_keys(account, kit):
            blocks.setdefault(key, []).append(account)
    for key, block in sorted(blocks.items()):
        yield key, list(compare_state(block, kit))


def state_keys(account: Account, kit: Kit) -> tuple[str, ...]:
    """Give the keys of the states that a claim speaks of, sorted; those of promises and deeds stand for themselves."""
    rule = _rule(account, kit)
    return (
        promise_keys(account, kit)
        if rule is None
        else tuple(sorted(f"{_sort(rule)}|{key}" for key in _keys(account, rule, kit)))
    )


def _rule(account: Account, kit: Kit) -> StateRule | None:
    row = account.row
    if row.kind is not ClaimKind.RELATION or row.realis is Realis.HYPOTHETICAL:
        return None
    rule = kit.rules.states.get(row.type)
    return None if rule is None or rule.slot is Slot.CONTROL else rule


def _sort(rule: StateRule) -> str:
    """Give what is compared with what: kinds of a biography with each other (age, birth), all others with their own."""
    return rule.slot.value if rule.slot is Slot.BIOGRAPHY else rule.kind


def _keys(account: Account, rule: StateRule, kit: Kit) -> set[str]:
    row = account.row
    if rule.key == "place":
        return set() if row.place is None else {make_place_key(row.place, kit)}
    if rule.key == "both":
        others = _side_keys(account, row.patients, kit) or ({row.value.lower()} if row.value else set())
        return {f"{one}|{other}" for one in _side_keys(account, row.agents, kit) for other in others}
    return _side_keys(account, row.agents if rule.key == "subject" else row.patients, kit)


def _side_keys(account: Account, refs: Iterable[ActorRef], kit: Kit) -> set[str]:
    """Give the canonical id, and for bodies each word that tells their side, so that a description meets a name."""
    keys: set[str] = set()
    for ref in refs:
        key = holder_key(account, ref, kit)
        keys.add(key)
        if ref.kind.value != "person":
            keys |= {f"~{word}" for word in side_words(f"{ref.name} {ref.text}", kit.rules)}
    return keys


def compare_state(block: Iterable[Account], kit: Kit) -> Iterator[Comparison]:
    """Compare the claims of one state."""
    ordered = sorted(block, key=lambda a: (_day(a) or 0, a.id))
    for at, left in enumerate(ordered):
        for right in ordered[at + 1 : at + 1 + _NEIGHBOURS]:
            if left.row.item != right.row.item and _same_time(left, right, kit):
                finding = _find(left, right, kit)
                if finding is not None and _matters(left, right, finding):
                    yield make_comparison(left, right, finding)


def _day(account: Account) -> int | None:
    if account.start is not None:
        return account.start
    return None if account.row.published is None else account.row.published.toordinal()


def _same_time(left: Account, right: Account, kit: Kit) -> bool:
    """Say whether both can be meant for one time; a life's facts hold for all of it."""
    if kit.rules.states[left.row.type].slot is Slot.BIOGRAPHY:
        return True
    one, other = _day(left), _day(right)
    return one is None or other is None or abs(one - other) <= kit.limit("state_days")


def _matters(left: Account, right: Account, finding: Finding) -> bool:
    if finding.verdict is Verdict.CONTRADICTS:
        return True
    return finding.verdict is not Verdict.INCOMPARABLE and left.row.document != right.row.document


def _find(left: Account, right: Account, kit: Kit) -> Finding | None:
    if right.id < left.id:
        left, right = right, left
    compare = _COMPARE[kit.rules.states[left.row.type].slot]
    return compare(left, right, kit)


def compare_offices(left: Account, right: Account, kit: Kit) -> Finding | None:
    """Compare one person's office: in office or no longer."""
    one, other = _office(left, kit), _office(right, kit)
    if not one.words or not other.words or not (one.words <= other.words or other.words <= one.words):
        return None
    if _DEPUTY in one.qualifiers ^ other.qualifiers:
        return None
    told = both(left, _office_words(left), right, _office_words(right))
    if (_FORMER in one.qualifiers) != (_FORMER in other.qualifiers):
        return Finding(Slot.OFFICE, Verdict.CONTRADICTS, f"in office and no longer in office at one time: {told}")
    if one.qualifiers == other.qualifiers:
        return Finding(Slot.OFFICE, Verdict.AGREES, f"the same office: {told}")
    return Finding(Slot.OFFICE, Verdict.REFINES, f"the same office otherwise qualified: {told}")


def _office(account: Account, kit: Kit) -> Office:
    return make_office(account.row.value or actor_words(account.row.patients), account.row.qualifier, kit.rules)


def _office_words(account: Account) -> str:
    row = account.row
    title = row.value or actor_words(row.patients)
    qualified = title if not row.qualifier or row.qualifier in title else f"{row.qualifier} {title}"
    return f"{actor_words(row.agents)}, {qualified}"


def compare_strengths(left: Account, right: Account, kit: Kit) -> Finding | None:
    """Compare numbers that belong to one body or place."""
    for one in left.row.figures:
        for other in right.row.figures:
            if one.measure == other.measure:
                verdict, why = compare_figures(one, other, kit)
                told = both(left, f"{figure_words(one)} {one.measure}", right, f"{figure_words(other)} {other.measure}")
                return Finding(Slot.COUNT, verdict, f"{why}: {told}")
    return None


def compare_polarities(left: Account, right: Account, kit: Kit) -> Finding | None:
    """Compare whether a state holds at all."""
    if _former(left) or _former(right):
        return None
    told = both(left, left.row.content, right, right.row.content)
    if _negative(left) != _negative(right):
        return Finding(Slot.STATE, Verdict.CONTRADICTS, f"one says that it is so, the other that it is not: {told}")
    return Finding(Slot.STATE, Verdict.AGREES, f"the same state: {told}")


def _former(account: Account) -> bool:
    return account.row.qualifier == _FORMER


def _negative(account: Account) -> bool:
    return account.negated or account.row.qualifier in _NOT


_COMPARE: Mapping[Slot, Callable[[Account, Account, Kit], Finding | None]] = {
    Slot.LEADERSHIP: compare_leaders,
    Slot.OFFICE: compare_offices,
    Slot.BIOGRAPHY: compare_biographies,
    Slot.COUNT: compare_strengths,
    Slot.STATE: compare_polarities,
}
