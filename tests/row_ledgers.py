"""Ledgers made of claim rows: for corpora that no text stands behind."""

from collections.abc import Iterable
from datetime import timedelta

from rashomon.records import (
    Claim,
    ClaimRow,
    Corpus,
    Document,
    Grain,
    Naming,
    Outlet,
    Speech,
    Stance,
    TimeBasis,
    TimeSpan,
    Voice,
)
from rashomon.records import DocumentCard as Card
from rashomon.records.enums import Factuality
from rashomon.resolve.spellings import actors_in
from rashomon.store import SqliteLedger
from rashomon.store.columns import dumps, encode
from rashomon.store.indexing import index_actors, index_claim
from rashomon.store.parting import part_document
from rashomon.store.tables import (
    OF_RECORD,
    actors,
    claim_actors,
    claim_index,
    claims,
    documents,
    outlets,
    readings,
    sentences,
    voices,
)
from rashomon.store.writing import touch, write_all


def append_rows(ledger: SqliteLedger, corpus: Corpus, names: Iterable[str], rules: str = "") -> None:
    """Append the documents of a corpus with these ids, as if they had been read."""
    wanted = set(names)
    with ledger._writing() as connection:
        for card in corpus.documents:
            if card.id in wanted:
                _write_card(connection, card)
                write_all(connection, readings, [{"document": card.id, "rules": rules}])
                touch(connection, "document", card.id)
        write_all(connection, sentences, [encode(s) for s in corpus.sentences if s.document in wanted])
        rows = [row for row in corpus.rows if row.document in wanted]
        write_all(connection, voices, [encode(_voice(row)) for row in rows])
        write_all(connection, claims, [{**encode(_claim(row)), "row": dumps(row)} for row in rows])
        write_all(connection, claim_index, [index_claim(row) for row in rows])
        write_all(connection, claim_actors, [entry for row in rows for entry in index_actors(row)])
        by_id = {actor.id: actor for actor in corpus.actors}
        told = {(row.document, actor) for row in rows for actor in actors_in(row) if actor in by_id}
        write_all(connection, actors, [{"document": d, **encode(by_id[a])} for d, a in sorted(told)])
        for document in sorted(wanted):
            part_document(connection, document)


def take_out(ledger: SqliteLedger, document: str) -> None:
    """Take a document out, as if it were about to be read again."""
    with ledger._writing() as connection:
        connection.execute(documents.delete().where(documents.c.id == document))
        touch(connection, "document", document)


def _write_card(connection: object, card: Card) -> None:
    outlet = Outlet(card.outlet, card.outlet_name, card.outlet_kind, card.outlet_country, card.outlet_owner)
    write_all(connection, outlets, [encode(outlet)])  # type: ignore[arg-type]
    day = card.published
    span = None if day is None else TimeSpan(day, day + timedelta(days=1), Grain.DAY, TimeBasis.STATED, "")
    record = Document(
        id=card.id, name=card.name, outlet=card.outlet, url=None, title=None, byline=None, dateline=None,
        published=span, fetched="2020-01-01T00:00:00+00:00", language="en", text="", sha256=card.id,
        fingerprint=(), zones=(),
    )  # fmt: skip
    write_all(connection, OF_RECORD[Document], [encode(record)])  # type: ignore[arg-type]


def _voice(row: ClaimRow) -> Voice:
    return Voice(
        id=f"voi-{row.id}", document=row.document, sentence=None, source=None, source_start=None, source_end=None,
        text="", cue_start=None, cue_end=None, cue="", contents=(), speech=Speech.NARRATED, naming=Naming.OUTLET,
        reason="", stance=Stance.NEUTRAL, commitment=Factuality.CERTAIN, medium="", time=None, via=None,
    )  # fmt: skip


def _claim(row: ClaimRow) -> Claim:
    return Claim(
        row.id, row.document, row.sentence_index, f"voi-{row.id}", row.kind, row.item, row.start, row.end,
        row.factuality, row.realis, row.stance, "generated",
    )  # fmt: skip
