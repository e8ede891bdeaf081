"""Claims made by rule, for the speed and scale of resolve alone: happenings told by several reports each, in one war.

A war of `claims` claims has as many happenings, towns and days as keep its density the same at every size.
"""

import random
from dataclasses import replace
from datetime import date, timedelta

from rashomon.records import (
    Actor,
    ActorKind,
    ActorRef,
    ClaimRow,
    Corpus,
    DocumentCard,
    Factuality,
    PlaceKind,
    PlaceRef,
    SentenceText,
    make_id,
)
from tests.resolve.rows import actor, claim, count, day, relation, voice

FIRST_DAY = date(2020, 1, 1)
CLAIMS_A_REPORT = 5
TOLD_BY = 3
TYPES = ("assault", "clash", "shelling", "territory-taken", "killing", "arrest", "displacement", "bombing")
GROUPS = ("Red", "Blue", "Green", "White", "Black", "Golden", "Northern", "Southern", "River", "Hill", "Coast", "Delta")
WORDS = ("at dawn", "after nightfall", "with heavy guns", "from three sides", "near the bridge", "by the old mill")


def make_war(claims: int) -> Corpus:
    """Make a corpus of so many claims; the same number always gives the same."""
    dice = random.Random(claims)
    reports = claims // CLAIMS_A_REPORT
    happenings = [_happening(number, claims, dice) for number in range(claims // TOLD_BY)]
    cards, rows, sentences = [], [], []
    for number in range(reports):
        card, told, texts = make_report(number, happenings, reports, dice)
        cards.append(card)
        rows.extend(told)
        sentences.extend(texts)
    return Corpus(tuple(cards), tuple(rows), tuple(sentences), tuple(map(_actor, _sides())))


def make_report(
    number: int, happenings: list[ClaimRow], reports: int, dice: random.Random
) -> tuple[DocumentCard, list[ClaimRow], list[SentenceText]]:
    """Make one report: a few happenings that lie near each other in time, told in its own order."""
    name, outlet = f"r{number:06}", f"Outlet {number % 40}"
    at = number * len(happenings) // reports
    near = happenings[max(0, at - 6) : at + 6]
    chosen = dice.sample(near, min(CLAIMS_A_REPORT, len(near)))
    published = max(row.time.start for row in chosen if row.time and row.time.start) + timedelta(days=1)
    rows = [_told(row, name, outlet, index, published, dice) for index, row in enumerate(chosen)]
    texts = [
        SentenceText(make_id("sen", name, i), row.document, i, row.start, row.end, row.sentence, "body")
        for i, row in enumerate(rows)
    ]
    card = DocumentCard(
        id=f"doc-{name}", name=f"{name}.txt", outlet=f"out-{outlet}", outlet_name=outlet, outlet_kind=None,
        outlet_country=None, outlet_owner=None, published=published, fingerprint=(),
    )  # fmt: skip
    return card, rows, texts


def _sides() -> list[ActorRef]:
    return [
        ActorRef(make_id("act", name), f"{name} Brigade", f"the {name} Brigade", kind=ActorKind.GROUP, acled=2)
        for name in GROUPS
    ]


def _actor(ref: ActorRef) -> Actor:
    return actor(ref)


def _place(number: int) -> PlaceRef:
    """Make town `number`: ten to a district, ten districts to a province."""
    district, province = number // 10, number // 100
    return PlaceRef(
        f"geo-t{number}", f"Town{number}", f"Town{number}", adm2=f"District{district}", adm1=f"Province{province}",
        country="AR", lat=10 + province, lon=10 + district % 10 + number % 10 / 20, precision=1, kind=PlaceKind.TOWN,
        adm2_id=f"geo-d{district}", adm1_id=f"geo-p{province}",
    )  # fmt: skip


def _happening(number: int, claims: int, dice: random.Random) -> ClaimRow:
    one, other = dice.sample(_sides(), 2)
    when = FIRST_DAY + timedelta(days=number // 30)
    type_ = dice.choice(TYPES)
    place = _place(dice.randrange(max(10, min(3000, claims // 30))))
    return claim(
        type_, f"h{number}", agents=(one,), patients=(other,), place=place, time=day(when),
        figures=(count("killed", dice.randrange(3, 60)),) if dice.random() < 0.5 else (),
    )  # fmt: skip


def _told(row: ClaimRow, report: str, outlet: str, index: int, published: date, dice: random.Random) -> ClaimRow:
    """Tell a happening: now and then without its day or place, by a voice, or as a denial."""
    side = dice.choice(_sides())
    content = f"{row.type} {dice.choice(WORDS)} {row.place.name if row.place else ''} {dice.choice(WORDS)}"
    slots = {
        "agents": row.agents, "patients": row.patients if dice.random() < 0.7 else (),
        "place": row.place if dice.random() < 0.9 else None, "time": row.time if dice.random() < 0.85 else None,
        "figures": row.figures, "published": published, "content": f"{content} {report}",
        "factuality": Factuality.NOT_CERTAIN if dice.random() < 0.05 else Factuality.CERTAIN,
    }  # fmt: skip
    voices = (voice(side.name, actor=side.id),) if dice.random() < 0.4 else ()
    make = relation if dice.random() < 0.08 else claim
    type_ = "controls" if make is relation else row.type
    return replace(make(type_, report, outlet, voices=voices, at=index, **slots))
