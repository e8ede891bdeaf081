"""Places that a clause does not tell itself. The rule's name is kept; the nearer rule goes first.

paragraph  an earlier sentence of the paragraph sets the scene, or the event told last in it, at most a sentence before
anaphor    "the attack" is the one told before
heading    the section's heading names a place
focus      the report's other happenings, two at least, are at one place, which its headline or lead names

What is said, agreed or decreed happens where its sentence says, or nowhere: these families take no place from
elsewhere, and none is taken from where somebody goes. Only deeds of arms and their harm are put at a report's focus.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from rashomon.extract.events.drafts import Draft, Settled
from rashomon.extract.events.settings import SettingFinder
from rashomon.extract.events.syntax import case_of
from rashomon.extract.parts import FoundPlace
from rashomon.lexicon.events import EventTable
from rashomon.records import Annotated, Token, ZoneKind

UNPLACED = frozenset(
    {"verbal-conflict", "verbal-cooperation", "diplomacy", "support", "sanction", "declaration", "power"}
)
_GOING = frozenset({"movement", "displacement"})
_FOCUSED = frozenset({"battle", "harm", "remote-violence", "property", "territory"})
_OWN_RULES = frozenset({"syntax", "patient", "clause", "conjunct"})
_RECALL = 8
_LEAD = 2
_FOCUS = 2


class Placer:
    """Gives events without a place of their own the place that stands around them."""

    def __init__(
        self, annotated: Annotated, table: EventTable, where: SettingFinder, places: tuple[FoundPlace, ...]
    ) -> None:
        self._annotated = annotated
        self._table = table
        self._where = where
        self._places = places
        self._named = frozenset(annotated.tokens[place.head].sentence for place in places)
        self._elsewhere = frozenset(t.sentence for t in annotated.tokens if self._is_unknown_place(t))
        self._headings = self._find_headings()

    def place(self, made: Settled, before: list[Settled]) -> Settled:
        """Give the place of the paragraph, of what the words come back to, or of the section's heading."""
        if made.place is not None or self._family(made.draft) in UNPLACED:
            return made
        for rule, find in (("paragraph", self._paragraph), ("anaphor", self._anaphor), ("heading", self._heading)):
            found = find(made, before)
            if found is not None:
                return replace(made, place=found, place_rule=rule)
        return made

    def focus(self, settled: list[Settled]) -> list[Settled]:
        """Give events still without a place that of the whole report, where it has one."""
        found = self._find_focus(settled)
        if found is None:
            return settled
        return [replace(one, place=found, place_rule="focus") if self._takes_focus(one) else one for one in settled]

    def _is_unknown_place(self, token: Token) -> bool:
        """Say whether a name that is no known place tells where something was done: "ambushed it at Gashena"."""
        at = self._annotated.entity_at[token.index]
        entity = self._annotated.entities[at] if at >= 0 else None
        named = entity is None or (entity.label == "ORG" and entity.last - entity.first == 1)
        if token.upos != "PROPN" or token.deprel != "obl" or not named or not token.text.istitle():
            return False
        verb = self._annotated.tokens[token.head].lemma.lower()
        return case_of(self._annotated, token.index) in self._table.words.scenes and verb in self._table.verbs

    def _paragraph(self, made: Settled, before: list[Settled]) -> FoundPlace | None:
        draft = made.draft
        if self._sentence(draft) in self._elsewhere:
            return None
        frame = self._where.frame_before(draft.match.token)
        if frame is not None:
            return self._places[frame]
        last = next((one for one in reversed(before) if self._family(one.draft) not in UNPLACED), None)
        if last is None or self._family(last.draft) in _GOING:
            return None
        here, there = self._sentence(draft), self._sentence(last.draft)
        same = self._annotated.sentences[here].paragraph == self._annotated.sentences[there].paragraph
        return last.place if same and here - there <= 1 else None

    def _anaphor(self, made: Settled, before: list[Settled]) -> FoundPlace | None:
        """The place of the last happening of the kind that a definite noun names ("the attack"), not of another day."""
        draft = made.draft
        token = self._annotated.tokens[draft.match.token]
        words = (t.lemma.lower() for t in self._annotated.dependents(token.index, "det"))
        definite = any(word in self._table.words.definites for word in words)
        if draft.match.trigger.part != "noun" or not definite or draft.roles.patients:
            return None
        family, here = self._family(draft), token.sentence
        for one in reversed(before):
            if here - self._sentence(one.draft) > _RECALL:
                return None
            if self._family(one.draft) == family and (made.time_rule != "syntax" or made.time == one.time):
                return one.place
        return None

    def _heading(self, made: Settled, before: list[Settled]) -> FoundPlace | None:
        return self._headings.get(self._sentence(made.draft))

    def _find_headings(self) -> dict[int, FoundPlace]:
        """The place of the heading above each body sentence; a report's own headline is none."""
        found: dict[int, FoundPlace] = {}
        at: FoundPlace | None = None
        for sentence in self._annotated.sentences[1:]:
            if sentence.zone is ZoneKind.HEADLINE:
                inside = [place for place in self._places if sentence.first <= place.head < sentence.last]
                at = inside[0] if len(inside) == 1 else None
            elif at is not None:
                found[sentence.index] = at
        return found

    def _find_focus(self, settled: list[Settled]) -> FoundPlace | None:
        placed = [one for one in settled if one.place is not None and self._family(one.draft) not in UNPLACED | _GOING]
        own = [one.place for one in placed if one.place is not None and one.place_rule in _OWN_RULES]
        names = Counter(_name(place) for place in own)
        if len(names) != 1 or len(own) < _FOCUS:
            return None
        lead = set(self._lead())
        return next((place for place in own if self._annotated.tokens[place.head].sentence in lead), None)

    def _lead(self) -> Iterable[int]:
        """The headline and the first sentences of the body."""
        left = _LEAD
        for sentence in self._annotated.sentences:
            if left == 0:
                return
            yield sentence.index
            left -= sentence.zone is ZoneKind.BODY

    def _takes_focus(self, one: Settled) -> bool:
        free = one.place is None and self._sentence(one.draft) not in self._named
        return free and self._family(one.draft) in _FOCUSED

    def _family(self, draft: Draft) -> str:
        return self._table.types[draft.match.trigger.type].family

    def _sentence(self, draft: Draft) -> int:
        return self._annotated.tokens[draft.match.token].sentence


def _name(place: FoundPlace) -> str:
    return place.mention.name or place.mention.text
