"""The map of this room: the steps of annotation in order.

  0. casing      paragraphs in capitals are read in their likely case
1. pieces      paragraphs that are read, cut into sentences
2. pipeline    tags, tree and model entities of each piece, in batches over many documents, all sides under one veil;
               headlines without a verb a second time
3. tokens      ClearNLP -> Universal Dependencies, parts of speech, lemmas
4. names       the entity overlay
5. quotes      paired quotation marks
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import Any

from rashomon.annotate.apostrophes import genitives, has_lost
from rashomon.annotate.casing import TrueCaser
from rashomon.annotate.coreference import find_chains
from rashomon.annotate.headlines import HeadlineVerbs
from rashomon.annotate.lemmas import Lemmatizer
from rashomon.annotate.naming import Register, find_entities
from rashomon.annotate.pieces import Piece, make_pieces
from rashomon.annotate.pipelines import load_pipeline, load_tokenizer, read_suffix_tables
from rashomon.annotate.quotes import find_quotes
from rashomon.annotate.raw import Reader
from rashomon.annotate.tokens import Growing, TokenMaker
from rashomon.annotate.veiling import Veil
from rashomon.lexicon import Lexicon
from rashomon.lexicon.files import languages
from rashomon.lexicon.veil import VeilTable
from rashomon.records import ActorKind, Annotated, Document, Entity, Issue, Token, ZoneKind, make_annotated, make_id

_BATCH = 64
_BATCH_WORDS = 8000  # a parse takes some 8 kB of memory a word
_WORD = re.compile(r"['’]s\b|[\w.&]+|-")


class Annotator:
    """Annotates documents of the lexicon's language; others are only tokenised and split.

    Attributes:
        model: name and version of the pipeline that reads, for the origin of what is made of it.
    """

    def __init__(self, lexicon: Lexicon, pipeline: Any, tokenizer: Any, known_place: Callable[[str], bool]) -> None:
        self.model = f"{pipeline.meta['lang']}_{pipeline.meta['name']} {pipeline.meta['version']}"
        self._language = lexicon.language
        self._tables = lexicon.annotate
        self._register = _register(lexicon)
        self._pipeline = pipeline
        function_words = frozenset(pipeline.Defaults.stop_words)
        veil = Veil(self._tables.veil, self._tables.naming, self._register, function_words)
        self._reader = Reader(pipeline, veil)
        self._plain_reader = Reader(tokenizer)
        lands = [name for c in lexicon.places.countries.values() for name in (c.name, *c.also, *c.seats)]
        self._genitives = genitives(lands, self._register)
        suffixes = read_suffix_tables(pipeline)
        names = [name for actor in lexicon.actors.actors.values() for name in (actor.name, *actor.names)]
        self._caser = TrueCaser(self._tables, suffixes, function_words, known_place, names)
        lemmatizer = Lemmatizer(self._tables.lemmas, suffixes)
        self._maker = TokenMaker(self._tables.dependencies, lexicon.grammar, lemmatizer)
        self._is_common = lemmatizer.is_common
        deeds = frozenset(lexicon.events.verbs) | frozenset(lexicon.cues.verbs)
        self._headline_verbs = HeadlineVerbs(lemmatizer, deeds, _somebodies(lexicon), _sides(self._tables.veil))
        self._known_place = known_place

    def annotate(self, document: Document) -> tuple[Annotated, tuple[Issue, ...]]:
        """Annotate one document.

        Returns:
            the columns, and an Issue if the document's language has no pipeline.
        """
        return next(self.annotate_all((document,)))

    def annotate_all(self, documents: Iterable[Document]) -> Iterator[tuple[Annotated, tuple[Issue, ...]]]:
        """Annotate documents in one stream of batches; gives one result a document, in order."""
        open_documents: list[tuple[Document, Growing]] = []
        for piece, doc, entry in self._read_all(documents, open_documents):
            while open_documents and open_documents[0][1] is not entry[1]:
                yield self._finish(*open_documents.pop(0))
            if piece is not None:
                reader = self._reader if self._parses(entry[0]) else self._plain_reader
                self._maker.add(entry[1], piece, reader.rows(piece, doc))
        for entry in open_documents:
            yield self._finish(*entry)

    def _read_all(
        self, documents: Iterable[Document], open_documents: list[tuple[Document, Growing]]
    ) -> Iterator[tuple[Piece | None, Any, tuple[Document, Growing]]]:
        """Send the pieces of all documents through the pipeline; a foreign document's pass it by, in their place."""

        def stream() -> Iterator[tuple[Any, tuple[Piece, tuple[Document, Growing]]]]:
            for document in documents:
                shown = self._caser.read(document) if self._parses(document) else document.text
                entry = (document, Growing(document.text, shown))
                open_documents.append(entry)
                reader = self._reader if self._parses(document) else self._plain_reader
                lost = self._genitives if has_lost(document.text) else frozenset[str]()
                for piece in make_pieces(document, self._tables.sentences):
                    yield reader.make_doc(piece, shown[piece.start : piece.end], lost), (piece, entry)

        for batch in _batches(stream()):
            parsed = [item for item in batch if self._parses(item[1][1][0])]
            read = list(self._pipeline.pipe([doc for doc, _ in parsed], batch_size=_BATCH))
            docs = iter(self._tell_again(read, [piece for _, (piece, _) in parsed]))
            for doc, (piece, entry) in batch:
                yield piece, next(docs) if self._parses(entry[0]) else doc, entry

    def _tell_again(self, docs: list[Any], pieces: list[Piece]) -> list[Any]:
        """Parse those headlines again whose verb was taken for a noun."""
        again = {
            at: other
            for at, piece in enumerate(pieces)
            if piece.zone is ZoneKind.HEADLINE
            and (other := self._reader.tell_again(docs[at], self._headline_verbs.find)) is not None
        }
        read = dict(zip(again, self._pipeline.pipe(again.values(), batch_size=_BATCH), strict=True))
        return [read.get(at, doc) for at, doc in enumerate(docs)]

    def _parses(self, document: Document) -> bool:
        return document.language == self._language

    def _finish(self, document: Document, growing: Growing) -> tuple[Annotated, tuple[Issue, ...]]:
        tokens, sentences = tuple(growing.tokens), tuple(growing.sentences)
        entities: tuple[Entity, ...] = ()
        if self._parses(document):
            shown = _as_shown(tokens, growing)
            entities = find_entities(
                shown,
                sentences,
                growing.entities,
                self._tables.naming,
                self._register,
                self._known_place,
                self._is_common,
            )
        annotated = make_annotated(
            document=document.id,
            text=document.text,
            language=document.language,
            tokens=tokens,
            sentences=sentences,
            entities=entities,
            quotes=find_quotes(document.text, document.zones, self._tables.quotes),
        )
        if self._parses(document):
            chains = find_chains(annotated, self._tables.chains)
            heads = {mention.head: chain.index for chain in chains for mention in chain.mentions}
            annotated = replace(annotated, chains=chains, chain_at=heads)
        return annotated, () if self._parses(document) else (_unsupported(document, self._language),)


