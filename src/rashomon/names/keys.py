"""Keys under which names that may be one come together; a pair with no key in common is never compared."""

from rashomon.names.fold import consonants, fold
from rashomon.records import ActorKind

_SHORT = 2


def name_keys(name: str, kind: ActorKind) -> tuple[str, ...]:
    """Give the blocking keys of a name, sorted.

    Args:
        name: as printed; honorifics are better taken off before, they only make blocks bigger.
        kind: persons get a key for each of their last two names; all others one for each longer word and one for
            their initials.
    """
    words = [word for word in fold(name).split() if len(word) > _SHORT] or fold(name).split()
    if kind is ActorKind.PERSON:
        return tuple(sorted({consonants(word.removeprefix("abdul")) for word in words[-2:]}))
    initials = "".join(word[0] for word in words) if len(words) > 1 else fold(name)
    return tuple(sorted({f"={initials}", *(consonants(word) for word in words)}))
