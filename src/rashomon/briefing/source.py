"""What a briefing is made from: records only, gathered by whoever asks for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from rashomon.records import (
    ClaimRow,
    Comparison,
    ControlCell,
    Dependence,
    Incident,
    Issue,
    ProspectCell,
)


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document as the end of a briefing lists it; `outlet` is "" where nothing tells it."""

    id: str
    name: str
    outlet: str
    title: str | None
    published: date | None


@dataclass(frozen=True, slots=True)
class BriefingSource:
    """The records that a briefing may speak about, already filtered.

    Attributes:
        documents: the reports read.
        incidents: by time.
        rows: claim id -> row, holding at least every claim named by the other fields.
        comparisons: contradictions and the rest.
        dependences: between claims or documents.
        control: cells, claimed and assessed.
        prospects: cells.
        issues: troubles worth telling a reader.
        names: whether private persons are shown by name.
        since: the day since which changes are told, or None.
        rules: status -> the rule by which it is found, in words.
    """

    documents: tuple[DocumentLine, ...]
    incidents: tuple[Incident, ...]
    rows: Mapping[str, ClaimRow]
    comparisons: tuple[Comparison, ...] = ()
    dependences: tuple[Dependence, ...] = ()
    control: tuple[ControlCell, ...] = ()
    prospects: tuple[ProspectCell, ...] = ()
    issues: tuple[Issue, ...] = ()
    names: bool = False
    since: date | None = None
    rules: Mapping[str, str] = field(default_factory=dict)
