import pytest

from rashomon.records import TimeBasis
from tests.ingest.reading import read_bytes, read_text

BODY = "Gunmen attacked a convoy near the town of Gao, killing four soldiers, the army said in a statement."


def _day(document_text: str) -> str | None:
    published = read_text(document_text).published
    return None if published is None else str(published.start)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Tuesday 9 June 2020 07:45 BST", "2020-06-09"),
        ("Tue 05 Jul 2016", "2016-07-05"),
        ("2021-08-20", "2021-08-20"),
        ("Aug. 20, 2021", "2021-08-20"),
        ("Published: 3rd of March 2020 at 10:15 GMT", "2020-03-03"),
        ("24.08.2021 Author: Amina Example", "2021-08-24"),
        ("By Amina Example | 24 August 2021", "2021-08-24"),
        ("Sun 03.10.2021", "2021-10-03"),
        ("2 days ago", None),
        ("31 June 2021", None),
    ],
)
def test_stated_day(line: str, day: str | None) -> None:
    assert _day(f"Convoy attacked near Gao\n\n{line}\n\n{BODY}") == day


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("GAO, Mali (Jan. 25, 2013)\n", "2013-01-25"),
        ("GAO, Mali (Jan. 25, 2013) – ", "2013-01-25"),
        ("GAO, March 3, 2020 (Reuters) - ", "2020-03-03"),
        ("GAO, Mali (June 19) - ", None),
        ("2010-06-PR-071\n\nGAO, Mali (June 19) - ", "2010-06-19"),
        ("Daily update June 19, 2010\n\nGAO, Mali (June 20) - ", "2010-06-20"),
    ],
)
def test_dateline_day(opening: str, day: str | None) -> None:
    assert _day(opening + BODY) == day


def test_basis_says_what_the_day_rests_on() -> None:
    dateline = read_text(f"GAO, Mali (Jan. 25, 2013) – {BODY}").published
    stated = read_text(f"Convoy attacked near Gao\n\n3 March 2020\n\n{BODY}").published
    assert dateline is not None
    assert dateline.basis is TimeBasis.DATELINE
    assert stated is not None
    assert (stated.basis, stated.text) == (TimeBasis.STATED, "3 March 2020")


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("Last updated at Apr 092017 ", "2017-04-09"),
        ("14.10.2017(updated 1601 14.10.2017) Get short URL 0 46 ", "2017-10-14"),
        ("14.10.2017Get short URL 1721 ", "2017-10-14"),
        ("14.10.2017 (said the mayor) ", None),
    ],
)
def test_day_fused_to_the_text_with_what_the_page_prints_behind_it(opening: str, day: str | None) -> None:
    document = read_text(opening + BODY)
    assert (None if document.published is None else str(document.published.start)) == day
    assert day is None or document.zones[0].end == len(opening.rstrip())


def test_day_in_the_body_is_not_the_day_of_publication() -> None:
    assert _day(f"Convoy attacked near Gao\n\nOn 3 March 2020 the road was closed. {BODY}") is None


def test_ambiguous_day_by_the_rest_of_the_page_or_not_at_all() -> None:
    bare = f"Convoy attacked near Gao\n\n03.04.2021\n\n{BODY}"
    found, issues = read_bytes(bare.encode())
    assert found[0][0].published is None
    assert {"date-ambiguous", "document-undated"} <= {issue.code for issue in issues}
    assert {issue.document for issue in issues} == {found[0][0].id}
    assert _day(f"{bare}\n\nThe road had been closed on April 1 after two attacks in the region.") == "2021-04-03"
    assert _day(f"{bare}\n\nThe road had been closed on March 1 after two attacks in the region.") == "2021-03-04"
    assert _day(f"{bare}\n\nUpdated 13.04.2021") == "2021-04-03"


def test_update_counts_only_where_nothing_better_stands() -> None:
    assert _day(f"Convoy attacked near Gao\n\nUpdated 5 March 2020\n\nPublished 3 March 2020\n\n{BODY}") == "2020-03-03"
    assert _day(f"Convoy attacked near Gao\n\nUpdated 5 March 2020\n\n{BODY}") == "2020-03-05"


def test_undated_report_stays_undated_and_says_so() -> None:
    found, issues = read_bytes(f"Convoy attacked near Gao\n\n{BODY}".encode())
    assert found[0][0].published is None
    assert "document-undated" in {issue.code for issue in issues}
