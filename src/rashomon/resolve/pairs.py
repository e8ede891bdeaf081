"""How much speaks for two claims telling one happening: points with a reason each, and what forbids it.

A veto is about facts that cannot both be of one happening: places apart, days apart, another named victim. Points are
about what happens to agree. In a war the same two sides do the same things every day, so a pair needs a hard sign
besides: a day, a named victim, a number, the same words, or nearness in one text.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rashomon.names import fold
from rashomon.records import Figure, Modifier, Scope
from rashomon.resolve.accounts import Account, adds
from rashomon.resolve.kit import Kit
from rashomon.resolve.likeness import find_alike, may_tell_alike
from rashomon.resolve.when import Meet, find_meet
from rashomon.resolve.where import Lie, find_lie

_HARD_COUNT = 4
_LEAD = 1  # a headline and the first sentence
_HARD_TOLL, _TELLING = 3, 10  # least number of a report's opening, and behind it, that is told twice
_STATE, _REBELS = frozenset({1}), frozenset({2, 3, 4})  # classes of actors
_NO_SIGN = frozenset({Meet.OPEN, Meet.APART, Meet.STALE})
_WEIGHT = {"words-hard": "words-shared"}
_PARTICIPANTS = (
    "agent-same", "agent-described", "patient-person", "patient-same", "patient-described", "figure-equal",
    "voice-same", "words-hard", "near-in-text", "toll-again",
)  # fmt: skip
_SPOTS = frozenset({Lie.SAME.value, Lie.NEAR.value, Lie.INSIDE.value})
_TIMES = frozenset({meet.value for meet in Meet} - {Meet.OTHER_NEWS, Meet.OTHER_WEEKDAY})
_DAYS = frozenset({"time-day", "time-week", "time-calendar", "time-near"})
HARD = frozenset({
    "time-day", "time-week", "time-weekday", "time-near", "time-calendar", "patient-person",
    "figure-equal", "words-hard", "near-in-text", "toll-again", "reports-alike",
})  # fmt: skip


Sign = tuple[str, float]
"""Name of a weight, and how many times it counts."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two accounts held against each other.

    Attributes:
        left: id of the claim that sorts first.
        right: id of the other.
        score: sum of the points.
        hard: whether one of the signs is more than circumstance.
        signs: names of the signs that speak for one happening.
    """

    left: str
    right: str
    score: float
    hard: bool
    signs: tuple[str, ...]


def may_be_hard(left: Account, right: Account) -> bool:
    """Say cheaply whether a pair can have a hard sign at all; most pairs of a block cannot."""
    row, other = left.row, right.row
    if row.document == other.document or left.persons & right.persons:
        return True
    if (row.time is not None or left.lent) and (other.time is not None or right.lent):
        return True
    alike = row.type == other.type or left.negated != right.negated
    if alike and left.place is not None and right.place is not None and _near_ids(left, right):
        return True
    if row.figures and other.figures:
        return True
    return may_tell_alike(left, right) or len(left.words & right.words) >= _HARD_COUNT


def _near_ids(left: Account, right: Account) -> bool:
    one, other = left.place, right.place
    return one is not None and other is not None and bool({one.id, one.adm2_id} & {other.id, other.adm2_id} - {None})


def score_pair(left: Account, right: Account, kit: Kit) -> Pairing | None:
    """Score two accounts that no veto parts; None if they can never be one happening. Symmetric.

    Two kindred types in one place on one day are one happening only if they share more: who takes part, a number, a
    voice, or the words.
    """
    if right.row.id < left.row.id:
        left, right = right, left
    type_sign = _type_sign(left, right, kit)
    if type_sign is None or (_is_turnover(left, right, kit) and _swapped(left, right)):
        return None
    if type_sign[0] == "type-kindred" and any(adds(one) or _tells_some(one) for one in (left, right)):
        return None  # who died later of an attack, and some of its dead, are a part of it
    weights = kit.rules.weights
    signs = [type_sign, *[find(left, right, kit) for find in _SIGNS]]
    points = {sign[0]: weights[_WEIGHT.get(sign[0], sign[0])] * sign[1] for sign in signs if sign is not None}
    if type_sign[0] == "type-kindred" and not _shares_more(left, right, points, kit):
        return None
    return Pairing(
        left=left.id,
        right=right.id,
        score=round(sum(points.values()), 6),
        hard=_is_hard(left, right, points, kit),
        signs=tuple(name for name, value in points.items() if value > 0),
    )


def _tells_some(account: Account) -> bool:
    """Say whether an account counts only some of the people of a happening ("nine of the dead")."""
    return bool(account.row.figures) and all(figure.scope is Scope.PART for figure in account.row.figures)


def _shares_more(left: Account, right: Account, points: Mapping[str, float], kit: Kit) -> bool:
    """Say whether two kindred types share participants, numbers, voice or words, or are two sides of a turnover."""
    if any(points.get(name, 0.0) > 0 for name in _PARTICIPANTS):
        return True
    return _is_turnover(left, right, kit) and "place-same" in points and bool(_DAYS & points.keys())


def _is_hard(left: Account, right: Account, points: Mapping[str, float], kit: Kit) -> bool:
    """Say whether one of the signs is more than circumstance; where no time ties two reports, it takes two."""
    hard = [name for name, value in points.items() if name in HARD and value > 0]
    if "reports-alike" in hard and "agent-other" not in points:
        return True
    if hard and "patient-person" not in hard and left.row.document != right.row.document and not _TIMES & points.keys():
        return len(hard) > 1 or bool(_SPOTS & points.keys())
    return bool(hard) or _fits_all_over(left, right, points, kit)


def _fits_all_over(left: Account, right: Account, points: Mapping[str, float], kit: Kit) -> bool:
    """Say whether two claims of which one tells no day agree in all else: type, town, side and number.

    The news of the day needs no side and no number; a place that changed hands no number, but news of one week.
    """
    if "type-same" not in points or "place-same" not in points or "agent-other" in points:
        return False
    if "time-lead" in points or left.row.type in kit.rules.turnovers:
        return bool({"time-lead", "time-news"} & points.keys())
    sided = points.keys() & {"agent-same", "agent-described"}
    return bool(sided and points.keys() & {"figure-equal", "figure-fits"}) and "time-weekday-other" not in points


def _type_sign(left: Account, right: Account, kit: Kit) -> Sign | None:
    if left.row.type == right.row.type:
        return "type-same", 1.0
    if left.family == right.family and left.family in kit.rules.close_families:
        return "type-family", 1.0
    return ("type-kindred", 1.0) if kit.kindred(left.row.type, right.row.type) else None


def _places(left: Account, right: Account, kit: Kit) -> Sign | None:
    if left.place and right.place:
        lie = find_lie(left.place, right.place, kit)
        if lie is not Lie.OPEN and lie is not Lie.APART:
            return lie.value, 1.0
    return None


def _turnovers(left: Account, right: Account, kit: Kit) -> Sign | None:
    one, other = left.place, right.place
    if one and other and _is_turnover(left, right, kit) and find_lie(one, other, kit) is Lie.SAME:
        return "turnover", 1.0
    return None


def _is_turnover(left: Account, right: Account, kit: Kit) -> bool:
    return left.row.type in kit.rules.turnovers and right.row.type in kit.rules.turnovers


def _swapped(left: Account, right: Account) -> bool:
    """Say whether the side that takes it in one account is the side that loses it in the other."""
    if left.row.type == right.row.type:
        return bool(left.agents & right.patients or right.agents & left.patients)
    return bool(left.agents & right.agents)


def _times(left: Account, right: Account, kit: Kit) -> Sign | None:
    meet = find_meet(left, right, kit)
    return None if meet in _NO_SIGN else (meet.value, 1.0)


def _agents(left: Account, right: Account, kit: Kit) -> Sign | None:
    if left.agents & right.agents:
        return "agent-same", 1.0
    if left.agent_words & right.agent_words:
        return "agent-described", 1.0
    named_apart = left.agents and right.agents and not left.actors & right.actors
    return ("agent-other", 1.0) if named_apart or _of_two_sides(left, right) else None


def _of_two_sides(left: Account, right: Account) -> bool:
    """Say whether a state alone does it in one account, and in the other one only those who fight states."""
    ones, others = ({ref.acled for ref in account.row.agents} for account in (left, right))
    if not ((ones <= _STATE and others <= _REBELS) or (ones <= _REBELS and others <= _STATE)) or not ones or not others:
        return False
    struck = ({ref.acled for ref in account.row.patients} for account in (left, right))
    return not any(mine & theirs for mine, theirs in zip((others, ones), struck, strict=True))


def _patients(left: Account, right: Account, kit: Kit) -> Sign | None:
    if left.persons & right.persons and left.family in kit.rules.once_families:
        return "patient-person", 1.0
    if left.patients & right.patients:
        return "patient-same", 1.0
    if left.patient_words & right.patient_words:
        return "patient-described", 1.0
    if left.patients and right.patients and not left.actors & right.actors:
        return "patient-other", 1.0
    return None


def _figures(left: Account, right: Account, kit: Kit) -> Sign | None:
    """Give the best sign of any two numbers of one measure."""
    if not left.row.figures or not right.row.figures:
        return None
    names = {
        _figure_sign(one, other)
        for one in left.row.figures
        for other in right.row.figures
        if one.measure == other.measure and one.measure
    }
    return (max(names, key=lambda name: kit.rules.weights[name]), 1.0) if names else None


def _figure_sign(one: Figure, other: Figure) -> str:
    if one.low is not None and (one.low, one.high) == (other.low, other.high):
        telling = one.low >= 3 and Scope.PART not in (one.scope, other.scope)
        return "figure-equal" if telling else "figure-small"
    low = max(one.low or 0, other.low or 0)
    return "figure-fits" if all(f.high is None or low <= f.high for f in (one, other)) else "figure-other"


def _voices(left: Account, right: Account, kit: Kit) -> Sign | None:
    if left.row.document == right.row.document:
        return None
    passed = fold(left.row.outlet_name) in right.via or fold(right.row.outlet_name) in left.via
    return ("voice-same", 1.0) if passed or left.speaker == right.speaker or left.via & right.via else None


def _words(left: Account, right: Account, kit: Kit) -> Sign | None:
    shared = left.words & right.words
    if len(shared) > 1:
        share = len(shared) / min(len(left.words), len(right.words))
        hard = share >= kit.limit("hard_words") and len(shared) >= _HARD_COUNT
        return "words-hard" if hard else "words-shared", share
    return None


def _text(left: Account, right: Account, kit: Kit) -> Sign | None:
    if left.row.document != right.row.document or left.row.item == right.row.item:
        return None
    apart = abs(left.row.sentence_index - right.row.sentence_index)
    if apart == 0 and left.row.type == right.row.type and left.speaker == right.speaker:
        return "same-sentence", 1.0
    if 0 < apart <= kit.limit("near_sentences") and _same_actor(left, right) and not _goes_on(left, right, kit):
        return "near-in-text", 1.0
    return None


def _tolls(left: Account, right: Account, kit: Kit) -> Sign | None:
    """Give whether one number is told twice in one report: of what it opens with, or one too high to be chance."""
    one, other = left.row, right.row
    apart = abs(one.sentence_index - other.sentence_index)
    if one.document != other.document or not 0 < apart <= kit.limit("near_sentences") or _goes_on(left, right, kit):
        return None
    least = _HARD_TOLL if min(one.sentence_index, other.sentence_index) <= _LEAD else _TELLING
    told = {(f.measure, f.low) for f in one.figures if f.low is not None and f.low >= least and _is_toll(f)}
    return ("toll-again", 1.0) if any((f.measure, f.low) in told and _is_toll(f) for f in other.figures) else None


def _is_toll(figure: Figure) -> bool:
    return figure.modifier is not Modifier.VAGUE and figure.scope is Scope.TOTAL


def _same_actor(left: Account, right: Account) -> bool:
    if left.actors & right.actors or left.agent_words & right.agent_words:
        return True
    return bool(left.patient_words & right.patient_words)


def tells_another(account: Account, kit: Kit) -> bool:
    """Say whether a clause says of itself that it goes on to another happening of the sort; "12 others" are people."""
    said = kit.rules.other_words & set(fold(account.row.content).split())
    if not said:
        return False
    people = {word for figure in account.row.figures for word in fold(figure.counted).split()}
    return bool(said - people - {fold(ref.text) for ref in account.row.patients})


def _goes_on(left: Account, right: Account, kit: Kit) -> bool:
    return tells_another(left, kit) or tells_another(right, kit)


_SIGNS: tuple[Callable[[Account, Account, Kit], Sign | None], ...] = (
    _places, _turnovers, _times, _agents, _patients, _figures, _voices, _words, find_alike, _text, _tolls,
)  # fmt: skip
