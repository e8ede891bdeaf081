"""Tolls: what a number counts that stands behind a verb: "the toll rose to 81 from 74", "claimed 11 lives"."""

from dataclasses import replace

from rashomon.extract.clauses import find_agent, has_case
from rashomon.extract.parts import FoundFigure
from rashomon.lexicon.figures import FigureTable
from rashomon.records import Annotated, Function, Scope, Token

_KILLED = "killed"


def settle_tolls(annotated: Annotated, table: FigureTable, figures: list[FoundFigure]) -> list[FoundFigure]:
    """Give figures that only the sentence's verb explains their measure, and mark what is replaced or comes on top."""
    return [_settle(annotated, table, found, figures) for found in figures]


def _settle(annotated: Annotated, table: FigureTable, found: FoundFigure, others: list[FoundFigure]) -> FoundFigure:
    told = table.measures.get(found.figure.measure)
    if told is not None and told.kind in {"casualty", "value"}:
        return _as_cause(annotated, table, found)
    if _is_life(annotated, table, found) or _is_body(annotated, table, found):
        return replace(found, figure=replace(found.figure, measure=_KILLED))
    verb, case = _verb_of(annotated, table, found, others)
    toll = None if verb is None else _toll_of(annotated, table, verb)
    measure = "" if toll is None else _measure(annotated, table, toll)
    if toll is None or not measure:
        return found
    scope = Scope.SUPERSEDED if case in table.earlier else Scope.TOTAL
    return replace(found, figure=replace(found.figure, measure=measure, scope=scope), noun=toll.index)


def _above(annotated: Annotated, index: int) -> Token:
    return annotated.tokens[annotated.tokens[index].head]


def _case(annotated: Annotated, index: int) -> str:
    return next((case.text.lower() for case in annotated.dependents(index, "case")), "")


def _verb_of(
    annotated: Annotated, table: FigureTable, found: FoundFigure, others: list[FoundFigure]
) -> tuple[Token | None, str]:
    """Give the verb of a toll and the preposition before the number; it may hang on the number beside it."""
    index = found.number if found.noun is None else found.noun
    case, head = _case(annotated, index), _above(annotated, index)
    if any(head.index in {other.number, other.noun} for other in others):
        head = _above(annotated, head.index)
    leads = case in table.earlier | table.later or (not case and annotated.tokens[index].deprel == "obj")
    return (head, case) if head.lemma in table.toll_verbs and leads else (None, "")


def _toll_of(annotated: Annotated, table: FigureTable, verb: Token) -> Token | None:
    for child in annotated.dependents(verb.index, "nsubj", "obj"):
        if child.lemma in table.tolls:
            return child
    agent = find_agent(annotated, verb)
    token = None if agent is None else annotated.tokens[agent]
    return token if token is not None and token.lemma in table.tolls else None


def _measure(annotated: Annotated, table: FigureTable, toll: Token) -> str:
    """Give what a toll counts: its complement's measure ("the number of wounded"), else its own."""
    for child in annotated.dependents(toll.index, "nmod", "compound", "amod"):
        if child.deprel != "nmod" or has_case(annotated, child.index, Function.OF):
            low, lemma = child.text.lower(), child.lemma.lower()
            measure = table.following.get(low) or table.nouns.get(low) or table.nouns.get(lemma)
            if measure and (child.deprel == "nmod" or table.measures[measure].kind == "casualty"):
                return measure
    return table.tolls[toll.lemma]


def _as_cause(annotated: Annotated, table: FigureTable, found: FoundFigure) -> FoundFigure:
    """Mark who raises a toll: "two deaths brought the toll to 57"."""
    index = found.number if found.noun is None else found.noun
    verb = _above(annotated, index)
    raises = annotated.tokens[index].deprel == "nsubj" and verb.lemma in table.toll_causes
    if raises and any(child.lemma in table.tolls for child in annotated.dependents(verb.index, "obj")):
        return replace(found, figure=replace(found.figure, scope=Scope.ADDITION))
    return found


def _is_life(annotated: Annotated, table: FigureTable, found: FoundFigure) -> bool:
    """Say whether lives are counted that a verb takes: "claimed 11 lives", "cost the lives of 11 people"."""
    if found.noun is None:
        return False
    life = annotated.tokens[found.noun]
    if life.lemma not in table.lives:
        life = annotated.tokens[life.head] if life.deprel == "nmod" else life
    taken = life.deprel == "obj" and _above(annotated, life.index).lemma in table.life_verbs
    return life.lemma in table.lives and taken


def _is_body(annotated: Annotated, table: FigureTable, found: FoundFigure) -> bool:
    """Say whether the bodies of the counted are told: "the bodies of four miners", "counted 19 bodies"."""
    if found.noun is None:
        return False
    noun = annotated.tokens[found.noun]
    if noun.lemma in table.bodies and noun.deprel in {"obj", "nsubj:pass"}:
        return _above(annotated, noun.index).lemma in table.body_verbs
    if noun.deprel != "nmod":
        return False
    return _above(annotated, found.noun).lemma in table.bodies and has_case(annotated, found.noun, Function.OF)
