"""Bare words for a side ("the army", "the rebels"), once everybody whom a document names is known.

A body of state is that of the one state of the report; rebels are those of the one armed group that it names beside
that state. Where the report speaks of a second of either, nothing is put in: a wrong side is worse than none.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.lexicon.actors import DescribingWord
from rashomon.link.actors.offices import find_organ, find_served
from rashomon.link.actors.setting import Decision, Setting, decide_registered, plain
from rashomon.names import fold
from rashomon.records import Actor, ActorKind, Candidate, Mention

_OPEN = frozenset({"described", "named-in-text", "role-only"})
_OF_STATE = frozenset({ActorKind.STATE, ActorKind.FORCES})
_SCORE = 0.6
_SECOND = 0.6  # share of the leading country's votes from which on a second country is a subject of the report, too
_BESIDE = 0.3  # share from which on a second country parts a people's word from what the report is about
_ENDS = re.compile(r"[.!?]['”’\"]?\s+(?=[\"“‘]?[A-Z])|\n")
_FAR = 500  # code points of two sentences
_WORD = re.compile(r"[A-Z]\w+")
_REBELS = 2  # ACLED actor class
_NO_FOCUS = ""


def take_sides(mentions: Sequence[Mention], decisions: Sequence[Decision], setting: Setting) -> list[Decision]:
    """Decide the bare words for a side anew.

    Args:
        mentions: all actor mentions of the document.
        decisions: what was decided for each of them.
        setting: the document with the tables.
    """
    country = _only_state(decisions, setting)
    known = [_decide(m, d, country, None, setting) for m, d in zip(mentions, decisions, strict=True)]
    group = None if _has_others(mentions, known, setting) else _only_group(known, setting)
    if group is None:
        return known
    fought = bool(country) and _has_forces(known, setting)
    named = [
        m.end for m, d in zip(mentions, known, strict=True) if d.actor and group.id in (d.actor.id, d.actor.parent)
    ]
    return [
        _decide(m, d, country, group if fought or _is_near(m, named, setting) else None, setting)
        for m, d in zip(mentions, known, strict=True)
    ]


def _is_near(mention: Mention, named: Iterable[int], setting: Setting) -> bool:
    """Say whether "the" rebels stand in a sentence that names the group, or in the next."""
    if not is_definite(mention, setting):
        return False
    text = setting.document.text
    return any(
        end <= mention.start and len(_ENDS.findall(text, end, min(mention.start, end + _FAR))) < 2
        for end in named
        if mention.start - end < _FAR
    )


def _decide(mention: Mention, decision: Decision, country: str, group: Actor | None, setting: Setting) -> Decision:
    if decision.rule not in _OPEN or decision.actor is None:
        return decision
    text = plain(mention.text)
    new = _is_indefinite(mention, setting)
    organ = setting.lexicon.actors.organs.get(fold(text))
    if organ is not None and not new:
        return _organ(organ, text, country, setting) or decision
    if decision.rule == "role-only":
        return _officer(text, mention, decision, country, setting)
    if decision.rule == "described" and decision.actor.parent is None:
        return _side(text, decision, country, None if new else group, setting)
    return decision


def _side(text: str, decision: Decision, country: str, group: Actor | None, setting: Setting) -> Decision:
    described = setting.describe(text)
    word = described.word
    owner = fold(text).partition(" ")[0]
    if (
        word is None
        or described.opposed
        or described.country is not None
        or owner in setting.lexicon.actors.body_owners
    ):
        return decision
    foreign = setting.lexicon.actors.foreign & {*described.core}
    if (
        word.kind is ActorKind.FORCES
        and word.acled == 1
        and country
        and not foreign
        and owner not in setting.lexicon.actors.person_owners
    ):
        parent = setting.register.actor(f"forces-{country}")
        return _belonging(decision, parent, f"the only state of this report is {country}")
    rebels = setting.lexicon.actors.rebels
    theirs = {described.core[-1], f"{described.core[-1]}s"} & rebels
    if word.kind is ActorKind.GROUP and word.acled == _REBELS and group is not None and theirs:
        return _rebels(decision, group, fold(text) in rebels)
    return decision


def _officer(text: str, mention: Mention, decision: Decision, country: str, setting: Setting) -> Decision:
    """Let an office of state ("the defence minister") and who speaks for a body of state be those of the only state."""
    table = setting.lexicon.actors
    described = setting.describe(text)
    head = described.core[-1]
    if decision.actor is None or decision.actor.parent or described.country or not country:
        return decision
    if table.foreign & {*described.core} or described.key.split()[0] in table.body_owners | table.person_owners:
        return decision
    behind = described.key.partition(f"{head} ")[2].split()
    organ = find_organ(described.core[:-1], table) or find_served(behind, table) if head in table.speakers else None
    if organ is None and (
        head in table.speakers or head not in table.state_offices or not is_definite(mention, setting)
    ):
        return decision
    forces = organ is not None and organ.kind is ActorKind.FORCES
    parent = setting.register.actor(f"{'forces' if forces else 'state'}-{country}")
    return _belonging(decision, parent, f"the only state of this report is {country}")


def _organ(organ: DescribingWord, text: str, country: str, setting: Setting) -> Decision | None:
    if not country:
        return None
    row = setting.register.row(f"{'forces' if organ.kind is ActorKind.FORCES else 'state'}-{country}")
    why = f"{text}: the only state that this report speaks of is {country}"
    return decide_registered(row, setting, "organ-of-the-only-state", why, _SCORE)


def _belonging(decision: Decision, parent: Actor, why: str) -> Decision:
    assert decision.actor is not None
    actor = replace(
        decision.actor, parent=parent.id, country=parent.country, acled=parent.acled or decision.actor.acled
    )
    return replace(decision, actor=actor, why=f"{decision.why}; {why}")


def _rebels(decision: Decision, group: Actor, whole: bool) -> Decision:
    why = f"{group.name} is the only armed group that this report names"
    if not whole:
        return _belonging(decision, group, why)
    return Decision(group, "only-armed-group", why, _SCORE, (Candidate(group.id, group.name, _SCORE, why),))


def is_definite(mention: Mention, setting: Setting) -> bool:
    """Say whether "the" stands before a mention, or opens it."""
    before = setting.document.text[max(0, mention.start - 4) : mention.start]
    return "the " in (before.lower(), mention.text[:4].lower())


def _is_indefinite(mention: Mention, setting: Setting) -> bool:
    """Say whether "a" or "another" stands before a mention: it brings in somebody new."""
    before = fold(setting.document.text[max(0, mention.start - 9) : mention.start]).split()
    return bool(before) and before[-1] in {"a", "an", "another"}


def _only_state(decisions: Sequence[Decision], setting: Setting) -> str:
    """Give the country that leads the report, unless a second one or another state's forces stand in it."""
    ranked = sorted(setting.focus.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or (len(ranked) > 1 and ranked[1][1] > _SECOND):
        return _NO_FOCUS
    leader = ranked[0][0]
    if len(ranked) > 1 and ranked[1][1] > _BESIDE and not _is_subject(leader, decisions, setting):
        return _NO_FOCUS
    known: Mapping[str, object] = setting.lexicon.actors.actors
    if f"forces-{leader}" not in known:
        return _NO_FOCUS
    foreign = (d.actor for d in decisions if d.actor is not None and d.actor.kind is ActorKind.FORCES)
    if any(actor.country not in {None, leader} for actor in foreign):
        return _NO_FOCUS
    return leader


def _is_subject(country: str, decisions: Sequence[Decision], setting: Setting) -> bool:
    """Say whether more than a people's word ("a French engineer") speaks for a country."""
    acting = {f"state-{country}", f"forces-{country}"} & {*setting.register.table.actors}
    own = {setting.register.actor(key).id for key in acting}
    if any(d.actor is not None and {d.actor.id, d.actor.parent} & own for d in decisions):
        return True
    words = {*_WORD.findall(setting.document.text)}
    peoples = {word for word in words if setting.register.people.get(fold(word)) == country}
    state = setting.register.table.actors.get(f"state-{country}")
    return not peoples or (state is not None and state.name in setting.document.text)


def _has_forces(decisions: Iterable[Decision], setting: Setting) -> bool:
    """Say whether a state's forces or offices act in the report: rebels are whom it fights."""
    acting = {d.actor.id for d in decisions if d.actor is not None and d.actor.kind in _OF_STATE and d.actor.acled == 1}
    acting |= {
        d.actor.parent for d in decisions if d.actor is not None and d.actor.kind in _OF_STATE and d.actor.parent
    }
    keys = (setting.register.key_of(one) for one in acting if setting.register.holds(one))
    return any(key.startswith(("state-", "forces-")) for key in keys)


def _has_others(mentions: Iterable[Mention], decisions: Iterable[Decision], setting: Setting) -> bool:
    """Say whether the report speaks of armed opponents that may be others ("resistance fighters")."""
    for mention, decision in zip(mentions, decisions, strict=True):
        if decision.rule == "described":
            words = {*fold(plain(mention.text)).split()}
            if words & setting.lexicon.actors.other_sides:
                return True
    return False


def _only_group(decisions: Iterable[Decision], setting: Setting) -> Actor | None:
    """Give the only armed group that is named, alone or before its fighters."""
    groups = {
        actor.id: actor
        for d in decisions
        if d.actor is not None
        for actor in (d.actor, _parent(d.actor, setting))
        if actor is not None and not actor.described and actor.kind is ActorKind.GROUP and actor.acled == _REBELS
    }
    return next(iter(groups.values())) if len(groups) == 1 else None


def _parent(actor: Actor, setting: Setting) -> Actor | None:
    register = setting.register
    held = actor.described and actor.parent is not None and register.holds(actor.parent)
    return register.actor(register.key_of(actor.parent)) if held and actor.parent else None
