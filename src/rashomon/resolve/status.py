"""Status of an incident by the rules of the codebook, each given in words with what it met.

A party to an incident is who does or suffers it, whoever is tied to one of them (parent, leader, member, office holder,
ally), and any voice described in the words of one of them. Where an act of violence takes place in a country and its
forces, a group or a commander take part, the offices of that country speak for a side too, tied in the reports or not.
A person with such an office of whom no report tells the country is taken for one of them.
A voice that nobody names is never counted as impartial.
"""

from collections.abc import Iterable, Mapping, Sequence

from rashomon.names import fold
from rashomon.records import (
    Actor,
    ActorKind,
    Comparison,
    Factuality,
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
    Status.DENIED: "every voice that tells of it says that it did not happen",
    Status.CONTESTED: "voices contradict each other on whether it happened or who did it",
    Status.CONCEDED: "the side that it harms says so too",
    Status.CORROBORATED: "two or more independent origins tell it as a fact, at least one of them named and no party",
    Status.UNVERIFIED: "an outlet itself says that it could not verify it",
    Status.CLAIMED: "one origin, or parties and unnamed voices only",
}

_ORGANISED = frozenset({ActorKind.GROUP, ActorKind.STATE, ActorKind.FORCES, ActorKind.ORGANISATION})
_CONTESTING = frozenset({Slot.OCCURRENCE, Slot.AGENT})
_ARMED = frozenset({ActorKind.STATE, ActorKind.FORCES})
_OF_STATE = "speaks for the state where forces, a group or a commander take part"
_FIRM = frozenset({Factuality.CERTAIN, Factuality.PROBABLE})
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
    firm = [origin for origin in origins if any(_is_firm(account) for account in origin.accounts)]
    impartial = [origin for origin in firm if not _partial(origin, accounts, sides, kit)]
    if len(firm) > 1 and impartial:
        return _status(Status.CORROBORATED, f"{len(firm)} origins, no party: {voice_words(impartial[0].accounts[0])}")
    doubt = next((a for a in asserted if _doubted(a)), None)
    if doubt is not None:
        return _status(Status.UNVERIFIED, doubt.row.outlet_name)
    return _status(Status.CLAIMED, _counted(origins, _of_state(firm, accounts, sides, kit)))


def _status(status: Status, met: str) -> tuple[Status, str]:
    return status, f"{RULES[status]} ({met})"


def _counted(origins: Sequence[Origin], of_state: str) -> str:
    if len(origins) == 1:
        return f"one origin: {voice_words(origins[0].accounts[0])}"
    return f"{len(origins)} origins, each a party or unnamed{of_state}"


def _of_state(origins: Iterable[Origin], accounts: Sequence[Account], sides: Sides, kit: Kit) -> str:
    """Name the first voice that is a party only because its state has a hand in what happens on its ground."""
    for account in (account for origin in origins for account in origin.accounts):
        if not _is_unnamed(account) and _speaks_for_ground(account, accounts, sides, kit):
            return f"; {voice_words(account)} {_OF_STATE}"
    return ""


def _quarrel(comparisons: Iterable[Comparison]) -> str:
    found = (c for c in comparisons if c.slot in _CONTESTING and c.verdict is Verdict.CONTRADICTS)
    first = min(found, key=lambda c: c.id, default=None)
    return "" if first is None else first.reason


def _concession(asserted: Sequence[Account], sides: Sides) -> str:
    """Find an organised side that suffers it and says so, beside somebody else who says so."""
    speakers = {account.speaker for account in asserted}
    for account in asserted:
        for harmed in sorted(account.patients - account.agents if account.side else ()):
            actor = sides.actor(harmed) if len(speakers) > 1 and sides.tied(account.side or "", harmed) else None
            if actor is not None and actor.kind in _ORGANISED:
                return voice_words(account)
    return ""


def _tells_change(origin: Origin, asserted: Sequence[Account], kit: Kit) -> bool:
    """Say whether an origin tells that a place changed hands, if any does: a fight there does not corroborate it."""
    changes = kit.rules.holdings
    if not any(account.row.type in changes for account in asserted):
        return True
    return any(account.row.type in changes for account in origin.accounts)


def _is_firm(account: Account) -> bool:
    """Say whether a voice tells it as what was: a mere possibility and a date anchor corroborate nothing."""
    return account.row.factuality in _FIRM and not account.anchor


def _partial(origin: Origin, accounts: Sequence[Account], sides: Sides, kit: Kit) -> bool:
    """Say whether a party stands in an origin, or nobody that is named."""
    if all(_is_unnamed(account) for account in origin.accounts):
        return True
    return any(_is_party(account, accounts, sides, kit) for account in origin.accounts if not _is_unnamed(account))


def _is_unnamed(account: Account) -> bool:
    return account.row.voice[-1].naming not in _NAMED or account.speaker.startswith("doc:")


