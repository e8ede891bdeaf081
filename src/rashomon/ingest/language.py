"""Language of a document, and paragraphs in another one."""

import re

from rashomon.lexicon.furniture import Furniture

_SAMPLE = 1500
_LEAST_LETTERS = 60
_FOREIGN_WORDS = 20
# Share of the commonest words below which a paragraph is asked about; English prose has .25 to .45.
_COMMON = 0.12
# Share of letters beyond the Latin script above which a paragraph is of another script.
_OTHER_SCRIPT = 0.6
# Share of capitalised words above which a paragraph is a list of names, which no language can be told from.
_NAMES = 0.5
_BEYOND_LATIN = re.compile(r"[^\W\d_\x00-\u024f]")


def find_language(text: str, default: str) -> tuple[str, bool]:
    """Identify the language of a text by its first part.

    Args:
        text: what is read of the document.
        default: language given to a text too short to tell.

    Returns:
        ISO 639-1 code, and whether the text was long enough to tell.
    """
    sample = text[:_SAMPLE]
    if sum(sign.isalpha() for sign in sample) < _LEAST_LETTERS:
        return default, False
    return _classify(sample), True


def is_common(text: str, furniture: Furniture) -> bool:
    """Say whether a text holds enough of the commonest words to be in the language of the table without asking."""
    words = text[:_SAMPLE].lower().split()
    return sum(word in furniture.common_words for word in words) >= _COMMON * len(words)


def is_foreign(text: str, words: int, language: str, furniture: Furniture) -> bool:
    """Say whether a paragraph is in another language than its document; a short one never is, unless by its script.

    Args:
        text: the paragraph.
        words: number of its words.
        language: language of the document.
        furniture: the page language, for its commonest words.
    """
    sample = text[:_SAMPLE]
    beyond = 0 if sample.isascii() or not furniture.latin else len(_BEYOND_LATIN.findall(sample))
    if beyond and beyond > _OTHER_SCRIPT * sum(sign.isalpha() for sign in sample):
        return True
    if words < _FOREIGN_WORDS or is_common(text, furniture) or _is_name_list(sample):
        return False
    return _classify(sample) != language


def _is_name_list(text: str) -> bool:
    words = text.split()
    return sum(word[0].isupper() for word in words) > _NAMES * len(words)


def _classify(text: str) -> str:
    # Half a second to import, most of it the model: only who reads pays.
    from py3langid import classify  # noqa: PLC0415

    return str(classify(text)[0])
