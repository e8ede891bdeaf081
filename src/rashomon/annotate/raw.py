"""A pipeline's output as plain rows: the only module that touches a Doc's insides."""

from collections.abc import Callable, Iterator
from itertools import accumulate
from typing import Any, NamedTuple

import numpy
from spacy.tokens import Doc

from rashomon.annotate.apostrophes import Cut, cut
from rashomon.annotate.pieces import Piece
from rashomon.annotate.veiling import Part, Veil

_ATTRIBUTES = ("ORTH", "SPACY", "TAG", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE")
_TOLD = "told"  # (position, tag) of the word of a headline that was read as a verb
_PRINTED = "printed"  # for each token of a Doc: (offset in the piece, length) of the printed tokens it stands for
_NAME, _INSIDE = "NNP", "compound"  # tag and label of a name's words but the last
_GOES_ON = 1
_IN_ENTITY = frozenset({1, 3})


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

    def __init__(self, pipeline: Any, veil: Veil | None = None) -> None:
        self._pipeline = pipeline
        self._veil = veil
        self._names: dict[int, str] = {}

    def make_doc(self, piece: Piece, text: str, genitives: frozenset[str] = frozenset()) -> Any:
        """Tokenise a piece, without tokens of white space, under the veil, with its sentence starts set.

        A Doc that is not cut as the tokenizer cuts holds for each of its tokens the printed ones that it stands for.

        Args:
            piece: what to read.
            text: the words to read for it, as long as the piece.
            genitives: names with an "s" whose apostrophe is lost.
        """
        doc = self._pipeline.tokenizer(text)
        blank = doc.to_array(["IS_SPACE"]).any()
        whole = [_as_cut(token) for token in doc if not token.is_space]
        printed = list(cut(whole, genitives)) if genitives else whole
        starts = {i for i, (offset, *_) in enumerate(printed) if piece.start + offset in piece.starts}
        words = [word for _, _, word, _ in printed]
        parts = None if self._veil is None else self._veil.cover(words, starts)
        if parts is None and (blank or len(printed) > len(whole)):
            parts = [Part(word, i, i + 1) for i, word in enumerate(words)]
        begins = list(range(len(printed)))
        if parts is not None:
            spaces = [blank or printed[part.last - 1][3] for part in parts]
            doc = Doc(doc.vocab, words=[part.form for part in parts], spaces=spaces)
            doc.user_data[_PRINTED] = [[(at, length) for at, length, *_ in printed[p.first : p.last]] for p in parts]
            begins = [part.first for part in parts]
        return _with_starts(doc, [first in starts for first in begins])

    def tell_again(self, doc: Any, find: Callable[[list[str], list[str], int], tuple[int, str] | None]) -> Any | None:
        """Give a parsed headline with another form for its verb, to be parsed again; None where it stays.

        Args:
            doc: the parsed Doc.
            find: says of words, tags and the top of a tree which word is to be read as a verb, and its tag.
        """
        sentences = list(doc.sents)
        if self._veil is None or not self._veil.deed or len(sentences) != 1:
            return None
        words = [token.text for token in doc]
        found = find(words, [token.tag_ for token in doc], sentences[0].root.i)
        if found is None:
            return None
        printed = doc.user_data.get(_PRINTED) or [[(token.idx, len(token))] for token in doc]
        spaces = [bool(token.whitespace_) for token in doc]
        words[found[0]] = self._veil.deed
        other = Doc(doc.vocab, words=words, spaces=spaces)
        other.user_data |= {_PRINTED: printed, _TOLD: found}
        return _with_starts(other, [at == 0 for at in range(len(words))])

    def rows(self, piece: Piece, doc: Any) -> Iterator[Row]:
        """Give the printed tokens of a Doc that was made from `piece`; those of one name hang on its last."""
        if len(doc) == 0:
            return
        table = doc.to_array(list(_ATTRIBUTES)).astype("int64").tolist()
        printed = doc.user_data.get(_PRINTED) or self._as_cut(doc, table)
        tops = [count - 1 for count in accumulate(map(len, printed))]
        verb, present = doc.user_data.get(_TOLD, (-1, ""))
        for i, (_, _, tag, dep, head, iob, label) in enumerate(table):
            for place, (offset, length) in enumerate(printed[i]):
                first, top = place == 0, place == len(printed[i]) - 1
                start = piece.start + offset
                yield Row(
                    start=start,
                    end=start + length,
                    tag=_NAME if not top else present if i == verb else self._name(doc, tag),
                    dep=self._name(doc, dep) if top else _INSIDE,
                    head=tops[i + head] if top else tops[i],
                    begins=first and (i == 0 or start in piece.starts),
                    iob=iob if first or iob not in _IN_ENTITY else _GOES_ON,
                    label=self._name(doc, label),
                )

    def _as_cut(self, doc: Any, table: list[list[int]]) -> list[list[tuple[int, int]]]:
        cut, offset = [], 0
        for orth, space, *_ in table:
            length = len(self._name(doc, orth))
            cut.append([(offset, length)])
            offset += length + space
        return cut

    def _name(self, doc: Any, key: int) -> str:
        found = self._names.get(key)
        if found is None:
            if len(self._names) > 300_000:
                self._names.clear()
            found = self._names[key] = doc.vocab.strings[key & 0xFFFFFFFFFFFFFFFF] if key else ""
        return found


def _as_cut(token: Any) -> Cut:
    return token.idx, len(token), token.text, bool(token.whitespace_)


def _with_starts(doc: Any, starts: list[bool]) -> Any:
    """Set the sentence starts of a Doc."""
    marks = [1 if start else -1 for start in starts]
    return doc.from_array(["SENT_START"], numpy.array(marks, dtype="int64").astype("uint64").reshape(-1, 1))
