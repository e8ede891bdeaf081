"""Ledgers to which things happen one after another, and the same ledgers made at one go."""

import random
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from rashomon import resolve
from rashomon.lexicon import Lexicon, load_lexicon
from rashomon.records import ClaimRow, Corpus, Judgement, make_id
from rashomon.store import SqliteLedger, open_ledger
from tests.row_ledgers import append_rows, take_out

LEXICON = load_lexicon()
_LIMITS = {**LEXICON.resolution.limits, "block": 6.0, "common_passage": 3.0}
# Windows so narrow that what stands in them changes with nearly every document.
NARROW = replace(LEXICON, resolution=replace(LEXICON.resolution, limits=_LIMITS))
RULES = "of this test"
RESOLVED = ("incidents", "incident_claims", "comparisons", "dependences", "ledger_actors", "actor_merges")
_KEPT = {
    "marks": "SELECT * FROM marks WHERE sort <> 'question'",
    "counts": "SELECT * FROM counts",
    # Answers and anchors that nobody asks for any more may stay.
    "notes": "SELECT * FROM notes WHERE sort NOT IN ('answer', 'anchor') AND text <> ''",
}

Rows = dict[str, set[tuple[object, ...]]]


def resolve_all(ledger: SqliteLedger, lexicon: Lexicon) -> None:
    """Resolve all at one go."""
    resolution, remembered = resolve.resolve_all(ledger.corpus(), lexicon)
    ledger.resolve(resolution, remembered, RULES)


def resolve_again(ledger: SqliteLedger, lexicon: Lexicon) -> None:
    """Resolve only what is touched, however much that is."""
    try:
        if ledger.resolve_again(lambda memory: resolve.resolve_again(memory, lexicon, share=9.0), RULES):
            return
    except resolve.TooMuchError:
        pass
    resolve_all(ledger, lexicon)


def rows_of(ledger: SqliteLedger) -> Rows:
    """Give all that was resolved, and what is remembered of it."""
    asked = {table: f'SELECT * FROM "{table}"' for table in RESOLVED} | _KEPT

    def read(sql: str) -> set[tuple[object, ...]]:
        return ledger.ask(lambda connection: {tuple(row) for row in connection.exec_driver_sql(sql)})

    return {table: read(sql) for table, sql in asked.items()}


def differences(one: Rows, other: Rows) -> list[str]:
    """Say in which tables two ledgers differ, with a row of each."""
    return [
        f"{table}: {sorted(map(repr, one[table] - other[table]))[:1]} against"
        f" {sorted(map(repr, other[table] - one[table]))[:1]}"
        for table in one
        if one[table] != other[table]
    ]


class Story:
    """A ledger of claim rows to which documents come, from which they go, and that are read again.

    Args:
        folder: where its files are.
        corpus: the documents there are.
        dice: decides what happens.
        lexicon: rules.
    """

    def __init__(self, folder: Path, corpus: Corpus, dice: random.Random, lexicon: Lexicon = LEXICON) -> None:
        self._lexicon = lexicon
        self._folder = folder
        self._corpus = with_copies(corpus, 4, dice)
        self._dice = dice
        self._waiting = [card.id for card in self._corpus.documents]
        dice.shuffle(self._waiting)
        self._held: dict[str, int] = {}
        self._judged: dict[str, Judgement] = {}
        self._ledgers = 0
        self.ledger = self._open()

    def _open(self) -> SqliteLedger:
        self._ledgers += 1
        return open_ledger(self._folder / f"{self._ledgers}.db", create=True)

    def part(self) -> None:
        """Let a person part an actor in a document, or take back what was said of one."""
        at = f"2030-01-01T00:00:00.{len(self._judged):06}"
        live = [judgement for judgement in self._judged.values() if judgement.withdrawn is None]
        if live and self._dice.random() < 0.3:
            judgement = replace(self._dice.choice(live), withdrawn=at)
        else:
            actor, document = self._dice.choice(shared_actors(self.ledger))
            judgement = Judgement(make_id("jud", actor, document, at), actor, document, "different", "a", at)
        self._judged[judgement.id] = judgement
        self.ledger.judge(judgement)
        resolve_again(self.ledger, self._lexicon)

    def come(self, documents: int) -> None:
        """Let documents come, all resolved together."""
        coming = [self._waiting.pop() for _ in range(min(documents, len(self._waiting)))]
        append_rows(self.ledger, self._corpus, coming)
        self._held |= dict.fromkeys(coming, 0)
        resolve_again(self.ledger, self._lexicon)

    @property
    def waits(self) -> bool:
        """Say whether any document has still to come."""
        return bool(self._waiting)

    def step(self) -> None:
        """Let something happen."""
        what = self._dice.random()
        if self._waiting and (what < 0.6 or not self._held):
            self.come(self._dice.choice((1, 1, 3, 8)))
            return
        document = self._dice.choice(sorted(self._held))
        take_out(self.ledger, document)
        reading = self._held.pop(document) + 1
        if what < 0.8:
            self._waiting.insert(0, document)
        else:
            self._held[document] = reading
            append_rows(self.ledger, self._read(document, reading), [document])
        resolve_again(self.ledger, self._lexicon)

    def at_one_go(self) -> SqliteLedger:
        """Give a ledger that holds the same documents, resolved at one go."""
        ledger = self._open()
        for document, reading in self._held.items():
            append_rows(ledger, self._read(document, reading), [document])
        for judgement in self._judged.values():
            ledger.judge(judgement)
        resolve_all(ledger, self._lexicon)
        return ledger

    def _read(self, document: str, reading: int) -> Corpus:
        """Give the corpus with another reading of a document: some claims are gone, some tell no place."""
        if not reading:
            return self._corpus
        dice = random.Random(f"{document} {reading}")
        rows = [row for row in self._corpus.rows if row.document != document]
        for row in self._corpus.rows:
            chance = dice.random() if row.document == document else 0
            if chance >= 0.3:
                rows.append(replace(row, place=None) if chance < 0.6 else row)
        return replace(self._corpus, rows=tuple(rows))