def _is_party(account: Account, accounts: Sequence[Account], sides: Sides, kit: Kit) -> bool:
    inner = account.row.voice[-1]
    involved = frozenset[str]().union(*(a.actors for a in accounts))
    if inner.naming is Naming.OUTLET:
        return _is_organ(account, involved, sides, kit)
    if any(sides.tied(account.speaker, actor) for actor in sorted(involved)):
        return True
    speaker = sides.actor(account.speaker)
    told = " ".join(role.title for role in speaker.roles) if speaker else inner.text
    described = frozenset[str]().union(*(a.agent_words | a.patient_words for a in accounts))
    if side_words(f"{inner.text} {told}", kit.rules) & described:
        return True
    told = f"{inner.text} {inner.name} {told}"
    return _speaks_for_side(account, told, accounts, sides, kit) or _speaks_for_ground(account, accounts, sides, kit)


def _speaks_for_side(account: Account, told: str, accounts: Sequence[Account], sides: Sides, kit: Kit) -> bool:
    """Say whether an office speaks for a state or side that takes part, or that the corpus tells to be at war."""
    speaker = sides.actor(account.speaker)
    kind = None if speaker is None else speaker.kind
    if not {*fold(told).split()} & kit.rules.office_speakers and kind not in _ORGANISED:
        return False
    if kind in (ActorKind.STATE, ActorKind.FORCES, ActorKind.GROUP) and sides.fights(account.speaker):
        return True
    home = _home(account, speaker, told, sides)
    return home is not None and home in _countries(accounts, sides)


def _speaks_for_ground(account: Account, accounts: Sequence[Account], sides: Sides, kit: Kit) -> bool:
    """Say whether an office tells of violence on its own state's ground in which an armed side takes part."""
    inner, speaker = account.row.voice[-1], sides.actor(account.speaker)
    titles = " ".join(role.title for role in speaker.roles) if speaker else ""
    told = f"{inner.text} {inner.name} {titles}"
    if inner.naming is Naming.OUTLET or (speaker is not None and speaker.kind is ActorKind.ORGANISATION):
        return False
    if not {*fold(told).split()} & kit.rules.office_speakers and not (speaker and speaker.kind in _ARMED):
        return False
    grounds = frozenset(a.place.country for a in accounts if a.place is not None and a.place.country)
    violent = any(a.family in kit.rules.hostile | kit.rules.once_families for a in accounts)
    home = _home(account, speaker, told, sides)
    if not violent or not (home in grounds or (home is None and grounds and _of_no_body(speaker, sides))):
        return False
    involved = frozenset[str]().union(*(a.actors for a in accounts))
    return any(_bears_arms(sides.actor(key), grounds, kit) for key in sorted(involved))


def _of_no_body(speaker: Actor | None, sides: Sides) -> bool:
    """Say whether a person is of no body that is told: a colonel of no known army is one of those who fight there."""
    if speaker is None or speaker.kind is not ActorKind.PERSON:
        return False
    parent = sides.actor(speaker.parent) if speaker.parent else None
    return parent is None or parent.kind is not ActorKind.ORGANISATION


def _bears_arms(actor: Actor | None, grounds: frozenset[str], kit: Kit) -> bool:
    """Say whether an actor is the forces of a country, a group, or a person who commands."""
    if actor is None or actor.kind in _ARMED:
        return actor is not None and actor.country in grounds
    words = {word for role in actor.roles for word in fold(role.title).split()}
    return actor.kind is ActorKind.GROUP or bool(words & kit.rules.office_speakers)


def _home(account: Account, speaker: Actor | None, told: str, sides: Sides) -> str | None:
    """Give the country that a speaker or the state outlet that passes the speaker on belongs to."""
    if speaker is not None and speaker.country:
        return speaker.country
    words = frozenset(fold(told).split())
    named = sides.home(words)
    if named is not None:
        return named
    card = sides.cards.get(account.row.document)
    return None if card is None else card.outlet_country


def _countries(accounts: Sequence[Account], sides: Sides) -> frozenset[str]:
    """Give the countries whose state or forces take part, and of those at war where no side is told."""
    involved = frozenset[str]().union(*(a.actors for a in accounts))
    found = {
        actor.country
        for key in involved
        if (actor := sides.actor(key)) is not None and actor.kind in _ARMED and actor.country
    }
    return frozenset(found) if found else sides.warring()


def _is_organ(account: Account, involved: Iterable[str], sides: Sides, kit: Kit) -> bool:
    """Say whether an outlet that speaks for a state or a party tells of what that one takes part in.

    An organ of which nobody tells whose it is may be anybody's: it is never counted as impartial.
    """
    card = sides.cards.get(account.row.document)
    if card is None or card.outlet_kind not in kit.rules.state_outlets:
        return False
    if card.outlet_country is None and card.outlet_owner is None:
        return True
    owner = fold(card.outlet_owner or "")
    actors = [actor for key in sorted(involved) if (actor := sides.actor(key)) is not None]
    of_country = card.outlet_country is not None and any(a.country == card.outlet_country for a in actors)
    return of_country or any(owner == fold(name) for a in actors for name in (a.name, *a.names))


def _doubted(account: Account) -> bool:
    return Stance.DOUBTED in {account.row.stance, *(voice.stance for voice in account.row.voice[1:])}
