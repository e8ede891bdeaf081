"""The cue's words and the source's words, as token ranges."""

from rashomon.extract.voices.drafts import TokenRange
from rashomon.records import Annotated, Function, Token

_SUBJECTS = ("nsubj", "nsubj:pass", "csubj")
_CUE_LEFT = frozenset({"aux", "aux:pass", "advmod", "mark", "cop", "neg"})
_INHERIT = frozenset({"conj", "advcl", "xcomp", "parataxis", "ccomp"})


def cue_span(annotated: Annotated, head: int, extra: int | None = None) -> TokenRange:
    """Give the cue: auxiliaries and adverbs before the head, particle and preposition (`extra`) behind it."""
    first, last = head, head + 1
    own = {child for child in annotated.children[head] if annotated.tokens[child].deprel in _CUE_LEFT}
    while first - 1 in own and _joins_cue(annotated, first - 1):
        first -= 1
    particles = {child.index for child in annotated.dependents(head, "compound:prt")}
    while last in particles:
        last += 1
    if extra is not None and last <= extra <= last + 1:
        last = extra + 1
    while (
        first < head
        and annotated.tokens[first].deprel == "advmod"
        and annotated.tokens[first].does(Function.CONNECTIVE)
    ):
        first += 1
    return _with_governor(annotated, head, first), last


def _with_governor(annotated: Annotated, head: int, first: int) -> int:
    """Begin the cue with the verb that only leads to it ("went on to say", "wanted to stress")."""
    token = annotated.tokens[head]
    governor = annotated.tokens[token.head]
    if token.deprel != "xcomp" or governor.upos not in {"VERB", "ADJ"} or governor.index >= first:
        return first
    between = range(governor.index + 1, first)
    if any(annotated.tokens[k].deprel not in {"compound:prt", "advmod"} for k in between):
        return first
    return cue_span(annotated, governor.index)[0]


def _joins_cue(annotated: Annotated, index: int) -> bool:
    token = annotated.tokens[index]
    return token.deprel != "mark" or token.upos == "PART"


def subject(annotated: Annotated, verb: int, reach: bool = True) -> int | None:
    """Find the subject of a verb; of a joined, adverbial or open-complement verb that has none, its governor's.

    Returns:
        head token of the subject, or None; an expletive is none.
    """
    at = verb
    for _ in range(6):
        own = _own_subject(annotated, at)
        token = annotated.tokens[at]
        nobody = any(annotated.tokens[child].deprel == "expl" for child in annotated.children[at])
        if own is not None or nobody or not reach or token.head == at:
            return own
        if token.deprel.startswith("acl") and annotated.tokens[token.head].upos in {"NOUN", "PROPN", "PRON"}:
            return None if token.deprel == "acl" and _is_told_of(annotated, token) else token.head
        if token.deprel not in _INHERIT or _shut(annotated, token):
            return None
        told = ordered(annotated, token) if at == verb else None
        if told is not None:
            return told
        at = token.head
    return None


def ordered(annotated: Annotated, token: Token) -> int | None:
    """Give whoever is to do what an infinitive behind an object says ("urged both sides to say ..."), or None."""
    if token.deprel != "xcomp" or token.xpos != "VB":
        return None
    objects = annotated.dependents(token.head, "obj", "iobj")
    return next((obj.index for obj in objects if obj.index < token.index), None)


def _is_told_of(annotated: Annotated, token: Token) -> bool:
    """An infinitive or a gerund behind a preposition tells what its noun is ("a plan to announce")."""
    if token.xpos == "VB":
        return True
    return token.xpos == "VBG" and any(True for _ in annotated.dependents(token.index, "mark", "case"))


def _shut(annotated: Annotated, token: Token) -> bool:
    """A finite complement or adverbial clause has a subject of its own or none at all."""
    return token.deprel in {"ccomp", "parataxis"} and token.xpos not in {"VBG", "VB"}


def _own_subject(annotated: Annotated, verb: int) -> int | None:
    for child in annotated.dependents(verb, *_SUBJECTS):
        if child.upos in {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "SYM", "X"} or _is_capital(annotated, child):
            return child.index
    return None


def misread_subject(annotated: Annotated, verb: int) -> int | None:
    """Find the subject of a finite verb that the parser gave none, by where it stands.

    A word in capitals between a quotation and the verb ("“...,” Aftergood said"), a person's name right behind it
    ("..., explained Rosenberg"), or what the parser took for the apposition of a name in a fronted phrase ("In Pori,
    Mayor Lind warned that ...").
    """
    token = annotated.tokens[verb]
    if token.xpos not in _FINITE or any(True for _ in annotated.dependents(verb, *_SUBJECTS, "expl", "aux")):
        return None
    sentence = annotated.sentences[token.sentence]
    if verb + 1 < sentence.last and _is_person(annotated, verb + 1) and annotated.tokens[verb + 1].deprel == "obj":
        return verb + 1
    if verb == sentence.first:
        return None
    before = annotated.tokens[verb - 1]
    after_mark = verb - 1 == sentence.first or annotated.tokens[verb - 2].text in _CLOSING
    if _is_capital(annotated, before) and after_mark and verb - 1 > sentence.first:
        return before.index
    return _fronted_apposition(annotated, verb)


