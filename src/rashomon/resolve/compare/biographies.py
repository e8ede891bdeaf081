"""What is told of one life held against each other: schools, birth, age."""

from rashomon.records import Slot, Verdict
from rashomon.resolve.accounts import Account
from rashomon.resolve.compare.findings import Finding, actor_words, both
from rashomon.resolve.kit import Kit
from rashomon.resolve.words import content_words


def compare_biographies(left: Account, right: Account, kit: Kit) -> Finding | None:
    """Compare what is told of one life: schools, birth, age."""
    ages = (left.row.type, right.row.type)
    if all(kind in ("age", "born") for kind in ages):
        return _compare_births(left, right)
    if ages[0] != ages[1]:
        return None
    one, other = (_words(account, kit) for account in (left, right))
    told = both(left, _value(left), right, _value(right))
    if left.patients & right.patients or one & other:
        return Finding(Slot.BIOGRAPHY, Verdict.AGREES, f"the same: {told}")
    if not one or not other:
        return None
    return Finding(Slot.BIOGRAPHY, Verdict.CONTRADICTS, f"two values where one may be meant (both can be true): {told}")


def _words(account: Account, kit: Kit) -> frozenset[str]:
    return content_words(_value(account), kit.rules) - kit.rules.role_noise


def _value(account: Account) -> str:
    row = account.row
    place = "" if row.place is None else row.place.name
    return actor_words(row.patients) or row.value or place


def _compare_births(left: Account, right: Account) -> Finding | None:
    one, other = _birth_years(left), _birth_years(right)
    if one is None or other is None:
        return None
    told = both(left, _born_words(left), right, _born_words(right))
    if max(one[0], other[0]) <= min(one[1], other[1]):
        return Finding(Slot.BIOGRAPHY, Verdict.AGREES, f"years of birth that fit: {told}")
    return Finding(Slot.BIOGRAPHY, Verdict.CONTRADICTS, f"years of birth that do not fit: {told}")


def _birth_years(account: Account) -> tuple[int, int] | None:
    """Give the first and last year of birth that a claim allows; an age needs the day it was told."""
    row = account.row
    number = next((int(f.low) for f in row.figures if f.low is not None and f.low == f.high), None)
    if row.type == "age":
        told = row.published
        return None if number is None or told is None else (told.year - number - 1, told.year - number)
    if row.time is not None and row.time.start is not None and row.time.last_day is not None:
        return row.time.start.year, row.time.last_day.year
    return None if number is None or number < 1000 else (number, number)


def _born_words(account: Account) -> str:
    row = account.row
    told = next((figure.text for figure in row.figures), "" if row.time is None else row.time.text)
    return f"{actor_words(row.agents)}, {row.type} {told}"
