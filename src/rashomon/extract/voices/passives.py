"""Frames of verbs in the passive."""

from rashomon.extract.voices.clauses import (
    complement,
    complement_pieces,
    host,
    host_pieces,
    phrase_pieces,
    split_pieces,
)
from rashomon.extract.voices.drafts import Draft, TokenRange, make_draft, runs
from rashomon.extract.voices.grammar import cases, has_expletive, has_to, helpers, with_preposition
from rashomon.extract.voices.spans import agent, cue_span, subject
from rashomon.lexicon.cues import CueRow, CueTable, Frame
from rashomon.records import Annotated, Function

_DASHES = frozenset({"—", "–", "--", "-"})


def passive_clause_draft(annotated: Annotated, verb: int, row: CueRow, table: CueTable) -> Draft | None:
    """As in "It is claimed that ..."."""
    if has_expletive(annotated, verb) and any(c.does(Function.MODAL) for c in helpers(annotated, verb)):
        return None  # "it should be noted that": the outlet's own words
    if _remains(annotated, verb):
        return None
    clause = complement(annotated, verb)
    pieces: tuple[TokenRange, ...] = ()
    if clause is not None:
        pieces = complement_pieces(annotated, verb, clause, table)
    else:
        around = host(annotated, verb)
        if around is not None and has_expletive(annotated, verb):
            pieces = host_pieces(annotated, verb, around, table)
    if pieces and _set_off(annotated, verb):
        pieces = _around(annotated, verb)
    if not pieces:
        return None
    return make_draft(row, verb, cue_span(annotated, verb), agent(annotated, verb), pieces, open=True)


def _remains(annotated: Annotated, verb: int) -> bool:
    """Say whether something is still open ("it remains to be seen whether"): nobody has seen or said it."""
    token = annotated.tokens[verb]
    return token.deprel == "xcomp" and annotated.tokens[token.head].does(Function.REMAINING)


def passed_on_draft(annotated: Annotated, verb: int, row: CueRow, table: CueTable) -> Draft | None:
    """As in "..., as reported by the agency": it passes on the whole clause that it is put beside."""
    by, around = agent(annotated, verb), host(annotated, verb)
    as_put = any(c.does(Function.AS) for c in annotated.dependents(verb, "mark"))
    if by is None or around is None or not as_put or subject(annotated, verb, reach=False) is not None:
        return None
    return make_draft(row, verb, cue_span(annotated, verb), by, host_pieces(annotated, verb, around, table), outer=True)


def _set_off(annotated: Annotated, verb: int) -> bool:
    """Say whether "it is claimed" stands between commas."""
    first, last = cue_span(annotated, verb)
    return (
        annotated.tokens[first - 1].does(Function.EXPLETIVE)
        and first >= 2
        and annotated.tokens[first - 2].text == ","
        and last < len(annotated.tokens)
        and annotated.tokens[last].text == ","
    )


def _around(annotated: Annotated, verb: int) -> tuple[TokenRange, ...]:
    """Give the clause around a parenthesis: from the last joint before it to the sentence's end."""
    sentence = annotated.sentences[annotated.tokens[verb].sentence]
    first, last = cue_span(annotated, verb)
    start = sentence.first
    for k in range(first - 2, sentence.first, -1):
        verbal = any(annotated.tokens[j].upos in {"AUX", "VERB"} for j in range(k, first - 1))
        if annotated.tokens[k].upos == "CCONJ" and verbal:
            start = k + 1
            break
    return runs(annotated, range(start, sentence.last), range(first - 2, last + 1))


def bare_draft(annotated: Annotated, verb: int, row: CueRow, table: CueTable) -> Draft | None:
    """Content of a passive without source or clause: the whole clause ("clashes were reported in the hills")."""
    who = _passive_subject(annotated, verb)
    if who is None or annotated.tokens[who].does(Function.EXPLETIVE):
        return None
    rest = [
        c for c in annotated.children[verb] if c > verb and annotated.tokens[c].deprel in {"obl", "advmod", "obl:tmod"}
    ]
    pieces = split_pieces(annotated, who, without=_clauses_over(annotated, who, verb))
    tail = phrase_pieces(annotated, *rest) if rest else ()
    return make_draft(row, verb, cue_span(annotated, verb), agent(annotated, verb), (*pieces, *tail))


def passive_phrase_draft(annotated: Annotated, verb: int, row: CueRow, table: CueTable) -> Draft | None:
    """Content of a passive: its subject and the phrase that completes it ("was accused of lying")."""
    who = _passive_subject(annotated, verb)
    found = with_preposition(annotated, verb, row.prep, Function.AS)
    if found is None or who is None:
        return None
    outside = set() if who in annotated.children[verb] else set(annotated.subtree(verb))
    pieces = split_pieces(annotated, who, found, without=outside)
    tail = split_pieces(annotated, found)
    return make_draft(
        row, verb, cue_span(annotated, verb), agent(annotated, verb), tuple(dict.fromkeys((*pieces, *tail)))
    )


def _passive_subject(annotated: Annotated, verb: int) -> int | None:
    token = annotated.tokens[verb]
    if token.deprel == "acl":
        return token.head
    return subject(annotated, verb)


def raised_draft(annotated: Annotated, verb: int, row: CueRow, table: CueTable) -> Draft | None:
    """As in "Is believed to ...", "a man believed to ..."."""
    aside = annotated.tokens[verb].deprel == "acl"
    who = annotated.tokens[verb].head if aside else subject(annotated, verb, reach=False)
    for child in annotated.dependents(verb, "xcomp"):
        if child.index < verb or who is None or not _is_told_of(annotated, child.index, row, aside):
            continue
        without = set() if child.upos == "VERB" else {verb}
        if aside:
            without |= cases(annotated, who) | set(annotated.subtree(verb)) - set(annotated.subtree(child.index))
        pieces = split_pieces(annotated, who, child.index, without=without)
        return make_draft(row, verb, cue_span(annotated, verb), agent(annotated, verb), pieces)
    return None


def _is_told_of(annotated: Annotated, clause: int, row: CueRow, aside: bool) -> bool:
    """Say whether others say or think what stands behind a passive: "called Noor" is a name, "found dead" a deed."""
    led = has_to(annotated, clause)
    return led and Frame.RAISE in row.frames if aside else led or bool(row.frames & {Frame.RAISE, Frame.SMALL})


def passive_object_draft(annotated: Annotated, verb: int, row: CueRow, table: CueTable) -> Draft | None:
    """As in "The raid was praised by ..."."""
    who, by = _passive_subject(annotated, verb), agent(annotated, verb)
    denied = row.lemma in table.answering and any(True for _ in annotated.dependents(verb, "obj"))
    if who is None or by is None or denied:
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
    if clause == 0 or (
        annotated.tokens[clause - 1].text not in _DASHES and annotated.tokens[clause].text not in _DASHES
    ):
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
