"""The two ends of a relation: what a token may be (actor, person, group, place, institution) and its Mention."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from rashomon.extract.clauses import find_oblique, has_case, names_of, own_subject
from rashomon.extract.mentions import make_mention, noun_phrase
from rashomon.extract.parts import FoundFigure, FoundPlace
from rashomon.lexicon.relation_table import RelationTable
from rashomon.records import Annotated, Function, Mention, MentionKind

_ACTORS = frozenset({"PERSON", "ORG", "NORP"})
_BODIES, _STATES, _PERSONS = frozenset({"ORG", "NORP"}), frozenset({"PLACE"}), frozenset({"PERSON"})
_PLACES = frozenset({"place", "named-place", "settled"})


@dataclass(frozen=True, slots=True)
class Text:
    """A document with its places by token, and the patterns.

    Attributes:
        annotated: the document.
        table: patterns and words.
        place_at: token index -> place found there.
        figures: all figures.
        mentions: all mentions made so far, by id.
    """

    annotated: Annotated
    table: RelationTable
    place_at: dict[int, FoundPlace]
    figures: tuple[FoundFigure, ...]
    mentions: dict[str, Mention] = field(default_factory=dict)

    def label(self, index: int) -> str:
        """Give the label of the entity at a token, else of its chain, else ""."""
        entity = self.annotated.entity_at[index]
        if entity >= 0:
            return self.annotated.entities[entity].label
        chain = self.annotated.chain_at.get(index)
        return "" if chain is None else self.annotated.chains[chain].label

    def keep(self, mention: Mention) -> str:
        """Keep a mention and give its id."""
        self.mentions[mention.id] = mention
        return mention.id


def make_text(
    annotated: Annotated, table: RelationTable, places: tuple[FoundPlace, ...], figures: tuple[FoundFigure, ...]
) -> Text:
    """Lay out a document for the patterns."""
    place_at = {index: place for place in places for index in range(place.first, place.last)}
    return Text(annotated, table, place_at, figures)


def find_end(text: Text, index: int | None, wanted: str) -> str | None:
    """Give the id of the mention that a token, or what it is said to be, makes as the wanted sort; None: it cannot be.

    Args:
        text: the document.
        index: the token, or None.
        wanted: actor, person, group, force, body, state, people, someone, goods, thing, place, named-place, settled,
            institution or any.
    """
    if index is None:
        return None
    index = index if wanted == "place" else _whole(text, index)
    if wanted in _PLACES and _is_body(text, index):
        return None
    candidates = (*names_of(text.annotated, index), *_called(text, index), *_beside(text, index, wanted))
    for candidate in candidates:
        named = _named(text, candidate, wanted)
        if named is not None:
            return text.keep(named)
    named_place = _called_place(text, index) if wanted in _PLACES else None
    if named_place is not None:
        return text.keep(named_place)
    for candidate in sorted(candidates, key=lambda one: text.annotated.tokens[one].upos != "PROPN"):
        if may_be(text, candidate, wanted):
            return text.keep(make_end(text, candidate, wanted))
    return None


def _is_body(text: Text, index: int) -> bool:
    """Say whether a common noun means a body and no land, whatever name stands beside it: "the agency Anadolu"."""
    token = text.annotated.tokens[index]
    bodies, land = text.table.actor_nouns, text.table.place_nouns
    return token.upos == "NOUN" and token.lemma in bodies and token.lemma not in land


def _called_place(text: Text, index: int) -> Mention | None:
    """Give the name that a noun of land is said of, whatever the model takes it for: "Al-Tanf, a town held by ..."."""
    annotated, token = text.annotated, text.annotated.tokens[index]
    if token.lemma not in text.table.settled_nouns or not any(True for _ in annotated.dependents(index, "det")):
        return None
    name = token.head if token.deprel == "appos" else own_subject(annotated, index)
    if name is None or annotated.tokens[name].upos != "PROPN" or text.label(name) == "PERSON":
        return None
    return make_mention(annotated, name, MentionKind.PLACE)


def _whole(text: Text, index: int) -> int:
    """Step from a share to what it is a share of: "most of the fighters", "two thirds of the province"."""
    if text.annotated.tokens[index].lemma.lower() in text.table.part_words | text.table.shares:
        for child in text.annotated.dependents(index, "nmod", "obl"):
            if has_case(text.annotated, child.index, Function.OF):
                return child.index
    return index


def is_share(text: Text, index: int | None) -> bool:
    """Say whether a token is a share of what hangs on it: "parts of", "most of"."""
    return index is not None and text.annotated.tokens[index].lemma.lower() in text.table.part_words


def is_one_word(text: Text, index: int) -> bool:
    """Say whether a name is a single word: nobody says of a person that he is ours, so it is no first name."""
    entity = text.annotated.entity_at[index]
    return entity < 0 or text.annotated.entities[entity].last - text.annotated.entities[entity].first == 1


def _called(text: Text, index: int) -> Iterator[int]:
    """Give the name that a thing is said to bear: "a group known as the Second Front"."""
    for child in text.annotated.dependents(index, "acl"):
        if child.lemma in text.table.naming_verbs:
            name = find_oblique(text.annotated, child, Function.AS)
            if name is not None:
                yield name


def _beside(text: Text, index: int, wanted: str) -> Iterator[int]:
    """Give a name that stands beside a description though the tree does not tie them.

    "Karim Noor, the country's first vice president": the name before the comma. "A rebel camp": the rebels.
    """
    annotated, token = text.annotated, text.annotated.tokens[index]
    if wanted == "person" and text.label(index) == "" and token.upos in {"NOUN", "PROPN"}:
        name = name_before(text, index)
        if name is not None:
            yield name
    if wanted == "place" and token.lemma.lower() in text.table.part_words:
        yield from (child.index for child in annotated.dependents(index, "nmod", "obl"))
    if wanted == "group" and token.lemma in text.table.place_nouns:
        for child in annotated.dependents(index, "compound"):
            if text.label(child.index) in {"ORG", "NORP"} or child.lemma in text.table.actor_nouns:
                yield child.index


def name_before(text: Text, index: int) -> int | None:
    """Give the last token of a person's name that a comma parts from the noun phrase of a token, or None."""
    annotated = text.annotated
    first = noun_phrase(annotated, index, keep_nmod=False)[0]
    while first > 0 and annotated.tokens[first - 1].upos == "DET":
        first -= 1
    if first < 2 or annotated.tokens[first - 1].text != ",":
        return None
    entity = annotated.entity_at[first - 2]
    return first - 2 if entity >= 0 and annotated.entities[entity].label == "PERSON" else None


