"""Who and where in the world: actors, places, and the links from mentions to them."""

from dataclasses import dataclass
from datetime import date

from rashomon.records.enums import ActorKind, MentionKind, PlaceKind


@dataclass(frozen=True, slots=True)
class Role:
    """An office or role with the time it was held.

    Attributes:
        title: "defence minister", "leader of the National Resistance Front".
        start: first day held, or None if unknown or open.
        end: day after the last, or None if unknown or open.
        qualifier: "former", "acting", "self-declared", or "".
    """

    title: str
    start: date | None = None
    end: date | None = None
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who does, suffers or says something.

    Attributes:
        id: `act-...`; of the register's key, of the folded name, or (only described) of document and description.
        name: the register's name, or the fullest one printed; a description if nothing names it.
        names: all spellings registered or printed.
        kind: what it is.
        acled: ACLED actor class 1-8, or None if unknown.
        country: ISO 3166-1 alpha-2 it belongs to, or None.
        parent: id of the actor it belongs to (a faction's movement, a ministry's state), or None.
        roles: offices with their times.
        private: whether it is a private person (witness, victim, relative, resident), shown by role in exports.
        private_rule: the rule that decided, in words.
        description: how to show a private person ("a former soldier, 38"), or "".
        registered: whether it stands in resources/actors/.
        described: whether nothing names it ("local leaders").
    """

    id: str
    name: str
    names: tuple[str, ...]
    kind: ActorKind
    acled: int | None = None
    country: str | None = None
    parent: str | None = None
    roles: tuple[Role, ...] = ()
    private: bool = False
    private_rule: str = ""
    description: str = ""
    registered: bool = False
    described: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer, or one that only the text knows.

    Attributes:
        id: `geo-<geonameid>`, or `plc-...` (hash of the folded name) when the gazetteer has none.
        name: the gazetteer's name, or the printed one.
        names: other names and the spellings printed.
        kind: feature kind.
        adm2: name of the second-order division, or None.
        adm1: name of the first-order division, or None.
        country: ISO 3166-1 alpha-2, or None.
        adm2_id: `geo-...` of it, or None.
        adm1_id: `geo-...` of it, or None.
        lat: degrees, WGS84, or None.
        lon: degrees, WGS84, or None.
        precision: UCDP GED 1-7, or None if the place is not known.
    """

    id: str
    name: str
    names: tuple[str, ...]
    kind: PlaceKind
    adm2: str | None = None
    adm1: str | None = None
    country: str | None = None
    adm2_id: str | None = None
    adm1_id: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: int | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing a mention might have meant, with its score in [0, 1] and what spoke for it."""

    target: str
    name: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Link:
    """A mention tied to an actor or place, or to nothing.

    Attributes:
        id: `lnk-...`, hash of the mention.
        document: id of the document.
        mention: id of the Mention.
        kind: actor or place.
        target: id of an Actor or Place, or None (NIL).
        score: in [0, 1].
        candidates: the best few, best first.
        rule: name of the rule that chose.
        why: the reason in words.
    """

    id: str
    document: str
    mention: str
    kind: MentionKind
    target: str | None
    score: float
    candidates: tuple[Candidate, ...]
    rule: str
    why: str


@dataclass(frozen=True, slots=True)
class Coding:
    """The codes of one event in the two public schemes, after its actors are known.

    Attributes:
        event: id of the Event.
        document: id of the document.
        plover: category and mode ("ASSAULT.firearms"), or None.
        acled: ACLED sub-event type, or None.
        rule: why these.
    """

    event: str
    document: str
    plover: str | None
    acled: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Links:
    """All that link makes of one document."""

    document: str
    links: tuple[Link, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    codings: tuple[Coding, ...] = ()
