"""Figures: every number that counts something, with what it counts.

1. read: numbers as printed, with their modifiers (numbers).
2. guard: years, dates, ages, clock times, labels and lengths are no counts (guards).
3. noun: what is counted, through the syntax; the measure where the words themselves tell it (nouns).
4. tolls: what only the verb explains ("the toll rose to 81"); scopes: parts of totals and additions.
"""

from rashomon.extract.figures.guards import find_kind
from rashomon.extract.figures.nouns import find_head, find_measure, find_noun, write_counted
from rashomon.extract.figures.numbers import Read, Words, read_figure
from rashomon.extract.figures.scopes import settle_scopes
from rashomon.extract.figures.tolls import settle_tolls
from rashomon.extract.parts import FoundFigure
from rashomon.lexicon import Lexicon
from rashomon.records import Annotated, Figure

_DIGITS = frozenset("0123456789")


def find_figures(annotated: Annotated, lexicon: Lexicon) -> tuple[FoundFigure, ...]:
    """Find all figures of a document.

    Counts have the measure of the words ("districts", "killed"), or "" where only an event or a relation can tell.
    An age has the measure "age" and an amount of money "money"; both have no noun. Years, dates, lengths, shares,
    clock times and labels ("Article 5") are left out.

    Args:
        annotated: the document as tokens.
        lexicon: words of numbers and times, and the measures.

    Returns:
        The figures in text order; they do not overlap.
    """
    table = lexicon.figures
    lows = tuple([token.text.lower() for token in annotated.tokens])
    found: list[FoundFigure] = []
    for sentence in annotated.sentences:
        words = Words(annotated, lows, sentence.last, table)
        here = _find(words, sentence.first, lexicon)
        found += settle_scopes(words, sentence.first, settle_tolls(annotated, table, here)) if here else ()
    return tuple(found)


def _find(words: Words, index: int, lexicon: Lexicon) -> list[FoundFigure]:
    """Find the figures of a sentence that begins at token `index`."""
    found: list[FoundFigure] = []
    while index < words.last:
        low = words.low(index)
        read = read_figure(words, index) if low[0] in _DIGITS or low in words.table.starts or "-" in low else None
        if read is not None:
            figure = _make(words, index, read, lexicon)
            if figure is not None:
                found.append(figure)
        index = index + 1 if read is None else read.end
    return found


def _make(words: Words, first: int, read: Read, lexicon: Lexicon) -> FoundFigure | None:
    kind = find_kind(words, first, read, lexicon)
    if kind is None:
        return None
    annotated = words.annotated
    head = find_head(annotated, first, read.end)
    noun = None if kind.measure else find_noun(words, head, read.end)
    measure = kind.measure or find_measure(words, noun, read.end)
    start, end = annotated.tokens[kind.first].start, annotated.tokens[kind.end - 1].end
    counted = "" if noun is None else write_counted(words, read.end, noun)
    text = annotated.text[start:end]
    return FoundFigure(Figure(measure, read.low, read.high, read.modifier, start, end, text, counted), head, noun)
