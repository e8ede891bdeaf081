"""Where sentences begin inside a paragraph: a regular expression, abbreviations, what follows a closing mark."""

import re
from functools import lru_cache
from itertools import pairwise

from rashomon.lexicon.annotating import SentenceTable

# A run of end marks, closing marks, then white space; or no white space where the page lost it ("ended.Then").
_END = re.compile(
    r"""(?P<mark>[.!?…。؟।]+)(?P<close>["'”’»)\]]*)"""
    r"""(?:\s+|(?<=[a-z]{2}[.!?])(?=[A-Z][a-z]{2})|(?<=[a-z][.!?]”)(?=[A-Z][a-z])|(?<=[。؟।]))"""
)
_NEXT = re.compile(r"""(?P<open>["'“‘«„(\[]|``)*(?P<word>[^\W_]+)?(?P<name>-[^\W\d_])?""")
_LAST_WORD = re.compile(r"[^\s(\[“”‘\"'«„/—–-]+$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_LONGEST_WORD = 30


def find_sentences(text: str, start: int, end: int, table: SentenceTable) -> tuple[tuple[int, int], ...]:
    """Split one paragraph into sentences.

    Args:
        text: the document's text.
        start: first code point of the paragraph.
        end: one past its last.
        table: words of the document's language.

    Returns:
        (start, end) of each sentence, white space trimmed, in order; none for a blank paragraph.
    """
    cuts = [match.end() for match in _BLANK_LINE.finditer(text, start, end)]
    cuts += [match.end() for match in _END.finditer(text, start, end) if _ends(text, start, end, match, table)]
    found = []
    for low, high in _pairs(start, sorted(cuts), end):
        piece = text[low:high]
        if piece.strip():
            found.append((low + len(piece) - len(piece.lstrip()), low + len(piece.rstrip())))
    return tuple(found)


def _pairs(start: int, cuts: list[int], end: int) -> list[tuple[int, int]]:
    bounds = [start, *cuts, end]
    return list(pairwise(bounds))


def _ends(text: str, start: int, end: int, match: re.Match[str], table: SentenceTable) -> bool:
    if match.end() >= end:
        return False
    after = _NEXT.match(text, match.end(), end)
    word = after.group("word") or "" if after else ""
    if not word and not (after and after.group("open")):
        return False
    if word[:1].islower() and not (after and word in table.prefixes and (after.group("name") or "").isupper()):
        return False
    if match.group("mark") == ".":
        return _full_stop_ends(text, start, match, word, table)
    if match.group("close") and match.group("mark")[-1] in "!?…":
        return not _goes_on(text, match.end(), end, table)
    return True


def _full_stop_ends(text: str, start: int, match: re.Match[str], after: str, table: SentenceTable) -> bool:
    """Judge a single full stop by the word before it and the word after it."""
    position = match.start()
    found = _LAST_WORD.search(text[max(start, position - _LONGEST_WORD) : position])
    word = found.group().lower() if found else ""
    if not word or match.group("close"):
        return True
    if word in table.titles:
        return False
    if word in table.abbreviations or _INITIALS.fullmatch(word):
        return after.lower() in table.starters and (after[:1].isupper() or not after[:1].isalpha())
    return True


def _goes_on(text: str, position: int, end: int, table: SentenceTable) -> bool:
    """Say whether a name and a reporting verb follow a closed quotation ("... gone!” Karim Daud said")."""
    found = _speech_after(table.speech).match(text, position, end)
    return found is not None


@lru_cache(maxsize=8)
def _speech_after(verbs: frozenset[str]) -> re.Pattern[str]:
    return re.compile(r"(?:[A-Z][\w.’'-]*\s+){1,4}(?:" + "|".join(sorted(verbs)) + r")\b")
