"""Dictionary forms: our own table first, then the pipeline's exceptions, index and suffix rules, remembered by word.

The pipeline ships the tables of the WordNet lemmatizer; reading them here costs nothing a word, while its component
costs 4% of the reading and is wrong without the attribute ruler.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.lexicon.annotating import LemmaTable

_KINDS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adj", "ADV": "adv"}
_PRONOUNS = {
    "him": "he",
    "her": "she",
    "them": "they",
    "us": "we",
    "me": "i",
    "his": "his",
    "hers": "she",
    "whom": "who",
}
_REMEMBERED = 200_000


@dataclass(frozen=True, slots=True)
class SuffixTables:
    """What a pipeline's rule lemmatizer holds, by kind of word ("verb", "noun", "adj", "adv").

    Attributes:
        index: dictionary forms.
        exceptions: form -> dictionary forms.
        rules: (suffix, replacement), tried in order.
    """

    index: Mapping[str, frozenset[str]] = field(default_factory=dict)
    exceptions: Mapping[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)
    rules: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)


class Lemmatizer:
    """Finds dictionary forms; remembers what it found, so that a word costs one look-up."""

    def __init__(self, table: LemmaTable, suffixes: SuffixTables) -> None:
        self._own = {"verb": table.verbs, "noun": table.nouns}
        self._suffixes = suffixes
        self._seen: dict[tuple[str, str, str], str] = {}

    def lemma(self, text: str, upos: str, xpos: str) -> str:
        """Give the dictionary form of a word: lower case, but names keep their case."""
        key = (text, upos, xpos)
        found = self._seen.get(key)
        if found is None:
            if len(self._seen) >= _REMEMBERED:
                self._seen.clear()
            found = self._seen[key] = self._find(text, upos, xpos)
        return found

    def is_plural(self, word: str, singular: str) -> bool:
        """Say whether the tables know a noun and do not know the word as another one."""
        nouns = self._suffixes.index.get("noun", frozenset())
        return singular in nouns and word not in nouns

    def is_verb(self, lemma: str) -> bool:
        """Say whether the tables know a dictionary form as a verb's."""
        return lemma in self._suffixes.index.get("verb", ())

    def is_common(self, word: str) -> bool:
        """Say whether a lower-case word is a verb, adjective or adverb of the language too."""
        return any(word in self._suffixes.index.get(kind, ()) for kind in ("verb", "adj", "adv"))

    def _find(self, text: str, upos: str, xpos: str) -> str:
        if upos == "PROPN":
            return text
        word = text.lower().replace("’", "'")
        if upos == "PART" or xpos == "WRB":
            return {"n't": "not", "nt": "not"}.get(word, word)
        if upos == "PRON":
            return _PRONOUNS.get(word, word)
        kind = _KINDS.get(upos)
        if kind is None:
            return word
        own = self._own.get(kind, {}).get(word)
        return own if own is not None else self._by_rule(word, kind, xpos)

    def _by_rule(self, word: str, kind: str, xpos: str) -> str:
        if xpos in {"NN", "VB", "VBP", "JJ", "RB"}:
            return word
        index = self._suffixes.index.get(kind, frozenset())
        exception = self._suffixes.exceptions.get(kind, {}).get(word)
        if exception:
            return exception[0]
        candidates = [
            word[: len(word) - len(suffix)] + new
            for suffix, new in self._suffixes.rules.get(kind, ())
            if word.endswith(suffix) and len(word) > len(suffix) + 1
        ]
        known = [form for form in candidates if form in index]
        if known:
            return known[0]
        return _undouble(word, xpos) or (candidates[0] if candidates and kind not in {"adj", "adv"} else word)


def _undouble(word: str, xpos: str) -> str | None:
    """Cut a participle that no table knows: "retweetted" -> "retweet", "droned" -> "drone"."""
    if xpos not in {"VBD", "VBN", "VBG"}:
        return None
    stem = word.removesuffix("ing" if xpos == "VBG" else "ed")
    if stem == word or len(stem) < 3:
        return None
    if stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]
    return stem + "e" if stem[-1] in "vzcu" or stem[-2:] in {"at", "iz", "is", "ur", "on"} else stem
