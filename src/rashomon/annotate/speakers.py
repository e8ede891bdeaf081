"""Speakers named at the end of a sentence.

In "Rebels fled, leaving ten dead, the spokesman, Karim Daud, said." a parser takes the object before the comma ("ten
dead") for the one who speaks and the speaker for its apposition. But what stands right behind a verb, without a comma,
is that verb's object. In "Shells hit the city of Bor, an official and two nurses said." it hangs the speakers under the
town, and nobody speaks.

In "Shells hit a market in the town, medics and witnesses said, hours after the vote." it takes the speakers for more of
the list that the comma ends.
"""

from rashomon.annotate.columns import NOMINAL, VERBAL, Columns

_TELLING = frozenset({"VBD", "VBZ", "VBP"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "expl"})
_JOINED = frozenset({"nsubj", "conj"})

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_TAKEN = _SUBJECTS | {"csubj", "obj"}


def mend_last_speaker(c: Columns) -> None:
    """Give a verb at the end of a sentence, with what is said before it, the speaker between the commas; in place."""
    last = _last_word(c)
    if last < 4 or c.heads[last] != last or c.words[last - 1] != "," or c.tags[last] not in VERBAL:
        return
    children = c.children(last)
    said = any(c.rels[k] == "ccomp" for k in children)
    for subject in (k for k in children if c.rels[k] == "nsubj" and k < last):
        speaker = next((k for k in c.children(subject) if c.rels[k] == "appos" and k > subject), None)
        before = _left_edge(c, subject) - 1
        if said and speaker is not None and before > 0 and c.tags[before] in VERBAL - {"MD"}:
            for child in c.children(subject):
                if child > subject and child != speaker:
                    c.heads[child] = speaker
            c.attach(subject, before, "obj")
            c.attach(speaker, last, "nsubj")


def mend_lost_speaker(c: Columns) -> None:
    """Give a verb of telling that ends a sentence without a subject the nouns between the last comma and it; in place.

    Nothing else can stand there: an apposition of what is told would have a comma behind it.
    """
    last = _last_word(c)
    children = c.children(last)
    told = next((k for k in children if c.rels[k] == "ccomp"), None)
    comma = next((k for k in range(last - 1, 0, -1) if c.words[k] == ","), None)
    if last < 4 or c.heads[last] != last or c.tags[last] not in _TELLING or told is None or comma is None:
        return
    span = range(comma + 1, last)
    if comma < told or any(c.rels[k] in _SUBJECTS and k not in span for k in children):
        return
    outer = [k for k in span if c.heads[k] not in span]
    if not outer or any(c.tags[k] in VERBAL for k in span) or not {c.tags[k] for k in outer} <= NOMINAL:
        return
    if len(outer) == 1 or (any(c.rels[k] == "cc" for k in span) and {c.rels[k] for k in outer[1:]} <= _JOINED):
        c.attach(outer[0], last, "nsubj")
        for other in outer[1:]:
            c.attach(other, outer[0], "conj")


def _last_word(c: Columns) -> int:
    last = len(c.words) - 1
    while last > 0 and c.rels[last] == "punct":
        last -= 1
    return last


def mend_inner_speaker(c: Columns) -> None:
    """Give a verb between commas, beside the clause that it tells, the nouns right before it as subject; in place."""
    for verb, rel in enumerate(c.rels):
        if rel != "parataxis" or c.tags[verb] != "VBD" or any(c.rels[k] in _TAKEN for k in c.children(verb)):
            continue
        comma = next((k for k in range(verb - 1, 0, -1) if c.words[k] == ","), 0)
        heads = [k for k in range(comma + 1, verb) if c.rels[k] == "conj" and c.heads[k] < comma]
        whole = comma > 0 and bool(heads) and heads[-1] == verb - 1
        others = {k for k in range(comma + 1, verb) if k not in heads and not comma < c.heads[k] < verb}
        if whole and not others and all(c.tags[k] in _NOUNS for k in heads):
            c.attach(heads[0], verb, "nsubj")
            for later in heads[1:]:
                c.heads[later] = heads[0]


def _left_edge(c: Columns, token: int) -> int:
    edge = token
    while lefts := [k for k in c.children(edge) if k < edge]:
        edge = lefts[0]
    return edge
