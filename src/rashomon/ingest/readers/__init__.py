"""One module a format, found by looking into this folder. A module offers `accepts` and `read` of page.Reader.

`plain` takes what no other reader accepts, so the order of the others does not matter.
"""

import pkgutil
from functools import cache
from importlib import import_module
from typing import cast

from rashomon.ingest.inputs import RawInput
from rashomon.ingest.page import Reader
from rashomon.ingest.readers import plain


@cache
def find_readers() -> tuple[Reader, ...]:
    """Give all readers but `plain`, sorted by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__) if module.name != "plain")
    return tuple(cast(Reader, import_module(f"{__name__}.{name}")) for name in names)


def reader_for(raw: RawInput) -> Reader:
    """Give the reader that accepts an input, or `plain`."""
    return next((reader for reader in find_readers() if reader.accepts(raw)), cast(Reader, plain))
