"""Agents, patients and instruments of a matched trigger, as token indices."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon.extract.events.classes import classes_of, counted
from rashomon.extract.events.doers import ACTORS, DoerFinder
from rashomon.extract.events.grounds import GroundFinder
from rashomon.extract.events.matches import Match
from rashomon.extract.events.sides import SideFinder
from rashomon.extract.events.syntax import (
    Arguments,
    conjuncts,
    is_cleft_negated,
    leads,
    possessor_of,
    prepositional,
)
from rashomon.lexicon.events import EventTable
from rashomon.records import Annotated, Function, Token

_NO_ACTOR = frozenset(
    {"abstract", "time", "event", "weapon", "heavy", "disease", "animals", "drone", "aircraft", "money"}
)
_SUFFERING = ACTORS | {"building", "property", "vehicle"}
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"})
_TIMES = frozenset({"DATE", "TIME", "MONEY", "QUANTITY"})


@dataclass(frozen=True, slots=True)
class Roles:
    """Token indices by role; `places` are patients that are ground rather than somebody."""

    agents: tuple[int, ...] = ()
    patients: tuple[int, ...] = ()
    places: tuple[int, ...] = ()
    instruments: tuple[int, ...] = ()


class RoleFinder:
    """Finds the roles of matches in one document."""

    def __init__(self, annotated: Annotated, table: EventTable, matches: Iterable[Match]) -> None:
        self._annotated = annotated
        self._table = table
        self._sides = SideFinder(annotated, table)
        self._grounds = GroundFinder(annotated, table)
        self._told = frozenset(match.token for match in matches)
        self._doers = DoerFinder(annotated, table, self._grounds, self._is_actor)

    def find(self, match: Match) -> Roles:
        """Find who does it, to whom, and with what."""
        noun = match.trigger.part == "noun"
        pairs = list(self._noun(match)) if noun else list(self._verb(match))
        agents = [i for role, i in pairs if role == "agent"] or list(self._crowd(match))
        patients = [i for role, i in pairs if role == "patient" and i not in agents]
        ground = self._grounds.find(match, patients)
        moved = [i for role, i in pairs if role in {"agent", "none"}]  # "a bomb exploded": the subject is the means
        instruments = [i for i in [*moved, *self._means(match)] if self._sides.is_weapon(i)]
        return Roles(
            agents=self._doers.find(self._annotated.tokens[match.token], agents, ground),
            patients=_unique(i for i in patients if i not in ground and self._may_suffer(i)),
            places=_unique([*ground, *(i for role, i in pairs if role == "place"), *self._grounds.find_light(match)]),
            instruments=_unique(instruments),
        )

    def _verb(self, match: Match) -> Iterator[tuple[str, int]]:
        trigger, arguments = match.trigger, match.arguments
        if arguments is None:
            return
        objects = tuple(i for i in arguments.objects if counted(self._annotated, i, self._table.words) != match.light)
        objects = () if trigger.object_role == "none" else (*objects, *self._together((match.token, *objects)))
        denied = is_cleft_negated(self._annotated, match.token)
        if not denied and (not arguments.passive or trigger.subject != "patient" or trigger.object):
            yield from ((trigger.subject, i) for i in arguments.subjects)
            if trigger.subject != "patient":  # "rebel shells hit the market": a weapon acts for whoever has it
                weapons = (i for i in arguments.subjects if self._sides.is_means(i))
                yield from (("agent", side) for i in weapons for side in self._sides.find_owners(i))
        others = [i for i in objects if self._lemma(i) not in trigger.with_words]
        left = trigger.subject == "patient" and not arguments.passive  # "families fled the delta": it is not displaced
        grounds = [i for i in objects if left and self._grounds.is_ground(i, "place")]
        yield from (("place" if i in grounds else "patient", i) for i in others or objects)
        yield from (("patient", i) for i in self._captives(match.light))
        given = self._annotated.dependents(match.token, "iobj") if match.light is not None else ()
        yield from (("patient", t.index) for t in given)  # "gave the gunmen two days", "handed him a life sentence"
        for anchor in match.anchors:
            yield from self._behind(anchor, trigger.agent_prep - self._table.words.agents, trigger.patient_prep)
        holder = "agent" if trigger.subject == "patient" else "patient"  # "passed into Russian hands"
        yield from ((holder, i) for i in self._asked(match))

    def _crowd(self, match: Match) -> Iterator[int]:
        """Who takes part in a protest that nobody is said to hold ("rallies were held, with youths carrying flags")."""
        if self._table.types[match.trigger.type].family != "protest":
            return
        for anchor in match.anchors:
            for token in self._annotated.dependents(anchor, "obl", "nmod"):
                doing = any(t.xpos == "VBG" for t in self._annotated.dependents(token.index, "acl"))
                if doing and leads(self._annotated, token, Function.WITH) and self._is_armed(token.index):
                    yield token.index

    def _asked(self, match: Match) -> Iterator[int]:
        """From whom something is sought ("appealed for help from the union", "asked for French help")."""
        trigger = match.trigger
        for case, token in prepositional(self._annotated, match.token) if trigger.prep_object else ():
            if case in trigger.prep and token.lemma.lower() in trigger.prep_object:
                yield from (i for _, i in self._behind(token.index, frozenset(), trigger.patient_prep))
                yield from (t.index for t in self._sides.find_before(token.index) if self._sides.is_named(t))

    def _captives(self, light: int | None) -> Iterator[int]:
        """Whom "hostage" or "prisoner" has before it as one noun ("took a priest hostage")."""
        if light is not None and "captive" in classes_of(self._annotated, light, self._table.words):
            yield from (t.index for t in self._annotated.dependents(light, "compound") if t.index < light)

    def _lemma(self, index: int) -> str:
        return self._annotated.tokens[index].lemma.lower()

    def _together(self, heads: tuple[int, ...]) -> Iterator[int]:
        """Those told beside an object ("a captain along with two drivers")."""
        for head in heads:
            for case, token in prepositional(self._annotated, head):
                if case in self._table.words.together:
                    yield from conjuncts(self._annotated, [token.index])

    def _behind(self, anchor: int, agent: frozenset[str], patient: frozenset[str]) -> Iterator[tuple[str, int]]:
        for case, token in prepositional(self._annotated, anchor):
            if token.deprel == "obl:agent" or self._is_time(token.index):
                continue
            if case in agent:
                yield from (("agent", i) for i in conjuncts(self._annotated, [token.index]))
            elif case in patient:
                yield from (("patient", i) for i in conjuncts(self._annotated, [token.index]))

    def _noun(self, match: Match) -> Iterator[tuple[str, int]]:
        yield from self._noun_alone(match.token, match)
        yield from self._noun_shared(match)
        if match.carried is not None and match.arguments is not None:
            yield from (
                (role, i) for role, i in self._carried(match.carried.row.subject, match.arguments) if i != match.token
            )
            agents = match.trigger.agent_prep - self._table.words.agents
            yield from self._behind(match.carried.verb, agents, match.trigger.patient_prep)

    def _carried(self, role: str, arguments: Arguments) -> Iterator[tuple[str, int]]:
        """What a support verb's arguments are to the noun."""
        if role == "object":
            yield from (("agent", i) for i in arguments.objects)
        elif role == "none":  # "battles gripped the suburbs"
            yield from (("place", i) for i in arguments.objects if self._grounds.is_ground(i, "place"))
        elif role == "agent" or (role == "patient" and not arguments.passive):
            yield from ((role, i) for i in arguments.subjects)
            if role == "agent":
                weapons = (i for i in arguments.subjects if self._sides.is_means(i))
                yield from (("agent", side) for i in weapons for side in self._sides.find_owners(i))

    def _noun_alone(self, index: int, match: Match) -> Iterator[tuple[str, int]]:
        trigger = match.trigger
        yield from self._behind(index, trigger.agent_prep, trigger.patient_prep)
        for _, token in prepositional(self._annotated, index):
            if leads(self._annotated, token, Function.OF):
                yield from ((self._of_role(trigger.of, i), i) for i in conjuncts(self._annotated, [token.index]))
        for token in self._annotated.dependents(index, "nmod:poss"):
            owners = conjuncts(self._annotated, [possessor_of(self._annotated, token.index)])
            yield from ((trigger.possessor, i) for i in owners if self._is_actor(i))
        yield from (
            (self._sides.role_of(token, trigger.possessor), token.index) for token in self._sides.find_before(index)
        )

    def _of_role(self, of: str, index: int) -> str:
        if of != "default":
            return of
        return "place" if "place" in classes_of(self._annotated, index, self._table.words) else "patient"

    def _noun_shared(self, match: Match) -> Iterator[tuple[str, int]]:
        """Take over what a joined event noun has ("raids and arrests of opponents")."""
        token = self._annotated.tokens[match.token]
        joined = [t.index for t in self._annotated.dependents(match.token, "conj") if t.upos == "NOUN"]
        if token.deprel == "conj" and self._annotated.tokens[token.head].upos == "NOUN":
            joined.append(token.head)
        for index in joined:
            if self._annotated.tokens[index].lemma.lower() in self._table.nouns:
                yield from self._noun_alone(index, match)

    def _means(self, match: Match) -> Iterator[int]:
        for anchor in match.anchors:
            for case, token in prepositional(self._annotated, anchor):
                if case in self._table.words.instruments:
                    yield from conjuncts(self._annotated, [token.index])
            yield from (t.index for t in self._annotated.dependents(anchor, "compound", "obj") if anchor == match.token)

    def _is_actor(self, index: int) -> bool:
        """Whether somebody can be meant: no event, no weapon, no thing of the mind."""
        token = self._annotated.tokens[index]
        if token.upos not in _NOMINAL or (token.does(Function.EXPLETIVE) and index not in self._annotated.chain_at):
            return False
        if index in self._told or self._is_time(index) or self._is_happening(token):
            return False
        classes = classes_of(self._annotated, index, self._table.words)
        if "nobody" in classes:
            return False
        return bool(classes & ACTORS) or not classes & _NO_ACTOR

    def _is_happening(self, token: Token) -> bool:
        """Whether a common noun names an event, though one of another sense ("strikes of the air force")."""
        return token.upos == "NOUN" and token.lemma.lower() in self._table.nouns and not self._is_armed(token.index)

    def _is_armed(self, index: int) -> bool:
        return bool(classes_of(self._annotated, index, self._table.words) & {"armed", "people"})

    def _is_time(self, index: int) -> bool:
        entity = self._annotated.entity_at[index]
        return entity >= 0 and self._annotated.entities[entity].label in _TIMES

    def _may_suffer(self, index: int) -> bool:
        token = self._annotated.tokens[counted(self._annotated, index, self._table.words)]
        classes = classes_of(self._annotated, index, self._table.words)
        if token.upos not in _NOMINAL or index in self._told or self._is_time(index):
            return False
        return not classes & {"abstract", "time", "event", "nobody"} or bool(classes & _SUFFERING)


def _unique(indices: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(dict.fromkeys(indices)))
