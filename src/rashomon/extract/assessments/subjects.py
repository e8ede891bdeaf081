"""Whose prospects a sentence judges."""

from rashomon.lexicon import Lexicon
from rashomon.records import Annotated, Function

_LABELS = frozenset({"PERSON", "ORG", "NORP", "PLACE"})


def find_subject(annotated: Annotated, lexicon: Lexicon, index: int | None) -> int | None:
    """Give the token if it can be an actor: a name, a body or people, or a pronoun for one; else None."""
    if index is None:
        return None
    token = annotated.tokens[index]
    entity, chain = annotated.entity_at[index], annotated.chain_at.get(index)
    if entity >= 0 and annotated.entities[entity].label in _LABELS:
        return index
    if token.upos == "PRON":
        return index if chain is not None or token.does(Function.SPEAKER) else None
    known = chain is not None and annotated.chains[chain].label in _LABELS
    is_actor = token.lemma.lower() in lexicon.relations.actor_nouns or token.upos == "PROPN"
    return index if known or is_actor else None
