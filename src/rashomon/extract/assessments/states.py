"""Predicates that judge by themselves: "outnumbered", "riven", "know the terrain"."""

from collections.abc import Iterator

from rashomon.extract.assessments.subjects import find_subject
from rashomon.extract.assessments.ties import find_owner, head_of, is_denied
from rashomon.extract.assessments.verdicts import Verdict
from rashomon.extract.clauses import find_agent, find_oblique, find_patient, has_case
from rashomon.lexicon import Lexicon
from rashomon.lexicon.factors import FactorTable, State
from rashomon.records import Annotated, Direction, Token

_OPPOSITE = {Direction.FAVOURS: Direction.HINDERS, Direction.HINDERS: Direction.FAVOURS}


def find_states(annotated: Annotated, lexicon: Lexicon, token: Token) -> Iterator[Verdict]:
    """Find what a verb or adjective judges: the first state of each factor that fits."""
    states, lemma = lexicon.factors.states, token.lemma.lower()
    acts = any(True for _ in annotated.dependents(token.index, "obj"))
    for form in _forms(annotated, token):
        if acts and form == token.text.lower() != lemma:
            continue  # a participle's row is not for "they encircled the town"
        for state in states.get(form, ()):
            verdict = None if acts and state.alone else _fit(annotated, lexicon, token, state)
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
    patient, table = find_patient(annotated, token), lexicon.factors
    if token.deprel == "amod" or not _object_fits(annotated, patient, state):
        return None
    if not _stands(annotated, table, token, state):
        return None
    holder = _holder(annotated, table, token, state)
    subject = find_subject(annotated, lexicon, holder)
    if subject is None:
        return None
    direction = _graded(annotated, table, token) if state.graded else state.direction
    if direction is None:
        return None
    negated = is_denied(annotated, table, token.index, table.state_negations)
    direction = _OPPOSITE.get(direction, direction) if negated else direction
    last = patient + 1 if state.objects and patient is not None and patient > token.index else token.index + 1
    return Verdict(state.factor, direction, subject, token.index, token.index, last, False, token.index)


def _holder(annotated: Annotated, table: FactorTable, token: Token, state: State) -> int | None:
    """Give of whom a state is said."""
    agent, patient = find_agent(annotated, token), find_patient(annotated, token)
    if token.upos in {"NOUN", "PROPN"} and agent is None and head_of(annotated, token).lemma in table.existentials:
        agent = find_agent(annotated, head_of(annotated, token))
    if state.of not in {"agent", "patient"}:
        if state.of != "owner":
            return find_oblique(annotated, token, state.of)
        mine = agent if agent is not None else patient
        return None if mine is None else _owner(annotated, table, annotated.tokens[mine])
    first, second = (patient, agent) if state.of == "patient" else (agent, patient)
    return second if first is None and not state.objects else first


def _owner(annotated: Annotated, table: FactorTable, noun: Token) -> int | None:
    """Give whose a thing is: "the rebels' victory", "victory for the rebels", "a rebel victory"."""
    owner = find_owner(annotated, table, noun)
    return next((c.index for c in annotated.dependents(noun.index, "compound")), None) if owner is None else owner


def _object_fits(annotated: Annotated, patient: int | None, state: State) -> bool:
    if not state.objects or (patient is None and state.bare):
        return True
    return patient is not None and annotated.tokens[patient].lemma in state.objects


def _stands(annotated: Annotated, table: FactorTable, token: Token, state: State) -> bool:
    """Say whether everything that a state needs beside it is there, and nothing that makes it something else."""
    particles = annotated.dependents(token.index, "compound", "advmod")
    if state.particle and not any(child.lemma == state.particle for child in particles):
        return False
    if state.complements and not _completes(annotated, token, state):
        return False
    if state.adverbs and not _is_marked(annotated, table, token, state):
        return False
    if not _is_led(annotated, token, state) or not _agent_fits(annotated, token, state):
        return False
    return not state.modal or _is_forecast(annotated, table, token)


def _agent_fits(annotated: Annotated, token: Token, state: State) -> bool:
    agent = find_agent(annotated, token) if state.agents else None
    agent = find_patient(annotated, token) if agent is None and state.agents and not state.objects else agent
    return not state.agents or (agent is not None and annotated.tokens[agent].lemma.lower() in state.agents)


def _is_led(annotated: Annotated, token: Token, state: State) -> bool:
    """Say whether the prepositions at a state, and the nouns that they tie to it, are those that it needs."""
    led = list(annotated.dependents(token.index, "obl"))
    if any(has_case(annotated, child.index, word) for child in led for word in state.not_with):
        return False
    if state.cases and not any(has_case(annotated, token.index, word) for word in state.cases):
        return False
    return not state.obliques or _has_oblique(annotated, token, state)


def _has_oblique(annotated: Annotated, token: Token, state: State) -> bool:
    hanging = annotated.dependents(token.index, "obl", "nmod")
    return any(child.lemma in state.obliques or child.text.lower() in state.obliques for child in hanging)


def _is_marked(annotated: Annotated, table: FactorTable, token: Token, state: State) -> bool:
    """Say whether one of the adverbs stands beside a state, or a negation over it."""
    if is_denied(annotated, table, token.index, table.state_negations):
        return True
    return any(child.text.lower() in state.adverbs for child in annotated.dependents(token.index, "advmod"))


def _is_forecast(annotated: Annotated, table: FactorTable, token: Token) -> bool:
    head = annotated.tokens[token.head]
    if token.deprel in {"xcomp", "ccomp"} and token.xpos == "VB" and head.lemma in table.forecasting:
        return True
    modals = [child for child in annotated.dependents(token.index, "aux") if child.xpos == "MD"]
    if not modals and token.xpos == "VBG":  # "is losing the war": not yet lost
        return any(child.xpos in {"VBZ", "VBP", "VB"} for child in annotated.dependents(token.index, "aux"))
    return bool(modals) and not any(child.text.lower() in table.conditional for child in modals)


def _graded(annotated: Annotated, table: FactorTable, token: Token) -> Direction | None:
    """Give what an adverb makes of a state: "well armed", "poorly trained"; None where none grades it."""
    for child in annotated.dependents(token.index, "advmod"):
        low = child.text.lower()
        if low in table.well | table.badly:
            return Direction.FAVOURS if low in table.well else Direction.HINDERS
    return None
