"""Words that hedge a judgement."""

from rashomon.lexicon.factors import FactorTable
from rashomon.records import Annotated

_STEPS = 4


def find_hedge(annotated: Annotated, table: FactorTable, governor: int) -> str:
    """Give the hedging words around a judgement as printed, nearest first, joined by a blank; "" if there are none."""
    words: list[str] = []
    index = governor
    for _ in range(_STEPS):
        token = annotated.tokens[index]
        if token.upos in {"VERB", "ADJ"} and token.lemma in table.hedges:
            words.append(token.text)
        helpers = annotated.dependents(index, "aux", "advmod", "mark")
        words.extend(child.text for child in helpers if child.text.lower() in table.hedges)
        if index != governor and token.upos in {"NOUN", "PROPN"}:
            break
        if token.head == index or token.deprel in {"conj", "parataxis", "acl:relcl"}:
            break
        index = token.head
    return " ".join(dict.fromkeys(words))
