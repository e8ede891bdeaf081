"""A briefing as records: text is made of it at the very end."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BriefingLine:
    """One line of a briefing.

    Attributes:
        section: name of the section it stands in.
        text: the sentence for people.
        claims: ids of the claims it rests on; never empty.
        incident: id of the incident it tells, or None.
        origins: number of independent origins, or None where it is no incident.
        marks: "contested", "denied", "unverified", "one origin", ...
        counts: further numbers that are counted over the rows and told by none: origins, and votes of origins.
    """

    section: str
    text: str
    claims: tuple[str, ...]
    incident: str | None = None
    origins: int | None = None
    marks: tuple[str, ...] = ()
    counts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Briefing:
    """What a briefing says.

    Attributes:
        title: one line.
        lines: in order.
        reports: the reports read, one line each; they rest on documents, not on claims.
        troubles: what could not be read with certainty, one line each, from Issues.
        rules: by which rule each status told was found, one line each.
    """

    title: str
    lines: tuple[BriefingLine, ...]
    reports: tuple[str, ...] = ()
    troubles: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
