"""Words of descriptions, roles and clauses, cut down to what tells two of them apart."""

import re
from functools import lru_cache

from rashomon.lexicon.resolution import ResolutionRules
from rashomon.names import fold

_PLURALS = (("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("men", "man"), ("s", ""))
_AGAINST = re.compile(r"\b(anti|pro)[-‐‑–]\s?(?=\w)()")
_CACHE = 1 << 15


@lru_cache(_CACHE)
def stem(word: str) -> str:
    """Take the plural off an English word: enough to hold a few folded words against each other."""
    if len(word) < 4 or word.endswith("ss"):
        return word
    for ending, instead in _PLURALS:
        if word.endswith(ending):
            return word[: -len(ending)] + instead
    return word


def side_words(text: str, rules: ResolutionRules) -> frozenset[str]:
    """Give the words of a description that tell whose side it is on: "resistance fighters" -> {"resistance"}.

    "anti-X groups" is a side of its own, not X's.
    """
    skip = rules.side_words
    joined = _AGAINST.sub(r"\1\2", text.lower())
    return frozenset(w for w in map(stem, fold(joined).split()) if len(w) > 2 and w not in skip and not w.isdigit())


def content_words(text: str, rules: ResolutionRules) -> frozenset[str]:
    """Give the words of a clause that carry its content."""
    skip = rules.stop_words
    return frozenset(stem(w) for w in fold(text).split() if len(w) > 2 and w not in skip)
