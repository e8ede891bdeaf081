"""Words before a noun that a parser takes for something else: a participle for a verb, a day for the noun's own word.

In "They show burned houses" and "soldiers and allied fighters left" a bare past form right before its noun, without
subject or helper, only says what that is. In "On Monday morning assault groups left" the day stands behind a
preposition that has lost its object. In "The channel Ren told" the name is what the noun before it calls.
"""

from rashomon.annotate.columns import NOMINAL, VERBAL, Columns
from rashomon.lexicon.annotating import DependencyTable

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_WITHIN = frozenset({"amod", "compound"})  # a number between makes it a verb: "and killed two students"
_OWN = frozenset({"nsubj", "nsubj:pass", "aux", "aux:pass", "mark", "cop", "compound:prt", "expl"})


def mend_participles(c: Columns) -> None:
    """Make an attribute of a bare past form that stands right before its noun; in place."""
    for verb, rel in enumerate(c.rels):
        if c.tags[verb] not in {"VBD", "VBN"} or rel not in {"advcl", "conj"} or verb == 0:
            continue
        children = c.children(verb)
        noun = next((k for k in children if c.rels[k] == "obj"), None)
        if noun is None or noun < verb or any(c.rels[k] in _OWN for k in children):
            continue
        if all(c.rels[k] in _WITHIN and verb < c.heads[k] <= noun for k in range(verb + 1, noun)):
            _mend_doers(c, verb, noun)
            _mend_participle(c, verb, noun, children)


def _mend_doers(c: Columns, verb: int, noun: int) -> None:
    """Make subjects of two nouns before a verb that has none: "after soldiers and allied fighters left"."""
    doer, did = verb - 2, noun + 1
    if doer < 0 or did >= len(c.rels) or c.rels[verb - 1] != "cc" or c.tags[doer] not in _NOUNS:
        return
    joined = c.rels[verb] == c.rels[did] == "conj" and c.heads[verb] == c.heads[did] == c.heads[doer]
    children = c.children(did)
    if not joined or c.tags[did] not in VERBAL or any(c.rels[k] in {"nsubj", "nsubj:pass", "cc"} for k in children):
        return
    for case in (k for k in c.children(doer) if c.rels[k] == "case"):
        c.attach(case, did, "mark")
        c.rels[did] = "advcl"
    c.attach(doer, did, "nsubj")
    c.heads[verb] = doer


def _mend_participle(c: Columns, verb: int, noun: int, children: list[int]) -> None:
    head, before = c.heads[verb], verb - 1
    joined = c.rels[verb] == "conj" and c.tags[head] in _NOUNS and c.rels[before] == "cc"
    taken = c.tags[before] in VERBAL - {"MD"} and c.rels[before] not in {"aux", "cop"}
    taken = taken and not any(c.rels[k] == "obj" for k in c.children(before))
    if not joined and not taken:
        return
    for child in children:
        if child != noun:
            c.attach(child, noun, "nmod" if c.rels[child] == "obl" else c.rels[child])
    c.attach(noun, head if joined else before, "conj" if joined else "obj")
    c.attach(verb, noun, "amod")


def mend_opening_days(c: Columns, table: DependencyTable) -> None:
    """Give a preposition without an object the day behind it, which the parser tied to a later noun; in place."""
    for case in range(len(c.rels) - 2):
        if c.tags[case] != "IN" or c.rels[case] not in {"advmod", "dep"} or c.children(case):
            continue
        last = case
        while last + 1 < len(c.rels) and c.words[last + 1] in table.times and c.heads[last + 1] > last + 1:
            last += 1
        noun, verb = c.heads[last], c.heads[case]
        if last == case or c.rels[last] not in {"compound", "nmod", "obl:tmod"} or not noun > last:
            continue
        if c.tags[noun] in NOMINAL and c.tags[verb] in VERBAL and verb != noun:
            for k in range(case + 1, last):
                c.attach(k, last, "compound")
            c.attach(last, verb, "obl")
            c.attach(case, last, "case")


def mend_comments(c: Columns, table: DependencyTable) -> None:
    """Make a relative clause of what is done to a noun behind a comma ("a claim that it denies"); in place.

    A verb that has its object takes no second one behind a comma, and one without any has "that" for its own.
    """
    for noun in range(2, len(c.rels)):
        first = min([noun, *c.children(noun)])
        if c.words[noun] not in table.comments or c.words[first - 1] != "," or c.tags[first] != "DT":
            continue
        before = next((k for k in c.children(c.heads[noun]) if c.rels[k] == "obj" and k < first), None)
        if c.rels[noun] == "obj" and before is not None:
            c.attach(noun, before, "appos")
        clause = next((k for k in c.children(noun) if c.rels[k] == "acl" and c.tags[k] in VERBAL), None)
        children = [] if clause is None else c.children(clause)
        that = next((k for k in children if c.rels[k] == "mark" and c.words[k] == "that"), None)
        below = {c.rels[k] for k in children}
        if clause is None or that is None or "nsubj" not in below or below & {"obj", "ccomp", "xcomp", "obl", "cop"}:
            continue
        c.rels[clause] = "acl:relcl"
        c.rels[that] = "obj"


def mend_named_subjects(c: Columns) -> None:
    """Make one subject of a noun and the name right behind it that hang on one verb as two; in place."""
    for noun in range(len(c.rels) - 1):
        name = noun + 1
        if c.rels[noun] != "nsubj" or c.tags[noun] != "NN" or c.heads[noun] == name:
            continue
        while c.tags[name] == "NNP" and c.rels[name] == "compound" and c.heads[name] > name:
            name = c.heads[name]
        if c.rels[name] != "nsubj" or c.tags[name] != "NNP" or c.heads[name] != c.heads[noun]:
            continue
        if all(noun < c.heads[k] <= name for k in range(noun + 1, name)):
            for child in c.children(noun):
                c.heads[child] = name
            c.attach(noun, name, "compound")
