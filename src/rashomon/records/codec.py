"""The one codec: record <-> plain JSON value, by the dataclass's own annotations.

Dates are ISO 8601 days, enums their values, tuples lists. Unknown is null, never left out.
"""

import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

R = TypeVar("R")

_PLAIN = frozenset({str, bool, int, float})


def to_json(value: Any) -> Any:
    """Turn a record, or a value inside one, into a plain JSON value."""
    if value is None or value.__class__ in _PLAIN:
        return value
    if isinstance(value, Enum):
        return value._value_
    if isinstance(value, tuple | list):
        return [item if item.__class__ in _PLAIN else to_json(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        of: Any = _writer
        return of(value.__class__)(value)
    raise TypeError(f"no JSON form for {type(value).__name__}")


def from_json(kind: type[R], value: Any) -> R:
    """Make a record of class `kind` from what `to_json` made; a missing key takes the field's default."""
    of: Any = _reader
    read = of(kind)
    result: R = value if read is None else read(value)
    return result


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _writer(kind: Any) -> Callable[[Any], Any] | None:
    """Give what turns a value of `kind` into a JSON value; None = it stands as it is."""
    if is_dataclass(kind):
        return _record_writer(kind)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        inner = _writer(next(a for a in arguments if a is not type(None)))
        return None if inner is None else lambda value: None if value is None else inner(value)
    if origin is tuple:
        item = _writer(arguments[0]) if len(arguments) == 2 and arguments[1] is Ellipsis else to_json
        return list if item is None else lambda value: list(map(item, value))
    return None if kind in _PLAIN else to_json


def _record_writer(kind: Any) -> Callable[[Any], Any]:
    hints, names = get_type_hints(kind), _names(kind)
    turned = tuple((name, write) for name in names if (write := _writer(hints[name])) is not None)

    take = attrgetter(*names) if len(names) > 1 else None

    def write_record(record: Any) -> dict[str, Any]:
        row = dict(zip(names, take(record), strict=True)) if take else {name: getattr(record, name) for name in names}
        for name, write in turned:
            row[name] = write(row[name])
        return row

    return write_record


@cache
def _reader(kind: Any) -> Callable[[Any], Any] | None:
    """Give what turns a JSON value into `kind`; None = the value stands as it is."""
    if is_dataclass(kind):
        return _record_reader(kind)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        inner = _reader(next(a for a in arguments if a is not type(None)))
        return None if inner is None else lambda value: None if value is None else inner(value)
    if origin is tuple:
        return _tuple_reader(arguments)
    if kind is date:
        return date.fromisoformat
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return None


def _tuple_reader(arguments: tuple[Any, ...]) -> Callable[[Any], Any]:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        item = _reader(arguments[0])
        return tuple if item is None else lambda value: tuple(map(item, value))
    readers = tuple(_reader(argument) or _same for argument in arguments)
    return lambda value: tuple(read(part) for read, part in zip(readers, value, strict=True))


def _same(value: Any) -> Any:
    return value


def _record_reader(kind: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    names = frozenset(_names(kind))
    turned = tuple((name, read) for name in _names(kind) if (read := _reader(hints[name])) is not None)

    def read_record(value: dict[str, Any]) -> Any:
        known = dict(value) if value.keys() <= names else {name: value[name] for name in names & value.keys()}
        for name, read in turned:
            if name in known:
                known[name] = read(known[name])
        return kind(**known)

    return read_record
