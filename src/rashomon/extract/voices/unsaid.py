"""What nobody has said: denied, withheld and only imagined speech ("did not say that ...", "if they say").

Such words are no claim: whoever is named with them is not committed to them.
"""

from dataclasses import replace

from rashomon.extract.clauses import bounds_number
from rashomon.extract.voices.drafts import Draft
from rashomon.extract.voices.grammar import helpers
from rashomon.extract.voices.spans import ordered
from rashomon.lexicon.cues import CueTable
from rashomon.records import Annotated, Factuality, Function, Stance

_NEGATIONS = (Function.NEGATION, Function.NO, Function.NOBODY, Function.NEITHER)
_LED = frozenset({"xcomp", "advcl", "acl", "obl", "ccomp"})
_LED_FORMS = frozenset({"VB", "VBG"})
_MAX_CLIMB = 3
# What is left of a commitment that its holder does not have; all others give none.
_TURNED = {Factuality.NOT_PROBABLE: Factuality.PROBABLE, Factuality.NOT_POSSIBLE: Factuality.POSSIBLE}


def uncommitted(annotated: Annotated, draft: Draft, table: CueTable) -> Draft:
    """Take from a draft the commitment that its cue denies, withholds or only imagines.

    Who does not believe something doubts it; who does not doubt it thinks so.
    """
    if draft.commitment is Factuality.UNKNOWN and draft.stance is Stance.NEUTRAL:
        return draft
    if is_imagined(annotated, draft.head, table):
        return replace(draft, commitment=Factuality.UNKNOWN, stance=Stance.NEUTRAL)
    if not is_negated(annotated, draft.head, draft.source, table):
        return draft
    turned = _TURNED.get(draft.commitment, Factuality.UNKNOWN)
    if draft.lemma in table.minds and draft.commitment in {Factuality.PROBABLE, Factuality.POSSIBLE}:
        turned = Factuality.NOT_PROBABLE
    return replace(draft, commitment=turned, stance=Stance.NEUTRAL)


def is_imagined(annotated: Annotated, verb: int, table: CueTable) -> bool:
    """Say whether nothing has been said yet; a verb joined to one and bare like it shares its auxiliary."""
    if any(child.lemma in table.unreal for child in (*helpers(annotated, verb), *annotated.dependents(verb, "mark"))):
        return True
    if ordered(annotated, annotated.tokens[verb]) is not None:
        return True
    return _is_joined(annotated, verb) and is_imagined(annotated, annotated.tokens[verb].head, table)


def _is_joined(annotated: Annotated, verb: int) -> bool:
    """Say whether a bare verb stands under what the verb before it stands under ("did not say or suggest")."""
    token = annotated.tokens[verb]
    joined = token.deprel == "conj" and token.xpos == "VB" and token.head < verb
    return joined and not any(True for _ in annotated.dependents(verb, "aux", "mark", "nsubj"))


def is_negated(annotated: Annotated, verb: int, source: int | None, table: CueTable) -> bool:
    """Say whether a cue did not come about: "did not say", "nobody said", "without saying", "failed to say".

    Args:
        annotated: the document.
        verb: the cue.
        source: head token of whoever would have said it, or None.
        table: words that withhold speech, and words that make "not" add something ("not only said").
    """
    if source is not None and _is_nobody(annotated, source):
        return True
    return _denied(annotated, verb, table) is not _withheld(annotated, verb, table)


def _denied(annotated: Annotated, verb: int, table: CueTable) -> bool:
    beside = list(annotated.dependents(verb, "advmod", "mark", "cc", "cc:preconj"))
    under = [each for t in beside for each in annotated.dependents(t.index, "advmod")]
    if any(t.lemma in table.merely for t in (*beside, *under)):
        return False
    if any(t.does(Function.NEGATION, Function.NEITHER, Function.WITHOUT) for t in beside):
        return True
    return _is_joined(annotated, verb) and _denied(annotated, annotated.tokens[verb].head, table)


def _is_nobody(annotated: Annotated, source: int) -> bool:
    beside = annotated.dependents(source, "det", "cc:preconj", "nummod")
    denying = [t for t in (annotated.tokens[source], *beside) if t.does(*_NEGATIONS)]
    return any(not bounds_number(annotated, t.index) for t in denying)


def _withheld(annotated: Annotated, verb: int, table: CueTable) -> bool:
    """Say whether what leads to an infinitive or a gerund keeps it from happening: "declined to", "has yet to"."""
    if _is_joined(annotated, verb):
        return _withheld(annotated, annotated.tokens[verb].head, table)
    token = annotated.tokens[verb]
    if token.xpos == "VB" and any(t.lemma in table.withholding for t in annotated.dependents(verb, "advmod")):
        return True
    for _ in range(_MAX_CLIMB):
        if token.deprel not in _LED or token.xpos not in _LED_FORMS or token.head == token.index:
            break
        led_by, led = annotated.tokens[token.head], token.deprel == "xcomp"
        beside = {t.lemma for t in annotated.dependents(led_by.index, "advmod")} if led else set()
        if led_by.lemma in table.withholding or beside & table.withholding:
            return not _denied(annotated, led_by.index, table)
        if led and _denied(annotated, led_by.index, table):
            return True
        if led_by.upos not in {"ADJ", "ADV"}:
            break
        token = led_by
    return False
