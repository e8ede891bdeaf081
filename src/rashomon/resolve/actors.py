"""Actors of single documents become actors of the ledger: by name, by initials, by a role that only one holds.

Never through a bare surname, never a father with his son: `names` keeps such pairs under its threshold, and a join
that would bring two such names into one actor is refused.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import NamedTuple

from rashomon.names import bare_name, compare_names, name_keys, person_tokens
from rashomon.records import Actor, ActorKind, ActorMerge, Judgement, unite_actors
from rashomon.resolve.bare import match_bare
from rashomon.resolve.judgements import Decided, make_pair, read_decided
from rashomon.resolve.kit import Kit
from rashomon.resolve.namesakes import are_namesakes
from rashomon.resolve.roles import Told, match_roles
from rashomon.resolve.union import Union

_SAME_PERSON = 0.7  # the threshold of `names`
_SAME_BODY = 0.8  # bodies have near neighbours in name (a northern and a southern front)
_BY_ROLE = 0.75
_JUDGED = 1.0
_SHORT_WORD = 3  # "Ba", "bin", "ben", "Abu", "bou": written apart or not
LARGEST_BLOCK = 200
_ORGANISED = frozenset({ActorKind.GROUP, ActorKind.FORCES, ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.OUTLET})


@dataclass(frozen=True, slots=True)
class Match:
    """What speaks for two ids being one actor."""

    score: float
    left: str
    right: str
    why: str


class RoleMatch(NamedTuple):
    """A described actor with the one named actor that holds its office, or a bare noun with the one that bears it."""

    described: Actor
    holder: Actor
    why: str

    def as_match(self) -> Match:
        """Give it as one of the matches that groups grow by."""
        return Match(_BY_ROLE, self.described.id, self.holder.id, self.why)

    def into(self, head: str) -> ActorMerge:
        """Give the merge into the holder's group."""
        return ActorMerge(actor=self.described.id, into=head, score=_BY_ROLE, why=self.why)


@dataclass(frozen=True, slots=True)
class ActorGroup:
    """Ids that are one actor, sorted, and the merges of all but the head."""

    ids: tuple[str, ...]
    merges: tuple[ActorMerge, ...]


def merge_actors(
    actors: Sequence[Actor],
    told: Told,
    judgements: Iterable[Judgement],
    kit: Kit,
    spelt: Mapping[str, int] = MappingProxyType({}),
) -> tuple[tuple[Actor, ...], tuple[ActorMerge, ...]]:
    """Merge the actors of all documents.

    Args:
        actors: all of them; one id may stand several times, once a document.
        told: when described actors were told of.
        judgements: of people; those about pairs of actors bind.
        kit: rules.
        spelt: how often claims print a spelling: a name that no register holds is its most frequent full one.

    Returns:
        The canonical actors with all names and roles united, by id; and a merge for every other id.
    """
    by_id = unite_ids(actors)
    decided = read_decided(judgements, lambda key: key if key in by_id else None)
    judged = decided.ids
    known = tuple(by_id.values())
    told_alone = (*match_roles(known, told, kit.rules), *match_bare(known, kit.lexicon.actors))
    roles = [RoleMatch(*found) for found in told_alone]
    hanging: dict[str, list[RoleMatch]] = {}
    for match in roles:
        if match.described.id not in judged:
            hanging.setdefault(match.holder.id, []).append(match)
    hung = {match.described.id for found in hanging.values() for match in found}
    standing = {key: actor for key, actor in by_id.items() if key not in hung}
    matches = [*_named_matches(standing, kit), *(m.as_match() for m in roles if m.described.id in judged)]
    kept: list[Actor] = []
    merges: list[ActorMerge] = []
    for group in join_actors(standing, matches, decided, kit):
        found = [match for key in group.ids for match in hanging.get(key, ())]
        actor = make_canonical([by_id[key] for key in group.ids], (m.described for m in found), spelt, kit)
        kept.append(actor)
        merges.extend((*group.merges, *(match.into(actor.id) for match in found)))
    return tuple(sorted(kept, key=lambda a: a.id)), tuple(sorted(merges, key=lambda m: m.actor))


