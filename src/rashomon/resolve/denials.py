"""Denials find what they deny.

A denial that fits one happening better than all others joins it. One that fits several ("the reports are untrue") joins
none: it is set against each of them in a comparison, so that it never draws unrelated happenings together.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.names import fold
from rashomon.records import Stance
from rashomon.resolve.accounts import Account
from rashomon.resolve.judgements import Pair
from rashomon.resolve.kit import Kit
from rashomon.resolve.pairs import HARD, Pairing, score_pair
from rashomon.resolve.reasons import pair_words
from rashomon.resolve.vetoes import find_veto

_CLEAR = 0.5
_IN_PLACE = frozenset({"type-same", "place-same"})
_NEWS = frozenset({"time-news", "time-lead"})
_RIGHT_AFTER = 2


@dataclass(frozen=True, slots=True)
class Bound:
    """A denial with the claims it answers: the best of the one happening, or one each of several."""

    denial: str
    answers: tuple[str, ...]
    general: bool
    why: str


def bind_denials(
    denials: Sequence[Account],
    asserted: Mapping[str, Account],
    pairs: Iterable[Pair],
    root: Mapping[str, str],
    kit: Kit,
) -> tuple[Bound, ...]:
    """Find what each denial denies.

    Args:
        denials: negated accounts.
        asserted: the others, by claim id.
        pairs: those worth a look.
        root: claim id -> its group, for the asserted ones.
        kit: rules.
    """
    near = _near(denials, asserted, pairs)
    bounds = (_bind(denial, [asserted[key] for key in near.get(denial.id, ())], root, kit) for denial in denials)
    return tuple(bound for bound in bounds if bound is not None)


def may_answer(denial: Account, other: Account, kit: Kit) -> bool:
    """Say whether a denial can be of this at all, whatever else is told."""
    if _answers(denial, other, kit) is not None:
        return True
    return _is_bare(denial) and is_explicit(denial, kit) and _is_told_here(denial, other, kit)


def _near(denials: Iterable[Account], asserted: Mapping[str, Account], pairs: Iterable[Pair]) -> dict[str, list[str]]:
    denying = {denial.id for denial in denials}
    near: dict[str, list[str]] = {}
    for left, right in pairs:
        for denial, other in ((left, right), (right, left)):
            if denial in denying and other in asserted:
                near.setdefault(denial, []).append(other)
    return near


def _bind(denial: Account, others: Sequence[Account], root: Mapping[str, str], kit: Kit) -> Bound | None:
    best: dict[str, tuple[float, str, str]] = {}
    for other in others:
        pairing = _answers(denial, other, kit)
        if pairing is not None:
            why = pair_words(pairing, denial, other, kit)
            best[root[other.id]] = max(best.get(root[other.id], (0.0, "", "")), (pairing.score, other.id, why))
    ranked = sorted(best.values(), key=lambda item: (-item[0], item[1]))
    clear = bool(ranked) and (len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= _CLEAR)
    meant = _meant(denial, others, root, kit) if _is_bare(denial) and is_explicit(denial, kit) else ()
    if clear and (len(meant) < 2 or _follows(denial, next(o for o in others if o.id == ranked[0][1]))):
        return Bound(denial.id, (ranked[0][1],), False, f"a denial of it: {ranked[0][2]}")
    if not meant:
        return None
    return Bound(denial.id, meant, True, "a denial of all happenings of this sort in one report")


def _answers(denial: Account, other: Account, kit: Kit) -> Pairing | None:
    """Give what ties a denial to one claim, or None if that is too little."""
    if not _can_answer(denial, other, kit):
        return None
    denial = _as_told(denial, other, kit)
    pairing = score_pair(denial, other, kit)
    if pairing is None or pairing.score < kit.limit("deny") or not _is_close(denial, other, pairing, kit):
        return None
    return pairing


def _as_told(denial: Account, other: Account, kit: Kit) -> Account:
    """Give a denial in so many words the type of what it can be of: "denied the strike" names one by any attack."""
    if denial.row.type == other.row.type or denial.place is None or not is_explicit(denial, kit):
        return denial
    if not kit.kindred(denial.row.type, other.row.type):
        return denial
    return replace(denial, row=replace(denial.row, type=other.row.type), family=other.family)


def _is_bare(denial: Account) -> bool:
    """Say whether a denial names no place, day, victim or number: it may be of many happenings."""
    return denial.place is None and denial.start is None and not denial.persons and not denial.row.figures


def _follows(denial: Account, other: Account) -> bool:
    """Say whether a denial stands right after what it repeats ("denied the attack")."""
    apart = denial.row.sentence_index - other.row.sentence_index
    return (
        denial.row.document == other.row.document and denial.row.type == other.row.type and 0 <= apart <= _RIGHT_AFTER
    )


def _meant(denial: Account, others: Sequence[Account], root: Mapping[str, str], kit: Kit) -> tuple[str, ...]:
    """Find the happenings of its sort that the same report tells: the first claim of each, by id."""
    first: dict[str, str] = {}
    for other in sorted(others, key=lambda a: (a.row.start, a.id)):
        if _is_told_here(denial, other, kit):
            first.setdefault(root[other.id], other.id)
    return tuple(sorted(first.values()))


def _is_told_here(denial: Account, other: Account, kit: Kit) -> bool:
    return other.row.document == denial.row.document and _is_meant(denial, other, kit)


def is_explicit(denial: Account, kit: Kit) -> bool:
    """Say whether somebody denies it in so many words; "was not attacked" alone denies nothing that others say."""
    cues = " ".join(voice.cue for voice in denial.row.voice)
    said = fold(f"{cues} {denial.row.content} {denial.row.sentence}").split()
    return denial.row.stance is Stance.DENIED or bool(kit.rules.denial_words & set(said))


def _can_answer(denial: Account, other: Account, kit: Kit) -> bool:
    """Say whether a denial can be of this: told by another voice, of one type or family unless it is explicit.

    Somebody named who later tells what he denied is such a voice, too.
    """
    if not _two_voices(denial, other) or find_veto(denial, other, kit):
        return False
    close = denial.family == other.family and denial.family in kit.rules.close_families
    return denial.row.type == other.row.type or close or is_explicit(denial, kit)


def _two_voices(denial: Account, other: Account) -> bool:
    if denial.speaker != other.speaker:
        return True
    return not denial.speaker.startswith("out:") and denial.row.document != other.row.document


def _is_close(denial: Account, other: Account, pairing: Pairing, kit: Kit) -> bool:
    """Say whether more than circumstance ties them: an explicit denial needs that only across reports."""
    if denial.row.document == other.row.document and is_explicit(denial, kit):
        return True
    if denial.row.type == other.row.type and set(pairing.signs) >= _IN_PLACE and _NEWS & set(pairing.signs):
        return True
    return pairing.hard and any(sign in HARD and sign != "near-in-text" for sign in pairing.signs)


def _is_meant(denial: Account, other: Account, kit: Kit) -> bool:
    """Say whether a general denial is of this: of its sort, no doing of the denier's, nor of others than it names.

    Tolls are no sort of fighting: who denies the offensives has not spoken of the dead.
    """
    if other.speaker == denial.speaker or denial.side in other.agents or find_veto(denial, other, kit):
        return False
    if denial.agents and other.agents and not denial.actors & other.actors:
        return False
    if denial.patients and other.patients and not denial.patients & other.patients:
        return False
    if kit.wholes(other.row.type) and other.row.type != denial.row.type:
        return False
    return score_pair(denial, other, kit) is not None
