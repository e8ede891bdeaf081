"""What a walk reads: records by id, each with the sentence it stands in."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from rashomon.records import Actor, Document, Link, Mention, Place, SentenceText, Voice
from rashomon.records.privacy import PRIVATE_PERSON
from rashomon.store import SqliteLedger

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Source:
    """A ledger to walk in.

    Attributes:
        ledger: the ledger.
        names: whether private persons are shown by name.
        redact: what is done to lines of our own making.
    """

    ledger: SqliteLedger
    names: bool
    redact: Callable[[str], str]

    def one(self, kind: type[R], ident: str | None, column: str = "id") -> R | None:
        """Give the first record of one type whose column has the value."""
        return None if ident is None else next(self.ledger.records(kind, column, [ident]), None)

    def held(self, kind: type[R], ident: str) -> R:
        """Give a record that another one names, so that it must be there."""
        return next(self.ledger.records(kind, "id", [ident]))

    def sentence(self, document: str, index: int | None) -> SentenceText | None:
        """Give one sentence of a document."""
        found = self.ledger.records(SentenceText, "document", [document])
        return None if index is None else next((s for s in found if s.index == index), None)

    def document(self, ident: str) -> Document:
        """Give a document by id."""
        return self.held(Document, ident)

    def mention(self, ident: str | None) -> tuple[Mention, Link | None, str] | None:
        """Give a mention with its link and the name of what it is linked to."""
        mention = self.one(Mention, ident)
        if mention is None:
            return None
        link = self.one(Link, mention.id, "mention")
        return mention, link, self.name_of(None if link is None else link.target)

    def name_of(self, target: str | None) -> str:
        """Give the name of an actor or a place; a private person's role."""
        if target is None:
            return ""
        actor = self.actor(target)
        if actor is not None:
            return self.actor_name(actor)
        place = self.one(Place, target)
        return target if place is None else place.name

    def actor(self, ident: str) -> Actor | None:
        """Give the ledger's actor under which an id is held now."""
        return self.ledger.actor(ident)

    def actor_name(self, actor: Actor) -> str:
        """Give an actor's name, or a private person's role."""
        if actor.private and not self.names:
            return actor.description or PRIVATE_PERSON
        return actor.name

    def voices(self, innermost: str) -> tuple[Voice, ...]:
        """Give a chain of voices, innermost first."""
        chain = []
        at: str | None = innermost
        while at is not None:
            voice = self.held(Voice, at)
            chain.append(voice)
            at = voice.via
        return tuple(chain)
