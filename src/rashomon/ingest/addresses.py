"""Finds the address that a copied page prints of itself: a line of its head, or one that calls it the source."""

from rashomon.ingest.lines import Line
from rashomon.ingest.zones import Zoned
from rashomon.lexicon.mastheads import Mastheads
from rashomon.lexicon.outlets import host_of
from rashomon.records import ZoneKind

_HEAD_LINES = 6
_TAIL_LINES = 6
_SCHEMES = ("http://", "https://", "www.")


def find_address(zoned: Zoned, mastheads: Mastheads) -> str | None:
    """Give the page's own address, or None.

    An address in the tail counts only behind a word such as "Source:": others lead to other pages. Carriers of other
    people's words (social media, archives) are never a page's own.
    """
    body = [index for index, kind in enumerate(zoned.kinds) if kind.zone is ZoneKind.BODY]
    first = body[0] if body else len(zoned.lines)
    head = {_address(line, mastheads, labelled=False) for line in zoned.lines[: min(first, _HEAD_LINES)]} - {""}
    if len(head) == 1:
        return head.pop()
    tail = {_address(line, mastheads, labelled=True) for line in zoned.lines[-_TAIL_LINES:]} - {""}
    return tail.pop() if not head and len(tail) == 1 else None


def _address(line: Line, mastheads: Mastheads, labelled: bool) -> str:
    label, _, rest = line.text.rpartition(" ")
    known = label.rstrip(" :").casefold() in mastheads.address_labels
    if (labelled or label) and not known:
        return ""
    address = rest.strip("<>()[]")
    host = host_of(address) if address.startswith(_SCHEMES) else ""
    carried = any(host == carrier or host.endswith(f".{carrier}") for carrier in mastheads.carriers)
    return "" if "." not in host or carried else address