def _named(text: Text, index: int, wanted: str) -> Mention | None:
    """Give the mention of a named end: names first, so that "X, the last area" is X."""
    if wanted in _PLACES or wanted == "any":
        place = find_place(text, index, wanted == "named-place")
        if place is not None and (wanted != "any" or text.label(index) not in _ACTORS):
            return place.mention
    if wanted not in _PLACES and text.annotated.entity_at[index] >= 0 and may_be(text, index, wanted):
        return make_mention(text.annotated, index, MentionKind.ACTOR)
    return None


def find_place(text: Text, index: int, near: bool = False) -> FoundPlace | None:
    """Give the place at a token or inside its noun phrase ("Kunar province", "the town of Asadabad").

    Args:
        text: the document.
        index: the token.
        near: whether the place in or near which something lies does as well ("the forest near Bria").
    """
    if index in text.place_at:
        return text.place_at[index]
    token = text.annotated.tokens[index]
    if token.lemma not in text.table.place_nouns:
        return None
    for child in text.annotated.dependents(index, "compound", "nmod", "appos", "flat"):
        lies = child.deprel == "nmod" and not has_case(text.annotated, child.index, Function.OF)
        if child.index in text.place_at and (near or not lies):
            return text.place_at[child.index]
    return _only_place(text, index)


def _only_place(text: Text, index: int) -> FoundPlace | None:
    """Give the place named last before "the only province", "the last area": such words describe one just named."""
    annotated = text.annotated
    if not any(
        child.text.lower() in text.table.unique_words for child in annotated.dependents(index, "amod", "advmod")
    ):
        return None
    first = annotated.sentences[annotated.tokens[index].sentence].first
    return next((text.place_at[before] for before in range(index - 1, first - 1, -1) if before in text.place_at), None)


def make_end(text: Text, index: int, wanted: str) -> Mention:
    """Make the mention of a token as the wanted sort."""
    kind = MentionKind.PLACE if wanted in _PLACES else MentionKind.ACTOR
    return make_mention(text.annotated, index, kind)


def may_be(text: Text, index: int, wanted: str) -> bool:  # noqa: PLR0911 - one return a sort
    """Say whether a token itself can be the wanted sort."""
    token, label = text.annotated.tokens[index], text.label(index)
    lemma = token.lemma.lower()
    unlabelled = token.upos == "PROPN" and not label
    listed = _listed(text.table, wanted)
    if wanted == "people" and any(t.lemma in text.table.ours for t in text.annotated.dependents(index, "nmod")):
        return True  # "two of ours"
    if listed is not None:
        labels, words = listed
        return label in labels or (lemma in words and (not label or wanted != "people"))
    match wanted:
        case "any":
            return token.upos in {"NOUN", "PROPN"} or label != ""
        case "thing":
            return token.upos in {"NOUN", "PROPN"}
        case "place":
            return unlabelled or label == "PLACE" or lemma in text.table.place_nouns
        case "institution":
            return label == "ORG" or _is_institution(text, index)
        case "person":
            return _is_person(text, index)
        case "group":
            return unlabelled or label in _BODIES or lemma in text.table.actor_nouns
        case _:
            return label != "" or lemma in text.table.actor_nouns or _is_person(text, index) or _is_chained(text, index)


def _listed(  # noqa: PLR0911 - one return a sort
    table: RelationTable, wanted: str
) -> tuple[frozenset[str], frozenset[str]] | None:
    """Give the labels and the words of the sorts that nothing else makes."""
    match wanted:
        case "named-place":
            return frozenset(), frozenset()
        case "settled":
            return frozenset(), table.settled_nouns
        case "goods":
            return frozenset(), table.goods_nouns
        case "people":
            return _PERSONS, table.people_nouns
        case "someone":
            return _PERSONS, frozenset()
        case "force":
            return _BODIES, table.force_nouns
        case "state":
            return _STATES, table.state_nouns
        case "body":
            return _BODIES | _STATES, table.ruler_words | table.force_nouns | table.state_nouns
        case _:
            return None


def _is_chained(text: Text, index: int) -> bool:
    return text.annotated.tokens[index].upos == "PRON" and index in text.annotated.chain_at


def _is_person(text: Text, index: int) -> bool:
    token, label = text.annotated.tokens[index], text.label(index)
    if label:
        return label == "PERSON"
    if token.upos == "PRON":
        return token.does(Function.SPEAKER, Function.PERSON)
    if token.upos == "ADJ":
        return token.text[0].isupper() and token.deprel in {"nsubj", "nsubj:pass"}
    return token.upos == "PROPN" or (token.upos == "NOUN" and token.lemma in text.table.titles)


def _is_institution(text: Text, index: int) -> bool:
    first, last = noun_phrase(text.annotated, index, keep_nmod=False)
    words = {text.annotated.tokens[position].text.lower() for position in range(first, last)}
    return bool(words & text.table.institution_nouns)
