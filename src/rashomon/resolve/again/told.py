"""What single documents and claims add to what is remembered: written the same the first time and every time after."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator

from rashomon.records import ClaimRow, PlaceRef, from_json
from rashomon.resolve.accounts import Account, happened
from rashomon.resolve.again.stored import dumps
from rashomon.resolve.blocks import block_keys, block_order, block_reach
from rashomon.resolve.canon import find_membership
from rashomon.resolve.compare import state_keys
from rashomon.resolve.compare.holdings import find_holdings
from rashomon.resolve.dependence import statement_keys
from rashomon.resolve.kit import Kit
from rashomon.resolve.memory import Count, Mark, make_key
from rashomon.resolve.mentions import is_bare
from rashomon.resolve.named import name_keys
from rashomon.resolve.sides import find_foes, find_ties
from rashomon.resolve.spellings import actors_in, count_spellings
from rashomon.resolve.sweeping import sweeps, swept_types

# Marks of claims that are written anew whenever a claim is.
CLAIM_SORTS = ("claim", "block", "wanted", "news", "sweep", "state", "hold", "statement")

ASSERTED, DENIED, BARE = "asserted", "denied", "bare"


def row_counts(rows: Iterable[ClaimRow]) -> Counter[tuple[str, str, str]]:
    """Count what the claims of one document add, read from the claims alone."""
    rows = tuple(rows)
    found: Counter[tuple[str, str, str]] = Counter()
    for name, times in count_spellings(rows).items():
        found["spelling", name, ""] += times
    for row in rows:
        if row.published is not None:
            for actor in actors_in(row):
                found["told", actor, row.published.isoformat()] += 1
        if row.place is not None:
            for key in name_keys(row.place):
                found["town", key, dumps(row.place)] += 1
        for member, body in find_membership(row):
            found["belongs", member, body] += 1
            found["bodies", body, member] += 1
    return found


def account_counts(accounts: Iterable[Account], kit: Kit) -> Counter[tuple[str, str, str]]:
    """Count what the claims of one document add, read from them as resolve sees them."""
    found: Counter[tuple[str, str, str]] = Counter()
    for account in accounts:
        for sort, pairs in (("tie", find_ties(account, kit)), ("foe", find_foes(account, kit))):
            for one, other in pairs:
                found[sort, one, other] += 1
                found[sort, other, one] += 1
    return found


def as_counts(found: Counter[tuple[str, str, str]], times: int = 1) -> Iterator[Count]:
    """Give counts as changes."""
    return (Count(*key, times * number) for key, number in found.items())


def write_counts(found: Counter[tuple[str, str, str]]) -> str:
    """Write counts as a note."""
    return dumps(sorted([*key, number] for key, number in found.items())) if found else ""


def read_counts(text: str) -> Counter[tuple[str, str, str]]:
    """Read counts from a note."""
    return Counter({(sort, key, value): number for sort, key, value, number in json.loads(text or "[]")})


def read_place(text: str) -> PlaceRef:
    """Read a place that a count holds."""
    return from_json(PlaceRef, json.loads(text))


def claim_marks(account: Account, wanted: Iterable[str], kit: Kit) -> Iterator[Mark]:
    """Give the marks of one claim.

    Args:
        account: the claim.
        wanted: the keys of place names that were looked up for it.
        kit: rules.
    """
    row = account.row
    order = row.sentence_index
    yield Mark("claim", make_key("claim", row.document), order, row.id, row.type, standing(account))
    for key in wanted:
        yield Mark("wanted", make_key("town", key), 0, row.id)
    for state in state_keys(account, kit):
        yield Mark("state", make_key("state", state), 0, row.id, extra=state)
    for place in sorted({holding.place_key for holding in find_holdings([account], kit)}):
        yield Mark("hold", make_key("hold", place), 0, row.id, extra=place)
    for statement in statement_keys(account, kit):
        yield Mark("statement", make_key("statement", statement), 0, row.id, extra=statement)
    if happened(account):
        yield from _block_marks(account, kit)
        yield from _news_marks(account, kit)


def standing(account: Account) -> str:
    """Say in a word what a claim is to its group; "" if it is of no happening."""
    if not happened(account):
        return ""
    if account.negated:
        return DENIED
    return BARE if is_bare(account) else ASSERTED


def _block_marks(account: Account, kit: Kit) -> Iterator[Mark]:
    order = block_order(account)
    for key, loose in block_keys(account, kit).items():
        extra = f"{block_reach(key, kit)}{'+' if loose else ''}"
        yield Mark("block", make_key("block", *key), order, account.id, account.row.type, extra)


def _news_marks(account: Account, kit: Kit) -> Iterator[Mark]:
    """Mark a denial of all by its sorts and day, and what such a denial may be of by its sort and day."""
    row = account.row
    if sweeps(account, kit):
        said = 0 if row.published is None else row.published.toordinal()
        for type_ in swept_types(row.type, kit):
            yield Mark("sweep", make_key("sweep", type_), said, row.id, type_, row.document)
    elif not account.negated and account.news_day is not None:
        yield Mark("news", make_key("news", row.type), account.news_day, row.id, row.type)
