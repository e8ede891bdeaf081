"""Actors resolved again: who is new, known otherwise or gone, and whoever may be one with them."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from rashomon.records import Actor, Judgement, unite_actors
from rashomon.records.parting import other_end
from rashomon.resolve.actors import LARGEST_BLOCK, match_names, merge_actors, name_blocks, spelt_names
from rashomon.resolve.again.stored import CANONICAL, KNOWN, Facts, dumps, facts, read_actors, read_canon
from rashomon.resolve.bare import match_bare, nouns_held, nouns_sought
from rashomon.resolve.judgements import Decided, read_decided
from rashomon.resolve.kit import Kit
from rashomon.resolve.memory import Mark, Memory, Note, make_key
from rashomon.resolve.roles import match_roles, offices_held, offices_sought

SORTS = ("name", "held", "sought", "spelt", "parent")


def actor_marks(actor: Actor, kit: Kit) -> Iterator[Mark]:
    """Give the marks of one id."""
    for block in name_blocks(actor, kit):
        yield Mark("name", make_key("name", block), 0, actor.id)
    for office in offices_held(actor, kit.rules):
        yield Mark("held", make_key("office", office), 0, actor.id)
    for office in offices_sought(actor, kit.rules):
        yield Mark("sought", make_key("office", office), 0, actor.id)
    for noun in nouns_held(actor, kit.lexicon.actors):
        yield Mark("held", make_key("noun", noun), 0, actor.id)
    for noun in nouns_sought(actor, kit.lexicon.actors):
        yield Mark("sought", make_key("noun", noun), 0, actor.id)
    for name in spelt_names(actor, kit):
        yield Mark("spelt", make_key("spelt", name), 0, actor.id)
    if actor.parent:
        yield Mark("parent", make_key("parent", actor.parent), 0, actor.id)


@dataclass(frozen=True, slots=True)
class ActorChanges:
    """What may change actors.

    Attributes:
        documents: those read or taken out.
        new: those of them that were never taken in.
        ids: actors that a judgement names which was made or withdrawn, or that are named on other days.
        spellings: printed names that claims tell more or less often.
    """

    documents: frozenset[str]
    new: frozenset[str]
    ids: frozenset[str]
    spellings: frozenset[str]


@dataclass(frozen=True, slots=True)
class People:
    """What became of the actors.

    Attributes:
        moved: ids that claims take otherwise now.
        before: canonical actors that may have changed, as they were.
        after: the same as they are.
    """

    moved: frozenset[str]
    before: Mapping[str, Actor]
    after: Mapping[str, Actor]

    @property
    def changed(self) -> frozenset[str]:
        """Give the canonical ids whose record is new, other or gone."""
        keys = self.before.keys() | self.after.keys()
        return frozenset(key for key in keys if self.before.get(key) != self.after.get(key))


class Crowd:
    """The actors while they are resolved again.

    Args:
        memory: what is remembered.
        judgements: those that hold.
        kit: rules.
    """

    def __init__(self, memory: Memory, judgements: Iterable[Judgement], kit: Kit) -> None:
        self._memory = memory
        self._kit = kit
        self._judgements = tuple(judgements)
        self._known: dict[str, Actor | None] = {}
        self._decided: Decided | None = None

    def learn(self, documents: Iterable[str], new: Iterable[str]) -> set[str]:
        """Take in what documents know of actors, and take out what they knew.

        Args:
            documents: those read or taken out.
            new: those of them that were never taken in.

        Returns:
            The ids that are new, known otherwise or gone, and those that may meet others for it.
        """
        memory, new = self._memory, set(new)
        told = memory.actors_of(documents)
        again = {key for text in memory.notes("actors", documents).values() for key in json.loads(text)}
        again |= {actor.id for document, actor in told if document not in new}
        here: dict[str, list[Actor]] = {}
        for _, actor in told:
            here.setdefault(actor.id, []).append(actor)
        before = read_actors(memory, KNOWN, {*here, *again})
        now = {key: unite_actors([*([before[key]] if key in before else []), *found]) for key, found in here.items()}
        now = {**{key: actor for key, actor in now.items() if key not in again}, **self._united(again)}
        held = {card.id for card in memory.cards(documents)}
        memory.note(Note("actors", d, dumps(sorted({a.id for at, a in told if at == d}))) for d in sorted(held))
        memory.note(Note("actors", d, "") for d in sorted({*documents} - held))
        return self._mark({key for key in {*here, *again} if before.get(key) != now.get(key)}, now)

    def _united(self, ids: Iterable[str]) -> dict[str, Actor]:
        found: dict[str, list[Actor]] = {}
        for actor in self._memory.actors_known(ids):
            found.setdefault(actor.id, []).append(actor)
        return {key: unite_actors(same) for key, same in found.items()}

    def _mark(self, ids: set[str], now: Mapping[str, Actor]) -> set[str]:
        """Write the changed ids anew; give them with who meets others otherwise, and who seeks an office of theirs."""
        memory = self._memory
        offices = {mark.key for mark in memory.marks_of("held", ids)}
        met: set[str] = set()
        for key in sorted(ids):
            for mark in memory.marks_of("name", [key]):
                met |= self._at_the_edge(mark)
            for sort in SORTS:
                memory.drop(sort, [key])
        for key in sorted(ids & now.keys()):
            found = tuple(actor_marks(now[key], self._kit))
            memory.add(found)
            offices |= {mark.key for mark in found if mark.sort == "held"}
            met |= {other for mark in found if mark.sort == "name" for other in self._at_the_edge(mark)}
        memory.note(Note(KNOWN, key, dumps(now[key]) if key in now else "") for key in sorted(ids))
        return ids | met | {mark.member for mark in memory.marks("sought", offices)}

    def _at_the_edge(self, mark: Mark) -> set[str]:
        """Give those of a large block that meet, or meet no longer, because one stands between them."""
        before = self._memory.beside(mark, (), LARGEST_BLOCK, after=False)
        after = self._memory.beside(mark, (), LARGEST_BLOCK, after=True)
        edge = LARGEST_BLOCK - 1
        pairs = ((one, after[edge - at]) for at, one in enumerate(before) if edge - at < len(after))
        return {one.member for pair in pairs for one in pair}

    def known(self, ids: Iterable[str]) -> dict[str, Actor]:
        """Give what is known of ids."""
        wanted = set(ids)
        missing = wanted - self._known.keys()
        self._known.update(dict.fromkeys(missing))
        self._known.update(read_actors(self._memory, KNOWN, missing))
        return {key: actor for key in wanted if (actor := self._known[key]) is not None}

    @property
    def decided(self) -> Decided:
        """People's word on pairs of actors that are known."""
        if self._decided is None:
            told = {key for j in self._judgements for key in (j.subject, other_end(j) or "") if j.other}
            known = self.known(told)
            self._decided = read_decided(self._judgements, lambda key: key if key in known else None)
        return self._decided

    def told(self, ids: Iterable[str]) -> dict[str, date]:
        """Give the last day on which claims name each id."""
        found = self._memory.tallies("told", ids)
        return {key: date.fromisoformat(max(days)) for key, days in found.items()}

    def holders_for(self, seekers: Iterable[str]) -> dict[str, Actor]:
        """Give all named ones who hold an office that a described one seeks."""
        keys = {mark.key for mark in self._memory.marks_of("sought", seekers)}
        return self.known(mark.member for mark in self._memory.marks("held", keys))

    def find_holders(self, seekers: Iterable[str]) -> dict[str, str]:
        """Find who of the named ones holds the office of described actors."""
        seeking = self.known(seekers)
        everyone = {**self.holders_for(seeking), **seeking}
        ordered = [everyone[key] for key in sorted(everyone)]
        by_office = match_roles(ordered, self.told(seeking), self._kit.rules)
        found = (*by_office, *match_bare(ordered, self._kit.lexicon.actors))
        return {one.id: holder.id for one, holder, _ in found if one.id in seeking}

    def widen(self, ids: Iterable[str]) -> set[str]:
        """Give all ids that may be one with the given ones, were one with them, or may be with these, and so on."""
        tied: dict[str, set[str]] = {}
        for left, right in self.decided.same | self.decided.different:
            tied.setdefault(left, set()).add(right)
            tied.setdefault(right, set()).add(left)
        found: set[str] = set()
        todo = set(ids)
        while todo:
            found |= todo
            known = self.known(todo)
            for one, other in self.find_holders(known).items():
                tied.setdefault(one, set()).add(other)
                tied.setdefault(other, set()).add(one)
            near = {other for key in todo for other in tied.get(key, ())}
            todo = (near | self._mates(todo) | self._alike(known)) - found
        return found

    def _mates(self, ids: Iterable[str]) -> set[str]:
        """Give those that were one with the ids the last time."""
        into = self._memory.merges(ids)
        heads = {into.get(key, key) for key in ids}
        return heads | {merge.actor for merge in self._memory.merged_into(heads)}

    def _alike(self, known: Mapping[str, Actor]) -> set[str]:
        """Give those whose names match."""
        pairs: set[tuple[str, str]] = set()
        for mark in self._memory.marks_of("name", known):
            for after in (False, True):
                for other in self._memory.beside(mark, (), LARGEST_BLOCK, after):
                    pairs.add((min(mark.member, other.member), max(mark.member, other.member)))
        others = self.known(key for pair in pairs for key in pair)
        matched = (pair for pair in sorted(pairs) if match_names(others[pair[0]], others[pair[1]], self._kit))
        return {key for pair in matched for key in pair}


