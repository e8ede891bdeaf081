"""The coders' conventions of the ISAF set, learnt from its records: how their fields follow from what a release tells.

Several, multiple, a few, a number of or an unnumbered plural count as 3, numerous as 4, one described person as 1,
"more than 5" as 6; one release is one operation, and whoever is named again ("the leader was detained") is counted
once: a number told again, and one no greater than what was told before, are among those before. The type follows from
who was harmed or held; an operation's day is the day it was carried out.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.records import Annotated, ClaimRow, Event, Figure, Mention, Modifier, Reading, Token, ZoneKind

_CAPTURES = frozenset({"arrest", "capture", "abduction", "surrender"})
_KILLS = frozenset({"killing", "assassination", "execution", "casualty"})
_NUMEROUS = frozenset({"numerous", "many"})
_DEFINITE = frozenset(
    {"the", "this", "that", "these", "those", "his", "her", "their", "its", "he", "him", "they", "them"}
)
_MORE = frozenset({"also", "additional", "another", "more", "later", "second"})
_KILL = "kill"
_DAYS = 3
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


def code_release(reading: Reading, annotated: Annotated, rows: Iterable[ClaimRow]) -> Fields:
    """Code a release by the set's conventions from an ordinary reading of it."""
    coder = _Coder(reading, annotated)
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
    def __init__(self, reading: Reading, annotated: Annotated) -> None:
        self._annotated = annotated
        self._reading = reading
        self._mentions: Mapping[str, Mention] = {mention.id: mention for mention in reading.mentions}
        told = {
            claim.item
            for claim in reading.claims
            if claim.factuality in {"CT+", "PR+"} and claim.realis in {"past", "ongoing"}
        }
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
        total, before, vague = 0, 0, False
        sentence = -1
        seen: set[tuple[str, int]] = set()
        for event in self.relevant:
            if event.sentence != sentence:
                sentence, before = event.sentence, total
            for count, key, more in self._counts(event, measure, types, before):
                told = (key, count) in seen
                again = told or count <= before or (vague and count in {_SEVERAL, _MANY})
                if before and (told if more else again):
                    continue
                vague = vague or count in {_SEVERAL, _MANY}
                total += count
                seen.add((key, count))
        return total

    def _counts(
        self, event: Event, measure: str, types: frozenset[str], before: int
    ) -> Iterator[tuple[int, str, bool]]:
        """Give (count, head noun, whether the words say that they are further ones) of every patient."""
        figures = [figure for figure in event.figures if figure.measure == measure]
        used: set[Figure] = set()
        for mention in map(self._mentions.__getitem__, event.patients):
            if _is_civilian(mention) and measure == "captured":
                continue
            head = self._annotated.tokens[mention.head]
            more = self._adds(event, mention)
            figure = next(
                (f for f in figures if mention.start - len(f.text) - 25 <= f.start < mention.end and f not in used),
                None,
            )
            if figure is not None:
                used.add(figure)
                yield count_of(figure), head.lemma, more
            elif (event.type in types or self._is_killed(head, measure)) and len(figures) < len(event.patients):
                yield from ((count, head.lemma, more) for count in self._described(mention, before))
        yield from ((count_of(figure), figure.counted, False) for figure in figures if figure not in used)

    def _is_killed(self, head: Token, measure: str) -> bool:
        """Whether a patient is told to be killed by an event that is named after its means ("killed X in a strike")."""
        return measure == "killed" and self._annotated.tokens[head.head].lemma == _KILL

    def _adds(self, event: Event, mention: Mention) -> bool:
        """Whether somebody is told to be one more ("also", "additional", "other")."""
        around = {t.text.lower() for t in self._annotated.dependents(event.trigger, "advmod")}
        return bool((around | set(mention.text.lower().split())) & _MORE)

    def _described(self, mention: Mention, before: int) -> Iterator[int]:
        """Somebody without a number: one or several; what is definite was told before, if anything was."""
        head = self._annotated.tokens[mention.head]
        words = {t.text.lower() for t in self._before(mention)} | {w.lower() for w in mention.text.split()}
        definite = bool(words & _DEFINITE) or head.upos in {"PRON", "PROPN"}
        plural = head.xpos in {"NNS", "NNPS"} or head.lemma.lower() in {"they", "people", "other"}
        if words & _NUMEROUS:
            yield _MANY
        elif definite or (
            plural and not words & {"other", "others", "additional", "several", "multiple", "few", "some"}
        ):
            yield 0 if before else _SEVERAL if plural else 1
        else:
            yield _SEVERAL if plural else 1

    def _before(self, mention: Mention) -> list[Token]:
        sentence = self._annotated.tokens[mention.head].sentence
        first = self._annotated.sentences[sentence].first
        return [
            t for t in self._annotated.tokens[max(first, mention.head - 6) : mention.head] if t.end <= mention.start
        ][-2:]

    def day(self) -> date | None:
        """The operation's day: of the first event that tells one, else the release's own."""
        for types in (_KILLS | _CAPTURES, frozenset[str]()):
            for event in self.relevant:
                if event.time is not None and event.time.start is not None and (event.type in types or not types):
                    return event.time.start
        published = self._reading.document.published
        return None if published is None else published.start

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
            any(f.measure == "killed" and f.low for f in event.figures) and all(map(_is_civilian, patients))
            for event in self.relevant
            if (patients := [self._mentions[mention] for mention in event.patients])
        )


def _is_civilian(mention: Mention) -> bool:
    words = mention.text.lower().split()
    return any(word.removesuffix("s") in _CLIENTS for word in words)


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
