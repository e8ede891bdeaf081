"""How names are made alike for filters: "Raşid" and "Рашид" are found by "rashid", "Dād" by "dad".

Not `names.fold`: that room loads the lexicon, and asking must start at once.
"""

from functools import lru_cache

from anyascii import anyascii


@lru_cache(4096)
def fold(text: str) -> str:
    """Give the text in lower-case ASCII."""
    return (text if text.isascii() else anyascii(text)).lower()
