"""Which happenings of a report are one incident of MUC-4's.

A separate incident has another date, place, type or perpetrator (template-doc-part1.v7, section 5); what differs
in none of these is one. A harm ("two were wounded") belongs to the incident that is told beside it; whoever was
kidnapped and then killed stays one incident.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from rashomon.evaluation.muc4_tables import Tables
from rashomon.records import ActorRef, ClaimRow, Event, Mention, PlaceRef

GENERIC = "ATTACK"
BOMBING = "BOMBING"
_NEAR, _FAR = 2, 5  # sentences
_APART = frozenset({"ARSON", "ROBBERY"})  # incidents of their own beside an attack


@dataclass(frozen=True, slots=True)
class Happening:
    """An event with the claims that tell it.

    Attributes:
        event: the event.
        rows: its claims that count, the first first.
        type: type of the incident that it tells, or "".
        stage: filler of the stage slot.
        patients: its patients.
        doers: whoever does it, or is accused of it, with who that is.
    """

    event: Event
    rows: tuple[ClaimRow, ...]
    type: str
    stage: str
    patients: tuple[Mention, ...]
    doers: tuple[tuple[Mention, ActorRef], ...]

    @property
    def row(self) -> ClaimRow:
        """Give the first claim."""
        return self.rows[0]

    @property
    def names(self) -> frozenset[str]:
        """Give the names of the people it was done to."""
        return frozenset(
            mention.name.lower() for mention in self.patients if mention.label == "PERSON" and mention.name
        )


@dataclass(slots=True)
class Incident:
    """Happenings that make one incident, in text order."""

    type: str
    happenings: list[Happening] = field(default_factory=list)

    @property
    def last(self) -> int:
        """Give the last sentence that tells it."""
        return self.happenings[-1].event.sentence

    @property
    def names(self) -> frozenset[str]:
        """Give the names of the people it was done to."""
        return frozenset(name for happening in self.happenings for name in happening.names)

    @property
    def stage(self) -> str:
        """Give the filler of its stage: of the happening that says what sort it is."""
        own = [happening.stage for happening in self.happenings if happening.type]
        return own[0] if own else self.happenings[0].stage

    def add(self, happening: Happening) -> None:
        """Add a happening; one of a finer type than the generic one tells the type."""
        self.happenings.append(happening)
        if self.type in {GENERIC, ""} and happening.type:
            self.type = happening.type

    @property
    def rows(self) -> list[ClaimRow]:
        """Give the claims of all happenings."""
        return [row for happening in self.happenings for row in happening.rows]

    @property
    def place(self) -> PlaceRef | None:
        """Give the finest place told."""
        places = [row.place for row in self.rows if row.place is not None and row.place.country]
        return max(places, key=lambda place: (len(levels(place)), -places.index(place)), default=None)

    @property
    def unlisted(self) -> str:
        """Give the name of a place that no gazetteer lists, or ""."""
        return next((row.place.name for row in self.rows if row.place is not None and row.place.country is None), "")


def join(happenings: Sequence[Happening], tables: Tables) -> list[Incident]:
    """Join happenings in text order to incidents; those that only harms tell are left out."""
    found: list[Incident] = []
    for happening in happenings:
        home = _find_home(happening, found)
        if home is None:
            found.append(Incident(happening.type, [happening]))
        else:
            home.add(happening)
    return [incident for incident in found if incident.type]


def _find_home(happening: Happening, found: Sequence[Incident]) -> Incident | None:
    for incident in reversed(found):
        same = happening.type == incident.type or _goes_with(happening.type, incident.type)
        near = happening.event.sentence - incident.last <= (_FAR if happening.type == incident.type else _NEAR)
        shared = bool(happening.names & incident.names)
        if same and (near or shared) and not _differs(happening, incident, shared):
            return incident
    return None


def _goes_with(one: str, other: str) -> bool:
    """Say whether two types may be one incident: a harm or an attack with a bombing or a kidnapping."""
    kinds = {one, other}
    return "" in kinds or (GENERIC in kinds and not kinds & _APART)


def _differs(happening: Happening, incident: Incident, shared: bool) -> bool:
    """Say whether a happening has another day or place than an incident, or done to others who are named."""
    others = happening.names and incident.names and not shared and happening.event.sentence != incident.last
    if others or happening.stage != incident.stage:
        return True
    if shared and happening.type != incident.type:
        return False
    return any(
        _other_day(happening.row, other.row) or (not shared and _other_place(happening.row, other.row))
        for other in incident.happenings
    )


def _other_day(one: ClaimRow, other: ClaimRow) -> bool:
    spans = [(row.time.start, row.time.end) for row in (one, other) if row.time is not None]
    if len(spans) < 2:
        return False
    (start, end), (first, last) = spans
    return _before(end, first) or _before(last, start)


def _before(end: date | None, start: date | None) -> bool:
    return end is not None and start is not None and end <= start


def _other_place(one: ClaimRow, other: ClaimRow) -> bool:
    if one.place is None or other.place is None or not one.place.country or not other.place.country:
        return False
    return any(a != b for a, b in zip(levels(one.place), levels(other.place), strict=False))


def levels(place: PlaceRef) -> tuple[str, ...]:
    """Give the names of a place from its country down."""
    return tuple(dict.fromkeys(str(name) for name in (place.country, place.adm1, place.name) if name))
