"""The one state of the overview: what is asked for, kept in the address, shared by map, timeline, list, network."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from rashomon.records import Query
from rashomon.web.groups import load_groups

# Name in the address -> field of Query.
_NAMES = {
    "q": "text",
    "place": "place",
    "actor": "actor",
    "type": "type",
    "voice": "voice",
    "outlet": "outlet",
    "status": "status",
    "from": "start",
    "to": "end",
}
_DAYS = frozenset({"start", "end"})
_SORTS = ("time", "newest", "origins", "claims", "read")
_CONTROLS = ("assessed", "claimed")
_MOST_LETTERS = 200


@dataclass(frozen=True, slots=True)
class View:
    """What is asked for.

    Attributes:
        query: the filters that the ledger knows.
        groups: names of the groups of event families shown; empty for all.
        sort: order of the list.
        page: page of the list, from 1.
        control: "assessed" or "claimed" for a layer of control, "" for none.
        day: the day of that layer, or None for the last told.
        since: only incidents with a document read at or after this UTC time, or "".
    """

    query: Query = field(default_factory=Query)
    groups: frozenset[str] = frozenset()
    sort: str = "time"
    page: int = 1
    control: str = ""
    day: date | None = None
    since: str = ""

    @property
    def address(self) -> str:
        """The query string of this view, without its question mark; "" for the bare overview."""
        return urlencode(list(self._pairs()))

    def with_(self, **changes: Any) -> "View":
        """Give the view with other fields; those of the query by their own names; the list begins anew."""
        own = {key: value for key, value in changes.items() if key in View.__dataclass_fields__}
        asked = {key: value for key, value in changes.items() if key not in own}
        return replace(self, **{"page": 1, **own}, query=replace(self.query, **asked))

    def link(self, **changes: Any) -> str:
        """Give the query string of the view with other fields, with its question mark."""
        address = self.with_(**changes).address
        return f"?{address}" if address else "?"

    def chips(self) -> Iterator[tuple[str, str, str]]:
        """Give (name, value, query string without it) of every filter that is set."""
        for name, attribute in _NAMES.items():
            value = getattr(self.query, attribute)
            if value:
                yield name, str(value), self.link(**{attribute: None if attribute in _DAYS else ""})
        if self.since:
            yield "read since", self.since, self.link(since="")

    def _pairs(self) -> Iterator[tuple[str, str]]:
        for name, attribute in _NAMES.items():
            value = getattr(self.query, attribute)
            if value:
                yield name, str(value)
        yield from (("group", name) for name in sorted(self.groups))
        if self.sort != "time":
            yield "sort", self.sort
        if self.control:
            yield "control", self.control
        if self.day:
            yield "day", self.day.isoformat()
        if self.since:
            yield "since", self.since
        if self.page > 1:
            yield "page", str(self.page)


def read_view(params: Mapping[str, Any], groups: list[str]) -> View:
    """Read a view from an address; what cannot be understood is left aside.

    Args:
        params: last value of each name.
        groups: all values of `group`.
    """
    known = {group.name for group in load_groups()}
    query = {attribute: _value(attribute, params.get(name, "")) for name, attribute in _NAMES.items()}
    return View(
        query=Query(**query),
        groups=frozenset(groups) & known,
        sort=params.get("sort", "") if params.get("sort", "") in _SORTS else "time",
        page=_page(params.get("page", "")),
        control=params.get("control", "") if params.get("control", "") in _CONTROLS else "",
        day=_day(params.get("day", "")),
        since=params.get("since", "")[:32],
    )


def _value(attribute: str, given: str) -> Any:
    return _day(given) if attribute in _DAYS else given.strip()[:_MOST_LETTERS]


def _day(given: str) -> date | None:
    try:
        return date.fromisoformat(given.strip()[:10])
    except ValueError:
        return None


def _page(given: str) -> int:
    return max(1, int(given)) if given.isdecimal() and len(given) < 6 else 1
