"""Prepositions under what they introduce: UD hangs "in" under "Kabul", ClearNLP "Kabul" under "in"."""

from rashomon.annotate.columns import NOMINAL, VERBAL, Columns
from rashomon.lexicon.annotating import DependencyTable

_PREPOSITIONS = frozenset({"prep", "agent", "dative"})
_COMPARED = frozenset({"more", "less", "fewer", "greater", "rather"})


def lift_objects(c: Columns) -> None:
    """Put the object in the place of its preposition, deepest preposition first ("out of the city")."""
    found = [i for i in range(len(c.rels)) if _is_preposition(c, i)]
    for preposition in sorted(found, key=lambda i: -c.depth(i)):
        children = c.children(preposition)
        inner = next((k for rel in ("pobj", "pcomp", "obl", "nmod") for k in children if c.rels[k] == rel), None)
        if inner is None:
            inner = next((k for k in children if k > preposition and c.rels[k] in {"amod", "advmod"}), None)
        if inner is None:
            inner = _shared_object(c, preposition, children)
        if inner is not None:
            _lift(c, preposition, inner)


def _is_preposition(c: Columns, i: int) -> bool:
    rel, tag = c.rels[i], c.tags[i]
    if rel in _PREPOSITIONS:
        return tag not in NOMINAL
    if rel == "pcomp":
        return tag in {"IN", "TO", "RP"}
    with_object = rel in {"conj", "ROOT", "advmod", "mark", "cc"} and tag in {"IN", "TO"}
    return with_object and any(c.rels[k] in {"pobj", "pcomp"} for k in c.children(i))


def _shared_object(c: Columns, preposition: int, children: list[int]) -> int | None:
    """Give the object that hangs under the second of two joined prepositions ("in and around Kabul")."""
    for child in children:
        if c.rels[child] == "conj" and c.tags[child] in NOMINAL:
            second = [k for k in c.children(child) if c.rels[k] == "case"]
            if second:
                c.attach(second[0], preposition, "conj")
                return child
    return None


def _lift(c: Columns, preposition: int, inner: int) -> None:
    rel, head = c.rels[preposition], c.heads[preposition]
    clause = c.rels[inner] == "pcomp" and c.tags[inner] in VERBAL
    for child in c.children(preposition):
        if child == inner or (c.rels[child] == "conj" and c.tags[child] in {"IN", "TO"}):
            continue
        c.heads[child] = inner
        if c.rels[child] == "pcomp":  # "because of": the object hangs under the first word
            c.rels[child] = "case"
    c.heads[inner] = inner if head == preposition else head
    c.rels[inner] = _lifted_rel(c, preposition, rel, head, clause)
    c.attach(preposition, inner, "mark" if clause else "case")


def _lifted_rel(c: Columns, preposition: int, rel: str, head: int, clause: bool) -> str:
    if rel in {"conj", "ROOT", "pcomp"}:
        return "obl" if rel == "pcomp" else rel
    nominal = c.tags[head] in NOMINAL and not any(c.rels[k] == "cop" for k in c.children(head))
    if clause:
        return "acl" if nominal else "advcl"
    if rel == "agent":
        return "obl:agent"
    return "nmod" if nominal else "obl"


def fix_multiwords(columns: Columns, table: DependencyTable) -> None:
    """Tie multiword function words: the later words are `fixed` dependents of the first."""
    for first, word in enumerate(columns.words):
        for words in table.fixed.get(word, ()):
            if tuple(columns.words[first : first + len(words)]) == words:
                _tie(columns, first, len(words))


def _tie(c: Columns, first: int, length: int) -> None:
    members = range(first, first + length)
    outside = [c.heads[i] for i in members if c.heads[i] not in members]
    if len(set(outside)) != 1 or any(c.heads[i] == i for i in members):
        return
    top = next(i for i in members if c.heads[i] not in members)
    if c.rels[top] not in {"case", "mark", "advmod", "cc", "dep"} and c.words[top] not in _COMPARED:
        return
    for i, head in enumerate(c.heads):
        if head in members and i not in members:
            c.heads[i] = outside[0]
    c.attach(first, outside[0], "advmod" if c.rels[top] in {"dep", "amod"} else c.rels[top])
    for i in range(first + 1, first + length):
        c.attach(i, first, "fixed")
