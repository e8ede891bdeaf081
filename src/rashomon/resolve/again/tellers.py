"""Claims as resolve sees them, made when they are asked for."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from rashomon.records import ClaimRow, PlaceRef, from_json
from rashomon.resolve.accounts import Account, make_account
from rashomon.resolve.again.stored import dumps, read_canon
from rashomon.resolve.again.told import read_place
from rashomon.resolve.context import fill_accounts
from rashomon.resolve.kit import Kit
from rashomon.resolve.memory import Memory, Note
from rashomon.resolve.named import in_order
from rashomon.resolve.spellings import actors_in


def lent_note(account: Account) -> Note:
    """Note what a claim takes from the other claims of its report."""
    told = (account.start, account.end, account.place, account.lent, tuple(sorted(account.patient_words)))
    return Note("lent", account.id, dumps(told))


def report_note(document: str, words: Iterable[str]) -> Note:
    """Note the words of a report."""
    return Note("report", document, " ".join(sorted(words)))


def _lend(account: Account, text: str) -> Account:
    start, end, place, lent, words = json.loads(text)
    where = None if place is None else from_json(PlaceRef, place)
    return replace(account, start=start, end=end, place=where, lent=tuple(lent), patient_words=frozenset(words))


class Tellers:
    """The accounts of claims, each made once.

    Args:
        memory: what is remembered; its actors must be resolved.
        kit: rules.
    """

    def __init__(self, memory: Memory, kit: Kit) -> None:
        self._memory = memory
        self._kit = kit
        self._found: dict[str, Account | None] = {}
        self._towns: dict[str, tuple[PlaceRef, ...]] = {}
        self.wanted: dict[str, frozenset[str]] = {}

    def accounts(self, claims: Iterable[str]) -> dict[str, Account]:
        """Give the accounts of claims; those that are gone or rejected are left out."""
        wanted = set(claims)
        missing = wanted - self._found.keys()
        if missing:
            self._found.update(dict.fromkeys(missing))
            self.take(self._memory.rows(missing))
        return {key: account for key in sorted(wanted) if (account := self._found[key]) is not None}

    def take(self, rows: Iterable[ClaimRow]) -> None:
        """Make the accounts of rows, with what their reports are known to lend them."""
        rows = [row for row in rows if self._found.get(row.id) is None]
        lent = self._memory.notes("lent", (row.id for row in rows))
        texts = self._memory.notes("report", {row.document for row in rows})
        for account in self._make(rows, {document: {*text.split()} for document, text in texts.items()}):
            known = lent.get(account.id)
            self._found[account.id] = account if known is None else _lend(account, known)

    def fill(self, rows: Iterable[ClaimRow], gone: Iterable[str], documents: Iterable[str]) -> set[str]:
        """Make the accounts of whole reports; give the claims of which their reports tell something else now.

        Args:
            rows: all claims of some reports.
            gone: claims of these that are no more.
            documents: these reports, those that are no more among them.
        """
        reports: dict[str, set[str]] = {document: set() for document in documents}
        made = sorted(self._make(rows, reports), key=lambda account: account.id)
        for account in made:
            reports[account.row.document] |= account.words
        filled = fill_accounts(made, self._kit)
        self._found.update((account.id, account) for account in filled)
        new = {account.id: lent_note(account) for account, own in zip(filled, made, strict=True) if account is not own}
        old = self._memory.notes("lent", [*(account.id for account in made), *gone])
        changed = {key for key in new.keys() | old.keys() if key not in new or old.get(key) != new[key].text}
        self._memory.note(new.get(key, Note("lent", key, "")) for key in sorted(changed))
        reworded = self._retell(reports)
        return changed | {account.id for account in made if account.row.document in reworded}

    def _retell(self, reports: Mapping[str, set[str]]) -> set[str]:
        """Note the words of reports; give those that are other now."""
        old = self._memory.notes("report", reports)
        notes = [report_note(document, words) for document, words in sorted(reports.items())]
        changed = [note for note in notes if note.text != old.get(note.id, "")]
        self._memory.note(changed)
        return {note.id for note in changed}

    def _make(self, rows: Iterable[ClaimRow], reports: Mapping[str, set[str]]) -> list[Account]:
        rows = list(rows)
        canon = read_canon(self._memory, {actor for row in rows for actor in actors_in(row)})
        made: list[Account] = []
        for row in rows:
            names, asked = self._names()
            made.append(make_account(row, canon, names, self._kit, reports.get(row.document, frozenset())))
            self.wanted[row.id] = frozenset(asked)
        return made

    def _names(self) -> tuple[Callable[[str], tuple[PlaceRef, ...]], set[str]]:
        asked: set[str] = set()

        def names(key: str) -> tuple[PlaceRef, ...]:
            asked.add(key)
            if key not in self._towns:
                told = self._memory.tallies("town", [key]).get(key, {})
                self._towns[key] = in_order(map(read_place, told))
            return self._towns[key]

        return names, asked
