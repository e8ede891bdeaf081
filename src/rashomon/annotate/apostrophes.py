"""Genitives of texts that have lost their apostrophes ("Syrias north"), as a tokenizer cuts whole ones.

Pages that go through a wrong encoding lose every apostrophe, and a name with an "s" behind it is no name to any table.
What is cut are names of countries and their seats, which have no plural, and abbreviations of groups and bodies.
"""

from collections.abc import Iterable, Iterator, Mapping

_APOSTROPHES = frozenset("'’‘ʼ`´")
_FEWEST = 3  # capitals of an abbreviation: "MPs" and "UNs" are many
_GENITIVE = "'s"

# One printed token: where it begins in its piece, how many letters, the form to read, whether a space follows.
Cut = tuple[int, int, str, bool]


def has_lost(text: str) -> bool:
    """Say whether a text has no apostrophe at all."""
    return _APOSTROPHES.isdisjoint(text)


def genitives(lands: Iterable[str], register: Mapping[str, Iterable[tuple[str, ...]]]) -> frozenset[str]:
    """Give the words that are a name and its "s".

    Args:
        lands: names of countries and of the towns that stand for them.
        register: first word of names of groups and bodies -> those names.
    """
    single = {name for name in lands if name.isalpha() and not name.isupper()}
    names = {name[0] for rows in register.values() for name in rows if len(name) == 1}
    short = {name for name in names if len(name) >= _FEWEST and name.isupper() and name.isalpha()}
    return frozenset(f"{name}s" for name in single | short) - single - names


def cut(tokens: Iterable[Cut], known: frozenset[str]) -> Iterator[Cut]:
    """Cut the name from its "s" before another word; at the end of a clause both stay one."""
    listed = list(tokens)
    for token, after in zip(listed, [*listed[1:], None], strict=True):
        start, length, word, space = token
        if word in known and after is not None and after[2][:1].isalnum():
            yield start, length - 1, word[:-1], False
            yield start + length - 1, 1, _GENITIVE, space
        else:
            yield token
