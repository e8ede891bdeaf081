"""ClearNLP labels, as spaCy's English pipelines give them, to Universal Dependencies v2 with UD's structure.

UD hangs function words under content words: prepositions and copulas give up their place to what they introduce, and
all conjuncts hang under the first one. Source: https://universaldependencies.org/u/dep/ and the English guidelines.
The steps stand in `convert` in the order in which they must run.
"""

from rashomon.annotate.articles import mend_articles, part_objects
from rashomon.annotate.columns import VERBAL, Columns
from rashomon.annotate.misjoined import mend_comments, mend_named_subjects, mend_opening_days, mend_participles
from rashomon.annotate.prepositions import fix_multiwords, lift_objects
from rashomon.annotate.speakers import mend_inner_speaker, mend_last_speaker, mend_lost_speaker
from rashomon.lexicon.annotating import DependencyTable

_RENAMED = {
    "ROOT": "root",
    "dobj": "obj",
    "dative": "iobj",
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "poss": "nmod:poss",
    "prt": "compound:prt",
    "relcl": "acl:relcl",
    "neg": "advmod",
    "quantmod": "advmod",
    "preconj": "cc:preconj",
    "predet": "det:predet",
    "intj": "discourse",
    "meta": "dep",
    "oprd": "xcomp",
    "acomp": "xcomp",
    "attr": "xcomp",
    "prep": "advmod",  # what is left of them has no object: stranded, or an adverb
    "agent": "advmod",
    "pobj": "obl",
    "pcomp": "advcl",
    "": "dep",
}
_BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "am", "'s", "’s", "'re", "’re", "'m", "’m"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_BARE_CAUSE = frozenset({"let", "make", "makes", "made", "see", "sees", "saw", "seen", "help", "helped", "have",
                         "has", "had", "hear", "heard", "watched"})  # fmt: skip


def convert(columns: Columns, table: DependencyTable) -> None:
    """Rewrite one sentence in place from ClearNLP to UD v2."""
    lift_objects(columns)
    _lift_predicates(columns, table)
    _raise_objects(columns)
    _flatten_conjuncts(columns)
    _hang_function_words(columns)
    _rename(columns, table)
    fix_multiwords(columns, table)
    mend_articles(columns)
    part_objects(columns)
    mend_last_speaker(columns)
    mend_lost_speaker(columns)
    mend_inner_speaker(columns)
    mend_participles(columns)
    mend_opening_days(columns, table)
    mend_named_subjects(columns)
    mend_comments(columns, table)


def _lift_predicates(c: Columns, table: DependencyTable) -> None:
    """Put the predicate in the place of "be", deepest first; "there is" keeps its verb."""
    for verb in sorted((i for i, word in enumerate(c.words) if _is_main_be(c, i, word)), key=lambda i: -c.depth(i)):
        children = c.children(verb)
        rels = {c.rels[k] for k in children}
        if "expl" in rels and any(c.words[k] == "there" for k in children if c.rels[k] == "expl"):
            for child in children:
                if c.rels[child] == "attr":
                    c.rels[child] = "nsubj"
            continue
        predicate = _predicate(c, verb, children, table)
        if predicate is not None:
            c.replace(verb, predicate)
            c.rels[verb] = "cop"


def _is_main_be(c: Columns, i: int, word: str) -> bool:
    return word in _BE and c.rels[i] not in {"aux", "auxpass", "case"} and c.tags[i] in VERBAL


def _predicate(c: Columns, verb: int, children: list[int], table: DependencyTable) -> int | None:
    for rel in ("attr", "acomp", "oprd"):
        found = [k for k in children if c.rels[k] == rel]
        if found:
            return found[0]
    if not any(c.rels[k] in _SUBJECTS for k in children) and c.rels[verb] not in {"relcl", "conj", "acl", "advcl"}:
        return None
    if any(c.rels[k] in {"xcomp", "ccomp"} and k > verb for k in children):
        return None
    after = [k for k in children if k > verb]
    for child in after:
        if c.rels[child] == "advmod" and c.words[child] in table.places:
            return child
    return next((k for k in after if c.rels[k] in {"obl", "nmod"}), None)


