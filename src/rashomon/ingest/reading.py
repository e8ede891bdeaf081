"""One input to its documents: reader, language, zones, what the page says of itself, outlet, fingerprint."""

from dataclasses import dataclass, replace
from hashlib import sha256

from rashomon.ingest.addresses import find_address
from rashomon.ingest.alone import PageTables, fold_line
from rashomon.ingest.cutting import cut_text
from rashomon.ingest.fingerprint import make_fingerprint
from rashomon.ingest.inputs import RawInput
from rashomon.ingest.labelled import find_labelled, with_labelled
from rashomon.ingest.language import find_language, is_common
from rashomon.ingest.outlets import make_outlet
from rashomon.ingest.page import Page
from rashomon.ingest.published import find_byline, find_published, find_title
from rashomon.ingest.readers import reader_for
from rashomon.ingest.sidecar import Sidecar, SidecarRow
from rashomon.ingest.stated import complete
from rashomon.ingest.trouble import make_issue
from rashomon.ingest.zones import Zoned, find_zones
from rashomon.lexicon import Lexicon
from rashomon.records import Document, Grain, Issue, Outlet, TimeSpan, make_id


def read_input(
    raw: RawInput, lexicon: Lexicon, sidecar: Sidecar, fetched: str
) -> tuple[tuple[tuple[Document, Outlet], ...], tuple[Issue, ...]]:
    """Read every document of one input.

    Args:
        raw: the bytes and their name.
        lexicon: the tables.
        sidecar: what the user says of the files.
        fetched: UTC time of reading, ISO 8601, seconds.

    Returns:
        Documents with their outlets, in order, and the trouble met. No document comes of a binary or an empty input.
    """
    pages, issues = reader_for(raw).read(raw)
    row = sidecar.find(raw.path)
    found: list[tuple[Document, Outlet]] = []
    trouble = list(issues)
    for page in pages:
        if not page.text.strip():
            trouble.append(
                make_issue("empty-file", page.name, f"{page.name} is empty: not read; take it out or fill it")
            )
            continue
        documents, more = _read_parts(_overlay(page, row), lexicon, fetched)
        found.extend((document, complete(outlet, sidecar.outlets)) for document, outlet in documents)
        trouble.extend(more)
    return tuple(found), tuple(trouble)


def _overlay(page: Page, row: SidecarRow | None) -> Page:
    """Put the user's word before the container's."""
    if row is None:
        return page
    return replace(
        page,
        url=row.url or page.url,
        title=row.title or page.title,
        byline=row.author or page.byline,
        outlet=row.outlet or page.outlet,
        published=row.published or page.published,
    )


def _read_parts(page: Page, lexicon: Lexicon, fetched: str) -> tuple[list[tuple[Document, Outlet]], tuple[Issue, ...]]:
    """Read a page as one document, or a very long one as several: "name#1", "name#2" and so on."""
    first, *others = cut_text(page.text)
    if not others:
        document, outlet, issues = _read_page(page, lexicon, fetched)
        return [(document, outlet)], issues
    document, outlet, issues = _read_page(replace(page, name=f"{page.name}#1", text=first), lexicon, fetched)
    found = [(document, outlet)]
    known = replace(page, title=document.title, byline=document.byline, url=document.url)
    for number, text in enumerate(others, start=2):
        if text.strip():
            part = replace(known, name=f"{page.name}#{number}", text=text)
            found.append((_read_later_part(part, outlet, lexicon, fetched), outlet))
    message = (
        f"{page.name} is very long ({len(page.text):,} characters): read as {len(found)} documents, {page.name}#1 to "
        f"#{len(others) + 1}, cut at paragraph ends; a day printed in it dates #1 alone: give each report its own "
        "file, or state published in sources.csv"
    )
    return found, (*issues, make_issue("document-very-long", document.id, message))


def _read_later_part(page: Page, outlet: Outlet, lexicon: Lexicon, fetched: str) -> Document:
    """Read a part that follows another: only what is stated beside the text dates it."""
    language, _ = _language(page, lexicon)
    zoned = find_zones(page.text, _tables(page, language, lexicon))
    day = page.published if page.published is not None and page.published.grain is Grain.DAY else None
    return _make_document(page, zoned, outlet, _Stated(language, day, ()), fetched)


@dataclass(frozen=True, slots=True)
class _Stated:
    """What was found out about a page besides its zones."""

    language: str
    published: TimeSpan | None
    issues: tuple[Issue, ...]


def _read_page(page: Page, lexicon: Lexicon, fetched: str) -> tuple[Document, Outlet, tuple[Issue, ...]]:
    language, issues = _language(page, lexicon)
    block = find_labelled(page.text, lexicon.furniture.head_labels)
    page = with_labelled(page, block, _tables(page, language, lexicon).head)
    tables = _tables(page, language, lexicon)
    zoned = find_zones(page.text, tables, block)
    page = replace(page, url=page.url or find_address(zoned, lexicon.mastheads))
    outlet, doubts = make_outlet(page, zoned, tables.head)
    published, more = find_published(page, zoned, tables.head, outlet.country)
    issues = (*issues, *doubts)
    stated = _Stated(language, published, (*issues, *more))
    document = _make_document(page, zoned, outlet, stated, fetched)
    about = tuple(make_issue(issue.code, document.id, issue.message) for issue in stated.issues)
    return document, outlet, about


def _tables(page: Page, language: str, lexicon: Lexicon) -> PageTables:
    title, author = fold_line(page.title or ""), fold_line(page.byline or "")
    return PageTables(lexicon.furniture, lexicon.outlets, lexicon.mastheads, lexicon.events, language, title, author)


def _language(page: Page, lexicon: Lexicon) -> tuple[str, tuple[Issue, ...]]:
    if is_common(page.text, lexicon.furniture):
        return lexicon.language, ()
    language, sure = find_language(page.text, page.language or lexicon.language)
    if not sure or language == lexicon.language:
        return lexicon.language, ()
    message = (
        f"{page.name} seems to be in language {language}; only {lexicon.language} is understood: rows may be missing; "
        "give its text in that language"
    )
    return language, (make_issue("language-not-read", page.name, message),)


def _make_document(page: Page, zoned: Zoned, outlet: Outlet, stated: _Stated, fetched: str) -> Document:
    digest = sha256(page.text.encode()).hexdigest()
    read = "\n".join(page.text[zone.start : zone.end] for zone in zoned.zones if zone.read)
    return Document(
        id=make_id("doc", digest, outlet.id, page.name),
        name=page.name,
        outlet=outlet.id,
        url=page.url,
        title=page.title or find_title(page.text, zoned),
        byline=page.byline or find_byline(page.text, zoned),
        dateline=(zoned.opening.place if zoned.opening else "") or None,
        published=stated.published,
        fetched=fetched,
        language=stated.language,
        text=page.text,
        sha256=digest,
        fingerprint=make_fingerprint(read),
        zones=zoned.zones,
    )
