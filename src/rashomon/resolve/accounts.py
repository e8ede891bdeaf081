"""A claim as resolve sees it: actors by their canonical ids, days as numbers, the speaker as one key."""

from collections.abc import Iterable, Set
from dataclasses import dataclass
from datetime import date

from rashomon.names import fold
from rashomon.records import (
    ActorKind,
    ActorRef,
    ClaimKind,
    ClaimRow,
    Factuality,
    Figure,
    Naming,
    PlaceRef,
    Realis,
    Scope,
    Stance,
    VoiceRef,
)
from rashomon.resolve.canon import Canon
from rashomon.resolve.kit import Kit
from rashomon.resolve.named import Names, find_named, find_names, is_the_place, is_understood
from rashomon.resolve.words import content_words, side_words

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_LEAD = 2  # a headline and two sentences
NEGATED = frozenset({Factuality.NOT_CERTAIN, Factuality.NOT_PROBABLE, Factuality.NOT_POSSIBLE})
_UNNAMED = frozenset({Naming.GROUP, Naming.ANONYMOUS, Naming.ROLE})
_HAPPENED = frozenset({Realis.PAST, Realis.ONGOING})


@dataclass(frozen=True, slots=True)
class Account:
    """One claim, prepared.

    Attributes:
        row: the claim.
        family: family of its type.
        agents: canonical ids of its agents, of their body where they are described as a part of one.
        patients: the same of its patients.
        persons: those of `patients` that are persons.
        agent_words: words that tell the side of its described agents.
        patient_words: the same of its described patients.
        start: first day as an ordinal, or None if open or unknown.
        end: ordinal of the day after the last, or None.
        speaker: key of the innermost voice, or of who denies what that says: an actor's id,
            "out:" and the outlet, or a key of its document alone.
        side: canonical id of who answers for it, or of the body that it is described as a part of; None if unknown.
        via: keys of all outlets in the chain behind the publisher.
        negated: whether the speaker says that it did not happen: the voice itself, or who passes it on and denies it.
        words: content words of its clause.
        ids: (printed id, canonical id) of its named actors.
        place: where, if it is understood, or if the clause names a place that other claims understand.
        month_day: month and day of a time told for one day, also where its year is not known; else None.
        news_day: ordinal of its first day, or without any words of time that of its report; None if unknown.
        opens: whether it opens its report and looks back on nothing.
        anchor: whether the clause only dates another happening ("since the coup").
        lent: what its report's neighbouring claims lend it: "day", "place" (see `context`).
        report: content words of all clauses of its report.
    """

    row: ClaimRow
    family: str
    agents: frozenset[str]
    patients: frozenset[str]
    persons: frozenset[str]
    agent_words: frozenset[str]
    patient_words: frozenset[str]
    start: int | None
    end: int | None
    speaker: str
    side: str | None
    via: frozenset[str]
    negated: bool
    words: frozenset[str]
    ids: tuple[tuple[str, str], ...] = ()
    place: PlaceRef | None = None
    month_day: tuple[int, int] | None = None
    news_day: int | None = None
    opens: bool = False
    anchor: bool = False
    lent: tuple[str, ...] = ()
    report: Set[str] = frozenset()

    @property
    def id(self) -> str:
        """Give the id of the claim."""
        return self.row.id

    @property
    def denier(self) -> VoiceRef:
        """Give the voice that answers for the claim: the innermost, or who passes it on and denies it."""
        return _answering(self.row)[-1]

    @property
    def told(self) -> Iterable[tuple[str, float]]:
        """Give the exact figures as (measure, value)."""
        return ((f.measure, f.low) for f in self.row.figures if f.low is not None and _is_exact(f))

    def canonical(self, actor: ActorRef) -> str | None:
        """Give the canonical id of one of its actors, or None if it is not known who that is."""
        return next((canonical for printed, canonical in self.ids if printed == actor.id), None)

    @property
    def actors(self) -> frozenset[str]:
        """Give all named actors."""
        return self.agents | self.patients


def make_accounts(rows: Iterable[ClaimRow], canon: Canon, kit: Kit) -> tuple[Account, ...]:
    """Prepare claims, in the order of their ids."""
    rows = sorted(rows, key=lambda row: row.id)
    names = find_names(rows)
    reports: dict[str, set[str]] = {}
    made: list[Account] = []
    for row in rows:
        report = reports.setdefault(row.document, set())
        made.append(make_account(row, canon, names, kit, report))
        report |= made[-1].words
    return tuple(made)


def happened(account: Account) -> bool:
    """Say whether a claim is of a happening that was or is, denied or not: only these make incidents."""
    return account.row.kind is ClaimKind.EVENT and account.row.realis in _HAPPENED