def load_annotator(
    lexicon: Lexicon, known_place: Callable[[str], bool] | None = None, model: str = "auto"
) -> Annotator:
    """Load the annotator of the lexicon's language.

    Args:
        lexicon: tables of one language.
        known_place: says whether a capitalised name is that of a place; None = no place is known.
        model: package name of a language pipeline, or "auto" for the first one installed.

    Raises:
        ResourceError: no such pipeline is installed.
    """
    return Annotator(lexicon, load_pipeline(model), load_tokenizer(), known_place or (lambda name: False))


def _register(lexicon: Lexicon) -> Register:
    """Gather the names of groups, forces and organisations, cut into words as a tokenizer cuts them."""
    kinds = {ActorKind.GROUP, ActorKind.FORCES, ActorKind.ORGANISATION}
    actors = [actor for actor in lexicon.actors.actors.values() if actor.kind in kinds]
    printed = {name for actor in actors for name in (actor.name, *actor.names)}
    printed |= {name.capitalize() for name in printed if name.isupper() and name.isalpha() and len(name) > 3}
    names = {tuple(_WORD.findall(name)) for name in printed}
    ordered = sorted((name for name in names if name), key=lambda name: (name[0], -len(name), name))
    return {first: tuple(group) for first, group in groupby(ordered, key=itemgetter(0))}


def _sides(veil: VeilTable) -> frozenset[str]:
    return frozenset({veil.group, veil.country}) - {""}


def _somebodies(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """Give the classes of nouns, means of force among them."""
    words = lexicon.events.words
    weapons = {word: frozenset({"weapon"}) for word in words.weapons}
    return {**words.classes, **{word: words.classes.get(word, frozenset()) | names for word, names in weapons.items()}}


def _as_shown(tokens: tuple[Token, ...], growing: Growing) -> tuple[Token, ...]:
    """Give the tokens with the words that the pipeline read."""
    if growing.shown is growing.text:
        return tokens
    return tuple(replace(token, text=growing.shown[token.start : token.end]) for token in tokens)


def _batches(items: Iterable[Any]) -> Iterator[list[Any]]:
    """Cut a stream of (Doc, its piece and entry) into batches that are parsed at once."""
    batch: list[Any] = []
    words = 0
    for item in items:
        batch.append(item)
        words += len(item[0])
        if len(batch) >= _BATCH or words >= _BATCH_WORDS:
            yield batch
            batch, words = [], 0
    if batch:
        yield batch


def _unsupported(document: Document, language: str) -> Issue:
    known = document.language in languages()
    lacking = "no parser for it is installed" if known else f"there is no resources/lang/{document.language}/"
    message = (
        f"language {document.language!r} is only split into sentences, not read: {lacking}; "
        f"nothing is claimed of it; translate it to {language!r} to have it read"
    )
    code = "language-unsupported"
    return Issue(
        make_id("iss", code, "annotate", document.id, None, message), code, "annotate", document.id, None, None, message
    )
