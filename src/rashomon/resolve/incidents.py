"""Groups of claims become incidents: every slot derived by rule, every rule in words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.records import Comparison, Dependence, Incident, Slot, Verdict
from rashomon.resolve.accounts import Account
from rashomon.resolve.compare import compare_happening, compare_tolls
from rashomon.resolve.compare.findings import Finding, both, make_comparison
from rashomon.resolve.compare.victims import drop_two_sided
from rashomon.resolve.counted import sums_up
from rashomon.resolve.denials import Bound
from rashomon.resolve.dependence import find_ties
from rashomon.resolve.figures import find_figures
from rashomon.resolve.groups import Group
from rashomon.resolve.kit import Kit
from rashomon.resolve.origins import find_origins
from rashomon.resolve.sides import Sides
from rashomon.resolve.slots import find_actors, find_place, find_time, find_type
from rashomon.resolve.status import find_status
from rashomon.resolve.titles import make_title


@dataclass(frozen=True, slots=True)
class Evidence:
    """What holds for claims of any incident, looked up by claim or document.

    Attributes:
        dependences: id of a claim or document -> dependences that end in it.
        denied: claim id -> comparisons of general denials with it.
    """

    dependences: Mapping[str, tuple[Dependence, ...]]
    denied: Mapping[str, tuple[Comparison, ...]]

    def around(self, accounts: Iterable[Account]) -> tuple[Dependence, ...]:
        """Give the dependences that end in one of the claims or their documents, each once."""
        keys = {key for account in accounts for key in (account.id, account.row.document)}
        found = {d.id: d for key in keys for d in self.dependences.get(key, ())}
        return tuple(found[key] for key in sorted(found))


@dataclass(frozen=True, slots=True)
class Made:
    """One incident with what was found on the way."""

    incident: Incident
    comparisons: tuple[Comparison, ...]
    dependences: tuple[Dependence, ...]


def make_evidence(dependences: Iterable[Dependence], denied: Iterable[Comparison]) -> Evidence:
    """Make the look-ups."""
    ends: dict[str, list[Dependence]] = {}
    for dependence in dependences:
        for end in (dependence.first, dependence.second):
            ends.setdefault(end, []).append(dependence)
    against: dict[str, list[Comparison]] = {}
    for comparison in denied:
        for claim in (comparison.first, comparison.second):
            against.setdefault(claim, []).append(comparison)
    return Evidence(
        {key: tuple(found) for key, found in ends.items()}, {key: tuple(found) for key, found in against.items()}
    )


def compare_denials(bounds: Iterable[Bound], accounts: Mapping[str, Account]) -> tuple[Comparison, ...]:
    """Set each general denial against every happening that it answers."""
    return tuple(
        make_comparison(accounts[bound.denial], accounts[claim], _denied(accounts[bound.denial], accounts[claim]))
        for bound in bounds
        for claim in bound.answers
    )


def _denied(denial: Account, other: Account) -> Finding:
    told = both(denial, f"“{denial.row.content}” is denied", other, f"“{other.row.content}”")
    return Finding(Slot.OCCURRENCE, Verdict.CONTRADICTS, f"a general denial of what another voice says: {told}")


def make_incident(
    group: Group, parts: Sequence[Group], whole: str | None, evidence: Evidence, sides: Sides, kit: Kit
) -> Made:
    """Make one incident.

    Args:
        group: its claims.
        parts: the groups that hang under it: their numbers count among its own.
        whole: id of the incident that it is a part of, or None.
        evidence: dependences and general denials.
        sides: who is tied to whom.
        kit: rules.
    """
    accounts = group.accounts
    ties = tuple(find_ties(accounts, sides.cards, kit))
    dependences = (*evidence.around(accounts), *ties)
    told, comparisons = _held_together(accounts, parts, kit)
    quarrels = (*comparisons, *(c for account in accounts for c in evidence.denied.get(account.id, ())))
    origins = find_origins([a for a in accounts if not a.negated] or accounts, dependences)
    status, reason = find_status(accounts, origins, quarrels, sides, kit)
    type_, time, place = find_type(accounts, kit), find_time(accounts), find_place(accounts, kit)
    incident = Incident(
        id=group.id,
        type=type_,
        claims=tuple(account.id for account in accounts),
        part_of=whole,
        title=make_title(type_, accounts, place, time, kit),
        time=time,
        place=place,
        actors=find_actors(accounts, sides),
        figures=find_figures(told, dependences, kit),
        status=status,
        status_reason=reason,
        origins=len(origins),
        outlets=tuple(sorted({account.row.outlet_name for account in accounts})),
        documents=tuple(sorted({account.row.document_name for account in accounts})),
        why=group.why,
    )
    return Made(incident, comparisons, ties)


def _held_together(
    accounts: tuple[Account, ...], parts: Sequence[Group], kit: Kit
) -> tuple[tuple[Account, ...], tuple[Comparison, ...]]:
    """Give the claims whose numbers count, those of the parts among them, and what holding them together gives."""
    hung = [tuple(a for a in part.accounts if not sums_up(a, accounts)) for part in parts]
    tolls = compare_tolls([accounts, *hung], kit) if parts else ()
    told = (*accounts, *(a for part in hung for a in part))
    return told, drop_two_sided((*compare_happening(accounts, kit), *tolls), told)
