"""The coders' conventions of the ISAF set, learnt from its records: how their fields follow from what a release tells.

Several, multiple, a few, a number of or an unnumbered plural count as 3, numerous as 4, one described person as 1,
"more than 5" as 6; one release is one operation, and whoever is named again ("the leader was detained") is counted
once: a number told again, and one no greater than what was told before, are among those before. The type follows from
who was harmed or held; an operation's day is the day it was carried out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.extract.events import Telling, find_tellings
from rashomon.lexicon import Lexicon
from rashomon.records import Annotated, ClaimRow, Event, Figure, Mention, Modifier, Reading, ZoneKind

_CAPTURES = frozenset({"arrest", "capture", "abduction", "surrender"})
_KILLS = frozenset({"killing", "assassination", "execution", "casualty"})
_NUMEROUS = frozenset({"numerous", "many"})
_DEFINITE = frozenset(
    {"the", "this", "that", "these", "those", "his", "her", "their", "its", "he", "him", "they", "them"}
)
_MORE = frozenset({"also", "additional", "another", "more", "later", "second"})
_FORCES = frozenset({"soldier", "officer", "policeman", "member"})
_ABDUCTION = "abduction"
_MEASURES = {"killed": {"killed"}, "captured": {"captured", "surrendered"}}
_SOME = frozenset({"multiple", "some", "few", "other", "others", "additional", "numerous", "many", "several", "number"})
_DAYS = 1
_SEVERAL, _MANY = 3, 4
_GROUPS = {
    "haqqani": ("haqqani",),
    "taliban": ("taliban",),
    "hig": ("hezb-e", "hizb-e", "hezb-i", "gulbuddin", "hig)"),
    "imu": ("islamic movement of uzbekistan", "imu"),
    "aq": ("al-qaida", "al qaida", "al-qaeda", "al qaeda"),
    "let": ("lashkar",),
    "jmb": ("jaish",),
}
_CLIENTS = frozenset({"civilian", "child", "woman", "boy", "girl", "villager", "resident", "family", "citizen"})


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one record. `date` None and "" stand for nothing coded."""

    date: date | None
    type: str
    province: str
    target: str
    killed: int
    captured: int


def code_release(reading: Reading, annotated: Annotated, rows: Iterable[ClaimRow], lexicon: Lexicon) -> Fields:
    """Code a release by the set's conventions from an ordinary reading of it."""
    coder = _Coder(reading, annotated, lexicon)
    killed, captured = coder.count("killed", _KILLS), coder.count("captured", _CAPTURES)
    return Fields(
        date=coder.day(),
        type=coder.type(killed, captured),
        province=_province(coder.relevant, rows) or _first_province(reading),
        target=_target(annotated),
        killed=killed,
        captured=captured,
    )


