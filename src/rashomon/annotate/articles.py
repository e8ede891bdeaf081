"""Articles that a parser takes for a noun, and objects behind a comma.

In "Fighters of the Hill Front (HF) seized it" a parser may end the phrase at the article and make a second subject of
the name behind it. But an article always belongs to the noun that follows. And in "Seven killed, one held" the
second number is no object of the first verb: a comma alone parts no verb from its object.
"""

from rashomon.annotate.columns import Columns

_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "dep", "appos"})
_BEHIND_PREPOSITION = frozenset({"nmod", "obl", "obl:agent"})
_INSIDE = frozenset({"compound", "amod", "nummod", "nmod:poss", "det"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})


def mend_articles(c: Columns) -> None:
    """Give the noun behind an article the article's place behind its preposition; in place."""
    for i, tag in enumerate(c.tags):
        if tag != "DT" or c.rels[i] not in _BEHIND_PREPOSITION or not any(c.rels[k] == "case" for k in c.children(i)):
            continue
        noun = _noun_behind(c, i)
        if noun is None:
            continue
        for child in c.children(i):
            c.heads[child] = noun
        c.attach(noun, c.heads[i], c.rels[i])
        c.attach(i, noun, "det")


def part_objects(c: Columns) -> None:
    """Take an object that only a comma parts from its verb for the beginning of another clause; in place."""
    for i, rel in enumerate(c.rels):
        comma = c.heads[i] + 1
        if rel != "obj" or comma >= i or c.words[comma] != ",":
            continue
        if all(c.heads[k] == i for k in range(comma + 1, i)):
            c.rels[i] = "parataxis"


def _noun_behind(c: Columns, article: int) -> int | None:
    """Give the head of the phrase right behind an article, if it hangs beside what the article hangs on."""
    at = article + 1
    while at < len(c.rels) and c.rels[at] in _INSIDE and c.heads[at] > at:
        at += 1
    if at >= len(c.rels) or c.tags[at] not in _NOUNS or c.rels[at] not in _ARGUMENTS:
        return None
    governor = c.heads[article]
    whole = all(c.heads[k] == at or article < c.heads[k] <= at for k in range(article + 1, at))
    return at if whole and c.heads[at] == c.heads[governor] and governor < article else None
