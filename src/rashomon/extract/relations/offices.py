"""What an office is called and how it is held: "defence minister", former, acting, self-declared."""

from rashomon.extract.clauses import has_case
from rashomon.extract.mentions import noun_phrase
from rashomon.extract.relations.denial import is_denied
from rashomon.extract.relations.drafts import flip
from rashomon.extract.relations.ends import Text
from rashomon.lexicon.relation_patterns import NounPattern
from rashomon.records import Function, Token

KIN = "kin-of"


def find_qualifier(text: Text, noun: Token, pattern: NounPattern) -> str:
    """Give how an office, a membership or another state told by a noun is held, "" if nothing says."""
    annotated = text.annotated
    found = pattern.qualifier
    for child in annotated.dependents(noun.index, "amod", "compound", "nmod", "advmod"):
        found = found or text.table.qualifiers.get(_whole(text, child), "") or _begins(text, child.index)
    if noun.deprel in {"compound", "flat"}:
        for child in annotated.dependents(noun.head, "amod"):
            if child.index < noun.index:
                found = found or text.table.qualifiers.get(child.text.lower(), "")
    before = annotated.tokens[noun.index - 1].text.lower() if noun.index else ""
    found = found or text.table.qualifiers.get(before, "")
    if any(child.text.lower() in text.table.reflexives for child in annotated.dependents(noun.index, "nsubj")):
        found = "self-declared"
    elif any(child.text.lower() in text.table.reflexives for child in annotated.dependents(noun.head, "obj")):
        found = "self-declared" if noun.deprel in {"xcomp", "obj", "obl", "ccomp"} else found
    found = found or ("former" if _is_left(text, noun) else "")
    return flip(found, is_denied(text, noun.index) or _is_disowned(text, noun))


def _is_disowned(text: Text, noun: Token) -> bool:
    """Say whether the verb that gives the office is denied: "do not see him as the president"."""
    head = text.annotated.tokens[noun.head]
    if not has_case(text.annotated, noun.index, Function.AS) or head.upos != "VERB":
        return False
    return head.lemma in text.table.naming_verbs and is_denied(text, head.index)


def _whole(text: Text, token: Token) -> str:
    """Give a word with what a hyphen ties to it: "self-declared"."""
    tokens, first = text.annotated.tokens, token.index
    while first > 0 and tokens[first - 1].end == tokens[first].start and tokens[first].upos != "PART":
        first -= 1
    return text.annotated.text[tokens[first].start : token.end].lower()


def _begins(text: Text, index: int) -> str:
    """Give the qualifier with which a body's name seems to begin: "Former Liberation Party member"."""
    entity = text.annotated.entity_at[index]
    if entity < 0 or text.label(index) != "ORG":
        return ""
    first = text.annotated.entities[entity].first
    return text.table.qualifiers.get(text.annotated.tokens[first].text.lower(), "") if first < index else ""


def _is_left(text: Text, noun: Token) -> bool:
    """Say whether the office is given up or taken away: "resigned as X", "dismissed army chief Y"."""
    head = text.annotated.tokens[noun.head]
    if has_case(text.annotated, noun.index, Function.AS):
        return head.lemma in text.table.leaving
    above = text.annotated.tokens[head.head]
    taken = head.deprel == "obj" or (head.deprel == "nsubj:pass" and head.index != above.index)
    done = above.xpos in {"VBD", "VBN"} and not any(
        child.xpos == "MD" for child in text.annotated.dependents(above.index, "aux")
    )
    return noun.deprel in {"compound", "flat"} and taken and done and above.lemma in text.table.leaving


def write_value(text: Text, noun: Token) -> str:
    """The office as printed: without article, qualifier and holder; with its complement."""
    annotated = text.annotated
    if text.table.nouns[noun.lemma.lower()][0].kind == KIN:
        return _joined(text, noun).lower()
    first, last = noun_phrase(annotated, noun.index)
    for child in annotated.dependents(noun.index, "nmod:poss"):
        first = max(first, annotated.subtree(child.index)[-1] + 1)
    while 0 < first <= noun.index and annotated.tokens[first - 1].end == annotated.tokens[first].start:
        first -= 1
    if text.label(annotated.tokens[noun.index].head) == "PERSON" and noun.deprel in {"compound", "flat"}:
        last = min(last, noun.index + 1)
    while first < noun.index and _is_left_out(text, first):
        first += 1
    said = [i for i in range(first + 1, noun.index) if _whole(text, annotated.tokens[i]) in text.table.qualifiers]
    said = [i for i in said if annotated.tokens[i - 1].text == "-"]
    first = said[-1] + 1 if said else first
    while last > noun.index + 1 and annotated.tokens[last - 1].upos == "PUNCT":
        last -= 1
    return annotated.words(first, min(last, _value_end(text, noun)))


def _joined(text: Text, noun: Token) -> str:
    """Give a word with all that hyphens tie to it: "half-brother", "mother-in-law"."""
    tokens, first, last = text.annotated.tokens, noun.index, noun.index
    while first > 1 and tokens[first - 1].text == "-" and tokens[first - 2].end + 1 == tokens[first].start:
        first -= 2
    while last + 2 < len(tokens) and tokens[last + 1].text == "-" and tokens[last].end + 1 == tokens[last + 2].start:
        last += 2
    return text.annotated.text[tokens[first].start : tokens[last].end]


def _value_end(text: Text, noun: Token) -> int:
    """One past the office's own complement: "of the country", not "with the president"."""
    end = noun.index + 1
    prepositions = text.table.nouns[noun.lemma.lower()][-1].prepositions
    for child in text.annotated.dependents(noun.index, "nmod"):
        if child.index < noun.index:
            continue
        if not any(has_case(text.annotated, child.index, preposition) for preposition in prepositions):
            break
        end = noun_phrase(text.annotated, child.index)[1]
    return end


def _is_left_out(text: Text, index: int) -> bool:
    token = text.annotated.tokens[index]
    return token.upos in {"DET", "PUNCT"} or token.text.lower() in text.table.qualifiers
