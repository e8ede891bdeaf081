"""The typed tables read from resources/. Each table has one module here and one place in `Lexicon`."""

from dataclasses import dataclass
from functools import cache

from rashomon.lexicon.files import resources
from rashomon.lexicon.phrases import Phrases, load_phrases


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables of one language, read once.

    Attributes:
        language: ISO 639-1 code.
        phrases: the words of a briefing.
    """

    language: str
    phrases: Phrases


@cache
def load_lexicon(language: str = "en") -> Lexicon:
    """Read all tables.

    Raises:
        ResourceError: a file is wrong or an entry stands twice.
    """
    folder = resources() / "lang" / language
    return Lexicon(language=language, phrases=load_phrases(folder))
