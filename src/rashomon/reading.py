"""Reads many inputs into a ledger: skips what is held, survives being killed, resolves once at the end.

Each chunk of documents is appended in one transaction, so a run that is killed goes on where it stopped.
"""

import gc
import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from time import perf_counter

from rashomon import __version__, ingest, link, pipeline, store
from rashomon.errors import InputError
from rashomon.lexicon import Lexicon, load_lexicon
from rashomon.lexicon.version import rules_version
from rashomon.records import Ledger, Outlet, Reading

Progress = Callable[[int, int | None, str], None]

# Documents handed to a worker at once: enough to hide the hand-over, few enough to lose little to a kill.
_CHUNK = 8
_WORKER: dict[str, pipeline.Kit] = {}


@dataclass(frozen=True, slots=True)
class ReadSummary:
    """What one reading did.

    Attributes:
        documents_new: documents appended.
        documents_known: documents that the ledger held already.
        claims: claims appended.
        incidents: incidents in the ledger now.
        issues: issues appended.
        words: words in the documents appended.
        seconds: wall time.
    """

    documents_new: int
    documents_known: int
    claims: int
    incidents: int
    issues: int
    words: int
    seconds: float


@dataclass(slots=True)
class _Count:
    """Running totals of one reading.

    Beside them its first trouble in words, and the outlets of which sources.csv says more than their names, by id.
    """

    new: int = 0
    known: int = 0
    claims: int = 0
    issues: int = 0
    words: int = 0
    trouble: list[str] = field(default_factory=list)
    stated: dict[str, Outlet] = field(default_factory=dict)

    def add(self, reading: Reading) -> None:
        self.new += 1
        self.claims += len(reading.claims)
        self.issues += len(reading.issues)
        self.words += reading.document.text.count(" ")

    def summary(self, incidents: int, seconds: float) -> ReadSummary:
        return ReadSummary(self.new, self.known, self.claims, incidents, self.issues, self.words, seconds)


def read_paths(
    paths: Sequence[str | Path],
    ledger: str | Path,
    *,
    jobs: int = 1,
    progress: Progress | None = None,
    sidecar: str | Path | None = None,
    model: str = "auto",
) -> ReadSummary:
    """Read files and folders into a ledger file; what it holds already is skipped.

    Args:
        paths: files, folders, or "-" for standard input.
        ledger: the ledger file; made if it is not there.
        jobs: processes that read.
        progress: called as (done, total or None, name of the document).
        sidecar: a sources.csv for all inputs; by default each folder's own.
        model: name of the language pipeline, or "auto".

    Raises:
        InputError: a path does not exist, or nothing under the paths can be read.
        LedgerError: the ledger file cannot be opened or written.
        GazetteerError: the gazetteer cannot be built.
    """
    began = perf_counter()
    lexicon = load_lexicon()
    rows = ingest.read_sidecars(paths) if sidecar is None else ingest.read_named_sidecar(sidecar)
    total = _count_inputs(paths)
    count = _Count()
    with closing(_open_ledger(ledger, progress)) as opened:
        opened.note(rows.issues)
        incoming = _incoming(ingest.find_inputs(paths, lexicon), lexicon, rows, opened, count)
        _read_all(incoming, opened, count, jobs, model, total, progress)
        if not count.new and not count.known:
            raise InputError(_nothing_read(paths, count.trouble))
        opened.state_outlets(count.stated.values())
        incidents = _resolve(opened, lexicon, count)
    return count.summary(incidents, perf_counter() - began)


def _open_ledger(ledger: str | Path, progress: Progress | None) -> store.SqliteLedger:
    """Open the ledger for what the rules and the gazetteer of today read."""
    # Built here where it is missing: with progress, and not by every worker.
    link.open_gazetteer(progress=progress).close()
    rules, places = rules_version(__version__), link.gazetteer_version()
    return store.open_ledger(ledger, create=True, rules=rules, gazetteer=places)


