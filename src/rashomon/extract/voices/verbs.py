"""Verbs as cues: each frame of a row says where its content stands; the first frame that fits makes the draft."""

from collections.abc import Callable

from rashomon.extract.voices.clauses import (
    complement,
    complement_pieces,
    host,
    host_pieces,
    phrase_pieces,
    split_pieces,
)
from rashomon.extract.voices.drafts import Draft, TokenRange, make_draft, runs
from rashomon.extract.voices.spans import agent, cue_span, is_passive, subject
from rashomon.lexicon.cues import CueRow, CueTable, Frame
from rashomon.records import Annotated, Token

Finder = Callable[[Annotated, int, CueRow, CueTable], Draft | None]


def find_row(annotated: Annotated, token: Token, table: CueTable) -> CueRow | None:
    """Find the row of a verb, with its particle if it has one."""
    for child in annotated.dependents(token.index, "compound:prt"):
        row = table.verbs.get(f"{token.lemma} {child.lemma}")
        if row is not None:
            return row
    return table.verbs.get(token.lemma)


def verb_draft(annotated: Annotated, verb: int, row: CueRow, table: CueTable) -> Draft | None:
    """Make the draft of a verb, or None if no frame of its row fits."""
    finders = _PASSIVE if is_passive(annotated, verb) else _ACTIVE
    for frames, finder in finders:
        if row.frames & frames:
            draft = finder(annotated, verb, row, table)
            if draft is not None:
                return draft
    return None


def _clause(annotated: Annotated, verb: int, row: CueRow, table: CueTable) -> Draft | None:
    clause = complement(annotated, verb)
    if clause is not None:
        pieces = complement_pieces(annotated, verb, clause, table.verbs)
        return _active(annotated, verb, row, pieces, open_=True)
    return _inserted(annotated, verb, row, table)


def _inserted(annotated: Annotated, verb: int, row: CueRow, table: CueTable) -> Draft | None:
    """A cue put into its content between commas ("the road, he said, is shut")."""
    del table
    around = host(annotated, verb)
    if around is None or not _may_stand_inside(annotated, verb):
        return None
    as_put = annotated.tokens[verb].deprel == "advcl"
    pieces = host_pieces(annotated, verb, around)
    return _active(annotated, verb, row, pieces, outer=as_put, open_=True)


def _may_stand_inside(annotated: Annotated, verb: int) -> bool:
    """A cue inside its content has a subject of its own; an adverbial one begins with "as"."""
    if subject(annotated, verb, reach=False) is None:
        return False
    if annotated.tokens[verb].deprel != "advcl":
        return True
    return any(annotated.tokens[c].lemma == "as" for c in annotated.children[verb] if c < verb)


def _infinitive(annotated: Annotated, verb: int, row: CueRow, table: CueTable) -> Draft | None:
    if _obj(annotated, verb) is not None:
        return None
    for child in annotated.dependents(verb, "xcomp"):
        if child.index > verb and _has_to(annotated, child.index):
            return _active(annotated, verb, row, phrase_pieces(annotated, child.index))
    return None


def _order(annotated: Annotated, verb: int, row: CueRow, table: CueTable) -> Draft | None:
    obj = _obj(annotated, verb) or _case_obl(annotated, verb, row)
    for child in annotated.dependents(verb, "xcomp", "ccomp", "advcl", "acl"):
        if child.index > verb and _has_to(annotated, child.index):
            heads = (child.index,) if obj is None or obj > child.index else (obj, child.index)
            pieces = phrase_pieces(annotated, *heads, without=_cases(annotated, obj))
            return _active(annotated, verb, row, pieces)
    return None


def _gerund(annotated: Annotated, verb: int, row: CueRow, table: CueTable) -> Draft | None:
    for child in annotated.dependents(verb, "xcomp", "ccomp", "advcl"):
        if child.index > verb and child.xpos == "VBG" and not _has_mark(annotated, child.index):
            return _active(annotated, verb, row, phrase_pieces(annotated, child.index))
    return None


