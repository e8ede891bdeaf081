"""What all rules for the actors of one document look at, and what they decide."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from rashomon.lexicon import Lexicon
from rashomon.lexicon.actors import RegisteredActor
from rashomon.link.actors.described import Described, read_description
from rashomon.link.actors.register import Register
from rashomon.records import Actor, Candidate, Document

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Setting:
    """One document with the tables.

    Attributes:
        document: the document.
        lexicon: all tables.
        register: look-ups of the register.
        focus: countries that the document is about, with their weight in (0, 1].
        acronyms: abbreviations that the document explains.
    """

    document: Document
    lexicon: Lexicon
    register: Register
    focus: Mapping[str, float]
    acronyms: Mapping[str, str]
    _described: dict[str, Described] = field(default_factory=dict, repr=False, compare=False)

    def describe(self, text: str) -> Described:
        """Read a description; one that several rules ask about is read once."""
        found = self._described.get(text)
        if found is None:
            found = self._described[text] = read_description(text, self.register, self.focus)
        return found


@dataclass(frozen=True, slots=True)
class Decision:
    """What a mention was found to be.

    Attributes:
        actor: who, or None (NIL).
        rule: name of the rule that decided.
        why: the reason in words.
        score: in [0, 1].
        candidates: who it might have been, best first.
    """

    actor: Actor | None
    rule: str
    why: str
    score: float
    candidates: tuple[Candidate, ...] = ()


def decide_registered(row: RegisteredActor, setting: Setting, rule: str, why: str, score: float) -> Decision:
    """Decide for a row of the register."""
    actor = setting.register.actor(row.key)
    return Decision(actor, rule, why, score, (Candidate(actor.id, actor.name, score, why),))


@lru_cache(1 << 14)
def plain(printed: str) -> str:
    """Give printed words without article before and possessive after them."""
    return _POSSESSIVE.sub("", _ARTICLE.sub("", printed.strip())).strip()
