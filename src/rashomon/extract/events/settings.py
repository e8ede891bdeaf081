"""Where an event happens by its own words: the patient that is ground, else the place that its clause has."""

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.extract.events.scenes import SceneFinder
from rashomon.extract.parts import FoundPlace
from rashomon.lexicon import Lexicon
from rashomon.records import Annotated

_FRAME_REACH = 3


@dataclass(frozen=True, slots=True)
class Setting:
    """A place or time with the rule that chose it."""

    index: int
    rule: str


class SettingFinder:
    """Finds the places of triggers in one document."""

    def __init__(self, annotated: Annotated, lexicon: Lexicon, places: tuple[FoundPlace, ...]) -> None:
        self._annotated = annotated
        self._places = places
        self._scenes = SceneFinder(annotated, lexicon, places)

    def find_place(self, anchors: tuple[int, ...], grounds: tuple[int, ...], moving: bool) -> Setting | None:
        """Choose the place: of the patient that is ground, else the one that hangs closest on the clause.

        Args:
            anchors: tokens of the trigger.
            grounds: tokens of patients that are ground.
            moving: whether prepositions of direction count.

        Returns:
            index into the places with the rule's name, or None.
        """
        of_patient = self._below(self._scenes.within(self._annotated.tokens[anchors[0]].sentence), grounds)
        if of_patient is not None:
            return Setting(of_patient, "patient")
        scene = self._scenes.find(anchors, moving)
        return None if scene is None else Setting(scene.index, scene.rule)

    def _below(self, here: Iterable[int], grounds: tuple[int, ...]) -> int | None:
        """The first place that is a ground itself or stands under it ("three districts in Kunduz province")."""
        for ground in grounds:
            first_last = self._annotated.subtree(ground)
            under = [i for i in here if self._places[i].head in first_last]
            own = [i for i in under if self._places[i].first <= ground < self._places[i].last]
            if own or under:
                return self._scenes.refine((own or under)[0])
            chain = self._annotated.chain_at.get(ground)
            named = [i for i, place in enumerate(self._places) if chain is not None and place.mention.chain == chain]
            if named:
                return next((i for i in reversed(named) if self._places[i].head < ground), named[0])
        return None

    def frame_before(self, trigger: int) -> int | None:
        """Place that an earlier sentence of the paragraph sets as its scene, the nearest first, as an index or None."""
        sentence = self._annotated.sentences[self._annotated.tokens[trigger].sentence]
        for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _FRAME_REACH), -1):
            if self._annotated.sentences[index].paragraph != sentence.paragraph:
                break
            place = self._scenes.frame(index)
            if place is not None:
                return place
        return None
