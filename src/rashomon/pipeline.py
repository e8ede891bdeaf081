"""THE MAP: the stages in order, two functions. Read it first.

One document, a pure function that maps (`read_document`; `read_documents` does the same for a chunk, faster):
  1. ingest    bytes      -> Document     (made before: one input may hold many documents)
  2. annotate  Document   -> Annotated
  3. extract   Annotated  -> Extraction
  4. link      Extraction -> Links

All documents, the only place where they meet (`read_corpus`):
  5. resolve   Corpus     -> Resolution
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon import __version__, annotate, extract, link, resolve
from rashomon.lexicon import Lexicon, load_lexicon
from rashomon.lexicon.version import rules_version
from rashomon.records import (
    Annotated,
    Corpus,
    Document,
    Issue,
    Outlet,
    Reading,
    Resolution,
    SentenceText,
    make_id,
)
from rashomon.store import SqliteLedger

# A document to be read, who published it, and the issues that ingest met in it.
Incoming = tuple[Document, Outlet, tuple[Issue, ...]]


@dataclass(frozen=True, slots=True)
class Kit:
    """What the stages need beside their input: tables, language pipeline, gazetteer. Loaded once a process."""

    lexicon: Lexicon
    annotator: annotate.Annotator
    gazetteer: link.Gazetteer


def load_kit(language: str = "en", model: str = "auto", progress: Callable[[int, int, str], None] | None = None) -> Kit:
    """Load everything that reading needs; builds the gazetteer on first use.

    Args:
        language: ISO 639-1 code of the lexicon.
        model: name of a language pipeline, or "auto".
        progress: called as (done, total, what) while the gazetteer is built.

    Raises:
        GazetteerError: the gazetteer cannot be built or read.
        ResourceError: a resource file is wrong.
    """
    lexicon = load_lexicon(language)
    gazetteer = link.open_gazetteer(progress=progress)
    return Kit(lexicon, annotate.load_annotator(lexicon, known_place=gazetteer.knows, model=model), gazetteer)


def read_document(document: Document, outlet: Outlet, kit: Kit, issues: tuple[Issue, ...] = ()) -> Reading:
    """Read one document to the end. A crash in any stage becomes an Issue, and what stood before it is kept.

    Args:
        document: what ingest made (stage 1).
        outlet: who published it.
        kit: what the stages need.
        issues: troubles that ingest met in it.
    """
    try:
        # 2. annotate
        annotated, more = kit.annotator.annotate(document)
    # A document's crash becomes an Issue: in a batch the rest goes on.
    except Exception as error:  # noqa: BLE001
        return Reading(document, outlet, issues=(*issues, _crash(document, error)))
    return _read_safely(annotated, document, outlet, kit, (*issues, *more))


def _read_safely(
    annotated: Annotated, document: Document, outlet: Outlet, kit: Kit, issues: tuple[Issue, ...]
) -> Reading:
    try:
        return read_annotated(annotated, document, outlet, kit, issues)
    # As above; what annotate made is kept.
    except Exception as error:  # noqa: BLE001
        sentences = _sentence_texts(annotated)
        return Reading(document, outlet, sentences=sentences, issues=(*issues, _crash(document, error)))


def read_documents(incoming: Sequence[Incoming], kit: Kit) -> Iterator[Reading]:
    """Read a chunk of documents, which the language library takes faster together than one by one."""
    try:
        annotated = tuple(kit.annotator.annotate_all([document for document, _, _ in incoming]))
    # One of them crashes the batch: read one by one, so that the crash becomes that document's Issue alone.
    except Exception:  # noqa: BLE001
        yield from (read_document(document, outlet, kit, issues) for document, outlet, issues in incoming)
        return
    for (document, outlet, issues), (columns, more) in zip(incoming, annotated, strict=True):
        yield _read_safely(columns, document, outlet, kit, (*issues, *more))


def read_annotated(
    annotated: Annotated, document: Document, outlet: Outlet, kit: Kit, issues: tuple[Issue, ...] = ()
) -> Reading:
    """Do what comes after annotation: stages 3 and 4, and the reading that holds it all."""
    # 3. extract, once the gazetteer has told the places among the names
    annotated = link.settle_names(annotated, document, kit.lexicon, kit.gazetteer)
    extraction, extract_issues = extract.extract(annotated, document, outlet, kit.lexicon)
    # 4. link
    links, link_issues = link.link(extraction, document, outlet, kit.lexicon, kit.gazetteer)
    return Reading(
        document=document,
        outlet=outlet,
        sentences=_sentence_texts(annotated),
        mentions=extraction.mentions,
        voices=extraction.voices,
        events=extraction.events,
        relations=extraction.relations,
        assessments=extraction.assessments,
        claims=extraction.claims,
        links=links.links,
        actors=links.actors,
        places=links.places,
        codings=links.codings,
        issues=(*issues, *extract_issues, *link_issues),
    )


def read_corpus(corpus: Corpus, lexicon: Lexicon) -> Resolution:
    """Hold all documents against each other."""
    # 5. resolve
    return resolve.resolve(corpus, lexicon)


def resolve_ledger(ledger: SqliteLedger, lexicon: Lexicon) -> None:
    """Bring a ledger up to date: what was read or judged since the last time is held against what it touches.

    Where nothing is remembered of the last time, or by other rules, or where most is touched, all is held against all;
    the outcome is the same.
    """
    version = _resolved_with()
    try:
        if ledger.resolve_again(lambda memory: resolve.resolve_again(memory, lexicon), version):
            return
    except resolve.TooMuchError:
        pass
    with resolve.no_search_for_cycles():
        resolution, remembered = resolve.resolve_all(ledger.corpus(), lexicon)
        ledger.resolve(resolution, remembered, version)


@cache
def _resolved_with() -> str:
    return rules_version(__version__)


def _sentence_texts(annotated: Annotated) -> tuple[SentenceText, ...]:
    return tuple(
        SentenceText(
            id=make_id("sen", annotated.document, sentence.index),
            document=annotated.document,
            index=sentence.index,
            start=sentence.start,
            end=sentence.end,
            text=annotated.text[sentence.start : sentence.end],
            zone=sentence.zone.value,
        )
        for sentence in annotated.sentences
    )


def _crash(document: Document, error: Exception) -> Issue:
    message = (
        f"{document.name}: reading stopped with {type(error).__name__}: {error}; the document is kept without claims. "
        "Please report it with the text that caused it."
    )
    return Issue(
        id=make_id("iss", "document-crashed", document.id, message),
        code="document-crashed",
        stage="pipeline",
        document=document.id,
        start=None,
        end=None,
        message=message,
    )
