"""Deeds told before that a definite noun names again: "arrested four teachers ... denied the arrests"."""

from rashomon.lexicon.cues import CueTable
from rashomon.records import Annotated, Token

_SENTENCES_BACK = 8
_LEAST_STEM = 4  # letters; "kill" and "killings"
_DEEDS = frozenset({"VERB", "NOUN"})
_OWN_WORDS = frozenset({"nmod", "acl", "acl:relcl", "ccomp", "compound", "nummod"})


def find_deed(annotated: Annotated, word: int, table: CueTable) -> Token | None:
    """Find the word that told first what a definite noun without words of its own names, the nearest one.

    The two share their stem: all letters of the shorter but its last.

    Args:
        annotated: the document.
        word: index of the noun.
        table: determiners of what was told before.
    """
    noun = annotated.tokens[word]
    known = any(t.lemma in table.definite for t in annotated.dependents(word, "det"))
    if noun.upos != "NOUN" or not known or any(True for _ in annotated.dependents(word, *_OWN_WORDS)):
        return None
    last = annotated.sentences[noun.sentence].first
    first = annotated.sentences[max(0, noun.sentence - _SENTENCES_BACK)].first
    before = (annotated.tokens[index] for index in range(last - 1, first - 1, -1))
    return next((t for t in before if t.upos in _DEEDS and _share_stem(t.lemma.lower(), noun.lemma.lower())), None)


def _share_stem(one: str, other: str) -> bool:
    least = max(_LEAST_STEM, min(len(one), len(other)) - 1)
    return len(one) >= least and one[:least] == other[:least]
