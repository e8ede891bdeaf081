"""Rows of a pipeline -> tokens and sentences in Universal Dependencies columns."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rashomon.annotate.columns import Columns
from rashomon.annotate.dependencies import convert
from rashomon.annotate.lemmas import Lemmatizer
from rashomon.annotate.pieces import Piece
from rashomon.annotate.raw import Row
from rashomon.annotate.speech_parts import universal
from rashomon.lexicon.annotating import DependencyTable
from rashomon.lexicon.grammar import GrammarTable
from rashomon.records import Entity, Sentence, Token

_LABELS = {"GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE", "PERCENT": "QUANTITY", "PERSON": "PERSON", "NORP": "NORP",
           "ORG": "ORG", "DATE": "DATE", "TIME": "TIME", "CARDINAL": "CARDINAL", "QUANTITY": "QUANTITY",
           "MONEY": "MONEY", "EVENT": "EVENT"}  # fmt: skip

_REMEMBERED = 200_000


@dataclass(slots=True)
class Growing:
    """The tokens, sentences and model entities of a document while its pieces come in.

    `shown` is the text that the pipeline reads: as long as `text`, with paragraphs in capitals in their likely case.
    """

    text: str
    shown: str
    tokens: list[Token] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)


class TokenMaker:
    """Adds one piece after the other to a document."""

    def __init__(self, table: DependencyTable, grammar: GrammarTable, lemmatizer: Lemmatizer) -> None:
        self._table = table
        self._grammar = grammar
        self._lemmatizer = lemmatizer
        self._words: dict[str, str] = {}  # one string a word form: a long document repeats most of its words

    def add(self, growing: Growing, piece: Piece, rows: Iterable[Row]) -> None:
        """Add the sentences of one piece."""
        if len(self._words) > _REMEMBERED:
            self._words.clear()
        found = list(rows)
        base = len(growing.tokens)
        bounds = [i for i, row in enumerate(found) if row.begins] + [len(found)]
        for low, high in pairwise(bounds):
            self._add_sentence(growing, piece, found, low, high)
        growing.entities.extend(_entities(found, base))

    def _add_sentence(self, growing: Growing, piece: Piece, rows: Sequence[Row], low: int, high: int) -> None:
        first, index = len(growing.tokens), len(growing.sentences)
        part = rows[low:high]
        columns = _columns(growing.shown, part, low)
        if any(columns.rels):
            convert(columns, self._table)
        else:
            _hang_flat(columns)
        for i, row in enumerate(part):
            growing.tokens.append(self._token(growing, row, columns, i, first, index))
        growing.sentences.append(
            Sentence(index, part[0].start, part[-1].end, first, first + len(part), piece.zone, piece.paragraph)
        )

    def _token(self, growing: Growing, row: Row, columns: Columns, i: int, first: int, sentence: int) -> Token:
        word = growing.shown[row.start : row.end]
        printed = growing.text[row.start : row.end]
        tag = "NNS" if row.tag == "NN" and self._is_men(word) else row.tag
        upos = universal(tag, columns.rels[i], columns.words[i])
        lemma = self._lemmatizer.lemma(word, upos, tag)
        return Token(
            index=first + i,
            start=row.start,
            end=row.end,
            text=self._words.setdefault(printed, printed),
            lemma=lemma,
            upos=upos,
            xpos=tag,
            head=first + columns.heads[i],
            deprel=columns.rels[i],
            sentence=sentence,
            functions=self._grammar.functions(columns.words[i], lemma),
        )

    def _is_men(self, word: str) -> bool:
        """Say whether a noun is a plural in -men that a tagger took for a singular: "servicemen", not "specimen"."""
        return word.endswith("men") and self._lemmatizer.is_plural(word, word[:-3] + "man")


def _columns(text: str, rows: Sequence[Row], low: int) -> Columns:
    """Make the working columns of a sentence with exactly one root."""
    heads = [row.head - low for row in rows]
    rels = [row.dep for row in rows]
    roots = [i for i, head in enumerate(heads) if head == i or not 0 <= head < len(rows)]
    top = next((i for i in roots if rels[i] == "ROOT"), roots[0])
    for i in roots:
        heads[i] = top
        if i != top:
            rels[i] = "punct" if rels[i] == "punct" else "parataxis"
    return Columns(
        words=[text[row.start : row.end].lower() for row in rows],
        tags=[row.tag for row in rows],
        heads=heads,
        rels=rels,
    )


def _hang_flat(columns: Columns) -> None:
    """Without a parse, the first token is the root and the others hang under it."""
    columns.heads = [0] * len(columns.heads)
    columns.rels = ["root"] + ["dep"] * (len(columns.rels) - 1)


def _entities(rows: Sequence[Row], base: int) -> Iterable[Entity]:
    start = -1
    for i, row in enumerate(rows):
        if start >= 0 and row.iob != 1:
            yield Entity(base + start, base + i, _LABELS[rows[start].label])
            start = -1
        if row.iob == 3 and row.label in _LABELS:
            start = i
    if start >= 0:
        yield Entity(base + start, base + len(rows), _LABELS[rows[start].label])
