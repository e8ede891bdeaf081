"""Builds claim rows, actors and a corpus by hand: each test says only what it is about."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from rashomon.records import (
    Actor,
    ActorKind,
    ActorRef,
    ClaimKind,
    ClaimRow,
    Corpus,
    DocumentCard,
    Factuality,
    Figure,
    Grain,
    Judgement,
    Modifier,
    Naming,
    PlaceKind,
    PlaceRef,
    Realis,
    SentenceText,
    Speech,
    Stance,
    TimeBasis,
    TimeSpan,
    VoiceRef,
    make_id,
)

COUNTRY = PlaceRef("geo-1", "Arania", "Arania", country="AR", precision=6, kind=PlaceKind.COUNTRY)
NORTH = PlaceRef(
    "geo-10", "North", "North", adm1="North", country="AR", lat=36.0, lon=69.0, precision=4, kind=PlaceKind.ADM1,
    adm1_id="geo-10",
)  # fmt: skip
SOUTH = replace(NORTH, id="geo-20", name="South", text="South", adm1="South", adm1_id="geo-20", lat=32.0)
VALE = PlaceRef(
    "geo-11", "Vale", "Vale", adm2="Vale", adm1="North", country="AR", lat=36.1, lon=69.1, precision=3,
    kind=PlaceKind.ADM2, adm2_id="geo-11", adm1_id="geo-10",
)  # fmt: skip
HILL = replace(VALE, id="geo-12", name="Hill", text="Hill", adm2="Hill", adm2_id="geo-12", lat=36.6)
FORD = replace(VALE, id="geo-111", name="Ford", text="Ford", kind=PlaceKind.TOWN, precision=1)

MILITIA = ActorRef("act-militia", "Red Militia", "the Red Militia", kind=ActorKind.GROUP, acled=2)
ARMY = ActorRef("act-army", "Aranian Army", "the army", kind=ActorKind.FORCES, acled=1)
REBELS = ActorRef(None, "", "upland rebels", kind=ActorKind.PEOPLE, described=True)
CIVILIANS = ActorRef(None, "", "villagers", kind=ActorKind.PEOPLE, acled=7, described=True)

DAY = date(2020, 5, 8)  # a Friday


def person(name: str) -> ActorRef:
    """Make a reference to a named person."""
    return ActorRef(make_id("act", name.lower()), name, name, kind=ActorKind.PERSON)


def day(start: date = DAY, days: int = 1, basis: TimeBasis = TimeBasis.STATED, grain: Grain = Grain.DAY) -> TimeSpan:
    """Make a resolved time."""
    return TimeSpan(start, start + timedelta(days=days), grain, basis, start.isoformat())


def unresolved(text: str) -> TimeSpan:
    """Make the time of an undated report."""
    return TimeSpan(None, None, Grain.DAY, None, text)


def count(
    measure: str, low: float | None, high: float | None = -1, modifier: Modifier = Modifier.EXACT, of: str = ""
) -> Figure:
    """Make a figure; without `high` it is exact."""
    top = low if high == -1 else high
    return Figure(measure, low, top, modifier, 0, 1, f"{low}", of)


def outlet_voice(outlet: str = "Gazette") -> VoiceRef:
    """Make the root voice of an outlet's report."""
    return VoiceRef(f"voi-{outlet}", outlet, outlet, Naming.OUTLET, Speech.NARRATED, "", Stance.NEUTRAL, None)


def voice(
    text: str, naming: Naming = Naming.NAMED, actor: str | None = None, stance: Stance = Stance.NEUTRAL,
    medium: str = "", private: bool = False,
) -> VoiceRef:  # fmt: skip
    """Make a quoted voice."""
    return VoiceRef(
        f"voi-{text}", text, text, naming, Speech.INDIRECT, "said", stance, actor, medium=medium, private=private,
        description="a witness" if private else "",
    )  # fmt: skip