def _small(annotated: Annotated, verb: int, row: CueRow, table: CueTable) -> Draft | None:
    obj = _obj(annotated, verb)
    first = next((child.index for child in annotated.dependents(verb, "iobj")), None)
    if first is not None and obj is not None and first < obj:
        return _active(annotated, verb, row, phrase_pieces(annotated, first, obj))
    for child in annotated.dependents(verb, "xcomp"):
        if child.index > verb and child.upos in {"NOUN", "ADJ", "PROPN", "PRON"} and obj != child.index:
            heads = (child.index,) if obj is None else (obj, child.index)
            return _active(annotated, verb, row, phrase_pieces(annotated, *heads))
    return None


def _as(annotated: Annotated, verb: int, row: CueRow, table: CueTable) -> Draft | None:
    obj = _obj(annotated, verb)
    found = _with_preposition(annotated, verb, frozenset({"as"}))
    if found is None or obj is None:
        return None
    return _active(annotated, verb, row, phrase_pieces(annotated, obj, found))


def _of(annotated: Annotated, verb: int, row: CueRow, table: CueTable) -> Draft | None:
    obj = _obj(annotated, verb)
    found = _with_preposition(annotated, verb, row.prep)
    if found is None or obj is None:
        return None
    return _active(annotated, verb, row, phrase_pieces(annotated, obj, found))


def _prep(annotated: Annotated, verb: int, row: CueRow, table: CueTable) -> Draft | None:
    for child in annotated.dependents(verb, "obl", "advcl"):
        marks = _prepositions(annotated, child.index, row.prep)
        if child.index > verb and marks:
            obj = _obj(annotated, verb)
            if obj is not None and annotated.tokens[obj].upos in {"NOUN", "PROPN"} and obj < child.index:
                return _active(annotated, verb, row, phrase_pieces(annotated, obj, child.index))
            pieces = phrase_pieces(annotated, child.index, without=set(marks))
            return make_draft(row, verb, cue_span(annotated, verb, marks[0]), subject(annotated, verb), pieces)
    return None


def _object(annotated: Annotated, verb: int, row: CueRow, table: CueTable) -> Draft | None:
    obj = _obj(annotated, verb)
    if obj is None or annotated.tokens[obj].upos == "PRON":
        return None
    if row.objects and annotated.tokens[obj].lemma not in row.objects:
        return None
    return _active(annotated, verb, row, phrase_pieces(annotated, obj))


def _raised(annotated: Annotated, verb: int, row: CueRow, table: CueTable) -> Draft | None:
    who = subject(annotated, verb, reach=False)
    for child in annotated.dependents(verb, "xcomp"):
        if child.index > verb and who is not None:
            without = set() if child.upos == "VERB" else {verb}
            pieces = split_pieces(annotated, who, child.index, without=without)
            return make_draft(row, verb, cue_span(annotated, verb), agent(annotated, verb), pieces)
    return None


def _passive_clause(annotated: Annotated, verb: int, row: CueRow, table: CueTable) -> Draft | None:
    if _has_expletive(annotated, verb) and any(c.lemma in _MODALS for c in annotated.dependents(verb, "aux")):
        return None  # "it should be noted that": the outlet's own words
    clause = complement(annotated, verb)
    pieces: tuple[TokenRange, ...] = ()
    if clause is not None:
        pieces = complement_pieces(annotated, verb, clause, table.verbs)
    else:
        around = host(annotated, verb)
        if around is not None and _has_expletive(annotated, verb):
            pieces = host_pieces(annotated, verb, around)
    if pieces and _set_off(annotated, verb):
        pieces = _around(annotated, verb)
    if not pieces:
        return None
    return make_draft(row, verb, cue_span(annotated, verb), agent(annotated, verb), pieces, open=True)


def _set_off(annotated: Annotated, verb: int) -> bool:
    """Say whether "it is claimed" stands between commas."""
    first, last = cue_span(annotated, verb)
    return (
        annotated.tokens[first - 1].lemma == "it"
        and first >= 2
        and annotated.tokens[first - 2].text == ","
        and last < len(annotated.tokens)
        and annotated.tokens[last].text == ","
    )


