"""Mentions of groups, states and offices, named or described."""

import re
from dataclasses import replace

from rashomon.lexicon.actors import DescribingWord, RegisteredActor
from rashomon.link.actors.described import Described
from rashomon.link.actors.named import make_named, written_out
from rashomon.link.actors.register import actor_id
from rashomon.link.actors.roles import ReadRole, is_public, read_role
from rashomon.link.actors.setting import Decision, Setting, decide_registered, plain
from rashomon.names import fold
from rashomon.records import Actor, ActorKind, Mention, make_id

_NUMBER = re.compile(r"^(?:(?:some|about|around|at least|more than|over|nearly|up to)\s+)?\d[\d.,]*\s+(?=\S)")
_UNKNOWN = DescribingWord(ActorKind.UNKNOWN, None)
_COUNTED = DescribingWord(ActorKind.PEOPLE, None)
_PEOPLE = frozenset({"people", "worker", "leader", "diplomat", "delegation", "captive", "quantity"})
_SOMEBODY = _PEOPLE | {"armed", "government", "organisation", "protest", "resistance"}
_MERE = frozenset({"weapon", "document", "abstract", "treaty", "money", "drug", "disease", "time", "fire", "animals"})
_LONG = 4  # words of a title from which on its office stands first ("head of the relief committee")


class CollectiveLinker:
    """Decides for all mentions of one document that name no person."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._sides: dict[str, RegisteredActor | None] = {}

    def decide(self, mention: Mention, own: str) -> Decision:
        """Say what a mention means.

        Args:
            mention: it is no person's name and not registered.
            own: its own words without article, "" for a pronoun.
        """
        text = own or plain(mention.name) or mention.text
        described = self._setting.describe(written_out(text, self._setting))
        if described.whole is not None:
            why = f"{text} are {described.whole.name}"
            return decide_registered(described.whole, self._setting, "people-and-noun", why, 0.9)
        name = plain(mention.name)
        if all(word.isdigit() or word in self._setting.lexicon.names.numbers for word in fold(name or text).split()):
            return self._describe(mention, text, replace(described, word=_COUNTED))  # "nine", "One said"
        named = described.word is None or _is_title(name, mention) or name in self._setting.acronyms
        if not name and text.isupper() and self._setting.lexicon.outlets.find(text):
            return make_named(mention, text, self._setting)
        if name[:1].isupper() and mention.label != "NORP" and named:
            return make_named(mention, name, self._setting)
        if mention.label == "" and self._is_thing(described):
            return Decision(None, "nil-thing", f"{described.core[-1]} is nobody", 0.0)
        return self._describe(mention, text, described)

    def _is_thing(self, described: Described) -> bool:
        """Say whether the head noun means a thing; what stands and moves for a side ("a Taliban convoy") is its own."""
        if described.word is not None:
            return False
        head = described.core[-1]
        classes = self._setting.lexicon.events.words.classes
        found = classes.get(head) or classes.get(head.removesuffix("s"), frozenset())
        if not found or found & _SOMEBODY:
            return False
        return described.parent is None or bool(found & _MERE)

    def _describe(self, mention: Mention, text: str, described: Described) -> Decision:
        # "The general staff" is nobody's office.
        body = described.core[1:] and " ".join(described.core[-2:]) in self._setting.lexicon.actors.nouns
        role = None if body else self._role_only(text)
        parent = described.parent or self._side(described)
        word = described.word or _UNKNOWN
        person = role is not None or mention.label == "PERSON"
        kind = ActorKind.PERSON if person else _kind(mention, word, parent)
        belongs = parent is not None and kind is not ActorKind.PEOPLE
        actor = Actor(
            id=make_id("act", mention.document, described.key),
            name=_NUMBER.sub("", text) or text,
            names=(text,),
            kind=kind,
            acled=parent.acled if parent is not None and belongs else word.acled,
            country=described.country or (parent.country if parent else None),
            parent=actor_id(parent.key) if parent else None,
            roles=() if role is None else (role.role,),
            described=True,
        )
        why = "nothing names it" + (f"; it belongs to {parent.name}" if parent else "")
        return Decision(actor, "role-only" if role else "described", why, 0.5)

    def _side(self, described: Described) -> RegisteredActor | None:
        """Give the one group named in this document that bears a telling word of the description."""
        if described.opposed or described.word is None:
            return None
        return next(filter(None, map(self._side_of, described.core)), None)

    def _side_of(self, word: str) -> RegisteredActor | None:
        if word in self._setting.lexicon.annotate.naming.peoples:
            return None  # a people is no side
        if word not in self._sides:
            text = self._setting.document.text
            rows = self._setting.register.groups_with(word)
            named = [row for row in rows if any(name in text for name in (row.name, *row.names))]
            self._sides[word] = named[0] if len(named) == 1 else None
        return self._sides[word]

    def _role_only(self, text: str) -> ReadRole | None:
        """Read a single office holder whom nothing names ("a former defence minister")."""
        role = read_role(text, self._setting.register)
        table = self._setting.lexicon.actors
        if role is None or not is_public([role], table):
            return None
        head = role.words[-1] if len(role.words) < _LONG else role.words[0]
        return role if head in table.public_roles or role.words[0] in table.public_roles else None


def _is_title(name: str, mention: Mention) -> bool:
    """Say whether an organisation's name ends in a noun that belongs to it ("Rakhine State", "Valley Militia")."""
    return mention.label == "ORG" and len(name.split()) > 1 and name.rsplit(maxsplit=1)[-1][:1].isupper()


def _kind(mention: Mention, word: DescribingWord, parent: RegisteredActor | None) -> ActorKind:
    if mention.label == "NORP" and word is _UNKNOWN:
        return ActorKind.PEOPLE
    if parent is not None and parent.kind is ActorKind.GROUP and word.kind is ActorKind.FORCES:
        return ActorKind.GROUP
    return word.kind
