"""Roles in words, read as offices: "the former head of the Ministry of Trade" and "ex-minister of trade" are one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.lexicon.resolution import ResolutionRules
from rashomon.names import fold
from rashomon.records import Actor, ActorKind
from rashomon.resolve.words import stem

FORMER = "former"


@dataclass(frozen=True, slots=True)
class Office:
    """What a role says: the words of the office, whose country if a demonym tells it, and its qualifiers."""

    words: frozenset[str]
    qualifiers: frozenset[str]


def make_office(title: str, qualifier: str, rules: ResolutionRules) -> Office:
    """Read a role.

    Args:
        title: the role as printed or registered.
        qualifier: "former", "acting", ..., or "".
        rules: for the words.
    """
    joined = f"{qualifier} {title}".lower().replace("vice-", "vice ")
    printed = [
        word for part in joined.split() for word in ([part] if part in rules.role_qualifiers else fold(part).split())
    ]
    qualifiers = frozenset(rules.role_qualifiers[word] for word in printed if word in rules.role_qualifiers)
    words = {_office_word(word, rules.office_words) for word in printed if word not in rules.role_qualifiers}
    words -= rules.role_noise
    if "minister" in words:
        words.discard("chief")
    return Office(frozenset(words), qualifiers)


def _office_word(word: str, office_words: Mapping[str, str]) -> str:
    return office_words.get(word) or office_words.get(stem(word)) or word


Told = Mapping[str, date]
"""Id of a described actor -> day on which its report was published, where that is known."""

_Held = Mapping[frozenset[str], Sequence["_Holder"]]


@dataclass(frozen=True, slots=True)
class _Holder:
    """A named actor that holds or held an office; `end` is the day after the last, or None if unknown or open."""

    actor: Actor
    office: Office
    end: date | None


def match_roles(actors: Sequence[Actor], told: Told, rules: ResolutionRules) -> Iterator[tuple[Actor, Actor, str]]:
    """Find described actors whose role only one named actor of the corpus holds; one word fits too many.

    "A former minister" is one who held the office last: holders whose term ended more than `limits.role_years` before
    that of another one are left out. A term that ended after the report was published was still held then.

    Args:
        actors: all.
        told: when described actors were told of.
        rules: words and limits.

    Yields:
        The described actor, the named one, and the reason in words.
    """
    held = _index(actors, rules)
    for actor in actors:
        if _seeks(actor, rules):
            holder = _only_holder(actor, held, told.get(actor.id), rules)
            if holder is not None:
                yield actor, holder.actor, _reason(actor, holder)


def _seeks(actor: Actor, rules: ResolutionRules) -> bool:
    return actor.described and (actor.kind is ActorKind.PERSON or _is_office(actor, rules))


def offices_sought(actor: Actor, rules: ResolutionRules) -> tuple[str, ...]:
    """Give the keys of the offices by which a described actor may be found to be a named one."""
    if not _seeks(actor, rules):
        return ()
    told = [(role.title, role.qualifier) for role in actor.roles] or [(actor.name, "")]
    return tuple(sorted({_office_key(make_office(title, qualifier, rules).words) for title, qualifier in told}))


def offices_held(actor: Actor, rules: ResolutionRules) -> tuple[str, ...]:
    """Give the keys of the offices that a named person holds or held."""
    return tuple(sorted(map(_office_key, _index([actor], rules))))


def _office_key(words: frozenset[str]) -> str:
    return " ".join(sorted(words))


def _is_office(actor: Actor, rules: ResolutionRules) -> bool:
    """Say whether what is not known to be a person is named by an office: "the envoy", not "the press bureau"."""
    words = make_office(actor.name, "", rules).words
    return actor.kind is ActorKind.UNKNOWN and bool(words & (rules.office_speakers | {*rules.office_words.values()}))


def _reason(actor: Actor, holder: _Holder) -> str:
    until = "" if holder.end is None else f" (until {holder.end.year})"
    return f"“{actor.name}” is an office that of all named in these reports only {holder.actor.name} fits{until}"


def _index(actors: Iterable[Actor], rules: ResolutionRules) -> _Held:
    """Index named persons by each office, and by it without one more word, a country's or a body's name."""
    held: dict[frozenset[str], list[_Holder]] = {}
    for actor in actors:
        if not actor.described and actor.kind is ActorKind.PERSON:
            for role in actor.roles:
                office = make_office(role.title, role.qualifier, rules)
                for words in {office.words, *(office.words - {word} for word in office.words)}:
                    held.setdefault(words, []).append(_Holder(actor, office, role.end))
    return held


def _only_holder(actor: Actor, held: _Held, day: date | None, rules: ResolutionRules) -> _Holder | None:
    for title, qualifier in [(role.title, role.qualifier) for role in actor.roles] or [(actor.name, "")]:
        office = make_office(title, qualifier, rules)
        fits = [h for h in held.get(office.words, ()) if _fits(actor, office, h, day)] if len(office.words) > 1 else []
        late = _latest(fits, rules)
        if len({holder.actor.id for holder in late}) == 1:
            return max(late, key=lambda h: (h.end or date.max, h.office.words == office.words))
    return None


def _fits(actor: Actor, office: Office, holder: _Holder, day: date | None) -> bool:
    if actor.country and holder.actor.country and actor.country != holder.actor.country:
        return False
    if office.qualifiers == holder.office.qualifiers:
        return FORMER in office.qualifiers or holder.end is None or (day is not None and day < holder.end)
    ended = holder.end is not None and (day is None or holder.end <= day)
    return ended and office.qualifiers == holder.office.qualifiers | {FORMER}


def _latest(holders: Sequence[_Holder], rules: ResolutionRules) -> list[_Holder]:
    ends = [holder.end for holder in holders if holder.end is not None]
    if not ends or len(ends) < len(holders):
        return list(holders)
    reach = timedelta(days=365 * rules.limits["role_years"])
    return [holder for holder in holders if holder.end is not None and max(ends) - holder.end <= reach]
