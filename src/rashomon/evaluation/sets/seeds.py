"""The sample reports with their hand-made gold: attributions, events, places, page furniture, day of publication.

The reports are read to the end, as `rashomon read` reads them, with the sources.csv that lies beside them. The rules of
matching stand in the gold's own `_note`; what it leaves open is decided here and in `evaluation.matching`.

attribution recall: share of gold attributions that some voice matches: at least half of the shorter one's words lie in
the other, and a name of the voice holds one of the listed strings.
attribution precision: share of our voices with words of their own that match some gold attribution by the same rule.
Gold lists one voice for a stretch of words, not the chain: a voice inside the words of one that matches, and one that
only passes a matching voice on, are not counted.
chain depth: share of gold attributions found with a voice that has as many links from the outlet as were read by hand
(the outlet itself not counted). The gold gives none; the numbers are ours, from one reading of the two reports.
event recall: share of gold events with an event claim whose trigger lies in their words, of an accepted category.
event slots: over the events found, share of the slots that gold fills (agent, patient, place, date, figures,
factuality, voice, ACLED sub-event type) that the best claim fills as gold does.
place recall: share of gold places with a mention of that name whose coordinates lie in the radius, in the same country
or first-order unit where gold names one.
furniture recall: share of gold's furniture lines that no part of is annotated.
published: share of reports whose day of publication is as gold says, unknown included.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from rashomon import ingest, pipeline
from rashomon.errors import InputError
from rashomon.evaluation.matching import (
    event_found,
    event_slots,
    is_furniture,
    is_unlisted,
    place_found,
    voice_matches,
    voice_words,
)
from rashomon.evaluation.running import Bench
from rashomon.evaluation.scores import Counts, Miss, Score, precision_score, recall_score
from rashomon.records import Reading, make_rows

NAME = "seeds"

# Links of the chain of an attribution, by its place in the gold, where it is not the outlet's own source: there another
# outlet's account is quoted.
_DEPTHS = {"003": {2: 2, 3: 2, 4: 2}}


def measure(path: Path, bench: Bench, limit: int | None) -> tuple[list[Score], list[Miss]]:
    """Measure the reading on a folder of reports; its gold lies beside it in `gold/seeds_dev.json`."""
    gold = _read_gold(path)
    readings = dict(list(_readings(path, bench, tuple(gold["published"])))[:limit])
    misses: list[Miss] = []
    scores = [
        recall_score(NAME, "attribution recall", _attribution_recall(gold, readings, misses)),
        precision_score(NAME, "attribution precision", _attribution_precision(gold, readings, misses)),
        recall_score(NAME, "chain depth", _chain_depth(gold, readings, misses)),
        *_event_scores(gold, readings, misses),
        recall_score(NAME, "place recall", _place_recall(gold, readings, misses)),
        recall_score(NAME, "furniture recall", _furniture_recall(gold, readings, misses)),
        recall_score(NAME, "published", _published(gold, readings, misses)),
    ]
    return scores, misses


def _read_gold(path: Path) -> dict[str, Any]:
    found = (path.parent / "gold" / "seeds_dev.json", path / "seeds_dev.json")
    file = next((file for file in found if file.is_file()), None)
    if file is None:
        raise InputError(f"{path}: no gold/seeds_dev.json beside it; give the folder of the sample reports")
    gold: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return gold


def _readings(path: Path, bench: Bench, names: Sequence[str]) -> Iterator[tuple[str, Reading]]:
    sidecar = ingest.read_sidecar(path)
    for raw in ingest.find_inputs([path], bench.kit.lexicon):
        name = next((name for name in names if Path(raw.name).name.startswith(name)), None)
        if name is None:
            continue
        documents, _ = ingest.read_input(raw, bench.kit.lexicon, sidecar, "1970-01-01T00:00:00")
        for document, outlet in documents:
            yield name, pipeline.read_document(document, outlet, bench.kit)


def _attribution_recall(gold: dict[str, Any], readings: dict[str, Reading], misses: list[Miss]) -> list[Counts]:
    counts: list[Counts] = []
    for name, reading in readings.items():
        voices = voice_words(reading)
        for item in gold["attributions"].get(name, ()):
            right = any(voice_matches(reading, voice, item) for voice in voices)
            counts.append(Counts(int(right), 0, 1))
            if not right:
                misses.append(Miss(NAME, "attribution recall", name, "missing", item["content"], str(item["voice"])))
    return counts


def _attribution_precision(gold: dict[str, Any], readings: dict[str, Reading], misses: list[Miss]) -> list[Counts]:
    counts: list[Counts] = []
    for name, reading in readings.items():
        for voice in voice_words(reading):
            items = gold["attributions"].get(name, ())
            right = any(voice_matches(reading, voice, item) for item in items)
            if not right and is_unlisted(reading, voice, items):
                continue
            counts.append(Counts(int(right), 1, 0))
            if not right:
                words = " // ".join(reading.document.text[start:end] for start, end in voice.contents)
                misses.append(Miss(NAME, "attribution precision", name, "extra", words, f"{voice.text} | {voice.cue}"))
    return counts


def _chain_depth(gold: dict[str, Any], readings: dict[str, Reading], misses: list[Miss]) -> list[Counts]:
    counts: list[Counts] = []
    for name, reading in readings.items():
        vias = {voice.id: voice.via for voice in reading.voices}
        for k, item in enumerate(gold["attributions"].get(name, ())):
            depths = {_links(v.id, vias) for v in voice_words(reading) if voice_matches(reading, v, item)}
            wanted = _DEPTHS.get(name, {}).get(k, 1)
            counts.append(Counts(int(wanted in depths), 0, 1))
            if wanted not in depths:
                found = f"{sorted(depths)}, not {wanted}"
                misses.append(Miss(NAME, "chain depth", name, "missing", item["content"], found))
    return counts


def _links(voice: str, vias: dict[str, str | None]) -> int:
    """Count the voices from one to the outlet's own, that one left out."""
    links, at = 0, vias[voice]
    while at is not None:
        links, at = links + 1, vias[at]
    return links


