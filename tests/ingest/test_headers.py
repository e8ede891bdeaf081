"""What the lines above a report state of its publisher and its day, and what is never taken for that."""

import pytest

from rashomon.records import Document, Outlet, ZoneKind
from tests.ingest.reading import read_bytes, stretches

TITLE = "Convoy attacked on the road to Menaka"
BODY = (
    "Gunmen attacked a convoy near the town of Menaka on Monday, killing four soldiers, the army said.\n\n"
    "The road had been closed on 2 February 2019 after an earlier attack, residents told the Delta Post."
)


def _read(head: str, tail: str = "") -> tuple[Document, Outlet, set[str]]:
    found, issues = read_bytes(f"{head}\n\n{BODY}{tail}".encode())
    return (*found[0], {issue.code for issue in issues})


def _says(head: str, tail: str = "") -> tuple[str | None, str | None]:
    document, outlet, _ = _read(head, tail)
    day = document.published and str(document.published.start)
    return (None if outlet.name.startswith("unknown") else outlet.name), day


@pytest.mark.parametrize(
    ("lines", "outlet", "day"),
    [
        ("4 March 2021 — Delta Gazette", "Delta Gazette", "2021-03-04"),
        ("The Niger Bend Quarterly, 4 March 2021", "The Niger Bend Quarterly", "2021-03-04"),
        ("SAHARA PRESS | 4 Mar 2021", "SAHARA PRESS", "2021-03-04"),
        ("Radio Tamashek · March 4, 2021 · 09:12 GMT", "Radio Tamashek", "2021-03-04"),
        ("Desert Edge News Agency\n4 March 2021", "Desert Edge News Agency", "2021-03-04"),
        ("Desert Wire\nBamako, 4 March 2021", "Desert Wire", "2021-03-04"),
        ("Northern Sentinel, Bamako, 4 March 2021", "Northern Sentinel", "2021-03-04"),
        ("Bamako/Gao, 4 March 2021", None, "2021-03-04"),
        ("Published 4 March 2021 09:12 GMT", None, "2021-03-04"),
        ("Published: 4 March 2021 | Updated: 9 March 2021", None, "2021-03-04"),
        ("Updated 9 March 2021", None, "2021-03-09"),
        ("For immediate release - 4 March 2021", None, "2021-03-04"),
        ("PRESS RELEASE\n\n4 March 2021", None, "2021-03-04"),
        ("Nurses' Aid Network\n\nPress statement, 4 March 2021", "Nurses' Aid Network", "2021-03-04"),
        ("Desert Wire | Vol. 3, No. 2 | 4 March 2021", "Desert Wire", "2021-03-04"),
        ("By Jane Example, The Niger Bend Quarterly\n4 March 2021", "The Niger Bend Quarterly", "2021-03-04"),
        ("By Jane Example | Delta Gazette | 4 March 2021", "Delta Gazette", "2021-03-04"),
        ("By Jane Example for The Niger Bend Quarterly", "The Niger Bend Quarterly", None),
        ("By Jane Example in Gao, Mali", None, None),
        ("https://www.desert-edge.example/2021/convoy", "desert-edge.example", None),
        ("The Guardian | World\n4 March 2021", "The Guardian", "2021-03-04"),
    ],
)
def test_lines_below_the_headline(lines: str, outlet: str | None, day: str | None) -> None:
    assert _says(f"{TITLE}\n\n{lines}") == (outlet, day)


@pytest.mark.parametrize("masthead", ["Desert Edge Herald", "DESERT EDGE HERALD", "The Desert Post\n4 March 2021"])
def test_masthead_above_the_headline(masthead: str) -> None:
    document, outlet, _ = _read(f"{masthead}\n\n{TITLE}")
    assert outlet.name == masthead.partition("\n")[0]
    assert document.title == TITLE
    assert stretches(document, ZoneKind.BODY) == BODY.split("\n\n")


