"""Predicates that judge by themselves: "outnumbered", "riven", "know the terrain"."""

from collections.abc import Iterator

from rashomon.extract.assessments.subjects import find_subject
from rashomon.extract.assessments.verdicts import Verdict
from rashomon.extract.clauses import find_agent, find_patient, is_negated
from rashomon.lexicon import Lexicon
from rashomon.lexicon.factors import State
from rashomon.records import Annotated, Direction, Token

_OPPOSITE = {Direction.FAVOURS: Direction.HINDERS, Direction.HINDERS: Direction.FAVOURS}


def find_states(annotated: Annotated, lexicon: Lexicon, token: Token) -> Iterator[Verdict]:
    """Find what a verb or adjective judges: the first state of each factor that fits."""
    states = lexicon.factors.states
    for form in _forms(annotated, token):
        for state in states.get(form, ()):
            verdict = _fit(annotated, lexicon, token, state)
            if verdict is not None:
                yield verdict
                return


def _completes(annotated: Annotated, token: Token, state: State) -> bool:
    """Say whether what is likely or not is one of the wanted verbs ("unlikely to win", "capable of winning")."""
    return any(
        child.lemma in state.complements for child in annotated.dependents(token.index, "xcomp", "advcl", "ccomp")
    )


def _forms(annotated: Annotated, token: Token) -> tuple[str, ...]:
    """The lemma, the printed word, and both halves of "well-armed" where they are tokens of their own."""
    low = token.text.lower()
    before = annotated.tokens[token.index - 2] if token.index >= 2 else token
    joined = annotated.text[before.start : token.end].lower() if before.end + 1 == token.start else low
    return (joined, token.lemma.lower()) if joined == low else (joined, low, token.lemma.lower())


def _fit(annotated: Annotated, lexicon: Lexicon, token: Token, state: State) -> Verdict | None:
    patient = find_patient(annotated, token)
    if state.objects and (patient is None or annotated.tokens[patient].lemma not in state.objects):
        return None
    if state.particle and not any(c.lemma == state.particle for c in annotated.dependents(token.index, "compound")):
        return None
    if state.complements and not _completes(annotated, token, state):
        return None
    if token.deprel == "amod":
        return None
    holder = patient if state.of == "patient" else find_agent(annotated, token)
    if holder is None and not state.objects:
        holder = patient if state.of == "agent" else find_agent(annotated, token)
    subject = find_subject(annotated, lexicon, holder)
    if subject is None:
        return None
    negated = is_negated(annotated, token.index, lexicon.factors.state_negations)
    direction = _OPPOSITE.get(state.direction, state.direction) if negated else state.direction
    last = patient + 1 if state.objects and patient is not None and patient > token.index else token.index + 1
    return Verdict(state.factor, direction, subject, token.index, token.index, last, False, token.index)
