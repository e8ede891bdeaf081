"""What the words around one printed name say: that it is a person, a body, ground, or nothing."""

import re
from enum import IntEnum

from rashomon.lexicon import Lexicon
from rashomon.names import fold
from rashomon.records import Annotated, Entity, PlaceKind, Token

_AGE = re.compile(r",? \(?\d{2}\)?(?=[,.;)])")
_SUBJECTS = frozenset({"nsubj", "csubj"})
_AGENTS = frozenset({"obl:agent"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_QUOTES = "'’"  # the possessive is a case too
_LOOSE = frozenset({"compound", "nmod:poss", "appos", "root"})
_OBJECTS = frozenset({"obj", "nsubj:pass"})


class Ground(IntEnum):
    """How far the words around a name make it a place."""

    NONE = 0
    OPEN = 1  # if a gazetteer knows it there
    STRONG = 2


class Evidence:
    """Reads the words around the entities of one document."""

    def __init__(self, annotated: Annotated, lexicon: Lexicon) -> None:
        self._annotated = annotated
        self._tokens = annotated.tokens
        self._lexicon = lexicon
        self._grounds = lexicon.places.grounds
        actors, chains = lexicon.actors, lexicon.annotate.chains
        ranks = lexicon.annotate.naming.titles | actors.public_roles | actors.private_roles | actors.courtesy
        self._ranks = ranks | lexicon.names.honorifics | chains.persons | chains.kin
        self._sites = {word for word, kind in lexicon.places.features.items() if kind is PlaceKind.FACILITY}
        self._scenes = lexicon.events.words.scenes
        self._given = chains.male_names | chains.female_names

    def head(self, entity: Entity) -> Token:
        """Give the token of an entity whose own head lies outside of it."""
        inside = range(entity.first, entity.last)
        return next(
            (t for t in self._tokens[entity.first : entity.last] if t.head == t.index or t.head not in inside),
            self._tokens[entity.last - 1],
        )

    def ranked(self, entity: Entity) -> bool:
        """Say whether a rank or role stands right before the name."""
        before = self._tokens[entity.first - 1] if entity.first else None
        if before is None or before.sentence != self._tokens[entity.first].sentence:
            return False
        return bool(self._ranks & {before.text.lower().rstrip("."), before.lemma.lower()})

    def titled(self, entity: Entity) -> bool:
        """Say whether a rank or role stands before the name, an age or a role beside it, or a given name leads it."""
        if self.ranked(entity):
            return True
        first = self._tokens[entity.first].text.lower()
        if first.rstrip(".") in self._ranks or (entity.last - entity.first > 1 and first in self._given):
            return True
        if _AGE.match(self._annotated.text, self._tokens[entity.last - 1].end):
            return True
        return any(child.lemma.lower() in self._ranks for child in self._beside(self.head(entity)))

    def _beside(self, head: Token) -> list[Token]:
        """Give the nouns in apposition, and those that the name is apposed to or says what it is."""
        found = list(self._annotated.dependents(head.index, "appos"))
        above = self._tokens[head.head]
        if head.deprel in {"appos", "flat"} or (head.deprel == "nsubj" and above.upos == "NOUN"):
            found.append(above)
        return found

    def acts(self, entity: Entity) -> bool:
        """Say whether it does something as only somebody does: the subject of a verb, the agent of a passive."""
        head = self._joined(self.head(entity))
        above = self._tokens[head.head]
        if head.deprel in _AGENTS:
            return True
        return head.deprel in _SUBJECTS and above.upos == "VERB" and above.lemma not in self._grounds.falling

    def speaks(self, entity: Entity) -> bool:
        """Say whether it is the subject of a verb of saying or thinking."""
        head = self._joined(self.head(entity))
        return head.deprel in _SUBJECTS and self._tokens[head.head].lemma in self._lexicon.cues.verbs

    def _joined(self, head: Token) -> Token:
        """Give the first member of the list that a name stands in: it bears the role of all."""
        while head.deprel == "conj" and self._tokens[head.head].upos == "PROPN":
            head = self._tokens[head.head]
        return head

    def ground(self, entity: Entity) -> Ground:
        """Say how far its place in the sentence is one for ground."""
        head = self._joined(self.head(entity))
        above = self._tokens[head.head]
        cases = (child.text.lower() for child in self._annotated.dependents(head.index, "case"))
        case = next((word for word in cases if word[0] not in _QUOTES), "")
        if self._listed(head):
            return Ground.STRONG
        if head.deprel in _OBJECTS:
            taken = head.deprel == "nsubj:pass" and above.lemma in self._grounds.person_verbs
            return Ground.NONE if taken and entity.label == "PERSON" else self._object(above)
        if case in {"of", "on", "for"} and (above.upos == "NOUN" or above.lemma in self._grounds.ground_nouns):
            return self._complement(above, case)
        open_to = head.deprel in _LOOSE or (head.deprel == "nsubj" and above.lemma in self._grounds.falling)
        return Ground.OPEN if open_to and not case else self._after(case, above)

    def slotted(self, entity: Entity) -> bool:
        """Say whether it stands behind a preposition of place or is the object of a verb that takes ground."""
        head = self._joined(self.head(entity))
        if head.deprel in _OBJECTS:
            return self._object(self._tokens[head.head]) is not Ground.NONE
        cases = self._annotated.dependents(head.index, "case")
        return any(child.text.lower() in self._grounds.strong_cases | self._grounds.open_cases for child in cases)

    def sited(self, entity: Entity) -> bool:
        """Say whether a body with a house ("Barwa Hospital") stands where its house does, not who is in it."""
        if self._tokens[entity.last - 1].text.lower() not in self._sites:
            return False
        head = self._joined(self.head(entity))
        above = self._tokens[head.head]
        if head.deprel in _OBJECTS:
            return self._object(above) is not Ground.NONE
        cases = {child.text.lower() for child in self._annotated.dependents(head.index, "case")}
        return bool(cases & self._scenes) and above.lemma.lower() not in self._grounds.belonging

    def _after(self, case: str, above: Token) -> Ground:
        """Say what a preposition makes of a name under a word."""
        if case == "at" and above.upos == "NOUN":
            return Ground.STRONG
        if case in self._grounds.strong_cases and above.lemma not in self._grounds.trusting:
            return Ground.STRONG if above.upos in {"VERB", *_NOUNS} else Ground.OPEN
        return Ground.OPEN if case in self._grounds.open_cases else Ground.NONE

    def _listed(self, head: Token) -> bool:
        """Say whether a place stands in one list with the name ("Barwa and Kabul")."""
        members = (head, *self._annotated.dependents(head.index, "conj"))
        at = (self._annotated.entity_at[member.index] for member in members)
        return any(i >= 0 and self._annotated.entities[i].label == "PLACE" for i in at)

    def _object(self, verb: Token) -> Ground:
        if verb.lemma in self._grounds.ground_verbs:
            return Ground.STRONG
        return Ground.OPEN if verb.lemma in self._grounds.open_verbs else Ground.NONE

    def _complement(self, noun: Token, case: str) -> Ground:
        lemma = noun.lemma.lower()
        if lemma in self._grounds.ground_nouns and case == "of":
            return Ground.STRONG
        return Ground.OPEN if lemma in self._grounds.ground_nouns | self._grounds.open_nouns else Ground.NONE

    def definite(self, entity: Entity) -> bool:
        """Say whether an article stands before the name: towns have none."""
        before = self._tokens[entity.first - 1].text.lower() if entity.first else ""
        return before in {"the", "a", "an"}

    def rank_of_body(self, entity: Entity) -> int:
        """Give the first token of a body's name of which only the last word was taken for a name; -1 if it is none."""
        if entity.last - entity.first > 1 or self._tokens[entity.first].text.lower() not in self._grounds.bodies:
            return -1
        first = entity.first
        while first and self._annotated.entity_at[first - 1] < 0 and self._tokens[first - 1].text[0].isupper():
            first -= 1
        inside = self._tokens[first].sentence == self._tokens[entity.first].sentence
        return first if inside and first < entity.first else -1

    def body(self, entity: Entity) -> bool:
        """Say whether its form is that of an organisation: capitals, or a last word of bodies."""
        words = [token.text for token in self._tokens[entity.first : entity.last]]
        if any(word.isupper() and len(word) > 1 for word in words) and not self._shouted(entity):
            return True
        last = fold(words[-1])
        tables = (self._lexicon.annotate.naming.institutions, self._lexicon.actors.named, self._lexicon.actors.nouns)
        return any(last in table for table in tables)

    def _shouted(self, entity: Entity) -> bool:
        """Say whether the whole sentence is in capitals (a headline)."""
        sentence = self._annotated.sentences[self._tokens[entity.first].sentence]
        return self._annotated.text[sentence.start : sentence.end].isupper()
