"""MUC-4 templates of a report, from an ordinary reading of it: its incidents, and the fillers of their slots.

Recorded are incidents of the nine countries, told as a fact, an attempt or a threat, of the last two months, with
somebody or something that was hit, and not only soldiers, police or guerrillas (template-doc-part1.v7, section 1).
"""

from collections.abc import Iterator
from datetime import timedelta

from rashomon.evaluation.muc4_fillers import fill
from rashomon.evaluation.muc4_incidents import BOMBING, GENERIC, Happening, Incident, join
from rashomon.evaluation.muc4_keys import Template
from rashomon.evaluation.muc4_report import Report
from rashomon.evaluation.muc4_targets import OUTLAW, PLURAL, Targets
from rashomon.records import ClaimRow, Event, Grain, PlaceKind

_UNAIMED = frozenset({BOMBING, "KIDNAPPING"})
_RECENT = timedelta(days=62)
_ACCUSATION = "accusation"
_TOLD = frozenset({"CT+", "PR+", "PS+"})


def code_report(report: Report) -> tuple[Template, ...]:
    """Give the templates of a report."""
    found = join(list(_happenings(report)), report.tables)
    for incident in found:
        _sharpen(incident, report)
    pairs = [(incident, Targets(incident, report)) for incident in found]
    aimed = {incident.type for incident, targets in pairs if targets.hit}
    return tuple(
        Template(report.message, fill(incident, targets, report))
        for incident, targets in pairs
        if (targets.hit or incident.type not in aimed) and _is_recorded(incident, targets, report)
    )


def _happenings(report: Report) -> Iterator[Happening]:
    for event in sorted(report.reading.events, key=lambda event: event.start):
        kind = _type(event, report)
        if kind or event.type in report.tables.harms:
            rows, stage = _stage(event, report)
            if rows:
                yield _happening(event, rows, kind, stage, report)


def _happening(event: Event, rows: tuple[ClaimRow, ...], kind: str, stage: str, report: Report) -> Happening:
    """Make a happening; whoever is accused takes the part of whoever does it."""
    patients, agents = report.mentions(event.patients), report.mentions(event.agents)
    doers = tuple(zip(agents, rows[0].agents, strict=True))
    if event.type == _ACCUSATION:
        patients, doers = (), tuple(zip(patients, rows[0].patients, strict=True))
    return Happening(event, rows, kind, stage, patients, doers)


def _type(event: Event, report: Report) -> str:
    burnt = event.type == "destruction" and report.lemma(event.trigger) in report.tables.fire
    kind = "ARSON" if burnt else report.tables.incidents.get(event.type, "")
    if kind == BOMBING:  # bombs dropped from the air make an attack (part 2, slot 4)
        doers = {token.lemma.lower() for mention in report.mentions(event.agents) for token in report.span(mention)}
        return GENERIC if (report.words(event) | doers) & report.tables.air else kind
    return kind


def _stage(event: Event, report: Report) -> tuple[tuple[ClaimRow, ...], str]:
    """Give the claims that tell an event as a fact, else as an attempt or as a threat."""
    rows = report.rows.get(event.id, ())
    facts = tuple(row for row in rows if row.factuality in _TOLD and row.realis in {"past", "ongoing"})
    if facts:
        return facts, "ACCOMPLISHED"
    if report.is_under(event.trigger, report.tables.trying):
        return tuple(rows), "ATTEMPTED"
    if report.is_under(event.trigger, report.tables.threatening):
        return tuple(rows), "THREATENED"
    return (), ""


def _sharpen(incident: Incident, report: Report) -> None:
    """Make an attack with explosives a bombing, but not one from the air."""
    told = report.words(incident.happenings[0].event) | report.words(incident.happenings[-1].event)
    if incident.type in {GENERIC, "ARSON"} and told & report.tables.explosive and not told & report.tables.air:
        incident.type = BOMBING


def _is_recorded(incident: Incident, targets: Targets, report: Report) -> bool:
    return (
        _is_recent(incident, report)
        and _is_at_home(incident, report)
        and _is_terror(incident, targets, report)
        and _is_specific(incident, targets)
    )


def _is_recent(incident: Incident, report: Report) -> bool:
    published = report.reading.document.published
    days = [row.time.end for row in incident.rows if row.time is not None and row.time.end is not None]
    return not days or published is None or published.start is None or max(days) > published.start - _RECENT


def _is_at_home(incident: Incident, report: Report) -> bool:
    country = report.country(incident)
    return not country or country in report.nine


def _is_terror(incident: Incident, targets: Targets, report: Report) -> bool:
    """Say whether anybody or anything was hit that is neither armed nor the army's, and no one-sided guess."""
    if not targets.hit:
        return incident.type in _UNAIMED and incident.place is not None
    against_outlaws = any(one.type == OUTLAW for one in targets.people.values())
    if against_outlaws and not targets.things and not any(one.name for one in targets.people.values()):
        return False
    civil = [one for one in targets.people.values() if one.type not in report.tables.armed]
    return bool(civil or targets.civil_things)


def _is_specific(incident: Incident, targets: Targets) -> bool:
    """Say whether an incident has a name, a number, a thing, a day or a place of its own."""
    told = any(one.name or one.number != PLURAL for one in targets.people.values()) or targets.things
    days = any(row.time is not None and row.time.grain is Grain.DAY and row.time.start for row in incident.rows)
    return bool(told or days or (incident.place is not None and incident.place.kind is not PlaceKind.COUNTRY))
