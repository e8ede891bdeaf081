"""Who does what to whom, read off the tree: actives, passives, participles, relative clauses, shared subjects."""

from collections.abc import Iterator

from rashomon.records import Annotated, Function, Token

_CLAUSE = frozenset({"acl", "acl:relcl", "amod"})
_SHARES = frozenset({"conj", "xcomp", "advcl", "parataxis"})
_BARE = frozenset({"advcl", "appos", "parataxis", "root", "dep"})
_STEPS = 6
_PLACE = "PLACE"
_COMPARATIVES = frozenset({"JJR", "RBR"})


def is_prefix(annotated: Annotated, index: int) -> bool:
    """Say whether a hyphen joins a word to the next, or is the token itself: the first two of "sub-commander"."""
    start, end = annotated.tokens[index].start, annotated.tokens[index].end
    return "-" in {annotated.text[start:end], annotated.text[end : end + 1]}


def is_passive(annotated: Annotated, verb: Token) -> bool:
    """Say whether a verb's syntactic subject is its patient."""
    if any(
        child.deprel in {"nsubj:pass", "aux:pass", "obl:agent"}
        for child in annotated.dependents(verb.index, "nsubj", "aux", "obl")
    ):
        return True
    if verb.xpos not in {"VBN", "VBD"} or any(True for _ in annotated.dependents(verb.index, "aux", "obj", "nsubj")):
        return False
    if verb.deprel == "conj":
        return is_passive(annotated, annotated.tokens[verb.head])
    return verb.deprel in {"acl", "amod"} or (verb.xpos == "VBN" and verb.deprel in _BARE)


def is_joined(annotated: Annotated, verb: Token) -> bool:
    """Say whether a participle stands between its agent and its patient without hyphen: "rebel held ground"."""
    index, tokens = verb.index, annotated.tokens
    if verb.xpos not in {"VBN", "VBD"} or not 0 < index < len(tokens) - 1 or own_subject(annotated, index) is not None:
        return False
    behind = tokens[index + 1]
    return behind.head == index and behind.deprel == "obj" and tokens[index - 1].upos in {"NOUN", "PROPN"}


def find_agent(annotated: Annotated, verb: Token) -> int | None:
    """Give the token that does what a verb or predicate adjective tells, or None."""
    if is_joined(annotated, verb):
        return verb.index - 1
    if is_passive(annotated, verb):
        for child in annotated.dependents(verb.index, "obl"):
            if child.deprel in {"obl:agent", "obl:npmod"}:
                return child.index
        return None
    return _find_subject(annotated, verb, 0)


def find_patient(annotated: Annotated, verb: Token) -> int | None:
    """Give the token to which it is done, or None."""
    if is_passive(annotated, verb):
        return _find_subject(annotated, verb, 0)
    for child in annotated.dependents(verb.index, "obj"):
        return to_antecedent(annotated, child.index)
    return None


def _find_subject(annotated: Annotated, verb: Token, depth: int) -> int | None:  # noqa: PLR0911 - one return a form
    own = own_subject(annotated, verb.index)
    if own is not None:
        return to_antecedent(annotated, own)
    head = annotated.tokens[verb.head]
    if head.index == verb.index or depth > _STEPS:
        return None
    if verb.deprel in _CLAUSE and head.upos != "VERB":
        return head.index
    if verb.deprel == "conj" and head.upos in {"NOUN", "PROPN"} and verb.xpos == "VBN":
        return head.index
    if verb.deprel in _SHARES:
        for child in annotated.dependents(head.index, "obj"):
            if verb.deprel == "xcomp" or _is_charge(annotated, verb):
                return to_antecedent(annotated, child.index)
        return _find_subject(annotated, head, depth + 1)
    return None


def _is_charge(annotated: Annotated, verb: Token) -> bool:
    """Say whether a gerund tells what its clause's object is said to do: "accuses Turkey of arming the rebels"."""
    marks = annotated.dependents(verb.index, "mark", "case")
    return verb.deprel == "advcl" and verb.xpos == "VBG" and any(mark.does(Function.OF) for mark in marks)


def own_subject(annotated: Annotated, index: int) -> int | None:
    """Give the subject that hangs on a token itself, a noun before a stray word; None if it has none."""
    found = None
    for child in annotated.dependents(index, "nsubj"):
        if found is None or (child.upos in {"NOUN", "PROPN"} and annotated.tokens[found].upos not in {"NOUN", "PROPN"}):
            found = child.index
    return None if found is None else _behind_place(annotated, found)


def _behind_place(annotated: Annotated, subject: int) -> int:
    """Give the subject behind a fronted place that the tree takes for it: "In Khost, a province, a man was seized"."""
    apposed = [child for child in annotated.dependents(subject, "appos") if child.upos == "NOUN"]
    below = annotated.subtree(subject) if apposed else ()
    if not apposed or below[0] == 0 or not any(_is_placed(annotated, index) for index in below if index <= subject):
        return subject
    before = annotated.tokens[below[0] - 1]
    if before.sentence != annotated.tokens[subject].sentence or _is_placed(annotated, apposed[-1].index):
        return subject
    led = before.upos == "ADP" and before.deprel == "advmod"
    return apposed[-1].index if led or (before.upos == "PUNCT" and _is_placed_before(annotated, before)) else subject


