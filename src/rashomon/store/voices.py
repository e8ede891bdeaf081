"""Voices as they are asked for: each with its chain, its sentence and the claims it answers for."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, and_, func, select

from rashomon.records import UNATTRIBUTED, Naming, Query, Voice, VoiceRef, VoiceRow
from rashomon.store.asking import Canon
from rashomon.store.columns import decode
from rashomon.store.filters import claim_conditions
from rashomon.store.tables import claim_index, claims, documents, links, outlets, sentences, voices


def ask_voices(connection: Connection, query: Query) -> Iterator[VoiceRow]:
    """Give voices in document order."""
    wanted = _wanted(connection, query)
    canon = Canon(connection)
    given = 0
    for _document, group in groupby(connection.execute(_statement()).mappings(), key=lambda row: row["document"]):
        rows = list(group)
        canon.learn({row["target"] for row in rows})
        for found in _of_document(rows, canon):
            if wanted is not None and found.voice.id not in wanted:
                continue
            if given == query.limit:
                return
            given += 1
            yield found


def _statement() -> Any:
    said = select(func.count()).where(claims.c.voice == voices.c.id).scalar_subquery()
    at = (sentences.c.document == voices.c.document) & (sentences.c.index == voices.c.sentence)
    tables = (
        voices.join(documents, documents.c.id == voices.c.document)
        .join(outlets, outlets.c.id == documents.c.outlet)
        .outerjoin(sentences, at)
        .outerjoin(links, links.c.mention == voices.c.source)
    )
    columns = (
        documents.c.name.label("document_name"),
        outlets.c.name.label("outlet_name"),
        sentences.c.text.label("sentence_text"),
        links.c.target,
        said.label("claims"),
    )
    # The outlet's own voice has no sentence and comes first.
    order = (documents.c.name, documents.c.id, voices.c.sentence, voices.c.cue_start, voices.c.id)
    return select(voices, *columns).select_from(tables).order_by(*order)


def _wanted(connection: Connection, query: Query) -> set[str] | None:
    """Give the ids of the voices that answer for the claims asked for, or that bear the name; None = all."""
    conditions = list(claim_conditions(query))
    if not conditions:
        return None
    chosen = select(claim_index.c.claim).where(and_(*conditions))
    found = select(claims.c.voice).where(claims.c.id.in_(chosen))
    return set(connection.execute(found).scalars())


def _of_document(rows: list[Any], canon: Canon) -> Iterator[VoiceRow]:
    refs = {row["id"]: canon.voice(_ref(decode(Voice, row), row)) for row in rows}
    via = {row["id"]: row["via"] for row in rows}
    for row in rows:
        chain: list[VoiceRef] = []
        at = row["id"]
        while at is not None:
            chain.insert(0, refs[at])
            at = via[at]
        voice = decode(Voice, row)
        yield VoiceRow(
            voice, tuple(chain), row["document_name"], row["outlet_name"], row["sentence_text"], row["claims"]
        )


def _ref(voice: Voice, row: Any) -> VoiceRef:
    return VoiceRef(
        id=voice.id,
        name=row["outlet_name"] if voice.naming is Naming.OUTLET else voice.text or UNATTRIBUTED,
        text=voice.text,
        naming=voice.naming,
        speech=voice.speech,
        cue=voice.cue,
        stance=voice.stance,
        actor=row["target"],
        reason=voice.reason,
        medium=voice.medium,
    )
