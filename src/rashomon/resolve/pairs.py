"""How much speaks for two claims telling one happening: points with a reason each, and what forbids it.

A veto is about facts that cannot both be of one happening: places apart, days apart, another named victim. Points are
about what happens to agree. In a war the same two sides do the same things every day, so a pair needs a hard sign
besides: a day, a named victim, a number, the same words, or nearness in one text.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rashomon.resolve.accounts import Account
from rashomon.resolve.kit import Kit
from rashomon.resolve.when import Meet, find_meet
from rashomon.resolve.where import Lie, find_lie

_HARD = frozenset(
    {
        "time-day",
        "time-week",
        "time-weekday",
        "time-near",
        "patient-person",
        "figure-equal",
        "words-hard",
        "near-in-text",
    }
)


@dataclass(frozen=True, slots=True)
class Reason:
    """One sign: name of its weight, points, and the words for people."""

    name: str
    points: float
    text: str


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two accounts held against each other.

    Attributes:
        left: id of the claim that sorts first.
        right: id of the other.
        score: sum of the points.
        hard: whether one of the signs is more than circumstance.
        why: the reasons in words.
    """

    left: str
    right: str
    score: float
    hard: bool
    why: str


def find_veto(left: Account, right: Account, kit: Kit) -> str:
    """Give what forbids that two accounts are of one happening, in words, or "". Symmetric."""
    if left.place and right.place and find_lie(left.place, right.place, kit) is Lie.APART:
        return f"{left.place.name} is not {right.place.name}"
    if find_meet(left, right, kit) is Meet.APART:
        return "other days"
    if left.persons and right.persons and not left.persons & right.persons:
        return "another person suffers it"
    if _one_voice(left, right) and _tolls_differ(left, right):
        return "one voice tells two numbers in one report"
    return "told after a report of it" if _too_late(left, right) or _too_late(right, left) else ""


def _one_voice(left: Account, right: Account) -> bool:
    return left.row.document == right.row.document and left.row.voice == right.row.voice


def _tolls_differ(left: Account, right: Account) -> bool:
    other = dict(right.told)
    return left.row.type == right.row.type and any(other.get(name, value) != value for name, value in left.told)


def _too_late(told: Account, happened: Account) -> bool:
    published = told.row.published
    return published is not None and happened.start is not None and happened.start > published.toordinal() + 1


def score_pair(left: Account, right: Account, kit: Kit) -> Pairing | None:
    """Score two accounts that no veto parts; None if their types can never be one happening. Symmetric."""
    if right.id < left.id:
        left, right = right, left
    types = _types(left, right, kit)
    if types is None:
        return None
    reasons = [types, *(reason for sign in _SIGNS for reason in sign(left, right, kit))]
    return Pairing(
        left=left.id,
        right=right.id,
        score=round(sum(reason.points for reason in reasons), 6),
        hard=any(reason.name in _HARD and reason.points > 0 for reason in reasons),
        why="; ".join(reason.text for reason in reasons if reason.points > 0),
    )


def _reason(name: str, text: str, kit: Kit, times: float = 1.0) -> Reason:
    return Reason(name, kit.weight(name) * times, text)


def _types(left: Account, right: Account, kit: Kit) -> Reason | None:
    one, other = left.row.type, right.row.type
    if one == other:
        return _reason("type-same", f"both tell of {kit.label(one).lower()}", kit)
    if left.family == right.family and left.family in kit.rules.close_families:
        return _reason("type-family", f"{kit.label(one)} and {kit.label(other)} are of one family", kit)
    if kit.kindred(one, other):
        return _reason("type-kindred", f"{kit.label(one)} and {kit.label(other)} can be one happening", kit)
    return None


def _places(left: Account, right: Account, kit: Kit) -> Iterator[Reason]:
    if left.place and right.place:
        lie = find_lie(left.place, right.place, kit)
        if lie not in (Lie.OPEN, Lie.APART):
            yield _reason(
                lie, f"{left.place.name} and {right.place.name}" if lie is Lie.INSIDE else left.place.name, kit
            )


def _times(left: Account, right: Account, kit: Kit) -> Iterator[Reason]:
    meet = find_meet(left, right, kit)
    if meet not in (Meet.OPEN, Meet.APART):
        yield _reason(meet, _TIME_WORDS[meet], kit)


