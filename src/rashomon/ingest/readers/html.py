"""HTML: trafilatura finds the main text and what the markup says of title, author, day and publisher."""

import re
from typing import Any

from rashomon.ingest.decode import decode
from rashomon.ingest.inputs import RawInput
from rashomon.ingest.page import Page
from rashomon.ingest.readers.plain import decoding_issues
from rashomon.ingest.stamps import read_stamp
from rashomon.ingest.trouble import make_issue
from rashomon.records import Issue, TimeBasis, TimeSpan

_OPENING = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
# Only what markup and address state, and no bound that moves with the day of reading.
_DATE_SEARCH = {"extensive_search": False, "original_date": True, "min_date": "1990-01-01", "max_date": "2100-01-01"}
# The page's own words for its day: they keep their zone, which trafilatura drops.
_DATES = re.compile(
    r"""<(?:meta|time)\b[^>]*(?:article:published_time|datepublished|dc\.date|date\.issued|parsely-pub-date|pubdate)[^>]*>""",
    re.I,
)
_LINKED = re.compile(r'"datePublished"\s*:\s*"([^"]+)"')
_VALUE = re.compile(r"""(?:content|datetime)\s*=\s*["']([^"']+)["']""", re.I)
_SITE = re.compile(r"""<meta\b[^>]*property\s*=\s*["']og:site_name["'][^>]*>""", re.I)
_NAMED = r'"{}"\s*:\s*\[?\s*\{{[^{{}}]*?"name"\s*:\s*"([^"\\]+)"'
_PUBLISHER, _AUTHOR = re.compile(_NAMED.format("publisher")), re.compile(_NAMED.format("author"))
_LANGUAGE = re.compile(r"""<html\b[^>]*\blang\s*=\s*["']?([a-zA-Z]{2})""", re.I)


def accepts(raw: RawInput) -> bool:
    """Say whether the name or the first bytes say HTML."""
    return raw.suffix in {".html", ".htm", ".xhtml"} or _OPENING.match(raw.data[:2048]) is not None


def read(raw: RawInput) -> tuple[tuple[Page, ...], tuple[Issue, ...]]:
    """Read one page; a page without a main text gives an Issue and no document."""
    decoded = decode(raw.data)
    issues = decoding_issues(raw.name, decoded)
    if decoded.text is None or not decoded.text.strip():
        empty = () if decoded.text is None else (Page(raw.name, ""),)
        return empty, issues
    page = _extract(raw.name, decoded.text)
    if page is None:
        message = f"no main text was found in {raw.name}; save the report's text as a .txt file"
        return (), (*issues, make_issue("html-without-text", raw.name, message))
    return (page,), issues


def _extract(name: str, markup: str) -> Page | None:
    # trafilatura takes half a second to import: only who reads HTML pays.
    import trafilatura  # noqa: PLC0415

    found: Any = trafilatura.bare_extraction(
        markup,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        favor_recall=True,
        date_extraction_params=_DATE_SEARCH,
    )
    if found is None or not found.text:
        return None
    site = _SITE.search(markup)
    language = _LANGUAGE.search(markup)
    return Page(
        name=name,
        text=_join(found.title, found.text),
        url=found.url or None,
        title=found.title or None,
        byline=found.author or _first(_AUTHOR, markup),
        outlet=(_value(site[0]) if site else None)
        or _first(_PUBLISHER, markup)
        or found.sitename
        or found.hostname
        or None,
        published=_published(markup) or (read_stamp(found.date, TimeBasis.METADATA) if found.date else None),
        language=language[1].lower() if language else None,
    )


def _join(title: str | None, text: str) -> str:
    """Put the title above the text where the text does not hold it: it is evidence too."""
    text = text.replace("\r\n", "\n").strip()
    return text if not title or title in text[: 2 * len(title) + 200] else f"{title}\n\n{text}"


def _published(markup: str) -> TimeSpan | None:
    stated = [_value(tag) for tag in _DATES.findall(markup)] + _LINKED.findall(markup)
    spans = (read_stamp(value, TimeBasis.METADATA) for value in stated if value)
    return next((span for span in spans if span is not None), None)


def _first(pattern: re.Pattern[str], markup: str) -> str | None:
    found = pattern.search(markup)
    return found[1].strip() or None if found else None


def _value(tag: str) -> str | None:
    found = _VALUE.search(tag)
    return found[1].strip() or None if found else None
