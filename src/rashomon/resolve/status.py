"""Status of an incident by the rules of the codebook, each given in words with what it met.

A party to an incident is who does or suffers it, whoever is tied to one of them (parent, leader, member, office holder,
ally), and any voice described in the words of one of them. A voice that nobody names is never counted as impartial.
"""

from collections.abc import Iterable, Mapping, Sequence

from rashomon.records import (
    ActorKind,
    Comparison,
    Naming,
    Slot,
    Stance,
    Status,
    Verdict,
)
from rashomon.resolve.accounts import Account
from rashomon.resolve.compare.findings import voice_words
from rashomon.resolve.kit import Kit
from rashomon.resolve.origins import Origin
from rashomon.resolve.sides import Sides
from rashomon.resolve.words import side_words

RULES: Mapping[Status, str] = {
    Status.DENIED: "denied: every voice that tells of it says that it did not happen",
    Status.CONTESTED: "contested: voices contradict each other on whether it happened or who did it",
    Status.CONCEDED: "conceded: the side that it harms says so too",
    Status.CORROBORATED: "corroborated: two or more independent origins tell it, at least one named and no party",
    Status.UNVERIFIED: "unverified-noted: an outlet itself says that it could not verify it",
    Status.CLAIMED: "claimed: one origin, or parties and unnamed voices only",
}

_ORGANISED = frozenset({ActorKind.GROUP, ActorKind.STATE, ActorKind.FORCES, ActorKind.ORGANISATION})
_CONTESTING = frozenset({Slot.OCCURRENCE, Slot.AGENT})
_NAMED = frozenset({Naming.NAMED, Naming.OUTLET, Naming.OTHER_OUTLET, Naming.DOCUMENT, Naming.SOCIAL})


def find_status(
    accounts: Sequence[Account], origins: Sequence[Origin], comparisons: Iterable[Comparison], sides: Sides, kit: Kit
) -> tuple[Status, str]:
    """Give the status of an incident and the rule in words with what it met.

    Args:
        accounts: all claims of the incident.
        origins: independent origins of those that say it happened.
        comparisons: between its claims, and of general denials with them.
        sides: who is tied to whom.
        kit: rules.
    """
    asserted = [account for account in accounts if not account.negated]
    if not asserted:
        return _status(Status.DENIED, voice_words(accounts[0]))
    quarrel = _quarrel(comparisons)
    if quarrel:
        return _status(Status.CONTESTED, quarrel)
    concession = _concession(asserted, sides)
    if concession:
        return _status(Status.CONCEDED, concession)
    origins = [origin for origin in origins if _tells_change(origin, asserted, kit)] or origins
    impartial = [origin for origin in origins if not _partial(origin, accounts, sides, kit)]
    if len(origins) > 1 and impartial:
        return _status(
            Status.CORROBORATED, f"{len(origins)} origins, no party: {voice_words(impartial[0].accounts[0])}"
        )
    doubt = next((a for a in asserted if _doubted(a)), None)
    if doubt is not None:
        return _status(Status.UNVERIFIED, doubt.row.outlet_name)
    return _status(Status.CLAIMED, _counted(origins))


def _status(status: Status, met: str) -> tuple[Status, str]:
    return status, f"{RULES[status]} ({met})"


def _counted(origins: Sequence[Origin]) -> str:
    if len(origins) == 1:
        return f"one origin: {voice_words(origins[0].accounts[0])}"
    return f"{len(origins)} origins, each a party or unnamed"


def _quarrel(comparisons: Iterable[Comparison]) -> str:
    found = (c for c in comparisons if c.slot in _CONTESTING and c.verdict is Verdict.CONTRADICTS)
    first = min(found, key=lambda c: c.id, default=None)
    return "" if first is None else first.reason


def _concession(asserted: Sequence[Account], sides: Sides) -> str:
    """Find an organised side that suffers it and says so, beside somebody else who says so."""
    speakers = {account.speaker for account in asserted}
    for account in asserted:
        speaks_for = sides.around([account.side] if account.side else ())
        for harmed in sorted(account.patients - account.agents):
            actor = sides.actors.get(harmed)
            if harmed in speaks_for and actor is not None and actor.kind in _ORGANISED and len(speakers) > 1:
                return voice_words(account)
    return ""


def _tells_change(origin: Origin, asserted: Sequence[Account], kit: Kit) -> bool:
    """Say whether an origin tells that a place changed hands, if any does: a fight there does not corroborate it."""
    changes = kit.rules.holdings
    if not any(account.row.type in changes for account in asserted):
        return True
    return any(account.row.type in changes for account in origin.accounts)


def _partial(origin: Origin, accounts: Sequence[Account], sides: Sides, kit: Kit) -> bool:
    return any(_is_party(account, accounts, sides, kit) for account in origin.accounts)


def _is_party(account: Account, accounts: Sequence[Account], sides: Sides, kit: Kit) -> bool:
    inner = account.row.voice[-1]
    if inner.naming not in _NAMED or account.speaker.startswith("doc:"):
        return True
    involved = frozenset[str]().union(*(a.actors for a in accounts))
    if inner.naming is Naming.OUTLET:
        return _state_of(account, involved, sides, kit)
    if involved & sides.around([account.speaker]):
        return True
    speaker = sides.actors.get(account.speaker)
    told = " ".join(role.title for role in speaker.roles) if speaker else inner.text
    described = frozenset[str]().union(*(a.agent_words | a.patient_words for a in accounts))
    return bool(side_words(f"{inner.text} {told}", kit.rules) & described)


def _state_of(account: Account, involved: Iterable[str], sides: Sides, kit: Kit) -> bool:
    """Say whether an outlet that speaks for a state tells of that state's own doing."""
    card = sides.cards.get(account.row.document)
    if card is None or card.outlet_kind not in kit.rules.state_outlets or card.outlet_country is None:
        return False
    return any((a := sides.actors.get(key)) is not None and a.country == card.outlet_country for key in involved)


def _doubted(account: Account) -> bool:
    return Stance.DOUBTED in {account.row.stance, *(voice.stance for voice in account.row.voice[1:])}