def claim(
    type_: str,
    document: str = "a",
    outlet: str = "Gazette",
    *,
    voices: Sequence[VoiceRef] = (),
    at: int = 0,
    **slots: object,
) -> ClaimRow:
    """Make a claim row of an event in document `document` at sentence `at`; `slots` are fields of ClaimRow."""
    key = repr((type_, document, outlet, at, [v.text for v in voices], sorted(slots.items(), key=repr)))
    plain: dict[str, object] = {
        "id": make_id("clm", key),
        "item": make_id("evt", key),
        "published": None,
        "content": type_,
        "kind": ClaimKind.EVENT,
        "agents": (),
        "patients": (),
        "place": None,
        "time": None,
        "figures": (),
        "factuality": Factuality.CERTAIN,
        "realis": Realis.PAST,
        "stance": Stance.NEUTRAL,
    }
    sentence = str(slots.get("content", type_))
    return ClaimRow(
        document=f"doc-{document}",
        document_name=f"{document}.txt",
        outlet=f"out-{outlet}",
        outlet_name=outlet,
        sentence_index=at,
        sentence=f"{sentence}.",
        start=at * 100,
        end=at * 100 + len(sentence),
        voice=(outlet_voice(outlet), *voices),
        type=type_,
        plover=None,
        acled=None,
        **{**plain, **slots},  # type: ignore[arg-type]
    )


def relation(kind: str, document: str = "a", outlet: str = "Gazette", **slots: object) -> ClaimRow:
    """Make a claim row of a relation."""
    return claim(kind, document, outlet, **{"kind": ClaimKind.RELATION, "realis": Realis.ONGOING, **slots})  # type: ignore[arg-type]


def actor(ref: ActorRef, **slots: object) -> Actor:
    """Make the actor behind a reference."""
    names = slots.pop("names", (ref.name,))
    made = Actor(ref.id or "", ref.name, names, ref.kind, acled=ref.acled, described=ref.described)  # type: ignore[arg-type]
    return replace(made, **slots)  # type: ignore[arg-type]


def card(document: str, outlet: str = "Gazette", published: date | None = None, **slots: object) -> DocumentCard:
    """Make the card of a document."""
    plain: dict[str, object] = {"outlet_kind": None, "outlet_country": None, "outlet_owner": None, "fingerprint": ()}
    return DocumentCard(
        id=f"doc-{document}", name=f"{document}.txt", outlet=f"out-{outlet}", outlet_name=outlet, published=published,
        **{**plain, **slots},  # type: ignore[arg-type]
    )  # fmt: skip


def sentence(document: str, index: int, text: str) -> SentenceText:
    """Make a sentence that starts where the claims of its index start."""
    start = index * 100
    return SentenceText(
        make_id("sen", document, index), f"doc-{document}", index, start, start + len(text), text, "body"
    )


def corpus(
    *rows: ClaimRow, actors: Sequence[Actor] = (), sentences: Sequence[SentenceText] = (),
    cards: Sequence[DocumentCard] = (), judgements: Sequence[Judgement] = (),
) -> Corpus:  # fmt: skip
    """Make a corpus; documents without a card get a plain one, named actors of the rows a plain actor."""
    known = {c.id for c in cards}
    plain = {row.document: _card_of(row) for row in rows if row.document not in known}
    held = {a.id for a in actors}
    refs = {r.id: actor(r) for row in rows for r in (*row.agents, *row.patients) if r.id and r.id not in held}
    return Corpus((*cards, *plain.values()), rows, tuple(sentences), (*actors, *refs.values()), tuple(judgements))


def _card_of(row: ClaimRow) -> DocumentCard:
    return card(row.document.removeprefix("doc-"), row.outlet_name, row.published)


def judged(
    subject: str, other: str, verdict: str, made: str = "2021-01-01T00:00:00Z", withdrawn: str | None = None
) -> Judgement:
    """Make a person's decision on a pair."""
    return Judgement(make_id("jud", subject, other, verdict, made), subject, other, verdict, "coder", made, withdrawn)
