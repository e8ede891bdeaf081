"""Whose the fighters and speakers are that a document describes by an owner: "its fighters", "the group's spokesman".

The owner is another mention inside the description's words. A pronoun that stands for nobody known is the one body
before it in its sentence; opening a sentence, the one body of the sentence before. Two bodies there tell nothing.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.link.actors.roles import read_role
from rashomon.link.actors.setting import Decision, Setting, plain
from rashomon.names import fold
from rashomon.records import Actor, ActorKind, Mention

_BODIES = frozenset({ActorKind.GROUP, ActorKind.FORCES, ActorKind.STATE, ActorKind.ORGANISATION})
_OPEN = frozenset({"described", "role-only"})
_ENDS = re.compile(r"[.!?]['”’\"]?\s+(?=[\"“‘]?[A-Z])|\n")
_WINDOW = 400  # code points before a pronoun within which its sentence and the one before begin


@dataclass(frozen=True, slots=True)
class _Told:
    mention: Mention
    decision: Decision


def _is_officer(one: _Told, setting: Setting) -> bool:
    """Say whether a mention tells a present office of a named person ("the movement's commander, Idriss Salam")."""
    actor = one.decision.actor
    if actor is None or actor.registered or actor.described or actor.kind is not ActorKind.PERSON or actor.private:
        return False
    role = read_role(one.mention.text, setting.register) if one.mention.name not in one.mention.text else None
    return role is not None and not role.role.qualifier and bool(setting.lexicon.actors.public_roles & {*role.words})


@dataclass(frozen=True, slots=True)
class _Known:
    """Who is known so far: by chain, by id, and in the register."""

    chains: Mapping[int, Actor]
    actors: Mapping[str, Actor]
    setting: Setting

    def of_chain(self, mention: Mention) -> Actor | None:
        """Give whom another mention of the same chain means."""
        return None if mention.chain is None else self.chains.get(mention.chain)

    def body(self, owner: Actor | None) -> Actor | None:
        """Give the body that an owner is, or, described or a person, belongs to."""
        if owner is None:
            return None
        owner = self.actors.get(owner.id, owner)
        if not owner.described and owner.kind in _BODIES:
            return owner
        register = self.setting.register
        if owner.parent is not None and register.holds(owner.parent):
            return register.actor(register.key_of(owner.parent))
        return self.actors.get(owner.parent or "")


def find_possessors(mentions: Sequence[Mention], decisions: Sequence[Decision], setting: Setting) -> list[Decision]:
    """Say to whom described actors belong.

    Args:
        mentions: all actor mentions of the document, in its order.
        decisions: what was decided for each of them.
        setting: the document with the tables.
    """
    once = _go_through(mentions, decisions, setting)
    return _go_through(mentions, once, setting)  # "its general and his men": whose he is had to be known first


def _go_through(mentions: Sequence[Mention], decisions: Sequence[Decision], setting: Setting) -> list[Decision]:
    told = [_Told(m, d) for m, d in zip(mentions, decisions, strict=True)]
    chains = {t.mention.chain: t.decision.actor for t in told if t.mention.chain is not None and t.decision.actor}
    known: dict[str, Actor] = {}
    for actor in (t.decision.actor for t in told):
        if actor is not None and (actor.id not in known or actor.parent):
            known[actor.id] = actor
    return [_owned(one, told, _Known(chains, known, setting)) for one in told]


def _owned(one: _Told, told: Sequence[_Told], known: _Known) -> Decision:
    decision, setting = one.decision, known.setting
    if decision.actor is None or decision.actor.parent or not (_is_part(one, setting) or _is_officer(one, setting)):
        return decision
    inside = [t for t in told if t.mention is not one.mention and _holds(one.mention, t.mention)]
    owners = [t.decision.actor or known.of_chain(t.mention) for t in inside] or [_before(one, told, known)]
    bodies = {body.id: body for body in map(known.body, owners) if body is not None}
    if len(bodies) != 1:
        return decision
    [body] = bodies.values()
    if body.id == decision.actor.id:
        return decision
    actor = replace(
        decision.actor,
        parent=body.id,
        country=decision.actor.country or body.country,
        acled=body.acled if body.acled is not None else decision.actor.acled,
    )
    return replace(decision, actor=actor, why=f"{decision.why}; its own words say that it belongs to {body.name}")


def _holds(outer: Mention, inner: Mention) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end and inner.end - inner.start < outer.end - outer.start


def _is_part(one: _Told, setting: Setting) -> bool:
    """Say whether these are people who fight or speak for somebody, not whom somebody holds or kills."""
    if one.decision.rule not in _OPEN:
        return False
    described = setting.describe(one.mention.text)
    if described.opposed or described.country is not None:
        return False
    head = described.core[-1]
    armed = described.word is not None and described.word.kind in _BODIES
    return one.decision.rule == "role-only" or armed or head in setting.lexicon.actors.own_people


def _before(one: _Told, told: Sequence[_Told], known: _Known) -> Actor | None:
    """Give the one body that "its" or "their" can mean by where it stands."""
    first, *_ = fold(one.mention.text).split() or [""]
    if first not in known.setting.lexicon.actors.body_owners:
        return None
    text, at = known.setting.document.text, one.mention.start
    starts = [match.end() for match in _ENDS.finditer(text, max(0, at - _WINDOW), at)]
    here = starts[-1] if starts else 0
    found = _bodies_in(told, here, at, known)
    if not found and not plain(text[here:at]):
        found = _bodies_in(told, starts[-2] if len(starts) > 1 else 0, here, known)
    return next(iter(found.values())) if len(found) == 1 else None


def _bodies_in(told: Iterable[_Told], start: int, end: int, known: _Known) -> dict[str, Actor]:
    within = (one for one in told if start <= one.mention.start and one.mention.end <= end)
    return {body.id: body for one in within if (body := known.body(one.decision.actor)) is not None}
