"""The tables: one a record type, one a view that commands filter by, and the derived ones that `resolve` replaces.

Foreign keys are deferred to the end of a transaction, so that a reading may be written in any order; every one has an
index, so that taking a document out again stays cheap.
"""

from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, Table, Text, UniqueConstraint

from rashomon.records import (
    Actor,
    ActorMerge,
    Assessment,
    Claim,
    Coding,
    Comparison,
    Dependence,
    Document,
    Event,
    Incident,
    Issue,
    Judgement,
    Link,
    Mention,
    Outlet,
    Place,
    Relation,
    SentenceText,
    Voice,
)
from rashomon.store.columns import make_columns

METADATA = MetaData()


def _table(name: str, kind: type, references: dict[str, str] | None = None, *extra: Any, **options: Any) -> Table:
    """Make the table of a record type; `references` maps a column to the table whose id it names."""
    columns = make_columns(kind, **options)
    for column in columns:
        target = (references or {}).get(column.name)
        if target is not None:
            column.append_foreign_key(_reference(target))
            column.index = None if column.primary_key else True
    return Table(name, METADATA, *columns, *extra)


def _reference(target: str) -> ForeignKey:
    return ForeignKey(f"{target}.id", ondelete="CASCADE", deferrable=True, initially="DEFERRED")


def _owner(name: str, target: str, key: bool = False) -> Column[Any]:
    return Column(name, Text, _reference(target), primary_key=key, nullable=False)


_OF_DOCUMENT = {"document": "documents"}

meta = Table("meta", METADATA, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))

# What one document gave
outlets = _table("outlets", Outlet)
documents = _table("documents", Document, {"outlet": "outlets"}, Index("documents_by_name", "name"))
readings = Table(
    "readings", METADATA, _owner("document", "documents", key=True), Column("rules", Text, nullable=False)
)  # fmt: skip
# An explicit integer key: the full-text index refers to it, and VACUUM would renumber an implicit one.
sentences = Table(
    "sentences",
    METADATA,
    Column("number", Integer, primary_key=True),
    *make_columns(SentenceText, key=()),
    UniqueConstraint("id"),
    Index("sentences_by_document", "document", "index"),
)
sentences.c.document.append_foreign_key(_reference("documents"))
mentions = _table("mentions", Mention, _OF_DOCUMENT)
voices = _table("voices", Voice, {**_OF_DOCUMENT, "via": "voices"})
events = _table("events", Event, _OF_DOCUMENT)
relations = _table("relations", Relation, _OF_DOCUMENT)
assessments = _table("assessments", Assessment, _OF_DOCUMENT)
# `row` is the whole ClaimRow as JSON: what commands print, without a join.
claims = _table(
    "claims",
    Claim,
    {**_OF_DOCUMENT, "voice": "voices"},
    Column("row", Text, nullable=False),
    Index("claims_by_item", "item"),
)
links = _table("links", Link, {**_OF_DOCUMENT, "mention": "mentions"}, Index("links_by_target", "target"))
codings = _table("codings", Coding, {**_OF_DOCUMENT, "event": "events"}, key=("event",))
places = _table("places", Place)
issues = _table("issues", Issue, None, Index("issues_by_document", "document"))
# An actor as one document knows it: its spellings and roles there; `ledger_actors` holds them merged.
actors = Table("actors", METADATA, _owner("document", "documents", key=True), *make_columns(Actor))
Index("actors_by_id", actors.c.id)

# What commands filter claims by: narrow, so that a scan of all stays fast.
claim_index = Table(
    "claim_index",
    METADATA,
    _owner("claim", "claims", key=True),
    _owner("document", "documents"),
    Column("document_name", Text, nullable=False),
    Column("sentence_index", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("outlet", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("plover", Text),
    Column("acled", Text),
    Column("place", Text),
    Column("place_adm2", Text),
    Column("place_adm1", Text),
    Column("place_country", Text),
    Column("place_words", Text),
    Column("start_day", Text),
    Column("end_day", Text),
    Index("claim_index_in_order", "document_name", "sentence_index", "start", "claim"),
    Index("claim_index_by_document", "document", "sentence_index"),
    Index("claim_index_by_type", "type"),
    Index("claim_index_by_place", "place"),
    sqlite_with_rowid=False,
)
claim_actors = Table(
    "claim_actors",
    METADATA,
    _owner("claim", "claims", key=True),
    Column("role", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("actor", Text),
    Column("name", Text, nullable=False),
    Column("words", Text, nullable=False),
    Index("claim_actors_by_actor", "actor"),
    sqlite_with_rowid=False,
)

# What resolve made of all documents: replaced as a whole
actor_merges = _table("actor_merges", ActorMerge, None, Index("actor_merges_by_into", "into"), key=("actor",))
ledger_actors = _table("ledger_actors", Actor)
incidents = _table(
    "incidents",
    Incident,
    None,
    Column("start_day", Text),
    Column("end_day", Text),
    Column("place_id", Text),
    Column("place_adm2", Text),
    Column("place_adm1", Text),
    Column("place_country", Text),
    Column("place_words", Text),
    Index("incidents_by_day", "start_day", "id"),
)
incident_claims = Table(
    "incident_claims",
    METADATA,
    _owner("incident", "incidents", key=True),
    _owner("claim", "claims", key=True),
    Index("incident_claims_by_claim", "claim"),
    sqlite_with_rowid=False,
)
comparisons = _table("comparisons", Comparison, {"first": "claims", "second": "claims"})
dependences = _table(
    "dependences", Dependence, None, Index("dependences_by_first", "first"), Index("dependences_by_second", "second")
)

judgements = _table("judgements", Judgement, None, Index("judgements_by_subject", "subject"))

# What resolve remembers of the last time: made anew whenever it is missing or of other rules
marks = Table(
    "marks",
    METADATA,
    Column("sort", Text, primary_key=True),
    Column("key", Integer, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("member", Text, primary_key=True),
    Column("type", Text, nullable=False),
    Column("extra", Text, nullable=False),
    Index("marks_by_member", "member", "sort"),
    sqlite_with_rowid=False,
)
counts = Table(
    "counts",
    METADATA,
    Column("sort", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("value", Text, primary_key=True),
    Column("times", Integer, nullable=False),
    sqlite_with_rowid=False,
)
notes = Table(
    "notes",
    METADATA,
    Column("sort", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("text", Text, nullable=False),
    sqlite_with_rowid=False,
)
# What was read, taken out, decided or withdrawn since the ledger was last resolved
unresolved = Table(
    "unresolved",
    METADATA,
    Column("sort", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    sqlite_with_rowid=False,
)
MEMORY = (marks, counts, notes, unresolved)

# Table of each record type, in the order in which a reading is written.
OF_RECORD: dict[type, Table] = {
    Outlet: outlets,
    Document: documents,
    SentenceText: sentences,
    Mention: mentions,
    Voice: voices,
    Event: events,
    Relation: relations,
    Assessment: assessments,
    Claim: claims,
    Link: links,
    Actor: ledger_actors,
    Place: places,
    Coding: codings,
    Issue: issues,
    Incident: incidents,
    Comparison: comparisons,
    Dependence: dependences,
    ActorMerge: actor_merges,
    Judgement: judgements,
}

# Where a person's id is looked for; an actor that was merged is found by its old id too.
FOUND_BY: dict[type, Column[Any]] = {
    kind: table.c.actor if kind is ActorMerge else table.c.id for kind, table in OF_RECORD.items() if kind is not Coding
}

# Derived tables, children first.
DERIVED = (comparisons, dependences, incident_claims, incidents, actor_merges, ledger_actors)
