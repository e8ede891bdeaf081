"""Happenings and means of them as nouns: what is only laid, only asked for, or only supposed."""

from rashomon.lexicon import Lexicon
from rashomon.lexicon.modality import ModalCue
from rashomon.records import Annotated, Function, Token

_VERBAL = frozenset({"VERB", "AUX"})


def find_laid(annotated: Annotated, verb: Token, lexicon: Lexicon) -> ModalCue | None:
    """Give the cue of a verb by which a weapon is only laid and has not gone off ("planted a bomb"), or None.

    Not so where the weapon is known to have gone off ("planted the bomb").
    """
    found = lexicon.modality.attempts.get(verb.lemma.lower())
    if found is None:
        return None
    objects = [*annotated.dependents(verb.index, "obj", "nsubj:pass")]
    objects += [annotated.tokens[verb.head]] if verb.deprel == "acl" else []
    armed = (
        lexicon.events.weapon(token.lemma) is not None and not _is_known(annotated, token, lexicon) for token in objects
    )
    return found if any(armed) else None


def is_content(annotated: Annotated, noun: Token) -> bool:
    """Say whether a noun is what its verb is about: its object, or behind "of" or "for"."""
    judged = any(t.upos in {"NOUN", "ADJ"} for t in annotated.dependents(noun.head, "xcomp"))  # "called it a crime"
    if noun.upos in _VERBAL or judged:
        return False
    led = any(t.does(Function.OF, Function.FOR) for t in annotated.dependents(noun.index, "case"))
    return noun.deprel in {"obj", "nsubj:pass"} or (noun.deprel == "obl" and led)


def is_supposed(annotated: Annotated, noun: Token, verb: Token, lexicon: Lexicon) -> bool:
    """Say whether it is only told what an indefinite happening would be: "a full assault would be a disaster"."""
    known = _is_known(annotated, noun, lexicon) or any(
        True for _ in annotated.dependents(noun.index, "nmod:poss", "nummod")
    )
    helpers = tuple(annotated.dependents(verb.index, "aux"))
    would = any(t.does(Function.WOULD, Function.MODAL) for t in helpers)
    return would and not known and not any(t.does(Function.PERFECT) for t in helpers)


def _is_known(annotated: Annotated, noun: Token, lexicon: Lexicon) -> bool:
    definites = lexicon.events.words.definites
    return any(t.lemma.lower() in definites for t in annotated.dependents(noun.index, "det"))
