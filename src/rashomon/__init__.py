"""Rashomon: one conflict, many accounts, one ledger.

`rashomon.read(paths)` reads reports into a ledger and gives it opened; `rashomon.open(path)` opens one.
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["__version__", "open", "read"]

if TYPE_CHECKING:
    from rashomon.api import read
    from rashomon.asking import OpenLedger as open  # noqa: A004, N813

# Loaded when asked for: reading needs the language library, asking does not.
_FACES = {"read": ("rashomon.api", "read"), "open": ("rashomon.asking", "OpenLedger")}


def __getattr__(name: str) -> Any:
    from importlib import import_module  # noqa: PLC0415

    if name not in _FACES:
        raise AttributeError(f"module 'rashomon' has no attribute {name!r}")
    module, attribute = _FACES[name]
    return getattr(import_module(module), attribute)
