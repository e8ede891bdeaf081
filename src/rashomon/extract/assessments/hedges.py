"""Words that hedge a judgement."""

from rashomon.lexicon.factors import FactorTable
from rashomon.records import Annotated

_STEPS = 4


def find_hedge(annotated: Annotated, table: FactorTable, trigger: int) -> str:
    """Give the hedging words around a judgement as printed, nearest first, joined by a blank; "" if there are none."""
    words: list[str] = []
    index = trigger
    for _ in range(_STEPS):
        token = annotated.tokens[index]
        if token.upos in {"VERB", "ADJ"} and token.lemma in table.hedges:
            words.append(token.text)
        for child in annotated.dependents(index, "aux", "advmod", "mark"):
            if child.text.lower() in table.hedges:
                words.append(child.text)
        if token.head == index or token.deprel in {"conj", "parataxis", "acl:relcl"}:
            break
        index = token.head
    return " ".join(dict.fromkeys(words))
