"""A group called by its bare noun ("the Front", "the movement"), once all groups of a document are known.

The noun stands for the one group of the document that bears it in a name. Where two bear it, or none does and more than
one group could be meant, nothing is put in: the nearest group before it is too often the other side.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rashomon.link.actors.parts import find_owners
from rashomon.link.actors.setting import Decision, Setting, plain
from rashomon.names import fold
from rashomon.records import Actor, ActorKind, Candidate, Mention, make_id

_BODIES = frozenset({ActorKind.GROUP, ActorKind.FORCES, ActorKind.ORGANISATION})
_BEARS = 0.75
_LETTERS = 0.65


def settle_heads(mentions: Sequence[Mention], decisions: Sequence[Decision], setting: Setting) -> list[Decision]:
    """Decide the bare nouns for groups anew.

    Args:
        mentions: all actor mentions of the document.
        decisions: what was decided for each of them.
        setting: the document with the tables.
    """
    heads = [_head(mention, setting) for mention in mentions]
    named = {
        d.actor.id: d.actor
        for head, d in zip(heads, decisions, strict=True)
        if not head and d.actor is not None and not d.actor.described and d.actor.kind in _BODIES
    }
    settled = [
        _decide(mention, decision, head, named.values(), setting) if head else decision
        for mention, decision, head in zip(mentions, decisions, heads, strict=True)
    ]
    return find_owners(mentions, settled, _meant(heads, settled), setting)


def _meant(heads: Sequence[str], settled: Sequence[Decision]) -> dict[str, Actor]:
    """Give the one named group that each bare noun of the document stands for."""
    found: dict[str, dict[str, Actor]] = {}
    for head, decision in zip(heads, settled, strict=True):
        if head and decision.actor is not None:
            found.setdefault(head, {})[decision.actor.id] = decision.actor
    return {
        head: next(iter(actors.values()))
        for head, actors in found.items()
        if len(actors) == 1 and not any(actor.described for actor in actors.values())
    }


def _head(mention: Mention, setting: Setting) -> str:
    """Give the noun of a mention that is, or stands for, nothing but a bare noun for a group; else ""."""
    table = setting.lexicon.actors
    for printed in (plain(mention.text), plain(mention.name)):
        word = fold(printed)
        if word in table.heads or (word in table.titles and printed[:1].isupper()):
            return word
    return ""


def _decide(mention: Mention, decision: Decision, head: str, named: Iterable[Actor], setting: Setting) -> Decision:
    groups = list(named)
    bearers = [group for group in groups if any(head in fold(name).split() for name in group.names)]
    if len(bearers) == 1:
        return _only(bearers[0], f"the only group of this report whose names hold {head}", _BEARS)
    lettered = [group for group in groups if not group.registered and _ends_in(group.name, head)]
    if not bearers and len(lettered) == 1:
        return _only(lettered[0], f"the only name whose letters end in that of {head}", _LETTERS)
    if decision.actor is None or decision.actor.described:
        return decision
    if decision.actor.id not in {group.id for group in groups}:
        return _of_this_report(mention, decision, head, setting)
    fitting = [group for group in groups if _fits(group, head, setting)]
    if not bearers and fitting == [decision.actor]:
        return decision
    return _bare(mention, decision, head, setting)


def _only(actor: Actor, why: str, score: float) -> Decision:
    return Decision(actor, "head-of-a-name", why, score, (Candidate(actor.id, actor.name, score, why),))


def _ends_in(name: str, head: str) -> bool:
    return name.isupper() and 1 < len(name) <= len("ABCDEF") and name[-1].lower() == head[0]


def _fits(group: Actor, head: str, setting: Setting) -> bool:
    """Say whether a group is of the class that the noun tells."""
    word = setting.lexicon.actors.nouns.get(head)
    return word is None or word.acled is None or group.acled is None or word.acled == group.acled


def _of_this_report(mention: Mention, decision: Decision, head: str, setting: Setting) -> Decision:
    """Keep a noun printed as a name ("the Front") as somebody of this document only."""
    assert decision.actor is not None
    if plain(mention.name)[:1].islower() or fold(decision.actor.name) != head:
        return _bare(mention, decision, head, setting)
    actor = replace(decision.actor, id=make_id("act", setting.document.id, head))
    return replace(decision, actor=actor, rule="bare-name", why=f"no name of this report ends in {head}", score=0.5)


def _bare(mention: Mention, decision: Decision, head: str, setting: Setting) -> Decision:
    assert decision.actor is not None
    text = f"the {head}"
    word = setting.lexicon.actors.nouns.get(head)
    actor = Actor(
        id=make_id("act", setting.document.id, head),
        name=text,
        names=(text,),
        kind=ActorKind.GROUP,
        acled=None if word is None else word.acled,
        described=True,
    )
    return Decision(actor, "described", f"more than one group of this report may be the {head}", 0.5)
