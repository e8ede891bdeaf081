"""Gathers from an opened ledger what the views of resolve and the briefing are made of."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from rashomon import briefing, resolve
from rashomon.briefing.check import Proof
from rashomon.briefing.source import BriefingSource, DocumentLine
from rashomon.lexicon import load_lexicon
from rashomon.lexicon.phrases import Phrases, load_phrases
from rashomon.records import (
    Briefing,
    BriefingLine,
    ClaimRow,
    ControlCell,
    Document,
    Ledger,
    PlaceRef,
    ProspectCell,
    Query,
    TimeSpan,
    Verdict,
)
from rashomon.records.privacy import Redactor

_ALL = Query()


def gather_control(ledger: Ledger, query: Query = _ALL) -> tuple[ControlCell, ...]:
    """Give the claimed and assessed cells of control over the claims asked for."""
    return _control(ledger, tuple(ledger.claims(query)))


def _control(ledger: Ledger, rows: tuple[ClaimRow, ...]) -> tuple[ControlCell, ...]:
    actors = [actor for actor, _ in ledger.actors()]
    return resolve.control_cells(rows, ledger.comparisons(), load_lexicon(), actors)


def gather_prospects(ledger: Ledger, query: Query = _ALL) -> tuple[ProspectCell, ...]:
    """Give the cells of the outlook over the claims asked for."""
    return resolve.prospect_cells(tuple(ledger.claims(query)))


def briefing_phrases(language: str = "en") -> Phrases:
    """Read the words of a briefing alone: an asking command needs no other table."""
    return load_phrases(language)


def gather_briefing(
    ledger: Ledger, query: Query = _ALL, names: bool = False, about: str = "", since: date | None = None
) -> Briefing:
    """Make the briefing over what is asked for, and prove it.

    Args:
        ledger: the ledger.
        query: the filters.
        names: whether private persons are shown by name.
        about: an actor or a place, by a part of its name: what either is in.
        since: a day: only what happened or was reported then and later, and what has changed since.

    Returns:
        a briefing of which every line holds against its rows; a line that did not is left out, and that is said.
    """
    phrases = briefing_phrases()
    queries = (replace(query, actor=about), replace(query, place=about)) if about else (query,)
    source = _gather_source(ledger, queries, names)
    source = source if since is None else _since(source, since)
    actors = [actor for actor, _ in ledger.actors()]
    spellings = {actor.id: (actor.name, *actor.names) for actor in actors}
    proof = briefing.make_proof(source.rows, phrases, _fixed_words(source), spellings)
    made = _proven(_with_lenders(briefing.make_briefing(source, phrases), source), proof, phrases)
    places = (name for place, _ in ledger.places() for name in (place.name, *place.names))
    return _by_role(made, Redactor(actors, names, places))


def _with_lenders(made: Briefing, source: BriefingSource) -> Briefing:
    """Let a line cite the rows, too, that lent it a place or a day, or whose words it quotes."""
    lenders = _Lenders(source)
    return replace(made, lines=tuple(lenders.lend(line) for line in made.lines))


class _Lenders:
    """Finds the rows that a line speaks of beside those that it cites."""

    def __init__(self, source: BriefingSource) -> None:
        self._rows = source.rows
        self._incidents = {incident.id: incident for incident in source.incidents}
        self._cells = {cell.claims: cell for cell in source.control}
        self._quarrels = [c for c in source.comparisons if c.verdict is Verdict.CONTRADICTS]
        self._by_document: dict[str, list[ClaimRow]] = {}
        for row in source.rows.values():
            self._by_document.setdefault(row.document, []).append(row)

    def lend(self, line: BriefingLine) -> BriefingLine:
        """Give the line with all claims that it rests on."""
        own = [self._rows[claim] for claim in line.claims if claim in self._rows]
        if not own:
            return line
        more: list[str] = []
        for place, time in self._told(line):
            more += self._lenders(own, place, time)
        if line.section == "happened":
            more += [claim for c in self._quarrels if c.reason in line.text for claim in (c.first, c.second)]
        return replace(line, claims=tuple(dict.fromkeys((*line.claims, *more))))

    def _told(self, line: BriefingLine) -> Iterator[tuple[PlaceRef | None, TimeSpan | None]]:
        """Give the places and times that a line may name."""
        cited = {self._rows[claim].incident for claim in line.claims if claim in self._rows}
        for key in dict.fromkeys((line.incident, *(sorted(filter(None, cited)) if line.section == "origin" else ()))):
            if (incident := self._incidents.get(key or "")) is not None:
                yield incident.place, incident.time
        if line.incident is None:
            for claims in (line.claims, *((claim,) for claim in line.claims)):
                if (cell := self._cells.get(claims)) is not None:
                    yield cell.place, None

    def _lenders(self, own: list[ClaimRow], place: PlaceRef | None, time: TimeSpan | None) -> Iterator[str]:
        near = sorted(
            (row for document in sorted({row.document for row in own}) for row in self._by_document[document]),
            key=lambda row: (min(abs(row.sentence_index - one.sentence_index) for one in own), row.id),
        )
        if place is not None and place.id not in {_place_id(row) for row in own}:
            # A name that one report understands is understood in all.
            everywhere = (*near, *self._rows.values())
            yield from [row.id for row in everywhere if _place_id(row) == place.id][:1]
        if time is not None and time.start not in {_first_day(row) for row in own}:
            yield from [row.id for row in near if _first_day(row) == time.start][:1]


def _place_id(row: ClaimRow) -> str | None:
    return None if row.place is None else row.place.id


def _first_day(row: ClaimRow) -> date | None:
    return None if row.time is None else row.time.start


def _proven(made: Briefing, proof: Proof, phrases: Phrases) -> Briefing:
    """Leave out what says more than its rows, and say how much that is."""
    held = tuple(line for line in made.lines if briefing.check_line(line, proof) is None)
    left = len(made.lines) - len(held)
    troubles = (*made.troubles, phrases.say("unproven", count=left)) if left else made.troubles
    return replace(made, lines=held, troubles=troubles)


def _gather_source(ledger: Ledger, queries: tuple[Query, ...], names: bool) -> BriefingSource:
    """Gather what any of some queries finds, each record once."""
    found = {incident.id: incident for query in queries for incident in ledger.incidents(query)}
    incidents = tuple(found.values()) if len(queries) == 1 else resolve.timeline(found.values())
    asked = tuple({row.id: row for query in queries for row in ledger.claims(query)}.values())
    comparisons = tuple({c.id: c for query in queries for c in ledger.comparisons(query)}.values())
    rows = {row.id: row for row in asked}
    named = {claim for incident in incidents for claim in incident.claims}
    named.update(claim for comparison in comparisons for claim in (comparison.first, comparison.second))
    named.update(voice.claim for incident in incidents for figure in incident.figures for voice in figure.by_voice)
    rows.update({row.id: row for row in ledger.rows(named - rows.keys())})
    return BriefingSource(
        documents=_documents(ledger, rows, queries != (_ALL,)),
        incidents=incidents,
        rows=rows,
        comparisons=comparisons,
        dependences=tuple(ledger.dependences()),
        control=_control(ledger, asked),
        prospects=resolve.prospect_cells(asked),
        issues=tuple(ledger.issues()),
        names=names,
        rules={name.removeprefix("status "): text for name, text in resolve.rule_texts()},
    )


def _since(source: BriefingSource, day: date) -> BriefingSource:
    """Keep what happened on a day or later, and what reports of that day or later tell."""

    def late(claims: Iterable[str]) -> bool:
        return any(briefing.is_new(source.rows[claim], day) for claim in claims)

    incidents = tuple(
        i
        for i in source.incidents
        if late(i.claims) or (i.time is not None and i.time.resolved and (i.time.end is None or i.time.end > day))
    )
    return replace(
        source,
        documents=tuple(d for d in source.documents if d.published is not None and d.published >= day),
        incidents=incidents,
        comparisons=tuple(c for c in source.comparisons if late((c.first, c.second))),
        control=tuple(c for c in source.control if c.assessed is not None or late(c.claims)),
        prospects=tuple(c for c in source.prospects if late((c.claim,))),
        since=day,
    )


def _documents(ledger: Ledger, rows: dict[str, ClaimRow], filtered: bool) -> tuple[DocumentLine, ...]:
    asked = {row.document for row in rows.values()} if filtered else None
    outlets = {row.outlet: row.outlet_name for row in rows.values()}
    return tuple(_line(document, outlets) for document in ledger.documents() if asked is None or document.id in asked)


def _line(document: Document, outlets: dict[str, str]) -> DocumentLine:
    published = None if document.published is None else document.published.start
    return DocumentLine(document.id, document.name, outlets.get(document.outlet, ""), document.title, published)


def _fixed_words(source: BriefingSource) -> Iterator[str]:
    """Words of rules and names of types: they tell how a line was made and what kind of thing it tells."""
    yield from (kind.label for kind in load_lexicon().events.types.values())
    yield from (text for _, text in resolve.rule_texts())
    for cell in source.control:
        if cell.assessed is not None:
            yield cell.rule


def _by_role(made: Briefing, redact: Redactor) -> Briefing:
    lines = tuple(replace(line, text=redact(line.text)) for line in made.lines)
    return replace(made, lines=lines, troubles=tuple(map(redact, made.troubles)))
