"""Readings and a resolution made by hand: two reports of two invented outlets on one day, and many made by number."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from rashomon.records import (
    Actor,
    ActorKind,
    ActorMerge,
    Candidate,
    Claim,
    ClaimKind,
    Coding,
    Comparison,
    Dependence,
    DependenceKind,
    Document,
    Event,
    Factuality,
    Figure,
    FigureRange,
    Grain,
    Incident,
    Issue,
    Link,
    Mention,
    MentionKind,
    Modifier,
    Naming,
    Outlet,
    Place,
    PlaceKind,
    Reading,
    Realis,
    Relation,
    Resolution,
    Role,
    SentenceText,
    Slot,
    Speech,
    Stance,
    Status,
    TimeBasis,
    TimeSpan,
    Verdict,
    Voice,
    VoiceFigure,
    Zone,
    ZoneKind,
    make_id,
    make_rows,
)
from rashomon.store import SqliteLedger, open_ledger

MALI = Place("geo-2453866", "Mali", ("Mali",), PlaceKind.COUNTRY, country="ML", lat=18.0, lon=-2.0, precision=6)
GAO = Place(
    "geo-2457161", "Gao", ("Gao",), PlaceKind.ADM1, adm1="Gao", country="ML", adm1_id="geo-2457161", precision=4
)
ANSONGO = Place(
    "geo-2460845", "Ansongo", ("Ansongo", "Ansango"), PlaceKind.TOWN, "Ansongo", "Gao", "ML", "geo-2460846",
    "geo-2457161", 15.6597, 0.5022, 1,
)  # fmt: skip
ARMY = Actor(
    "act-army", "Malian Armed Forces", ("Malian Armed Forces", "the army"), ActorKind.FORCES, 1, registered=True
)
RIVER_FRONT = Actor("act-front", "River Front", ("River Front", "Front du Fleuve"), ActorKind.GROUP, 2)
FRONT_FR = Actor("act-fleuve", "Front du Fleuve", ("Front du Fleuve",), ActorKind.GROUP, 2)
SPOKESMAN = Actor("act-spokesman", "a military spokesman", ("a military spokesman",), ActorKind.PERSON, described=True)
BAKER = Actor(
    "act-baker", "Moussa Dembélé", ("Moussa Dembélé", "Dembélé"), ActorKind.PERSON, 7, private=True,
    private_rule="a witness without office", description="a baker, 41", roles=(Role("baker"),),
)  # fmt: skip
COURIER = Outlet("out-courier", "River Courier", "daily", "ML")
WIRE = Outlet("out-wire", "Sahel Wire", "wire", "SN", "Sahel Media")
TUESDAY = TimeSpan(date(2026, 3, 3), date(2026, 3, 4), Grain.DAY, TimeBasis.PUBLICATION, "Tuesday", date(2026, 3, 4))
PUBLISHED = TimeSpan(date(2026, 3, 4), date(2026, 3, 5), Grain.DAY, TimeBasis.STATED, "4 March 2026")

FIRST = (
    "River Front fighters captured 20 soldiers in Ansongo on Tuesday, a military spokesman said.",
    "“They burned the market,” said Moussa Dembélé, a baker.",
)
SECOND = ("The army denied on Wednesday that the Front du Fleuve had captured 20 soldiers in Ansongo.",)


class Draft:
    """One report on its way to a Reading: each method adds what one sentence gives."""

    def __init__(self, name: str, outlet: Outlet, lines: tuple[str, ...]) -> None:
        self.outlet, self.lines, self.text = outlet, lines, "\n".join(lines)
        self.document = Document(
            id=make_id("doc", name, outlet.id, self.text), name=name, outlet=outlet.id, url=None, title=lines[0][:40],
            byline=None, dateline=None, published=PUBLISHED, fetched="2026-03-05T08:00:00+00:00", language="en",
            text=self.text, sha256="0" * 64, fingerprint=(1, 2, 3), zones=(Zone(0, len(self.text), ZoneKind.BODY),),
        )  # fmt: skip
        self.reading = Reading(self.document, outlet, sentences=tuple(map(self._sentence, range(len(lines)))))
        self.root = self._voice(None, None, outlet.name, "", Naming.OUTLET, None)

    def starts(self, line: int) -> int:
        return sum(len(text) + 1 for text in self.lines[:line])

    def at(self, line: int, words: str) -> tuple[int, int]:
        start = self.text.index(words, self.starts(line))
        return start, start + len(words)

    def _sentence(self, line: int) -> SentenceText:
        start = self.starts(line)
        ident = make_id("sen", self.document.id, line)
        return SentenceText(
            ident, self.document.id, line, start, start + len(self.lines[line]), self.lines[line], "body"
        )

    def _add(self, field: str, *records: object) -> None:
        self.reading = replace(self.reading, **{field: (*getattr(self.reading, field), *records)})

    def mention(self, line: int, words: str, target: Actor | Place | None) -> str:
        start, end = self.at(line, words)
        kind = MentionKind.PLACE if isinstance(target, Place) else MentionKind.ACTOR
        ident = make_id("men", self.document.id, start, end, kind.value)
        self._add("mentions", Mention(ident, self.document.id, start, end, words, kind, 0, None, words, ""))
        chosen = None if target is None else target.id
        candidates = () if target is None else (Candidate(target.id, target.name, 0.9, "same letters"),)
        link = Link(
            make_id("lnk", ident),
            self.document.id,
            ident,
            kind,
            chosen,
            0.9,
            candidates,
            "exact",
            "the only one so named",
        )
        self._add("links", link)
        if target is not None:
            self._add("places" if isinstance(target, Place) else "actors", target)
        return ident

    def _voice(
        self, line: int | None, source: str | None, text: str, cue: str, naming: Naming, via: str | None,
        stance: Stance = Stance.NEUTRAL, speech: Speech = Speech.INDIRECT,
    ) -> str:  # fmt: skip
        where = (None, None) if line is None else self.at(line, cue)
        words = (None, None) if line is None or source is None else self.at(line, text)
        ident = make_id("voi", self.document.id, line, cue, text)
        contents = () if line is None else ((self.starts(line), self.starts(line) + len(self.lines[line])),)
        speech = Speech.NARRATED if line is None else speech
        voice = Voice(
            ident, self.document.id, line, source, *words, text, *where, cue, contents, speech, naming, "", stance,
            Factuality.CERTAIN, "", None, via,
        )  # fmt: skip
        self._add("voices", voice)
        return ident

    def voice(self, line: int, source: str, text: str, cue: str, naming: Naming, **options: object) -> str:
        return self._voice(line, source, text, cue, naming, self.root, **options)

    def event(
        self, line: int, kind: str, trigger: str, agents: tuple[str, ...] = (), patients: tuple[str, ...] = (),
        place: str | None = None, time: TimeSpan | None = None, figures: tuple[Figure, ...] = (),
    ) -> str:  # fmt: skip
        start, end = self.at(line, trigger)
        ident = make_id("evt", self.document.id, kind, start, end)
        event = Event(
            ident, self.document.id, line, kind, start, end, 0, agents, patients, (), place, "syntax" if place else "",
            time, "syntax" if time else "", figures,
        )  # fmt: skip
        self._add("events", event)
        self._add(
            "codings", Coding(ident, self.document.id, "COERCE.seize", "Abduction/forced disappearance", "capture")
        )
        return ident

    def relation(self, line: int, kind: str, words: str, subject: str, other: str | None, value: str = "") -> str:
        start, end = self.at(line, words)
        ident = make_id("rel", self.document.id, kind, start, end, subject)
        self._add(
            "relations",
            Relation(ident, self.document.id, line, kind, start, end, 0, subject, other, value, "", None, ()),
        )
        return ident

    def claim(
        self, line: int, voice: str, kind: ClaimKind, item: str, words: str,
        factuality: Factuality = Factuality.CERTAIN, stance: Stance = Stance.NEUTRAL,
    ) -> str:  # fmt: skip
        ident = make_id("clm", self.document.id, voice, item)
        start, end = self.at(line, words)
        claim = Claim(
            ident, self.document.id, line, voice, kind, item, start, end, factuality, Realis.PAST, stance,
            "events/capture@1",
        )  # fmt: skip
        self._add("claims", claim)
        return ident

    def figure(self, line: int, words: str, measure: str, number: float) -> Figure:
        start, end = self.at(line, words)
        return Figure(measure, number, number, Modifier.EXACT, start, end, words)


def first_reading() -> Reading:
    """Two claims: a capture on a spokesman's word, an attack on a private witness's."""
    draft = Draft("alpha.txt", COURIER, FIRST)
    front = draft.mention(0, "River Front fighters", RIVER_FRONT)
    soldiers = draft.mention(0, "soldiers", None)
    place = draft.mention(0, "Ansongo", ANSONGO)
    draft._add("places", GAO, MALI)
    source = draft.mention(0, "a military spokesman", SPOKESMAN)
    voice = draft.voice(0, source, "a military spokesman", "said", Naming.ROLE)
    event = draft.event(
        0, "capture", "captured", (front,), (soldiers,), place, TUESDAY, (draft.figure(0, "20", "captured", 20.0),)
    )
    draft.claim(0, voice, ClaimKind.EVENT, event, FIRST[0].partition(", a mil")[0])
    witness = draft.mention(1, "Moussa Dembélé", BAKER)
    said = draft.voice(1, witness, "Moussa Dembélé", "said", Naming.NAMED, speech=Speech.DIRECT)
    burned = draft.event(1, "destruction", "burned")
    draft.claim(1, said, ClaimKind.EVENT, burned, "They burned the market")
    baker = draft.relation(1, "holds-office", "a baker", witness, None, "baker")
    draft.claim(1, draft.root, ClaimKind.RELATION, baker, "a baker")
    message = "alpha.txt: 'They' names nobody; the event stays without an agent"
    draft._add("issues", Issue("iss-they", "agent-unknown", "extract", draft.document.id, 91, 95, message))
    return draft.reading


def second_reading() -> Reading:
    """One claim: the army denies the capture, under the group's French name."""
    draft = Draft("beta.txt", WIRE, SECOND)
    army = draft.mention(0, "The army", ARMY)
    front = draft.mention(0, "Front du Fleuve", FRONT_FR)
    soldiers = draft.mention(0, "soldiers", None)
    place = draft.mention(0, "Ansongo", ANSONGO)
    voice = draft.voice(0, army, "The army", "denied", Naming.GROUP)
    event = draft.event(
        0, "capture", "captured", (front,), (soldiers,), place, None, (draft.figure(0, "20", "captured", 20.0),)
    )
    words = "the Front du Fleuve had captured 20 soldiers in Ansongo"
    draft.claim(0, voice, ClaimKind.EVENT, event, words, Factuality.NOT_CERTAIN)
    return draft.reading


