"""Frames of verbs in the active."""

from rashomon.extract.voices.clauses import complement, complement_pieces, host, host_pieces, phrase_pieces
from rashomon.extract.voices.drafts import Draft, TokenRange, make_draft
from rashomon.extract.voices.grammar import (
    cases,
    direct_object,
    has_mark,
    has_own_subject,
    has_to,
    prepositional,
    prepositions,
    with_preposition,
)
from rashomon.extract.voices.spans import cue_span, subject
from rashomon.lexicon.cues import CueRow, CueTable, Frame
from rashomon.records import Annotated, Function


def infinitive_draft(annotated: Annotated, verb: int, row: CueRow, table: CueTable) -> Draft | None:
    """As in "Promised to ..."."""
    if direct_object(annotated, verb) is not None:
        return None
    for child in annotated.dependents(verb, "xcomp"):
        if child.index > verb and has_to(annotated, child.index):
            return _active(annotated, verb, row, phrase_pieces(annotated, child.index))
    return None


def order_draft(annotated: Annotated, verb: int, row: CueRow, table: CueTable) -> Draft | None:
    """As in "Urged them to ...", "called on them to ..."."""
    obj = direct_object(annotated, verb)
    led = prepositional(annotated, verb, row) if obj is None else None
    mark = None if led is None else prepositions(annotated, led, row.prep)[0]
    obj = led if obj is None else obj
    for child in annotated.dependents(verb, "xcomp", "ccomp", "advcl", "acl"):
        if child.index > verb and has_to(annotated, child.index):
            heads = (child.index,) if obj is None or obj > child.index else (obj, child.index)
            pieces = phrase_pieces(annotated, *heads, without=cases(annotated, obj))
            return make_draft(row, verb, cue_span(annotated, verb, mark), subject(annotated, verb), pieces)
    return None


def gerund_draft(annotated: Annotated, verb: int, row: CueRow, table: CueTable) -> Draft | None:
    """As in "Denied taking ..."; behind an object the gerund is another clause ("denied it, saying ...")."""
    if direct_object(annotated, verb) is not None:
        return None
    for child in annotated.dependents(verb, "xcomp", "ccomp", "advcl"):
        if child.index > verb and child.xpos == "VBG" and not has_mark(annotated, child.index):
            return _active(annotated, verb, row, phrase_pieces(annotated, child.index))
    return None


def small_draft(annotated: Annotated, verb: int, row: CueRow, table: CueTable) -> Draft | None:
    """As in "Called it a crime"."""
    obj = direct_object(annotated, verb)
    first = next((child.index for child in annotated.dependents(verb, "iobj")), None)
    if first is not None and obj is not None and first < obj:
        return _active(annotated, verb, row, phrase_pieces(annotated, first, obj))
    for child in annotated.dependents(verb, "xcomp"):
        if child.index > verb and child.upos in {"NOUN", "ADJ", "PROPN", "PRON"} and obj != child.index:
            heads = (child.index,) if obj is None else (obj, child.index)
            return _active(annotated, verb, row, phrase_pieces(annotated, *heads))
    return None


def as_draft(annotated: Annotated, verb: int, row: CueRow, table: CueTable) -> Draft | None:
    """As in "Described it as ..."."""
    obj = direct_object(annotated, verb)
    found = with_preposition(annotated, verb, frozenset(), Function.AS)
    if found is None or obj is None:
        return None
    return _active(annotated, verb, row, phrase_pieces(annotated, obj, found))


def of_draft(annotated: Annotated, verb: int, row: CueRow, table: CueTable) -> Draft | None:
    """As in "Accused him of ..."; a verb with objects of its own ("put the toll at ...") tells all behind it."""
    obj = direct_object(annotated, verb)
    found = with_preposition(annotated, verb, row.prep)
    if found is None or obj is None:
        return None
    if row.objects:
        told = annotated.tokens[obj].lemma in row.objects and obj < found and not _only_results(annotated, verb, table)
        return _active(annotated, verb, row, shown_pieces(annotated, verb, obj)) if told else None
    return _active(annotated, verb, row, phrase_pieces(annotated, obj, found))


def _only_results(annotated: Annotated, verb: int, table: CueTable) -> bool:
    """Say whether a participle tells what came of a happening ("a blast, putting the toll at six"), not who says so."""
    token = annotated.tokens[verb]
    if token.xpos != "VBG" or subject(annotated, verb, reach=False) is not None:
        return False
    above = [index for index in (token.head, annotated.tokens[token.head].head) if index >= 0]
    return not any(annotated.tokens[index].lemma in table.verbs for index in above)


def prepositional_draft(annotated: Annotated, verb: int, row: CueRow, table: CueTable) -> Draft | None:
    """As in "Called for ..."."""
    for child in annotated.dependents(verb, "obl", "advcl"):
        marks = prepositions(annotated, child.index, row.prep)
        if child.index > verb and marks and not _is_date(annotated, child.index):
            obj = direct_object(annotated, verb)
            if obj is not None and annotated.tokens[obj].upos in {"NOUN", "PROPN"} and obj < child.index:
                return _active(annotated, verb, row, phrase_pieces(annotated, obj, child.index))
            pieces = phrase_pieces(annotated, child.index, without=set(marks))
            return make_draft(row, verb, cue_span(annotated, verb, marks[0]), subject(annotated, verb), pieces)
    return None


