"""What a comparison of one slot gives, and the words both sides get in its reason."""

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.records import ActorRef, Comparison, Figure, Modifier, Slot, Verdict, make_id
from rashomon.records.privacy import said_name
from rashomon.resolve.accounts import Account

RANK = {Verdict.CONTRADICTS: 0, Verdict.REFINES: 1, Verdict.AGREES: 2, Verdict.INCOMPARABLE: 3}


@dataclass(frozen=True, slots=True)
class Finding:
    """Outcome of one slot for two accounts."""

    slot: Slot
    verdict: Verdict
    reason: str


def make_comparison(left: Account, right: Account, finding: Finding) -> Comparison:
    """Make the record; the claim that sorts first comes first, the reason stays."""
    first, second = sorted((left.id, right.id))
    turned = finding.verdict is Verdict.CONTRADICTS and left.speaker == right.speaker
    return Comparison(
        id=make_id("cmp", first, second, finding.slot.value),
        first=first,
        second=second,
        slot=finding.slot,
        verdict=finding.verdict,
        reason=f"{finding.reason} (the same voice against itself)" if turned else finding.reason,
    )


def voice_words(account: Account) -> str:
    """Give who says or denies it: the voice, and the outlet where that is another."""
    row = account.row
    inner = account.denier
    shown = inner.description if inner.private and inner.description else said_name(inner, names=True)
    return shown if shown == row.outlet_name else f"{shown} ({row.outlet_name})"


def both(left: Account, one: str, right: Account, other: str) -> str:
    """Say both values with their voices."""
    return f"{voice_words(left)}: {one}; {voice_words(right)}: {other}"


def actor_words(actors: tuple[ActorRef, ...]) -> str:
    """Give actors by name, private ones by their description."""
    return " and ".join(a.description if a.private and a.description else a.name or a.text for a in actors)


def figure_words(figure: Figure) -> str:
    """Give a number for people: "at least 12", "about 300", "20 to 30"."""
    low, high = figure.low, figure.high
    if low is not None and low == high:
        about = "about " if figure.modifier is Modifier.ABOUT else ""
        return f"{about}{low:g}"
    if low is None or high is None:
        bound = low if low is not None else high
        way = "at least" if low is not None else "up to"
        return figure.text if bound is None else f"{way} {bound:g}"
    return f"{low:g} to {high:g}"


def once(comparisons: Iterable[Comparison]) -> tuple[Comparison, ...]:
    """Keep one of two comparisons of the same claims in one slot, the gravest; by id."""
    found = {c.id: c for c in sorted(comparisons, key=lambda c: (c.id, -RANK[c.verdict], c.reason))}
    return tuple(found[key] for key in sorted(found))
