"""Settles what the names of a document are before anything is read out of it.

A model of language knows the world's capitals and few of the towns that a war is about; those it takes for persons or
organisations. Here the whole document, the register and the gazetteer are asked: a name with nothing of a person
about it that stands where ground stands, or that another sentence has as a place, is a place.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from rashomon.lexicon import Lexicon
from rashomon.link.actors.register import Register, make_register
from rashomon.link.gazetteer import Gazetteer
from rashomon.link.grounds.evidence import Evidence, Ground
from rashomon.link.places.focus import count_countries, shares
from rashomon.names import fold
from rashomon.records import ActorKind, Annotated, Chain, Document, Entity, PlaceKind, make_annotated

_UNSURE = frozenset({"PERSON", "ORG"})
_SPOKEN_OF = 0.25  # share of the leading country's votes
_SHORTEST = 3
_LISTED = 0.8  # fit from which a spelling counts as printed in the gazetteer
_GREAT = 100_000  # inhabitants from which a town is a place wherever the report is about
_GREAT_FIT = 0.9
_LONGEST = 3  # words of a place that only its slot tells


def settle_names(annotated: Annotated, document: Document, lexicon: Lexicon, gazetteer: Gazetteer) -> Annotated:
    """Give the document with the labels of its names settled; the same object where nothing changes.

    Args:
        annotated: the columns, with the model's labels.
        document: for its dateline.
        lexicon: registers and words.
        gazetteer: which names are places, and where.
    """
    changed = _Names(annotated, document, lexicon, gazetteer).changed()
    if not changed:
        return annotated
    entities = (changed.get(i, entity) for i, entity in enumerate(annotated.entities))
    return make_annotated(
        document=annotated.document,
        text=annotated.text,
        language=annotated.language,
        tokens=annotated.tokens,
        sentences=annotated.sentences,
        entities=tuple(entity for entity in entities if entity.label),
        quotes=annotated.quotes,
        chains=tuple(_settle_chain(chain, annotated, changed) for chain in annotated.chains),
    )


def _settle_chain(chain: Chain, annotated: Annotated, changed: Mapping[int, Entity]) -> Chain:
    """Give a chain the label of its names; where a person became a place no pronoun and no role is left in it."""
    named = [m for m in chain.mentions if annotated.entity_at[m.head] in changed]
    if not named:
        return chain
    entity = changed[annotated.entity_at[named[0].head]]
    if entity.label == "PLACE":
        return replace(chain, label=entity.label, mentions=tuple(named), roles=())
    name = annotated.words(entity.first, entity.last) if entity.label == "ORG" else chain.name
    return replace(chain, label=entity.label, name=name if entity.label else "")


class _Names:
    """The names of one document by spelling."""

    def __init__(self, annotated: Annotated, document: Document, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        self._annotated = annotated
        self._lexicon = lexicon
        self._gazetteer = gazetteer
        self._evidence = Evidence(annotated, lexicon)
        self._register: Register = make_register(lexicon.actors, lexicon.places, lexicon.names)
        self._groups: dict[str, list[int]] = defaultdict(list)
        for index, entity in enumerate(annotated.entities):
            if entity.label in _UNSURE or entity.label == "PLACE" or self._is_odd_people(entity):
                self._groups[fold(annotated.words(entity.first, entity.last))].append(index)
        votes = count_countries(annotated.text, document.dateline, lexicon.places)
        self._countries = [iso for iso, share in shares(self._voted(votes)).items() if share >= _SPOKEN_OF]
        full = (name for name in self._groups if " " in name and self._labelled(name, "PERSON"))
        self._parts = {part for name in full for part in name.split()}

    def _is_odd_people(self, entity: Entity) -> bool:
        """Say whether the model alone takes a name for a people's."""
        peoples = self._lexicon.annotate.naming.peoples
        words = self._annotated.words(entity.first, entity.last).lower().split()
        return entity.label == "NORP" and entity.rule == "model" and not any(word in peoples for word in words)

    def _voted(self, votes: Counter[str]) -> Counter[str]:
        """Add a vote for every place of the document that lies in one country only."""
        found = Counter(votes)
        for name in self._groups:
            if self._labelled(name, "PLACE"):
                countries = {one.entry.country for one in self._gazetteer.find(name) if one.fit > _LISTED}
                found.update(countries if len(countries) == 1 else ())
        return found

    def _labelled(self, name: str, label: str) -> list[int]:
        return [i for i in self._groups[name] if self._annotated.entities[i].label == label]

    def changed(self) -> dict[int, Entity]:
        """Give every entity that changes by its index; one without a label is no name."""
        found: dict[int, Entity] = {}
        for name, group in self._groups.items():
            for index in group:
                first = self._evidence.rank_of_body(self._annotated.entities[index])
                if first >= 0:
                    found[index] = replace(self._annotated.entities[index], first=first, label="ORG", rule="settled")
            for index, label in self._settle(name):
                found.setdefault(index, replace(self._annotated.entities[index], label=label, rule="settled"))
        return found

    def _settle(self, name: str) -> Iterable[tuple[int, str]]:
        places = self._labelled(name, "PLACE")
        unsure = [i for i in self._groups[name] if i not in places]
        if all(word in self._lexicon.annotate.naming.calendar for word in name.split()):
            return ((i, "") for i in self._groups[name])
        if name in self._lexicon.places.grounds.common:
            return ((i, "") for i in places)
        if places and self._is_person(name, [self._annotated.entities[i] for i in places]):
            return ((i, "PERSON") for i in places)
        if unsure and self._is_place(name, unsure, bool(places)):
            return ((i, "PLACE") for i in unsure)
        sites = (i for i in unsure if self._evidence.sited(self._annotated.entities[i]))
        return [(i, "PLACE") for i in sites if self._register.exact(name, {}) is None]

    def _is_person(self, name: str, entities: list[Entity]) -> bool:
        """Say whether a name that some town bears is a person's: registered in full, or with a rank before it."""
        row = self._register.exact(name, {}) if " " in name else None
        ranked = " " in name and any(map(self._evidence.ranked, entities))
        return ranked or (row is not None and row.kind is ActorKind.PERSON)

    def _is_place(self, name: str, unsure: list[int], elsewhere: bool) -> bool:
        entities = [self._annotated.entities[i] for i in unsure]
        if self._is_somebody(name, entities):
            return False
        if self._is_division(name):
            return True
        slotted = any(map(self._evidence.slotted, entities))
        known = max(self._known(name), _GREAT_FIT if slotted and self._is_great(name) else 0.0)
        grounds = max(map(self._evidence.ground, entities))
        if any(entity.label == "NORP" for entity in entities):
            told = slotted or self._is_great(name)
            return told and known > _LISTED and grounds is not Ground.NONE
        if any(map(self._evidence.acts, entities)):
            return elsewhere and known > _LISTED
        if elsewhere or (known > _LISTED and grounds is not Ground.NONE):
            return True
        # What merely sounds like a place's name is one only where a place stands: whose countries the text names would
        # else decide what stands before any noun ("the Basir offensive").
        near = known > 0 and slotted and grounds is not Ground.NONE
        return near or (grounds is Ground.STRONG and len(name.split()) <= _LONGEST)

    def _is_somebody(self, name: str, entities: list[Entity]) -> bool:
        """Say whether something speaks for a person or a body: a title, an age, a given name, a register, its form."""
        if name in self._parts or name in self._register.people or name in self._register.seats:
            return True
        if len(name) < _SHORTEST or self._register.exact(name, {}) is not None or self._lexicon.outlets.find(name):
            return True
        if any(map(self._evidence.titled, entities)) or any(map(self._evidence.speaks, entities)):
            return True
        organisation = any(entity.label == "ORG" for entity in entities)
        bodily = any(map(self._evidence.body, entities)) and not self._is_division(name)
        return bodily or (organisation and any(map(self._evidence.definite, entities)))

    def _is_division(self, name: str) -> bool:
        """Say whether a word for a division ends it and the gazetteer of the document's countries knows the rest."""
        words = name.split()
        if len(words) < 2 or words[-1] not in self._lexicon.places.features:
            return False
        return self._known(" ".join(words[:-1])) > _LISTED

    def _is_great(self, name: str) -> bool:
        """Say whether a province or a great town of any country bears the very name."""
        return any(
            one.how == "name" and (one.entry.kind is PlaceKind.ADM1 or one.entry.population >= _GREAT)
            for one in self._gazetteer.find(name)
        )

    def _known(self, name: str) -> float:
        """Give how well the gazetteer knows a name in the countries that the document speaks of, in [0, 1]."""
        return max((self._gazetteer.fit_in(name, iso) for iso in self._countries), default=0.0)