def shared_actors(ledger: SqliteLedger) -> list[tuple[str, str]]:
    """Give (actor, document) of all that stand under one id in several documents."""
    several = "SELECT id FROM actors GROUP BY id HAVING count(*) > 1"
    sql = f"SELECT id, document FROM actors WHERE id IN ({several}) ORDER BY 1, 2"
    return ledger.ask(lambda c: [(str(actor), str(document)) for actor, document in c.exec_driver_sql(sql)])


def with_copies(corpus: Corpus, copies: int, dice: random.Random) -> Corpus:
    """Add documents that are the text of others under another name, every other one told anew without any day."""
    for number in range(copies):
        card = dice.choice(corpus.documents)
        name = f"{dice.choice('abz')}copy{number}"
        told = {"published": None} if number % 2 else {}
        sentences = () if told else tuple(s for s in corpus.sentences if s.document == card.id)
        corpus = replace(
            corpus,
            documents=(*corpus.documents, replace(card, id=f"doc-{name}", name=f"{name}.txt", **told)),
            rows=(*corpus.rows, *(_copied(row, name, bool(told)) for row in corpus.rows if row.document == card.id)),
            sentences=(
                *corpus.sentences,
                *(replace(s, id=make_id("sen", name, s.index), document=f"doc-{name}") for s in sentences),
            ),
        )
    return corpus


def _copied(row: ClaimRow, name: str, undated: bool) -> ClaimRow:
    own = {"id": make_id("clm", name, row.id), "item": make_id("evt", name, row.item)}
    row = replace(row, published=None, time=None) if undated else row
    return replace(row, **own, document=f"doc-{name}", document_name=f"{name}.txt")


def make_judgement(ledger: SqliteLedger, made: Iterable[Judgement], dice: random.Random) -> Judgement | None:
    """Make a judgement of any kind on what a ledger holds now, or withdraw one; None if there is nothing to judge."""
    made = list(made)
    incidents = list(ledger.incidents())
    withdrawn = {judgement.id for judgement in made if judgement.withdrawn is not None}
    live = [judgement for judgement in made if judgement.id not in withdrawn]
    moment = f"2030-01-01T00:00:00.{len(made):06}"
    if live and dice.random() < 0.25:
        return replace(dice.choice(live), withdrawn=moment)
    if not incidents:
        return None
    subject, verdict, other = _decide(ledger, incidents, dice)
    return Judgement(make_id("jud", subject, other or "", verdict, moment), subject, other, verdict, "a", moment)


def _decide(ledger: SqliteLedger, incidents: list, dice: random.Random) -> tuple[str, str, str | None]:
    one, second = dice.choice(incidents), dice.choice(incidents)
    claim = dice.choice(one.claims)
    places = [incident.place.id for incident in incidents if incident.place is not None and incident.place.id]
    actors = [actor.id for actor, _ in ledger.actors()]
    merged = ledger.ask(lambda c: [tuple(row) for row in c.exec_driver_sql("SELECT * FROM actor_merges ORDER BY 1")])
    choices: list[tuple[str, str, str | None]] = [
        (claim, "same", dice.choice(second.claims)),
        (one.id, "same", second.id),
        (claim, "different", dice.choice(one.claims)),
        (claim, "reject", None),
        (claim, "retype", second.type),
        (claim, "redate", dice.choice(("none", "2021-08-20/2021-08-21"))),
        (claim, "relocate", dice.choice(("none", *places))),
        (dice.choice(actors), dice.choice(("private", "public")), None),
        (dice.choice(actors), "same", dice.choice(actors)),
    ]
    if merged:
        actor, into, *_ = dice.choice(merged)
        choices.append((str(actor), "different", str(into)))
    told = shared_actors(ledger)
    if told:
        actor, document = dice.choice(told)
        choices.append((actor, "different", document))
    return dice.choice(choices)
