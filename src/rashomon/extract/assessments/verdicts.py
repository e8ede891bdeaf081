"""A judgement before it has an id."""

from dataclasses import dataclass

from rashomon.records import Direction


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a word judges.

    Attributes:
        factor: name of the factor.
        direction: what it does to the subject.
        subject: token of whose prospects are judged, or None.
        trigger: head token of the words.
        first: first token of the words.
        last: one past the last.
        governor: token of the word that says so, for its hedges.
        goes_on: the sentence leaves the subject out: the one judged just before is meant.
    """

    factor: str
    direction: Direction
    subject: int | None
    trigger: int
    first: int
    last: int
    goes_on: bool
    governor: int
