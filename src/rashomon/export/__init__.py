"""Ledger -> files: one module a format in `formats/`, found by its file; the streams and their JSON shapes."""

from collections.abc import Callable
from importlib import import_module
from importlib.resources import files

from rashomon.errors import InputError
from rashomon.export.streams import STREAMS as STREAMS
from rashomon.export.streams import Export as Export
from rashomon.export.streams import Stream as Stream

Writer = Callable[[Export], None]


def format_names() -> tuple[str, ...]:
    """Give the names of all formats, from the folder."""
    entries = (entry.name for entry in (files(__name__) / "formats").iterdir())
    return tuple(sorted(name[:-3] for name in entries if name.endswith(".py") and not name.startswith("_")))


def find_writer(name: str) -> Writer:
    """Give the function that writes a format.

    Raises:
        InputError: there is no such format.
    """
    if name not in format_names():
        raise InputError(f"no export format {name!r}; there are: {', '.join(format_names())}")
    writer: Writer = import_module(f"{__name__}.formats.{name}").write
    return writer
