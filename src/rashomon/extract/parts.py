"""What the lower half of the walk hands to the upper half inside this room; nothing of this leaves it."""

from dataclasses import dataclass

from rashomon.records import Factuality, Figure, Mention, Realis, TimeSpan, Voice


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A figure with the syntax around it.

    Attributes:
        figure: the value. Its `measure` is "" until an event or a relation gives it one, unless the words do.
        number: index of the number's head token.
        noun: index of the token of what is counted, or None ("killed 30").
    """

    figure: Figure
    number: int
    noun: int | None


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time expression: tokens `first` to `last` (exclusive), its syntactic head, and what it means.

    `value` is its TIMEX3 writing ("2021-08-20", "198"); unresolved and beginning with "P" it is a duration, no point.
    """

    first: int
    last: int
    head: int
    span: TimeSpan
    value: str = ""


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place mention with the tokens it covers and its syntactic head."""

    first: int
    last: int
    head: int
    mention: Mention


@dataclass(frozen=True, slots=True)
class Told:
    """A token's factual standing before voices are looked at: what the sentence itself does to it.

    Attributes:
        negated: under a negation ("did not capture", "failed to").
        hedged: modal or adverb force: "" (none), "probable", "possible", or "unknown" where the sentence commits to
            nothing ("called for", "if").
        realis: past, ongoing, future, hypothetical, generic.
    """

    negated: bool
    hedged: str
    realis: Realis


@dataclass(frozen=True, slots=True)
class Answer:
    """Words said before, mostly by another voice, that a voice denies or confirms: half-open offsets, and how sure."""

    start: int
    end: int
    commitment: Factuality


@dataclass(frozen=True, slots=True)
class FoundVoice:
    """A voice with its syntax.

    Attributes:
        voice: the record.
        cue: head token of its cue, or None.
        source: mention of its source, or None.
        answers: what it denies or confirms beside its own words.
    """

    voice: Voice
    cue: int | None
    source: Mention | None
    answers: tuple[Answer, ...] = ()