def resolution() -> Resolution:
    """One incident over both reports, contested; one contradiction; two spellings of the group made one."""
    first, second = first_reading(), second_reading()
    told, denied = make_rows(first)[0], make_rows(second)[0]
    front = replace(RIVER_FRONT, names=("River Front", "Front du Fleuve", "River Front fighters"))
    by_voice = (
        VoiceFigure(told.id, "a military spokesman", COURIER.name, 20.0, 20.0, "20"),
        VoiceFigure(denied.id, ARMY.name, WIRE.name, 20.0, 20.0, "20"),
    )
    incident = Incident(
        id="inc-ansongo", type="capture", claims=tuple(sorted((told.id, denied.id))), part_of=None,
        title="River Front captures soldiers in Ansongo", time=TUESDAY, place=told.place, actors=told.agents,
        figures=(FigureRange("captured", 20.0, 20.0, 20.0, "all voices agree", by_voice),), status=Status.CONTESTED,
        status_reason="the army denies it", origins=2, outlets=(COURIER.name, WIRE.name),
        documents=("alpha.txt", "beta.txt"), why="same type, place and number",
    )  # fmt: skip
    return Resolution(
        actors=(ARMY, front, SPOKESMAN, BAKER),
        merges=(
            ActorMerge(RIVER_FRONT.id, RIVER_FRONT.id, 1.0, "itself"),
            ActorMerge(FRONT_FR.id, RIVER_FRONT.id, 0.9, "the French name of the same group"),
        ),
        incidents=(incident,),
        comparisons=(
            Comparison("cmp-yes", *sorted((told.id, denied.id)), Slot.COUNT, Verdict.AGREES, "20 and 20"),
            Comparison(
                "cmp-no", *sorted((told.id, denied.id)), Slot.OCCURRENCE, Verdict.CONTRADICTS,
                "a military spokesman says that it happened, the army denies it",
            ),
        ),
        dependences=(
            Dependence(
                "dep-one", *sorted((first.document.id, second.document.id)), DependenceKind.SAME_VOICE,
                ((first.document.id, 0, 10),), "both rest on the army's spokesman",
            ),
        ),
    )  # fmt: skip


