"""Letters only: what two spellings of one name have in common, without knowing any name.

`fold` takes case, marks and script away; `skeleton` also what transliterations write differently; `consonants` also the
vowels. Each throws away more than the one before it, so equality under a later one is weaker evidence.
"""

import re
from functools import lru_cache

from anyascii import anyascii

_CACHE = 1 << 16

_POSSESSIVE = re.compile(r"['’]s\b", re.IGNORECASE)
_MARKS = str.maketrans("", "", "'’‘`´ʻʼʽʾʿ")
_WORD = re.compile(r"[a-z0-9]+")

# Orthography, not vocabulary: articles and izafat that a spelling writes apart, joins or leaves out.
PARTICLES = frozenset([
    "e", "i", "ye", "yi", "al", "el", "ul", "ol", "il", "as", "us", "os", "es", "ash", "ush", "ad", "ud", "od", "ed",
    "ar", "ur", "er", "an", "at", "az", "uz", "ez", "the", "of",
])  # fmt: skip
_VOWELS = "aiu"
_NO_VOWELS = str.maketrans("", "", _VOWELS)

# One sound, many spellings: longest first. Arabic, Persian and Pashto kh/h, gh/g; Turkish and Slavic s, c; Malay and
# French ou; GeoNames writes the Arabic letter sad with the Turkish letter for sh, so both are one here. A sound that
# is itself a letter of `_SINGLE` stands in capitals until the single letters are done.
_GROUPS = {
    "shch": "s", "dzh": "j", "tch": "C", "sch": "s", "kh": "h", "gh": "g", "dh": "d", "th": "t", "ph": "f", "sh": "s",
    "ch": "C", "dj": "j", "zh": "j", "ck": "k", "ts": "s", "tz": "s", "ou": "u", "oo": "u", "au": "u", "aw": "u",
    "ow": "u", "uw": "u", "ee": "i", "ei": "i", "ey": "i", "ai": "i", "ay": "i", "ie": "i", "iy": "i", "yi": "i",
    "yy": "i", "ii": "i", "ij": "i", "aa": "a", "ae": "i",
}  # fmt: skip
_SINGLE = str.maketrans({"q": "k", "c": "k", "x": "ks", "w": "v", "y": "i", "o": "u", "e": "i", "C": "c"})
_BEFORE_CONSONANT = {"aw", "ow", "uw", "ay", "ey", "ai", "ei", "au"}
_GROUP = re.compile(
    "|".join(
        spelling + (r"(?![aeiou])" if spelling in _BEFORE_CONSONANT else "")
        for spelling in sorted(_GROUPS, key=lambda s: (-len(s), s))
    )
)
_DOUBLED = re.compile(r"([a-zA-Z])\1+")  # letters alone: Camp 22 is not Camp 2


@lru_cache(_CACHE)
def fold(text: str) -> str:
    """Give the text in lower-case ASCII words with single blanks; possessive, accents and punctuation are gone."""
    if "'" in text or "’" in text:
        text = _POSSESSIVE.sub("", text).translate(_MARKS)
    if not text.isascii():
        text = anyascii(text.translate(_MARKS)).translate(_MARKS)
    return " ".join(_WORD.findall(text.lower()))


@lru_cache(_CACHE)
def sound(word: str) -> str:
    """Give the sounds of one folded word: `khesar` and `hisar` are one, `panjshayr` and `panjshir` are one."""
    grouped = _GROUP.sub(_heard, word).translate(_SINGLE)
    heard = _DOUBLED.sub(r"\1", grouped)
    return heard[:-1] if len(heard) > 2 and heard[-1] == "h" and heard[-2] in _VOWELS else heard


def _heard(found: re.Match[str]) -> str:
    return _GROUPS[found[0]]


@lru_cache(_CACHE)
def skeleton(text: str) -> str:
    """Give the sounds of a whole name as one string, without articles, izafat and the breaks between its words."""
    words = fold(text).split()
    kept = [word for word in words if word not in PARTICLES] or words
    sounds = [sound(word) for word in kept]
    return _DOUBLED.sub(r"\1", "".join([*map(_without_izafat, sounds[:-1]), *sounds[-1:]]))


def _without_izafat(heard: str) -> str:
    return heard[:-1] if len(heard) > 3 and heard.endswith("i") else heard


@lru_cache(_CACHE)
def consonants(word: str) -> str:
    """Give the consonants of one folded word; a vowel at its start is kept as `a`."""
    heard = sound(word)
    inner = heard.translate(_NO_VOWELS)
    return f"a{inner}" if heard[:1] and heard[0] in _VOWELS else inner