def _count_inputs(paths: Sequence[str | Path]) -> int:
    """Count the inputs before any is read, so that a wrong path is told before a ledger is made.

    Raises:
        InputError: a path does not exist, or there is nothing under them.
    """
    folders = [Path(path) for path in paths if str(path) != ingest.STDIN]
    total = len(paths) - len(folders) + sum(1 for folder in folders for _ in ingest.find_files(folder))
    if not total:
        raise InputError(_nothing_read(paths))
    return total


def _nothing_read(paths: Sequence[str | Path], trouble: Sequence[str] = ()) -> str:
    shown, why = ", ".join(map(str, paths)), f" ({trouble[0]})" if trouble else ""
    return f"{shown}: nothing readable found{why}; give text, HTML or JSON Lines files, or a folder that holds some"


def _incoming(
    inputs: Iterable[ingest.RawInput],
    lexicon: Lexicon,
    sidecar: ingest.Sidecar,
    ledger: Ledger,
    count: _Count,
) -> Iterator[pipeline.Incoming]:
    """Give the documents that are not in the ledger yet, each with the issues of its making."""
    fetched = datetime.now(UTC).isoformat(timespec="seconds")
    for raw in inputs:
        documents, issues = ingest.read_input(raw, lexicon, sidecar, fetched)
        own = {document.id: tuple(i for i in issues if i.document == document.id) for document, _ in documents}
        loose = [issue for issue in issues if issue.document not in own]
        ledger.note(loose)
        count.issues += len(loose)
        count.trouble.extend(issue.message for issue in loose if not count.trouble)
        for document, outlet in documents:
            if sidecar.tells_of(outlet):
                count.stated[outlet.id] = outlet
            if ledger.holds(document.id):
                count.known += 1
            else:
                yield document, outlet, own[document.id]


def _read_all(
    incoming: Iterator[pipeline.Incoming],
    ledger: Ledger,
    count: _Count,
    jobs: int,
    model: str,
    total: int | None,
    progress: Progress | None,
) -> None:
    """Read chunk by chunk and append each reading as it comes."""
    chunks = iter(lambda: tuple(islice(incoming, _CHUNK)), ())
    readings = _read_here(chunks, model) if jobs == 1 else _read_in_pool(chunks, model, jobs)
    for chunk in readings:
        ledger.append(chunk)
        for reading in chunk:
            count.add(reading)
            if progress is not None:
                progress(count.new + count.known, total, reading.document.name)


_Chunk = tuple[pipeline.Incoming, ...]


def _read_here(chunks: Iterator[_Chunk], model: str) -> Iterator[tuple[Reading, ...]]:
    for chunk in chunks:
        yield _read_chunk(chunk, model)


def _read_in_pool(chunks: Iterator[_Chunk], model: str, jobs: int) -> Iterator[tuple[Reading, ...]]:
    """Keep twice as many chunks in flight as there are processes; results come in order."""
    # "spawn": a forked child would share the language library's threads and the ledger's open file.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        waiting = [pool.submit(_read_chunk, chunk, model) for chunk in islice(chunks, 2 * jobs)]
        while waiting:
            yield waiting.pop(0).result()
            waiting.extend(pool.submit(_read_chunk, chunk, model) for chunk in islice(chunks, 1))


def _read_chunk(chunk: _Chunk, model: str) -> tuple[Reading, ...]:
    with _kept(model) as kit:
        return tuple(pipeline.read_documents(chunk, kit))


@contextmanager
def _kept(model: str) -> Iterator[pipeline.Kit]:
    """Give the kit, and keep the garbage collector from going through it again and again: a twentieth of the time."""
    kit = _kit(model)
    gc.freeze()
    try:
        yield kit
    finally:
        gc.unfreeze()


def _kit(model: str) -> pipeline.Kit:
    """Give the process's own kit, loaded when the first document needs it."""
    if model not in _WORKER:
        _WORKER[model] = pipeline.load_kit(model=model)
    return _WORKER[model]


def _resolve(ledger: store.SqliteLedger, lexicon: Lexicon, count: _Count) -> int:
    """Hold the documents against each other if any is new, or if an earlier run was stopped before it did."""
    if count.new or not ledger.resolved():
        pipeline.resolve_ledger(ledger, lexicon)
    return ledger.count("incidents")