_TIME_WORDS = {
    Meet.DAY: "the same day",
    Meet.WEEK: "the same week",
    Meet.COARSE: "times that fit",
    Meet.NEAR: "neighbouring days",
    Meet.WEEKDAY: "the weekday fits",
    Meet.OTHER_WEEKDAY: "another weekday",
}


def _agents(left: Account, right: Account, kit: Kit) -> Iterator[Reason]:
    if left.agents & right.agents:
        yield _reason("agent-same", "the same actor", kit)
    elif left.agent_words & right.agent_words:
        yield _reason("agent-described", f"both by {_list(left.agent_words & right.agent_words)}", kit)
    elif left.agents and right.agents and not left.actors & right.actors:
        yield _reason("agent-other", "another actor", kit)


def _patients(left: Account, right: Account, kit: Kit) -> Iterator[Reason]:
    if left.persons & right.persons and left.family in kit.rules.once_families:
        yield _reason("patient-person", "the same person suffers it", kit)
    elif left.patients & right.patients:
        yield _reason("patient-same", "the same side suffers it", kit)
    elif left.patient_words & right.patient_words:
        yield _reason("patient-described", f"both against {_list(left.patient_words & right.patient_words)}", kit)
    elif left.patients and right.patients and not left.actors & right.actors:
        yield _reason("patient-other", "another side suffers it", kit)


def _figures(left: Account, right: Account, kit: Kit) -> Iterator[Reason]:
    best: Reason | None = None
    for one in left.row.figures:
        for other in right.row.figures:
            if one.measure == other.measure and one.measure:
                found = _figure_reason(one.low, one.high, other.low, other.high, one.measure, kit)
                best = found if best is None or found.points > best.points else best
    if best is not None:
        yield best


def _figure_reason(
    low: float | None, high: float | None, other_low: float | None, other_high: float | None, measure: str, kit: Kit
) -> Reason:
    if low is not None and low == high == other_low == other_high:
        return _reason("figure-equal" if low >= 3 else "figure-small", f"both count {low:g} {measure}", kit)
    lows, highs = (low or 0, other_low or 0), (high if high is not None else float("inf"), other_high or float("inf"))
    if max(lows) <= min(highs):
        return _reason("figure-fits", f"numbers of {measure} that fit", kit)
    return _reason("figure-other", f"other numbers of {measure}", kit)


def _voices(left: Account, right: Account, kit: Kit) -> Iterator[Reason]:
    if left.row.document == right.row.document:
        return
    if left.speaker == right.speaker or left.via & right.via:
        yield _reason("voice-same", "the same speaker or the same outlet behind both", kit)


def _words(left: Account, right: Account, kit: Kit) -> Iterator[Reason]:
    shared = left.words & right.words
    if len(shared) < 2:
        return
    share = len(shared) / min(len(left.words), len(right.words))
    name = "words-hard" if share >= kit.limit("hard_words") and len(shared) >= 4 else "words-shared"
    yield Reason(name, kit.weight("words-shared") * min(1.0, share), f"shared words: {_list(shared)}")


def _text(left: Account, right: Account, kit: Kit) -> Iterator[Reason]:
    if left.row.document != right.row.document or left.row.item == right.row.item:
        return
    apart = abs(left.row.sentence_index - right.row.sentence_index)
    if apart == 0 and left.row.type == right.row.type and left.row.voice == right.row.voice:
        yield _reason("same-sentence", "two verbs of one sentence", kit)
    elif 0 < apart <= kit.limit("near_sentences") and _same_actor(left, right) and not _goes_on(left, right, kit):
        yield _reason("near-in-text", "told close together about the same actor", kit)


def _same_actor(left: Account, right: Account) -> bool:
    if left.actors & right.actors or left.agent_words & right.agent_words:
        return True
    return bool(left.patient_words & right.patient_words)


def _goes_on(left: Account, right: Account, kit: Kit) -> bool:
    return bool((left.words | right.words) & kit.rules.other_words)


def _list(words: frozenset[str]) -> str:
    return ", ".join(sorted(words)[:5])


_SIGNS: tuple[Callable[[Account, Account, Kit], Iterator[Reason]], ...] = (
    _places, _times, _agents, _patients, _figures, _voices, _words, _text,
)  # fmt: skip
