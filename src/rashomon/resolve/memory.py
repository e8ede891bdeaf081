"""What resolve remembers of the last time, so that the next one need not begin anew.

Three forms hold it all. A mark says that a member (a claim, an actor, a sentence) stands under a key (a block, a name,
a shingle), in an order. A tally counts how often a value stands under a key. A note is one text by one id. The ledger
keeps them beside its own rows; whoever implements `Memory` gives both.
"""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import NamedTuple, Protocol

from rashomon.records import (
    Actor,
    ActorMerge,
    ClaimRow,
    Comparison,
    Dependence,
    DocumentCard,
    Incident,
    Judgement,
    SentenceText,
)


class Mark(NamedTuple):
    """A member under a key.

    Attributes:
        sort: what kind of key it is.
        key: number of the key, see `make_key`.
        order: where it stands among the members of the key; equals stand by member.
        member: id of what is marked.
        type: what members are told apart by, or "".
        extra: what else is known, or "".
    """

    sort: str
    key: int
    order: int
    member: str
    type: str = ""
    extra: str = ""


class Count(NamedTuple):
    """How often a value stands under a key; as a change, how much more often."""

    sort: str
    key: str
    value: str
    times: int = 1


class Note(NamedTuple):
    """A text by sort and id."""

    sort: str
    id: str
    text: str


Changes = tuple[tuple[str, ...], tuple[str, ...]]
"""Documents read or taken out since a ledger was last resolved, and judgements made or withdrawn; ids."""


def make_key(*parts: object) -> int:
    """Give the number of a key: a hash of 63 bits of its parts."""
    digest = blake2b("\x1f".join(map(str, parts)).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


class Memory(Protocol):
    """What resolve reads and writes when only a little has changed. All within one transaction."""

    def changes(self) -> Changes:
        """Give what happened since the last time."""

    # What the ledger holds now

    def size(self) -> int:
        """Give the number of claims."""

    def documents_of(self, claims: Iterable[str]) -> list[str]:
        """Give the documents of claims, rejected or not."""

    def judgements(self) -> tuple[Judgement, ...]:
        """Give the judgements that hold."""

    def judgements_of(self, ids: Iterable[str]) -> tuple[Judgement, ...]:
        """Give judgements by id, withdrawn or not."""

    def rows(self, claims: Iterable[str]) -> list[ClaimRow]:
        """Give claims as their documents and people know them; rejected ones are left out."""

    def rows_of(self, documents: Iterable[str]) -> list[ClaimRow]:
        """Give the claims of documents, in the same way."""

    def items_with(self, claims: Iterable[str]) -> list[tuple[str, str]]:
        """Give pairs of claims that are of one item, one of them among the given."""

    def claims_naming(self, actors: Iterable[str]) -> list[str]:
        """Give the claims that name one of the actors of documents."""

    def cards(self, documents: Iterable[str]) -> list[DocumentCard]:
        """Give the cards of documents."""

    def sentences(self, ids: Iterable[str]) -> list[SentenceText]:
        """Give sentences by id."""

    def sentences_of(self, documents: Iterable[str]) -> list[SentenceText]:
        """Give all sentences of documents."""

    def actors_of(self, documents: Iterable[str]) -> list[tuple[str, Actor]]:
        """Give (document, actor as it knows it)."""

    def actors_known(self, ids: Iterable[str]) -> list[Actor]:
        """Give actors by id as every document knows them: one record a document."""

    # What was resolved the last time

    def merges(self, actors: Iterable[str]) -> dict[str, str]:
        """Give the ledger's actor of those actors that were merged."""

    def merged_into(self, actors: Iterable[str]) -> list[ActorMerge]:
        """Give all merges into actors."""

    def incident_claims(self, incidents: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Give the claims of incidents, sorted; those without any are left out."""

    def incidents(self, ids: Iterable[str]) -> list[Incident]:
        """Give incidents by id."""

    def parts_of(self, incidents: Iterable[str]) -> list[tuple[str, str]]:
        """Give (part, whole) of the parts of incidents."""

    def dependences_at(self, ends: Iterable[str]) -> list[Dependence]:
        """Give the dependences that end in one of the claims or documents."""

    # What is remembered

    def marks(self, sort: str, keys: Iterable[int]) -> list[Mark]:
        """Give the marks of keys, in order."""

    def marks_of(self, sort: str, members: Iterable[str]) -> list[Mark]:
        """Give the marks of members."""

    def beside(self, mark: Mark, types: Sequence[str], limit: int, after: bool) -> list[Mark]:
        """Give the marks of a key that come next to one, or before it, the nearest first; of the types, if any."""

    def marks_within(self, sort: str, key: int, low: int, high: int) -> list[Mark]:
        """Give the marks of a key from one order to another, both included."""

    def between(self, one: Mark, other: Mark, types: Sequence[str]) -> int:
        """Give how many steps one mark of a key stands from another one, counted over the types."""

    def tallies(self, sort: str, keys: Iterable[str]) -> dict[str, dict[str, int]]:
        """Give the counts of all values of keys."""

    def notes(self, sort: str, ids: Iterable[str]) -> dict[str, str]:
        """Give notes by id; those that are not there are left out."""

    def add(self, marks: Iterable[Mark]) -> None:
        """Write marks."""

    def drop(self, sort: str, members: Iterable[str]) -> None:
        """Take out all marks of a sort of members."""

    def drop_one(self, mark: Mark) -> None:
        """Take out the mark of one member under one key."""

    def drop_keys(self, sort: str, keys: Iterable[int]) -> None:
        """Take out all marks of keys."""

    def count(self, changes: Iterable[Count]) -> None:
        """Change counts; what is counted no more is taken out."""

    def note(self, notes: Iterable[Note]) -> None:
        """Write notes; an empty text takes one out."""

    # What is resolved now

    def replace_actors(
        self, gone: Iterable[str], actors: Iterable[Actor], unmerged: Iterable[str], merges: Iterable[ActorMerge]
    ) -> None:
        """Take out canonical actors and merges by id, and write others."""

    def replace_incidents(self, gone: Iterable[str], incidents: Iterable[Incident]) -> None:
        """Take out incidents and write others."""

    def replace_comparisons(self, gone: Iterable[str], comparisons: Iterable[Comparison]) -> None:
        """Take out comparisons and write others."""

    def replace_dependences(self, gone: Iterable[str], dependences: Iterable[Dependence]) -> None:
        """Take out dependences and write others."""


def keyed(marks: Iterable[Mark]) -> Mapping[int, list[Mark]]:
    """Group marks by key."""
    found: dict[int, list[Mark]] = {}
    for mark in marks:
        found.setdefault(mark.key, []).append(mark)
    return found
