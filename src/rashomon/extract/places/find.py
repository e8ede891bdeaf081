"""Every entity that names a place, as a place mention; whether it is meant as a government is for others to say."""

from rashomon.extract.mentions import make_mention
from rashomon.extract.parts import FoundPlace
from rashomon.lexicon import Lexicon
from rashomon.records import Annotated, Entity, MentionKind

_LABEL = "PLACE"


def find_places(annotated: Annotated, lexicon: Lexicon) -> tuple[FoundPlace, ...]:
    """Find all place mentions.

    Args:
        annotated: the document's columns.
        lexicon: tables of the document's language (none is needed so far; the walk gives it to every finder).

    Returns:
        one mention a PLACE entity, in text order.
    """
    return tuple(_find_place(annotated, entity) for entity in annotated.entities if entity.label == _LABEL)


def _find_place(annotated: Annotated, entity: Entity) -> FoundPlace:
    head = entity_head(annotated, entity)
    return FoundPlace(entity.first, entity.last, head, make_mention(annotated, head, MentionKind.PLACE))


def entity_head(annotated: Annotated, entity: Entity) -> int:
    """Give the token of an entity whose own head lies outside of it (the first one, if several)."""
    for index in range(entity.first, entity.last):
        head = annotated.tokens[index].head
        if head == index or not entity.first <= head < entity.last:
            return index
    return entity.last - 1
