"""Reads resources/outlets/*.yaml: who publishes. Facts of registration only; no leaning."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from rashomon.errors import ResourceError
from rashomon.lexicon.files import check_keys, check_unique, read_folder, resources

KINDS = frozenset({"wire", "daily", "broadcaster", "state organ", "party organ", "agency of a state", "NGO", "blog",
                   "platform account", "magazine", "site"})  # fmt: skip

# "The Daily Example | World", "Example Command - Country".
_JOINED = re.compile(r"\s*[|–—]\s*|\s*-\s+")
_SHORT = 3
# "example" of example.com and example.co.uk: what people call a site by.
_LABEL = re.compile(r"([a-z0-9-]{4,})\.(?:[a-z]{2,}|(?:com?|org|net|gov)\.[a-z]{2})")
_ARTICLES = ("", "al", "the")


@dataclass(frozen=True, slots=True)
class OutletRow:
    """One registered outlet.

    Attributes:
        name: name it is shown by.
        kind: one of `KINDS`.
        country: ISO 3166-1 alpha-2 of its seat.
        owner: owner's name, or None where not registered.
        names: other names, abbreviations, native forms.
        domains: internet domains without "www.".
    """

    name: str
    kind: str
    country: str
    owner: str | None
    names: tuple[str, ...]
    domains: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outlets:
    """The register with its two keys.

    Attributes:
        rows: sorted by name.
        by_name: folded name -> row.
        by_domain: domain -> row.
        by_label: first part of a domain that its name begins with, too -> row, where no two outlets share it.
    """

    rows: tuple[OutletRow, ...]
    by_name: Mapping[str, OutletRow]
    by_domain: Mapping[str, OutletRow]
    by_label: Mapping[str, OutletRow]

    def find(self, name: str | None = None, url: str | None = None) -> OutletRow | None:
        """Give the row of a name or of an address's domain, the name first; None if neither is registered."""
        if name:
            found = self.by_name.get(fold_outlet(name)) or self.by_domain.get(name.strip().lower())
            if found is not None:
                return found
        return None if url is None else self._by_host(url)

    def find_stated(self, name: str | None, url: str | None) -> OutletRow | None:
        """Give the row of what somebody states beside a page: a name, an address, or what a site is called for short.

        "daysofexample" is daysofexample.com, with or without the article that it opens with.
        """
        row = self.find(name, url)
        if row is not None or not name:
            return row
        return next(
            (self.by_label[key] for start in _ARTICLES if (key := start + fold_outlet(name)) in self.by_label), None
        )

    def masthead(self, line: str) -> OutletRow | None:
        """Give the outlet that a line names alone or before a dash or a bar; abbreviations alone do not count."""
        parts = (line, _JOINED.split(line, maxsplit=1)[0])
        return next((row for part in parts if len(part) > _SHORT and (row := self.find(part)) is not None), None)

    def _by_host(self, url: str) -> OutletRow | None:
        host = host_of(url)
        while "." in host:
            if host in self.by_domain:
                return self.by_domain[host]
            host = host.partition(".")[2]
        return None


def fold_outlet(name: str) -> str:
    """Fold a name for look-up: case, accents, signs, spaces and a leading article do not count."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    words = "".join(sign if sign.isalnum() else " " for sign in plain if not unicodedata.combining(sign)).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return "".join(words)


def host_of(url: str) -> str:
    """Give the host of an address without "www.", or "" if there is none."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def read_outlets() -> Outlets:
    """Read the register.

    Raises:
        ResourceError: a row is wrong, or a name or a domain stands twice.
    """
    table = read_folder(resources() / "outlets")
    rows = tuple(_row(f"outlets/{stem}.yaml", row) for stem, part in table.items() for row in part["outlets"])
    check_unique("outlets: names", (fold_outlet(name) for row in rows for name in _names(row)))
    check_unique("outlets: domains", (domain for row in rows for domain in row.domains))
    return Outlets(
        rows=tuple(sorted(rows, key=lambda row: row.name)),
        by_name={fold_outlet(name): row for row in rows for name in _names(row)},
        by_domain={domain: row for row in rows for domain in row.domains},
        by_label=_by_label(rows),
    )


def _by_label(rows: Iterable[OutletRow]) -> dict[str, OutletRow]:
    found: dict[str, list[OutletRow]] = {}
    for row in rows:
        parts = {part[1].replace("-", "") for domain in row.domains if (part := _LABEL.fullmatch(domain))}
        for label in parts:
            if any(fold_outlet(name).startswith(label) for name in _names(row)):
                found.setdefault(label, []).append(row)
    return {label: rows[0] for label, rows in sorted(found.items()) if len(rows) == 1}


def _names(row: OutletRow) -> Iterator[str]:
    yield row.name
    yield from row.names


def _row(where: str, row: Mapping[str, Any]) -> OutletRow:
    where = f"{where}: {row.get('name')!r}"
    check_keys(where, row, {"name", "kind", "country", "domains"}, {"owner", "names"})
    if row["kind"] not in KINDS or len(row["country"]) != 2:
        raise ResourceError(f"{where}: kind must be one of {sorted(KINDS)}, country two letters")
    return OutletRow(
        name=row["name"],
        kind=row["kind"],
        country=row["country"],
        owner=row.get("owner"),
        names=tuple(row.get("names", ())),
        domains=tuple(row["domains"]),
    )
