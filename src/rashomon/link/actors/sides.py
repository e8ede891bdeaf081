"""Bare words for a side ("the army", "the rebels"), once everybody whom a document names is known.

A body of state is that of the one state of the report; rebels are those of the one armed group that it names beside
that state. Where the report speaks of a second of either, nothing is put in: a wrong side is worse than none.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.lexicon.actors import DescribingWord
from rashomon.link.actors.described import read_description
from rashomon.link.actors.setting import Decision, Setting, decide_registered, plain
from rashomon.names import fold
from rashomon.records import Actor, ActorKind, Candidate, Mention

_OPEN = frozenset({"described", "named-in-text"})
_SCORE = 0.6
_SECOND = 0.6  # share of the leading country's votes from which on a second country is a subject of the report, too
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
    group = _only_group(known) if _has_forces(known) and not _has_others(mentions, known, setting) else None
    if group is None:
        return known
    return [_decide(m, d, country, group, setting) for m, d in zip(mentions, known, strict=True)]


def _decide(mention: Mention, decision: Decision, country: str, group: Actor | None, setting: Setting) -> Decision:
    if decision.rule not in _OPEN or decision.actor is None or _is_indefinite(mention, setting):
        return decision
    text = plain(mention.text)
    organ = setting.lexicon.actors.organs.get(fold(text))
    if organ is not None:
        return _organ(organ, text, country, setting) or decision
    if decision.rule == "described" and decision.actor.parent is None:
        return _side(text, decision, country, group, setting)
    return decision


def _side(text: str, decision: Decision, country: str, group: Actor | None, setting: Setting) -> Decision:
    described = read_description(text, setting.register, setting.focus)
    word = described.word
    if word is None or described.opposed or described.country is not None:
        return decision
    foreign = setting.lexicon.actors.foreign & {*described.core}
    if word.kind is ActorKind.FORCES and word.acled == 1 and country and not foreign:
        parent = setting.register.actor(f"forces-{country}")
        return _belonging(decision, parent, f"the only state of this report is {country}")
    rebels = setting.lexicon.actors.rebels
    theirs = {described.core[-1], f"{described.core[-1]}s"} & rebels
    if word.kind is ActorKind.GROUP and word.acled == _REBELS and group is not None and theirs:
        return _rebels(decision, group, fold(text) in rebels)
    return decision


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


def _is_indefinite(mention: Mention, setting: Setting) -> bool:
    """Say whether "a" or "another" stands before a mention: it brings in somebody new."""
    before = fold(setting.document.text[max(0, mention.start - 9) : mention.start]).split()
    return bool(before) and before[-1] in {"a", "an", "another"}


def _only_state(decisions: Iterable[Decision], setting: Setting) -> str:
    """Give the country that leads the report, unless a second one or another state's forces stand in it."""
    ranked = sorted(setting.focus.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or (len(ranked) > 1 and ranked[1][1] > _SECOND):
        return _NO_FOCUS
    leader = ranked[0][0]
    known: Mapping[str, object] = setting.lexicon.actors.actors
    if f"forces-{leader}" not in known:
        return _NO_FOCUS
    foreign = (d.actor for d in decisions if d.actor is not None and d.actor.kind is ActorKind.FORCES)
    if any(actor.country not in {None, leader} for actor in foreign):
        return _NO_FOCUS
    return leader


def _has_forces(decisions: Iterable[Decision]) -> bool:
    """Say whether the state's own forces or offices act in the report: rebels are whom it fights."""
    return any(d.actor is not None and d.rule == "organ-of-the-only-state" for d in decisions)


def _has_others(mentions: Iterable[Mention], decisions: Iterable[Decision], setting: Setting) -> bool:
    """Say whether the report speaks of armed opponents that may be others ("resistance fighters")."""
    for mention, decision in zip(mentions, decisions, strict=True):
        if decision.rule == "described":
            words = {*fold(plain(mention.text)).split()}
            if words & setting.lexicon.actors.other_sides:
                return True
    return False


def _only_group(decisions: Iterable[Decision]) -> Actor | None:
    """Give the only armed group that is named, parts and parents of it aside."""
    groups = {
        d.actor.id: d.actor
        for d in decisions
        if d.actor is not None
        and not d.actor.described
        and d.actor.kind is ActorKind.GROUP
        and d.actor.acled == _REBELS
    }
    return next(iter(groups.values())) if len(groups) == 1 else None
