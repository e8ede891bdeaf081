"""MUC-4 (Sundheim 1992): reports of attacks in Latin America, upper case, with templates of 24 slots.

Texts and answer keys in their published files, in the given folder or below it; messages without a key are left out.
Each text goes through the ordinary reading; `evaluation.muc4_coding` writes its templates. Recall, precision and F over
ALL TEMPLATES as the scorer of 1992 counts them (`evaluation.muc4_scoring`), and by slot. Where development and test
messages stand together, F of the test messages is printed beside.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from rashomon import pipeline
from rashomon.errors import InputError
from rashomon.evaluation.muc4_coding import code_report
from rashomon.evaluation.muc4_keys import Template, read_keys, read_messages
from rashomon.evaluation.muc4_report import Report
from rashomon.evaluation.muc4_scoring import Tally, score_message
from rashomon.evaluation.muc4_slots import NAMES
from rashomon.evaluation.running import Bench
from rashomon.evaluation.scores import Counts, Miss, Score, f1_score, precision_score, recall_score
from rashomon.ingest import RawInput

NAME = "muc4"
ALL = "ALL-TEMPLATES F1"
_TEST = "TST"

Tallies = Mapping[str, Sequence[tuple[str, Tally]]]


def measure(path: Path, bench: Bench, limit: int | None) -> tuple[list[Score], list[Miss]]:
    """Measure the reading on all messages below a folder that have a key."""
    messages, keys = read_messages(path), read_keys(path)
    names = sorted(messages.keys() & keys.keys())[:limit]
    if not names:
        raise InputError(f"{path}: no message has an answer key; give the folder that holds texts and keys")
    found = dict(_read({name: messages[name] for name in names}, bench))
    tallies = {name: tuple(score_message(found.get(name, ()), keys[name])) for name in names}
    return make_scores(tallies), [miss for name in names for miss in _misses(name, tallies[name])]


def _read(messages: Mapping[str, str], bench: Bench) -> Iterator[tuple[str, tuple[Template, ...]]]:
    raws = (RawInput(f"{name}.txt", None, text.encode()) for name, text in messages.items())
    pairs = list(bench.documents(raws))
    annotated = bench.annotate(document for document, _ in pairs)
    for (document, outlet), columns in zip(pairs, annotated, strict=True):
        reading = pipeline.read_annotated(columns, document, outlet, bench.kit)
        name = document.name.removesuffix(".txt")
        yield name, code_report(Report(name, reading, columns, bench.kit))


def make_scores(tallies: Tallies) -> list[Score]:
    """Make the figures of all messages: F over all slots, then recall and precision by slot."""
    tests = {name: rows for name, rows in tallies.items() if name.startswith(_TEST)}
    scores = [f1_score(NAME, ALL, _counts(tallies))]
    if tests and len(tests) < len(tallies):
        scores.append(f1_score(NAME, f"test {ALL}", _counts(tests)))
    scores += [rate(NAME, f"ALL-TEMPLATES {what}", _counts(tallies)) for what, rate in _RATES.items()]
    return scores + [
        rate(NAME, f"{slot} {what}", _counts(tallies, number))
        for number, slot in NAMES.items()
        for what, rate in _RATES.items()
    ]


_RATES = {"recall": recall_score, "precision": precision_score}


def _counts(tallies: Tallies, slot: int | None = None) -> list[Counts]:
    return [_sum([tally for _, tally in rows if slot in {None, tally.slot}]) for rows in tallies.values()]


def _sum(tallies: Sequence[Tally]) -> Counts:
    return Counts(sum(t.right for t in tallies), sum(t.actual for t in tallies), sum(t.possible for t in tallies))


def _misses(name: str, rows: Sequence[tuple[str, Tally]]) -> Iterator[Miss]:
    for kind, tally in rows:
        slot = NAMES[tally.slot]
        yield from (Miss(NAME, f"{slot} recall", name, "missing", text, f"{kind} template") for text in tally.missed)
        yield from (Miss(NAME, f"{slot} precision", name, "extra", text, f"{kind} template") for text in tally.extra)
