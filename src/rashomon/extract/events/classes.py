"""What a noun is: the classes that triggers ask for, from word lists, entity labels and parts of speech."""

from rashomon.lexicon.event_words import EventWords
from rashomon.records import Annotated, Function

_ENTITY_CLASSES = {
    "PERSON": frozenset({"entity", "entity-person", "people"}),
    "ORG": frozenset({"entity"}),
    "NORP": frozenset({"entity", "people"}),
    "PLACE": frozenset({"entity", "place"}),
    "EVENT": frozenset({"event"}),
}
_BODIES = frozenset({"ORG"})
_SOMEBODY = frozenset({"armed", "people"})
_ARMED = frozenset({"armed"})
_NONE = frozenset({"none"})


def classes_of(annotated: Annotated, index: int | None, words: EventWords) -> frozenset[str]:
    """Give all classes of the thing that a token heads; {"none"} where there is no token.

    A quantity ("dozens of fighters") has the classes of what it counts; a pronoun those of its chain's label.
    """
    if index is None:
        return _NONE
    index = counted(annotated, index, words)
    token = annotated.tokens[index]
    lemma = token.lemma.lower()
    found = words.classes_of(lemma) if token.upos == "NOUN" else words.classes.get(lemma, frozenset())
    found |= _joined_classes(annotated, index, words)
    found |= _entity_classes(annotated, index, frozenset(_ENTITY_CLASSES))
    if _is_armed_name(annotated, index, words):
        found |= _ARMED
    if "band" in found:  # "the Hill Front group" is the Hill Front
        for name in annotated.dependents(index, "compound"):
            found |= _entity_classes(annotated, name.index, _BODIES)
            found |= _ARMED if _is_armed_name(annotated, name.index, words) else frozenset()
    if token.upos == "PRON":
        found |= {"pronoun"} | _chain_classes(annotated, index) | _antecedent_classes(annotated, index, words)
    if token.upos == "NUM":  # "Two were beaten": a number to which something is done counts people
        found |= {"number", "people"} if token.deprel == "nsubj:pass" else {"number"}
    return found


def _entity_classes(annotated: Annotated, index: int, labels: frozenset[str]) -> frozenset[str]:
    """Give the classes of the name that a token stands in, if it bears one of the labels."""
    at = annotated.entity_at[index]
    label = annotated.entities[at].label if at >= 0 else ""
    return _ENTITY_CLASSES.get(label, frozenset()) if label in labels else frozenset()


def _is_armed_name(annotated: Annotated, index: int, words: EventWords) -> bool:
    """Say whether a token stands in the registered name of a group or force, whatever its last word is."""
    at = annotated.entity_at[index]
    entity = annotated.entities[at] if at >= 0 else None
    return (
        entity is not None
        and entity.label in _BODIES
        and annotated.words(entity.first, entity.last).lower() in words.armed_names
    )


def _joined_classes(annotated: Annotated, index: int, words: EventWords) -> frozenset[str]:
    """Give the classes of a noun with the word right before it ("air force")."""
    before = annotated.tokens[index - 1] if index else None
    if before is None or before.head != index or before.deprel not in {"compound", "amod"}:
        return frozenset()
    return words.classes.get(f"{before.lemma.lower()} {annotated.tokens[index].lemma.lower()}", frozenset())


def _chain_classes(annotated: Annotated, index: int) -> frozenset[str]:
    chain = annotated.chain_at.get(index)
    label = "" if chain is None else annotated.chains[chain].label
    if not label and annotated.tokens[index].does(Function.PERSONS):
        return frozenset({"people"})
    return _ENTITY_CLASSES.get(label, frozenset())


def _antecedent_classes(annotated: Annotated, index: int, words: EventWords) -> frozenset[str]:
    """Give the classes of the noun that a plural pronoun comes back to ("they" are armed where rebels were told of)."""
    chain = annotated.chain_at.get(index) if annotated.tokens[index].does(Function.MANY) else None
    heads = () if chain is None else (annotated.tokens[mention.head] for mention in annotated.chains[chain].mentions)
    nouns = [token for token in heads if token.upos == "NOUN" and token.index < index]
    return words.classes_of(nouns[-1].lemma.lower()) & _SOMEBODY if nouns else frozenset()


def counted(annotated: Annotated, index: int, words: EventWords) -> int:
    """Step from a quantity to what it counts ("dozens of fighters" -> fighters); else give the index back."""
    token = annotated.tokens[index]
    if token.upos not in {"NOUN", "NUM", "ADJ", "DET", "PRON"}:
        return index
    if token.upos != "NUM" and "quantity" not in words.classes.get(token.lemma.lower(), frozenset()):
        return index
    for child in annotated.dependents(index, "nmod", "obl"):
        if any(case.does(Function.OF) for case in annotated.dependents(child.index, "case")):
            return child.index
    return index
