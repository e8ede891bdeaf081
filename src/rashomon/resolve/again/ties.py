"""What depends on what, found again: what made a tie (a text, two reports, a statement) is gone through as one."""

import json
from collections.abc import Iterable, Sequence

from rashomon.records import ClaimRow, Dependence, from_json
from rashomon.resolve.accounts import Account
from rashomon.resolve.again.stored import dumps
from rashomon.resolve.again.tellers import Tellers
from rashomon.resolve.again.texts import Texts
from rashomon.resolve.dependence import pair_twins, tie_statements
from rashomon.resolve.dependence.copies import tie_reports
from rashomon.resolve.dependence.passages import align_all
from rashomon.resolve.dependence.ties import once
from rashomon.resolve.dependence.twins import digest_text, tie_twins
from rashomon.resolve.judgements import Pair
from rashomon.resolve.kit import Kit
from rashomon.resolve.memory import Mark, Memory, make_key


def tied_mark(owner: str, dependence: Dependence) -> Mark:
    """Mark a dependence under its owner."""
    return Mark("tied", make_key("owner", owner), 0, dependence.id, extra=dumps(dependence))


def copy_mark(pair: Pair) -> Mark:
    """Mark two claims that are one claim of one text."""
    return Mark("copy", make_key("claim", pair[0]), 0, pair[1], extra=pair[0])


def copies_mark(key: int, pair: Pair) -> Mark:
    """Mark the same pair under its text."""
    return Mark("copies", key, make_key(*pair), pair[1], extra=pair[0])


def twin_mark(document: str, digest: str) -> Mark:
    """Mark a document under its text."""
    return Mark("twin", make_key("twin", digest), 0, document, extra=digest)