def resolve_people(memory: Memory, judgements: tuple[Judgement, ...], changes: ActorChanges, kit: Kit) -> People:
    """Resolve actors again.

    Args:
        memory: what is remembered; written to.
        judgements: those that hold.
        changes: what may change actors.
        kit: rules.
    """
    crowd = Crowd(memory, judgements, kit)
    touched = crowd.learn(changes.documents, changes.new) | changes.ids
    touched |= {mark.member for mark in memory.marks("spelt", (make_key("spelt", n) for n in changes.spellings))}
    core = crowd.widen(touched)
    everyone = core | _beholden(memory, core)
    facts_before = _facts(memory, everyone)
    before = read_actors(memory, CANONICAL, core)
    after = _merge(memory, crowd, core, judgements, kit)
    facts_after = _facts(memory, everyone)
    moved = frozenset(key for key in everyone if facts_before[key] != facts_after[key])
    return People(moved, before, after)


def _merge(
    memory: Memory, crowd: Crowd, core: set[str], judgements: tuple[Judgement, ...], kit: Kit
) -> dict[str, Actor]:
    """Merge the core beside those whose offices count, and write what becomes of it."""
    known = crowd.known(core)
    beside = {**crowd.holders_for(known), **known}
    names = {name for actor in known.values() for name in (actor.name, *actor.names)}
    spelt = {name: told[""] for name, told in memory.tallies("spelling", names).items()}
    kept, merges = merge_actors([beside[key] for key in sorted(beside)], crowd.told(known), judgements, kit, spelt)
    after = {actor.id: actor for actor in kept if actor.id in core}
    memory.note(Note(CANONICAL, key, dumps(after[key]) if key in after else "") for key in sorted(core))
    memory.replace_actors(core, after.values(), core, (merge for merge in merges if merge.actor in core))
    return after


def _facts(memory: Memory, ids: Iterable[str]) -> dict[str, Facts]:
    canon = read_canon(memory, ids)
    return {key: facts(canon, key) for key in ids}


def _beholden(memory: Memory, ids: set[str]) -> set[str]:
    """Give the ids that are on the side of one of the given: those they belong to, and all that are one with these."""
    children = {mark.member for mark in memory.marks("parent", (make_key("parent", key) for key in sorted(ids)))}
    children |= {member for members in memory.tallies("bodies", ids).values() for member in members}
    into = memory.merges(children)
    heads = {into.get(key, key) for key in children}
    return heads | {merge.actor for merge in memory.merged_into(heads)}