@pytest.mark.parametrize(
    ("opening", "outlet", "day"),
    [
        ("BAMAKO, March 4, 2021 (Desert Press) — ", "Desert Press", "2021-03-04"),
        ("BAMAKO, Mali (AFP) - ", "Agence France-Presse", None),
        ("BAMAKO, 4 March 2021. ", None, "2021-03-04"),
        ("BAMAKO (The river port) — ", None, None),
    ],
)
def test_dateline(opening: str, outlet: str | None, day: str | None) -> None:
    assert _says(f"{TITLE}\n\n{opening.rstrip()}", "")[1] in {None, day}
    found, issues = read_bytes(f"{TITLE}\n\n{opening}{BODY}".encode())
    document, publisher = found[0]
    assert (document.published and str(document.published.start)) == day
    assert publisher.name == (outlet or "unknown outlet (a.txt)")
    assert ("outlet-by-agency" in {issue.code for issue in issues}) == (outlet is not None)


def test_statement_by_a_body() -> None:
    assert _says("Statement by the Ministry of Defence\n\n4 March 2021") == ("Ministry of Defence", "2021-03-04")
    assert _says("Communiqué of the High Command of the Armed Forces")[0] == "High Command of the Armed Forces"
    assert _says("Statement by Jane Example draws fire")[0] is None
    assert _says("Statement by the Ministry of Defence angers villagers")[0] is None


@pytest.mark.parametrize(
    ("tail", "outlet"),
    [
        ("\n\n© 2021 Delta Chronicle", "Delta Chronicle"),
        ("\n\nSource: Desert Edge News Agency", "Desert Edge News Agency"),
        ("\n\nOriginally published at: https://desert-edge.example/a", "desert-edge.example"),
        ("\n\nhttps://desert-edge.example/other-page", None),
        ("\n\nSource: https://twitter.com/someone/status/1", None),
        ("\n\nCopyright law was broken, the Ministry of Culture said.", None),
    ],
)
def test_tail(tail: str, outlet: str | None) -> None:
    assert _says(TITLE, tail)[0] == outlet


@pytest.mark.parametrize(
    "head",
    [
        "Militia Seizes State Television",
        "Rebels Attack Radio",
        "Battle of Menaka, 3 March 2020",
        "Menaka Massacre, 3 March 2020\n\nWhat happened in the market",
        "Border Post",
        "Army Storms Press\n\nPresident flees as troops take the capital",
        "On 3 March 2020 the road was closed",
        "March 2020",
        f"{TITLE}\n\nDrone strike on Gao, 3 March 2020",
        f"{TITLE}\n\nSoldiers near Menaka, 3 March 2020 (AFP)",
        f"{TITLE}\n\nJane Example",
    ],
)
def test_headlines_captions_and_names_state_no_outlet_and_no_day(head: str) -> None:
    assert _says(head) == (None, None)


def test_headline_that_names_a_newspaper_is_read() -> None:
    document, _, _ = _read("Militia Seizes State Television")
    assert stretches(document, ZoneKind.HEADLINE) == ["Militia Seizes State Television"]


def test_a_month_alone_is_no_day_but_is_said() -> None:
    document, outlet, codes = _read(f"{TITLE}\n\nThe Niger Bend Quarterly, February 2021")
    assert (outlet.name, document.published, "document-undated" in codes) == ("The Niger Bend Quarterly", None, True)
    _, issues = read_bytes(f"{TITLE}\n\nSummer 2021\n\nFebruary 2021\n\n{BODY}".encode())
    assert any("'February 2021'" in issue.message for issue in issues)


def test_a_month_stated_beside_the_page_is_no_day_but_may_choose_one() -> None:
    row = f'{{"text": "{TITLE}\\n\\n4 March 2021\\n\\nGunmen attacked.", "published": "MONTH"}}'
    for month, day in (("2021-03", "2021-03-04"), ("2021-04", None)):
        document = read_bytes(row.replace("MONTH", month).encode(), "a.jsonl")[0][0][0]
        assert (document.published and str(document.published.start)) == day


def test_day_without_a_year_says_so() -> None:
    document, outlet, codes = _read(f"{TITLE}\n\nDesert Wire\nBamako, 4 March")
    assert (document.published, outlet.name) == (None, "Desert Wire")
    assert {"date-without-year", "document-undated"} <= codes