def _around(annotated: Annotated, verb: int) -> tuple[TokenRange, ...]:
    """Give the clause around a parenthesis: from the last joint before it whose words are its own, to the sentence's end."""
    sentence = annotated.sentences[annotated.tokens[verb].sentence]
    first, last = cue_span(annotated, verb)
    start = sentence.first
    for k in range(first - 2, sentence.first, -1):
        if annotated.tokens[k].upos == "CCONJ" and any(annotated.tokens[j].upos in {"AUX", "VERB"} for j in range(k, first - 1)):  # fmt: skip
            start = k + 1
            break
    return runs(annotated, range(start, sentence.last), range(first - 2, last + 1))


def _bare(annotated: Annotated, verb: int, row: CueRow, table: CueTable) -> Draft | None:
    """Content of a passive without source or clause: the whole clause ("clashes were reported in the hills")."""
    who = _passive_subject(annotated, verb)
    if who is None or annotated.tokens[who].lemma == "it":
        return None
    rest = [
        c for c in annotated.children[verb] if c > verb and annotated.tokens[c].deprel in {"obl", "advmod", "obl:tmod"}
    ]
    pieces = split_pieces(annotated, who, without=_clauses_over(annotated, who, verb))
    tail = phrase_pieces(annotated, *rest) if rest else ()
    return make_draft(row, verb, cue_span(annotated, verb), agent(annotated, verb), (*pieces, *tail))


_MODALS = frozenset({"should", "must", "can", "could", "may", "might"})


def _passive_phrase(annotated: Annotated, verb: int, row: CueRow, table: CueTable) -> Draft | None:
    """Content of a passive: its subject and the phrase that completes it ("was accused of lying")."""
    who = _passive_subject(annotated, verb)
    found = _with_preposition(annotated, verb, row.prep | frozenset({"as"}))
    if found is None or who is None:
        return None
    pieces = split_pieces(annotated, who, found, without=set(annotated.subtree(verb)) if who not in annotated.children[verb] else set())  # fmt: skip
    tail = split_pieces(annotated, found)
    return make_draft(
        row, verb, cue_span(annotated, verb), agent(annotated, verb), tuple(dict.fromkeys((*pieces, *tail)))
    )


_DASHES = frozenset({"—", "–", "--", "-"})


def _passive_subject(annotated: Annotated, verb: int) -> int | None:
    token = annotated.tokens[verb]
    if token.deprel == "acl":
        return token.head
    return subject(annotated, verb)


def _passive_object(annotated: Annotated, verb: int, row: CueRow, table: CueTable) -> Draft | None:
    who, by = _passive_subject(annotated, verb), agent(annotated, verb)
    if who is None or by is None:
        return None
    if row.objects and annotated.tokens[who].lemma not in row.objects:
        return None
    who = _antecedent(annotated, who)
    pieces = split_pieces(annotated, who, without=_clauses_over(annotated, who, verb))
    return make_draft(row, verb, cue_span(annotated, verb), by, pieces)


def _antecedent(annotated: Annotated, index: int) -> int:
    """Give the noun that a relative pronoun stands for."""
    token = annotated.tokens[index]
    clause = annotated.tokens[token.head]
    if token.xpos not in {"WDT", "WP"} or clause.deprel != "acl:relcl":
        return index
    return _before_dash(annotated, clause.head, min(annotated.subtree(clause.index)))


def _before_dash(annotated: Annotated, noun: int, clause: int) -> int:
    """A clause behind a dash tells of the whole phrase before it, not of its last noun."""
    if clause == 0 or annotated.tokens[clause - 1].text not in _DASHES and annotated.tokens[clause].text not in _DASHES:
        return noun
    while annotated.tokens[noun].deprel in {"nmod", "conj", "obj", "acl", "appos", "compound"}:
        noun = annotated.tokens[noun].head
    return noun


