"""The ledger in one SQLite file."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TypeVar
from weakref import finalize

from sqlalchemy import Connection, Engine, func, select

from rashomon.records import (
    Actor,
    ClaimRow,
    Comparison,
    Corpus,
    Dependence,
    Document,
    Incident,
    Issue,
    Judgement,
    Link,
    Outlet,
    Place,
    Query,
    Reading,
    Resolution,
    SentenceText,
    VoiceRow,
)
from rashomon.store import writing
from rashomon.store.around import comparisons_with, dependences_with, incidents_with
from rashomon.store.asking import (
    Canon,
    all_of,
    ask_claims,
    ask_comparisons,
    ask_incidents,
    ask_issues,
    ask_records,
    kinds_of,
    pairs_of,
    ranked_sentences,
    rows_of,
)
from rashomon.store.columns import decode
from rashomon.store.correcting import write_places
from rashomon.store.filters import sentence_match
from rashomon.store.gathering import gather_actors, gather_corpus, gather_places
from rashomon.store.memory import Remembered, SqlMemory, make_memory_tables, remember, settle
from rashomon.store.opening import open_engine, translated
from rashomon.store.tables import METADATA, documents, meta
from rashomon.store.voices import ask_voices

R = TypeVar("R")

_ALL = Query()
_BATCH_READINGS = 8


class SqliteLedger:
    """A Ledger in one SQLite file, in WAL mode: many may ask while one reads."""

    def __init__(self, path: Path, engine: Engine, rules: str) -> None:
        self.path = path
        self._engine = engine
        # A ledger that nobody closes lets go of its file when it is forgotten.
        self._finalizer = finalize(self, engine.dispose)
        self._rules = rules

    def holds(self, document: str) -> bool:
        """Say whether the document was read to the end with the present rules."""
        with self._reading() as connection:
            return writing.held_rules(connection, document) == self._rules

    def append(self, readings: Iterable[Reading]) -> int:
        """Append readings, a few in one transaction so that a kill loses little; give the number that were new."""
        coming, new = iter(readings), 0
        while batch := tuple(islice(coming, _BATCH_READINGS)):
            with self._writing() as connection:
                new += sum(writing.write_reading(connection, reading, self._rules) for reading in batch)
        return new

    def state_outlets(self, outlets: Iterable[Outlet]) -> None:
        """Put what a person states of outlets in the place of what was known of them."""
        with self._writing() as connection:
            writing.write_stated(connection, outlets)

    def note(self, issues: Iterable[Issue]) -> None:
        """Append issues of documents that could not be read."""
        with self._writing() as connection:
            writing.write_issues(connection, issues)

    def resolve(self, resolution: Resolution, remembered: Remembered | None = None, version: str = "") -> None:
        """Put a new resolution in the place of the last, with what the next one may begin from, and by which rules."""
        with self._writing() as connection:
            make_memory_tables(connection)
            writing.write_resolution(connection, resolution)
            if remembered is not None:
                remember(connection, remembered)
            settle(connection, "" if remembered is None else version)

    def resolve_again(self, update: Callable[[SqlMemory], None], version: str) -> bool:
        """Write what is other since the last time; say whether it could: not where nothing is kept by these rules.

        Where `update` raises, nothing is written.
        """
        if self.meta("resolved_with") != version:
            return False
        with self._writing() as connection:
            update(SqlMemory(connection))
            settle(connection, version)
        return True

    def resolved(self) -> bool:
        """Say whether the derived tables rest on all readings: False after a reading that was cut off."""
        return self.meta("resolved") != "no"

    def judge(self, judgement: Judgement) -> None:
        """Append a person's decision."""
        with self._writing() as connection:
            writing.write_judgement(connection, judgement)

    def hold_places(self, places: Iterable[Place]) -> None:
        """Append places that a person names and no reading has told yet."""
        with self._writing() as connection:
            write_places(connection, places)

    def corpus(self) -> Corpus:
        """Give the whole input of resolve."""
        with self._reading() as connection:
            return gather_corpus(connection)

    def documents(self) -> Iterator[Document]:
        """Give all documents, by name."""
        with self._reading() as connection:
            yield from all_of(connection, Document, "name")

    def document(self, key: str) -> Document | None:
        """Give one document by id or file name."""
        found = select(documents).where((documents.c.id == key) | (documents.c.name == key)).order_by(documents.c.id)
        with self._reading() as connection:
            row = connection.execute(found).mappings().first()
            return None if row is None else decode(Document, row)

    def document_names(self) -> dict[str, str]:
        """Give the file name of every document id."""
        with self._reading() as connection:
            return pairs_of(connection, select(documents.c.id, documents.c.name))

    def claims(self, query: Query = _ALL) -> Iterator[ClaimRow]:
        """Give claims in document order."""
        with self._reading() as connection:
            yield from ask_claims(connection, query)

    def rows(self, ids: Iterable[str]) -> Iterator[ClaimRow]:
        """Give the claims of these ids."""
        with self._reading() as connection:
            yield from rows_of(connection, list(ids))

    def voices(self, query: Query = _ALL) -> Iterator[VoiceRow]:
        """Give voices in document order with their chains; those of the claims asked for, where anything is asked."""
        with self._reading() as connection:
            yield from ask_voices(connection, query)

    def incidents(self, query: Query = _ALL) -> Iterator[Incident]:
        """Give incidents by time; those without one last."""
        with self._reading() as connection:
            yield from ask_incidents(connection, query)

    def comparisons(self, query: Query = _ALL) -> Iterator[Comparison]:
        """Give comparisons, contradictions first."""
        with self._reading() as connection:
            yield from ask_comparisons(connection, query)

    def dependences(self) -> Iterator[Dependence]:
        """Give all dependences."""
        with self._reading() as connection:
            yield from all_of(connection, Dependence)

    def actors(self, query: Query = _ALL) -> Iterator[tuple[Actor, tuple[str, ...]]]:
        """Give the ledger's actors after merging, each with the file names that name it."""
        with self._reading() as connection:
            yield from gather_actors(connection, query)

    def places(self, query: Query = _ALL) -> Iterator[tuple[Place, tuple[str, ...]]]:
        """Give the places with all spellings printed, each with the file names that name it."""
        with self._reading() as connection:
            yield from gather_places(connection, query)

    def links(self, ids: Iterable[str]) -> Iterator[Link]:
        """Give the links of the given mentions."""
        return self.records(Link, "mention", ids)

    def issues(self, query: Query = _ALL) -> Iterator[Issue]:
        """Give issues; `query.type` is a code or a stage, `query.text` a part of the message."""
        with self._reading() as connection:
            yield from ask_issues(connection, query)

    def sentences(self, text: str, limit: int = 50) -> Iterator[SentenceText]:
        """Search sentences by words, best first."""
        match = sentence_match(text)
        with self._reading() as connection:
            for row in [] if match is None else ranked_sentences(connection, match, limit):
                yield decode(SentenceText, row)

    def records(self, kind: type[R], column: str, values: Iterable[str]) -> Iterator[R]:
        """Give the records of one type whose column has one of the values."""
        with self._reading() as connection:
            yield from ask_records(connection, kind, column, list(values))

    def actor(self, ident: str) -> Actor | None:
        """Give the ledger's actor that an actor of some document was merged into."""
        with self._reading() as connection:
            canon = Canon(connection)
            canon.learn({ident})
            return canon.actor(ident)

    def incidents_of(self, claims: Iterable[str]) -> Iterator[Incident]:
        """Give the incidents that hold one of the claims."""
        with self._reading() as connection:
            yield from incidents_with(connection, list(claims))

    def comparisons_of(self, claims: Iterable[str]) -> Iterator[Comparison]:
        """Give the comparisons of one of the claims with any other, contradictions first."""
        with self._reading() as connection:
            yield from comparisons_with(connection, list(claims))

    def dependences_of(self, ends: Iterable[str]) -> Iterator[Dependence]:
        """Give the dependences of which one end is one of the documents or claims."""
        with self._reading() as connection:
            yield from dependences_with(connection, list(ends))

    def find(self, prefix: str, limit: int = 20) -> tuple[tuple[type, str], ...]:
        """Give (record type, id) of all records whose id begins with `prefix`, by id; an exact id alone."""
        with self._reading() as connection:
            found = kinds_of(connection, prefix, limit)
        if prefix in found:
            return ((found[prefix], prefix),)
        return tuple((found[ident], ident) for ident in sorted(found))

    def ask(self, question: Callable[[Connection], R]) -> R:
        """Answer a question of this room that has no method of its own."""
        with self._reading() as connection:
            return question(connection)

    def count(self, table: str) -> int:
        """Give the number of rows of one table ("documents", "claims", "incidents", ...)."""
        with self._reading() as connection:
            return connection.execute(select(func.count()).select_from(METADATA.tables[table])).scalar_one()

    def meta(self, key: str) -> str | None:
        """Give one entry of the ledger's own notes ("schema_version", "rules", "gazetteer"), or None."""
        with self._reading() as connection:
            return connection.execute(select(meta.c.value).where(meta.c.key == key)).scalar()

    def set_meta(self, key: str, value: str) -> None:
        """Write one entry of the ledger's own notes."""
        with self._writing() as connection:
            writing.set_meta(connection, key, value)

    def close(self) -> None:
        """Close the ledger."""
        self._finalizer()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with translated(self.path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with translated(self.path), self._engine.connect() as connection:
            writer = connection.execution_options(writing=True)
            with writer.begin():
                yield writer


def open_ledger(path: str | Path, create: bool = False, rules: str = "", gazetteer: str = "") -> SqliteLedger:
    """Open a ledger.

    Args:
        path: the file.
        create: whether to make it where it does not exist, and to write to it.
        rules: version of the rules that readings are made with; "" where nothing is read.
        gazetteer: hash of the gazetteer that readings are made with; "" where nothing is read.

    Raises:
        LedgerError: it is missing, no ledger, of another schema, locked or not writable.
    """
    ledger = SqliteLedger(Path(path), open_engine(Path(path), create), rules)
    for key, value in (("rules", rules), ("gazetteer", gazetteer)):
        if create and value and ledger.meta(key) != value:
            ledger.set_meta(key, value)
    return ledger
