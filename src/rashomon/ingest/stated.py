"""What sources.csv says of outlets: kind, country, owner. One row says it for all that the outlet publishes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from rashomon.errors import InputError
from rashomon.lexicon import load_lexicon
from rashomon.lexicon.outlets import KINDS, fold_outlet
from rashomon.records import Outlet

FACTS = ("kind", "country", "owner")


@dataclass(frozen=True, slots=True)
class StatedOutlet:
    """What one row says of an outlet; None where the cell is empty.

    Attributes:
        name: the outlet's name as the row gives it.
        kind: one of the register's kinds.
        country: ISO 3166-1 alpha-2 of its seat.
        owner: who owns it, or whose organ it is.
        where: file and line of the row.
    """

    name: str
    kind: str | None
    country: str | None
    owner: str | None
    where: str


def read_stated(where: str, cells: Mapping[str, str | None]) -> StatedOutlet | None:
    """Read what a row says of its outlet; None if it says nothing but the name.

    Raises:
        InputError: the outlet is not named, its kind is none of the register's, or its country no ISO code.
    """
    said = {name: cells.get(name) for name in FACTS}
    if not any(said.values()):
        return None
    name, kind, country = cells.get("outlet"), said["kind"], said["country"]
    if name is None:
        first = next(fact for fact in FACTS if said[fact])
        raise InputError(f"{where}: {first} is stated of no outlet; name the outlet in the column outlet")
    return StatedOutlet(name, _kind(where, kind), _country(where, country), said["owner"], where)


def _kind(where: str, cell: str | None) -> str | None:
    kinds = {kind.casefold(): kind for kind in KINDS}
    if cell is None or cell.casefold() in kinds:
        return None if cell is None else kinds[cell.casefold()]
    raise InputError(f"{where}: {cell!r} is no kind of outlet; write one of {', '.join(sorted(KINDS))}")


def _country(where: str, cell: str | None) -> str | None:
    if cell is None or cell.upper() in load_lexicon().places.countries:
        return None if cell is None else cell.upper()
    raise InputError(f"{where}: country {cell!r} is no country code; write two letters of ISO 3166-1, such as CO")


def join_stated(rows: Iterable[StatedOutlet]) -> dict[str, StatedOutlet]:
    """Join what several rows say of one outlet; give it by its folded name.

    Raises:
        InputError: two rows say different things of one outlet; names both.
    """
    found: dict[str, StatedOutlet] = {}
    for row in rows:
        key = fold_outlet(row.name)
        held = found.setdefault(key, row)
        for fact in FACTS:
            one, other = getattr(held, fact), getattr(row, fact)
            if one is not None and other is not None and one != other:
                where = Path(held.where).name
                raise InputError(
                    f"{row.where}: the {fact} of {row.name!r} is {other!r}, in {where} {one!r}; keep one of the two"
                )
        found[key] = replace(held, **{fact: getattr(held, fact) or getattr(row, fact) for fact in FACTS})
    return found


def find_stated(outlet: Outlet, stated: Mapping[str, StatedOutlet]) -> StatedOutlet | None:
    """Give what is stated of an outlet under one of its names, or None."""
    keys = (fold_outlet(name) for name in (outlet.name, *outlet.names)) if stated else ()
    return next((stated[key] for key in keys if key in stated), None)


def complete(outlet: Outlet, stated: Mapping[str, StatedOutlet]) -> Outlet:
    """Put what is stated of an outlet before what the register knows of it."""
    said = find_stated(outlet, stated)
    if said is None:
        return outlet
    return replace(
        outlet,
        kind=said.kind or outlet.kind,
        country=said.country or outlet.country,
        owner=said.owner or outlet.owner,
    )
