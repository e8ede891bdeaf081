"""Whether the clause around a time looks back or ahead."""

from rashomon.extract.times.resolve import Look
from rashomon.lexicon import Lexicon
from rashomon.records import Annotated, Token

_STEPS = 8


def find_look(annotated: Annotated, head: int, lexicon: Lexicon) -> Look:
    """Say whether the nearest verb above a token tells a past or something still to come; "" if neither."""
    index = head
    for _ in range(_STEPS):
        token = annotated.tokens[index]
        if index != head and (token.upos in {"VERB", "AUX"} or token.lemma in lexicon.times.ahead_words):
            look = _look_of(annotated, token, lexicon)
            if look:
                return look
        if token.head == index:
            break
        index = token.head
    return ""


def _look_of(annotated: Annotated, verb: Token, lexicon: Lexicon) -> Look:
    helpers = {annotated.tokens[child].text.lower() for child in annotated.children[verb.index]}
    if verb.lemma in lexicon.times.ahead_words or helpers & lexicon.times.ahead_words:
        return "ahead"
    if verb.xpos in {"VBD", "VBN"} or helpers & lexicon.times.past_words:
        return "past"
    return ""
