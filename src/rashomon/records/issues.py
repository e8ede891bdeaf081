"""Trouble in the data is a record."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Issue:
    """One trouble met in the data.

    Attributes:
        id: `iss-...`, hash of code, stage, document, start and message.
        code: stable short name ("document-undated", "figure-vague").
        stage: room that met it ("ingest", "annotate", ...).
        document: id or file name of the document, or None.
        start: first code point it is about, or None.
        end: one past the last, or None.
        message: what, where and the remedy, in one sentence.
    """

    id: str
    code: str
    stage: str
    document: str | None
    start: int | None
    end: int | None
    message: str