def _is_date(annotated: Annotated, index: int) -> bool:
    """Say whether a phrase tells when, not what about ("reported on Monday")."""
    position = annotated.entity_at[index]
    return position >= 0 and annotated.entities[position].label in {"DATE", "TIME"}


def perceived_draft(annotated: Annotated, verb: int, row: CueRow, table: CueTable) -> Draft | None:
    """As in "saw soldiers burn it": somebody who can tell of it, an object, and what that does."""
    del table
    obj, who = direct_object(annotated, verb), subject(annotated, verb)
    told = annotated.tokens[verb].xpos == "VBD"  # "has seen his lead shrink" is no witness's word
    if who is None or not told or not _is_witness(annotated, who, row):
        return None
    for child in annotated.dependents(verb, "xcomp", "ccomp", "advcl"):
        heads = (child.index,) if has_own_subject(annotated, child.index) else (obj, child.index)
        if _is_bare(annotated, child.index) and None not in heads and verb < min(filter(None, heads)):
            return _active(annotated, verb, row, phrase_pieces(annotated, *filter(None, heads)))
    return None


def _is_bare(annotated: Annotated, clause: int) -> bool:
    """Say whether a clause is what somebody is seen doing: no finite verb, no mark."""
    token = annotated.tokens[clause]
    helped = any(True for _ in annotated.dependents(clause, "aux", "cop", "mark", "case"))
    return token.upos == "VERB" and token.xpos in {"VB", "VBG"} and not helped


def _is_witness(annotated: Annotated, who: int, row: CueRow) -> bool:
    token, position = annotated.tokens[who], annotated.entity_at[who]
    if position >= 0:
        return annotated.entities[position].label == "PERSON"
    return token.does(Function.PERSONS) or token.lemma in row.subjects


def object_draft(annotated: Annotated, verb: int, row: CueRow, table: CueTable) -> Draft | None:
    """As in "Condemned the attack"; a pronoun is content only of a verb that answers ("denied this").

    What is denied to somebody is no answer ("denied the convoy entry").
    """
    obj = direct_object(annotated, verb)
    if obj is None or (row.lemma in table.answering and any(True for _ in annotated.dependents(verb, "iobj"))):
        return None
    if annotated.tokens[obj].upos == "PRON":
        points = row.lemma in table.answering and (
            annotated.tokens[obj].lemma in table.pointers or annotated.tokens[obj].does(Function.CLAUSE_RELATIVE)
        )
        return _active(annotated, verb, row, phrase_pieces(annotated, obj)) if points else None
    if row.objects and annotated.tokens[obj].lemma not in row.objects:
        who = subject(annotated, verb)
        if who is None or annotated.tokens[who].lemma.lower() not in row.subjects:
            return None
        return _active(annotated, verb, row, (*shown_pieces(annotated, verb, obj),))
    return _active(annotated, verb, row, phrase_pieces(annotated, obj))


def shown_pieces(annotated: Annotated, verb: int, obj: int) -> tuple[TokenRange, ...]:
    """Give what an object does or is, as "the footage shows men burning a house" tells it."""
    told = [c.index for c in annotated.dependents(verb, "xcomp", "advcl", "obl") if c.index > obj]
    return phrase_pieces(annotated, obj, *told)


def clause_draft(annotated: Annotated, verb: int, row: CueRow, table: CueTable) -> Draft | None:
    """As in "Said that ...", before, behind or around."""
    clause = complement(annotated, verb)
    if clause is not None and Frame.PERCEIVE in row.frames and _is_bare(annotated, clause):
        return None
    if clause is not None:
        pieces = complement_pieces(annotated, verb, clause, table)
        return _active(annotated, verb, row, pieces, open_=True)
    return inserted_draft(annotated, verb, row, table)


def inserted_draft(annotated: Annotated, verb: int, row: CueRow, table: CueTable) -> Draft | None:
    """A cue put into its content between commas ("the road, he said, is shut")."""
    around = host(annotated, verb)
    if around is None or not _may_stand_inside(annotated, verb):
        return None
    as_put = annotated.tokens[verb].deprel == "advcl"
    pieces = host_pieces(annotated, verb, around, table)
    return _active(annotated, verb, row, pieces, outer=as_put, open_=True)


def _may_stand_inside(annotated: Annotated, verb: int) -> bool:
    """A cue inside its content has a subject of its own; an adverbial one begins with "as"."""
    if subject(annotated, verb, reach=False) is None:
        return False
    if annotated.tokens[verb].deprel != "advcl":
        return True
    return any(annotated.tokens[c].does(Function.AS) for c in annotated.children[verb] if c < verb)


def _active(
    annotated: Annotated,
    verb: int,
    row: CueRow,
    pieces: tuple[TokenRange, ...],
    outer: bool = False,
    open_: bool = False,
) -> Draft | None:
    if not pieces:
        return None
    return make_draft(row, verb, cue_span(annotated, verb), subject(annotated, verb), pieces, outer, open_)
