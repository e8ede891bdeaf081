"""What single documents tell otherwise since the last time, and which claims people's judgements are about."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from rashomon.records import ClaimRow, Judgement
from rashomon.records.corrections import CORRECTING
from rashomon.resolve.again.told import as_counts, read_counts, row_counts, write_counts
from rashomon.resolve.groups import incident_id
from rashomon.resolve.memory import Memory, Note, make_key


class TooMuchError(Exception):
    """So much has changed that resolving all is less work."""


@dataclass(slots=True)
class Told:
    """What changed in what single documents tell.

    Attributes:
        documents: those read or taken out.
        corrected: those of which a claim is corrected otherwise.
        rows: the claims of all these as they are.
        dirty: ids of the claims that are new or other.
        gone: ids of those that are no more.
        towns: keys of place names that mean other places now.
        members: described actors that belong to another body now.
        days: actors that are named on other last days.
        spellings: names that are printed more or less often.
    """

    documents: tuple[str, ...]
    corrected: set[str]
    rows: list[ClaimRow]
    dirty: set[str]
    gone: set[str]
    towns: set[str] = field(default_factory=set)
    members: set[str] = field(default_factory=set)
    days: set[str] = field(default_factory=set)
    spellings: set[str] = field(default_factory=set)


def tell_documents(memory: Memory, documents: tuple[str, ...], touched: Iterable[Judgement]) -> Told:
    """Find the claims of documents that were read or taken out, and those that people corrected otherwise."""
    subjects = {judgement.subject for judgement in touched if judgement.verdict in CORRECTING}
    corrected = set(memory.documents_of(subjects)) - set(documents)
    rows = memory.rows_of([*documents, *sorted(corrected)])
    held = {mark.member for mark in memory.marks("claim", (make_key("claim", key) for key in documents))}
    held |= {mark.member for mark in memory.marks_of("claim", subjects)}
    here = {row.id for row in rows}
    dirty = {row.id for row in rows if row.document not in corrected or row.id in subjects}
    told = Told(documents, corrected, rows, dirty, held - here)
    _count_rows(memory, told)
    return told


def _count_rows(memory: Memory, told: Told) -> None:
    """Bring up to date what claims alone add, and see what of it is other now."""
    changes = Counter[tuple[str, str, str]]()
    by_document = {key: [row for row in told.rows if row.document == key] for key in (*told.documents, *told.corrected)}
    notes = memory.notes("rows", by_document)
    for document, rows in by_document.items():
        new = row_counts(rows)
        changes.update(new)
        changes.subtract(read_counts(notes.get(document, "")))
        memory.note([Note("rows", document, write_counts(new))])
    changes = Counter({key: number for key, number in changes.items() if number})
    sorts = {sort: {key for s, key, _ in changes if s == sort} for sort in ("town", "belongs", "told", "spelling")}
    before = {sort: memory.tallies(sort, keys) for sort, keys in sorts.items()}
    memory.count(as_counts(changes))
    after = {sort: memory.tallies(sort, keys) for sort, keys in sorts.items()}
    told.spellings = sorts["spelling"]
    told.towns = _moved(before["town"], after["town"], sorts["town"], frozenset)
    told.members = _moved(before["belongs"], after["belongs"], sorts["belongs"], frozenset)
    told.days = _moved(before["told"], after["told"], sorts["told"], lambda days: max(days, default=""))


def _moved(
    before: Mapping[str, dict[str, int]],
    after: Mapping[str, dict[str, int]],
    keys: Iterable[str],
    read: Callable[[Mapping[str, int]], object],
) -> set[str]:
    """Give the keys whose values are read otherwise now."""
    return {key for key in keys if read(before.get(key, {})) != read(after.get(key, {}))}


def find_judged(memory: Memory, judgements: Iterable[Judgement], touched: Iterable[Judgement], told: Told) -> set[str]:
    """Note which claims stand for the incidents that people judged; give the claims of the touched judgements."""
    judged = {key for j in touched for key in (j.subject, j.other) if key and j.other}
    named = {key for j in judgements for key in (j.subject, j.other) if key and j.other} | judged
    anchors = {incident_id(claim): claim for claim in told.dirty}
    for claims in memory.incident_claims(judged).values():
        anchors |= {incident_id(claim): claim for claim in claims}
    memory.note(Note("anchor", key, anchors[key]) for key in sorted(named & anchors.keys()))
    if any(key.startswith("inc-") for key in judged - memory.notes("anchor", judged).keys()):
        raise TooMuchError
    return judged | set(memory.notes("anchor", judged).values())
