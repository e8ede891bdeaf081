"""What a first resolving leaves for the next: the marks, counts and notes that resolving again keeps up to date."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rashomon.lexicon import Lexicon
from rashomon.records import ClaimRow, Corpus, PlaceRef, Resolution, SentenceText
from rashomon.resolve.accounts import Account
from rashomon.resolve.actors import unite_ids
from rashomon.resolve.again.asked import actor_counts, armed_marks, asked_marks, question_marks
from rashomon.resolve.again.board import denied_marks, owned_mark
from rashomon.resolve.again.grouping import group_marks, group_notes
from rashomon.resolve.again.hanging import part_mark
from rashomon.resolve.again.happenings import made_notes
from rashomon.resolve.again.pairs import pair_mark
from rashomon.resolve.again.people import actor_marks
from rashomon.resolve.again.states import STATED, owner_of_place
from rashomon.resolve.again.stored import CANONICAL, KNOWN, dumps
from rashomon.resolve.again.tellers import lent_note, report_note
from rashomon.resolve.again.texts import line_mark, near_marks, shingle_marks, text_id
from rashomon.resolve.again.ties import copies_mark, copy_mark, tied_mark, twin_mark
from rashomon.resolve.again.told import account_counts, as_counts, claim_marks, row_counts, write_counts
from rashomon.resolve.dependence.ties import once
from rashomon.resolve.dependence.twins import digest_text, find_twins
from rashomon.resolve.groups import incident_id
from rashomon.resolve.incidents import compare_denials
from rashomon.resolve.kit import make_kit
from rashomon.resolve.memory import Count, Mark, Note, make_key
from rashomon.resolve.named import Names, find_named, find_names, is_understood
from rashomon.resolve.parts import without_circles
from rashomon.resolve.stage import Workings, no_search_for_cycles, work


class Remembered(NamedTuple):
    """What is to be remembered; made while it is asked for."""

    marks: Iterable[Mark]
    counts: Iterable[Count]
    notes: Iterable[Note]


def resolve_all(corpus: Corpus, lexicon: Lexicon) -> tuple[Resolution, Remembered]:
    """Resolve a whole corpus, and give what is to be remembered of it."""
    with no_search_for_cycles():
        workings = work(corpus, make_kit(lexicon))
        return workings.resolution(), Remembered(_marks(workings), _counts(workings), _notes(workings))


def _marks(workings: Workings) -> Iterator[Mark]:
    kit = workings.kit
    for actor in unite_ids(workings.corpus.actors).values():
        yield from actor_marks(actor, kit)
    for actor in workings.actors:
        yield from armed_marks(actor)
    yield from _claim_marks(workings)
    yield from (pair_mark(sort, pair) for sort, pair in workings.pairs)
    yield from group_marks(workings.grouped)
    yield from _text_marks(workings)
    yield from (tied_mark(owner, tie) for owner, found in workings.tied for tie in once(found))
    yield from _denied_marks(workings)
    yield from (part_mark(*pair) for pair in without_circles(workings.raw).items())
    yield from _asked_marks(workings)
    held = ((owner_of_place(key), found) for key, found, _ in workings.places)
    promised = ((key, found) for key, found, _ in workings.promises)
    for owner, found in (*held, *workings.states, *promised):
        yield from {owned_mark(STATED, owner, comparison) for comparison in found}


def _claim_marks(workings: Workings) -> Iterator[Mark]:
    names = find_names(workings.corpus.rows)
    for account in workings.accounts:
        yield from claim_marks(account, _wanted(account.row, names, workings), workings.kit)


def _wanted(row: ClaimRow, names: Names, workings: Workings) -> list[str]:
    if is_understood(row.place):
        return []
    asked: set[str] = set()

    def look(key: str) -> Iterable[PlaceRef]:
        asked.add(key)
        return names(key)

    find_named(row, look, workings.kit)
    return sorted(asked)


def _text_marks(workings: Workings) -> Iterator[Mark]:
    documents: dict[str, list[SentenceText]] = {}
    for sentence in workings.corpus.sentences:
        documents.setdefault(sentence.document, []).append(sentence)
    digests = {document: digest_text(lines) for document, lines in documents.items()}
    yield from (twin_mark(document, digest) for document, digest in digests.items())
    report_of = {account.id: account.row.document for account in workings.accounts}
    for pair in set(workings.copies):
        yield copy_mark(pair)
        yield copies_mark(make_key("copies", digests[report_of[pair[0]]]), pair)
    twins = find_twins(workings.corpus.sentences)
    standing = [sentence for sentence in workings.corpus.sentences if sentence.document not in twins]
    yield from map(line_mark, standing)
    for text, shingles, near in workings.near:
        yield from shingle_marks(text, shingles)
        for lines in near:
            yield from near_marks(text_id(text), lines)


def _denied_marks(workings: Workings) -> Iterator[Mark]:
    by_id = {account.id: account for account in workings.accounts}
    general = (bound for bound in workings.grouped.bounds if bound.general)
    for order, bounds in ((0, general), (1, workings.swept)):
        for bound in bounds:
            for comparison in compare_denials([bound], by_id):
                yield owned_mark("denies", f"{order}|{bound.denial}", comparison)
                yield from denied_marks(comparison, order)


def _asked_marks(workings: Workings) -> Iterator[Mark]:
    for owner, questions in _asked(workings):
        yield from asked_marks(owner, questions)
    yield from (mark for question in _questions(workings) for mark in question_marks(question))


def _asked(workings: Workings) -> Iterator[tuple[str, frozenset[str]]]:
    yield from ((made.incident.id, questions) for made, questions in workings.made)
    yield from ((owner_of_place(key), questions) for key, _, questions in workings.places)
    yield from ((key, questions) for key, _, questions in workings.promises)


def _questions(workings: Workings) -> list[str]:
    """Give all questions but those for an actor's record, which answers itself."""
    asked = {question for _, questions in _asked(workings) for question in questions}
    return sorted(question for question in asked if not question.startswith("actor|"))