class _Coder:
    def __init__(self, reading: Reading, annotated: Annotated, lexicon: Lexicon) -> None:
        self._annotated = annotated
        self._reading = reading
        self._mentions: Mapping[str, Mention] = {mention.id: mention for mention in reading.mentions}
        self._tellings = find_tellings(annotated, lexicon, reading.events, self._mentions)
        told = {
            claim.item
            for claim in reading.claims
            if claim.factuality in {"CT+", "PR+"} and claim.realis in {"past", "ongoing"}
        }
        self._past = {claim.item for claim in reading.claims if claim.realis == "past"}
        events = [event for event in reading.events if event.id in told]
        body = [event for event in events if annotated.sentences[event.sentence].zone is ZoneKind.BODY]
        self.relevant = sorted(body or events, key=lambda event: event.start)
        self._day = self.day()
        self.relevant = [event for event in self.relevant if not self._is_earlier(event)]

    def _is_earlier(self, event: Event) -> bool:
        """Whether an event is told as background: it is dated well before the operation."""
        if self._day is None or event.time is None or event.time.start is None:
            return False
        return event.time.start < self._day - timedelta(days=_DAYS)

    def count(self, measure: str, types: frozenset[str]) -> int:
        """Count the people that a measure tells, each once."""
        heads = {position: one for position, one in enumerate(self._tellings) if self._counts(one, measure)}
        roots = [position for position, one in heads.items() if one.again not in heads]
        told = [position for position in roots if self._is_counted(heads[position])]
        return sum(self._number(position, heads) for position in told or roots[:1])

    def _counts(self, telling: Telling, measure: str) -> bool:
        event = self._reading.events[telling.event]
        plain = telling.low is None and not telling.vague
        if plain and (event.id not in self._past or self._annotated.tokens[event.trigger].upos == "NOUN"):
            return False
        if telling.measure not in _MEASURES[measure] or event.type == _ABDUCTION or event not in self.relevant:
            return False
        lemma = self._annotated.tokens[telling.head].lemma
        return lemma not in _FORCES if measure == "killed" else not _is_civilian(lemma)

    def _number(self, position: int, tellings: Mapping[int, Telling]) -> int:
        """Give the number of a group and of the parts that it sums up: where it has none, that of the parts."""
        first = tellings[position]
        own = self._own(first)
        if first.low is not None and not first.vague:
            return own
        again = {number: one for number, one in tellings.items() if one.again == position}
        exact = [self._own(one) for one in again.values() if one.sure and (one.low or 0) > 1 and not one.vague]
        parts = {number: one for number, one in again.items() if not one.sure}
        beside = {one.event for one in parts.values()}
        total = sum(self._number(number, tellings) for number in parts)
        total += sum(1 for one in again.values() if one.sure and one.low == 1 and one.event in beside)
        if any((one.low or 0) > 1 and not one.vague for one in parts.values()):
            return total
        return max(*exact, total) if exact else max(own, total)

    def _is_counted(self, telling: Telling) -> bool:
        """Say whether the words tell a number at all, if only "multiple"; bare plurals may be anybody."""
        around = {t.text.lower() for t in self._annotated.dependents(telling.head, "amod", "det")}
        head = self._annotated.tokens[telling.head]
        over = self._annotated.tokens[head.head].lemma if head.deprel == "nmod" else ""
        return telling.figure is not None or telling.low == 1 or bool({head.text.lower(), over, *around} & _SOME)

    def _own(self, telling: Telling) -> int:
        if telling.figure is not None:
            return count_of(telling.figure)
        if telling.low == 1:
            return 1
        around = {t.text.lower() for t in self._annotated.dependents(telling.head, "amod", "det")}
        return _MANY if around & _NUMEROUS else _SEVERAL

    def day(self) -> date | None:
        """The operation's day: of the first event that tells one, else the release's own."""
        dated = [event for event in self.relevant if event.time is not None and event.time.start is not None]
        harmed = [event for event in dated if event.type in _KILLS | _CAPTURES or self._is_harm(event)]
        for event in harmed or dated:
            if event.time is not None:
                return event.time.start
        published = self._reading.document.published
        return None if published is None else published.start

    def _is_harm(self, event: Event) -> bool:
        return any(figure.measure in _MEASURES for figure in event.figures)

    def type(self, killed: int, captured: int) -> str:
        """The set's class of the operation."""
        types = {event.type for event in self.relevant}
        if killed and self._civilians():
            return "civiliancasualty"
        if killed and "air-strike" in types and not captured:
            return "airstrike"
        if killed:
            return "captureandkill" if captured else "insurgentskilled"
        return "airstrike" if "air-strike" in types and not captured else "detention"

    def _civilians(self) -> bool:
        return any(
            any(f.measure == "killed" and f.low for f in event.figures)
            and all(_is_civilian(mention.text) for mention in patients)
            for event in self.relevant
            if (patients := [self._mentions[mention] for mention in event.patients])
        )


def _is_civilian(words: str) -> bool:
    return any(word.removesuffix("s") in _CLIENTS for word in words.lower().split())


def count_of(figure: Figure) -> int:
    """Give the number that the coders wrote for a figure."""
    if figure.modifier is Modifier.VAGUE:
        return _MANY if set(figure.text.lower().split()) & _NUMEROUS else max(_SEVERAL, int(figure.low or 0))
    low = int(figure.low or 0)
    return low + 1 if "more than" in figure.text.lower() and figure.modifier is Modifier.AT_LEAST else low


def _province(events: Iterable[Event], rows: Iterable[ClaimRow]) -> str:
    """First-order division of the first harm or arrest that has one, else of the first event that has one."""
    items = {event.id for event in events}
    placed = [row for row in rows if row.place is not None and row.place.adm1]
    ordered = sorted(placed, key=lambda row: (row.item not in items, row.type not in _KILLS | _CAPTURES, row.start))
    return "" if not ordered or ordered[0].place is None else str(ordered[0].place.adm1)


def _first_province(reading: Reading) -> str:
    """First-order division of the place named first that has one."""
    places = {place.id: place for place in reading.places}
    starts = {mention.id: mention.start for mention in reading.mentions}
    named = sorted((starts[link.mention], link.target) for link in reading.links if link.target in places)
    return next((adm1 for _, target in named if target and (adm1 := places[target].adm1)), "")


def _target(annotated: Annotated) -> str:
    """The armed group named first in the body."""
    for sentence in annotated.sentences:
        text = annotated.text[sentence.start : sentence.end].lower()
        if sentence.zone is ZoneKind.BODY:
            found = [(text.find(name), group) for group, names in _GROUPS.items() for name in names if name in text]
            if found:
                return min(found)[1]
    return ""