class Ties:
    """The dependences that no single incident makes, while reports and claims change.

    Args:
        memory: what is remembered.
        tellers: accounts of claims.
        kit: rules.
    """

    def __init__(self, memory: Memory, tellers: Tellers, kit: Kit) -> None:
        self._memory = memory
        self._tellers = tellers
        self._kit = kit
        self._before: dict[str, str] = {}
        self.recopied: set[str] = set()

    def retie(self, documents: Sequence[str], rows_changed: Iterable[str], statements: Iterable[str]) -> None:
        """Tie reports anew.

        Args:
            documents: those read or taken out.
            rows_changed: those of which a claim is corrected otherwise.
            statements: keys of statements that claims make or made.
        """
        rows_changed = {*rows_changed, *documents}
        gone, come, digests = self._sort_twins(documents)
        again = {mark.extra for mark in self._memory.marks_of("twin", rows_changed)}
        for digest in sorted(digests | again):
            self._tie_twins(digest)
        pairs = Texts(self._memory, self._kit).replace(gone, come)
        for mark in self._memory.marks("nearby", (make_key("report", key) for key in rows_changed)):
            one, other = json.loads(mark.extra)
            pairs.add((one, other))
        for pair in sorted(pairs):
            self._tie_reports(pair)
        for statement in sorted(set(statements)):
            members = self._memory.marks("statement", [make_key("statement", statement)])
            accounts = self._tellers.accounts(mark.member for mark in members)
            self._put(f"statement|{statement}", tie_statements(accounts.values()))

    def _sort_twins(self, documents: Sequence[str]) -> tuple[set[str], set[str], set[str]]:
        """Give the reports that stood for themselves and do no longer, those that do now, and the texts touched."""
        memory = self._memory
        old = {mark.member: mark.extra for mark in memory.marks_of("twin", documents)}
        found = memory.sentences_of(documents)
        told = {document: [line for line in found if line.document == document] for document in documents}
        new = {document: digest_text(lines) for document, lines in told.items() if lines}
        for document in old.keys() - new.keys():
            self._put(f"twin|{document}", ())
        digests = {*old.values(), *new.values()}
        before = self._firsts(digests)
        memory.drop("twin", documents)
        memory.add(twin_mark(document, digest) for document, digest in new.items())
        after = self._firsts(digests)
        gone = (before - after) | (before & set(documents))
        come = (after - before) | (after & set(documents))
        return gone, come, digests

    def _firsts(self, digests: Iterable[str]) -> set[str]:
        return {group[0] for group in self._groups(digests).values()}

    def _groups(self, digests: Iterable[str]) -> dict[int, list[str]]:
        found: dict[int, list[str]] = {}
        for mark in self._memory.marks("twin", {make_key("twin", digest) for digest in digests}):
            found.setdefault(mark.key, []).append(mark.member)
        return {key: sorted(group) for key, group in found.items()}

    def _tie_twins(self, digest: str) -> None:
        memory = self._memory
        group = next(iter(self._groups([digest]).values()), [])
        twins = {twin: group[0] for twin in group if twin != group[0]}
        found = dict(tie_twins(twins, memory.sentences_of(group)) if twins else ())
        for document in group:
            self._put(f"twin|{document}", found.get(f"twin|{document}", ()))
        accounts = self._claims_of(group) if twins else []
        self._copy(make_key("copies", digest), set(pair_twins(twins, accounts)))

    def _copy(self, key: int, pairs: set[Pair]) -> None:
        """Put the claims that are one claim of one text in the place of those that were."""
        memory = self._memory
        held = {(mark.extra, mark.member) for mark in memory.marks("copies", [key])}
        for pair in sorted(held - pairs):
            memory.drop_one(copy_mark(pair))
        memory.drop_keys("copies", [key])
        memory.add(copies_mark(key, pair) for pair in pairs)
        memory.add(map(copy_mark, pairs - held))
        self.recopied |= {claim for pair in held ^ pairs for claim in pair}

    def _claims_of(self, documents: Iterable[str]) -> list[Account]:
        rows: list[ClaimRow] = self._memory.rows_of(documents)
        self._tellers.take(rows)
        return list(self._tellers.accounts(row.id for row in rows).values())

    def _tie_reports(self, pair: Pair) -> None:
        memory = self._memory
        marks = memory.marks("near", [make_key("reports", *pair)])
        lines = sorted({tuple(json.loads(mark.extra)[1]) for mark in marks})
        owner = f"reports|{pair[0]}|{pair[1]}"
        if not lines:
            self._put(owner, ())
            return
        texts = {line.id: line for line in memory.sentences({key for both in lines for key in both})}
        shared = align_all(((texts[left], texts[right]) for left, right in lines), self._kit)
        if not shared:
            self._put(owner, ())
            return
        shortest = min(len(json.loads(text)) for text in memory.notes("lines", pair).values())
        told = self._claims_of(pair)
        self._put(owner, tie_reports(*pair, shared, shortest, told, self._kit))

    def _put(self, owner: str, found: Iterable[Dependence]) -> None:
        """Put the ties of an owner in the place of those it had."""
        memory = self._memory
        key = make_key("owner", owner)
        new = {mark.member: mark for mark in (tied_mark(owner, d) for d in once(found))}
        for mark in memory.marks("tied", [key]):
            if mark.member in new and new[mark.member].extra == mark.extra:
                del new[mark.member]
            else:
                self._keep(mark.member)
                memory.drop_one(mark)
        for ident in new:
            self._keep(ident)
        memory.add(new.values())

    def _keep(self, ident: str) -> None:
        """Remember what a dependence was before anything changed it."""
        if ident not in self._before:
            self._before[ident] = self._winner(ident)

    def _winner(self, ident: str) -> str:
        found = once(read_tie(mark) for mark in self._memory.marks_of("tied", [ident]))
        return dumps(found[0]) if found else ""

    def settle(self) -> list[Dependence]:
        """Write what is tied otherwise now; give all dependences that are new, other or gone."""
        after = {ident: self._winner(ident) for ident in self._before}
        changed = [ident for ident in sorted(after) if after[ident] != self._before[ident]]
        new = [_read(after[ident]) for ident in changed if after[ident]]
        self._memory.replace_dependences(changed, new)
        return [*new, *(_read(self._before[ident]) for ident in changed if self._before[ident])]


def read_tie(mark: Mark) -> Dependence:
    """Read a dependence back."""
    return _read(mark.extra)


def _read(text: str) -> Dependence:
    return from_json(Dependence, json.loads(text))
