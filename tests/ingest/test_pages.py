"""Whole pages as people copy them: what is read of them, and what they say of themselves."""

import pytest

from rashomon.records import Document, ZoneKind
from tests.ingest.reading import read_text, stretches

BODY = (
    "Government forces have retaken a bridge near the town of Menaka after two days of fighting, they said.\n\n"
    "Residents said shells had hit the market and that at least five people were dead."
)
TITLE = "Menaka bridge retaken by army"
PAGES = {
    "image labels, topics, days of other pages": (
        f"{TITLE}\n\nPublished\n20 August 2021\n\nShare\n\nRelated Topics\nMali unrest\n\nImage source, AFP\n\n"
        f"Image caption, \nSoldiers near the river in Menaka\n\n{BODY}\n\nMore on this story\n\nArmy chief sacked"
        "\n\nPublished\n2 days ago\n\nThe Herald is not responsible for the content of external sites."
    ),
    "keep reading amid the report": (
        f"News|Conflict\n\n{TITLE}\n\nSoldiers near the river in Menaka [File: Jane Example/Reuters]\n\n"
        f"Published On 20 Aug 2021\n\n20 Aug 2021\n\n{BODY.partition(chr(10))[0]}\n\nKEEP READING\n\nlist of 2\n\n"
        f"list 1 of 2\nWho are the rebels?\n\nend of list\n\n{BODY.rpartition(chr(10))[2]}\n\nSource: news agencies"
    ),
    "day, update and a handle": (
        f"This article is more than 2 years old\n\n{TITLE}\n\nJane Example in Bamako and agencies\n@janeexample\n\n"
        f"Fri 20 Aug 2021 18.01 BST\nLast modified on Sat 21 Aug 2021 05.50 BST\n\nShare\n\n{BODY}\n\n"
        "Sign up to our free daily newsletter\n\nExplore more on these topics\nMali"
    ),
    "section of one word, day before author": (
        f"Mali\n\n{TITLE}\n\nAugust 20, 2021 18:01 GMT\n\nBy Jane Example\n\nPrint\n\n{BODY}\n\nWith reporting by AFP"
    ),
    "standfirst of two sentences and a credited caption": (
        f"{TITLE}\n\nThe army said the fighting had ended. Residents spoke of shells.\n\nGive this article\n\n114\n\n"
        "Soldiers near Menaka, Mali, on Thursday.Credit...Jane Example for The Herald\n\nBy Jane Example\n\n"
        f"Aug. 20, 2021\n\n{BODY}\n\nJane Example reported from Bamako, and John Sample from Paris."
    ),
    "subscription words at the end": (
        f"Argument\n{TITLE}\n\nBy Jane Example, a columnist at The Herald.\n\nAUGUST 20, 2021, 6:01 PM\n\n{BODY}\n\n"
        "Follow topics to get what you like. Exclusively for subscribers. Subscribe Now | Log In\n\n"
        "Jane Example is a columnist at The Herald. Twitter: @janeexample\n\nRead More On Africa | Mali\n\n"
        "Commenting on this and other articles is one benefit of a subscription."
    ),
    "author, town, bookmark": (
        f"Gulf Premium\n{TITLE}\n\nJane Example\nBamako\nFriday 20 August 2021 18:01\nArticle bookmarked\n\n"
        f"{BODY}\n\nMore about\nMali\nComments"
    ),
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_copied_page(page: str) -> None:
    document = read_text(page)
    assert "\n\n".join(stretches(document, ZoneKind.BODY)) == BODY
    assert document.title == TITLE
    assert document.published is not None
    assert str(document.published.start) == "2021-08-20"
    assert document.byline == ("Jane Example" if "Jane Example" in _head(document) else None)


def _head(document: Document) -> str:
    """Give what stands above the report without captions, which name photographers."""
    kinds = set(ZoneKind) - {ZoneKind.BODY, ZoneKind.CAPTION}
    return "\n".join(stretches(document, *kinds))


def test_cut_off_last_sentence_is_still_read() -> None:
    cut = "The governor said that two columns of the army were on their way to the town from"
    assert stretches(read_text(f"{TITLE}\n\n{BODY}\n\n{cut}"), ZoneKind.BODY)[-1] == cut


def test_agency_with_slashes_and_no_year_stays_without_a_day() -> None:
    document = read_text(f"20 AUG, 18:01\n\n{TITLE}\n\nBAMAKO, August 20. /TASS/. {BODY}")
    assert (document.title, document.dateline, document.published) == (TITLE, "BAMAKO", None)
