"""Who publishes, and what was published: outlets and documents."""

from dataclasses import dataclass

from rashomon.records.enums import READ_ZONES, ZoneKind
from rashomon.records.values import TimeSpan


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher of reports.

    Attributes:
        id: `out-...`, hash of the folded name.
        name: name as the register or the first document gives it.
        kind: wire, daily, broadcaster, state organ, party organ, agency of a state, NGO, blog, platform account,
            magazine; None if unknown.
        country: ISO 3166-1 alpha-2 of its seat, or None.
        owner: owner's name, or None.
        names: other names seen or registered.
    """

    id: str
    name: str
    kind: str | None = None
    country: str | None = None
    owner: str | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Zone:
    """A paragraph-like stretch of `Document.text` and what it is. Zones are in order and do not overlap.

    Attributes:
        start: first code point.
        end: one past the last.
        kind: what it is; only headline, standfirst, body and caption are annotated.
        rule: name of the rule that decided, "" for the default (body).
    """

    start: int
    end: int
    kind: ZoneKind
    rule: str = ""

    @property
    def read(self) -> bool:
        """Say whether the stretch is annotated."""
        return self.kind in READ_ZONES


@dataclass(frozen=True, slots=True)
class Document:
    r"""One report as it was found; its text is never changed again.

    Attributes:
        id: `doc-...`, hash of the text's SHA-256, the outlet and the file name.
        name: file name (or given name) that users see.
        outlet: id of the outlet.
        url: address, or None.
        title: title, or None.
        byline: author as printed, or None.
        dateline: place words of the dateline as printed ("KABUL, Afghanistan"), or None.
        published: day of publication, or None if nothing states it. Never guessed.
        fetched: UTC time of reading, ISO 8601, seconds; not part of the id.
        language: ISO 639-1 code.
        text: decoded text, newlines as "\n", otherwise untouched.
        sha256: hex digest of `text` in UTF-8.
        fingerprint: sorted min-hash values of its word shingles, for near-duplicates.
        zones: what each stretch of the text is.
    """

    id: str
    name: str
    outlet: str
    url: str | None
    title: str | None
    byline: str | None
    dateline: str | None
    published: TimeSpan | None
    fetched: str
    language: str
    text: str
    sha256: str
    fingerprint: tuple[int, ...]
    zones: tuple[Zone, ...]
