"""Speakers named at the end of a sentence.

In "Rebels fled, leaving ten dead, the spokesman, Karim Daud, said." a parser takes the object before the comma ("ten
dead") for the one who speaks and the speaker for its apposition. But what stands right behind a verb, without a comma,
is that verb's object.
"""

from rashomon.annotate.columns import VERBAL, Columns


def mend_last_speaker(c: Columns) -> None:
    """Give a verb at the end of a sentence, with what is said before it, the speaker between the commas; in place."""
    last = len(c.words) - 1
    while last > 0 and c.rels[last] == "punct":
        last -= 1
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


def _left_edge(c: Columns, token: int) -> int:
    edge = token
    while lefts := [k for k in c.children(edge) if k < edge]:
        edge = lefts[0]
    return edge
