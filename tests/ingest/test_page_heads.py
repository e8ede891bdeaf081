"""How reports open in copied pages: outlet, day, author and place come out, and the report's own words are left."""

import pytest

from rashomon.records import ZoneKind
from tests.ingest.reading import read_bytes, stretches

TITLE = "Army post at Kesra falls to rebels"
FIRST = "Rebels of the Dawn Front overran an army post at Kesra, killing six soldiers, two residents said."
SECOND = "The army said its troops had repelled the attack and that nobody was hurt."
# What stands above and before the first sentence -> day of May 2025 or None, outlet, author, place.
HEADS = {
    "a name that tells its cause": (
        "{t}\n\nWitness for Justice, 15 May 2025\n\n{b}",
        15,
        "Witness for Justice",
        None,
        None,
    ),
    "a cause and a bar": (
        "{t}\n\nLawyers Without Robes | May 15, 2025\n\n{b}",
        15,
        "Lawyers Without Robes",
        None,
        None,
    ),
    "day before a dash": ("{t}\n\n15 May 2025 - {b}", 15, "", None, None),
    "day in one block with the title": ("{t}\n15 May 2025 - {b}", 15, "", None, None),
    "weekday, month first": ("{t}\n\nThursday, May 15, 2025 -- {b}", 15, "", None, None),
    "ISO day before a colon": ("{t}\n\n2025-05-15: {b}", 15, "", None, None),
    "numeric day": ("{t}\n\n15.05.2025 — {b}", 15, "", None, None),
    "day with a clock": ("{t}\n\n15 May 2025, 14:30 - {b}", 15, "", None, None),
    "day in square brackets": ("{t}\n\n[15 May 2025] {b}", 15, "", None, None),
    "place and day in brackets": ("{t}\n\n(Kesra, 15 May 2025) {b}", 15, "", None, "Kesra"),
    "place, dash, day, dash": ("{t}\n\nKESRA - 15 May 2025 - {b}", 15, "", None, "KESRA"),
    "two places": ("{t}\n\nKESRA and DELMA, 15 May 2025 — {b}", 15, "", None, "KESRA and DELMA"),
    "ISO moment": ("{t}\n\n2025-05-15T14:30:05Z\n\n{b}", 15, "", None, None),
    "moment with its distance from Greenwich": ("{t}\n\nThu, 15 May 2025 14:30:00 +0300\n\n{b}", 15, "", None, None),
    "clock with a zone's letters": ("{t}\n\n2025-05-15 14:30 UTC+3\n\n{b}", 15, "", None, None),
    "day without a year": ("{t}\n\nMay 15 - {b}", None, "", None, None),
    "masthead below the title": ("{t}\nLakeside Monitor\n15 May 2025 - {b}", 15, "Lakeside Monitor", None, None),
    "masthead before a day without a year": (
        "{t}\n\nLakeside Monitor\n\nMay 15 - {b}",
        None,
        "Lakeside Monitor",
        None,
        None,
    ),
    "masthead above the title": ("Lakeside Monitor\n\n{t}\n\n15 May 2025 - {b}", 15, "Lakeside Monitor", None, None),
    "masthead in capitals, place and day": (
        "LAKESIDE MONITOR\nDelma, Thursday 15 May 2025\n\n{t}\n\nby Nora Velt\n\n{b}",
        15,
        "LAKESIDE MONITOR",
        "Nora Velt",
        None,
    ),
    "masthead and author": (
        "{t}\nLakeside Monitor\nBy Nora Velt\n15 May 2025 - {b}",
        15,
        "Lakeside Monitor",
        "Nora Velt",
        None,
    ),
    "a name that may be an author's": ("{t}\n\nJane Banner\n15 May 2025\n\n{b}", 15, "", "Jane Banner", None),
    "author without a name": ("{t}\n\nStaff Reporter | 15 May 2025\n\n{b}", 15, "", None, None),
    "office of a body": (
        "PRESS RELEASE\n\nDawn Front, Information Office\n15 May 2025\n\n{t}\n\n{b}",
        15,
        "Dawn Front",
        None,
        None,
    ),
    "heading, emphasis": (
        "# {t}\n\n*Lakeside Monitor, 15 May 2025*\n\n**KESRA** — {b}",
        15,
        "Lakeside Monitor",
        None,
        "KESRA",
    ),
    "emphasised author, a line": ("# {t}\n\n*By Nora Velt, 15 May 2025*\n\n---\n\n{b}", 15, "", "Nora Velt", None),
    "two authors and their town": (
        "{t}\n\nNora Velt and Ada Holm, Kesra\n15 May 2025\n\n{b}",
        15,
        "",
        "Nora Velt and Ada Holm",
        None,
    ),
    "head of an e-mail": (
        "From: Lakeside Monitor <desk@lakeside.example>\nTo: list@example.org\nDate: Thu, 15 May 2025 14:30:00 +0300\n"
        "Subject: {t}\n\n{b}",
        15,
        "Lakeside Monitor",
        None,
        None,
    ),
    "head of a person's e-mail": (
        "Subject: {t}\nFrom: Nora Velt <nora@lakeside.example>\nSent: 15 May 2025\n\n{b}",
        15,
        "",
        "Nora Velt",
        None,
    ),
    "head of a notes file": (
        "---\ntitle: {t}\ndate: 2025-05-15\nsource: Lakeside Ears\n---\n\n{b}",
        15,
        "Lakeside Ears",
        None,
        None,
    ),
    "head of a database's export": (
        "HEADLINE: {t}\n\nBYLINE: Nora Velt\n\nLENGTH: 300 words\n\nDATE: May 15, 2025 Thursday\n\nBODY:\n{b}",
        15,
        "",
        "Nora Velt",
        None,
    ),
    "agency, then the day": ("{t}\n\nKESRA (Lakeside Wire) May 15, 2025 — {b}", 15, "Lakeside Wire", None, "KESRA"),
    "a small place, the day, an unknown agency": ("{t}\n\nDelma, 15 May 2025 (LNA) - {b}", 15, "", None, "Delma"),
    "posted by": ("{t}\n\nPosted by Nora Velt on 15 May 2025\n\n{b}", 15, "", "Nora Velt", None),
    "an outlet's staff": (
        "{t}\n\nBy Nora Velt, Lakeside Monitor staff writer\n\nMay 15, 2025\n\n{b}",
        15,
        "Lakeside Monitor",
        "Nora Velt",
        None,
    ),
    "stamps of a running report": ("{t}\n\n15 May 2025\n\n14:05 GMT - {b}", 15, "", None, None),
    "a stamp on a line of its own": ("{t}\n\n15 May 2025\n\n14:05\n\n{b}", 15, "", None, None),
    "day without a year below one with it": ("{t}\n\n15 May 2025\n\nMay 15 - {b}", 15, "", None, None),
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS.keys())
def test_head(head: tuple[str, int | None, str, str | None, str | None]) -> None:
    page, day, name, author, place = head
    document, outlet = read_bytes(page.format(t=TITLE, b=f"{FIRST}\n\n{SECOND}").encode())[0][0]
    assert stretches(document, ZoneKind.BODY) == [FIRST, SECOND]
    assert document.title == TITLE
    assert (document.byline, document.dateline) == (author, place)
    assert (document.published and document.published.text and str(document.published.start)) == (
        None if day is None else f"2025-05-{day}"
    )
    assert outlet.name == name if name else outlet.name.startswith("unknown outlet")


KEPT = {
    "another day is stated": f"{TITLE}\n\n20 May 2025\n\n15 May 2025 - {FIRST}\n\n{SECOND}",
    "a chronicle": f"{TITLE}\n\n15 May 2025 - {FIRST}\n\n16 May 2025 - {SECOND}",
    "labels that a report opens with": f"Kesra: in May\nDelma: in April\n\n{FIRST}\n\nIn May {SECOND}",
    "the day is part of the sentence": f"{TITLE}\n\nMay 15 Square was shelled on Monday, two residents of Kesra said.",
}


@pytest.mark.parametrize("page", KEPT.values(), ids=KEPT.keys())
def test_day_that_belongs_to_the_text_stays_in_it(page: str) -> None:
    document, _ = read_bytes(page.encode())[0][0]
    assert any("May" in body for body in stretches(document, ZoneKind.BODY))
