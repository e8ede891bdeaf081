"""Parts of a group that the register does not know: "fighters of the Hill Front", "a Valley Brigade officer"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from rashomon.link.actors.setting import Decision, Setting
from rashomon.records import Actor, ActorKind, Mention

_BODIES = frozenset({ActorKind.GROUP, ActorKind.FORCES})


def find_owners(
    mentions: Sequence[Mention], decisions: Sequence[Decision], meant: Mapping[str, Actor], setting: Setting
) -> list[Decision]:
    """Say whose the described fighters, forces and office holders are, where their own words name a group.

    Args:
        mentions: all actor mentions of the document.
        decisions: what was decided for each of them.
        meant: bare noun ("front") -> the group of the document that it stands for.
        setting: the document with the tables.
    """
    names: dict[str, Actor] = {head.capitalize(): actor for head, actor in meant.items()}
    for actor in (d.actor for d in decisions if d.actor is not None and not d.actor.described):
        if actor.kind in _BODIES and not actor.registered:
            names |= dict.fromkeys((actor.name, *actor.names), actor)
    if not names:
        return list(decisions)
    return [
        _owned(mention, decision, names, setting) if decision.rule in {"described", "role-only"} else decision
        for mention, decision in zip(mentions, decisions, strict=True)
    ]


def _owned(mention: Mention, decision: Decision, names: Mapping[str, Actor], setting: Setting) -> Decision:
    actor = decision.actor
    if actor is None or actor.parent is not None or not _is_part(mention, decision, setting):
        return decision
    longest = _longest(mention.text, names)
    if longest is None or longest.id == actor.id:
        return decision
    belonging = replace(
        actor, parent=longest.id, country=actor.country or longest.country, acled=longest.acled or actor.acled
    )
    return replace(decision, actor=belonging, why=f"{decision.why}; it belongs to {longest.name}")


def _is_part(mention: Mention, decision: Decision, setting: Setting) -> bool:
    """Say whether a description is of people who fight or speak for somebody, not of those whom they fight or hold."""
    described = setting.describe(mention.text)
    if described.opposed:
        return False
    return decision.rule == "role-only" or (described.word is not None and described.word.kind in _BODIES)


def _longest(text: str, names: Mapping[str, Actor]) -> Actor | None:
    """Give the group that the words name behind "of" or before their noun; None if they name two."""
    found = [name for name in names if _owner(name).search(text)]
    whole = [name for name in found if not any(name != other and name in other for other in found)]
    return names[whole[0]] if len({names[name].id for name in whole}) == 1 else None


@lru_cache(4096)
def _owner(name: str) -> re.Pattern[str]:
    escaped = re.escape(name)
    behind, before = rf"\b(?:of|from|for) (?:the )?{escaped}\b", rf"^(?:the |an? |\d+ )?{escaped}(?:['’]s?)? [a-z]"
    return re.compile(f"{behind}|{before}")
