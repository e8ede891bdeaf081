"""Resolving again what is touched gives the ledger that resolving all gives: its rows, and what it remembers."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rashomon import ingest, pipeline
from rashomon.lexicon.files import resources
from rashomon.records import Judgement, Reading
from rashomon.resolve.again import hanging, pairs, texts, ties
from rashomon.store import open_ledger
from tests.generated_claims import make_war
from tests.properties.stories import (
    LEXICON,
    NARROW,
    Story,
    differences,
    make_judgement,
    resolve_again,
    resolve_all,
    rows_of,
)

_CLAIMS = 60
_STEPS = 10


def _told(folder: Path, seed: int) -> Story:
    """Let a war be told in steps, every other one within narrow windows."""
    story = Story(folder, make_war(_CLAIMS), random.Random(seed), (LEXICON, NARROW)[seed % 2])
    for _ in range(_STEPS):
        story.step()
    return story


@pytest.mark.parametrize("seed", range(4))
def test_documents_that_come_go_and_are_read_again(tmp_path: Path, seed: int) -> None:
    story = _told(tmp_path, seed)
    assert differences(rows_of(story.ledger), rows_of(story.at_one_go())) == []


@pytest.mark.parametrize("seed", range(2))
def test_any_split_of_a_war_in_any_order(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    story = Story(tmp_path, make_war(_CLAIMS), dice, (LEXICON, NARROW)[seed % 2])
    while story.waits:
        story.come(dice.choice((1, 2, 5)))
    assert differences(rows_of(story.ledger), rows_of(story.at_one_go())) == []


@pytest.mark.parametrize("seed", range(2))
def test_actors_are_parted_in_documents_that_come_and_go(tmp_path: Path, seed: int) -> None:
    story = _told(tmp_path, seed)
    for _ in range(_STEPS):
        story.part()
        story.step()
    assert differences(rows_of(story.ledger), rows_of(story.at_one_go())) == []


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    """Read the larger sample's first half once."""
    kit = pipeline.load_kit()
    folder = resources() / "sample_cordillera"
    sidecar = ingest.read_sidecars([str(folder)])
    incoming = [
        (document, outlet, ())
        for raw in ingest.find_inputs([str(folder)], kit.lexicon)
        for document, outlet in ingest.read_input(raw, kit.lexicon, sidecar, "2030-01-01T00:00:00+00:00")[0]
    ]
    return list(pipeline.read_documents(incoming[:12], kit))


@pytest.mark.parametrize("seed", range(3))
def test_reports_and_judgements_made_and_withdrawn(tmp_path: Path, readings: list[Reading], seed: int) -> None:
    dice = random.Random(seed)
    coming = dice.sample(readings, len(readings))
    again, whole = (open_ledger(tmp_path / f"{name}.db", create=True) for name in ("again", "whole"))
    made: list[Judgement] = []
    while coming:
        batch = [coming.pop() for _ in range(min(len(coming), dice.choice((1, 3))))]
        for ledger in (again, whole):
            ledger.append(batch)
        resolve_again(again, LEXICON)
        for _ in range(4):
            judgement = make_judgement(again, made, dice)
            if judgement is not None:
                made.append(judgement)
                for ledger in (again, whole):
                    ledger.judge(judgement)
                resolve_again(again, LEXICON)
    resolve_all(whole, LEXICON)
    assert differences(rows_of(again), rows_of(whole)) == []


_BROKEN: dict[str, tuple[Any, str, Callable[..., Any]]] = {
    "no pair leaves a full block": (pairs.Pairs, "_at_the_edge", lambda *_: set()),
    "nothing hangs elsewhere": (hanging.Hanging, "hang", lambda *_: set()),
    "shared runs are not looked for": (texts.Texts, "_sharing", lambda *_: set()),
    "copies are not found": (ties.Ties, "_tie_twins", lambda *_: None),
}


@pytest.mark.parametrize("what", sorted(_BROKEN))
def test_a_step_left_out_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    where, name, instead = _BROKEN[what]
    monkeypatch.setattr(where, name, instead)
    assert any(_shows(tmp_path / str(seed), seed) for seed in range(1, 5))


def _shows(folder: Path, seed: int) -> bool:
    folder.mkdir()
    try:
        story = _told(folder, seed)
    except LookupError:
        return True
    return differences(rows_of(story.ledger), rows_of(story.at_one_go())) != []
