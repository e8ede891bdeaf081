"""One document read to the end, and the denormalised row of a claim that later rooms and outputs work on."""

from dataclasses import dataclass
from datetime import date

from rashomon.records.documents import Document, Outlet
from rashomon.records.enums import (
    ActorKind,
    ClaimKind,
    Direction,
    Factuality,
    Naming,
    PlaceKind,
    Realis,
    Speech,
    Stance,
)
from rashomon.records.extraction import Assessment, Claim, Event, Mention, Relation, Voice
from rashomon.records.issues import Issue
from rashomon.records.links import Actor, Coding, Link, Place
from rashomon.records.values import Figure, TimeSpan


@dataclass(frozen=True, slots=True)
class SentenceText:
    """A sentence as the ledger keeps it.

    Attributes:
        id: `sen-...`, hash of document and index.
        document: id of the document.
        index: position in the document.
        start: first code point.
        end: one past the last.
        text: as printed.
        zone: value of the ZoneKind it stands in.
    """

    id: str
    document: str
    index: int
    start: int
    end: int
    text: str
    zone: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that one document gave, ready to append. Every id named in it is held in it."""

    document: Document
    outlet: Outlet
    sentences: tuple[SentenceText, ...] = ()
    mentions: tuple[Mention, ...] = ()
    voices: tuple[Voice, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    claims: tuple[Claim, ...] = ()
    links: tuple[Link, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    codings: tuple[Coding, ...] = ()
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class ActorRef:
    """An actor as a claim names it: id (None = NIL), register or fullest name, printed words, and what it is."""

    id: str | None
    name: str
    text: str
    kind: ActorKind = ActorKind.UNKNOWN
    acled: int | None = None
    private: bool = False
    described: bool = False
    description: str = ""


@dataclass(frozen=True, slots=True)
class PlaceRef:
    """A place as a claim names it; see Place for units. `id` None = not understood."""

    id: str | None
    name: str
    text: str
    adm2: str | None = None
    adm1: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: int | None = None
    kind: PlaceKind = PlaceKind.UNKNOWN
    adm2_id: str | None = None
    adm1_id: str | None = None


@dataclass(frozen=True, slots=True)
class VoiceRef:
    """One link of a claim's voice chain.

    Attributes:
        id: id of the Voice.
        name: resolved name (actor's, or the outlet's), else the printed words, else "unattributed".
        text: the source as printed, "" if unnamed.
        naming: how it is named.
        speech: form of its words.
        cue: cue as printed.
        stance: of the voice before it in the chain.
        actor: id of the Actor, or None.
        private: whether that actor is a private person.
        description: how to show a private person.
        reason: the printed reason for anonymity, or "".
        medium: where it was said, or "".
    """

    id: str
    name: str
    text: str
    naming: Naming
    speech: Speech
    cue: str
    stance: Stance
    actor: str | None
    private: bool = False
    description: str = ""
    reason: str = ""
    medium: str = ""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with all it refers to spelled out: what resolve compares and what exports print.

    Attributes:
        id: the claim's id.
        document: id of the document.
        document_name: file name.
        outlet: id of the outlet.
        outlet_name: its name.
        published: first day of publication, or None.
        sentence_index: index of the sentence.
        sentence: its text as printed.
        content: the words claimed as printed.
        start: first code point of the content.
        end: one past the last.
        voice: chain from the outlet inwards; never empty.
        kind: event, relation or assessment.
        item: id of it.
        type: event type, relation kind or factor.
        plover: "CATEGORY.mode" or None.
        acled: sub-event type or None.
        agents: who does it (an event), subject (a relation or an assessment).
        patients: to whom (an event), object (a relation).
        place: where, or None.
        time: when, or None.
        figures: numbers told.
        factuality: from the view of the innermost voice.
        realis: past, ongoing, future, hypothetical, generic.
        stance: of whoever passes it on.
        value: other end of a relation in words, or "".
        qualifier: of a relation ("former", "not"), or "".
        direction: of an assessment, or None.
        hedge: of an assessment, or "".
        incident: id of its incident, or None.
    """

    id: str
    document: str
    document_name: str
    outlet: str
    outlet_name: str
    published: date | None
    sentence_index: int
    sentence: str
    content: str
    start: int
    end: int
    voice: tuple[VoiceRef, ...]
    kind: ClaimKind
    item: str
    type: str
    plover: str | None
    acled: str | None
    agents: tuple[ActorRef, ...]
    patients: tuple[ActorRef, ...]
    place: PlaceRef | None
    time: TimeSpan | None
    figures: tuple[Figure, ...]
    factuality: Factuality
    realis: Realis
    stance: Stance
    value: str = ""
    qualifier: str = ""
    direction: Direction | None = None
    hedge: str = ""
    incident: str | None = None


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """One voice with all it refers to spelled out.

    Attributes:
        voice: the record.
        chain: from the outlet inwards; the last is the voice itself.
        document_name: file name.
        outlet_name: name of the outlet.
        sentence: the sentence with the cue, or None for the outlet's own voice.
        claims: number of claims it answers for.
    """

    voice: Voice
    chain: tuple[VoiceRef, ...]
    document_name: str
    outlet_name: str
    sentence: str | None
    claims: int
