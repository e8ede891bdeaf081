"""Actors of single documents become actors of the ledger: by name, by initials, by a role that only one holds.

Never through a bare surname, never a father with his son: `names` keeps such pairs under its threshold, and a join
that would bring two such names into one actor is refused.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from rashomon.names import bare_name, compare_names, name_keys, person_tokens
from rashomon.records import Actor, ActorKind, ActorMerge, Judgement
from rashomon.resolve.judgements import Decided, make_pair, read_decided
from rashomon.resolve.kit import Kit
from rashomon.resolve.roles import Told, match_roles
from rashomon.resolve.union import Union

_SAME_PERSON = 0.7  # the threshold of `names`
_SAME_BODY = 0.8  # bodies have near neighbours in name (a northern and a southern front)
_BY_ROLE = 0.75
_JUDGED = 1.0
_SHORT_WORD = 3  # "Ba", "bin", "ben", "Abu", "bou": written apart or not
_LARGEST_BLOCK = 200
_ORGANISED = frozenset({ActorKind.GROUP, ActorKind.FORCES, ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.OUTLET})


@dataclass(frozen=True, slots=True)
class _Match:
    score: float
    left: str
    right: str
    why: str


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
    by_id = _unite_ids(actors)
    decided = read_decided(judgements, lambda key: key if key in by_id else None)
    groups, reasons = _join(by_id, told, decided, kit)
    kept: list[Actor] = []
    merges: list[ActorMerge] = []
    for group in groups:
        members = [by_id[key] for key in group]
        head = min(members, key=_rank)
        kept.append(_spelt(_united(head, members), spelt, kit))
        merges.extend(_merge(member, head, reasons) for member in members if member.id != head.id)
    return tuple(sorted(kept, key=lambda a: a.id)), tuple(sorted(merges, key=lambda m: m.actor))


def _unite_ids(actors: Iterable[Actor]) -> dict[str, Actor]:
    same: dict[str, list[Actor]] = {}
    for actor in actors:
        same.setdefault(actor.id, []).append(actor)
    return {key: _united(min(found, key=_rank), found) for key, found in sorted(same.items())}


def _rank(actor: Actor) -> tuple[bool, bool, int, str, str]:
    """Registered before named before described; the fullest name first."""
    return (not actor.registered, actor.described, -len(actor.name), actor.name, actor.id)


def _united(head: Actor, members: Sequence[Actor]) -> Actor:
    ordered = sorted(members, key=_rank)
    named = [member for member in ordered if not member.described] or [head]
    return replace(
        head,
        names=tuple(sorted({name for member in named for name in (member.name, *member.names)})),
        roles=tuple(sorted({role for member in ordered for role in member.roles}, key=repr)),
        country=head.country or next((m.country for m in ordered if m.country), None),
        parent=head.parent or next((m.parent for m in ordered if m.parent and m.parent != head.id), None),
        acled=head.acled or next((m.acled for m in ordered if m.acled), None),
        private=all(member.private for member in ordered),
    )


def _spelt(actor: Actor, spelt: Mapping[str, int], kit: Kit) -> Actor:
    if actor.registered or actor.described:
        return actor
    full = [name for name in _full_names(actor, kit) if spelt.get(name)]
    return replace(actor, name=min(full, key=lambda name: (-spelt[name], -len(name), name))) if full else actor


def _merge(member: Actor, head: Actor, reasons: Mapping[str, _Match]) -> ActorMerge:
    match = reasons[member.id] if member.id in reasons else reasons[head.id]
    return ActorMerge(actor=member.id, into=head.id, score=round(match.score, 3), why=match.why)


def _join(
    by_id: Mapping[str, Actor], told: Told, decided: Decided, kit: Kit
) -> tuple[tuple[tuple[str, ...], ...], dict[str, _Match]]:
    """Join best pairs first; a join that would unite two names that differ, or that a person parted, is refused."""
    sets, reasons = Union(by_id), dict[str, _Match]()
    members = {key: [key] for key in by_id}
    for match in (*_judged(decided), *_matches(by_id, told, kit)):
        left, right = sets.root(match.left), sets.root(match.right)
        if left == right or _parted(members[left], members[right], by_id, decided, kit):
            continue
        united = members.pop(left) + members.pop(right)
        members[sets.join(left, right)] = united
        for key in (match.left, match.right):
            reasons.setdefault(key, match)
    return sets.groups(), reasons


def _judged(decided: Decided) -> Iterator[_Match]:
    return (_Match(_JUDGED, left, right, "a person judged them the same") for left, right in sorted(decided.same))


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
    return left.kind is ActorKind.PERSON and _best_score(left, right, kit)[0] < _SAME_PERSON


def _matches(by_id: Mapping[str, Actor], told: Told, kit: Kit) -> list[_Match]:
    found = [match for left, right in _candidates(by_id, kit) if (match := _match(by_id[left], by_id[right], kit))]
    found += [
        _Match(_BY_ROLE, one.id, named.id, why)
        for one, named, why in match_roles(tuple(by_id.values()), told, kit.rules)
    ]
    return sorted(found, key=lambda m: (-m.score, m.left, m.right))


def _candidates(by_id: Mapping[str, Actor], kit: Kit) -> list[tuple[str, str]]:
    blocks: dict[tuple[bool, str], list[str]] = {}
    for actor in by_id.values():
        if not actor.described:
            person = actor.kind is ActorKind.PERSON
            names = {bare_name(name, kit.lexicon.names) if person else name for name in (actor.name, *actor.names)}
            names |= {_joined(name) for name in names if person}
            for key in sorted({key for name in names for key in name_keys(name, actor.kind)}):
                blocks.setdefault((person, key), []).append(actor.id)
    pairs = {
        make_pair(left, right)
        for block in blocks.values()
        for at, left in enumerate(block)
        for right in block[at + 1 : at + 1 + _LARGEST_BLOCK]
    }
    return sorted(pairs)


def _match(left: Actor, right: Actor, kit: Kit) -> _Match | None:
    if not _kinds_agree(left, right) or (left.registered and right.registered):
        return None
    score, why = _best_score(left, right, kit)
    return _Match(score, left.id, right.id, why) if score >= _threshold(left) else None


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
