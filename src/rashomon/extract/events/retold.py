"""Which telling tells again: one group of people in the words of several sentences of a report.

A later telling is of the same people where its measure is the same, its words may name them, its number fits, and
nothing tells others ("another", "two more") or another day. It is so surely where it is definite ("the dead militants")
or tells the same number; else where the report's opening sums up what it goes on to tell in parts ("numerous insurgents
were killed", then each fight).
"""

from collections.abc import Mapping
from dataclasses import replace

from rashomon.extract.events.tellings import ANYBODY, Teller, Telling
from rashomon.lexicon import Lexicon
from rashomon.records import Annotated, Event, Mention, Scope, ZoneKind

_OPENING = 3  # sentences in which a report sums up what it tells
_REACH = 40  # tellings back: who is told of later is told of anew
_GROWTH = 2  # "more than ten" are fewer than twenty
_OWN_TIMES = frozenset({"syntax", "clause", "sentence", "frame"})


def find_tellings(
    annotated: Annotated, lexicon: Lexicon, events: tuple[Event, ...], mentions: Mapping[str, Mention]
) -> tuple[Telling, ...]:
    """Find the tellings of a report's body, each with the one that it tells again.

    Args:
        annotated: the document's columns.
        lexicon: event types and words.
        events: of the document, in text order.
        mentions: by id, with every patient of the events.
    """
    teller = Teller(annotated, lexicon, events)
    binder = _Binder(annotated, teller, events)
    found: list[Telling] = []
    heads: set[tuple[int, str]] = set()
    for index, event in enumerate(events):
        if annotated.sentences[event.sentence].zone is not ZoneKind.BODY:
            continue
        for telling in teller.tell(index, [mentions[one] for one in teller.sufferers(event)]):
            if (telling.head, telling.measure) not in heads:
                heads.add((telling.head, telling.measure))
                found.append(binder.bind(telling, found))
    return tuple(found)


def mark_again(annotated: Annotated, events: tuple[Event, ...], tellings: tuple[Telling, ...]) -> tuple[Event, ...]:
    """Mark the figures that count people counted before in the same word, and lend their events the day told first."""
    marked = list(events)
    for telling in tellings:
        if telling.again is None or not telling.sure or not telling.definite:
            continue
        first, event = tellings[telling.again], marked[telling.event]
        if not _is_same_word(annotated, telling.head, first.head):
            continue
        if telling.figure is not None and first.low is not None and not first.vague:
            figures = (replace(f, scope=Scope.AGAIN) if f == telling.figure else f for f in event.figures)
            event = replace(event, figures=tuple(figures))
        if event.time is None and (time := marked[first.event].time) is not None:
            event = replace(event, time=time, time_rule="again")
        marked[telling.event] = event
    return tuple(marked)


