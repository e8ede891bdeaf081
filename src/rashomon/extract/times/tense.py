"""Whether the clause around a time looks back or ahead."""

from rashomon.extract.times.yearless import Look
from rashomon.lexicon import Lexicon
from rashomon.records import Annotated, Realis, Token

_STEPS = 8
_AHEAD = frozenset({Realis.FUTURE, Realis.HYPOTHETICAL})
_VERBAL = frozenset({"VERB", "AUX"})


def find_look(annotated: Annotated, head: int, lexicon: Lexicon) -> Look:
    """Say whether the nearest verb above a token tells a past or something still to come; "" if neither."""
    token = below = annotated.tokens[head]
    for _ in range(_STEPS):
        above = annotated.tokens[token.head]
        if token.index != head or token.upos in _VERBAL:
            look = _look_of(annotated, token, lexicon)
            if look is not None:
                return "" if look == "ahead" and _only_judges(annotated, token, below, lexicon) else look
        if above.index == token.index:
            break
        below, token = token, above
    return ""


def _only_judges(annotated: Annotated, verb: Token, below: Token, lexicon: Lexicon) -> bool:
    """Say whether a verb of possibility tells nothing of its subject's day: "the raid on 3 May may be a crime"."""
    helpers = {annotated.tokens[child].text.lower() for child in annotated.children[verb.index]}
    subject = below.head == verb.index and below.deprel in {"nsubj", "nsubj:pass"} and below.upos not in _VERBAL
    return subject and not helpers & lexicon.times.ahead_words


def _look_of(annotated: Annotated, token: Token, lexicon: Lexicon) -> Look | None:  # noqa: PLR0911 - one case a form
    """Say where a word looks; None: the one above it tells."""
    times, lemma = lexicon.times, token.lemma.lower()
    if token.upos not in _VERBAL:
        return "ahead" if lemma in times.ahead_words else None
    helpers = {annotated.tokens[child].text.lower() for child in annotated.children[token.index]}
    if helpers & times.perfect_words:
        return "past"
    if helpers & times.ahead_words or _is_modal(annotated, token, lexicon):
        return "ahead"
    if lemma in times.ahead_words and token.xpos != "VBD" and not _is_done(annotated, token):
        return "ahead"
    if token.xpos in {"VBD", "VBN"} or helpers & times.past_words:
        return "past"
    if token.xpos == "VB":
        return "ahead" if _is_intended(annotated, token, lexicon) else None
    return "" if token.xpos in {"VBZ", "VBP"} else None


def _is_done(annotated: Annotated, token: Token) -> bool:
    """Say whether a word of planning tells a deed: it has an object, a particle or a state it led to ("set free")."""
    children = [annotated.tokens[child] for child in annotated.children[token.index]]
    return any(t.deprel in {"obj", "compound:prt"} or (t.deprel == "xcomp" and t.upos == "ADJ") for t in children)


def _is_modal(annotated: Annotated, token: Token, lexicon: Lexicon) -> bool:
    cues = (lexicon.modality.auxiliaries.get(t.lemma.lower()) for t in annotated.dependents(token.index, "aux"))
    return any(cue is not None and cue.realis in _AHEAD for cue in cues)


def _is_intended(annotated: Annotated, token: Token, lexicon: Lexicon) -> bool:
    """Say whether an infinitive is what somebody intends: "agreed to meet on Sunday"."""
    governor = annotated.tokens[token.head]
    cue = lexicon.modality.governors.get(governor.lemma.lower()) if token.deprel in {"xcomp", "acl", "ccomp"} else None
    return cue is not None and cue.realis is Realis.FUTURE and not cue.negated
