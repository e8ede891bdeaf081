"""Names of places: which aliases count, what to show, and the keys they are found by."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from rashomon.lexicon.places import PlaceTable
from rashomon.names import fold, skeleton

OWN, ALIAS, SOUND = 0, 1, 2

_LATIN = re.compile(r"[A-Z\u00c0-\u00de\u0100-\u024f\u1e00-\u1eff'‘’ʻʿ][\u0000-\u024f\u02bb-\u02bf\u1e00-\u1eff‘’]+")
_CODE = re.compile(r"[A-Z]{2,4}")
_ENGLISH = re.compile(r"^(?:The )?(.+?) (?:Province|District|Governorate|Oblast|Region)$")
_PLAIN = 0x100  # marks of Western European languages are kept, rarer ones are not printed by newspapers


def usable(alias: str) -> bool:
    """Say whether an alias is a printed Latin name: no other script, no transliteration key, no airport's code."""
    return bool(_LATIN.fullmatch(alias)) and not _CODE.fullmatch(alias)


def display_name(local: str, aliases: Sequence[str], parts: Collection[str] = ()) -> str:
    """Give the name that English reports print.

    Args:
        local: GeoNames' own name.
        aliases: other names.
        parts: words that begin an English name of a part ("North"), lower case.
    """
    for alias in (*aliases, local):
        found = _ENGLISH.match(alias)
        if found and skeleton(found[1])[:1] == skeleton(local)[:1]:
            return found[1]
    turned = next((alias for alias in aliases if alias.partition(" ")[0].lower() in parts), None)
    if turned is not None and local.partition(" ")[0].lower() not in parts:
        return turned
    if all(ord(letter) < _PLAIN for letter in local):
        return local
    return " ".join(word if word.islower() else _titled(word) for word in _ascii(local).split(" "))


def _ascii(local: str) -> str:
    words = re.split(r"([ -])", local)
    return "".join(word if word in " -" or all(ord(c) < _PLAIN for c in word) else _like(word) for word in words)


def _like(word: str) -> str:
    plain = fold(word).replace(" ", "")
    return plain if word[:1].islower() else _titled(plain)


def _titled(word: str) -> str:
    return word[:1].upper() + word[1:]


@lru_cache(4096)
def bare(folded: str, table: PlaceTable) -> str:
    """Give a folded name without generic words at its ends ("nawa district" -> "nawa"); never nothing."""
    words = folded.split()
    while len(words) > 1 and (words[-1] in table.features or words[-1] in table.seas):
        words.pop()
    while len(words) > 1 and words[0] in table.features:
        words.pop(0)
    if len(words) > 1 and words[0] == "of":
        words.pop(0)
    return " ".join(words)


def keys_of(name: str, table: PlaceTable) -> Iterator[tuple[int, str]]:
    """Give the keys under which a name is found, as (level, key)."""
    folded = fold.__wrapped__(name)
    if not folded:
        return
    stripped = bare.__wrapped__(folded, table)
    yield OWN, folded
    if stripped != folded:
        yield ALIAS, stripped
    yield SOUND, skeleton.__wrapped__(stripped)
