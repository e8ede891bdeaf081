"""Every name of a place as a place mention; whether it is meant as a government is for others to say."""

from collections.abc import Iterator

from rashomon.extract.mentions import make_mention
from rashomon.extract.parts import FoundPlace
from rashomon.lexicon import Lexicon
from rashomon.records import Annotated, Entity, MentionKind

_LABEL = "PLACE"
_COUNTRY = frozenset({"country"})
_UNSURE = frozenset({"ORG", "PERSON"})


def find_places(annotated: Annotated, lexicon: Lexicon) -> tuple[FoundPlace, ...]:
    """Find all place mentions: PLACE entities, and names in apposition to a noun of land ("one town, Sake").

    Args:
        annotated: the document's columns.
        lexicon: the nouns of land.

    Returns:
        the mentions in text order.
    """
    found = [*_find_all(annotated, lexicon), *_find_parts(annotated, lexicon)]
    return tuple(sorted(found, key=lambda place: place.first))


def _find_parts(annotated: Annotated, lexicon: Lexicon) -> Iterator[FoundPlace]:
    """Find parts of the country that a report is about ("in the north of the country")."""
    for token in annotated.tokens:
        if token.lemma.lower() not in lexicon.places.bearings or annotated.entity_at[token.index] >= 0:
            continue
        if any(child.lemma.lower() in _COUNTRY for child in annotated.dependents(token.index, "nmod", "obl")):
            mention = make_mention(annotated, token.index, MentionKind.PLACE)
            yield FoundPlace(token.index, token.index + 1, token.index, mention)


def _find_all(annotated: Annotated, lexicon: Lexicon) -> Iterator[FoundPlace]:
    for entity in annotated.entities:
        head = entity_head(annotated, entity)
        if entity.label == _LABEL or (entity.label in _UNSURE and _names_land(annotated, head, lexicon)):
            yield FoundPlace(entity.first, entity.last, head, make_mention(annotated, head, MentionKind.PLACE))


def _names_land(annotated: Annotated, head: int, lexicon: Lexicon) -> bool:
    token = annotated.tokens[head]
    noun = annotated.tokens[token.head].lemma.lower()
    return token.deprel == "appos" and "land" in lexicon.events.words.classes.get(noun, frozenset())


def entity_head(annotated: Annotated, entity: Entity) -> int:
    """Give the token of an entity whose own head lies outside of it (the first one, if several)."""
    for index in range(entity.first, entity.last):
        head = annotated.tokens[index].head
        if head == index or not entity.first <= head < entity.last:
            return index
    return entity.last - 1
