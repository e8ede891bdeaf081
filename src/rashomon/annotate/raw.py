"""A pipeline's output as plain rows: the only module that touches a Doc's insides."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy
from spacy.tokens import Doc

from rashomon.annotate.pieces import Piece

_ATTRIBUTES = ("ORTH", "SPACY", "TAG", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE")


class Row(NamedTuple):
    """One token as the pipeline sees it; a named tuple, for there is one for each word that is read.

    Attributes:
        start: offset in the document's text.
        end: one past the last.
        tag: Penn tag, "" if the pipeline has no tagger.
        dep: ClearNLP label, "" if the pipeline has no parser.
        head: position of the head in the same piece.
        begins: whether a sentence begins here.
        iob: 3 begins an entity, 1 goes on one, else none.
        label: label of the entity, or "".
    """

    start: int
    end: int
    tag: str
    dep: str
    head: int
    begins: bool
    iob: int
    label: str


class Reader:
    """Makes Docs out of pieces and rows out of Docs."""

    def __init__(self, pipeline: Any) -> None:
        self._pipeline = pipeline
        self._names: dict[int, str] = {}

    def make_doc(self, piece: Piece, text: str) -> Any:
        """Tokenise a piece, without tokens of white space, with its sentence starts set.

        Args:
            piece: what to read.
            text: the words to read for it, as long as the piece.
        """
        doc = self._pipeline.tokenizer(text)
        table = doc.to_array(["IDX", "IS_SPACE"])
        offsets = table[:, 0].tolist()
        if table[:, 1].any():
            kept = [(token.idx, token.text) for token in doc if not token.is_space]
            offsets = [offset for offset, _ in kept]
            doc = Doc(doc.vocab, words=[word for _, word in kept], spaces=[True] * len(kept))
            doc.user_data["offsets"] = offsets
        starts = [1 if piece.start + offset in piece.starts else -1 for offset in offsets]
        return doc.from_array(["SENT_START"], numpy.array(starts, dtype="int64").astype("uint64").reshape(-1, 1))

    def rows(self, piece: Piece, doc: Any) -> Iterator[Row]:
        """Give the tokens of a Doc that was made from `piece`."""
        if len(doc) == 0:
            return
        table = doc.to_array(list(_ATTRIBUTES)).astype("int64").tolist()
        known = doc.user_data.get("offsets")
        offset = 0
        for i, (orth, space, tag, dep, head, iob, label) in enumerate(table):
            offset = offset if known is None else known[i]
            length = len(self._name(doc, orth))
            start = piece.start + offset
            yield Row(
                start=start,
                end=start + length,
                tag=self._name(doc, tag),
                dep=self._name(doc, dep),
                head=i + head,
                begins=i == 0 or start in piece.starts,
                iob=iob,
                label=self._name(doc, label),
            )
            offset += length + space

    def _name(self, doc: Any, key: int) -> str:
        found = self._names.get(key)
        if found is None:
            if len(self._names) > 300_000:
                self._names.clear()
            found = self._names[key] = doc.vocab.strings[key & 0xFFFFFFFFFFFFFFFF] if key else ""
        return found