class _Binder:
    def __init__(self, annotated: Annotated, teller: Teller, events: tuple[Event, ...]) -> None:
        self._annotated = annotated
        self._teller = teller
        self._events = events
        body = [sentence.index for sentence in annotated.sentences if sentence.zone is ZoneKind.BODY]
        self._opening = frozenset(body[:_OPENING])

    def bind(self, telling: Telling, before: list[Telling]) -> Telling:
        """Tie a telling to the one before that it tells again."""
        fitting = [(number, one) for number, one in self._near(before) if self._may_be(telling, one)]
        for number, one in sorted(fitting, key=lambda pair: self._nearness(telling, pair[1], pair[0])):
            if self._is_again(telling, one, _crowd(one, before)):
                return replace(telling, again=one.again if one.sure else number, sure=True)
        for number, one in sorted(fitting, key=lambda pair: (not self._same_word(telling, pair[1]), pair[0])):
            if (
                self._is_named(telling, one)
                or self._is_company(telling, one, before)
                or self._is_summed(telling, one, before, number)
            ):
                return replace(telling, again=number)
        return telling

    def _near(self, before: list[Telling]) -> list[tuple[int, Telling]]:
        last = len(before) - _REACH
        opened = (self._events[one.event].sentence in self._opening for one in before)
        return [
            (number, one)
            for number, (one, first) in enumerate(zip(before, opened, strict=True))
            if first or number >= last
        ]

    def _may_be(self, later: Telling, first: Telling) -> bool:
        """Say whether nothing forbids that two tellings tell the same people."""
        if later.measure != first.measure or later.event == first.event:
            return False
        one, other = self._events[later.event], self._events[first.event]
        if one.sentence == other.sentence or _are_apart(one, other):
            return False
        return self._is_alike(later.head, first.head, frozenset({ANYBODY} if later.definite else ()))

    def _is_alike(self, one: int, other: int, loose: frozenset[str]) -> bool:
        """Say whether two words may name the same people: one chain, one name, one word, or words of one kind."""
        chains = self._annotated.chain_at.get(one), self._annotated.chain_at.get(other)
        if chains[0] is not None and chains[0] == chains[1]:
            return True
        tokens = self._annotated.tokens[one], self._annotated.tokens[other]
        if tokens[0].lemma.lower() == tokens[1].lemma.lower():
            return True
        if "PROPN" in {tokens[0].upos, tokens[1].upos}:
            return tokens[0].upos != tokens[1].upos
        kinds = self._teller.kinds(one) or loose, self._teller.kinds(other)
        return ANYBODY in kinds[0] | kinds[1] or bool(kinds[0] & kinds[1])

    def _nearness(self, later: Telling, first: Telling, number: int) -> tuple[bool, bool, int]:
        return not self._same_word(later, first), later.low != first.low, -number

    def _same_word(self, one: Telling, other: Telling) -> bool:
        return self._annotated.tokens[one.head].lemma == self._annotated.tokens[other.head].lemma

    def _is_again(self, later: Telling, first: Telling, crowd: float) -> bool:
        """Say whether a telling tells just the people of another, or some of them."""
        if later.further:
            return first.further and later.low in {first.low, None} and self._same_word(later, first)
        if later.low is None:
            return later.definite and (first.low != 1 or crowd > 1)
        if later.definite:
            return _fits(later, first) or later.low < max(first.low or 0, crowd + 1)
        return first.low is not None and self._is_equal(later, first, crowd)

    def _is_equal(self, later: Telling, first: Telling, crowd: float) -> bool:
        """Say whether two indefinite tellings tell one number, vague ones in the same words."""
        if later.vague or first.vague:
            return later.vague and first.vague and self._same_word(later, first) and _same_words(later, first)
        if later.low == 1:
            return first.low == 1 and self._same_word(later, first)
        return _fits(later, first) or later.low == crowd

    def _is_named(self, later: Telling, first: Telling) -> bool:
        """Say whether a name may tell who was described before: "a commander" ... "Karim"."""
        tokens = self._annotated.tokens
        return tokens[later.head].upos == "PROPN" != tokens[first.head].upos and first.low == 1 and not first.again

    def _is_summed(self, later: Telling, first: Telling, before: list[Telling], number: int) -> bool:
        """Say whether the report's opening sums up a telling: there is room for it beside the parts told so far."""
        if first.again is not None or self._events[first.event].sentence not in self._opening:
            return False
        if first.low is None or first.vague:
            return True
        again = [one for one in before if one.again == number]
        if first.low == 1:
            more = (later.further or later.also) and not self._same_word(later, first)
            return later.low == 1 and not more and not again
        if later.further:
            room = any((one.low or 0) < first.low for one in again) or (later.vague and first.high is None)
            return room and (later.vague or later.low is not None)
        if later.low is None or later.vague:
            return later.low is None or later.low < first.low
        return sum(one.low or 0 for one in again if not one.sure) + later.low <= (first.high or first.low)

    def _is_company(self, later: Telling, first: Telling, before: list[Telling]) -> bool:
        """Say whether those told beside a telling were told beside the other, and nobody has been told as this one."""
        mates = [one for one in before if one.event == later.event and one.again is not None]
        beside = any(before[mate.again].event == first.event for mate in mates if mate.again is not None)
        return beside and later.low == first.low == 1 and not any(before[m.again or 0] is first for m in mates)


def _is_same_word(annotated: Annotated, one: int, other: int) -> bool:
    chain = annotated.chain_at.get(one)
    return annotated.tokens[one].lemma == annotated.tokens[other].lemma or (
        chain is not None and chain == annotated.chain_at.get(other)
    )


def _crowd(first: Telling, before: list[Telling]) -> float:
    """Give how many people the event of a telling tells in all groups of one measure."""
    return sum(one.low or 0 for one in before if one.event == first.event and one.measure == first.measure)


def _are_apart(one: Event, other: Event) -> bool:
    """Say whether two events tell two days of their own; without a date two words for a day are two days."""
    times = [event.time for event in (one, other) if event.time is not None and event.time_rule in _OWN_TIMES]
    if len(times) < 2:
        return False
    days = [time.text.lower() if time.start is None else time.start for time in times]
    return days[0] != days[1]


def _same_words(later: Telling, first: Telling) -> bool:
    """Say whether two numbers are told in the same words."""
    figures = [one.figure.text.lower() for one in (later, first) if one.figure is not None]
    return len(figures) == 2 and figures[0] == figures[1]


def _fits(later: Telling, first: Telling) -> bool:
    """Say whether two numbers can be one: equal, or one is vague or a range that holds the other."""
    if later.low is None or first.low is None or later.vague or first.vague:
        return True
    return first.low <= later.low <= (first.high or _GROWTH * first.low)
