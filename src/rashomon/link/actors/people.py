"""The persons of one document: which names mean one person, and who of the register they are."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.lexicon import Lexicon
from rashomon.lexicon.actors import RegisteredActor
from rashomon.link.actors.roles import ReadRole
from rashomon.link.actors.setting import Setting
from rashomon.names import compare_names, fold, person_tokens, sound
from rashomon.records import ActorKind

SAME = 0.85  # two names of one document, or of document and register
_SHORTER = 0.7  # a shorter form of a registered name, where the text speaks of that person's country
_NEEDED = 0.5  # share of the leader's votes for that


@dataclass(frozen=True, slots=True)
class PersonName:
    """What a person's printed name stands for.

    Attributes:
        name: fullest name of the person in the document.
        row: row of the register, or None.
        rule: how it was decided.
        score: in [0, 1].
        others: names that it might have meant as well (a bare surname of two people).
    """

    name: str
    row: RegisteredActor | None
    rule: str
    score: float
    others: tuple[str, ...] = ()


class People:
    """All persons' names of one document."""

    def __init__(self, names: Iterable[str], setting: Setting) -> None:
        """Take the names as printed, honorifics off."""
        self._text = setting.document.text
        self._lexicon = setting.lexicon
        self._register = setting.register
        self._focus = setting.focus
        counted = Counter(filter(None, names))
        self._full = _clusters([n for n in sorted(counted) if len(self._tokens(n)) > 1], counted, setting.lexicon)
        self._known: dict[str, PersonName] = {}

    def _tokens(self, name: str) -> tuple[str, ...]:
        return person_tokens(name, self._lexicon.names)

    def resolve(self, name: str, roles: Sequence[ReadRole]) -> PersonName:
        """Say whom a printed name means.

        Args:
            name: as printed.
            roles: roles beside it, which help a bare surname ("President Wali").
        """
        tokens = self._tokens(name)
        if len(tokens) > 1:
            full = self._full.get(name, name)
            return self._known.setdefault(full, self._registered(full))
        return self._surname(name, tokens, roles)

    def _registered(self, name: str) -> PersonName:
        best: tuple[float, str, RegisteredActor] | None = None
        for row in self._register.persons(name):
            value = max(
                compare_names(name, other, ActorKind.PERSON, self._lexicon).value for other in (row.name, *row.names)
            )
            told = row.country is None or self._focus.get(row.country, 0.0) >= _NEEDED
            vetoed = any(fold(name) == fold(veto) for veto in row.vetoes)
            if not vetoed and value >= (_SHORTER if told else SAME) and (best is None or value > best[0]):
                best = (value, row.key, row)
        if best is None:
            return PersonName(name, None, "full-name", 1.0)
        return PersonName(best[2].name, best[2], "register-name", round(best[0], 3))

    def _surname(self, name: str, tokens: tuple[str, ...], roles: Sequence[ReadRole]) -> PersonName:
        """Tie one bare name: to the only person of the document that bears it, else to a registered one."""
        heard = sound(tokens[0]) if tokens else ""
        bearers = sorted({full for full in self._full.values() if heard in map(sound, self._tokens(full))})
        surnames = [full for full in bearers if sound(self._tokens(full)[-1]) == heard] or bearers
        if len(surnames) == 1:
            found = self.resolve(surnames[0], roles)
            return PersonName(found.name, found.row, "surname-in-document", 0.9)
        if len(surnames) > 1:
            return PersonName(name, None, "surname-of-several", 0.5, tuple(surnames))
        return self._known_surname(name, heard, roles)

    def _known_surname(self, name: str, heard: str, roles: Sequence[ReadRole]) -> PersonName:
        row = self._register.exact(fold(name), self._focus)
        if row is not None and row.kind is ActorKind.PERSON:
            return PersonName(row.name, row, "register-surname", 0.9)
        holders = [row for row in self._register.persons(name) if self._holds(row, heard, roles)]
        if len(holders) == 1:
            return PersonName(holders[0].name, holders[0], "role-and-surname", 0.85)
        return PersonName(name, None, "single-name", 0.6)

    def _holds(self, row: RegisteredActor, heard: str, roles: Sequence[ReadRole]) -> bool:
        """Say whether a registered person bears this surname and is printed in full, or holds a role told beside it."""
        if sound(self._tokens(row.name)[-1]) != heard:
            return False
        if any(" " in printed and printed in self._text for printed in (row.name, *row.names)):
            return True
        told = self._focus.get(row.country or "", 0.0) >= _NEEDED or row.country in {role.country for role in roles}
        titles = {word for role in row.roles for word in fold(role.title).split()}
        return told and any(titles & {*role.words} for role in roles)


def _clusters(names: list[str], counted: Counter[str], lexicon: Lexicon) -> dict[str, str]:
    """Map every full name to the fullest, then most frequent, spelling of the same person."""
    ordered = sorted(names, key=lambda n: (-len(person_tokens(n, lexicon.names)), -counted[n], n))
    heads: list[str] = []
    found: dict[str, str] = {}
    for name in ordered:
        same = (head for head in heads if compare_names(name, head, ActorKind.PERSON, lexicon).value >= SAME)
        head = next(same, None)
        if head is None:
            heads.append(name)
        found[name] = head or name
    return found
