"""Clauses that a verb or an adjective answers for: before it, behind it, or around it."""

from collections.abc import Container

from rashomon.extract.voices.drafts import TokenRange, cover, runs
from rashomon.extract.voices.grammar import helpers
from rashomon.extract.voices.spans import subject
from rashomon.lexicon.cues import CueTable
from rashomon.records import Annotated, Function, Token

_TRAILING = frozenset(
    {"advcl", "obl", "advmod", "obl:tmod", "ccomp", "xcomp", "nmod", "acl", "dep", "appos", "acl:relcl"}
)


def complement(annotated: Annotated, verb: int) -> int | None:
    """Find the clause that a verb takes: its ccomp, else a finite clause that stands beside it."""
    found = [c for c in annotated.dependents(verb, "ccomp") if not _is_apart(annotated, c.index, verb)]
    if found:
        marked = (c.index for c in found if c.index > verb and _has_that(annotated, c.index))
        return next(marked, found[0].index)
    beside = _beside(annotated, verb)
    if beside is not None:
        return beside
    for child in annotated.dependents(verb, "parataxis", "dep"):
        if child.upos in {"VERB", "AUX", "ADJ", "NOUN"} and _has_subject(annotated, child.index):
            return child.index
    return next((c.index for c in annotated.dependents(verb, "xcomp") if _wh_clause(annotated, c)), None)


def _beside(annotated: Annotated, verb: int) -> int | None:
    """Find a clause with "that" which the parser hung on a noun behind the verb ("said in a note that it had left")."""
    for obj in annotated.dependents(verb, "obj", "iobj"):
        for child in annotated.dependents(obj.index, "acl", "ccomp"):
            if _has_that(annotated, child.index) and _has_subject(annotated, child.index):
                return child.index
    for noun in annotated.dependents(verb, "obl"):
        for child in annotated.dependents(noun.index, "acl", "ccomp", "acl:relcl"):
            that = _has_that(annotated, child.index) and _has_subject(annotated, child.index)
            if that and noun.index > verb:
                return child.index
    return None


def _is_apart(annotated: Annotated, clause: int, verb: int) -> bool:
    """Say whether a semicolon parts a clause from the verb behind it: it is a sentence of its own."""
    return any(annotated.tokens[k].text == ";" for k in range(clause, verb))


def host(annotated: Annotated, verb: int) -> int | None:
    """Find the clause that a verb is put into ("the road, he said, is shut"), where the parser made that the head."""
    token = annotated.tokens[verb]
    if token.deprel not in {"parataxis", "dep", "advcl"} or token.head == verb:
        return None
    head = annotated.tokens[token.head]
    if head.upos not in {"VERB", "AUX", "ADJ", "NOUN", "PROPN"} or not _stands_apart(annotated, verb):
        return None
    return token.head


def complement_pieces(annotated: Annotated, verb: int, clause: int, table: CueTable) -> tuple[TokenRange, ...]:
    """Give the content's words for a clause that hangs under the verb.

    Args:
        annotated: the document.
        verb: the cue.
        clause: head of its clause.
        table: cues: a joined one of the cue's own form speaks for the cue's source again.
    """
    cues = table.verbs
    inside = set(annotated.subtree(clause))
    if min(inside) > verb:
        inside = _without_next_cue(annotated, verb, clause, inside, cues)
    if not inside:  # all of it belongs to the next cue
        return ()
    own = set(annotated.subtree(verb)) - inside
    if max(inside) < verb:
        before = cover(annotated, inside | _fronted(annotated, verb, min(inside)))
        return (*before, *resumed(annotated, verb, min(inside), table))
    if min(inside) > verb:
        end = max(inside)
        members = inside | _trailing(annotated, verb, end, cues) | _enumerated(annotated, verb, end, cues)
        fronted = _condition(annotated, verb)
        if _parenthetical(annotated, verb, min(inside)):
            fronted = _fronted(annotated, verb, _group_start(annotated, verb))
        return (*cover(annotated, fronted), *cover(annotated, members))
    fronted = _fronted(annotated, verb, min(inside))
    return cover(annotated, inside | fronted, own - fronted)