def unite_ids(actors: Iterable[Actor]) -> dict[str, Actor]:
    """Unite what documents know of one id, by id."""
    same: dict[str, list[Actor]] = {}
    for actor in actors:
        same.setdefault(actor.id, []).append(actor)
    return {key: unite_actors(found) for key, found in sorted(same.items())}


def _rank(actor: Actor) -> tuple[bool, bool, int, str, str]:
    """Registered before named before described; the fullest name first."""
    return (not actor.registered, actor.described, -len(actor.name), actor.name, actor.id)


def make_canonical(members: Sequence[Actor], hanging: Iterable[Actor], spelt: Mapping[str, int], kit: Kit) -> Actor:
    """Make the ledger's actor of one group.

    Args:
        members: its ids, united.
        hanging: described actors that are one of them by their office: they add their roles.
        spelt: how often claims print a spelling.
        kit: rules.
    """
    ordered = sorted(members, key=_rank)
    head = ordered[0]
    named = [member for member in ordered if not member.described] or [head]
    roles = {role for member in (*ordered, *hanging) for role in member.roles}
    united = replace(
        head,
        names=tuple(sorted({name for member in named for name in (member.name, *member.names)})),
        roles=tuple(sorted(roles, key=repr)),
        country=head.country or next((m.country for m in ordered if m.country), None),
        parent=head.parent or next((m.parent for m in ordered if m.parent and m.parent != head.id), None),
        acled=head.acled or next((m.acled for m in ordered if m.acled), None),
        private=all(member.private for member in ordered),
    )
    return _spelt(united, spelt, kit)


def _spelt(actor: Actor, spelt: Mapping[str, int], kit: Kit) -> Actor:
    full = [name for name in spelt_names(actor, kit) if spelt.get(name)]
    return replace(actor, name=min(full, key=lambda name: (-spelt[name], -len(name), name))) if full else actor


def spelt_names(actor: Actor, kit: Kit) -> list[str]:
    """Give the names among which the most frequent is the actor's; none of a registered or described one.

    Letters alone ("KLA") name a body only where nothing else does.
    """
    if actor.registered or actor.described:
        return []
    names = _full_names(actor, kit)
    return [name for name in names if " " in name or not name.isupper()] or names


def join_actors(
    by_id: Mapping[str, Actor], matches: Iterable[Match], decided: Decided, kit: Kit
) -> Iterator[ActorGroup]:
    """Join best pairs first; a join that would unite two names that differ, or that a person parted, is refused.

    Args:
        by_id: actors, each id united.
        matches: what speaks for two being one.
        decided: people's word on pairs of them.
        kit: rules.
    """
    sets, reasons = Union(by_id), dict[str, Match]()
    members = {key: [key] for key in by_id}
    ranked = sorted(matches, key=lambda m: (-m.score, m.left, m.right))
    for match in (*_judged(decided), *ranked):
        left, right = sets.root(match.left), sets.root(match.right)
        if left == right or _parted(members[left], members[right], by_id, decided, kit):
            continue
        united = members.pop(left) + members.pop(right)
        members[sets.join(left, right)] = united
        for key in (match.left, match.right):
            reasons.setdefault(key, match)
    for group in sets.groups():
        head = min((by_id[key] for key in group), key=_rank)
        yield ActorGroup(group, tuple(_merge(by_id[key], head, reasons) for key in group if key != head.id))


def _merge(member: Actor, head: Actor, reasons: Mapping[str, Match]) -> ActorMerge:
    match = reasons[member.id] if member.id in reasons else reasons[head.id]
    return ActorMerge(actor=member.id, into=head.id, score=round(match.score, 3), why=match.why)


def _judged(decided: Decided) -> Iterator[Match]:
    return (Match(_JUDGED, left, right, "a person judged them the same") for left, right in sorted(decided.same))


def _parted(left: Iterable[str], right: Sequence[str], by_id: Mapping[str, Actor], decided: Decided, kit: Kit) -> bool:
    return any(
        (pair := make_pair(one, other)) in decided.different
        or (pair not in decided.same and _conflict(by_id[one], by_id[other], kit))
        for one in left
        for other in right
    )


