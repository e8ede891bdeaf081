"""Record <-> table row, by the record's own annotations: one field, one column.

Text, enums and days become TEXT, numbers INTEGER or REAL, booleans 0 or 1, and whatever holds several values (tuples,
figures, time spans) becomes JSON text. The column keeps the field's name.
"""

import json
import types
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from sqlalchemy import Column, Float, Integer, Text
from sqlalchemy.types import TypeEngine

from rashomon.records import from_json, to_json

R = TypeVar("R")

_WRITE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_NUMBERS: dict[type, type[TypeEngine[Any]]] = {bool: Integer, int: Integer, float: Float}


def make_columns(kind: type, key: tuple[str, ...] = ("id",)) -> list[Column[Any]]:
    """Make the columns of a record type; `key` names the fields of its primary key."""
    hints = get_type_hints(kind)
    return [_column(field.name, hints[field.name], key) for field in fields(kind)]


def encode(record: Any) -> dict[str, Any]:
    """Turn a record into column values."""
    kind: Any = type(record)
    names, take, turned = _encoders(kind)
    row = dict(zip(names, take(record), strict=True))
    for name, put in turned:
        row[name] = put(row[name])
    return row


def decode(kind: type[R], row: Mapping[Any, Any]) -> R:
    """Make a record of class `kind` from column values; columns that are no field are left aside."""
    of: Any = _decoders
    names, turned = of(kind)
    values = {name: row[name] for name in names}
    for name, take in turned:
        values[name] = take(values[name])
    return from_json(kind, values)


def dumps(value: Any) -> str:
    """Write a value as compact JSON text."""
    return "[]" if value == () else _WRITE(to_json(value))


def _column(name: str, hint: Any, key: tuple[str, ...]) -> Column[Any]:
    bare, optional = _bare(hint)
    kind = _NUMBERS.get(bare, Text)
    return Column(name, kind, primary_key=name in key, nullable=optional)


def _bare(hint: Any) -> tuple[Any, bool]:
    if get_origin(hint) in (Union, types.UnionType):
        inner = next(argument for argument in get_args(hint) if argument is not type(None))
        return inner, True
    return hint, False


def _is_plain(bare: Any) -> bool:
    return isinstance(bare, type) and get_origin(bare) is None and issubclass(bare, str | int | float | date | Enum)


@cache
def _encoders(
    kind: Any,
) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]], tuple[tuple[str, Callable[[Any], Any]], ...]]:
    """Give all names, what takes their values off a record, and what turns those that do not stand as they are."""
    hints = get_type_hints(kind)
    names = tuple(field.name for field in fields(kind))
    found = ((name, _encoder(_bare(hints[name])[0])) for name in names)
    return names, attrgetter(*names), tuple((name, put) for name, put in found if put is not None)


def _encoder(bare: Any) -> Callable[[Any], Any] | None:
    if not _is_plain(bare):
        return lambda value: None if value is None else dumps(value)
    if bare is bool:
        return lambda value: None if value is None else int(value)
    return to_json if issubclass(bare, Enum | date) else None


@cache
def _decoders(kind: Any) -> tuple[tuple[str, ...], tuple[tuple[str, Callable[[Any], Any]], ...]]:
    hints = get_type_hints(kind)
    names = tuple(field.name for field in fields(kind))
    found = ((name, _decoder(_bare(hints[name])[0])) for name in names)
    return names, tuple((name, take) for name, take in found if take is not None)


def _decoder(bare: Any) -> Callable[[Any], Any] | None:
    if not _is_plain(bare):
        return lambda value: None if value is None else json.loads(value)
    if bare is bool:
        return lambda value: None if value is None else bool(value)
    return None