def resumed(annotated: Annotated, verb: int, content: int, table: CueTable) -> tuple[TokenRange, ...]:
    """Give what the parser hung on a cue between commas though it goes on the words before it.

    "Rebels attacked the port, the army said, killing three men" or "..., and killed three men". Behind a quotation it
    is the speaker who acts.

    Args:
        annotated: the document.
        verb: the cue.
        content: first token of the words before the cue.
        table: cues, and what people do while they speak.
    """
    at = annotated.tokens[content].start
    if any(quote.start <= at < quote.end for quote in annotated.quotes):
        return ()
    found: set[int] = set()
    for child in annotated.dependents(verb, "advcl", "conj"):
        if child.index < verb or child.upos != "VERB" or _has_subject(annotated, child.index):
            continue
        words = [k for k in annotated.subtree(child.index) if annotated.tokens[k].upos != "PUNCT"]
        known = child.lemma in table.verbs or child.lemma in table.manners
        shared = child.xpos == "VBG" if child.deprel == "advcl" else annotated.tokens[words[0]].deprel == "cc"
        if shared and not known and words[0] <= child.index and annotated.tokens[words[0] - 1].text == ",":
            found.update(words)
    return cover(annotated, found)


def _without_next_cue(annotated: Annotated, verb: int, clause: int, inside: set[int], cues: Container[str]) -> set[int]:
    """Cut "... and called it", "..., adding that" or "..., though he noted" off a content."""
    form = annotated.tokens[verb].xpos
    joined = (k.index for k in annotated.dependents(clause, "conj"))
    for child in sorted(child for head in (clause, *joined) for child in annotated.children[head]):
        token = annotated.tokens[child]
        if child < clause or token.upos != "VERB" or token.lemma not in cues:
            continue
        again = token.deprel in {"conj", "advcl"} and token.xpos == form and form in {"VBD", "VBZ"}
        if _has_subject(annotated, child):
            again = again and _speaks_again(annotated, verb, child)
        elif token.deprel == "advcl":
            again = _is_next_cue(annotated, token, cues)
        if again:
            first = min(annotated.subtree(child))
            while annotated.tokens[first - 1].upos in {"CCONJ", "PUNCT"}:
                first -= 1
            return {k for k in inside if k < first}
    return inside


def _speaks_again(annotated: Annotated, verb: int, other: int) -> bool:
    """Say whether behind a comma a pronoun for whoever speaks already is the subject of another cue."""
    who, again = subject(annotated, verb), subject(annotated, other, reach=False)
    if who is None or again is None or annotated.tokens[again].upos != "PRON":
        return False
    chain = annotated.chain_at.get(who)
    first = next(k for k in annotated.subtree(other) if annotated.tokens[k].upos != "PUNCT")
    return chain is not None and chain == annotated.chain_at.get(again) and annotated.tokens[first - 1].text == ","


def _is_next_cue(annotated: Annotated, token: Token, cues: Container[str]) -> bool:
    """Say whether other words begin behind a comma: "..., adding that", "..., as reported by"."""
    if token.deprel != "advcl" or token.lemma not in cues:
        return False
    first = next(k for k in annotated.subtree(token.index) if annotated.tokens[k].upos != "PUNCT")
    if annotated.tokens[first - 1].text != ",":
        return False
    passed_on = any(c.does(Function.AS) for c in annotated.dependents(token.index, "mark"))
    adding = token.xpos == "VBG" and first == token.index and not _has_subject(annotated, token.index)
    return passed_on or adding


def host_pieces(annotated: Annotated, verb: int, clause: int, table: CueTable) -> tuple[TokenRange, ...]:
    """Give the content's words for a clause that the verb hangs under: all of it but the verb's own words."""
    own = set(annotated.subtree(verb))
    words = set(annotated.subtree(clause)) - own
    more = resumed(annotated, verb, min(words), table) if words else ()
    return (*without_joint(annotated, cover(annotated, words, own)), *more)


def without_joint(annotated: Annotated, pieces: tuple[TokenRange, ...]) -> tuple[TokenRange, ...]:
    """Take a leading "and" or "but" off the first piece."""
    if not pieces:
        return ()
    first, last = pieces[0]
    while first < last and annotated.tokens[first].upos in {"CCONJ", "PUNCT"}:
        first += 1
    return tuple(piece for piece in ((first, last), *pieces[1:]) if piece[0] < piece[1])


def _fronted(annotated: Annotated, verb: int, before: int) -> set[int]:
    """Give what stands in the verb's sentence before an index and hangs under the verb, its subject left out."""
    start = annotated.sentences[annotated.tokens[verb].sentence].first
    who = subject(annotated, verb, reach=False)
    source = set(annotated.subtree(who)) if who is not None else set()
    under = set(annotated.subtree(verb))
    found = {k for k in range(start, before) if k in under and k not in source}
    return found if len(found) == before - start else set()


