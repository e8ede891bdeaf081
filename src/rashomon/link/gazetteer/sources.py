"""What a user has put into the gazetteer beside the packages: each source kept, in a folder beside the file.

A source is kept so that the gazetteer can be built again from it: one compressed file of JSON lines, the first of which
says what it was made of.
"""

import gzip
import hashlib
import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from rashomon.errors import GazetteerError
from rashomon.link.gazetteer.entries import Basis, Entry
from rashomon.records import PlaceKind

_ENDING = ".jsonl.gz"
_SHORT = 12


@dataclass(frozen=True, slots=True)
class Source:
    """One source.

    Attributes:
        name: "AF" of a GeoNames dump, or the stem of a user's file; one of a name replaces the other.
        kind: "geonames", "own" or "p-codes".
        files: (name, SHA-256 in hexadecimal) of each file that it was made of.
        places: number of places in it.
    """

    name: str
    kind: str
    files: tuple[tuple[str, str], ...]
    places: int

    @property
    def label(self) -> str:
        """Say what it is made of, as the ledger keeps it."""
        return " ".join([self.name, *(f"{name}:{digest[:_SHORT]}" for name, digest in self.files)])


@dataclass(frozen=True, slots=True)
class Addition:
    """One place of a source, with all its names."""

    entry: Entry
    names: tuple[str, ...]


def folder_of(gazetteer: Path) -> Path:
    """Give the folder that holds the sources of a gazetteer's file."""
    return gazetteer.with_suffix(".sources")


def digest_of(path: Path) -> tuple[str, str]:
    """Give a file's name and its SHA-256."""
    with path.open("rb") as file:
        return path.name, hashlib.file_digest(file, "sha256").hexdigest()


def write_source(gazetteer: Path, source: Source, additions: Sequence[Addition]) -> Path:
    """Keep a source; the file appears whole or not at all."""
    folder = folder_of(gazetteer)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{source.name}{_ENDING}"
    half = path.with_suffix(".half")
    with gzip.open(half, "wt", encoding="utf-8", compresslevel=6) as lines:
        lines.write(json.dumps(asdict(source)) + "\n")
        for one in additions:
            lines.write(json.dumps([asdict(one.entry), one.names], ensure_ascii=False) + "\n")
    half.replace(path)
    return path


def read_sources(gazetteer: Path) -> tuple[Source, ...]:
    """Give the sources kept beside a gazetteer's file, by name.

    Raises:
        GazetteerError: a kept file is damaged.
    """
    return tuple(_read_head(path) for path in _kept(gazetteer))


def read_additions(gazetteer: Path) -> Iterator[Addition]:
    """Give the places of all sources kept beside a gazetteer's file.

    Raises:
        GazetteerError: a kept file is damaged.
    """
    for path in _kept(gazetteer):
        for number, line in enumerate(_lines(path)):
            if number:
                entry, names = json.loads(line)
                entry |= {"kind": PlaceKind(entry["kind"]), "basis": Basis(entry["basis"])}
                yield Addition(Entry(**entry), tuple(names))


def _kept(gazetteer: Path) -> list[Path]:
    return sorted(folder_of(gazetteer).glob(f"*{_ENDING}"))


def _read_head(path: Path) -> Source:
    head = json.loads(next(_lines(path)))
    return Source(head["name"], head["kind"], tuple((name, digest) for name, digest in head["files"]), head["places"])


def _lines(path: Path) -> Iterator[str]:
    try:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from lines
    except (OSError, EOFError, zlib.error) as error:
        raise GazetteerError(f"{path}: is damaged ({error}); delete it and install its source again") from error
