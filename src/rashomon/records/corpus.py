"""What resolve is given: the claims of all documents with just enough of the documents to hold them together."""

from dataclasses import dataclass
from datetime import date

from rashomon.records.links import Actor
from rashomon.records.reading import ClaimRow, SentenceText
from rashomon.records.resolution import Judgement


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """The little of a document that resolve needs.

    Attributes:
        id: the document's id.
        name: file name.
        outlet: id of the outlet.
        outlet_name: its name.
        outlet_kind: its kind, or None.
        outlet_country: ISO country, or None.
        outlet_owner: owner, or None.
        published: first day of publication, or None.
        fingerprint: min-hash values of its shingles.
    """

    id: str
    name: str
    outlet: str
    outlet_name: str
    outlet_kind: str | None
    outlet_country: str | None
    outlet_owner: str | None
    published: date | None
    fingerprint: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """The whole input of resolve."""

    documents: tuple[DocumentCard, ...]
    rows: tuple[ClaimRow, ...]
    sentences: tuple[SentenceText, ...]
    actors: tuple[Actor, ...]
    judgements: tuple[Judgement, ...] = ()
