"""Links every actor mention of one document: the first rule that knows wins."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.lexicon import Lexicon
from rashomon.link.actors.acronyms import read_acronyms
from rashomon.link.actors.collective import CollectiveLinker
from rashomon.link.actors.echoes import echo_bodies
from rashomon.link.actors.heads import settle_heads
from rashomon.link.actors.holders import find_holder
from rashomon.link.actors.named import find_registered
from rashomon.link.actors.owned import find_possessors
from rashomon.link.actors.persons import PersonLinker
from rashomon.link.actors.register import Register, make_register
from rashomon.link.actors.roles import ReadRole, read_role
from rashomon.link.actors.setting import Decision, Setting, plain
from rashomon.link.actors.sides import take_sides
from rashomon.names import fold
from rashomon.records import Actor, Candidate, Document, Extraction, Link, Mention, MentionKind, make_id

_AGAIN = 0.8
_OWNED = re.compile(r"['’]s ")
_NOBODY = Decision(None, "nil-pronoun", "nothing before it says whom it means", 0.0)

Holder = tuple[Actor, tuple[ReadRole, ...]]


def link_actors(
    extraction: Extraction, document: Document, lexicon: Lexicon, focus: Mapping[str, float]
) -> tuple[tuple[Link, ...], tuple[Actor, ...]]:
    """Link every actor mention of one document.

    Args:
        extraction: its mentions of kind actor are linked.
        document: for abbreviations, ages and the author's name.
        lexicon: register, names and words.
        focus: countries that the document is about, with their weight in (0, 1].

    Returns:
        The links in the order of the mentions, and all actors that they or their parents name, sorted by id.
    """
    mentions = [mention for mention in extraction.mentions if mention.kind is MentionKind.ACTOR]
    register = make_register(lexicon.actors, lexicon.places, lexicon.names)
    setting = Setting(document, lexicon, register, focus, read_acronyms(document.text))
    leaders = {relation.subject for relation in extraction.relations if relation.kind == "leads" and relation.subject}
    speakers = {voice.source for voice in extraction.voices if voice.source}
    persons, collectives = PersonLinker(mentions, setting, leaders, speakers), CollectiveLinker(setting)
    decisions = [_decide(mention, setting, persons, collectives) for mention in mentions]
    decisions = settle_heads(mentions, _name_again(mentions, decisions), setting)
    sided = take_sides(mentions, _settle(mentions, decisions, persons, setting), setting)
    sided = find_possessors(mentions, echo_bodies(mentions, sided, setting), setting)
    settled = _follow(decisions, sided, register)
    links = tuple(_link(mention, decision) for mention, decision in zip(mentions, settled, strict=True))
    return links, _gather((decision.actor for decision in settled), register)


def _decide(mention: Mention, setting: Setting, persons: PersonLinker, collectives: CollectiveLinker) -> Decision:
    if not mention.name and persons.knows(mention):
        return persons.decide(mention)
    text = plain(mention.text)
    own = "" if fold(text) in setting.lexicon.actors.pronouns else text
    if not own and not mention.name:
        return _NOBODY
    for printed in filter(None, dict.fromkeys((own, plain(mention.name)))):
        found = find_registered(printed, setting)
        if found is not None:
            return found
    return persons.decide(mention) if persons.knows(mention) else collectives.decide(mention, own)


def _name_again(mentions: Sequence[Mention], decisions: Sequence[Decision]) -> list[Decision]:
    """Tie a name that was not read as one to the only actor so named in the document."""
    named: dict[str, dict[str, Actor]] = {}
    for actor in (d.actor for d in decisions if d.actor is not None and not d.actor.described):
        for name in {fold(actor.name), *map(fold, actor.names)}:
            named.setdefault(name, {})[actor.id] = actor
    return [_named_again(m, d, named) for m, d in zip(mentions, decisions, strict=True)]


def _named_again(mention: Mention, decision: Decision, named: Mapping[str, Mapping[str, Actor]]) -> Decision:
    text = plain(mention.text)
    if decision.rule != "described" or mention.name or not all(word[:1].isupper() for word in text.split()):
        return decision
    bearers = list(named.get(fold(text), {}).values())
    if len(bearers) != 1:
        return decision
    [actor] = bearers
    why = f"the only {text} of this document"
    return Decision(actor, "name-in-document", why, _AGAIN, (Candidate(actor.id, actor.name, _AGAIN, why),))


def _settle(
    mentions: Sequence[Mention], decisions: Sequence[Decision], persons: PersonLinker, setting: Setting
) -> list[Decision]:
    """Tie a definite office ("the foreign minister") to the one person of the document who holds it."""
    pairs = list(zip(mentions, decisions, strict=True))
    holders = [
        (decision.actor, persons.roles_of(mention))
        for mention, decision in pairs
        if decision.actor is not None and persons.roles_of(mention)
    ]
    leaders = {d.actor.id: d.actor for m, d in pairs if d.actor is not None and persons.leads(m)}
    return [_settled(mention, decision, holders, leaders, setting) for mention, decision in pairs]


def _leader(role: ReadRole, leaders: Mapping[str, Actor], setting: Setting) -> Actor | None:
    """Give the one person of the document who is told to lead somebody, for "the commander"."""
    if len(role.words) > 1 or role.words[0] not in setting.lexicon.actors.leading or role.role.qualifier:
        return None
    return next(iter(leaders.values())) if len(leaders) == 1 else None


def _settled(
    mention: Mention, decision: Decision, holders: list[Holder], leaders: Mapping[str, Actor], setting: Setting
) -> Decision:
    if decision.rule != "role-only" or not _is_definite(mention, setting.document.text):
        return decision
    role = read_role(mention.text, setting.register)
    holder = None if role is None else find_holder(role, holders) or _leader(role, leaders, setting)
    if role is None or holder is None:
        return decision
    why = f"{holder.name} is the {role.role.title} of this document"
    return Decision(holder, "role-in-document", why, 0.75, (Candidate(holder.id, holder.name, 0.75, why),))


def _is_definite(mention: Mention, text: str) -> bool:
    before = text[max(0, mention.start - 4) : mention.start].lower()
    return before.endswith("the ") or mention.text.lower().startswith("the ") or bool(_OWNED.search(mention.text))


def _link(mention: Mention, decision: Decision) -> Link:
    return Link(
        id=make_id("lnk", mention.id),
        document=mention.document,
        mention=mention.id,
        kind=MentionKind.ACTOR,
        target=None if decision.actor is None else decision.actor.id,
        score=decision.score,
        candidates=decision.candidates,
        rule=decision.rule,
        why=decision.why,
    )


def _follow(before: Sequence[Decision], after: Sequence[Decision], register: Register) -> list[Decision]:
    """Let whoever belongs to somebody that was found to be another belong to that other ("units of the Army").

    Who belongs to somebody of whom nothing is left belongs to nobody.
    """
    moved = {
        old.actor.id: new.actor.id
        for old, new in zip(before, after, strict=True)
        if old.actor is not None and new.actor is not None and old.actor.id != new.actor.id
    }
    kept = {decision.actor.id for decision in after if decision.actor is not None}
    return [
        decision
        if decision.actor is None or decision.actor.parent in {None, *kept} or register.holds(decision.actor.parent)
        else replace(decision, actor=_moved(decision.actor, moved.get(decision.actor.parent or "")))
        for decision in after
    ]


def _moved(actor: Actor, to: str | None) -> Actor:
    return replace(actor, parent=None if to == actor.id else to)


def _gather(actors: Iterable[Actor | None], register: Register) -> tuple[Actor, ...]:
    """Give each actor once, with all that its mentions say, and the parents that they name."""
    found: dict[str, Actor] = {}
    for actor in filter(None, actors):
        found[actor.id] = _merged(found[actor.id], actor) if actor.id in found else actor
    waiting = [actor.parent for actor in found.values()]
    while waiting:
        parent = waiting.pop()
        if parent is not None and parent not in found:
            found[parent] = register.actor(register.key_of(parent))
            waiting.append(found[parent].parent)
    return tuple(found[key] for key in sorted(found))


def _merged(one: Actor, other: Actor) -> Actor:
    """Join what two mentions of one actor say; a public office at one of them makes a person public."""
    if one == other:
        return one
    clearer = other if one.private and not other.private else one
    description = max(one.description, other.description, key=len) if clearer.private else ""
    return replace(
        clearer,
        names=tuple(dict.fromkeys((*one.names, *other.names))),
        roles=tuple(dict.fromkeys((*one.roles, *other.roles))),
        parent=one.parent or other.parent,
        country=one.country or other.country,
        acled=one.acled if one.acled is not None else other.acled,
        description=description,
    )