_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_CLOSING = frozenset({'"', "”", "''", "’", "'", "»", ","})


def _is_capital(annotated: Annotated, token: Token) -> bool:
    return token.text[:1].isupper() and token.index > annotated.sentences[token.sentence].first


def _is_person(annotated: Annotated, index: int) -> bool:
    position = annotated.entity_at[index]
    return position >= 0 and annotated.entities[position].label == "PERSON"


def _fronted_apposition(annotated: Annotated, verb: int) -> int | None:
    """Climb from the word before a verb to an apposition behind a comma inside a phrase that opens the sentence."""
    at = verb - 1
    if annotated.tokens[at].text == ",":
        at -= 1
    while annotated.tokens[at].head != at and annotated.tokens[at].head != verb:
        token = annotated.tokens[at]
        if token.deprel == "appos" and token.upos in {"PROPN", "NOUN"} and not _in_name(annotated, token):
            first = min(k for k in annotated.subtree(at))
            return at if first > 0 and annotated.tokens[first - 1].text == "," else None
        at = token.head
    return None


def _in_name(annotated: Annotated, token: Token) -> bool:
    """Say whether an apposition only describes the name before it ("Lind, the mayor, said")."""
    return _is_person(annotated, token.head) and not _is_person(annotated, token.index)


def agent(annotated: Annotated, verb: int) -> int | None:
    """Find the by-phrase of a passive."""
    return next((child.index for child in annotated.dependents(verb, "obl:agent")), None)


def is_passive(annotated: Annotated, verb: int) -> bool:
    """Say whether a verb is a passive, or a bare participle that hangs on a noun."""
    token = annotated.tokens[verb]
    if any(annotated.tokens[c].deprel in {"aux:pass", "nsubj:pass", "obl:agent"} for c in annotated.children[verb]):
        return True
    return token.xpos in {"VBN", "VBD"} and token.deprel == "acl"


def source_span(annotated: Annotated, head: int, cue: int | None = None) -> TokenRange:
    """Give the source's words: the whole noun phrase with article, apposition and relative clause, no preposition.

    Args:
        annotated: the document.
        head: token of the source.
        cue: head token of its cue; the clause that hangs on the source and holds it is no part of the source.
    """
    left_out = {child for child in annotated.children[head] if annotated.tokens[child].deprel in _NOT_SOURCE}
    if cue is not None:
        left_out |= _above(annotated, cue, head)
    members = [head]
    for position in members:
        members.extend(child for child in annotated.children[position] if child not in left_out)
    span = _around(annotated, sorted(members), head)
    return _trim_source(annotated, span)


def _above(annotated: Annotated, index: int, stop: int) -> set[int]:
    """Give a token and those it hangs under, up to a token; () if it does not hang under that one."""
    found = {index}
    while index != stop and annotated.tokens[index].head != index:
        index = annotated.tokens[index].head
        found.add(index)
    return found - {stop} if index == stop else set()


_NOT_SOURCE = frozenset({"case", "cop", "aux", "mark", "cc", "advcl", "parataxis", "discourse", "nsubj", "ccomp",
                         "xcomp", "punct", "advmod", "obl", "dep", "expl"})  # fmt: skip


def _around(annotated: Annotated, members: list[int], head: int) -> TokenRange:
    position = members.index(head)
    first = last = position
    while first > 0 and _touches(annotated, members[first - 1], members[first]):
        first -= 1
    while last + 1 < len(members) and _touches(annotated, members[last], members[last + 1]):
        last += 1
    return members[first], members[last] + 1


def _touches(annotated: Annotated, left: int, right: int) -> bool:
    between = annotated.tokens[left + 1 : right]
    return all(token.upos == "PUNCT" or token.deprel == "punct" for token in between)


def _trim_source(annotated: Annotated, span: TokenRange) -> TokenRange:
    first, last = span
    while first < last - 1 and annotated.tokens[first].upos in {"PUNCT", "CCONJ"}:
        first += 1
    while (
        first < last - 1 and annotated.tokens[last - 1].upos == "PUNCT" and annotated.tokens[last - 1].text not in ")]"
    ):
        last -= 1
    return first, last
