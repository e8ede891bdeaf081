"""FA-KES (Abu Salem et al. 2019): reports of the Syrian war from opposed outlets, coded by a crowd; noisy.

`articles.csv` in its published columns. Dead exact and place accuracy: share of reports whose number of dead and
governorate, read by `evaluation.fakes_coding`, equal gold. Each report is read without its date of gold.

Pairs of reports: found to be of one incident if claims that tell each report's own toll lie in one incident of
`read_corpus`; found to disagree if they do and the two tolls differ. Gold codes no pairs; they are made of its cells:
one day and governorate, and no other cause or actor; they disagree if their dead differ. Of 47 such pairs judged by
hand 31 were one happening; figures against a hundred judged pairs are printed beside it where a set holds them, and
they are the ones to believe.
"""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from rashomon import pipeline
from rashomon.errors import InputError
from rashomon.evaluation.corpus import make_corpus
from rashomon.evaluation.fakes_coding import Coded, code_report, same_place
from rashomon.evaluation.fakes_judged import DIFFER, OTHER, SAME, SECOND_DIFFER, SECOND_OTHER, SECOND_SAME
from rashomon.evaluation.running import Bench
from rashomon.evaluation.scores import Counts, Miss, Score, f1_score, recall_score
from rashomon.ingest import RawInput
from rashomon.records import Reading, Resolution, make_rows

NAME = "fakes"
_UNKNOWN = "unknown"
_Ids = Sequence[tuple[str, str]]
_COLUMNS = ("unit_id", "article_title", "article_content", "date", "location", "nb_civilians", "nb_noncivilians")


@dataclass(frozen=True, slots=True)
class Report:
    """A report with its gold codes; `dead` is civilians and others together."""

    id: str
    title: str
    text: str
    outlet: str
    day: str
    place: str
    cause: str
    actor: str
    dead: int


@dataclass(frozen=True, slots=True)
class _Found:
    """A report beside what was read in it."""

    report: Report
    coded: Coded
    incidents: frozenset[str]


def measure(path: Path, bench: Bench, limit: int | None) -> tuple[list[Score], list[Miss]]:
    """Measure the reading of reports, and how they are held against each other."""
    reports = read_reports(path)[:limit]
    readings = list(_read(reports, bench))
    coded = [code_report(reading, make_rows(reading)) for reading in readings]
    misses = [miss for report, one in zip(reports, coded, strict=True) for miss in _misses(report, one)]
    found = _place_in_incidents(reports, coded, pipeline.read_corpus(make_corpus(readings), bench.kit.lexicon))
    same, differ = count_pairs(found)
    return [
        recall_score(NAME, "dead exact", [Counts(int(c.dead == r.dead), 1, 1) for r, c in _pairs(reports, coded)]),
        recall_score(
            NAME, "place accuracy", [Counts(int(same_place(c.place, r.place)), 1, 1) for r, c in _pairs(reports, coded)]
        ),
        f1_score(NAME, "same-incident F1", same),
        f1_score(NAME, "disagreement F1", differ),
        *_judged_scores(found, "judged", SAME, DIFFER, OTHER),
        *_judged_scores(found, "second draw", SECOND_SAME, SECOND_DIFFER, SECOND_OTHER),
    ], misses


def _pairs(reports: Sequence[Report], coded: Sequence[Coded]) -> Iterator[tuple[Report, Coded]]:
    yield from zip(reports, coded, strict=True)


def read_reports(path: Path) -> list[Report]:
    """Read the set.

    Raises:
        InputError: the file is missing or its columns are others.
    """
    file = path / "articles.csv" if path.is_dir() else path
    try:
        data = file.read_bytes()
    except OSError as error:
        raise InputError(f"{file}: no FA-KES set ({error}); give articles.csv or its folder") from error
    rows = csv.DictReader(io.StringIO(_decode(data), newline=""))
    if missing := set(_COLUMNS) - set(rows.fieldnames or ()):
        raise InputError(f"{file}: no columns {sorted(missing)}; give FA-KES's own table")
    return [_report(row) for row in rows]