def make_account(row: ClaimRow, canon: Canon, names: Names, kit: Kit, report: Set[str] = frozenset()) -> Account:
    """Prepare one claim; `report` holds, or will hold, the content words of all clauses of its report."""
    start, end = days_of(row)
    place = row.place if is_understood(row.place) else find_named(row, names, kit)
    if place is None and row.place is not None and row.place.id is not None:
        place = row.place
    words = content_words(row.content, kit.rules)
    agents = _named((a for a in row.agents if not _opposed(a, row)), canon)
    sufferers = tuple(p for p in row.patients if row.type not in kit.rules.holdings or not is_the_place(p, place))
    patients = _named((*sufferers, *(a for a in row.agents if _opposed(a, row))), canon)
    return Account(
        row=row,
        family=kit.family(row.type),
        # Nobody does it to themselves: such a clause has its pronoun wrong, so it tells no agent.
        agents=agents if agents != patients else frozenset(),
        patients=patients,
        persons=_named((p for p in sufferers if p.kind is ActorKind.PERSON and not p.described), canon),
        agent_words=_described(row.agents, canon, kit),
        patient_words=_described(sufferers, canon, kit),
        start=start,
        end=end,
        speaker=speaker_key(_answering(row), row.document, row.outlet, canon),
        side=_side(_answering(row)[-1], canon),
        via=frozenset(fold(voice.name) for voice in row.voice[1:] if voice.naming is Naming.OTHER_OUTLET),
        negated=row.factuality in NEGATED or row.stance is Stance.DENIED,
        words=words,
        ids=tuple((a.id, side) for a in (*row.agents, *sufferers) if a.id and (side := canon.side(a.id, a.described))),
        place=place,
        month_day=_month_day(row, start, end),
        news_day=_news_day(row, start),
        opens=row.sentence_index <= _LEAD and not words & kit.rules.back_words,
        anchor=row.kind is ClaimKind.EVENT and _is_anchor(row.content, kit),
        report=report,
    )


def _month_day(row: ClaimRow, start: int | None, end: int | None) -> tuple[int, int] | None:
    if start is not None:
        day = date.fromordinal(start)
        return (day.month, day.day) if end == start + 1 else None
    words = () if row.time is None else fold(row.time.text).split()
    months = [_MONTHS.index(word) + 1 for word in words if word in _MONTHS]
    days = [int(word) for word in words if word.isdigit() and 0 < int(word) < 32]
    return (months[0], days[0]) if len(months) == len(days) == 1 else None


def _news_day(row: ClaimRow, start: int | None) -> int | None:
    if start is not None or row.time is not None or row.published is None:
        return start
    return row.published.toordinal()


def _is_anchor(content: str, kit: Kit) -> bool:
    words = fold(content).split()[:2]
    return bool({*words[:1], " ".join(words)} & kit.rules.anchor_words)


def _answering(row: ClaimRow) -> tuple[VoiceRef, ...]:
    """Give the chain up to who answers for the claim: a denied one is answered for by who passes it on."""
    return row.voice[:-1] if row.stance is Stance.DENIED and len(row.voice) > 1 else row.voice


def adds(account: Account) -> bool:
    """Say whether a claim counts only those beyond an earlier number: "two more died"."""
    return any(figure.scope is Scope.ADDITION for figure in account.row.figures)


def days_of(row: ClaimRow) -> tuple[int | None, int | None]:
    """Give the claim's first day and the day after its last as ordinals; None where open or unknown."""
    if row.time is None:
        return None, None
    start, end = row.time.start, row.time.end
    return (None if start is None else start.toordinal()), (None if end is None else end.toordinal())


def _side(voice: VoiceRef, canon: Canon) -> str | None:
    return canon.side(voice.actor, voice.naming in _UNNAMED)


def _opposed(actor: ActorRef, row: ClaimRow) -> bool:
    """Say whether the clause names an agent as the one it is against: "anti-X battles"."""
    return not actor.described and f"anti-{actor.text.lower()}" in row.content.lower()


def _named(actors: Iterable[ActorRef], canon: Canon) -> frozenset[str]:
    return frozenset(side for a in actors if (side := canon.side(a.id, a.described)) is not None)


def _described(actors: Iterable[ActorRef], canon: Canon, kit: Kit) -> frozenset[str]:
    nameless = (a for a in actors if canon.side(a.id, a.described) is None)
    return frozenset(word for a in nameless for word in side_words(f"{a.name} {a.text}", kit.rules))


def speaker_key(chain: tuple[VoiceRef, ...], document: str, outlet: str, canon: Canon) -> str:
    """Give one key for one speaker: across documents only if it is known who it is.

    An unnamed or merely described voice is one speaker within its document and nobody's equal outside it.
    """
    inner = chain[-1]
    if inner.naming is Naming.OUTLET:
        return f"out:{outlet}"
    if inner.naming is Naming.OTHER_OUTLET:
        return f"med:{fold(inner.name)}"
    known = None if inner.actor is None else canon.actor(inner.actor)
    if inner.actor is not None and not (inner.naming in _UNNAMED if known is None else known.described):
        return canon.of(inner.actor)
    return f"doc:{document}:{fold(inner.text) or inner.id}"


def _is_exact(figure: Figure) -> bool:
    return figure.low == figure.high and figure.scope in {Scope.TOTAL, Scope.AGAIN}
