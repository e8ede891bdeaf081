"""Those whom a document brings in with their side and calls by the noun then: "Wagner mercenaries ... the mercenaries".

A bare noun with "the" is of the one body to which all who were so called before it belong; where one of them belongs to
nobody known, or two bodies have such people, nothing is put in.
"""

from collections.abc import Sequence
from dataclasses import replace

from rashomon.link.actors.setting import Decision, Setting
from rashomon.link.actors.sides import is_definite
from rashomon.records import Actor, ActorKind, Mention

_BODIES = frozenset({ActorKind.GROUP, ActorKind.FORCES, ActorKind.STATE})


def echo_bodies(mentions: Sequence[Mention], decisions: Sequence[Decision], setting: Setting) -> list[Decision]:
    """Say whose the people are that a document calls by a noun with which it brought them in.

    Args:
        mentions: all actor mentions of the document, in its order.
        decisions: what was decided for each of them.
        setting: the document with the tables.
    """
    told: dict[str, dict[str | None, Actor | None]] = {}
    settled: list[Decision] = []
    for mention, decision in zip(mentions, decisions, strict=True):
        noun, alone = _noun(mention, setting)
        if noun and alone and decision.rule == "described" and is_definite(mention, setting):
            settled.append(_echo(decision, told.get(noun, {})))
        else:
            settled.append(decision)
        if noun:
            actor = settled[-1].actor
            told.setdefault(noun, {})[_body(actor)] = actor
    return settled


def _noun(mention: Mention, setting: Setting) -> tuple[str, bool]:
    """Give the noun that calls those who fight or serve, and whether it stands alone; "" for any other."""
    described = setting.describe(mention.text)
    if described.word is None or described.word.kind not in _BODIES or described.opposed:
        return "", False
    return described.core[-1].removesuffix("s"), len(described.core) == 1


def _body(actor: Actor | None) -> str | None:
    """Give the id of whom those so called belong to."""
    if actor is None:
        return None
    return actor.parent if actor.described else actor.id


def _echo(decision: Decision, told: dict[str | None, Actor | None]) -> Decision:
    if decision.actor is None or decision.actor.parent is not None or len(told) != 1:
        return decision
    [(body, first)] = told.items()
    if body is None or first is None:
        return decision
    actor = replace(decision.actor, parent=body, country=decision.actor.country or first.country, acled=first.acled)
    return replace(decision, actor=actor, why=f"{decision.why}; this report brought them in as {first.name}")
