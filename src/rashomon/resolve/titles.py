"""One line for people about an incident, made of its own slots only."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rashomon.records import ActorKind, ActorRef, PlaceRef, TimeSpan
from rashomon.resolve.accounts import Account
from rashomon.resolve.kit import Kit
from rashomon.resolve.named import is_the_place
from rashomon.resolve.shown import shown_name
from rashomon.resolve.when import day_words
from rashomon.resolve.where import place_words

_OBJECTS = frozenset({"of", "among"})  # stand right behind what was done


def make_title(type_: str, accounts: Sequence[Account], place: PlaceRef | None, time: TimeSpan | None, kit: Kit) -> str:
    """Make the line: "Territory taken by resistance forces in Deh Salah, Baghlan, 20 Aug 2021"."""
    asserted = [account for account in accounts if not account.negated] or list(accounts)
    agents = [(key, ref) for key, ref in _side(asserted, "agents") if _can_act(ref)]
    agent = _most_told(agents, place, kit) if _is_shared(agents, len(asserted)) else ""
    patients = _side(asserted, "patients")
    if type_ in kit.rules.holdings:
        patients = ((key, ref) for key, ref in patients if not ref.described)
    patient = _most_told(patients, place, kit)
    parts = [_what_was_done(type_, agent, patient if patient != agent else "", kit)]
    if place is not None:
        parts.append(f"in {place_words(place)}")
    day = "" if time is None else day_words(time)
    return " ".join(parts) + (f", {day}" if day else "")


def _can_act(ref: ActorRef) -> bool:
    """Say whether an actor is more than a described thing: a school clashes with nobody."""
    return not ref.described or ref.kind is not ActorKind.UNKNOWN or ref.acled is not None


def _what_was_done(type_: str, agent: str, patient: str, kit: Kit) -> str:
    """Give what happened, who did it and whom it struck: "Killing of five farmers by gunmen"."""
    form = kit.title_form(type_)
    if not agent and not patient:
        return kit.label(type_)
    if form is None:
        return kit.label(type_) + (f" by {agent}" if agent else "") + (f" ({patient})" if patient else "")
    noun, by, of = form
    if by == of == "between":
        both = [side for side in (agent, patient) if side]
        return f"{noun} between {both[0]} and {both[1]}" if len(both) > 1 else " involving ".join([noun, *both])
    done_by = f"{by if not patient or by != of else 'by'} {agent}" if agent else ""
    struck = f"{of} {patient}" if patient else ""
    return " ".join(filter(None, (noun, *((struck, done_by) if of in _OBJECTS else (done_by, struck)))))


def _side(accounts: Iterable[Account], slot: str) -> Iterator[tuple[str, ActorRef]]:
    """Give the actors of one slot, each under its canonical id; those that the account does not count are left out."""
    for account in accounts:
        counted: frozenset[str] = getattr(account, slot)
        for ref in getattr(account.row, slot):
            key = account.canonical(ref)
            if key is None or key in counted:
                yield key or (ref.name or ref.text).lower(), ref


def _is_shared(agents: Sequence[tuple[str, ActorRef]], accounts: int) -> bool:
    """Say whether one agent stands in half of the accounts: a title puts on nobody what one of many tells."""
    counts = Counter(key for key, _ in agents)
    return bool(counts) and 2 * max(counts.values()) >= accounts


def _most_told(told: Iterable[tuple[str, ActorRef]], place: PlaceRef | None, kit: Kit) -> str:
    """Give the actor that most claims tell; by name if one does, else in the fewest words; a private one by role."""
    named = [(key, ref) for key, ref in told if not is_the_place(ref, place)]
    listed = [(key, ref.described, shown) for key, ref in named if (shown := shown_name(ref, place, kit))]
    counts = Counter(key for key, _, _ in listed)
    if not counts:
        return ""
    best = min(counts, key=lambda key: (-counts[key], key))
    return _run_on(min((described, len(shown), shown) for key, described, shown in listed if key == best)[2], kit)


def _run_on(shown: str, kit: Kit) -> str:
    """Give a name as it stands within a line: of "Twenty-two rebels" the number opens no sentence."""
    first = shown.split(maxsplit=1)[0]
    counts = all(
        part in kit.lexicon.figures.words or part in kit.lexicon.figures.vague for part in first.lower().split("-")
    )
    return first.lower() + shown[len(first) :] if counts else shown