def make_ledger(path: Path, resolved: bool = True) -> SqliteLedger:
    """Make a ledger of the two reports."""
    ledger = open_ledger(path, create=True)
    ledger.append((first_reading(), second_reading()))
    if resolved:
        ledger.resolve(resolution())
    return ledger


def numbered_reading(number: int, claims: int = 1) -> Reading:
    """A report of `claims` sentences, each with one claim; the same number always gives the same."""
    lines = tuple(f"Line {number}-{line}: gunmen captured {line + 1} traders in Ansongo." for line in range(claims))
    draft = Draft(f"report-{number:06}.txt", COURIER if number % 2 else WIRE, lines)
    day = date(2026, 1, 1) + timedelta(days=number % 90)
    time = TimeSpan(day, day + timedelta(days=1), Grain.DAY, TimeBasis.STATED, "that day")
    for line in range(claims):
        agent = draft.mention(line, "gunmen", None)
        patient = draft.mention(line, "traders", None)
        place = draft.mention(line, "Ansongo", ANSONGO)
        figure = draft.figure(line, f"{line + 1} traders", "captured", float(line + 1))
        event = draft.event(line, "capture", "captured", (agent,), (patient,), place, time, (figure,))
        draft.claim(line, draft.root, ClaimKind.EVENT, event, lines[line])
    return draft.reading
