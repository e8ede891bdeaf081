"""The slots of things and people that an incident hit."""

from dataclasses import dataclass

from rashomon.evaluation.muc4_incidents import BOMBING, Happening, Incident
from rashomon.evaluation.muc4_keys import Filler
from rashomon.evaluation.muc4_report import Report
from rashomon.evaluation.muc4_tables import find_filler
from rashomon.records import Figure, Mention, Modifier

CIVILIAN, FREED = "CIVILIAN", "REGAINED FREEDOM"
OUTLAW, MILITARY, PLURAL = "GUERRILLA", "MILITARY", "PLURAL"
_HARMS = frozenset({"wounding", "casualty"})
_NEAR = 3  # sentences
_PEOPLE = frozenset({"people", "armed", "leader", "worker", "diplomat"})
_CROWD = 200  # people told in one number from which a sum of many incidents is meant
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
        head: lemma of the description's head.
        nation: filler of the slot for a foreign nation, or "".
    """

    words: str
    name: str
    type: str
    number: str
    effects: list[str]
    head: str
    nation: str

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
        self._drop_again()

    @property
    def hit(self) -> bool:
        """Say whether anybody or anything was hit."""
        return bool(self.people or self.things)

    @property
    def civil_things(self) -> list[Target]:
        """Give the things that are not the army's."""
        return [one for one in self.things.values() if one.type != MILITARY]

    def slots(self) -> dict[int, tuple[Filler, ...]]:
        """Give the slots 12-14, 16, 18-21 and 23; those of things not for a kidnapping."""
        people, things = [one for one in self.people.values() if one.type != OUTLAW], self.civil_things
        slots = {
            18: tuple(Filler((one.name,)) for one in people if one.name),
            19: tuple(Filler((one.words,), (one.name,) if one.name else ()) for one in people if one.words),
            20: tuple(Filler((one.type,), (one.key,)) for one in people),
            21: tuple(Filler((one.number,), (one.key,)) for one in people),
            22: tuple(Filler((one.nation,), (one.key,)) for one in people if one.nation),
            23: tuple(Filler((effect,), (one.key,)) for one in people for effect in one.effects),
        }
        if self._incident.type == "KIDNAPPING":
            return slots
        return slots | {
            12: tuple(Filler((one.words,)) for one in things),
            13: tuple(Filler((one.type,), (one.words,)) for one in things),
            14: tuple(Filler((one.number,), (one.words,)) for one in things),
            15: tuple(Filler((one.nation,), (one.words,)) for one in things if one.nation),
            16: tuple(Filler((effect,), (one.words,)) for one in things for effect in one.effects),
        }

    def _add(self, mention: Mention, happening: Happening) -> None:
        token = self._report.token(mention.head)
        figure = self._report.counts.get(mention.head)
        if (token.upos == "PRON" and not mention.name) or (figure is not None and (figure.low or 0) >= _CROWD):
            return
        head, words = token.lemma.lower(), self._lemmas(mention)
        person, thing = self._effects(happening)
        nation = self._report.nation(mention, self._report.country(self._incident))
        person_like = self._is_person(mention, head, words)
        kind = "" if person_like else find_filler(self._report.tables.things, words, frozenset({head}))
        if kind:
            self._put(self.things, Target(_phrase(mention), "", kind, self._number(mention), [], head, nation), thing)
        elif person_like:
            roles = self._roles(mention)
            heads = roles if mention.label == "PERSON" else frozenset({head})
            kind = find_filler(self._report.tables.people, words | roles, heads) or CIVILIAN
            name = " ".join(mention.name.upper().split()) if mention.label == "PERSON" else ""
            described = " ".join(mention.roles[0].upper().split()) if name and mention.roles else ""
            self._put(
                self.people,
                Target(described if name else _phrase(mention), name, kind, self._number(mention), [], head, nation),
                person,
            )

    def _drop_again(self) -> None:
        """Drop descriptions that say again what another target says: of its head, or of nobody in particular."""
        heads: set[str] = set()
        for key, target in list(self.people.items()):
            vague = target.head in self._report.tables.vague and len(self.people) > 1
            if not target.name and (target.head in heads or vague):
                del self.people[key]
            heads.add(target.head)

    def _add_scene(self, happening: Happening) -> None:
        """Take what a bomb exploded at, in or against for a target."""
        trigger = happening.event.trigger
        for token in self._report.annotated.dependents(trigger, "obl", "nmod"):
            head = token.lemma.lower()
            noun = self._report.phrase(token.index)
            words = frozenset(word.lower() for word in noun.split()) | {head}
            kind = find_filler(self._report.tables.things, words, frozenset({head})) if token.upos == "NOUN" else ""
            if kind and not any(mention.head == token.index for mention in happening.patients):
                plural = PLURAL if token.xpos in _MANY else "1"
                self._put(self.things, Target(noun, "", kind, plural, [], head, ""), "")

    def _is_person(self, mention: Mention, head: str, words: frozenset[str]) -> bool:
        """Say whether people are meant: by the name, the noun, or a noun before a name ("leader Example")."""
        entity = self._report.annotated.entity_at[mention.head]
        label = mention.label or (self._report.annotated.entities[entity].label if entity >= 0 else "")
        named = label == "PERSON" or self._report.token(mention.head).upos == "PROPN"
        told = words if named else {head}
        return label == "PERSON" or any(self._classes(word) & _PEOPLE for word in told)

    def _classes(self, head: str) -> frozenset[str]:
        return self._report.classes(head)

    def _put(self, into: dict[str, Target], target: Target, effect: str) -> None:
        kept = into.setdefault(target.key, target)
        if effect and effect not in kept.effects:
            kept.effects.append(effect)

    def _effects(self, happening: Happening) -> tuple[str, str]:
        person, thing = self._report.tables.harms.get(happening.event.type, ("", ""))
        if person == FREED and self._incident.type != "KIDNAPPING":
            person = ""
        if happening.type == BOMBING and self._report.lemma(happening.event.trigger) in self._report.tables.blown:
            thing = "DESTROYED"
        if thing and self._report.lemma(happening.event.trigger) in self._report.tables.damaging:
            thing = "SOME DAMAGE"
        return person, thing

    def _lemmas(self, mention: Mention) -> frozenset[str]:
        tokens = self._report.span(mention)
        return frozenset(token.lemma.lower() for token in tokens if token.index <= mention.head)

    def _roles(self, mention: Mention) -> frozenset[str]:
        return frozenset(word.lower() for role in mention.roles for word in role.split())

    def _number(self, mention: Mention) -> str:
        figure = self._report.counts.get(mention.head)
        if figure is not None:
            return _write(figure)
        plural = self._report.token(mention.head).xpos in _MANY and not mention.name
        crowd = self._report.lemma(mention.head) in self._report.tables.crowds
        return PLURAL if plural or crowd else "1"


def unharmed(incident: Incident, report: Report) -> tuple[Filler, ...]:
    """Give the effect that words such as "nobody was hurt" beside an incident tell, of no target in particular."""
    near = {happening.event.sentence for happening in incident.happenings}
    for event in report.reading.events:
        denied = any(row.factuality == "CT-" for row in report.rows.get(event.id, ()))
        if denied and event.type in _HARMS and any(0 <= event.sentence - sentence <= _NEAR for sentence in near):
            return (Filler(("NO INJURY" if event.type == "wounding" else "NO INJURY OR DEATH",)),)
    return ()


def _write(figure: Figure) -> str:
    low = int(figure.low or 0)
    if figure.modifier is Modifier.VAGUE:
        return PLURAL
    if figure.modifier is Modifier.AT_LEAST:
        return f"{low}-"
    if figure.modifier is Modifier.ABOUT:
        return f"~{low}"
    return str(low) if figure.high in {None, figure.low} else f"{low}-{int(figure.high or 0)}"


def _phrase(mention: Mention) -> str:
    return " ".join(mention.text.upper().split())
