"""Reading -> claim rows: every id spelled out. The one place where a claim and all it refers to come together."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TypeVar

from rashomon.records.enums import ClaimKind, Naming
from rashomon.records.extraction import Assessment, Claim, Event, Mention, Relation, Voice
from rashomon.records.links import Actor, Coding, Place
from rashomon.records.reading import ActorRef, ClaimRow, PlaceRef, Reading, VoiceRef

UNATTRIBUTED = "unattributed"

_R = TypeVar("_R")


def make_rows(reading: Reading) -> tuple[ClaimRow, ...]:
    """Make the row of every claim of one reading, in the order of the claims.

    Raises:
        KeyError: the reading names an id that it does not hold.
    """
    return tuple(_Rows(reading).rows())


def make_place_ref(place: Place | None, text: str) -> PlaceRef:
    """Make the reference to a place as some words name it; None = not understood."""
    if place is None:
        return PlaceRef(id=None, name=text, text=text)
    return PlaceRef(
        id=place.id,
        name=place.name,
        text=text,
        adm2=place.adm2,
        adm1=place.adm1,
        country=place.country,
        lat=place.lat,
        lon=place.lon,
        precision=place.precision,
        kind=place.kind,
        adm2_id=place.adm2_id,
        adm1_id=place.adm1_id,
    )


def make_actor_ref(actor: Actor | None, mention: Mention) -> ActorRef:
    """Make the reference to an actor as a mention names it; None = NIL."""
    if actor is None:
        return ActorRef(id=None, name=mention.name or mention.text, text=mention.text, described=not mention.name)
    return ActorRef(
        id=actor.id,
        name=actor.name,
        text=mention.text,
        kind=actor.kind,
        acled=actor.acled,
        private=actor.private,
        described=actor.described,
        description=actor.description,
    )


class _Rows:
    """The look-ups of one reading."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._mentions = _by(reading.mentions, lambda m: m.id)
        self._links = _by(reading.links, lambda link: link.mention)
        self._actors = _by(reading.actors, lambda a: a.id)
        self._places = _by(reading.places, lambda p: p.id)
        self._voices = _by(reading.voices, lambda v: v.id)
        self._codings = _by(reading.codings, lambda c: c.event)
        self._sentences = _by(reading.sentences, lambda s: s.index)
        self._events = _by(reading.events, lambda e: e.id)
        self._relations = _by(reading.relations, lambda r: r.id)
        self._assessments = _by(reading.assessments, lambda a: a.id)

    def rows(self) -> Iterator[ClaimRow]:
        for claim in self._reading.claims:
            if claim.kind is ClaimKind.EVENT:
                yield self._event_row(claim, self._events[claim.item])
            elif claim.kind is ClaimKind.RELATION:
                yield self._relation_row(claim, self._relations[claim.item])
            else:
                yield self._assessment_row(claim, self._assessments[claim.item])

    def _event_row(self, claim: Claim, event: Event) -> ClaimRow:
        coding = self._codings.get(event.id, Coding(event.id, event.document, None, None, ""))
        return self._row(
            claim,
            type=event.type,
            plover=coding.plover,
            acled=coding.acled,
            agents=tuple(map(self._actor_ref, event.agents)),
            patients=tuple(map(self._actor_ref, event.patients)),
            place=self._place_ref(event.place),
            time=event.time,
            figures=event.figures,
        )

    def _relation_row(self, claim: Claim, relation: Relation) -> ClaimRow:
        other = None if relation.object is None else self._mentions[relation.object]
        at_place = other is not None and other.kind.value == "place"
        return self._row(
            claim,
            type=relation.kind,
            agents=() if relation.subject is None else self._subject(relation.subject),
            patients=() if other is None or at_place else (self._actor_ref(other.id),),
            place=self._relation_place(relation, at_place),
            time=relation.time,
            figures=relation.figures,
            value=relation.value,
            qualifier=relation.qualifier,
        )

    def _relation_place(self, relation: Relation, at_place: bool) -> PlaceRef | None:
        if at_place:
            return self._place_ref(relation.object)
        subject = None if relation.subject is None else self._mentions[relation.subject]
        return self._place_ref(relation.subject) if subject and subject.kind.value == "place" else None

    def _subject(self, mention: str) -> tuple[ActorRef, ...]:
        return () if self._mentions[mention].kind.value == "place" else (self._actor_ref(mention),)

    def _assessment_row(self, claim: Claim, assessment: Assessment) -> ClaimRow:
        return self._row(
            claim,
            type=assessment.factor,
            agents=() if assessment.subject is None else self._subject(assessment.subject),
            time=assessment.time,
            direction=assessment.direction,
            hedge=assessment.hedge,
        )

    def _row(self, claim: Claim, **item: object) -> ClaimRow:
        document, outlet = self._reading.document, self._reading.outlet
        defaults: dict[str, object] = {
            "plover": None, "acled": None, "agents": (), "patients": (), "place": None, "figures": ()
        }  # fmt: skip
        return ClaimRow(
            id=claim.id,
            document=document.id,
            document_name=document.name,
            outlet=outlet.id,
            outlet_name=outlet.name,
            published=_first_day(self._reading),
            sentence_index=claim.sentence,
            sentence=self._sentences[claim.sentence].text,
            content=document.text[claim.start : claim.end],
            start=claim.start,
            end=claim.end,
            voice=self._chain(claim.voice),
            kind=claim.kind,
            item=claim.item,
            factuality=claim.factuality,
            realis=claim.realis,
            stance=claim.stance,
            **{**defaults, **item},  # type: ignore[arg-type]
        )

    def _chain(self, innermost: str) -> tuple[VoiceRef, ...]:
        chain: list[VoiceRef] = []
        at: str | None = innermost
        while at is not None:
            voice = self._voices[at]
            chain.append(self._voice_ref(voice))
            at = voice.via
        return tuple(reversed(chain))

    def _voice_ref(self, voice: Voice) -> VoiceRef:
        actor = None if voice.source is None else self._actor_of(voice.source)
        name = actor.name if actor is not None else self._told_as(voice) or UNATTRIBUTED
        return VoiceRef(
            id=voice.id,
            name=self._reading.outlet.name if voice.naming is Naming.OUTLET else name,
            text=voice.text,
            naming=voice.naming,
            speech=voice.speech,
            cue=voice.cue,
            stance=voice.stance,
            actor=None if actor is None else actor.id,
            private=actor is not None and actor.private,
            description="" if actor is None else actor.description,
            reason=voice.reason,
            medium=voice.medium,
        )

    def _told_as(self, voice: Voice) -> str:
        """Give the printed words for a source, those that a pronoun stands for before its own ("which said")."""
        mention = None if voice.source is None else self._mentions.get(voice.source)
        if mention is None or voice.source_start is None or voice.source_end is None:
            return voice.text
        apart = mention.end <= voice.source_start or voice.source_end <= mention.start
        return mention.text if apart else voice.text

    def _actor_of(self, mention: str) -> Actor | None:
        link = self._links.get(mention)
        return None if link is None or link.target is None else self._actors.get(link.target)

    def _actor_ref(self, mention: str) -> ActorRef:
        return make_actor_ref(self._actor_of(mention), self._mentions[mention])

    def _place_ref(self, mention: str | None) -> PlaceRef | None:
        if mention is None:
            return None
        link = self._links.get(mention)
        place = None if link is None or link.target is None else self._places.get(link.target)
        return make_place_ref(place, self._mentions[mention].text)


def _by(records: tuple[_R, ...], key: Callable[[_R], str | int]) -> dict[str | int, _R]:
    return {key(record): record for record in records}


def _first_day(reading: Reading) -> date | None:
    return None if reading.document.published is None else reading.document.published.start