def _counts(workings: Workings) -> Iterator[Count]:
    total: Counter[tuple[str, str, str]] = Counter()
    for rows in _by_document(workings.corpus.rows).values():
        total.update(row_counts(rows))
    for accounts in _accounts_by_document(workings).values():
        total.update(account_counts(accounts, workings.kit))
    for actor in workings.actors:
        total.update({count[:3]: count.times for count in actor_counts(actor, workings.kit)})
    return as_counts(total)


def _by_document(rows: Iterable[ClaimRow]) -> dict[str, list[ClaimRow]]:
    found: dict[str, list[ClaimRow]] = {}
    for row in rows:
        found.setdefault(row.document, []).append(row)
    return found


def _accounts_by_document(workings: Workings) -> dict[str, list[Account]]:
    found: dict[str, list[Account]] = {}
    for account in workings.accounts:
        found.setdefault(account.row.document, []).append(account)
    return found


def _notes(workings: Workings) -> Iterator[Note]:
    yield from (Note(KNOWN, key, dumps(actor)) for key, actor in unite_ids(workings.corpus.actors).items())
    yield from (Note(CANONICAL, actor.id, dumps(actor)) for actor in workings.actors)
    yield from (
        Note("rows", key, write_counts(row_counts(rows))) for key, rows in _by_document(workings.corpus.rows).items()
    )
    for document, accounts in _accounts_by_document(workings).items():
        yield Note("accounts", document, write_counts(account_counts(accounts, workings.kit)))
        yield report_note(document, accounts[0].report)
    yield from map(lent_note, workings.lent)
    yield from group_notes(workings.grouped)
    yield from _line_notes(workings)
    yield from (Note("raw", part, whole) for part, whole in workings.raw.items())
    yield from (note for made, _ in workings.made for note in made_notes(made))
    yield from (Note("answer", q, f"={workings.sides.answer(q)}") for q in _questions(workings))
    named = {key for j in workings.corpus.judgements for key in (j.subject, j.other) if key and j.other}
    claims = (account.id for group in workings.grouped.groups for account in group.accounts)
    yield from (Note("anchor", incident_id(claim), claim) for claim in claims if named and incident_id(claim) in named)


def _line_notes(workings: Workings) -> Iterator[Note]:
    twins = find_twins(workings.corpus.sentences)
    held: dict[str, list[str]] = {}
    for sentence in workings.corpus.sentences:
        if sentence.document not in twins:
            held.setdefault(sentence.document, []).append(sentence.id)
    yield from (Note("lines", document, dumps(sorted(lines))) for document, lines in held.items())
