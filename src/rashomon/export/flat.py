"""JSON objects of docs/format.md -> flat rows: one column a plain value, lists joined, the rest of a chain left out.

The columns of a stream do not depend on its rows, so a file can be written while rows come.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TextIO

Shape = Mapping[str, Any]

_PLACE = ("id", "name", "text", "adm2", "adm1", "country", "lat", "lon", "precision")
_TIME = ("start", "end", "grain", "basis", "text")
_ACTOR = ("id", "name", "text")
_VOICE = ("text", "naming", "speech", "cue", "stance", "actor")
# A spreadsheet takes a cell that begins with one of these for a formula (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(shapes: Iterable[Shape], target: TextIO) -> None:
    """Write rows as CSV with a header; lines end with a newline, unknown is empty."""
    writer = csv.writer(target, lineterminator="\n")
    header: list[str] = []
    for shape in shapes:
        row = dict(_columns(shape))
        if not header:
            header = list(row)
            writer.writerow(header)
        writer.writerow([_cell(row[name]) for name in header])


def _columns(shape: Shape) -> Iterator[tuple[str, Any]]:
    for name, value in shape.items():
        yield from _column(name, value)


def _column(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    if name == "place":
        yield from _parts(name, value, _PLACE)
    elif name == "time":
        yield from _parts(name, value, _TIME)
    elif name in ("holder", "subject"):
        yield from _parts(name, value, _ACTOR)
    elif name in ("voice", "chain") and isinstance(value, list):
        yield name, " <- ".join(link["name"] for link in value)
        yield from _parts(name, value[-1], _VOICE)
    elif name in ("agents", "patients"):
        yield name, "; ".join(ref["name"] for ref in value)
        yield f"{name}_id", "; ".join(ref["id"] or "" for ref in value)
    elif name == "figures":
        yield name, "; ".join(_figures(value))
    else:
        yield name, "; ".join(map(_plain, value)) if isinstance(value, list) else value


def _parts(name: str, value: Shape | None, parts: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    for part in parts:
        yield f"{name}_{part}", None if value is None else value[part]


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        return str(value["name"])
    return "-".join(map(str, value)) if isinstance(value, list) else str(value)


def _figures(value: Any) -> Iterator[str]:
    """Give "captured 20 to 30": of a claim's list, or of an incident's object by measure with its best number."""
    if isinstance(value, list):
        for figure in value:
            yield f"{figure['measure']} {_range(figure)}"
    else:
        for measure, figure in value.items():
            best = "" if figure["best"] is None else f" (best {figure['best']:.12g})"
            yield f"{measure} {_range(figure)}{best}"


def _range(figure: Shape) -> str:
    low, high = ("?" if figure[end] is None else f"{figure[end]:.12g}" for end in ("low", "high"))
    return low if low == high else f"{low} to {high}"


def _cell(value: Any) -> Any:
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value
