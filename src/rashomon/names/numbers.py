"""Numbers in names as digits, however they are written."""

import re

from rashomon.lexicon.names import NameTable

_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")


def read_numbers(words: list[str], table: NameTable) -> tuple[str, ...]:
    """Write every number among folded words as digits ("forty four", "44th", "iv" behind another word)."""
    read: list[str] = []
    tens = False
    for position, word in enumerate(words):
        found = _ORDINAL.fullmatch(word)
        number = found[1] if found else table.numbers.get(word, "")
        if not position and word in table.romans:
            number = ""
        if not number:
            read.append(word)
        elif tens and len(number) == 1:
            read[-1] = str(int(read[-1]) + int(number))
        else:
            read.append(number)
        tens = bool(number) and len(number) == 2 and number.endswith("0") and word.isalpha()
    return tuple(read)
