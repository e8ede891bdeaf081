"""A person's decisions: made, applied and withdrawn. After each what it touches is held against each other anew.

What was read is never changed; a decision is a Judgement with who and when, and it binds every later reading too.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from rashomon import pipeline
from rashomon.lexicon import Lexicon
from rashomon.records import Judgement, Place, make_id
from rashomon.records.parting import apart_id
from rashomon.store import SqliteLedger

SAME = "same"
DIFFERENT = "different"
# Verdicts after which nothing across documents can change.
_LIGHT = frozenset({"accept", "note"})


def make_judgement(
    subject: str, verdict: str, by: str, other: str | None = None, note: str = "", made: str | None = None
) -> Judgement:
    """Make a judgement of now.

    Args:
        subject: id of a record.
        verdict: what is decided.
        by: who decides.
        other: the other record of a pair, or the new value of a correction.
        note: why, or "".
        made: UTC time, ISO 8601; now by default.
    """
    moment = made or datetime.now(UTC).isoformat(timespec="milliseconds")
    ident = make_id("jud", subject, other or "", verdict, by, moment)
    return Judgement(ident, subject, other, verdict, by, moment, note=note)


def make_merge(left: Sequence[str], right: Sequence[str], by: str, note: str = "") -> tuple[Judgement, ...]:
    """Make the judgements that two incidents are one: each claim of either is told with the first of the other.

    One pair would not do: where the two tell other days, claims that nobody judged would fall off again.
    """
    made = datetime.now(UTC).isoformat(timespec="milliseconds")
    pairs = [(left[0], claim) for claim in right] + [(claim, right[0]) for claim in left[1:]]
    return tuple(make_judgement(one, SAME, by, other, note, made) for one, other in pairs)


def make_split(parted: Sequence[str], rest: Sequence[str], by: str, note: str = "") -> tuple[Judgement, ...]:
    """Make the judgements that part some claims of an incident, or some of an actor's ids, from the rest, by pairs."""
    made = datetime.now(UTC).isoformat(timespec="milliseconds")
    return tuple(make_judgement(one, DIFFERENT, by, other, note, made) for one in parted for other in rest)


def make_parting(
    actor: str, documents: Sequence[str], rest: Sequence[str], by: str, note: str = ""
) -> tuple[Judgement, ...]:
    """Make the judgements that an actor of several documents is somebody else of the name in some of them.

    Args:
        actor: id under which all these documents know the actor.
        documents: ids of those in which it is the other one.
        rest: ids of whoever was merged with it, and is not that other one either.
        by: who decides.
        note: why, or "".
    """
    made = datetime.now(UTC).isoformat(timespec="milliseconds")
    parted = [make_judgement(actor, DIFFERENT, by, document, note, made) for document in documents]
    others = [key for key in rest if key != actor]
    own = (apart_id(actor, document) for document in documents)
    return (*parted, *(make_judgement(one, DIFFERENT, by, other, note, made) for one in own for other in others))


def decide(
    ledger: SqliteLedger, judgements: Iterable[Judgement], lexicon: Lexicon, places: Iterable[Place] = ()
) -> None:
    """Append judgements and bring the ledger up to date with them.

    Args:
        ledger: the ledger.
        judgements: what is decided.
        lexicon: rules and words.
        places: those that a judgement names and the ledger may not hold yet.
    """
    ledger.hold_places(places)
    heavy = False
    for judgement in judgements:
        ledger.judge(judgement)
        heavy = heavy or judgement.verdict not in _LIGHT
    if heavy:
        pipeline.resolve_ledger(ledger, lexicon)


def withdraw(ledger: SqliteLedger, judgements: Iterable[Judgement], lexicon: Lexicon) -> None:
    """Withdraw judgements: they stay in the history, and bind nothing from now on."""
    moment = datetime.now(UTC).isoformat(timespec="milliseconds")
    decide(ledger, [replace(judgement, withdrawn=moment) for judgement in judgements], lexicon)
