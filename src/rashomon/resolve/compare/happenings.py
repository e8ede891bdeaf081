"""Two accounts of one happening, slot by slot: one function a slot, None where nothing can be said."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice

from rashomon.records import Comparison, Slot, Verdict
from rashomon.resolve.accounts import Account
from rashomon.resolve.compare.figures import compare_counts
from rashomon.resolve.compare.findings import RANK, Finding, actor_words, both, make_comparison
from rashomon.resolve.compare.victims import compare_victims
from rashomon.resolve.kit import Kit
from rashomon.resolve.when import Meet, day_words, find_meet, is_counted
from rashomon.resolve.where import Lie, find_lie, place_words

_STATE = 1  # class of the actors of a state


def compare_happening(accounts: Sequence[Account], kit: Kit) -> tuple[Comparison, ...]:
    """Compare the accounts of one incident, voice against voice; at most `limits.pairs_per_incident` pairs."""
    limit = int(kit.limit("pairs_per_incident"))
    ordered = sorted(accounts, key=lambda a: (not a.negated, not a.row.figures, a.row.document, a.row.start, a.id))
    found = [
        comparison
        for left, right in _pairs(ordered[: 2 * limit], limit)
        for comparison in compare_accounts(left, right, kit)
    ]
    return tuple(sorted(found, key=lambda c: (RANK[c.verdict], c.id)))


def _pairs(accounts: Sequence[Account], limit: int) -> Iterator[tuple[Account, Account]]:
    """Give pairs of different voices: denials first, then across documents, so that a limit loses the least."""
    ranked: tuple[list[tuple[Account, Account]], ...] = ([], [], [], [])
    for at, left in enumerate(accounts):
        for right in accounts[at + 1 :]:
            rank = 2 * (left.negated == right.negated) + (left.row.document == right.row.document)
            if len(ranked[rank]) < limit and (left.negated != right.negated or _two_voices(left, right)):
                ranked[rank].append((left, right))
    yield from islice(chain.from_iterable(ranked), limit)


def _two_voices(left: Account, right: Account) -> bool:
    if left.row.item == right.row.item:
        return False
    return left.speaker != right.speaker or left.row.document != right.row.document


def compare_accounts(left: Account, right: Account, kit: Kit) -> tuple[Comparison, ...]:
    """Compare two accounts of one happening in every slot; symmetric."""
    if right.id < left.id:
        left, right = right, left
    if left.negated != right.negated:
        denied, told = (left, right) if left.negated else (right, left)
        return (make_comparison(left, right, compare_occurrence(left, right)),) if _answers(denied, told, kit) else ()
    found = [finding for slot in _SLOTS if (finding := slot(left, right, kit)) is not None]
    kept = [finding for finding in found if finding.verdict is not Verdict.INCOMPARABLE]
    if not kept:
        kept = [compare_occurrence(left, right)]
    return tuple(make_comparison(left, right, finding) for finding in kept)


def _answers(denied: Account, told: Account, kit: Kit) -> bool:
    """Say whether a denial is one of what is told: who says that a town has not fallen denies no fight for it."""
    changes = kit.rules.turnovers | kit.rules.holdings.keys()
    return denied.row.type not in changes or told.row.type in changes


def compare_occurrence(left: Account, right: Account) -> Finding:
    """Compare whether it happened."""
    if left.negated == right.negated:
        word = "did not happen" if left.negated else "happened"
        return Finding(Slot.OCCURRENCE, Verdict.AGREES, f"both say that it {word}")
    words = {True: "it did not happen", False: "it happened"}
    told = both(left, words[left.negated], right, words[right.negated])
    return Finding(Slot.OCCURRENCE, Verdict.CONTRADICTS, f"one denies what the other says: {told}")


def compare_times(left: Account, right: Account, kit: Kit) -> Finding | None:
    """Compare when it happened."""
    one, other = left.row.time, right.row.time
    if one is None or other is None or not (one.resolved and other.resolved):
        return None
    meet = find_meet(left, right, kit)
    if (left.start, left.end) == (right.start, right.end):
        verdict, words = Verdict.AGREES, "the same time"
    elif meet in (Meet.WEEK, Meet.COARSE):
        verdict, words = Verdict.REFINES, "two grains of one time"
    elif meet is Meet.APART or (meet is Meet.NEAR and not (is_counted(left) or is_counted(right))):
        verdict, words = Verdict.CONTRADICTS, "times that cannot both be right"
    else:
        return None
    return Finding(Slot.TIME, verdict, f"{words}: {both(left, day_words(one), right, day_words(other))}")


def compare_places(left: Account, right: Account, kit: Kit) -> Finding | None:
    """Compare where it happened; a place inside the other refines it."""
    if left.place is None or right.place is None:
        return None
    lie = find_lie(left.place, right.place, kit)
    if left.place.id == right.place.id or lie is Lie.SAME:
        verdict, words = Verdict.AGREES, "the same place"
    elif lie in (Lie.INSIDE, Lie.COUNTRY, Lie.NEAR):
        verdict, words = Verdict.REFINES, "two grains of one place"
    elif lie is Lie.APART:
        verdict, words = Verdict.CONTRADICTS, "places that cannot both be right"
    else:
        return None
    return Finding(
        Slot.PLACE, verdict, f"{words}: {both(left, place_words(left.place), right, place_words(right.place))}"
    )


def compare_agents(left: Account, right: Account, kit: Kit) -> Finding | None:
    """Compare who did it; where both sides take part in both accounts nothing is said."""
    one, other = left.row.agents, right.row.agents
    if not one or not other:
        return None
    if left.agents & right.agents or left.agent_words & right.agent_words:
        told = both(left, actor_words(one), right, actor_words(other))
        return Finding(Slot.AGENT, Verdict.AGREES, f"the same actor: {told}")
    struck = left.patients & right.patients or left.patient_words & right.patient_words
    alike = left.row.type == right.row.type or (left.family == right.family and left.family in kit.rules.close_families)
    if not left.agents or not right.agents or not alike:
        return None
    if (left.family == "battle" or left.row.type != right.row.type) and not struck:
        return None
    if left.agents & right.patients or right.agents & left.patients or _units_of_a_state(left, right):
        return None
    told = both(left, actor_words(one), right, actor_words(other))
    return Finding(Slot.AGENT, Verdict.CONTRADICTS, f"another actor: {told}")


def _units_of_a_state(left: Account, right: Account) -> bool:
    """Say whether one is a state's and the other only described as may be a state's: "units" may be of "the army"."""
    refs = (*left.row.agents, *right.row.agents)
    known = {ref.acled for ref in refs if ref.acled is not None or not ref.described}
    return known == {_STATE} and any(ref.described for ref in refs)


def compare_outcomes(left: Account, right: Account, kit: Kit) -> Finding | None:
    """Compare who holds the place in the end."""
    one, other = (kit.rules.holdings.get(account.row.type) for account in (left, right))
    if one is None or other is None or one.type == other.type:
        return None
    winners = [
        account.agents if rule.agent == "holds" else account.patients for account, rule in ((left, one), (right, other))
    ]
    losers = [
        account.patients if rule.agent == "holds" else account.agents for account, rule in ((left, one), (right, other))
    ]
    if winners[0] & losers[1] or winners[1] & losers[0]:
        told = both(left, kit.label(left.row.type).lower(), right, kit.label(right.row.type).lower())
        return Finding(Slot.OUTCOME, Verdict.CONTRADICTS, f"another outcome: {told}")
    return None


_SLOTS: tuple[Callable[[Account, Account, Kit], Finding | None], ...] = (
    compare_counts, compare_times, compare_places, compare_agents, compare_victims, compare_outcomes,
)  # fmt: skip
