"""Who is what a noun says: apposition, predicate, title, reflexive, "as", a noun that opens its clause."""

from rashomon.extract.clauses import find_agent, find_patient, has_case, is_passive, own_subject, to_antecedent
from rashomon.extract.mentions import noun_phrase
from rashomon.extract.relations.ends import Text, name_before
from rashomon.records import Function, Token

_STEPS = 4


def find_holder(text: Text, noun: Token) -> int | None:
    """Give the token of who is what a noun says: apposition, copula, title, reflexive, "as", or the joined noun's."""
    annotated, token = text.annotated, noun
    for _ in range(_STEPS):
        found = _own_holder(text, token)
        if found is not None:
            return found
        if token.deprel != "conj":
            break
        token = annotated.tokens[token.head]
    return noun.index if _names_itself(text, noun) else None


def _own_holder(text: Text, noun: Token) -> int | None:  # noqa: PLR0911 - one return a construction
    annotated = text.annotated
    head = annotated.tokens[noun.head]
    for child in annotated.dependents(noun.index, "appos", "flat"):
        if text.label(child.index) == "PERSON":
            return child.index
    beside = _beside_complement(text, noun)
    if beside is not None:
        return beside
    if noun.deprel == "appos":
        nearer = _place_before(text, noun, head)
        return head.index if nearer is None else nearer
    if noun.deprel in {"compound", "flat", "nmod:desc"} and text.label(head.index) == "PERSON":
        return head.index
    loose = _loose(text, noun, head)
    if loose is not None:
        return loose
    for child in annotated.dependents(noun.index, "nsubj"):
        if child.text.lower() in text.table.reflexives:
            return _agent_before(text, child.index)
        if noun.xpos in text.table.plurals and not _is_several(text, child):
            return None
        return to_antecedent(annotated, child.index)
    if noun.deprel == "nsubj" and text.label(head.index) == "PERSON" and any(annotated.dependents(head.index, "cop")):
        return head.index
    if noun.deprel == "nmod" and head.upos == "NUM" and has_case(annotated, noun.index, Function.OF):
        return _own_holder(text, head)
    before = name_before(text, noun.index) if noun.upos == "NOUN" and noun.deprel != "nmod:poss" else None
    return _predicated(text, noun, head) or before or _fronted(text, noun, head)


def _loose(text: Text, noun: Token, head: Token) -> int | None:
    """Give a holder whom the tree hangs on the wrong word: "named Karim Noor ambassador", "the men, all members of"."""
    if noun.deprel == "obj" and head.lemma in text.table.naming_verbs:
        named = text.annotated.dependents(noun.index, "compound")
        return next((child.index for child in named if text.label(child.index) == "PERSON"), None)
    return _doubled(text, noun) if noun.deprel == "nsubj" and noun.xpos in text.table.plurals else None


def _doubled(text: Text, noun: Token) -> int | None:
    """Give the subject before a noun that the tree makes a second one: "the men, all members of the Front, deny it"."""
    annotated = text.annotated
    first = annotated.subtree(noun.index)[0]
    before = [child for child in annotated.dependents(noun.head, "nsubj") if child.index < first]
    comma = first > 0 and annotated.tokens[first - 1].upos == "PUNCT"
    return before[-1].index if before and comma and before[-1].xpos in text.table.plurals else None


def _is_several(text: Text, subject: Token) -> bool:
    """Say whether a subject means more than one: "they", "the men", "Chad and Niger", "three of the dead"."""
    return (
        subject.xpos in text.table.plurals
        or subject.does(Function.MANY)
        or subject.lemma.lower() in text.table.part_words
        or any(True for _ in text.annotated.dependents(subject.index, "conj"))
    )


def _fronted(text: Text, noun: Token, head: Token) -> int | None:
    """Give the subject behind a noun that opens its clause: "A graduate of Sandhurst, General Obi speaks French"."""
    annotated = text.annotated
    if noun.deprel not in {"advcl", "obl:npmod", "dep", "nmod:desc"} or head.upos not in {"VERB", "ADJ", "NOUN"}:
        return None
    last = annotated.subtree(noun.index)[-1]
    subject = own_subject(annotated, head.index)
    if (
        subject is None
        or subject < last
        or any(True for _ in annotated.dependents(noun.index, "case", "mark", "nsubj"))
    ):
        return None
    comma = last + 1 < len(annotated.tokens) and annotated.tokens[last + 1].upos == "PUNCT"
    return subject if comma and annotated.tokens[subject].upos in {"NOUN", "PROPN"} else None


def _place_before(text: Text, noun: Token, head: Token) -> int | None:
    """Give the country that ends a clause before a comma: "the Front, which is banned in Chad, an ally of X"."""
    annotated = text.annotated
    first = noun_phrase(annotated, noun.index, keep_nmod=False)[0]
    while first > 0 and annotated.tokens[first - 1].upos == "DET":
        first -= 1
    if first < 2 or annotated.tokens[first - 1].text != "," or text.label(first - 2) != "PLACE":
        return None
    token = annotated.tokens[first - 2]
    for _ in range(_STEPS):
        token = annotated.tokens[token.head]
        if token.index == head.index:
            return None
        if token.upos == "VERB":
            return first - 2
    return None


def _agent_before(text: Text, reflexive: int) -> int | None:
    """Give who declares himself: the agent of the verb just before the reflexive."""
    for index in range(reflexive - 1, max(reflexive - 3, -1), -1):
        verb = text.annotated.tokens[index]
        if verb.upos == "VERB":
            return find_agent(text.annotated, verb)
    return None


def _beside_complement(text: Text, noun: Token) -> int | None:
    """Give a person's name that hangs on the complement: "the envoy to Kenya, Karim Noor"."""
    for child in text.annotated.dependents(noun.index, "nmod"):
        if text.label(child.index) in {"PLACE", "ORG"}:
            for apposed in text.annotated.dependents(child.index, "appos"):
                if text.label(apposed.index) == "PERSON":
                    return apposed.index
    return None


def _predicated(text: Text, noun: Token, head: Token) -> int | None:  # noqa: PLR0911 - one return a form
    """Holder of a noun that a verb predicates: "became leader", "refers to X as the leader", "declared himself"."""
    annotated = text.annotated
    if head.lemma in text.table.succeeding and has_case(annotated, noun.index, Function.AS):
        return find_agent(annotated, head)
    if noun.deprel == "xcomp" and head.lemma in text.table.naming_verbs and is_passive(annotated, head):
        return find_patient(annotated, head)
    if noun.deprel in {"xcomp", "obj", "ccomp"} and head.upos == "VERB":
        for child in annotated.dependents(head.index, "obj"):
            if child.text.lower() in text.table.reflexives:
                return find_agent(annotated, head)
            if noun.deprel == "xcomp":
                return child.index
        return find_agent(annotated, head) if head.lemma in text.table.copulas else None
    if (
        noun.deprel in {"obl", "nmod"}
        and has_case(annotated, noun.index, Function.AS)
        and (head.lemma in text.table.naming_verbs or head.lemma in text.table.leaving)
    ):
        for child in annotated.dependents(head.index, "obj", "obl", "nsubj:pass"):
            if child.index < noun.index and text.label(child.index) == "PERSON":
                return to_antecedent(annotated, child.index)
        named = find_patient(annotated, head)
        return find_agent(annotated, head) if named is None else named
    return None


def _names_itself(text: Text, noun: Token) -> bool:
    """Say whether the noun is a mention of somebody whom the document names elsewhere."""
    chain = text.annotated.chain_at.get(noun.index)
    return chain is not None and text.annotated.chains[chain].name != "" and noun.xpos not in text.table.plurals
