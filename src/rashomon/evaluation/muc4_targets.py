"""The slots of things and people that an incident hit."""

from dataclasses import dataclass

from rashomon.evaluation.muc4_incidents import BOMBING, Happening, Incident
from rashomon.evaluation.muc4_keys import Filler
from rashomon.evaluation.muc4_report import Report
from rashomon.evaluation.muc4_tables import find_filler
from rashomon.records import Figure, Mention, Modifier

_MANY = frozenset({"NNS", "NNPS"})


@dataclass(slots=True)
class Target:
    """Somebody or something that was hit.

    Attributes:
        words: its description as printed, or "".
        name: its full name, or "".
        type: filler of the type slot.
        number: filler of the number slot.
        effects: fillers of the effect slot.
    """

    words: str
    name: str
    type: str
    number: str
    effects: list[str]

    @property
    def key(self) -> str:
        """Give the filler that other slots refer to."""
        return self.name or self.words


class Targets:
    """The targets of one incident."""

    def __init__(self, incident: Incident, report: Report) -> None:
        self._incident, self._report = incident, report
        self.people: dict[str, Target] = {}
        self.things: dict[str, Target] = {}
        for happening in incident.happenings:
            for mention in happening.patients:
                self._add(mention, happening)
            if happening.type == BOMBING:
                self._add_scene(happening)

    def slots(self) -> dict[int, tuple[Filler, ...]]:
        """Give the slots 12-14, 16, 18-21 and 23; those of things not for a kidnapping."""
        people, things = list(self.people.values()), list(self.things.values())
        slots = {
            18: tuple(Filler((one.name,)) for one in people if one.name),
            19: tuple(Filler((one.words,), (one.name,) if one.name else ()) for one in people if one.words),
            20: tuple(Filler((one.type,), (one.key,)) for one in people),
            21: tuple(Filler((one.number,), (one.key,)) for one in people),
            23: tuple(Filler((effect,), (one.key,)) for one in people for effect in one.effects),
        }
        if self._incident.type == "KIDNAPPING":
            return slots
        return slots | {
            12: tuple(Filler((one.words,)) for one in things),
            13: tuple(Filler((one.type,), (one.words,)) for one in things),
            14: tuple(Filler((one.number,), (one.words,)) for one in things),
            16: tuple(Filler((effect,), (one.words,)) for one in things for effect in one.effects),
        }

    def _add(self, mention: Mention, happening: Happening) -> None:
        token = self._report.token(mention.head)
        if token.upos == "PRON" and not mention.name:
            return
        head, words = token.lemma.lower(), self._lemmas(mention)
        person, thing = self._effects(happening)
        kind = "" if mention.label == "PERSON" else find_filler(self._report.tables.things, words, head)
        if kind and "people" not in self._classes(head) and "armed" not in self._classes(head):
            self._put(self.things, Target(_phrase(mention), "", kind, self._number(mention), []), thing)
        elif mention.label == "PERSON" or self._classes(head) & {"people", "armed", "leader", "worker", "diplomat"}:
            kind = find_filler(self._report.tables.people, words | self._roles(mention), head) or "CIVILIAN"
            name = " ".join(mention.name.upper().split()) if mention.label == "PERSON" else ""
            described = " ".join(mention.roles[0].upper().split()) if name and mention.roles else ""
            self._put(
                self.people,
                Target(described if name else _phrase(mention), name, kind, self._number(mention), []),
                person,
            )

    def _add_scene(self, happening: Happening) -> None:
        """Take what a bomb exploded at, in or against for a target."""
        trigger = happening.event.trigger
        for token in self._report.annotated.dependents(trigger, "obl", "nmod"):
            head = token.lemma.lower()
            noun = self._report.phrase(token.index)
            words = frozenset(word.lower() for word in noun.split()) | {head}
            kind = find_filler(self._report.tables.things, words, head) if token.upos == "NOUN" else ""
            if kind and not any(mention.head == token.index for mention in happening.patients):
                plural = "PLURAL" if token.xpos in _MANY else "1"
                self._put(self.things, Target(noun, "", kind, plural, []), "")

    def _classes(self, head: str) -> frozenset[str]:
        return self._report.classes(head)

    def _put(self, into: dict[str, Target], target: Target, effect: str) -> None:
        kept = into.setdefault(target.key, target)
        if effect and effect not in kept.effects:
            kept.effects.append(effect)

    def _effects(self, happening: Happening) -> tuple[str, str]:
        person, thing = self._report.tables.harms.get(happening.event.type, ("", ""))
        if thing and self._report.lemma(happening.event.trigger) in self._report.tables.damaging:
            thing = "SOME DAMAGE"
        return person, thing

    def _lemmas(self, mention: Mention) -> frozenset[str]:
        return frozenset(token.lemma.lower() for token in self._report.span(mention))

    def _roles(self, mention: Mention) -> frozenset[str]:
        return frozenset(word.lower() for role in mention.roles for word in role.split())

    def _number(self, mention: Mention) -> str:
        figure = self._report.counts.get(mention.head)
        if figure is not None:
            return _write(figure)
        plural = self._report.token(mention.head).xpos in _MANY and not mention.name
        return "PLURAL" if plural else "1"


def _write(figure: Figure) -> str:
    low = int(figure.low or 0)
    if figure.modifier is Modifier.VAGUE:
        return "PLURAL"
    if figure.modifier is Modifier.AT_LEAST:
        return f"{low}-"
    if figure.modifier is Modifier.ABOUT:
        return f"~{low}"
    return str(low) if figure.high in {None, figure.low} else f"{low}-{int(figure.high or 0)}"


def _phrase(mention: Mention) -> str:
    return " ".join(mention.text.upper().split())