def _enumerated(annotated: Annotated, verb: int, end: int, cues: Container[str]) -> set[int]:
    """Give the rest of an enumeration whose later clause the parser took for the head of the cue itself."""
    token = annotated.tokens[verb]
    head = annotated.tokens[token.head]
    last = annotated.sentences[token.sentence].last
    joined = token.deprel == "ccomp" and head.index > end + 1 and annotated.tokens[min(end + 1, last - 1)].text == ","
    if not joined or head.lemma in cues or any(c.deprel == "mark" for c in annotated.dependents(verb, "mark")):
        return set()
    return set(range(end + 1, last))


def _condition(annotated: Annotated, verb: int) -> set[int]:
    """Give a condition put before the cue ("If it rains, she said, ..."): it belongs to what is said."""
    for child in annotated.dependents(verb, "advcl"):
        conditional = any(annotated.tokens[c].does(Function.CONDITION) for c in annotated.children[child.index])
        if child.index < verb and conditional:
            return set(annotated.subtree(child.index))
    return set()


def _trailing(annotated: Annotated, verb: int, end: int, cues: Container[str]) -> set[int]:
    """Give what hangs under the verb behind its clause: adverbials that the parser put one step too high.

    Another cue of its own begins other words ("..., adding that", "..., as reported by").
    """
    found: set[int] = set()
    for child in annotated.children[verb]:
        token = annotated.tokens[child]
        if child <= end:
            continue
        if token.deprel == "punct":
            if token.text in "\"”''":
                continue
            if token.text not in {",", "-", "–", "—"}:
                break
            continue
        if token.deprel not in _TRAILING or _is_next_cue(annotated, token, cues):
            break
        found.update(annotated.subtree(child))
    return found


def _parenthetical(annotated: Annotated, verb: int, content: int) -> bool:
    start = _group_start(annotated, verb)
    return (
        start > 0
        and annotated.tokens[start - 1].text == ","
        and annotated.tokens[content - 1].text == ","
        and annotated.tokens[content].upos != "SCONJ"
    )


def _group_start(annotated: Annotated, verb: int) -> int:
    who = subject(annotated, verb, reach=False)
    start = verb if who is None else min(annotated.subtree(who))
    own = [c for c in annotated.children[verb] if annotated.tokens[c].deprel in {"aux", "aux:pass", "expl"}]
    return min([start, verb, *own])


def _has_subject(annotated: Annotated, index: int) -> bool:
    return any(True for _ in annotated.dependents(index, "nsubj", "csubj", "expl"))


def _has_that(annotated: Annotated, index: int) -> bool:
    return any(
        annotated.tokens[c].deprel == "mark" and annotated.tokens[c].does(Function.THAT)
        for c in annotated.children[index]
    )


def _wh_clause(annotated: Annotated, token: Token) -> bool:
    return any(annotated.tokens[c].does(Function.QUESTION) for c in annotated.children[token.index])


def _stands_apart(annotated: Annotated, verb: int) -> bool:
    """Say whether the verb's words are set off by commas, dashes or the sentence's end."""
    own = helpers(annotated, verb)
    loose = [t.index for t in annotated.dependents(verb, "aux") if t.index < verb and t not in own]
    under = [k for k in annotated.subtree(verb) if k > max(loose, default=-1)]
    before, after = under[0] - 1, under[-1] + 1
    left = annotated.tokens[under[0]].upos == "PUNCT" or before < 0 or annotated.tokens[before].upos == "PUNCT"
    right = (
        after >= len(annotated.tokens)
        or annotated.tokens[after].upos == "PUNCT"
        or annotated.tokens[under[-1]].upos == "PUNCT"
    )
    return left and right


def phrase_pieces(annotated: Annotated, *heads: int, without: set[int] | None = None) -> tuple[TokenRange, ...]:
    """Give one stretch over several phrases under one verb, from the first word to the last."""
    members = {k for head in heads for k in annotated.subtree(head)}
    return cover(annotated, members, without or set()) if members else ()


def split_pieces(annotated: Annotated, *heads: int, without: set[int] | None = None) -> tuple[TokenRange, ...]:
    """Give the stretches of several phrases, each by itself."""
    barred = without or set()
    return tuple(piece for head in heads for piece in runs(annotated, annotated.subtree(head), barred))