def _is_placed(annotated: Annotated, index: int) -> bool:
    entity = annotated.entity_at[index]
    return entity >= 0 and annotated.entities[entity].label == _PLACE


def _is_placed_before(annotated: Annotated, comma: Token) -> bool:
    """Say whether a place stands between the beginning of a comma's sentence and the comma, behind a preposition."""
    first = annotated.sentences[comma.sentence].first
    front = annotated.tokens[first : comma.index]
    return bool(front) and front[0].upos == "ADP" and any(_is_placed(annotated, token.index) for token in front)


def find_oblique(annotated: Annotated, verb: Token, preposition: str | Function) -> int | None:
    """Give the token that a preposition ties to a verb, an adjective or a noun, or None."""
    for child in annotated.dependents(verb.index, "obl", "nmod", "obj"):
        if child.deprel != "obl:agent" and has_case(annotated, child.index, preposition):
            return child.index
        for deeper in annotated.dependents(child.index, "nmod"):
            if child.deprel != "obl:agent" and verb.upos == "VERB" and has_case(annotated, deeper.index, preposition):
                return deeper.index
    return None


def has_case(annotated: Annotated, index: int, preposition: str | Function) -> bool:
    """Say whether a token has a preposition, or one of a function, as its case."""
    if isinstance(preposition, Function):
        return any(case.does(preposition) for case in annotated.dependents(index, "case"))
    return any(case.text.lower() == preposition for case in annotated.dependents(index, "case"))


def to_antecedent(annotated: Annotated, index: int) -> int:
    """Give the noun that a relative pronoun stands for, or the same token."""
    token = annotated.tokens[index]
    if not token.does(Function.RELATIVE) or token.upos not in {"PRON", "DET", "SCONJ"}:
        return index
    for _ in range(_STEPS):
        if token.deprel in {"acl:relcl", "acl"}:
            return _agreeing(annotated, token)
        if token.head == token.index:
            break
        token = annotated.tokens[token.head]
    return index


def _agreeing(annotated: Annotated, clause: Token) -> int:
    """Give the noun that a relative clause's number fits: "an alliance of tribes that is led by X" is the alliance."""
    noun = annotated.tokens[clause.head]
    forms = (clause, *annotated.dependents(clause.index, "aux", "cop"))
    singular = any(form.does(Function.SINGULAR) for form in forms) or clause.xpos == "VBZ"
    for _ in range(_STEPS):
        if not singular or noun.xpos not in {"NNS", "NNPS"} or noun.deprel not in {"nmod", "conj"}:
            break
        noun = annotated.tokens[noun.head]
    return noun.index if noun.upos in {"NOUN", "PROPN"} and noun.xpos not in {"NNS", "NNPS"} else clause.head


def bounds_number(annotated: Annotated, index: int) -> bool:
    """Say whether a negation belongs to a comparison and denies nothing: "no more than 20", "not later than Friday"."""
    tokens = annotated.tokens
    if index + 2 >= len(tokens) or not tokens[index].does(Function.NO, Function.NEGATION):
        return False
    compared, than = tokens[index + 1 : index + 3]
    return compared.xpos in _COMPARATIVES and than.deprel == "fixed" and than.head == compared.index


def is_negated(annotated: Annotated, index: int, negations: frozenset[str]) -> bool:
    """Say whether a negation stands on a token, on its auxiliaries' side or on its subject ("no state has ...")."""
    for child in annotated.children[index]:
        token = annotated.tokens[child]
        denies = token.text.lower() in negations and not bounds_number(annotated, child)
        if denies and token.deprel in {"advmod", "neg", "det", "cc", "cc:preconj"}:
            return True
        if token.deprel in {"nsubj", "nsubj:pass"} and _is_nobody(annotated, child, negations):
            return True
    head = annotated.tokens[annotated.tokens[index].head]
    return annotated.tokens[index].deprel == "xcomp" and is_negated(annotated, head.index, negations)


def _is_nobody(annotated: Annotated, index: int, negations: frozenset[str]) -> bool:
    if annotated.tokens[index].text.lower() in negations:
        return True
    words = annotated.dependents(index, "det")
    return any(t.text.lower() in negations and not bounds_number(annotated, t.index) for t in words)


def names_of(annotated: Annotated, index: int) -> Iterator[int]:
    """Give a noun, what stands in apposition to it both ways, and the subject that it is said to be."""
    yield index
    token = annotated.tokens[index]
    for child in annotated.dependents(index, "appos"):
        yield child.index
    for child in annotated.dependents(index, "nsubj"):
        if any(True for _ in annotated.dependents(index, "cop")):
            yield to_antecedent(annotated, child.index)
    above = annotated.tokens[token.head]
    if token.deprel == "appos":
        yield token.head
    if token.deprel == "conj" and above.deprel == "appos":
        yield above.head
    if token.deprel == "xcomp" or (token.deprel == "obj" and token.upos != "PROPN"):
        for child in annotated.dependents(token.head, "nsubj"):
            if annotated.tokens[token.head].does(Function.REMAINING):
                yield to_antecedent(annotated, child.index)
