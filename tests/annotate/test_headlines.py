"""Headlines in title case, and those whose verb looks like a noun."""

import pytest

from rashomon.annotate import Annotator
from rashomon.records import Annotated, Document, Zone, ZoneKind
from tests.conllu import make_document

BODY = "The office said that fighters of the Hill Front came from the old town. In the north the market was closed."


def _document(headline: str) -> Document:
    text = f"{headline}\n\n{BODY}"
    start = len(headline) + 2
    zones = (Zone(0, len(headline), ZoneKind.HEADLINE), Zone(start, len(text), ZoneKind.BODY))
    return make_document(text, zones=zones)


def _read(annotator: Annotator, headline: str) -> Annotated:
    return annotator.annotate(_document(headline))[0]


@pytest.mark.parametrize(
    ("headline", "shown"),
    [
        ("Fighters Of The Hill Front Leave Market", "Fighters of the Hill Front leave market"),
        ("Army Kills Six In Northern Town", "Army kills six in northern town"),
        ("NATO Jets Bomb Fort Kerna Again", "NATO jets bomb Fort Kerna again"),
        ("Army takes Old Town of Kerna", "Army takes Old Town of Kerna"),
    ],
)
def test_a_headline_in_title_case_is_read_in_the_case_of_its_report(
    annotator: Annotator, headline: str, shown: str
) -> None:
    assert annotator._caser.read(_document(headline)).partition("\n")[0] == shown


@pytest.mark.parametrize(
    ("headline", "verb", "tag", "subject"),
    [
        ("Warplanes bomb market in Kerna", "bomb", "VBP", "Warplanes"),
        ("GOVERNMENT FORCES SHELL REBEL POSITIONS", "SHELL", "VBP", "FORCES"),
        ("Taliban attack police checkpoint in Kerna", "attack", "VBP", "Taliban"),
    ],
)
def test_a_verb_that_looks_like_a_noun_is_read_as_one(
    annotator: Annotator, headline: str, verb: str, tag: str, subject: str
) -> None:
    made = _read(annotator, headline)
    told = next(token for token in made.tokens if token.text == verb)
    assert (told.upos, told.xpos, told.head) == ("VERB", tag, told.index)
    assert any(t.text == subject and t.deprel == "nsubj" and t.head == told.index for t in made.tokens)


@pytest.mark.parametrize(
    "headline", ["Drone strikes in Yemen: a timeline", "Peace talks deadline", "Bomb attacks explained"]
)
def test_a_headline_without_a_verb_stays_one(annotator: Annotator, headline: str) -> None:
    first = _read(annotator, headline).sentences[0]
    tags = [token.xpos for token in _read(annotator, headline).tokens[first.first : first.last]]
    assert not {"VBP", "VBZ"} & set(tags)


def test_a_comma_parts_no_verb_from_its_object(annotator: Annotator) -> None:
    made = _read(annotator, "Seventeen killed, one held in operation near Kerna")
    assert not any(token.deprel == "obj" for token in made.tokens[:6])


def _shown(annotator: Annotator, headline: str, body: str) -> str:
    text = f"{headline}\n\n{body}"
    zones = (Zone(0, len(headline), ZoneKind.HEADLINE), Zone(len(headline) + 2, len(text), ZoneKind.BODY))
    return annotator._caser.read(make_document(text, zones=zones))


def test_a_headline_that_the_page_repeats_shows_nothing_of_names_and_is_read_alike(annotator: Annotator) -> None:
    headline, body = "Six Farmers Killed in Heavy Shelling of Kerna", "On Monday they were murdered at home."
    shown = _shown(annotator, headline, f"2 May 2016 {headline} {body}")
    small = "Six farmers killed in heavy shelling of Kerna"
    assert shown == f"{small}\n\n2 May 2016 {small} {body}"


@pytest.mark.parametrize("side", ["ISIS", "Hezbollah", "Russia", "US", "Hill Front"])
def test_who_a_headline_is_about_tells_nothing_of_its_case(annotator: Annotator, side: str) -> None:
    assert _shown(annotator, f"{side} Shells Market", BODY).startswith(f"{side} shells market\n")
    assert _shown(annotator, f"{side} shells Kerna", BODY).startswith(f"{side} shells Kerna\n")


def test_another_headline_inside_the_report_shows_no_names(annotator: Annotator) -> None:
    body = f"{BODY} Related: Army Commits Massacres After Heavy Losses. They left."
    assert _shown(annotator, "Army Commits Massacres", body).startswith("Army commits massacres\n")
