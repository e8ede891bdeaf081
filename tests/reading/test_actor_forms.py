"""Who is meant by names, bare nouns and descriptions of sides, officers and speakers, read as a user reads."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from rashomon import ingest, pipeline
from rashomon.link.actors.register import actor_id
from rashomon.names import fold
from rashomon.records import Actor, MentionKind, Reading

ROWS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "actor_forms.yaml").read_text(encoding="utf-8"))
_FETCHED = "2026-01-01T00:00:00"


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    """Read all texts together."""
    kit = pipeline.load_kit()
    incoming = []
    for number, row in enumerate(ROWS):
        raw = ingest.RawInput(f"report{number}.txt", None, row["text"].encode())
        [(document, outlet)], _ = ingest.read_input(raw, kit.lexicon, ingest.Sidecar(), _FETCHED)
        incoming.append((document, outlet, ()))
    found = pipeline.read_documents(incoming, kit)
    return {row["text"]: reading for row, reading in zip(ROWS, found, strict=True)}


@pytest.mark.parametrize("row", [pytest.param(row, id=row["text"][:40]) for row in ROWS])
def test_whom_a_text_means(row: dict[str, Any], readings: dict[str, Reading]) -> None:
    reading = readings[row["text"]]
    wrong = [words for words, wanted in row.get("actors", {}).items() if not is_meant(wanted, words, reading)]
    assert wrong == []
    mended = [words for words, wanted in row.get("waits", {}).items() if is_meant(wanted, words, reading)]
    assert mended == [], "these are right now: move them from waits to actors"


def is_meant(wanted: str, words: str, reading: Reading) -> bool:
    """Say whether the mention that lies best over the first occurrence of some words means whom they should."""
    actors = {actor.id: actor for actor in reading.actors}
    target = target_at(words, reading)
    found = chain(target, actors)
    if wanted == "-":
        return not found or (found[0].described and len(found) == 1)
    how, _, key = (
        wanted.rpartition(" ") if wanted.startswith(("side ", "in ")) and "=" not in wanted else ("", "", wanted)
    )
    if how == "side":
        return any(actor.id in (actor_id(f"forces-{key}"), actor_id(f"state-{key}")) for actor in found)
    if how == "in":
        return any(actor.id == actor_id(key) for actor in found)
    if "= " in key:
        named = [a for a in (found if key.startswith("in ") else found[:1]) if not a.described]
        return any(fold(key.partition("= ")[2]) in map(fold, (actor.name, *actor.names)) for actor in named)
    return bool(found) and found[0].id == actor_id(key)


def target_at(words: str, reading: Reading) -> str | None:
    """Give the target of the mention that shares most letters with the words, and holds the fewest others."""
    start = reading.document.text.index(words)
    end = start + len(words)
    mentions = {mention.id: mention for mention in reading.mentions}
    scored = []
    for link in reading.links:
        mention = mentions[link.mention]
        shared = min(end, mention.end) - max(start, mention.start)
        if link.kind is MentionKind.ACTOR and shared > 0:
            scored.append((1.5 * shared - 0.5 * (mention.end - mention.start), link.target))
    return max(scored, key=lambda one: one[0])[1] if scored else None


def chain(actor: str | None, actors: dict[str, Actor]) -> list[Actor]:
    """Give an actor and all whom it belongs to."""
    found: list[Actor] = []
    while actor in actors and actors[actor] not in found:
        found.append(actors[actor])
        actor = found[-1].parent
    return found
