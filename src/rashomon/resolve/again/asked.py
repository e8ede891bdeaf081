"""Sides read from what is remembered, and who asked what about them.

An outcome that asked whether two are tied is done anew only when the answer is another one now.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Generic, TypeVar

from rashomon.records import Actor, DocumentCard
from rashomon.resolve.again.people import People
from rashomon.resolve.again.stored import CANONICAL, read_actors
from rashomon.resolve.kit import Kit
from rashomon.resolve.memory import Count, Mark, Memory, Note, make_key
from rashomon.resolve.sides import WARRING, Sides, home_words, is_armed

T = TypeVar("T")
_ARMED = make_key("armed")


class Lookup(dict[str, T | None], Generic[T]):
    """What is looked up once, when it is asked for."""

    def __init__(self, find: Callable[[str], T | None]) -> None:
        super().__init__()
        self._find = find

    def get(self, key: str, default: object = None) -> T | None:
        """Give what stands under a key, or None."""
        if key not in self:
            self[key] = self._find(key)
        return self[key]


def actor_counts(actor: Actor, kit: Kit, times: int = 1) -> Iterator[Count]:
    """Give what a canonical actor adds to ties and to the words that tell a country."""
    if actor.parent:
        yield Count("tie", actor.id, actor.parent, times)
        yield Count("tie", actor.parent, actor.id, times)
    if is_armed(actor) and actor.country:
        for word in sorted(home_words(actor, kit)):
            yield Count("home", word, actor.country, times)


def armed_marks(actor: Actor) -> Iterator[Mark]:
    """Mark a canonical actor that is a state or forces of one."""
    if is_armed(actor) and actor.country:
        yield Mark("armed", _ARMED, 0, actor.id, extra=actor.country)


def read_sides(memory: Memory) -> Sides:
    """Give the sides as they are remembered now; each is looked up when it is asked for."""

    def links(sort: str) -> Lookup[frozenset[str]]:
        return Lookup(lambda key: frozenset(memory.tallies(sort, [key]).get(key, ())))

    def actor(key: str) -> Actor | None:
        return read_actors(memory, CANONICAL, [key]).get(key)

    def card(key: str) -> DocumentCard | None:
        return next(iter(memory.cards([key])), None)

    def home(word: str) -> str | None:
        countries = memory.tallies("home", [word]).get(word, {})
        return next(iter(countries)) if len(countries) == 1 else None

    armed = {mark.member: mark.extra for mark in memory.marks("armed", [_ARMED])}
    return Sides(links("tie"), links("foe"), Lookup(actor), Lookup(card), armed, Lookup(home))


def asked_marks(owner: str, questions: Iterable[str]) -> Iterator[Mark]:
    """Mark who asked what."""
    return (Mark("asked", make_key("question", question), 0, owner, extra=question) for question in questions)


def question_marks(question: str) -> Iterator[Mark]:
    """Mark a question under what it is about."""
    what, *about = question.split("|")
    for key in about or [what]:
        yield Mark("question", make_key("about", what == "home", key), 0, question)


class Asked:
    """Questions put to the sides.

    Args:
        memory: what is remembered.
    """

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def put(self, owner: str, questions: Collection[str], sides: Sides) -> None:
        """Write down who asked what, with the answers; what the owner asked before is taken out."""
        memory = self._memory
        memory.drop("asked", [owner])
        memory.add(asked_marks(owner, questions))
        known = memory.notes("answer", questions)
        new = [question for question in questions if question not in known and not question.startswith("actor|")]
        memory.add(mark for question in new for mark in question_marks(question))
        memory.note(Note("answer", question, f"={sides.answer(question)}") for question in new)
        sides.take()

    def drop(self, owners: Iterable[str]) -> None:
        """Take out what owners asked."""
        self._memory.drop("asked", owners)

    def change(self, people: People, counts: Iterable[Count], sides: "Callable[[], Sides]", kit: Kit) -> set[str]:
        """Bring ties, enmities and words up to date; give the owners whose answers are others now.

        Args:
            people: what became of the actors.
            counts: what claims tell of ties and enmities more or less often.
            sides: gives the sides as remembered.
            kit: rules.
        """
        memory, changed = self._memory, people.changed
        changes = [*counts]
        for times, actors in ((-1, people.before), (1, people.after)):
            changes += [c for key in sorted(changed & actors.keys()) for c in actor_counts(actors[key], kit, times)]
        keys = {sort: {c.key for c in changes if c.sort == sort} for sort in ("tie", "foe", "home")}
        before = {sort: _values(memory, sort, found) for sort, found in keys.items()}
        memory.count(changes)
        after = {sort: _values(memory, sort, found) for sort, found in keys.items()}
        memory.drop("armed", changed)
        memory.add(mark for key in changed & people.after.keys() for mark in armed_marks(people.after[key]))
        moved = {sort: {key for key in keys[sort] if before[sort].get(key) != after[sort].get(key)} for sort in keys}
        touched = moved["tie"] | moved["foe"]
        for known in (before["tie"], after["tie"], _values(memory, "tie", touched)):
            touched |= {other for key in touched & known.keys() for other in known[key]}
        about = {make_key("about", False, key) for key in (*touched, WARRING)}
        about |= {make_key("about", True, word) for word in moved["home"]}
        questions = {mark.member for mark in memory.marks("question", about)}
        asked = {f"actor|{key}" for key in changed} | self._answered_otherwise(questions, sides())
        return {mark.member for mark in memory.marks("asked", {make_key("question", q) for q in asked})}

    def _answered_otherwise(self, questions: set[str], sides: Sides) -> set[str]:
        told = self._memory.notes("answer", questions)
        now = {question: f"={sides.answer(question)}" for question in questions}
        sides.take()
        changed = {question for question in questions if told.get(question) != now[question]}
        self._memory.note(Note("answer", question, now[question]) for question in sorted(changed))
        return changed


def _values(memory: Memory, sort: str, keys: Iterable[str]) -> Mapping[str, frozenset[str]]:
    return {key: frozenset(found) for key, found in memory.tallies(sort, keys).items()}
