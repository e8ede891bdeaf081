"""Agents, patients and instruments of a matched trigger, as token indices."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon.extract.events.classes import classes_of, counted
from rashomon.extract.events.match import Match
from rashomon.extract.events.syntax import Arguments, case_of, conjuncts, find_subjects, leads, prepositional
from rashomon.lexicon.events import EventTable
from rashomon.records import Annotated, Function, Token

_ACTOR_LABELS = frozenset({"PERSON", "ORG", "NORP"})
_NO_ACTOR = frozenset({"abstract", "time", "event", "weapon", "heavy", "disease", "animals", "drone", "aircraft"})
_ACTOR = frozenset({"people", "armed", "entity", "pronoun", "number", "leader", "government", "organisation"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"})
_TIMES = frozenset({"DATE", "TIME", "MONEY", "QUANTITY"})
_VERBAL_FAMILIES = frozenset(
    {"verbal-conflict", "verbal-cooperation", "diplomacy", "support", "sanction", "declaration", "power"}
)


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
        self._told = frozenset(match.token for match in matches)

    def find(self, match: Match) -> Roles:
        """Find who does it, to whom, and with what."""
        noun = match.trigger.part == "noun"
        pairs = list(self._noun(match)) if noun else list(self._verb(match))
        agents = [i for role, i in pairs if role == "agent"]
        patients = [i for role, i in pairs if role == "patient" and i not in agents]
        ground = self._ground(match, patients)
        instruments = [i for i in [*agents, *self._means(match)] if self._is_weapon(i)]
        return Roles(
            agents=self._agents(match, agents, ground),
            patients=_unique(i for i in patients if i not in ground and self._may_suffer(i)),
            places=_unique([*ground, *(i for role, i in pairs if role == "place")]),
            instruments=_unique(instruments),
        )

    def _agents(self, match: Match, agents: list[int], ground: tuple[int, ...]) -> tuple[int, ...]:
        """Actors among the agents; a participle that hangs on ground goes on from its clause ("in a town, firing")."""
        found = _unique(i for i in agents if self._is_actor(i) and i not in ground)
        token = self._annotated.tokens[match.token]
        while token.deprel == "conj":
            token = self._annotated.tokens[token.head]
        if (
            found
            and token.deprel in {"acl", "advcl"}
            and token.xpos == "VBG"
            and all(self._is_ground(i, "land") for i in found)
        ):
            found = _unique(i for i in self._subjects_above(token.head) if self._is_actor(i))
        return found

    def _subjects_above(self, index: int) -> tuple[int, ...]:
        token = self._annotated.tokens[index]
        while token.head != token.index and token.upos not in {"VERB", "AUX"}:
            token = self._annotated.tokens[token.head]
        return find_subjects(self._annotated, token.index)

    def _verb(self, match: Match) -> Iterator[tuple[str, int]]:
        trigger, arguments = match.trigger, match.arguments
        if arguments is None:
            return
        objects = tuple(i for i in arguments.objects if i != match.light)
        objects = () if trigger.object_role == "none" else (*objects, *self._together((match.token, *objects)))
        if not arguments.passive or trigger.subject != "patient" or trigger.object:
            yield from ((trigger.subject, i) for i in arguments.subjects)
            if trigger.subject == "agent":
                weapons = (i for i in arguments.subjects if self._is_weapon(i))
                yield from (("agent", side) for i in weapons for side in self._owners(i))
        yield from (("patient", i) for i in objects)
        for anchor in match.anchors:
            yield from self._behind(anchor, trigger.agent_prep - self._table.words.agents, trigger.patient_prep)

    def _owners(self, weapon: int) -> Iterator[int]:
        """Whose a weapon is: a people, a body or armed men before it ("a Turkish drone", "rebel mortars")."""
        for token in self._annotated.dependents(weapon, "amod", "compound", "nmod"):
            if token.index < weapon and (token.deprel == "nmod:poss" or not case_of(self._annotated, token.index)):
                entity = self._annotated.entity_at[token.index]
                label = "" if entity < 0 else self._annotated.entities[entity].label
                classes = classes_of(self._annotated, token.index, self._table.words)
                named = label in _ACTOR_LABELS or (label == "PLACE" and token.deprel == "amod")
                if named or (not label and classes & {"armed", "government"} and not classes & {"weapon", "heavy"}):
                    yield token.index

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
        elif role == "agent" or (role == "patient" and not arguments.passive):
            yield from ((role, i) for i in arguments.subjects)

    def _noun_alone(self, index: int, match: Match) -> Iterator[tuple[str, int]]:
        trigger = match.trigger
        yield from self._behind(index, trigger.agent_prep, trigger.patient_prep)
        for _, token in prepositional(self._annotated, index):
            if leads(self._annotated, token, Function.OF):
                yield from ((self._of_role(trigger.of, i), i) for i in conjuncts(self._annotated, [token.index]))
        for token in self._annotated.dependents(index, "nmod:poss"):
            yield from ((trigger.possessor, i) for i in conjuncts(self._annotated, [token.index]) if self._is_actor(i))
        yield from ((self._side(token, trigger.possessor), token.index) for token in self._sides(index))

    def _of_role(self, of: str, index: int) -> str:
        if of != "default":
            return of
        return "place" if "place" in classes_of(self._annotated, index, self._table.words) else "patient"

    def _sides(self, index: int) -> Iterator[Token]:
        """Names of sides and kinds of people before the noun ("the Houthi attack", "civilian deaths")."""
        for token in self._annotated.dependents(index, "compound", "amod"):
            entity = self._annotated.entity_at[token.index]
            label = "" if entity < 0 else self._annotated.entities[entity].label
            known = classes_of(self._annotated, token.index, self._table.words) & {"people", "armed"}
            nouns = not label and known and token.upos in {"NOUN", "PROPN"}
            if label in _ACTOR_LABELS or (nouns and not self._names_next(token, index)):
                yield token

    def _names_next(self, token: Token, head: int) -> bool:
        """Whether a noun only describes the one behind it ("rebel" in "the rebel militia attack")."""
        behind = self._annotated.tokens[token.index + 1]
        return behind.index < head and behind.upos in {"NOUN", "PROPN"}

    def _side(self, token: Token, possessor: str) -> str:
        if self._is_opposed(token.index):
            return "patient"
        entity = self._annotated.entity_at[token.index]
        named = entity >= 0 and self._annotated.entities[entity].label == "NORP"
        return "agent" if named else possessor

    def _is_opposed(self, index: int) -> bool:
        """Whether "anti-" stands before a name: then it is the one attacked ("the anti-Houthi offensive")."""
        start = self._annotated.tokens[index].start
        return (
            self._annotated.text[max(0, start - 5) : start].lower().rstrip("-‐–").endswith(self._table.words.opposing)
        )

    def _noun_shared(self, match: Match) -> Iterator[tuple[str, int]]:
        """Take over what a joined event noun has ("raids and arrests of opponents")."""
        token = self._annotated.tokens[match.token]
        joined = [t.index for t in self._annotated.dependents(match.token, "conj") if t.upos == "NOUN"]
        if token.deprel == "conj" and self._annotated.tokens[token.head].upos == "NOUN":
            joined.append(token.head)
        for index in joined:
            if self._annotated.tokens[index].lemma.lower() in self._table.nouns:
                yield from self._noun_alone(index, match)

    def _ground(self, match: Match, patients: list[int]) -> tuple[int, ...]:
        """Patients that are ground: any place where the type says so, else land and places with a name."""
        kind = self._table.types[match.trigger.type]
        if kind.family in _VERBAL_FAMILIES:
            return ()
        wanted = "place" if kind.place_patient else "land"
        return tuple(i for i in patients if self._is_ground(i, wanted))

    def _is_ground(self, index: int, wanted: str) -> bool:
        entity = self._annotated.entity_at[index]
        if entity >= 0 and self._annotated.entities[entity].label in {"PERSON", "ORG", "NORP", "PLACE"}:
            return self._annotated.entities[entity].label == "PLACE"
        classes = classes_of(self._annotated, index, self._table.words)
        return wanted in classes and "armed" not in classes

    def _means(self, match: Match) -> Iterator[int]:
        for anchor in match.anchors:
            for case, token in prepositional(self._annotated, anchor):
                if case in self._table.words.instruments:
                    yield from conjuncts(self._annotated, [token.index])
            yield from (t.index for t in self._annotated.dependents(anchor, "compound", "obj") if anchor == match.token)

    def _is_weapon(self, index: int) -> bool:
        token = self._annotated.tokens[index]
        return self._table.weapon(token.lemma) is not None and token.upos in {"NOUN", "PROPN"}

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
        return bool(classes & _ACTOR) or not classes & _NO_ACTOR

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
        return not classes & {"abstract", "time", "event", "nobody"} or bool(classes & _ACTOR)


def _unique(indices: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(dict.fromkeys(indices)))
