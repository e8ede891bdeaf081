"""Speed and memory of the whole reading: `make bench`. Prints one JSON object a figure.

Every figure is taken in a fresh process. Words are white-space words of the reports.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rashomon.lexicon import load_lexicon
from rashomon.resolve import resolve
from tests.bench_again import bench_again
from tests.generated import write_reports
from tests.generated_claims import make_war


def main() -> None:
    """Run the benches and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=300, help="reports of the reading bench")
    parser.add_argument("--words", type=int, default=400, help="words a report of the reading bench")
    parser.add_argument("--ledger-documents", type=int, default=10_000, help="documents of the asking bench")
    parser.add_argument("--ledger-words", type=int, default=60, help="words a report of the asking bench")
    parser.add_argument("--most-claims", type=int, default=100_000, help="claims of the resolving bench")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _bench_reading(folder, given.reports, given.words)
        _bench_asking(folder, given.ledger_documents, given.ledger_words)
    _bench_resolving(given.most_claims)


def _bench_resolving(most: int) -> None:
    """Resolve generated claims, ten times as many each time: whether the time grows with their number."""
    lexicon = load_lexicon()
    claims = 1_000
    while claims <= most:
        corpus = make_war(claims)
        began = time.process_time()
        resolve(corpus, lexicon)
        _print(f"resolve {claims} claims, processor time", time.process_time() - began, "s", claims)
        del corpus
        with tempfile.TemporaryDirectory() as name:
            for metric, value, unit in bench_again(Path(name), claims):
                _print(metric, value, unit, claims)
        claims *= 10


def _bench_reading(folder: Path, reports: int, words: int) -> None:
    one = write_reports(folder / "one", 1, words)
    total = write_reports(folder / "many", reports, words)
    start_up = _seconds("read", str(folder / "one"), "--ledger", str(folder / "start.db"))
    _print("start and one report", start_up, "s", 1)
    for jobs in (1, 2):
        seconds = _seconds("read", str(folder / "many"), "--ledger", str(folder / f"{jobs}.db"), "--jobs", str(jobs))
        _print(f"words/s, {jobs} process(es), start included", total / seconds, "words/s", reports)
        _print(f"words/s, {jobs} process(es)", (total - one) / (seconds - start_up), "words/s", reports)
        _print(f"documents/s, {jobs} process(es)", (reports - 1) / (seconds - start_up), "documents/s", reports)
    _print("peak memory of the largest process", _peak_mb(), "MB", reports)


def _bench_asking(folder: Path, documents: int, words: int) -> None:
    write_reports(folder / "ledger", documents, words)
    ledger = str(folder / "ledger.db")
    seconds = _seconds("read", str(folder / "ledger"), "--ledger", ledger, "--jobs", "2")
    _print(f"read {documents} documents", seconds, "s", documents)
    for command in (("incidents",), ("incidents", "--limit", "20"), ("claims", "--place", "Gao", "--limit", "20")):
        best = min(_seconds(*command, "--ledger", ledger, "--format", "jsonl") for _ in range(3))
        _print(f"rashomon {' '.join(command)} on {documents} documents", best, "s", documents)
    write_reports(folder / "more", documents + 1, words)
    last = folder / "more" / f"report-{documents:06}.txt"
    _print("one more document", _seconds("read", str(last), "--ledger", ledger), "s", documents)
    _print("start (rashomon --version)", min(_seconds("--version") for _ in range(5)), "s", 5)


def _seconds(*arguments: str) -> float:
    began = time.perf_counter()
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    subprocess.run(
        [sys.executable, "-m", "rashomon", *arguments], env=environment, stdout=subprocess.DEVNULL, check=True
    )
    return time.perf_counter() - began


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def _print(metric: str, value: float, unit: str, n: int) -> None:
    sys.stdout.write(json.dumps({"metric": metric, "value": round(value, 3), "unit": unit, "n": n}) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
