"""A name cut into the words that count."""

import re
from functools import lru_cache

from rashomon.lexicon.names import NameTable
from rashomon.names.fold import fold

_CACHE = 1 << 15
_NICKNAME = re.compile(r"""(?<=\w)\s+["'“‘(][^"'”’)]+["'”’)]\s+(?=\w)""")


def bare_name(name: str, table: NameTable) -> str:
    """Give the printed name without the honorifics before it; a name of honorifics only stays as it is."""
    words = name.split()
    first = next((i for i, word in enumerate(words) if fold(word) not in table.honorifics), 0)
    return " ".join(words[first:])


@lru_cache(_CACHE)
def person_tokens(name: str, table: NameTable) -> tuple[str, ...]:
    """Give the folded words of a person's name in their order, without honorifics, particles and suffixes.

    "Surname, Given" is turned round; a nickname in quotation marks or brackets inside is left out; names written in
    halves ("Abd al-Karim", "Nur Ullah", "Ba Omar") become one word.
    """
    words = fold(_turned(_NICKNAME.sub(" ", name), table)).split()
    first = next((i for i, word in enumerate(words) if word not in table.honorifics), 0)
    words = words[first:]
    while len(words) > 2 and words[-1] in table.suffixes:
        words.pop()
    return tuple(_joined(words, table))


def _turned(name: str, table: NameTable) -> str:
    surname, comma, given = name.partition(",")
    if not comma or "," in given or not given.strip() or fold(given) in table.suffixes:
        return name
    return f"{given} {surname}"


def _joined(words: list[str], table: NameTable) -> list[str]:
    kept = [word for i, word in enumerate(words) if word not in table.particles or (i == 0 and len(word) == 1)] or words
    joined: list[str] = []
    servant = opened = False
    for position, word in enumerate(kept):
        if servant:
            joined[-1] = f"abd{word}"
        elif opened or (word in table.endings and joined):
            joined[-1] += word
        else:
            joined.append(_plain_servant(word))
        goes_on = not servant and not opened and position + 1 < len(kept)
        servant, opened = goes_on and word in table.servants, goes_on and word in table.openings
    return joined


def _plain_servant(word: str) -> str:
    """Write `abdulkarim`, `abdelkarim` as `abdkarim`; `abdullah` stays."""
    if len(word) > 8 and word.startswith(("abdul", "abdel", "abdal", "abdol", "abdur")):
        return f"abd{word[5:]}"
    return word