def _clauses_over(annotated: Annotated, head: int, verb: int) -> set[int]:
    """Give the words of the clause inside a phrase that holds the verb."""
    at = verb
    while at != head and annotated.tokens[at].head != at and not annotated.tokens[at].deprel.startswith("acl"):
        at = annotated.tokens[at].head
    return set(annotated.subtree(at)) if annotated.tokens[at].deprel.startswith("acl") else set()


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


def _open(annotated: Annotated, verb: int, row: CueRow, table: CueTable) -> Draft | None:
    """A cue that found no content in its sentence may still introduce a quotation."""
    who = agent(annotated, verb) if is_passive(annotated, verb) else subject(annotated, verb)
    if who is None:
        return None
    return make_draft(row, verb, cue_span(annotated, verb), who, (), open=True)


def _obj(annotated: Annotated, verb: int) -> int | None:
    return next((child.index for child in annotated.dependents(verb, "obj")), None)


def _case_obl(annotated: Annotated, verb: int, row: CueRow) -> int | None:
    for child in annotated.dependents(verb, "obl"):
        if child.index > verb and _prepositions(annotated, child.index, row.prep):
            return child.index
    return None


def _cases(annotated: Annotated, index: int | None) -> set[int]:
    return set() if index is None else {c.index for c in annotated.dependents(index, "case")}


def _with_preposition(annotated: Annotated, verb: int, prepositions: frozenset[str]) -> int | None:
    obj = _obj(annotated, verb)
    beside = list(annotated.dependents(verb, "obl", "advcl", "xcomp", "nmod"))
    beside += [] if obj is None else list(annotated.dependents(obj, "nmod", "acl"))
    for child in beside:
        found = child.index > verb and _prepositions(annotated, child.index, prepositions)
        if found and not (child.deprel == "advcl" and _has_subject(annotated, child.index)):
            return child.index
    return None


def _has_subject(annotated: Annotated, index: int) -> bool:
    return any(True for _ in annotated.dependents(index, "nsubj"))


def _prepositions(annotated: Annotated, index: int, wanted: frozenset[str]) -> list[int]:
    return [
        child
        for child in annotated.children[index]
        if child < index
        and annotated.tokens[child].deprel in {"case", "mark"}
        and annotated.tokens[child].lemma in wanted
    ]


def _has_to(annotated: Annotated, index: int) -> bool:
    return any(
        annotated.tokens[c].lemma == "to" and annotated.tokens[c].xpos == "TO" for c in annotated.children[index]
    )


def _has_mark(annotated: Annotated, index: int) -> bool:
    return any(True for _ in annotated.dependents(index, "mark", "case"))


def _has_expletive(annotated: Annotated, verb: int) -> bool:
    return any(annotated.tokens[c].lemma == "it" for c in annotated.children[verb] if c < verb)


_ACTIVE: tuple[tuple[frozenset[Frame], Finder], ...] = (
    (frozenset({Frame.CLAUSE}), _clause),
    (frozenset({Frame.QUOTE}), _inserted),
    (frozenset({Frame.ORDER}), _order),
    (frozenset({Frame.INFINITIVE}), _infinitive),
    (frozenset({Frame.SMALL}), _small),
    (frozenset({Frame.AS}), _as),
    (frozenset({Frame.OF}), _of),
    (frozenset({Frame.GERUND}), _gerund),
    (frozenset({Frame.PREP}), _prep),
    (frozenset({Frame.OBJECT}), _object),
    (frozenset({Frame.CLAUSE, Frame.QUOTE}), _open),
)
_PASSIVE: tuple[tuple[frozenset[Frame], Finder], ...] = (
    (frozenset({Frame.RAISE, Frame.CLAUSE, Frame.ORDER}), _raised),
    (frozenset({Frame.CLAUSE}), _passive_clause),
    (frozenset({Frame.OF, Frame.AS, Frame.PREP}), _passive_phrase),
    (frozenset({Frame.BARE}), _bare),
    (frozenset({Frame.OBJECT, Frame.CLAUSE, Frame.OF, Frame.AS}), _passive_object),
    (frozenset({Frame.CLAUSE, Frame.QUOTE}), _open),
)
