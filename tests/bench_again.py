"""Speed of resolving again: one more document, and one judgement, in a ledger of generated claims.

Measured where the rows of the document are written already: loading the language pipeline and the tables, and reading
the document, are no part of it.
"""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from rashomon import pipeline
from rashomon.lexicon import load_lexicon
from rashomon.records import Judgement
from rashomon.store import SqliteLedger, open_ledger
from tests.generated_claims import make_war
from tests.row_ledgers import append_rows

Figure = tuple[str, float, str]
_MORE = 5


def bench_again(folder: Path, claims: int) -> Iterator[Figure]:
    """Give (metric, value, unit) of resolving all and remembering it, of one more document and of one judgement."""
    lexicon, corpus = load_lexicon(), make_war(claims)
    names = [card.id for card in corpus.documents]
    more = names[len(names) // 2 :: max(1, len(names) // 20)][:_MORE]
    ledger = open_ledger(folder / f"{claims}.db", create=True)
    append_rows(ledger, corpus, set(names) - set(more))
    cpu, _ = _timed(lambda: pipeline.resolve_ledger(ledger, lexicon))
    yield f"resolve {claims} claims of a ledger and keep what the next needs, processor time", cpu, "s"
    times = []
    for name in more:
        append_rows(ledger, corpus, [name])
        times.append(_timed(lambda: pipeline.resolve_ledger(ledger, lexicon)))
    yield from _told(f"one more document into {claims} claims", times)
    times = []
    for number, pair in enumerate(_pairs(ledger)):
        ledger.judge(Judgement(f"jud-{number}", *pair, "different", "bench", "2030-01-01"))
        times.append(_timed(lambda: pipeline.resolve_ledger(ledger, lexicon)))
    yield from _told(f"one judgement in {claims} claims", times)
    ledger.close()


def _pairs(ledger: SqliteLedger) -> list[tuple[str, str]]:
    """Give two claims each of a few incidents."""
    sql = "SELECT min(claim), max(claim) FROM incident_claims GROUP BY incident HAVING count(*) > 2 LIMIT ?"
    return ledger.ask(lambda connection: [(a, b) for a, b in connection.exec_driver_sql(sql, (_MORE,))])


def _timed(work: Callable[[], None]) -> tuple[float, float]:
    cpu, clock = time.process_time(), time.perf_counter()
    work()
    return time.process_time() - cpu, time.perf_counter() - clock


def _told(what: str, times: list[tuple[float, float]]) -> Iterator[Figure]:
    for at, how in enumerate(("processor time", "clock")):
        yield f"{what}, {how}, median", median(one[at] for one in times), "s"
        yield f"{what}, {how}, longest", max(one[at] for one in times), "s"