def _conflict(left: Actor, right: Actor, kit: Kit) -> bool:
    if left.described or right.described:
        return False
    if not _kinds_agree(left, right):
        return True
    if left.kind is not ActorKind.PERSON:
        return False
    return are_namesakes(left, right, kit.lexicon.actors) or _best_score(left, right, kit)[0] < _SAME_PERSON


def _named_matches(by_id: Mapping[str, Actor], kit: Kit) -> list[Match]:
    pairs = _candidates(by_id, kit)
    return [match for left, right in pairs if (match := match_names(by_id[left], by_id[right], kit))]


def _candidates(by_id: Mapping[str, Actor], kit: Kit) -> list[tuple[str, str]]:
    blocks: dict[str, list[str]] = {}
    for key, actor in sorted(by_id.items()):
        for block in name_blocks(actor, kit):
            blocks.setdefault(block, []).append(key)
    pairs = {
        make_pair(left, right)
        for block in blocks.values()
        for at, left in enumerate(block)
        for right in block[at + 1 : at + 1 + LARGEST_BLOCK]
    }
    return sorted(pairs)


def name_blocks(actor: Actor, kit: Kit) -> tuple[str, ...]:
    """Give the keys under which an actor meets others of like names; none of a described one."""
    if actor.described:
        return ()
    person = actor.kind is ActorKind.PERSON
    names = {bare_name(name, kit.lexicon.names) if person else name for name in (actor.name, *actor.names)}
    names |= {_joined(name) for name in names if person}
    sort = "person" if person else "body"
    return tuple(sorted({f"{sort}:{key}" for name in names for key in name_keys(name, actor.kind)}))


def match_names(left: Actor, right: Actor, kit: Kit) -> Match | None:
    """Hold the names of two actors against each other; None if they are not alike enough. Symmetric."""
    if right.id < left.id:
        left, right = right, left
    if left.described or right.described or not _kinds_agree(left, right) or (left.registered and right.registered):
        return None
    if are_namesakes(left, right, kit.lexicon.actors):
        return None
    score, why = _best_score(left, right, kit)
    return Match(score, left.id, right.id, why) if score >= _threshold(left) else None


def _threshold(actor: Actor) -> float:
    return _SAME_PERSON if actor.kind is ActorKind.PERSON else _SAME_BODY


def _best_score(left: Actor, right: Actor, kit: Kit) -> tuple[float, str]:
    """Give the best score of any two names that are more than a bare surname."""
    best = (0.0, "")
    for one in _spelling_variants(left, kit):
        for other in _spelling_variants(right, kit):
            compared = compare_names(one, other, left.kind, kit.lexicon)
            best = max(best, (compared.value, f"“{one}” and “{other}”: {compared.why}"))
    return best


def _joined(name: str) -> str:
    """Give a name with a short word inside it written as one with the next: "Omar Ba Ali" and "Omar Baali"."""
    first, *rest = name.split() or [""]
    words = [first]
    for at, word in enumerate(rest):
        glued = at > 0 and len(rest[at - 1]) <= _SHORT_WORD and rest[at - 1].isalpha()
        words[-1:] = [words[-1] + word.lower()] if glued else [words[-1], word]
    return " ".join(words)


def _full_names(actor: Actor, kit: Kit) -> list[str]:
    names = sorted({actor.name, *actor.names})
    if actor.kind is ActorKind.PERSON:
        return [name for name in names if len(person_tokens(name, kit.lexicon.names)) > 1]
    return names


def _spelling_variants(actor: Actor, kit: Kit) -> list[str]:
    names = _full_names(actor, kit)
    return sorted({*names, *map(_joined, names)}) if actor.kind is ActorKind.PERSON else names


def _kinds_agree(left: Actor, right: Actor) -> bool:
    if left.country and right.country and left.country != right.country and left.kind is not ActorKind.PERSON:
        return False
    kinds = {left.kind, right.kind}
    return len(kinds) == 1 or ActorKind.UNKNOWN in kinds or kinds <= _ORGANISED
