"""What comes of holding documents against each other."""

from dataclasses import dataclass

from rashomon.records.enums import (
    Control,
    DependenceKind,
    Direction,
    Factuality,
    Scope,
    Slot,
    Status,
    Verdict,
)
from rashomon.records.links import Actor
from rashomon.records.reading import ActorRef, PlaceRef
from rashomon.records.values import TimeSpan


@dataclass(frozen=True, slots=True)
class ActorMerge:
    """Actor `actor` of some document is the ledger's actor `into`, with a score in [0, 1] and the reason."""

    actor: str
    into: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """One slot of two claims held against each other.

    Attributes:
        id: `cmp-...`, hash of the two claims (sorted) and the slot.
        first: id of the claim that sorts first.
        second: id of the other.
        slot: what was compared.
        verdict: outcome.
        reason: why, in plain words with both values.
    """

    id: str
    first: str
    second: str
    slot: Slot
    verdict: Verdict
    reason: str


@dataclass(frozen=True, slots=True)
class Dependence:
    """Why two documents, or two claims, do not stand independently of each other.

    Attributes:
        id: `dep-...`, hash of kind, the two ends (sorted) and the evidence's first offset.
        first: id of a Document or a Claim.
        second: the other, of the same sort.
        kind: what ties them.
        evidence: half-open offset pairs as (document id, start, end).
        why: the reason in words.
    """

    id: str
    first: str
    second: str
    kind: DependenceKind
    evidence: tuple[tuple[str, int, int], ...]
    why: str


@dataclass(frozen=True, slots=True)
class VoiceFigure:
    """One voice's number in an incident: the claim, the voice's name, its outlet and the words."""

    claim: str
    voice: str
    outlet: str
    low: float | None
    high: float | None
    text: str
    scope: Scope = Scope.TOTAL


@dataclass(frozen=True, slots=True)
class FigureRange:
    """A measure of an incident over all voices.

    Attributes:
        measure: what is counted.
        low: least number told.
        best: number picked, or None where the rule picks none.
        high: greatest number told, or None if open.
        rule: the rule that picked `best`, in words.
        by_voice: every voice's number.
        origins: number of independent origins that tell a whole number of it.
        votes: how many of them say exactly `best`, where most do; else 0.
        counted: the side whose people are counted, where an incident tells of more than one; "" = all, or unknown.
    """

    measure: str
    low: float | None
    best: float | None
    high: float | None
    rule: str
    by_voice: tuple[VoiceFigure, ...]
    origins: int = 0
    votes: int = 0
    counted: str = ""

    @property
    def label(self) -> str:
        """Give the measure, and whose people are counted where that is told apart: "killed (civilians)"."""
        return f"{self.measure} ({self.counted})" if self.counted else self.measure


@dataclass(frozen=True, slots=True)
class Incident:
    """One happening in the world, joined from claims. Everything below `claims` is derived from them by rule.

    Attributes:
        id: `inc-...`, hash of the sorted claim ids' natural anchor (the smallest claim id).
        type: event type.
        claims: ids of its claims, sorted.
        part_of: id of the incident it is a part of, or None.
        title: one line for people.
        time: when, the narrowest interval all timed claims share, or None.
        place: where, or None.
        actors: who takes part.
        figures: per measure.
        status: computed.
        status_reason: the rule in words.
        origins: number of independent origins.
        outlets: names of outlets.
        documents: file names.
        why: why its claims were joined, in words.
    """

    id: str
    type: str
    claims: tuple[str, ...]
    part_of: str | None
    title: str
    time: TimeSpan | None
    place: PlaceRef | None
    actors: tuple[ActorRef, ...]
    figures: tuple[FigureRange, ...]
    status: Status
    status_reason: str
    origins: int
    outlets: tuple[str, ...]
    documents: tuple[str, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class ControlCell:
    """Control of a place on a day: what each voice claims, and what the rule assesses.

    Attributes:
        place: where.
        time: for when, or None if nothing tells it.
        holder: who holds it.
        claim: id of the claim, or None for an assessed cell.
        voice: name of the claiming voice, "" for an assessed cell.
        outlet: name of its outlet, "" for an assessed cell.
        assessed: the value of an assessed cell, None for a claimed one.
        claims: ids of the claims behind it.
        rule: in words.
    """

    place: PlaceRef
    time: TimeSpan | None
    holder: ActorRef
    claim: str | None
    voice: str
    outlet: str
    assessed: Control | None
    claims: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class ProspectCell:
    """Factor x voice: what a voice says that a factor does to whom.

    Attributes:
        factor: name.
        voice: name of the voice.
        outlet: name of its outlet.
        subject: whose prospects.
        direction: favours, hinders, unclear.
        factuality: how sure the voice is.
        claim: id of the claim.
        sentence: the sentence as printed.
        published: ISO day of publication, or None.
    """

    factor: str
    voice: str
    outlet: str
    subject: ActorRef | None
    direction: Direction
    factuality: Factuality
    claim: str
    sentence: str
    published: str | None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision; append-only.

    Attributes:
        id: `jud-...`, hash of subject, other, verdict, by and made.
        subject: id of a record.
        other: id of the other record of a pair; of a document in which an actor is, or is not, the one of all others;
            the new type, place id or interval of a correction; or None.
        verdict: "same", "different", "accept", "reject", "retype", "relocate", "redate", "private", "public", "note".
        by: who.
        made: UTC time, ISO 8601.
        withdrawn: UTC time, or None.
        note: why, or "".
    """

    id: str
    subject: str
    other: str | None
    verdict: str
    by: str
    made: str
    withdrawn: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Resolution:
    """All that resolve makes of a corpus."""

    actors: tuple[Actor, ...] = ()
    merges: tuple[ActorMerge, ...] = ()
    incidents: tuple[Incident, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    dependences: tuple[Dependence, ...] = ()