def _decode(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _report(row: dict[str, str]) -> Report:
    weak = _number(row.get("nb_children")) + _number(row.get("nb_women"))
    return Report(
        id=row["unit_id"],
        title=row["article_title"],
        text=row["article_content"],
        outlet=row.get("source") or "",
        day=row["date"],
        place=row["location"],
        cause=row.get("cause_of_death") or _UNKNOWN,
        actor=row.get("actor") or _UNKNOWN,
        dead=max(_number(row["nb_civilians"]), weak) + _number(row["nb_noncivilians"]),
    )


def _number(cell: str | None) -> int:
    try:
        return int(float(cell or 0))
    except ValueError:
        return 0


def _read(reports: Sequence[Report], bench: Bench) -> Iterator[Reading]:
    keys = {f"{number}-{report.id}": report for number, report in enumerate(reports)}
    lines = (
        json.dumps({"id": key, "title": report.title, "text": report.text, "source": report.outlet})
        for key, report in keys.items()
    )
    pairs = list(bench.documents([RawInput("articles.jsonl", None, "\n".join(lines).encode())]))
    if len(pairs) != len(reports):
        raise InputError(f"{len(reports) - len(pairs)} reports have no text; give FA-KES's own table")
    annotated = bench.annotate(document for document, _ in pairs)
    for (document, outlet), columns in zip(pairs, annotated, strict=True):
        yield pipeline.read_annotated(columns, document, outlet, bench.kit)


def _misses(report: Report, coded: Coded) -> Iterator[Miss]:
    if coded.dead != report.dead:
        yield Miss(NAME, "dead exact", report.id, "missing", str(report.dead), f"found {coded.dead} {coded.why}")
    if not same_place(coded.place, report.place):
        yield Miss(NAME, "place accuracy", report.id, "missing", report.place, f"found {coded.place} {coded.why}")


def _place_in_incidents(reports: Sequence[Report], coded: Sequence[Coded], resolution: Resolution) -> list[_Found]:
    """Give every report the incidents that hold its own toll, parts counted as their wholes."""
    whole = {incident.id: incident.part_of for incident in resolution.incidents}
    of = {claim: incident.id for incident in resolution.incidents for claim in incident.claims}

    def top(incident: str) -> str:
        above = whole.get(incident)
        return incident if above is None or above not in whole else top(above)

    return [
        _Found(report, one, frozenset(top(of[claim]) for claim in one.claims if claim in of))
        for report, one in _pairs(reports, coded)
    ]


def count_pairs(found: Sequence[_Found]) -> tuple[list[Counts], list[Counts]]:
    """Count pairs of one incident, and pairs that disagree on the dead, by the first report of the pair."""
    same: dict[int, list[tuple[bool, bool]]] = {number: [] for number in range(len(found))}
    differ: dict[int, list[tuple[bool, bool]]] = {number: [] for number in range(len(found))}
    for (number, one), (_, other) in combinations(enumerate(found), 2):
        hit, gold = _joined(one, other), in_one_cell(one.report, other.report)
        if hit or gold:
            same[number].append((hit, gold))
            differ[number].append((hit and _tolls_differ(one, other), gold and one.report.dead != other.report.dead))
    return [_count(pairs) for pairs in same.values()], [_count(pairs) for pairs in differ.values()]


def _joined(one: _Found, other: _Found) -> bool:
    return bool(one.incidents & other.incidents)


def _tolls_differ(one: _Found, other: _Found) -> bool:
    return one.coded.dead != other.coded.dead


def in_one_cell(one: Report, other: Report) -> bool:
    """Say whether gold codes speak for one incident: one day and place, no other cause or actor."""
    kinds = ((one.cause, other.cause), (one.actor, other.actor))
    fits = all(left == right or _UNKNOWN in (left, right) for left, right in kinds)
    return (one.day, one.place) == (other.day, other.place) and fits


def _count(pairs: Sequence[tuple[bool, bool]]) -> Counts:
    right = sum(hit and gold for hit, gold in pairs)
    return Counts(right, sum(hit for hit, _ in pairs), sum(gold for _, gold in pairs))


def _judged_scores(found: Sequence[_Found], name: str, same_: _Ids, differ_: _Ids, other: _Ids) -> Iterator[Score]:
    """Score the pairs judged by hand, if the set holds all their reports."""
    by_id = {one.report.id: one for one in found}
    judged = [*same_, *differ_, *other]
    if not {report for pair in judged for report in pair} <= by_id.keys():
        return
    of_one, differing = {*same_, *differ_}, {*differ_}
    pairs = [(by_id[left], by_id[right], (left, right)) for left, right in judged]
    same = [_count([(_joined(one, other), pair in of_one)]) for one, other, pair in pairs]
    differ = [
        _count([(_joined(one, other) and _tolls_differ(one, other), pair in differing)]) for one, other, pair in pairs
    ]
    yield f1_score(NAME, f"{name} same-incident F1", same)
    yield f1_score(NAME, f"{name} disagreement F1", differ)
