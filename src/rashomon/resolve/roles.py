"""Roles in words, read as offices: "the former head of the Ministry of Trade" and "ex-minister of trade" are one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rashomon.lexicon.resolution import ResolutionRules
from rashomon.names import fold
from rashomon.records import Actor, ActorKind
from rashomon.resolve.words import stem


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


def match_roles(actors: Iterable[Actor], rules: ResolutionRules) -> Iterator[tuple[Actor, Actor, str]]:
    """Find described actors whose role only one named actor of the corpus holds; one word fits too many.

    Yields:
        The described actor, the named one, and the reason in words.
    """
    held = _holders(actors, rules)
    for actor in actors:
        if actor.described and actor.kind in (ActorKind.PERSON, ActorKind.UNKNOWN):
            found = _only_holder(actor, held, rules)
            if found is not None:
                yield actor, found[0], found[1]


def _holders(actors: Iterable[Actor], rules: ResolutionRules) -> dict[frozenset[str], dict[str, tuple[Actor, Office]]]:
    """Index named persons by each office and by the office without one more word, a country's or a body's name."""
    held: dict[frozenset[str], dict[str, tuple[Actor, Office]]] = {}
    for actor in actors:
        if actor.described or actor.kind is not ActorKind.PERSON:
            continue
        for office in (make_office(role.title, role.qualifier, rules) for role in actor.roles):
            for words in {office.words, *(office.words - {word} for word in office.words)}:
                if len(words) > 1:
                    held.setdefault(words, {})[actor.id] = (actor, office)
    return held


def _only_holder(
    actor: Actor, held: Mapping[frozenset[str], Mapping[str, tuple[Actor, Office]]], rules: ResolutionRules
) -> tuple[Actor, str] | None:
    titles = [(role.title, role.qualifier) for role in actor.roles] or [(actor.name, "")]
    for title, qualifier in titles:
        office = make_office(title, qualifier, rules)
        fits = tuple(_fitting(actor, office, held.get(office.words, {}))) if len(office.words) > 1 else ()
        if len(fits) == 1:
            return fits[0], f"“{actor.name}” is a role that only {fits[0].name} holds in these reports"
    return None


def _fitting(actor: Actor, office: Office, held: Mapping[str, tuple[Actor, Office]]) -> Iterator[Actor]:
    for _, (holder, other) in sorted(held.items()):
        if office.qualifiers == other.qualifiers and _countries_fit(actor, holder):
            yield holder


def _countries_fit(left: Actor, right: Actor) -> bool:
    return left.country is None or right.country is None or left.country == right.country
