"""How an actor stands in one line for people: its name, or the head of a long description; never a pronoun."""

from collections.abc import Sequence

from rashomon.names import fold
from rashomon.records import ActorRef, PlaceRef
from rashomon.resolve.kit import Kit

_LEADING = frozenset({"at", "least", "about", "around", "some", "the", "its", "their", "his", "her", "our"})


def shown_name(ref: ActorRef, place: PlaceRef | None, kit: Kit) -> str:
    """Give an actor in few words, without the place told beside it; a private one by role; "" if it is nobody.

    Args:
        ref: the actor.
        place: the place that the line names anyway, or None.
        kit: words and limits.
    """
    if ref.private:
        return ref.description or "a private person"
    return short_name(ref.name or ref.text, place, kit)


def short_name(words: str, place: PlaceRef | None, kit: Kit) -> str:
    """Give a name as it is, or of a phrase with "against", "in X" or more than `limits.title_words` words its head."""
    kept = words.partition(",")[0].split()
    kept = kept[: next((at for at in range(1, len(kept) - 1) if _ends_at(kept, at, place, kit)), len(kept))]
    if len(kept) > kit.limit("title_words"):
        cuts = kit.rules.place_leads | kit.rules.stop_words
        cut = next((at for at, word in enumerate(kept) if at and word.lower() in cuts), len(kept))
        kept = kept[:cut] if cut <= kit.limit("title_words") else []
    while kept and kept[0].lower() in _LEADING:
        kept = kept[1:]
    nobody = all(word in kit.rules.faceless or word.isdigit() for word in fold(" ".join(kept)).split())
    return "" if nobody else " ".join(kept)


def _ends_at(words: Sequence[str], at: int, place: PlaceRef | None, kit: Kit) -> bool:
    """Say whether a name ends before this word: what follows is whom it fights, or the place of the line."""
    if words[at] == "against":
        return True
    return words[at] in kit.rules.place_leads and _names(words[at + 1 :], place)


def _names(words: Sequence[str], place: PlaceRef | None) -> bool:
    """Say whether words begin with the name of the place, or of a unit around it."""
    told = () if place is None else (place.name, place.text, place.adm2, place.adm1)
    return any(name and fold(" ".join(words)).startswith(fold(name)) for name in told)
