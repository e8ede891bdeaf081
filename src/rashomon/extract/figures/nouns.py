"""What a number counts: the noun through the syntax, and the measure of the words."""

from rashomon.extract.figures.numbers import Words
from rashomon.extract.mentions import noun_phrase
from rashomon.records import Annotated

_COUNTED = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
_LINKS = frozenset({"nummod", "det", "amod", "compound", "nmod", "advmod", "nmod:npmod", "nummod:gov"})
_SKIPPED = frozenset({"AUX", "ADV"})
_PLURALS = frozenset({"NNS", "NNPS"})
_PEOPLE = "people"
_REACH = 6


def find_head(annotated: Annotated, first: int, end: int) -> int:
    """Give the number's head token: the last one whose head lies outside tokens `first` to `end`."""
    for index in range(end - 1, first - 1, -1):
        head = annotated.tokens[index].head
        if (not first <= head < end or head == index) and annotated.tokens[index].upos not in {"ADP", "PUNCT"}:
            return index
    return end - 1


def find_noun(words: Words, head: int, end: int) -> int | None:
    """Give the token of what a number counts, or None ("killed 30")."""
    tokens = words.annotated.tokens
    number = tokens[head]
    above = tokens[number.head]
    if above.index >= end and number.deprel in _LINKS and above.upos in _COUNTED - {"VERB"}:
        return above.index
    for child in words.annotated.dependents(head, "nmod"):
        if child.index >= end and child.upos in _COUNTED | {"PRON"} and words.low(end) in words.table.partitives:
            return child.index if child.upos != "PRON" else None
    behind = end + 1 if words.low(end) in words.table.further else end
    if behind < words.last and tokens[behind].upos in {"NOUN", "ADJ"} and number.deprel not in {"conj", "appos"}:
        return _phrase_head(words, behind)
    return None


def _phrase_head(words: Words, index: int) -> int:
    """Climb from the first word behind the number to the noun it belongs to ("20 Taliban soldiers")."""
    tokens = words.annotated.tokens
    while tokens[index].deprel in {"compound", "amod", "nmod:poss"} and tokens[index].head > index:
        index = tokens[index].head
    return index


def find_measure(words: Words, noun: int | None, end: int) -> str:
    """Give the measure that the words tell: what happened to the counted ("20 were killed"), else what they are."""
    table = words.table
    behind = _behind(words, end)
    told = table.following.get(words.low(behind)) or (None if noun is None else _told_behind(words, noun, end))
    if told is not None:
        return told
    if noun is None:
        return ""
    token = words.annotated.tokens[noun]
    known = table.nouns.get(token.text.lower()) or table.nouns.get(token.lemma.lower())
    return known or (_PEOPLE if _is_people(words.annotated, noun) else "")


def _is_people(annotated: Annotated, noun: int) -> bool:
    """Say whether people of a nation or a faith are counted: "thousands of Syrians"."""
    entity = annotated.entity_at[noun]
    return entity >= 0 and annotated.entities[entity].label == "NORP" and annotated.tokens[noun].xpos in _PLURALS


def _told_behind(words: Words, noun: int, end: int) -> str | None:
    return words.table.following.get(words.low(_behind(words, noun + 1))) if noun >= end else None


def _behind(words: Words, index: int) -> int:
    """Skip auxiliaries and adverbs, but never a negation."""
    tokens = words.annotated.tokens
    last = min(words.last, index + _REACH)
    while index < last and tokens[index].upos in _SKIPPED and words.low(index) not in words.table.negations:
        index += 1
    return index


def write_counted(words: Words, end: int, noun: int) -> str:
    """Give the words of what is counted, as printed, without "of"."""
    start = end if noun >= end else noun_phrase(words.annotated, noun, keep_nmod=False)[0]
    while start < noun and words.annotated.tokens[start].upos in {"ADP", "DET"}:
        start += 1
    return words.annotated.words(start, noun + 1)
