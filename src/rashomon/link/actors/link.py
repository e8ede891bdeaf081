"""Links every actor mention of one document."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from rashomon.lexicon import Lexicon
from rashomon.lexicon.actors import DescribingWord, RegisteredActor
from rashomon.link.actors.acronyms import read_acronyms
from rashomon.link.actors.described import Described, read_description
from rashomon.link.actors.holders import find_holder
from rashomon.link.actors.people import People, PersonName
from rashomon.link.actors.private import Privacy, age_after, judge_person
from rashomon.link.actors.register import Register, actor_id, make_register
from rashomon.link.actors.roles import ReadRole, is_public, read_role
from rashomon.names import bare_name, fold, person_tokens
from rashomon.records import (
    Actor,
    ActorKind,
    Candidate,
    Document,
    Extraction,
    Link,
    Mention,
    MentionKind,
    make_id,
)

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_NUMBER = re.compile(r"^(?:(?:some|about|around|at least|more than|over|nearly|up to)\s+)?[\d.,]+\s+(?=\S)")
_OWNED = re.compile(r"['’]s ")
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class _Decision:
    """What a mention was found to be."""

    actor: Actor | None
    rule: str
    why: str
    score: float
    candidates: tuple[Candidate, ...] = ()


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
    linker = _Linker(mentions, document, lexicon, focus)
    decisions = linker.settle(mentions, [linker.decide(mention) for mention in mentions])
    links = tuple(_link(mention, decision) for mention, decision in zip(mentions, decisions, strict=True))
    return links, linker.gather(decision.actor for decision in decisions)


def _link(mention: Mention, decision: _Decision) -> Link:
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


class _Linker:
    """The look-ups of one document."""

    def __init__(
        self, mentions: list[Mention], document: Document, lexicon: Lexicon, focus: Mapping[str, float]
    ) -> None:
        self._document = document
        self._lexicon = lexicon
        self._focus = focus
        self._register: Register = make_register(lexicon.actors, lexicon.places, lexicon.names)
        self._acronyms = read_acronyms(document.text)
        self._nouns = {*self._register.people, *lexicon.actors.nouns, *lexicon.actors.public_roles}
        self._author = fold(document.byline or "")
        self._roles = {mention.id: self._read_roles(mention) for mention in mentions}
        persons = [(self._person_name(m), m.roles) for m in mentions if self._is_person(m)]
        self._people = People(persons, document.text, focus, self._register, lexicon)
        self._sides: dict[str, str | None] = {}

    def decide(self, mention: Mention) -> _Decision:
        """Say what one mention is: the first rule that knows wins."""
        text = _plain(mention.text)
        own = "" if fold(text) in self._lexicon.actors.pronouns else text
        if not own and not mention.name:
            return _Decision(None, "nil-pronoun", "nothing before it says whom it means", 0.0)
        for printed in filter(None, dict.fromkeys((own, _plain(mention.name)))):
            found = self._registered(printed)
            if found is not None:
                return found
        if self._is_person(mention):
            return self._person(mention)
        return self._collective(mention, own)

    def _registered(self, printed: str) -> _Decision | None:
        """Find a name as it stands, what an abbreviation stands for, a seat of government, or a slip of the pen."""
        full = self._acronyms.get(printed, printed)
        folded = fold(full)
        row = self._register.exact(folded, self._focus) or self._register.exact(fold(printed), self._focus)
        if row is not None and row.kind is not ActorKind.PERSON:
            return self._of_register(row, "register-name", f"registered under {printed}", 1.0)
        if folded in self._register.seats:
            row = self._register.row(self._register.seats[folded])
            return self._of_register(row, "seat-of-government", f"{printed} stands for its government", 0.85)
        row = self._register.typo(folded) if printed[:1].isupper() and " " not in printed else None
        if row is not None:
            return self._of_register(row, "register-typo", f"one letter away from {row.name}", 0.8)
        return None

    def _of_register(self, row: RegisteredActor, rule: str, why: str, score: float) -> _Decision:
        actor = self._register.actor(row.key)
        return _Decision(actor, rule, why, score, (Candidate(actor.id, actor.name, score, why),))

    def _is_person(self, mention: Mention) -> bool:
        return mention.label == "PERSON" and bool(mention.name)

    def _person_name(self, mention: Mention) -> str:
        """Give the person's name, widened by capitals that the mention itself prints before it."""
        name = bare_name(_plain(mention.name), self._lexicon.names)
        before, found, _ = mention.text.partition(name)
        wider = name
        for word in reversed(before.split() if found else ()):
            if not word[:1].isupper() or fold(word) in self._lexicon.names.honorifics or fold(word) in self._nouns:
                break
            wider = f"{word} {wider}"
        return wider

    def _read_roles(self, mention: Mention) -> tuple[ReadRole, ...]:
        """Read the chain's roles and the titles printed before the name in the mention itself."""
        printed = list(mention.roles)
        if mention.label == "PERSON" and mention.name:
            before = mention.text.partition(mention.name.split()[-1])[0]
            title = " ".join(word for word in before.split() if fold(word) in self._lexicon.names.honorifics)
            printed.append(title)
        roles = (read_role(role, self._register) for role in printed if role.strip())
        return tuple(role for role in roles if role is not None)

    def _person(self, mention: Mention) -> _Decision:
        roles = self._roles[mention.id]
        found = self._people.resolve(self._person_name(mention), roles)
        if found.row is not None:
            actor = self._register.actor(found.row.key)
            printed = self._person_name(mention)
            names = actor.names if printed in actor.names else (*actor.names, printed)
            return _Decision(
                replace(actor, names=names), found.rule, f"{printed} = {actor.name}", found.score,
                (Candidate(actor.id, actor.name, found.score, found.rule),),
            )  # fmt: skip
        others = tuple(Candidate("", name, 0.5, "bears the same name") for name in found.others)
        return _Decision(self._named_person(mention, found, roles), found.rule, _why(found), found.score, others)

    def _named_person(self, mention: Mention, found: PersonName, roles: tuple[ReadRole, ...]) -> Actor:
        """Make a person of the ledger; one bare name means somebody within its document only."""
        single = len(person_tokens(found.name, self._lexicon.names)) < 2
        scope = (self._document.id, fold(found.name)) if single else (fold(found.name),)
        age = age_after(self._document.text, mention.end)
        privacy = self._privacy(mention, found.name, roles, age)
        parent = self._belongs_to(roles)
        country = next((role.country for role in roles if role.country), None)
        return Actor(
            id=make_id("act", *scope),
            name=found.name,
            names=tuple(dict.fromkeys((found.name, self._person_name(mention)))),
            kind=ActorKind.PERSON,
            acled=None if privacy.private and parent is None else (parent.acled if parent else None),
            country=country or (parent.country if parent else None),
            parent=actor_id(parent.key) if parent else None,
            roles=tuple(role.role for role in roles),
            private=privacy.private,
            private_rule=privacy.rule,
            description=privacy.description,
        )

    def _privacy(self, mention: Mention, name: str, roles: tuple[ReadRole, ...], age: str) -> Privacy:
        first = mention.name.split()[0] if mention.name else ""
        ranked = fold(first) in self._lexicon.names.honorifics - self._lexicon.actors.courtesy
        author = bool(self._author) and fold(name) in self._author
        return judge_person(roles, ranked, author, age, self._lexicon.actors)

    def _belongs_to(self, roles: Iterable[ReadRole]) -> RegisteredActor | None:
        """Give the group that a role names, or the state of its people's name for an office of state."""
        for role in roles:
            if role.role.qualifier in ("former", "ex", "late", "then"):
                continue
            row = self._register.groups_in(role.words)
            if row is not None:
                return row
            if role.country is not None and {"minister", "president", "ambassador", "envoy", "governor"} & {
                *role.words
            }:
                return self._register.row(f"state-{role.country}")
        return None

    def _collective(self, mention: Mention, own: str) -> _Decision:
        text = own or _plain(mention.name) or mention.text
        described = read_description(text, self._register, self._focus)
        if described.whole is not None:
            row = described.whole
            return self._of_register(row, "people-and-noun", f"{text} are {row.name}", 0.9)
        name = _plain(mention.name)
        if name and name[:1].isupper() and described.word is None and mention.label != "NORP":
            return self._named(mention, name)
        return self._description(mention, text, described)

    def _named(self, mention: Mention, name: str) -> _Decision:
        """Make an organisation, a group or an outlet that the register does not know."""
        full = self._acronyms.get(name, name)
        outlet = self._lexicon.outlets.find(full)
        word = DescribingWord(ActorKind.OUTLET, 8) if outlet else self._kind_of(full)
        place = mention.label == "PLACE"
        actor = Actor(
            id=make_id("act", fold(full)),
            name=outlet.name if outlet else full,
            names=tuple(dict.fromkeys((full, name))),
            kind=ActorKind.UNKNOWN if place else word.kind,
            acled=None if place else word.acled,
            country=outlet.country if outlet else None,
        )
        return _Decision(actor, "named-in-text", f"{full} is not registered", 0.7)

    def _kind_of(self, name: str) -> DescribingWord:
        words = fold(name).split()
        named = self._lexicon.actors.named
        found = next((named[word] for word in reversed(words) if word in named), None)
        return found or DescribingWord(ActorKind.ORGANISATION, None)

    def _description(self, mention: Mention, text: str, described: Described) -> _Decision:
        role = self._role_only(mention, text)
        parent = actor_id(described.parent.key) if described.parent else self._side(described)
        word = described.word or DescribingWord(ActorKind.UNKNOWN, None)
        person = role is not None or mention.label == "PERSON"
        kind = ActorKind.PERSON if person else self._kind(mention, word, described)
        belonging = described.parent.acled if described.parent else None
        actor = Actor(
            id=make_id("act", self._document.id, described.key),
            name=_without_number(text),
            names=(text,),
            kind=kind,
            acled=belonging if belonging is not None and kind is not ActorKind.PEOPLE else word.acled,
            country=described.country or (described.parent.country if described.parent else None),
            parent=parent,
            roles=() if role is None else (role.role,),
            described=True,
        )
        why = "nothing names it" + (f"; it belongs to {described.parent.name}" if described.parent else "")
        return _Decision(actor, "role-only" if role else "described", why, 0.5)

    def _kind(self, mention: Mention, word: DescribingWord, described: Described) -> ActorKind:
        if mention.label == "NORP" and described.word is None:
            return ActorKind.PEOPLE
        if described.parent is not None and word.kind is ActorKind.FORCES:
            return described.parent.kind if described.parent.kind is ActorKind.GROUP else word.kind
        return word.kind

    def _side(self, described: Described) -> str | None:
        """Give the one group named in this document that bears a telling word of the description."""
        if described.opposed:
            return None
        return next(filter(None, map(self._side_of, described.core)), None)

    def _side_of(self, word: str) -> str | None:
        if word not in self._sides:
            text = self._document.text
            rows = self._register.groups_with(word)
            named = [row for row in rows if any(name in text for name in (row.name, *row.names))]
            self._sides[word] = actor_id(named[0].key) if len(named) == 1 else None
        return self._sides[word]

    def _role_only(self, mention: Mention, text: str) -> ReadRole | None:
        """Read a single office holder whom nothing names ("a former defence minister")."""
        role = read_role(text, self._register)
        if role is None or not is_public([role], self._lexicon.actors):
            return None
        head = role.words[-1] if len(role.words) < 4 else role.words[0]
        return role if head in self._lexicon.actors.public_roles or role.words[0] in ("minister", "head") else None

    def settle(self, mentions: list[Mention], decisions: list[_Decision]) -> list[_Decision]:
        """Tie a definite office ("the foreign minister") to the one person of the document who holds it."""
        persons = [
            (decision.actor, self._roles[mention.id])
            for mention, decision in zip(mentions, decisions, strict=True)
            if decision.actor is not None and not decision.actor.described and self._roles[mention.id]
        ]
        return [self._settled(m, d, persons) for m, d in zip(mentions, decisions, strict=True)]

    def _settled(
        self, mention: Mention, decision: _Decision, persons: list[tuple[Actor, tuple[ReadRole, ...]]]
    ) -> _Decision:
        if decision.rule != "role-only" or not self._definite(mention):
            return decision
        role = read_role(mention.text, self._register)
        holder = None if role is None else find_holder(role, persons)
        if role is None or holder is None:
            return decision
        why = f"{holder.name} is the {role.role.title} of this document"
        return _Decision(holder, "role-in-document", why, 0.75, (Candidate(holder.id, holder.name, 0.75, why),))

    def _definite(self, mention: Mention) -> bool:
        before = self._document.text[max(0, mention.start - 4) : mention.start].lower()
        return before.endswith("the ") or mention.text.lower().startswith("the ") or bool(_OWNED.search(mention.text))

    def gather(self, actors: Iterable[Actor | None]) -> tuple[Actor, ...]:
        """Give each actor once, with all its printed names and roles, and the parents that they name."""
        found: dict[str, Actor] = {}
        for actor in actors:
            if actor is not None:
                found[actor.id] = _merged(found[actor.id], actor) if actor.id in found else actor
        by_id = {actor_id(key): key for key in self._lexicon.actors.actors}
        waiting = [actor.parent for actor in found.values()]
        while waiting:
            parent = waiting.pop()
            if parent is not None and parent not in found:
                found[parent] = self._register.actor(by_id[parent])
                waiting.append(found[parent].parent)
        return tuple(found[key] for key in sorted(found))


def _merged(one: Actor, other: Actor) -> Actor:
    """Join what two mentions of one actor say; a public role anywhere makes a person public."""
    clearer = other if one.private and not other.private and other.private_rule != "no public role is named" else one
    age = one.description if len(one.description) >= len(other.description) else other.description
    return replace(
        clearer,
        names=tuple(dict.fromkeys((*one.names, *other.names))),
        roles=tuple(dict.fromkeys((*one.roles, *other.roles))),
        parent=one.parent or other.parent,
        country=one.country or other.country,
        acled=one.acled if one.acled is not None else other.acled,
        description=age if clearer.private else "",
    )


def _why(found: PersonName) -> str:
    if found.others:
        return f"a name that {len(found.others)} people of the document bear"
    return "named in full" if found.rule == "full-name" else "a single name"


def _without_number(text: str) -> str:
    """Give a description without the number before it, which counts and does not name."""
    return _NUMBER.sub("", text) or text


def _plain(printed: str) -> str:
    return _POSSESSIVE.sub("", _ARTICLE.sub("", printed.strip())).strip()
