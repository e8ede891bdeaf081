"""Whether a word tells an event: its trigger rows held against what stands around it."""

from dataclasses import replace

from rashomon.extract.events.classes import classes_of, counted
from rashomon.extract.events.matches import Match
from rashomon.extract.events.supports import Carried, find_support
from rashomon.extract.events.syntax import (
    Arguments,
    adverbs_of,
    counted_before,
    is_bare,
    is_joined_bare,
    leads,
    prepositional,
    verb_arguments,
)
from rashomon.extract.events.victims import told_of
from rashomon.lexicon.event_words import EventWords
from rashomon.lexicon.events import EventTable
from rashomon.lexicon.triggers import Trigger
from rashomon.records import Annotated, Function, Token

# Of a passive without "by" nobody knows that its subject is one of these.
_MEANS = frozenset(
    {"aircraft", "drone", "weapon", "heavy", "event", "shots", "fire", "calamity", "mob", "protest", "flag"}
)


class Matcher:
    """Holds one document's tokens against the triggers."""

    def __init__(self, annotated: Annotated, table: EventTable) -> None:
        self._annotated = annotated
        self._table = table
        self._words: EventWords = table.words

    def match_all(self) -> tuple[Match, ...]:
        """Find every word that tells an event, in text order, at most one event a word."""
        found = [match for token in self._annotated.tokens if (match := self._match(token)) is not None]
        light = {match.light for match in found}
        return tuple(match for match in found if match.token not in light)

    def _match(self, token: Token) -> Match | None:
        lemma = token.lemma.lower()
        told = self._match_told(token)
        if told is not None:
            return told
        if token.upos in {"VERB", "AUX"}:
            verbs = self._table.verbs.get(lemma, ())
            return self._match_verb(token, verbs) if verbs and token.deprel != "amod" else None
        if token.upos in {"NOUN", "PROPN"}:
            rows = self._table.nouns.get(lemma)
            return None if rows is None or self._in_name(token.index) else self._match_noun(token, rows)
        rows = self._table.verbs.get(lemma, ()) if token.upos == "ADJ" else ()
        return self._match_state(token, rows) if rows else None

    def _match_state(self, token: Token, rows: tuple[Trigger, ...]) -> Match | None:
        """Match an adjective that tells how many were left so: "reported six dead", "Two soldiers (were) dead"."""
        annotated = self._annotated
        head, found = annotated.tokens[token.head], counted_before(annotated, token)
        if token.deprel == "amod" and head.upos == "NUM" and head.deprel != "obl":
            found = (head.index,)
        elif not found and token.deprel in {"root", "advcl", "conj", "parataxis", "ccomp"}:
            found = tuple(t.index for t in annotated.dependents(token.index, "nsubj") if self._is_number(t))
        if not found or any(True for _ in annotated.dependents(token.index, "aux")):
            return None
        arguments = Arguments((), found, True)
        copular = any(True for _ in annotated.dependents(token.index, "cop"))
        fitting = (
            row for row in rows if self._words_fit(token.index, row) and self._state_fits(found[0], row, copular)
        )
        return next((Match(token.index, row, arguments) for row in fitting), None)

    def _match_told(self, token: Token) -> Match | None:
        """Match a noun for those who came to harm where its clause says who they are."""
        row = next((row for row in self._table.verbs.get(token.text.lower(), ()) if row.told), None)
        found = () if row is None else told_of(self._annotated, token, self._words)
        return Match(token.index, row, Arguments((), found, True)) if row is not None and found else None

    def _state_fits(self, index: int, row: Trigger, copular: bool) -> bool:
        """A row that asks nothing is for headlines and lists; behind "be" it must be said of whom."""
        if row.object or row.prep or row.particle or row.subject_class or row.told:
            return False  # a row for a verb
        asks = bool(row.object_class)
        return (asks or not copular) and self._class_fits(index, row.object_class, row.not_object_class)

    def _is_number(self, token: Token) -> bool:
        return token.upos == "NUM" or any(True for _ in self._annotated.dependents(token.index, "nummod"))

    def _in_name(self, index: int) -> bool:
        entity = self._annotated.entity_at[index]
        if entity < 0:
            return False
        label = self._annotated.entities[entity].label
        if label in {"DATE", "TIME"}:
            return self._annotated.tokens[index].upos == "PROPN"  # the month of March is no march
        return label not in {"CARDINAL", "QUANTITY"}

    def _match_verb(self, token: Token, rows: tuple[Trigger, ...]) -> Match | None:
        undergone = self._words.undergone if is_joined_bare(self._annotated, token) else frozenset()
        has_object = self._whole(token) in self._words.transitive | undergone
        arguments = verb_arguments(self._annotated, token.index, has_object)
        if token.deprel == "acl" and arguments.passive:
            named = told_of(self._annotated, self._annotated.tokens[token.head], self._words)
            arguments = replace(arguments, objects=named or arguments.objects)
        found = self._first_fit(token, rows, arguments)
        if found is None and arguments.passive and self._stands_alone(token):
            found = self._first_fit(token, rows, Arguments(arguments.objects, (), False))
        return found

    def _first_fit(self, token: Token, rows: tuple[Trigger, ...], arguments: Arguments) -> Match | None:
        for row in (row for row in rows if not row.told):
            light = self._light(token.index, row, arguments)
            if self._fits_verb(token, row, arguments, light):
                return Match(token.index, row, arguments, light=light, particles=self._particles(token.index, row))
        return None

    def _stands_alone(self, token: Token) -> bool:
        """Say whether the parser took a sentence's only verb for a participle ("A drone ploughed into a silo.")."""
        head = self._annotated.tokens[token.head]
        return token.deprel == "acl" and head.deprel == "root" and head.upos in {"NOUN", "PROPN"}

    def _whole(self, token: Token) -> str:
        """The verb with its particle."""
        return " ".join(t.lemma.lower() for t in (token, *self._annotated.dependents(token.index, "compound:prt")))

    def _light(self, verb: int, row: Trigger, arguments: Arguments) -> int | None:
        if not row.object:
            return None
        kept = self._annotated.dependents(verb, "obj") if arguments.passive else ()  # "was handed a life sentence"
        heads = (
            index if self._is_definite(index) else counted(self._annotated, index, self._words)
            for index in (*arguments.objects, *(t.index for t in kept))
        )
        return next((head for head in heads if self._annotated.tokens[head].lemma.lower() in row.object), None)

    def _is_definite(self, index: int) -> bool:
        """Say whether a quantity is itself meant ("raised the number of fighters"), not what it counts."""
        return any(t.lemma.lower() in self._words.definites for t in self._annotated.dependents(index, "det"))

    def _fits_verb(self, token: Token, row: Trigger, arguments: Arguments, light: int | None) -> bool:
        target = next(iter(arguments.objects), None)
        return (
            self._particle_fits(token, row)
            and (not row.object or light is not None)
            and (not row.voice or arguments.passive is (row.voice == "passive"))
            and (not row.negated or self._is_negated(token.index))
            and self._class_fits(target, row.object_class, row.not_object_class)
            and (target is None or self._annotated.tokens[target].lemma.lower() not in row.not_object)
            and self._object_fits(light if row.object else target, row)
            and (not row.bare or is_bare(self._annotated, token.index))
            and (not row.counted or (target is not None and self._is_number(self._annotated.tokens[target])))
            and self._subject_fits(row, arguments)
            and self._prep_fits((token.index, light, *self._particles(token.index, row)), row)
            and self._words_fit(token.index, row)
        )

    def _object_fits(self, index: int | None, row: Trigger) -> bool:
        return not row.object_with or (index is not None and bool(row.object_with & self._around(index)))

    def _subject_fits(self, row: Trigger, arguments: Arguments) -> bool:
        if row.voice == "passive":
            return self._class_fits(next(iter(arguments.objects), None), row.subject_class, row.not_subject_class)
        if arguments.passive and not arguments.subjects:
            told = bool(row.object or row.object_class) and not row.subject_class <= _MEANS
            return not row.subject_class or "none" in row.subject_class or told
        subjects = arguments.subjects
        if arguments.passive and row.subject == "patient":
            subjects = arguments.objects
        return self._class_fits(next(iter(subjects), None), row.subject_class, row.not_subject_class)

    def _class_fits(self, index: int | None, wanted: frozenset[str], refused: frozenset[str]) -> bool:
        if not wanted and not refused:
            return True
        classes = classes_of(self._annotated, index, self._words) | self._happening(index)
        if wanted and not classes & wanted:
            return False
        hits = classes & refused
        return not hits or ("place" not in hits and bool(classes & wanted & {"armed", "entity"}))

    def _happening(self, index: int | None) -> frozenset[str]:
        """The class of a noun that tells an event ("repelled an assault")."""
        if index is None or self._annotated.tokens[index].upos != "NOUN":
            return frozenset()
        known = self._annotated.tokens[index].lemma.lower() in self._table.nouns
        return frozenset({"event"}) if known else frozenset()

    def _particle_fits(self, token: Token, row: Trigger) -> bool:
        particles = [t.lemma.lower() for t in self._annotated.dependents(token.index, "compound:prt")]
        if row.particle:
            return row.particle in particles or row.particle in adverbs_of(self._annotated, token.index)
        return not particles or row.weight == 0 or bool(row.object or set(particles) & row.prep)

    def _particles(self, verb: int, row: Trigger) -> tuple[int, ...]:
        """Give the row's particle where the parser hangs what follows on it ("stayed away from the vote")."""
        beside = self._annotated.dependents(verb, "advmod", "compound:prt") if row.particle else ()
        return tuple(t.index for t in beside if t.lemma.lower() == row.particle)

    def _is_negated(self, index: int) -> bool:
        return any(t.does(Function.NEGATION, Function.NO) for t in self._annotated.dependents(index, "advmod"))

    def _prep_fits(self, anchors: tuple[int | None, ...], row: Trigger) -> bool:
        if not row.prep:
            return True
        for anchor in anchors:
            for case, token in () if anchor is None else prepositional(self._annotated, anchor):
                named = not row.prep_object or token.lemma.lower() in row.prep_object
                if case in row.prep and named and self._class_fits(token.index, row.prep_class, frozenset()):
                    return True
        return not (row.prep_object or row.prep_class) and self._stranded(anchors[0], row.prep)

    def _stranded(self, verb: int | None, prep: frozenset[str]) -> bool:
        """Whether a preposition without its noun stands at the verb ("the crowd was fired on")."""
        return verb is not None and any(
            t.lemma.lower() in prep for t in self._annotated.dependents(verb, "compound:prt", "case")
        )

    def _words_fit(self, index: int, row: Trigger) -> bool:
        if not row.with_words and not row.without_words:
            return True
        around = self._around(index)
        return (not row.with_words or bool(around & row.with_words)) and not around & row.without_words

    def _around(self, index: int) -> set[str]:
        """Words around a token: its dependents, and all that leads up to it within its phrase."""
        annotated = self._annotated
        found = {word for child in annotated.children[index] for word in _forms(annotated.tokens[child])}
        for child in (child for child in annotated.children[index] if child < index):
            if annotated.tokens[child].deprel in {"compound", "amod", "nmod", "nmod:poss"}:
                found |= {
                    word for part in annotated.subtree(child) if part < index for word in _forms(annotated.tokens[part])
                }
        return found

    def _match_noun(self, token: Token, rows: tuple[Trigger, ...]) -> Match | None:
        carried = find_support(self._annotated, token, self._words)
        for row in rows:
            if self._fits_noun(token, row, carried):
                arguments = None if carried is None else verb_arguments(self._annotated, carried.verb)
                return Match(token.index, row, arguments, carried=carried)
        return None

    def _fits_noun(self, token: Token, row: Trigger, carried: Carried | None) -> bool:
        return (
            token.deprel not in {"compound", "amod"}
            and (not row.plural or token.xpos in {"NNS", "NNPS"})
            and (not row.support or carried is not None)
            and self._words_fit(token.index, row)
            and self._of_fits(token.index, row)
            and (not row.prep or self._prep_fits((token.index,), row))
            and (not row.subject_class or carried is None or self._carrier_fits(carried, row))
            and (not row.prep_on or self._hangs_on(token, row.prep_on))
        )

    def _carrier_fits(self, carried: Carried, row: Trigger) -> bool:
        subjects = verb_arguments(self._annotated, carried.verb).subjects
        return self._class_fits(next(iter(subjects), None), row.subject_class, row.not_subject_class)

    def _of_fits(self, index: int, row: Trigger) -> bool:
        if not (row.of_class or row.not_of_class or row.of_words or row.not_of):
            return True
        of = [
            t.index for t in self._annotated.dependents(index, "obl", "nmod") if leads(self._annotated, t, Function.OF)
        ]
        of += [t.index for t in self._annotated.dependents(index, "nmod:poss")]
        lemmas = {self._annotated.tokens[i].lemma.lower() for i in of}
        if row.of_words and not lemmas & row.of_words:
            return False
        return not lemmas & row.not_of and self._class_fits(next(iter(of), None), row.of_class, row.not_of_class)

    def _hangs_on(self, token: Token, verbs: frozenset[str]) -> bool:
        head = self._annotated.tokens[token.head]
        return head.lemma.lower() in verbs and leads(self._annotated, token, Function.ON)


def _forms(token: Token) -> tuple[str, str]:
    return token.lemma.lower(), token.text.lower()
