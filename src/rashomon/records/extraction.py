"""What one document says: mentions, voices, events, relations, assessments and the claims that tie them together."""

from dataclasses import dataclass

from rashomon.records.enums import ClaimKind, Direction, Factuality, MentionKind, Naming, Realis, Speech, Stance
from rashomon.records.values import Figure, TimeSpan


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name or describe an actor or a place.

    Attributes:
        id: `men-...`, hash of document, offsets and kind.
        document: id of the document.
        start: first code point.
        end: one past the last.
        text: as printed.
        kind: actor or place.
        head: document index of the syntactic head token.
        chain: index of the coreference chain, or None.
        name: fullest name of the chain (or of this mention) as printed; "" if only described.
        label: entity label (PERSON, ORG, PLACE, NORP) or "".
        roles: role descriptions of the chain ("former defence minister").
    """

    id: str
    document: str
    start: int
    end: int
    text: str
    kind: MentionKind
    head: int
    chain: int | None
    name: str
    label: str
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Voice:
    """One link of a chain of voices: a source with its cue and the words that it answers for.

    Every document has exactly one root voice, the outlet itself: source None, via None, naming OUTLET, speech
    NARRATED, contents (). Every other voice's `via` chain ends in it.

    Attributes:
        id: `voi-...`, hash of document, cue, source and first content offsets.
        document: id of the document.
        sentence: index of the sentence with the cue, or None for the root voice.
        source: id of the source's Mention, or None if the text names none ("it is claimed", the root voice).
        source_start: first code point of the source's words, or None.
        source_end: one past the last, or None.
        text: the source's words as printed, "" if none; the outlet's name for the root voice.
        cue_start: first code point of the cue, or None.
        cue_end: one past the last, or None.
        cue: the cue's words as printed, "" if none.
        contents: half-open offset pairs of the words answered for, in order.
        speech: form of the words.
        naming: how the source is named.
        reason: the printed reason for anonymity, or "".
        stance: how the voice that passes this one on stands to it (from the cue, or a later comment).
        commitment: how sure the voice says it is of the content (cue's own force: said CT+, believed PR+, denied CT-).
        medium: "Twitter", "press conference", "op-ed in the Washington Post", or "".
        time: time of the statement itself where it is told.
        via: id of the voice that passes this one on; None only for the root.
    """

    id: str
    document: str
    sentence: int | None
    source: str | None
    source_start: int | None
    source_end: int | None
    text: str
    cue_start: int | None
    cue_end: int | None
    cue: str
    contents: tuple[tuple[int, int], ...]
    speech: Speech
    naming: Naming
    reason: str
    stance: Stance
    commitment: Factuality
    medium: str
    time: TimeSpan | None
    via: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """A happening as one sentence tells it.

    Attributes:
        id: `evt-...`, hash of document, type and trigger offsets.
        document: id of the document.
        sentence: index of the sentence.
        type: name of a file in resources/events/.
        start: first code point of the trigger.
        end: one past the last.
        trigger: document index of the trigger's head token.
        agents: ids of the Mentions that do it.
        patients: ids of the Mentions it is done to.
        instruments: weapons and means as printed.
        place: id of the place Mention, or None.
        place_rule: rule that chose it, or "".
        time: when, or None if nothing tells it.
        time_rule: rule that chose it, or "".
        figures: numbers told of it.
    """

    id: str
    document: str
    sentence: int
    type: str
    start: int
    end: int
    trigger: int
    agents: tuple[str, ...]
    patients: tuple[str, ...]
    instruments: tuple[str, ...]
    place: str | None
    place_rule: str
    time: TimeSpan | None
    time_rule: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """A state as one sentence tells it.

    Attributes:
        id: `rel-...`, hash of document, kind, offsets and subject.
        document: id of the document.
        sentence: index of the sentence.
        kind: name of a row in resources/relations.yaml (controls, leads, member-of, kin-of, studied-at, ...).
        start: first code point of the words that tell it.
        end: one past the last.
        trigger: document index of the head token of those words.
        subject: id of a Mention, or None (an unnamed holder).
        object: id of a Mention (actor or place), or None.
        value: the other end as printed where it is no actor or place ("minister of defence", "emerald mines"), or "".
        qualifier: "former", "acting", "self-declared", "not", ..., or "".
        time: when the state holds, or None.
        figures: numbers told of it (strength, age, population).
    """

    id: str
    document: str
    sentence: int
    kind: str
    start: int
    end: int
    trigger: int
    subject: str | None
    object: str | None
    value: str
    qualifier: str
    time: TimeSpan | None
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """A judgement or forecast as one sentence tells it.

    Attributes:
        id: `ass-...`, hash of document, factor and offsets.
        document: id of the document.
        sentence: index of the sentence.
        factor: name of a file in resources/factors/.
        direction: what the factor does to the subject.
        subject: id of the Mention whose prospects are judged, or None.
        start: first code point of the words that tell it.
        end: one past the last.
        trigger: document index of their head token.
        hedge: hedging words as printed, or "".
        time: the time judged, or None.
    """

    id: str
    document: str
    sentence: int
    factor: str
    direction: Direction
    subject: str | None
    start: int
    end: int
    trigger: int
    hedge: str
    time: TimeSpan | None


@dataclass(frozen=True, slots=True)
class Claim:
    """The ledger row: one voice says one event, relation or assessment.

    Attributes:
        id: `clm-...`, hash of document, voice and item.
        document: id of the document.
        sentence: index of the sentence.
        voice: id of the innermost Voice.
        kind: what `item` is.
        item: id of the Event, Relation or Assessment.
        start: first code point of the words claimed.
        end: one past the last.
        factuality: from the view of `voice`.
        realis: past, ongoing, future, hypothetical or generic.
        stance: of whoever passes the claim on.
        origin: rules that made it and their version ("events/attack#assault@1").
    """

    id: str
    document: str
    sentence: int
    voice: str
    kind: ClaimKind
    item: str
    start: int
    end: int
    factuality: Factuality
    realis: Realis
    stance: Stance
    origin: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that extract makes of one document. Every id named in it is held in it."""

    document: str
    mentions: tuple[Mention, ...] = ()
    voices: tuple[Voice, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    claims: tuple[Claim, ...] = ()
