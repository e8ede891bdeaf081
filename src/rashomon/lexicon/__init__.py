"""The typed tables read from resources/. Each table has one module here and one place in `Lexicon`."""

from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables of one language, read once.

    Attributes:
        language: ISO 639-1 code.
    """

    language: str


@cache
def load_lexicon(language: str = "en") -> Lexicon:
    """Read all tables.

    Raises:
        ResourceError: a file is wrong or an entry stands twice.
    """
    return Lexicon(language=language)
