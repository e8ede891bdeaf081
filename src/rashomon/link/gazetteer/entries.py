"""What the gazetteer holds and gives."""

from dataclasses import dataclass
from enum import StrEnum

from rashomon.records import PlaceKind, make_id


class Basis(StrEnum):
    """What an entry's coordinates rest on; GeoNames gives them for towns only."""

    OWN = "own"
    NAMESAKE = "namesake"  # the town of the same name inside the division
    TOWNS = "towns"  # the middle of its towns
    PARENT = "parent"  # the division above: its position is not known any better


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the gazetteer.

    Attributes:
        id: GeoNames id; below zero where a user's own table knows the place and GeoNames does not.
        name: name for people: the English one where an alias shows it, else GeoNames' own without rare marks.
        local: GeoNames' own name.
        kind: country, adm1, adm2 or town.
        country: ISO 3166-1 alpha-2.
        adm1: GeoNames id of its first-order division, or None.
        adm2: GeoNames id of its second-order division, or None.
        lat: degrees, WGS84, or None.
        lon: degrees, WGS84, or None.
        population: inhabitants; of a division the sum of its towns.
        capital: whether it is a country's capital.
        basis: what the coordinates rest on.
    """

    id: int
    name: str
    local: str
    kind: PlaceKind
    country: str
    adm1: int | None
    adm2: int | None
    lat: float | None
    lon: float | None
    population: int
    capital: bool
    basis: Basis

    @property
    def key(self) -> str:
        """Give the id of the Place that the ledger keeps of it."""
        return f"geo-{self.id}" if self.id >= 0 else make_id("plc", self.name, str(self.id))


@dataclass(frozen=True, slots=True)
class Found:
    """An entry found by a name.

    Attributes:
        entry: the place.
        how: "name", "alias", "sound" or "fuzzy".
        fit: how well the name fits, in [0, 1].
    """

    entry: Entry
    how: str
    fit: float
