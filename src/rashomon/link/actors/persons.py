"""Mentions of persons by name."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from rashomon.lexicon.actors import RegisteredActor
from rashomon.link.actors.namesakes import find_namesakes
from rashomon.link.actors.offices import serves_state
from rashomon.link.actors.people import People, PersonName
from rashomon.link.actors.private import Privacy, age_after, judge_person
from rashomon.link.actors.register import actor_id
from rashomon.link.actors.roles import ReadRole, is_public, read_role
from rashomon.link.actors.setting import Decision, Setting, plain
from rashomon.names import bare_name, fold, person_tokens
from rashomon.records import Actor, ActorKind, Candidate, Mention, make_id

_NAMESAKE = 0.8
_PERSONAL = frozenset({"he", "she", "him", "her", "his", "himself", "herself", "hers"})
_SAYING = frozenset({"said", "says", "told", "recalled", "added", "asked", "remembers", "cried", "sobbed", "whose"})
_OF_BODY = re.compile(r" of (?:the )?((?:[\w’'-]+ ){0,4}[\w’'-]+)")
_SERVED = frozenset({ActorKind.FORCES, ActorKind.GROUP})
_DESCRIBED = re.compile(r"-[a-z]{4,}$")  # "Moscow-backed"
_NEXT = re.compile(r",? (\w+)")
_PAST = frozenset({"former", "ex", "late", "then", "deposed", "ousted"})


def is_person(mention: Mention) -> bool:
    """Say whether a mention, or its chain, names a person."""
    return mention.label == "PERSON" and bool(mention.name)


class PersonLinker:
    """Decides for all persons named in one document."""

    def __init__(
        self,
        mentions: Sequence[Mention],
        setting: Setting,
        leaders: Collection[str] = (),
        speakers: Collection[str] = (),
    ) -> None:
        """Take all actor mentions, and the ids of those that lead somebody and of those that speak."""
        self._setting = setting
        self._lexicon = setting.lexicon
        actors = setting.lexicon.actors
        self._titles = {*setting.register.people, *actors.nouns, *actors.public_roles, *self._lexicon.names.honorifics}
        self._author = fold(setting.document.byline or "")
        named = list(filter(is_person, mentions))
        self._leaders = {fold(mention.name) for mention in named if mention.id in leaders}
        self._speakers = {fold(mention.name) for mention in named if mention.id in speakers}
        self._roles = {mention.id: self._read_roles(mention) for mention in named}
        self._people = People(map(self._name, named), setting)
        self._namesakes = find_namesakes(
            mentions, self._roles, setting.document.text, setting.register, self._lexicon.names
        )
        pronouns = actors.pronouns & _PERSONAL
        self._shown = {m.chain for m in mentions if m.chain is not None and fold(m.text) in pronouns}
        self._found: dict[str, PersonName] = {}
        self._public = self._public_names(named)

    def roles_of(self, mention: Mention) -> tuple[ReadRole, ...]:
        """Give the roles printed beside a person's name."""
        namesake = self._namesakes.get(mention.id)
        return self._roles.get(mention.id, ()) if namesake is None else namesake.roles

    def knows(self, mention: Mention) -> bool:
        """Say whether a mention names a person, or stands in apposition to one of two people of one name."""
        return mention.id in self._roles or mention.id in self._namesakes

    def leads(self, mention: Mention) -> bool:
        """Say whether the text has somebody led by the person that a mention names."""
        return is_person(mention) and fold(mention.name) in self._leaders

    def _find(self, mention: Mention) -> PersonName:
        if mention.id not in self._found:
            self._found[mention.id] = self._look_up(mention)
        return self._found[mention.id]

    def _look_up(self, mention: Mention) -> PersonName:
        namesake = self._namesakes.get(mention.id)
        if namesake is not None and namesake.place:
            return PersonName(bare_name(plain(namesake.name), self._lexicon.names), None, "namesake", _NAMESAKE)
        roles = self.roles_of(mention)
        found = self._people.resolve(self._name(mention), roles)
        if found.row is not None and self._is_somebody_else(found.row, roles):
            return PersonName(self._name(mention), None, "namesake", _NAMESAKE)
        return found

    def _is_somebody_else(self, row: RegisteredActor, roles: Sequence[ReadRole]) -> bool:
        """Say whether only private roles are told of a name that the register has for a public figure."""
        table = self._lexicon.actors
        if not roles or any(role.role.qualifier for role in roles) or is_public(roles, table) is not False:
            return False
        told = {word for role in roles for word in role.words}
        held = {word for role in row.roles for word in fold(role.title).split()}
        return not told & (table.public_roles | table.kin | held)

    def decide(self, mention: Mention) -> Decision:
        """Say who a mention of a person means."""
        found = self._find(mention)
        if found.row is None:
            others = tuple(Candidate("", name, 0.5, "bears the same name") for name in found.others)
            return Decision(self._make(mention, found), found.rule, _why(found), found.score, others)
        printed = self._name(mention)
        actor = self._setting.register.actor(found.row.key)
        if printed not in actor.names:
            actor = replace(actor, names=(*actor.names, printed))
        candidates = (Candidate(actor.id, actor.name, found.score, found.rule),)
        return Decision(actor, found.rule, f"{printed} = {actor.name}", found.score, candidates)

    def _name(self, mention: Mention) -> str:
        """Give the person's name, widened by the capitals that the mention itself prints before it."""
        name = bare_name(plain(mention.name), self._lexicon.names)
        before, found, _ = mention.text.partition(name)
        wider = name
        for word in reversed(before.split() if found else ()):
            told = not word[:1].isupper() or _DESCRIBED.search(word) is not None or word.endswith(("’s", "'s"))
            if told or fold(word) in self._titles:
                break
            wider = f"{word} {wider}"
        return wider

    def _read_roles(self, mention: Mention) -> tuple[ReadRole, ...]:
        """Read the chain's roles and the titles printed before the name in the mention itself."""
        before = mention.text.partition(mention.name.split()[-1])[0]
        title = " ".join(word for word in before.split() if fold(word) in self._lexicon.names.honorifics)
        roles = (read_role(role, self._setting.register) for role in (*mention.roles, title) if role.strip())
        return tuple(role for role in roles if role is not None)

    def _make(self, mention: Mention, found: PersonName) -> Actor:
        """Make a person of the ledger."""
        roles = self.roles_of(mention)
        privacy = self._privacy(mention, found.name, roles)
        parent = self._belongs_to(roles) or self._serves(mention)
        country = next((role.country for role in roles if role.country), None)
        printed = self._name(mention) if mention.name else found.name
        return Actor(
            id=make_id("act", *self._scope(mention, found)),
            name=found.name,
            names=tuple(dict.fromkeys((found.name, printed))),
            kind=ActorKind.PERSON,
            acled=parent.acled if parent else None,
            country=country or (parent.country if parent else None),
            parent=actor_id(parent.key) if parent else None,
            roles=tuple(role.role for role in roles),
            private=privacy.private,
            private_rule=privacy.rule,
            description=privacy.description,
        )

    def _scope(self, mention: Mention, found: PersonName) -> tuple[str, ...]:
        """Give the natural key: public people are one in all documents, others somebody of their document.

        Those of another document may be the same people; that is for the ledger to say, with its reason.
        """
        name, place = fold(found.name), self._place(mention)
        if len(person_tokens(found.name, self._lexicon.names)) > 1 and not place and found.name in self._public:
            return (name,)
        return (self._setting.document.id, name, str(place)) if place else (self._setting.document.id, name)

    def _place(self, mention: Mention) -> int:
        namesake = self._namesakes.get(mention.id)
        return 0 if namesake is None else namesake.place

    def _public_names(self, named: Iterable[Mention]) -> set[str]:
        """Give the names at one of whose mentions a public office is told."""
        found = ((m, self._find(m)) for m in named if not self._place(m))
        return {
            person.name
            for m, person in found
            if person.row is None and not self._privacy(m, person.name, self.roles_of(m)).private
        }

    def _privacy(self, mention: Mention, name: str, roles: tuple[ReadRole, ...]) -> Privacy:
        ranks = self._lexicon.names.honorifics - self._lexicon.actors.courtesy
        ranked = any(fold(words.split()[0]) in ranks for words in (mention.name, mention.text) if words.split())
        author = bool(self._author) and fold(name) in self._author
        namesake = self._namesakes.get(mention.id)
        age = age_after(self._setting.document.text, mention.end) or ("" if namesake is None else namesake.age)
        if not self._place(mention) and self._leaders & {fold(name), fold(mention.name)}:
            return Privacy(False, "the text has somebody led by the person", "")
        return judge_person(roles, ranked, author, age, self._lexicon.actors, self._is_shown(mention, name))

    def _is_shown(self, mention: Mention, name: str) -> bool:
        """Say whether the text shows that a name is a person's: more than one word, a pronoun, a verb of saying."""
        if len(person_tokens(name, self._lexicon.names)) > 1 or mention.roles or mention.chain in self._shown:
            return True
        text = self._setting.document.text
        after, before = (
            _NEXT.match(text, mention.end),
            text[max(0, mention.start - 20) : mention.start].rsplit(maxsplit=1)[-1:],
        )
        if self._lexicon.annotate.naming.namings & {*fold(text[max(0, mention.start - 24) : mention.start]).split()}:
            return True  # "her first name, Farida": whoever tells one name only keeps the other back
        said = (after is not None and after[1] in _SAYING) or bool(_SAYING & {*before})
        return said or fold(mention.name) in self._speakers

    def _serves(self, mention: Mention) -> RegisteredActor | None:
        """Give the body told right behind a name ("Colonel Omar Daud of the Malian army")."""
        found = _OF_BODY.match(self._setting.document.text, mention.end)
        if found is None or mention.name not in mention.text:
            return None
        words, register = found[1].split(), self._setting.register
        for end in range(len(words), 0, -1):
            told = " ".join(words[:end])
            row = register.exact(fold(told), self._setting.focus) if register.is_printed(fold(told), told) else None
            row = row if row is not None and row.kind is not ActorKind.PERSON else None
            row = row or self._setting.describe(told).whole
            if row is not None and row.kind in _SERVED:
                return row
        return None

    def _belongs_to(self, roles: Iterable[ReadRole]) -> RegisteredActor | None:
        """Give the group that a role names, or the state of its people's name for an office of state."""
        for role in roles:
            if role.role.qualifier in _PAST:
                continue
            row = self._setting.register.groups_in(role.words)
            if row is not None:
                return row
            if role.country is not None and serves_state(role.words, self._lexicon.actors):
                return self._setting.register.row(f"state-{role.country}")
        return None


def _why(found: PersonName) -> str:
    if found.others:
        return f"a name that {len(found.others)} people of the document bear"
    if found.rule == "namesake":
        return "another person of the same name: the text tells them apart"
    return "named in full" if found.rule == "full-name" else "a single name"