def _event_scores(gold: dict[str, Any], readings: dict[str, Reading], misses: list[Miss]) -> Iterator[Score]:
    found: list[Counts] = []
    slots: list[Counts] = []
    for item in (item for item in gold["events"] if item["doc"] in readings):
        reading = readings[item["doc"]]
        rows = event_found(reading, make_rows(reading), item)
        found.append(Counts(int(bool(rows)), 0, 1))
        if not rows:
            misses.append(Miss(NAME, "event recall", item["doc"], "missing", item["anchor"], str(item["types"])))
            continue
        best = max((event_slots(row, item) for row in rows), key=lambda filled: sum(filled.values()))
        slots.append(Counts(sum(best.values()), 0, len(best)))
        wrong = ", ".join(slot for slot, right in best.items() if not right)
        if wrong:
            misses.append(Miss(NAME, "event slots", item["doc"], "missing", item["anchor"], wrong))
    yield recall_score(NAME, "event recall", found)
    yield recall_score(NAME, "event slots", slots)


def _place_recall(gold: dict[str, Any], readings: dict[str, Reading], misses: list[Miss]) -> list[Counts]:
    counts: list[Counts] = []
    for item in (item for item in gold["places"] if item["doc"] in readings):
        right = place_found(readings[item["doc"]], item)
        counts.append(Counts(int(right), 0, 1))
        if not right:
            misses.append(Miss(NAME, "place recall", item["doc"], "missing", item["mention"]))
    return counts


def _furniture_recall(gold: dict[str, Any], readings: dict[str, Reading], misses: list[Miss]) -> list[Counts]:
    counts: list[Counts] = []
    for name, reading in readings.items():
        for line in gold["boilerplate"].get(name, ()):
            right = is_furniture(reading.document, line)
            counts.append(Counts(int(right), 0, 1))
            if not right:
                misses.append(Miss(NAME, "furniture recall", name, "missing", line))
    return counts


def _published(gold: dict[str, Any], readings: dict[str, Reading], misses: list[Miss]) -> list[Counts]:
    counts: list[Counts] = []
    for name, reading in readings.items():
        day = reading.document.published
        told = None if day is None or day.start is None else day.start.isoformat()
        counts.append(Counts(int(told == gold["published"][name]), 0, 1))
        if told != gold["published"][name]:
            misses.append(Miss(NAME, "published", name, "missing", str(gold["published"][name]), str(told)))
    return counts