def _raise_objects(c: Columns) -> None:
    """Give "asked [them] to leave" its object: the subject of an infinitive is the object of the verb above."""
    for verb, rel in enumerate(c.rels):
        head = c.heads[verb]
        if rel != "ccomp" or head > verb or c.tags[head] not in VERBAL:
            continue
        children = c.children(verb)
        if any(c.rels[k] in {"mark", "auxpass"} and c.tags[k] == "IN" for k in children):
            continue
        subject = next((k for k in children if c.rels[k] in {"nsubj", "nsubjpass"} and head < k < verb), None)
        if subject is None or not _is_infinitive(c, verb, children, head, subject):
            continue
        c.attach(subject, head, "dobj")
        c.rels[verb] = "xcomp"


def _is_infinitive(c: Columns, verb: int, children: list[int], head: int, subject: int) -> bool:
    if any(c.tags[k] == "TO" and subject < k < verb for k in children if c.rels[k] == "aux"):
        return True
    return c.tags[verb] == "VB" and c.words[head] in _BARE_CAUSE and not any(c.rels[k] == "aux" for k in children)


def _flatten_conjuncts(c: Columns) -> None:
    """Hang all conjuncts under the first, and each conjunction and comma under the conjunct that follows it."""
    for i in range(len(c.rels)):
        if c.rels[i] != "conj":
            continue
        first, seen = c.heads[i], {i}
        while c.rels[first] == "conj" and c.heads[first] != first and first not in seen:
            seen.add(first)
            first = c.heads[first]
        c.heads[i] = first
    for i, rel in enumerate(c.rels):
        if rel == "cc" or (rel == "punct" and c.words[i] in {",", ";"}):
            head = c.heads[i]
            group = c.heads[head] if c.rels[head] == "conj" else head
            following = next((k for k in c.children(group) if k > i and c.rels[k] == "conj"), None)
            if following is not None and (rel == "cc" or _between(c, i, group, following)):
                c.heads[i] = following


def _between(c: Columns, i: int, group: int, following: int) -> bool:
    """Say whether a comma parts two conjuncts: nothing else of the group's stands between it and the next conjunct."""
    loose = {"cc", "punct", "advmod"}
    return group < i and not any(i < k < following and c.rels[k] not in loose for k in c.children(group))


def _hang_function_words(c: Columns) -> None:
    """Give function words no dependents: what still hangs under one moves to its head (fixed and conj may stay)."""
    for i in range(len(c.rels)):
        head, seen = c.heads[i], 0
        while (
            c.rels[head] in {"case", "cop", "mark", "aux", "auxpass", "punct", "cc"}
            and c.heads[head] != head
            and seen < 8
        ):
            if c.rels[i] in {"conj", "fixed"} and c.rels[head] == "case":
                break
            head, seen = c.heads[head], seen + 1
        c.heads[i] = head if head != i else c.heads[i]


def _rename(c: Columns, table: DependencyTable) -> None:
    for i, rel in enumerate(c.rels):
        if rel == "npadvmod":
            c.rels[i] = "obl:tmod" if _tells_time(c, i, table) else "obl:npmod"
        elif rel == "aux" and c.tags[i] == "TO":
            c.rels[i] = "mark"
        elif rel == "nmod":
            c.rels[i] = "nmod" if any(c.rels[k] == "case" for k in c.children(i)) or i > c.heads[i] else "compound"
        else:
            c.rels[i] = _RENAMED.get(rel, rel)
        if c.heads[i] == i:
            c.rels[i] = "root"


def _tells_time(c: Columns, i: int, table: DependencyTable) -> bool:
    if c.tags[c.heads[i]] in {"JJ", "JJR", "RBR"}:  # "38 years old" measures, it tells no time
        return False
    word = c.words[i].rstrip(".")
    return word in table.times or word.removesuffix("s") in table.times or (c.tags[i] == "CD" and len(word) == 4)
