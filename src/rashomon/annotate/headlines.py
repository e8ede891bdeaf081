"""The verb of a headline that a parser took for a heap of nouns ("Warplanes bomb market").

Headlines tell in the present tense and leave out articles, so half of their verbs look like nouns. Where a headline's
tree has no finite verb at its top, its first word that can be one, and that fits what stands before and behind it, is
read as a verb that is nothing else; the word printed and its present tense stay.
"""

from collections.abc import Collection, Mapping, Sequence

from rashomon.annotate.lemmas import Lemmatizer

_TELLING = frozenset({"VBZ", "VBP", "VBD", "VB", "VBN", "MD", "JJ"})  # "Ten dead in raid" tells as a verb does
_VERBS = frozenset({"VBZ", "VBP", "VBD", "VB", "MD"})
_SINGULAR = frozenset({"NN", "NNP"})
_PLURAL = frozenset({"NNS", "NNPS", "CD"})
_OPENS_OBJECT = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "CD", "DT", "PRP", "PRP$", "RP", "VBN", "VBG"})
_SOMEBODY = frozenset({"armed", "people", "government", "leader", "organisation", "band", "weapon", "protest", "mob"})


class HeadlineVerbs:
    """Finds the verbs of headlines."""

    def __init__(
        self,
        lemmatizer: Lemmatizer,
        verbs: Collection[str],
        classes: Mapping[str, Collection[str]],
        sides: Collection[str],
    ) -> None:
        """Take what the rules rest on.

        Args:
            lemmatizer: for the forms of verbs.
            verbs: dictionary forms of verbs that tell or report what happened.
            classes: noun -> what it is.
            sides: what is read for names of groups and countries (`annotate.veiling`).
        """
        self._lemmatizer = lemmatizer
        self._verbs = frozenset(filter(lemmatizer.is_verb, verbs))
        self._sides = sides
        self._classes = classes

    def find(self, words: Sequence[str], tags: Sequence[str], root: int) -> tuple[int, str] | None:
        """Give the word to read as a verb and its Penn tag, or None where the tree has a verb or none fits.

        Args:
            words: words of one headline.
            tags: their Penn tags.
            root: position of the top of its tree.
        """
        if tags[root] in _TELLING:
            return None
        lows = [word.lower() for word in words]
        for at in range(1, len(words)):
            if tags[at] in _VERBS and at != 1:
                return None
            opens = tags[at - 1] in _PLURAL or (words[at - 1] in self._sides and _opens_object(tags, at + 1))
            if opens and self._is_verb(lows[at], "VB"):
                return at, "VBP"
            if self._is_somebody(words[at - 1], tags[at - 1], at) and self._is_third(lows, tags, at):
                return (at + 1, "VBP") if self._is_verb(lows[at + 1], "VB") else (at, "VBZ")
        return None

    def _is_somebody(self, word: str, tag: str, at: int) -> bool:
        """Say whether a singular noun before position `at` may do something: a side, people, arms."""
        somebody = word in self._sides or not _SOMEBODY.isdisjoint(self._classes.get(word.lower(), ()))
        return somebody and (tag in _SINGULAR or at == 1)

    def _is_third(self, lows: Sequence[str], tags: Sequence[str], at: int) -> bool:
        """Say whether a word is a verb's form in -s before what may be its object ("Army shells camp")."""
        return _opens_object(tags, at + 1) and self._is_verb(lows[at], "VBZ")

    def _is_verb(self, low: str, tag: str) -> bool:
        lemma = self._lemmatizer.lemma(low, "VERB", tag)
        return lemma in self._verbs and (lemma == low) is (tag == "VB")


def _opens_object(tags: Sequence[str], at: int) -> bool:
    return at < len(tags) and tags[at] in _OPENS_OBJECT
