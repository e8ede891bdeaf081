"""A document as Universal Dependencies columns: what every later room reads instead of a library's objects."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from rashomon.records.enums import Function, ZoneKind


@dataclass(frozen=True, slots=True)
class Token:
    """One token in Universal Dependencies v2 columns.

    Attributes:
        index: position in the document, 0-based.
        start: first code point in `Document.text`.
        end: one past the last.
        text: as printed.
        lemma: dictionary form, lower case (names keep their case).
        upos: universal part of speech (VERB, NOUN, PROPN, ...).
        xpos: Penn tag (VBD, NNS, ...); of another language the Penn tag of the same form, made of its features.
        head: document index of the head; its own index at a root.
        deprel: UD relation with subtype ("nsubj:pass", "obl:agent", "nmod:poss", "acl:relcl", "compound:prt", ...).
        sentence: index of the sentence.
        functions: what the word does in its language, if it is a closed-class word; where it is none, empty.
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    xpos: str
    head: int
    deprel: str
    sentence: int
    functions: frozenset[Function] = frozenset()

    def does(self, *functions: Function) -> bool:
        """Say whether the word does one of these."""
        return not self.functions.isdisjoint(functions)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence.

    Attributes:
        index: position in the document.
        start: first code point in `Document.text`.
        end: one past the last.
        first: index of its first token.
        last: one past the index of its last token.
        zone: kind of the zone it stands in.
        paragraph: index of the zone in `Document.zones`.
    """

    index: int
    start: int
    end: int
    first: int
    last: int
    zone: ZoneKind
    paragraph: int


@dataclass(frozen=True, slots=True)
class Entity:
    """A named stretch: tokens `first` to `last` (exclusive), without article and possessive.

    Attributes:
        first: index of the first token.
        last: one past the last.
        label: PERSON, ORG, PLACE, NORP (people, religion, side), DATE, TIME, CARDINAL, QUANTITY, MONEY or EVENT.
        rule: which rule or model said so.
    """

    first: int
    last: int
    label: str
    rule: str = "model"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in paired quotation marks; a quotation re-opened in the next paragraph is one Quote a paragraph.

    Attributes:
        start: offset of the opening mark (or of the first word where no mark opens).
        end: one past the closing mark (or past the last word where none closes before the paragraph ends).
        closed: whether a closing mark was found.
        continues: whether it goes on a quotation of the paragraph before.
    """

    start: int
    end: int
    closed: bool
    continues: bool


@dataclass(frozen=True, slots=True)
class ChainMention:
    """One mention in a coreference chain: tokens `first` to `last` (exclusive) with syntactic head `head`."""

    first: int
    last: int
    head: int


@dataclass(frozen=True, slots=True)
class Chain:
    """Mentions of one thing within a document.

    Attributes:
        index: position in `Annotated.chains`.
        mentions: in text order.
        name: the fullest name in the chain as printed, or "" if it has none.
        label: entity label of the chain (PERSON, ORG, PLACE, NORP) or "" if unknown.
        names: all distinct printed names, in text order.
        roles: role descriptions printed in apposition or as title ("former defence minister"), in text order.
    """

    index: int
    mentions: tuple[ChainMention, ...]
    name: str
    label: str
    names: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Annotated:
    """Tokens, sentences, entities, quotation marks and chains of one document.

    Attributes:
        document: id of the document.
        text: the document's text (the same object, for slicing).
        language: ISO 639-1 code.
        tokens: all tokens of the zones that are read, in order.
        sentences: in order; they cover the tokens.
        entities: in order, not overlapping.
        quotes: in order, not overlapping.
        chains: coreference within the document.
        children: for each token, the indices of its dependents in order.
        entity_at: for each token, index in `entities` or -1.
        chain_at: token index of a mention's head -> index in `chains`.
    """

    document: str
    text: str
    language: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]
    quotes: tuple[Quote, ...]
    chains: tuple[Chain, ...]
    children: tuple[tuple[int, ...], ...] = field(repr=False, compare=False, default=())
    entity_at: tuple[int, ...] = field(repr=False, compare=False, default=())
    chain_at: dict[int, int] = field(repr=False, compare=False, default_factory=dict)

    def sentence_tokens(self, index: int) -> tuple[Token, ...]:
        """Give the tokens of one sentence."""
        sentence = self.sentences[index]
        return self.tokens[sentence.first : sentence.last]

    def subtree(self, index: int) -> tuple[int, ...]:
        """Give the indices of a token and all its descendants, sorted."""
        found = [index]
        for position in found:
            found.extend(self.children[position])
        return tuple(sorted(found))

    def dependents(self, index: int, *deprels: str) -> Iterator[Token]:
        """Give the dependents whose relation, or its part before the colon, is one of those named."""
        for child in self.children[index]:
            token = self.tokens[child]
            if token.deprel in deprels or _base(token.deprel) in deprels:
                yield token

    def words(self, first: int, last: int) -> str:
        """Give the printed text of tokens `first` to `last` (exclusive)."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]


@cache
def _base(deprel: str) -> str:
    """Give a relation without its subtype; there are some fifty in all."""
    return deprel.partition(":")[0]


def make_annotated(
    document: str,
    text: str,
    language: str,
    tokens: tuple[Token, ...],
    sentences: tuple[Sentence, ...],
    entities: tuple[Entity, ...] = (),
    quotes: tuple[Quote, ...] = (),
    chains: tuple[Chain, ...] = (),
) -> Annotated:
    """Make an Annotated with its look-up columns filled in."""
    children: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.index:
            children[token.head].append(token.index)
    entity_at = [-1] * len(tokens)
    for position, entity in enumerate(entities):
        entity_at[entity.first : entity.last] = [position] * (entity.last - entity.first)
    return Annotated(
        document=document,
        text=text,
        language=language,
        tokens=tokens,
        sentences=sentences,
        entities=entities,
        quotes=quotes,
        chains=chains,
        children=tuple(map(tuple, children)),
        entity_at=tuple(entity_at),
        chain_at={mention.head: chain.index for chain in chains for mention in chain.mentions},
    )
