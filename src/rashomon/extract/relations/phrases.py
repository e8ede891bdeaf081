"""Relations told by a preposition and a noun: "under the control of X", "in X's hands", "in possession of Y"."""

from collections.abc import Iterator

from rashomon.extract.clauses import find_agent, find_patient, has_case, own_subject, to_antecedent
from rashomon.extract.mentions import make_mention, noun_phrase
from rashomon.extract.relations.denial import is_denied
from rashomon.extract.relations.drafts import Draft, flip, of_share
from rashomon.extract.relations.ends import Text, find_end, is_one_word, is_share
from rashomon.lexicon.relation_patterns import PhrasePattern
from rashomon.records import Figure, Function, MentionKind, Token


def find_by_phrase(text: Text, noun: Token, patterns: tuple[PhrasePattern, ...]) -> Iterator[Draft]:
    """Find what a prepositional phrase tells of what it stands with."""
    for pattern in patterns:
        case = _case(text, noun, pattern)
        if case is not None and _is_near(text, noun, pattern):
            draft = _fit(text, noun, case, pattern)
            if draft is not None:
                yield draft
                return


def _case(text: Text, noun: Token, pattern: PhrasePattern) -> int | None:
    for preposition in pattern.prepositions:
        if has_case(text.annotated, noun.index, preposition):
            return min(case.index for case in text.annotated.dependents(noun.index, "case"))
    return None


def _is_near(text: Text, noun: Token, pattern: PhrasePattern) -> bool:
    below = {text.annotated.tokens[index].lemma.lower() for index in text.annotated.subtree(noun.index)}
    return not pattern.near or bool(below & pattern.near)


def _fit(text: Text, noun: Token, case: int, pattern: PhrasePattern) -> Draft | None:
    attached = _attached(text, noun, pattern)
    complement = _complement(text, noun, pattern)
    if attached is None or complement is None:
        return None
    said_of = find_end(text, attached, pattern.attached_is) or _returned(text, noun, attached, pattern)
    of = find_end(text, complement, pattern.complement_is)
    value, place = "", complement if pattern.turned else attached
    if pattern.value:
        value = text.annotated.words(*noun_phrase(text.annotated, place))
    subject, found = (said_of, of) if pattern.turned else (of, said_of)
    if said_of is None or of is None or subject is None:
        return None
    return Draft(
        pattern.kind,
        noun.index,
        case,
        noun.index + 1,
        subject,
        None if value else found,
        value,
        of_share(pattern.kind, flip(pattern.qualifier, _is_negated(text, noun)), is_share(text, place)),
        _count_of(text, attached, pattern),
        _carrier(text, noun),
    )


def _returned(text: Text, noun: Token, attached: int, pattern: PhrasePattern) -> str | None:
    """Give what is "back in the hands of X" as a place: a name of one word is no person's there."""
    carrier = _carrier(text, noun)
    if pattern.attached_is != "place" or carrier is None or text.annotated.tokens[carrier].upos != "ADV":
        return None
    named = text.annotated.tokens[attached].upos == "PROPN" and is_one_word(text, attached)
    return text.keep(make_mention(text.annotated, attached, MentionKind.PLACE)) if named else None


def _is_negated(text: Text, noun: Token) -> bool:
    head = text.annotated.tokens[noun.head]
    carried = head.upos == "VERB" or _carrier(text, noun) is not None
    return is_denied(text, noun.index) or (carried and is_denied(text, head.index))


def _carrier(text: Text, noun: Token) -> int | None:
    """Give the verb or adverb that says that the state holds: "remain in the hands of", "is back in the hands of"."""
    head = text.annotated.tokens[noun.head]
    known = head.lemma in (text.table.statives if head.upos == "VERB" else text.table.carriers)
    return head.index if known and noun.deprel in {"obl", "xcomp", "advmod", "advcl"} else None


def _count_of(text: Text, attached: int, pattern: PhrasePattern) -> tuple[Figure, ...]:
    """Give the number of the people that a phrase is said of."""
    if pattern.attached_is != "people":
        return ()
    return tuple(found.figure for found in text.figures if found.noun == attached)


def _complement(text: Text, noun: Token, pattern: PhrasePattern) -> int | None:
    is_said = any(True for _ in text.annotated.dependents(noun.index, "cop"))
    for child in text.annotated.dependents(noun.index, "nmod", "compound", "amod", *(("obl",) if is_said else ())):
        if child.deprel in {"nmod", "obl"} and not any(
            has_case(text.annotated, child.index, w) for w in pattern.complements
        ):
            continue
        said = child.deprel != "amod" or text.label(child.index) or child.lemma in text.table.actor_nouns
        if said and child.lemma not in pattern.near:
            return child.index
    return None


def _attached(text: Text, noun: Token, pattern: PhrasePattern) -> int | None:
    """Give what the phrase is said of: the subject of its copula or stative verb, or the noun it modifies."""
    annotated = text.annotated
    for child in annotated.dependents(noun.index, "nsubj"):
        return to_antecedent(annotated, child.index)
    head = annotated.tokens[noun.head]
    if head.upos == "ADV" and head.lemma in text.table.carriers:
        subject = own_subject(annotated, head.index)
        return None if subject is None else to_antecedent(annotated, subject)
    is_nominal = head.upos in {"NOUN", "PROPN"}
    if (
        noun.deprel == "nmod"
        or (noun.deprel == "obl" and is_nominal)
        or (noun.deprel in {"acl", "appos"} and head.upos in {"NOUN", "PROPN"})
    ):
        return head.index
    if noun.deprel in {"obl", "xcomp", "advmod", "advcl"} and head.lemma in text.table.statives:
        return find_patient(annotated, head) if head.lemma in text.table.keeping else find_agent(annotated, head)
    if noun.deprel == "obl":
        led = pattern.attached_is == "group" and head.upos == "VERB"
        return find_agent(annotated, head) if led else _companion(text, noun)
    return find_agent(annotated, noun) if noun.deprel in {"advcl", "conj"} else None


def _companion(text: Text, noun: Token) -> int | None:
    """Give X of "with X now in possession of": what hangs on the same verb just before."""
    annotated = text.annotated
    before = [child for child in annotated.dependents(noun.head, "obl", "nmod") if child.index < noun.index]
    if not before or not has_case(annotated, before[-1].index, Function.WITH):
        return None
    between = annotated.tokens[before[-1].index + 1 : noun.index]
    return before[-1].index if all(token.upos in {"ADV", "ADP", "DET"} for token in between) else None
