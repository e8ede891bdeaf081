"""Passages that reports share, found again around the reports that have changed."""

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b

from rashomon.records import SentenceText
from rashomon.resolve.again.stored import dumps
from rashomon.resolve.dependence.passages import Line, find_shingles, make_line, pair_text
from rashomon.resolve.judgements import Pair, make_pair
from rashomon.resolve.kit import Kit
from rashomon.resolve.memory import Mark, Memory, Note, keyed, make_key


def text_id(text: str) -> str:
    """Give the id of a sentence's text."""
    return f"txt-{blake2b(text.encode(), digest_size=8).hexdigest()}"


def line_mark(sentence: SentenceText) -> Mark:
    """Mark a sentence under its text."""
    text, line = text_id(sentence.text), make_line(sentence)
    return Mark("line", make_key("text", text), 0, sentence.id, text, dumps((line.document, line.place, line.words)))


def shingle_marks(text: str, shingles: Iterable[int]) -> Iterator[Mark]:
    """Mark a text under its shingles."""
    owner = text_id(text)
    return (Mark("shingle", make_key("shingle", key), 0, owner) for key in shingles)


def near_marks(owner: str, pair: tuple[Line, Line]) -> Iterator[Mark]:
    """Mark a pair of sentences that one text gives, under the pair of their reports, and these under each of them."""
    reports = make_pair(pair[0].document, pair[1].document)
    lines = make_pair(pair[0].id, pair[1].id)
    order = make_key(*lines)
    yield Mark("near", make_key("reports", *reports), order, owner, extra=dumps((reports, lines)))
    for report in reports:
        yield Mark("nearby", make_key("report", report), order, owner, extra=dumps(reports))


class Texts:
    """The sentences of reports that stand for themselves, while reports change.

    Args:
        memory: what is remembered.
        kit: rules.
    """

    def __init__(self, memory: Memory, kit: Kit) -> None:
        self._memory = memory
        self._kit = kit

    def replace(self, gone: Iterable[str], come: Iterable[str]) -> set[Pair]:
        """Take the sentences of reports out and those of others in; give the reports that may share otherwise, by two.

        Args:
            gone: reports whose sentences stand no longer, or stood otherwise.
            come: reports whose sentences stand now.
        """
        memory = self._memory
        gone = sorted(set(gone))
        old = [line for text in memory.notes("lines", gone).values() for line in json.loads(text)]
        new = memory.sentences_of(come)
        texts = {text_id(sentence.text): sentence.text for sentence in new}
        touched = {mark.type for mark in memory.marks_of("line", old)} | texts.keys()
        before = self._groups(touched)
        memory.drop("line", old)
        memory.add(map(line_mark, new))
        held: dict[str, list[str]] = {}
        for sentence in new:
            held.setdefault(sentence.document, []).append(sentence.id)
        memory.note(Note("lines", document, "") for document in gone)
        memory.note(Note("lines", document, dumps(sorted(lines))) for document, lines in held.items())
        after = self._groups(touched)
        return self._pair_anew(touched | self._sharing(before, after, texts))

    def _groups(self, texts: Iterable[str]) -> dict[str, list[Line]]:
        """Give the sentences of texts, in order."""
        found: dict[str, list[Line]] = {}
        for mark in self._memory.marks("line", {make_key("text", text) for text in texts}):
            document, index, words = json.loads(mark.extra)
            found.setdefault(mark.type, []).append(Line(document, index, mark.member, words))
        return {text: sorted(lines) for text, lines in found.items()}

    def _sharing(
        self, before: Mapping[str, list[Line]], after: Mapping[str, list[Line]], texts: Mapping[str, str]
    ) -> set[str]:
        """Give the texts that share a run with one that is new, gone or stands elsewhere first; mark the new ones."""
        memory, most = self._memory, int(self._kit.limit("common_passage"))
        moved = {
            text for text in before.keys() | after.keys() if before.get(text, [None])[0] != after.get(text, [None])[0]
        }
        keys = {mark.key for mark in memory.marks_of("shingle", moved)}
        memory.drop("shingle", before.keys() - after.keys())
        new = [
            mark
            for text in after.keys() - before.keys()
            for mark in shingle_marks(texts[text], find_shingles(texts[text], self._kit))
        ]
        memory.add(new)
        keys |= {mark.key for mark in new}
        held = keyed(memory.marks("shingle", keys))
        return {mark.member for found in held.values() if len(found) <= most + len(moved) for mark in found}

    def _pair_anew(self, texts: set[str]) -> set[Pair]:
        memory = self._memory
        old = memory.marks_of("near", texts)
        keys = {text: {mark.key for mark in memory.marks_of("shingle", [text])} for text in texts}
        held = keyed(memory.marks("shingle", {key for found in keys.values() for key in found}))
        most = int(self._kit.limit("common_passage"))
        near = {mark.member for found in held.values() if len(found) <= most for mark in found}
        groups = self._groups(texts | near)
        new: list[Mark] = []
        for text in sorted(texts & groups.keys()):
            sharing = [[groups[m.member][0] for m in held[key]] for key in keys[text] if len(held[key]) <= most]
            for pair in pair_text(groups[text], sharing, self._kit):
                new.extend(near_marks(text, pair))
        memory.drop("near", texts)
        memory.drop("nearby", texts)
        memory.add(new)
        told = {mark.extra for mark in old} ^ {mark.extra for mark in new if mark.sort == "near"}
        return {(one, other) for (one, other), _ in map(json.loads, told)}
