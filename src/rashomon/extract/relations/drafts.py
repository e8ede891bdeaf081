"""A relation before it has an id and a time."""

from dataclasses import dataclass

from rashomon.records import Annotated, Figure


@dataclass(frozen=True, slots=True)
class Draft:
    """What a pattern found.

    Attributes:
        kind: relation kind.
        trigger: index of the head token of the words that tell it.
        first: first token of those words.
        last: one past the last.
        subject: id of a mention, or None.
        object: id of a mention, or None.
        value: the other end as printed where it is neither actor nor place.
        qualifier: "former", "not", ...
        figures: numbers told of it.
        anchor: another token on which the time of the state hangs ("has been in charge of X since May"), or None.
    """

    kind: str
    trigger: int
    first: int
    last: int
    subject: str | None
    object: str | None
    value: str = ""
    qualifier: str = ""
    figures: tuple[Figure, ...] = ()
    anchor: int | None = None


def flip(qualifier: str, negated: bool) -> str:
    """Give the qualifier of a state under a negation: two negations cancel."""
    if not negated:
        return qualifier
    return "" if qualifier == "not" else "not"


def of_share(kind: str, qualifier: str, share: bool) -> str:
    """Give the qualifier of a hold on a share: who holds most of a province, or not all of it, holds it in part."""
    return "in part" if share and kind == "controls" and qualifier in {"", "not"} else qualifier


def write_phrase(annotated: Annotated, first: int, last: int) -> str:
    """Give the printed words of tokens `first` to `last` (exclusive), "" if there are none."""
    return annotated.words(first, last) if first < last else ""
