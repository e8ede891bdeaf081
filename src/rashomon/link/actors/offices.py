"""The country and the body that a description of soldiers, officials, office holders and speakers names by its words.

"Security forces in Chad", "Kigali's defence ministry", "the French ambassador", "a spokesman for the Malian army". Who
speaks for a hospital or a charity speaks for no state, whatever the people's name beside it.
"""

from collections.abc import Sequence

from rashomon.lexicon.actors import ActorTable, DescribingWord, RegisteredActor
from rashomon.link.actors.register import Register
from rashomon.records import ActorKind

_STATE = frozenset({ActorKind.FORCES, ActorKind.STATE})
_LONGEST = 5  # words of a body's name behind "for"


def find_country(
    words: Sequence[str], word: DescribingWord | None, rest: Sequence[str], register: Register
) -> str | None:
    """Give the country that a description's place or seat tells.

    Args:
        words: folded words up to the first preposition, the head noun last.
        word: what the head noun says, or None.
        rest: folded words from the first preposition on.
        register: for peoples and seats of government.
    """
    table = register.table
    owner = words[0].removesuffix("s") if len(words) > 1 and word is not None and word.kind in _STATE else ""
    seat = _seat(rest if words[-1] not in table.speakers else _from_in(rest), register) or register.seats.get(owner)
    if seat is not None:
        return register.row(seat).country
    office = words[-1] in table.state_offices
    ordinary = word is not None and word.acled == 1
    leads = {"in", "of"} if office else {"in"}
    if not (office or ordinary) or rest[:1] == [] or rest[0] not in leads or table.foreign & {*words}:
        return None
    return register.people.get(" ".join(rest[1:3])) or register.people.get(" ".join(rest[1:2]))


def _from_in(rest: Sequence[str]) -> Sequence[str]:
    return rest[rest.index("in") :] if "in" in rest else rest


def _seat(rest: Sequence[str], register: Register) -> str | None:
    """Give the state whose seat of government stands behind "in"."""
    if rest[:1] != ["in"]:
        return None
    return register.seats.get(" ".join(rest[1:3])) or register.seats.get(" ".join(rest[1:2]))


def find_office(
    words: Sequence[str], rest: Sequence[str], country: str | None, register: Register
) -> RegisteredActor | None:
    """Give whom an office holder or a speaker serves: a state, its forces, a body named behind "for".

    Args:
        words: as for `find_country`.
        rest: the same.
        country: ISO code told, or None.
        register: for the bodies.
    """
    table = register.table
    if table.unofficial & {*words}:
        return None
    if words[-1] not in table.speakers:
        return register.row(f"state-{country}") if country is not None and words[-1] in table.state_offices else None
    behind = rest[1:] if rest[:1] and rest[0] in table.behalf else ()
    group = register.groups_in(behind[:_LONGEST])
    if group is not None or country is None:
        return group
    organ = find_organ(words[:-1], table) or find_served(rest, table)
    if organ is None:
        return None
    return register.row(f"{'forces' if organ.kind is ActorKind.FORCES else 'state'}-{country}")


def serves_state(words: Sequence[str], table: ActorTable) -> bool:
    """Say whether a role beside a people's name is one of that people's state; who speaks for a hospital's is not."""
    if not table.state_offices & {*words}:
        return False
    at = next((at for at, word in enumerate(words) if word in table.speakers), None)
    if at is None or not at:
        return True
    word = table.nouns.get(words[at - 1])
    return find_organ(words[:at], table) is not None or (word is not None and word.kind in _STATE)


def find_organ(words: Sequence[str], table: ActorTable) -> DescribingWord | None:
    """Give the body of state whose name these words end in ("army", "the French foreign ministry", "government's")."""
    for first in range(len(words)):
        name = " ".join(words[first:])
        found = table.organs.get(name) or table.organs.get(name.removesuffix("s"))
        if found is not None:
            return found
    return None


def find_served(rest: Sequence[str], table: ActorTable) -> DescribingWord | None:
    """Give the body of state that stands behind "for" or "of" ("for the army in the north")."""
    behind = rest[1:] if rest[:1] and rest[0] in table.behalf else ()
    found = (find_organ(behind[:end], table) for end in range(len(behind), 0, -1))
    return next(filter(None, found), None)
