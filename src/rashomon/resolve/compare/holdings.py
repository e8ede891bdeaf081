"""Who holds a place, as single claims tell it: relations of control, and happenings that change it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from rashomon.names import fold, skeleton
from rashomon.records import ActorKind, ActorRef, ClaimKind, Naming, PlaceRef, Realis
from rashomon.resolve.accounts import Account
from rashomon.resolve.kit import Kit
from rashomon.resolve.named import is_the_place
from rashomon.resolve.shown import short_name
from rashomon.resolve.words import side_words

_REAL = frozenset({Realis.PAST, Realis.ONGOING, Realis.GENERIC})
_PAST = frozenset({"former", "formerly", "until", "no longer", "in part"})
_NOT = frozenset({"not", "no", "never"})
_NO_BODY = frozenset({Naming.OUTLET, Naming.OTHER_OUTLET, Naming.DOCUMENT, Naming.SOCIAL, Naming.ANONYMOUS})


@dataclass(frozen=True, slots=True)
class Holding:
    """One claim that a holder holds a place, or does not.

    Attributes:
        account: the claim.
        place: the place.
        holder: who.
        key: canonical id of the holder, or "~" and the words of its description.
        held: whether it is said to hold it.
        day: ordinal of the day it is told for: its own first day, else the day of publication; None if unknown.
        change: whether a happening tells it, not a state.
        place_key: one key for the spellings and units of one name in one country.
    """

    account: Account
    place: PlaceRef
    holder: ActorRef
    key: str
    held: bool
    day: int | None
    change: bool
    place_key: str


def make_place_key(place: PlaceRef, kit: Kit) -> str:
    """Give one key for a valley, a district and a province of one name in one country: the larger unit is meant."""
    words = [word for word in fold(place.name).split() if word not in kit.rules.place_units]
    return f"{place.country or ''}:{skeleton(' '.join(words) or place.name)}"


def find_holdings(accounts: Iterable[Account], kit: Kit) -> Iterator[Holding]:
    """Find what claims say about who holds a place; hypothetical and future ones say nothing."""
    for account in accounts:
        if account.place is not None and account.row.realis in _REAL and not _in_part(account, account.place, kit):
            yield from _holdings(account, account.place, kit)


def _in_part(account: Account, place: PlaceRef, kit: Kit) -> bool:
    """Say whether a claim is of pieces of the place: three districts of a province are not the province."""
    if any(_last_word(patient) in kit.rules.piece_words for patient in account.row.patients):
        return True
    counted = (figure for figure in account.row.figures if figure.low is not None and figure.low > 1)
    return any(kit.rules.spreads.get(figure.measure) is place.kind for figure in counted)


def _last_word(holder: ActorRef) -> str:
    """Give the noun of somebody only described; nothing of a name ("the Lords of the Hills")."""
    return fold(holder.text).rpartition(" ")[2] if holder.described else ""


def _holdings(account: Account, place: PlaceRef, kit: Kit) -> Iterator[Holding]:
    row = account.row
    if row.kind is ClaimKind.RELATION and row.type == "controls":
        if row.qualifier not in _PAST:
            held = not account.negated and row.qualifier not in _NOT
            yield from (_holding(account, place, holder, held, kit) for holder in row.agents)
        return
    rule = kit.rules.holdings.get(row.type) if row.kind is ClaimKind.EVENT else None
    if rule is None:
        return
    for refs, effect in ((row.agents, rule.agent), (row.patients, rule.patient)):
        for holder in refs:
            if is_the_place(holder, place) or _last_word(holder) in kit.rules.ground_words:
                continue
            if effect == "holds" or not account.negated:
                yield _holding(account, place, holder, (effect == "holds") != account.negated, kit)


def _holding(account: Account, place: PlaceRef, holder: ActorRef, held: bool, kit: Kit) -> Holding:
    holder = _speaker(account, holder, kit) or holder
    return Holding(
        account=account,
        place=place,
        holder=_shortened(holder, place, kit),
        key=holder_key(account, holder, kit),
        held=held,
        day=_day(account),
        change=account.row.kind is ClaimKind.EVENT,
        place_key=make_place_key(place, kit),
    )


def _speaker(account: Account, holder: ActorRef, kit: Kit) -> ActorRef | None:
    """Give the body that speaks where a pronoun stands for it: "the army says that it holds", "its forces hold"."""
    voice = account.denier
    words = fold(holder.text or holder.name).split()
    own = bool(words) and words[0] in kit.rules.possessive_words
    if not holder.described or not (own or set(words) <= kit.rules.faceless) or voice.naming in _NO_BODY:
        return None
    plural = {"they", "them"} & set(words)
    if account.side is None or voice.naming is Naming.NAMED or (plural and voice.naming is not Naming.GROUP):
        return None
    return ActorRef(account.side, voice.name, voice.text, kind=ActorKind.GROUP)


def _shortened(holder: ActorRef, place: PlaceRef, kit: Kit) -> ActorRef:
    """Give a described holder by the head of its description: "rebels against the king" are rebels."""
    short = short_name(holder.name or holder.text, place, kit) if holder.described else ""
    return replace(holder, name=short) if short else holder


def holder_key(account: Account, holder: ActorRef, kit: Kit) -> str:
    """Give the canonical id of a named actor, else the words of its description, else its printed words."""
    named = account.canonical(holder)
    if named is not None:
        return named
    return "~" + " ".join(sorted(side_words(f"{holder.name} {holder.text}", kit.rules)) or [holder.text.lower()])


def _day(account: Account) -> int | None:
    if account.start is not None:
        return account.start
    published = account.row.published
    return None if published is None else published.toordinal()
