"""JSON Lines: one document a line, `text` and, where known, name (or id), title, author, outlet, url, published."""

import json
from typing import Any

from rashomon.ingest.decode import clean, decode
from rashomon.ingest.inputs import RawInput
from rashomon.ingest.page import Page
from rashomon.ingest.readers.plain import decoding_issues
from rashomon.ingest.stamps import read_stamp
from rashomon.ingest.trouble import make_issue
from rashomon.records import Issue, TimeBasis, TimeSpan

# Keys that other people's exports use for the same thing, first come first served.
_KEYS = {
    "text": ("text", "body", "content", "article_content", "articleBody", "maintext", "full_text"),
    "name": ("name", "file", "id"),
    "title": ("title", "headline", "article_title"),
    "byline": ("author", "byline", "authors"),
    "outlet": ("outlet", "source", "publisher", "site_name", "source_name", "sitename"),
    "url": ("url", "link", "source_url"),
    "published": (
        "published",
        "date",
        "date_publish",
        "published_at",
        "publish_date",
        "pubDate",
        "datePublished",
        "publishedAt",
    ),
    "language": ("language", "lang"),
}


def accepts(raw: RawInput) -> bool:
    """Say whether the name says JSON Lines, or a nameless input's first line is an object with a text."""
    if raw.suffix:
        return raw.suffix in {".jsonl", ".ndjson"}
    return raw.data[:64].lstrip().startswith(b"{") and _opens_with_row(raw.data)


def _opens_with_row(data: bytes) -> bool:
    try:
        return _get(json.loads(data.lstrip().partition(b"\n")[0]), "text") is not None
    except (ValueError, RecursionError):
        return False


def read(raw: RawInput) -> tuple[tuple[Page, ...], tuple[Issue, ...]]:
    """Read every line; a broken one gives an Issue that names it, the rest is read."""
    decoded = decode(raw.data)
    issues = list(decoding_issues(raw.name, decoded))
    pages: list[Page] = []
    for number, line in enumerate((decoded.text or "").split("\n"), start=1):
        if line.strip():
            page, issue = _read_line(raw.name, number, line)
            pages.extend(() if page is None else (page,))
            issues.extend(() if issue is None else (issue,))
    return tuple(pages), tuple(issues)


def _read_line(name: str, number: int, line: str) -> tuple[Page | None, Issue | None]:
    where = f"{name}, line {number}"
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return None, make_issue("jsonl-line-broken", name, f"{where}: no JSON ({error}); not read: correct the line")
    text = _get(row, "text")
    if text is None:
        message = f"{where}: no text; not read: give each line an object with a string named text"
        return None, make_issue("jsonl-line-without-text", name, message)
    cleaned, replaced = clean(text)
    page = Page(
        name=f"{name}#{_get(row, 'name') or number}",
        text=cleaned,
        url=_get(row, "url"),
        title=_get(row, "title"),
        byline=_get(row, "byline"),
        outlet=_get(row, "outlet"),
        published=_published(row),
        language=_get(row, "language"),
    )
    if page.published is None and (stated := _get(row, "published")):
        message = f"{where}: published {stated!r} is no date that is understood; write it as 2021-08-20"
        return page, make_issue("published-unreadable", page.name, message)
    if not replaced:
        return page, None
    message = f"{where}: {replaced} characters that no text can hold stand as U+FFFD; export the line again"
    return page, make_issue("characters-replaced", page.name, message)


def _get(row: Any, field: str) -> str | None:
    """Give the first of a field's keys that holds a string or a number; JSON from outside may be anything."""
    if not isinstance(row, dict):
        return None
    for key in _KEYS[field]:
        value = row.get(key) if field == "text" else _plain(row.get(key))
        if isinstance(value, str | int) and not isinstance(value, bool) and (field == "text" or str(value).strip()):
            return clean(str(value))[0] if field != "text" else str(value)
    return None


def _plain(value: Any) -> Any:
    """Give the name out of an object, and the names out of a list, of other people's exports."""
    if isinstance(value, dict):
        return value.get("name")
    if isinstance(value, list):
        return ", ".join(name for item in value if isinstance(name := _plain(item), str) and name.strip())
    return value


def _published(row: Any) -> TimeSpan | None:
    value = _get(row, "published")
    return None if value is None else read_stamp(value, TimeBasis.METADATA)
