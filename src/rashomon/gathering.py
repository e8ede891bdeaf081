"""Gathers from an opened ledger what the views of resolve and the briefing are made of."""

from collections.abc import Iterator, Mapping
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
    Incident,
    Ledger,
    ProspectCell,
    Query,
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


def gather_briefing(ledger: Ledger, query: Query = _ALL, names: bool = False) -> Briefing:
    """Make the briefing over what is asked for, and prove it.

    Args:
        ledger: the ledger.
        query: the filters.
        names: whether private persons are shown by name.

    Returns:
        a briefing of which every line holds against its rows; a line that did not is left out, and that is said.
    """
    phrases = briefing_phrases()
    source = _gather_source(ledger, query, names)
    actors = [actor for actor, _ in ledger.actors()]
    spellings = {actor.id: (actor.name, *actor.names) for actor in actors}
    proof = briefing.make_proof(source.rows, phrases, _fixed_words(source), spellings)
    made = _proven(_with_lenders(briefing.make_briefing(source, phrases), source), proof, phrases)
    places = (name for place, _ in ledger.places() for name in (place.name, *place.names))
    return _by_role(made, Redactor(actors, names, places))


def _with_lenders(made: Briefing, source: BriefingSource) -> Briefing:
    """Let a line cite the rows, too, that lent its incident the place or day that none of its own tells."""
    incidents = {incident.id: incident for incident in source.incidents}
    by_document: dict[str, list[ClaimRow]] = {}
    for row in source.rows.values():
        by_document.setdefault(row.document, []).append(row)
    lines = (_lent(line, incidents.get(line.incident or ""), source, by_document) for line in made.lines)
    return replace(made, lines=tuple(lines))


def _lent(
    line: BriefingLine, incident: Incident | None, source: BriefingSource, by_document: Mapping[str, list[ClaimRow]]
) -> BriefingLine:
    own = [source.rows[claim] for claim in line.claims if claim in source.rows]
    if incident is None or not own:
        return line
    near = sorted(
        (row for document in sorted({row.document for row in own}) for row in by_document[document]),
        key=lambda row: (min(abs(row.sentence_index - one.sentence_index) for one in own), row.id),
    )
    more = []
    if incident.place is not None and incident.place.id not in {_place_id(row) for row in own}:
        # A name that one report understands is understood in all.
        everywhere = (*near, *(row for rows in by_document.values() for row in rows))
        more += [row.id for row in everywhere if _place_id(row) == incident.place.id][:1]
    if incident.time is not None and incident.time.start not in {_first_day(row) for row in own}:
        more += [row.id for row in near if _first_day(row) == incident.time.start][:1]
    return replace(line, claims=tuple(dict.fromkeys((*line.claims, *more))))


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


def _gather_source(ledger: Ledger, query: Query, names: bool) -> BriefingSource:
    incidents = tuple(ledger.incidents(query))
    asked = tuple(ledger.claims(query))
    comparisons = tuple(ledger.comparisons(query))
    rows = {row.id: row for row in asked}
    named = {claim for incident in incidents for claim in incident.claims}
    named.update(claim for comparison in comparisons for claim in (comparison.first, comparison.second))
    rows.update({row.id: row for row in ledger.rows(named - rows.keys())})
    return BriefingSource(
        documents=_documents(ledger, rows, query),
        incidents=incidents,
        rows=rows,
        comparisons=comparisons,
        dependences=tuple(ledger.dependences()),
        control=_control(ledger, asked),
        prospects=resolve.prospect_cells(asked),
        issues=tuple(ledger.issues()),
        names=names,
    )


def _documents(ledger: Ledger, rows: dict[str, ClaimRow], query: Query) -> tuple[DocumentLine, ...]:
    asked = {row.document for row in rows.values()} if query != _ALL else None
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
