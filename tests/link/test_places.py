from collections.abc import Sequence

import pytest

from rashomon.link.gazetteer import Gazetteer
from rashomon.link.places import dateline_country, link_places
from rashomon.records import Extraction, Link, MentionKind, Place, PlaceKind
from tests.link.world import LEXICON, make_document, mention


def place(
    gazetteer: Gazetteer, text: str, names: Sequence[str], dateline: str | None = None
) -> list[tuple[Link, Place | None]]:
    mentions = tuple(mention(text, name, MentionKind.PLACE, "PLACE") for name in names)
    found = link_places(Extraction("doc-1", mentions), make_document(text, dateline), LEXICON.places, gazetteer)
    places = {one.id: one for one in found.places}
    return [(link, places.get(link.target or "")) for link in found.links]


def only(gazetteer: Gazetteer, text: str, name: str, dateline: str | None = None) -> Place:
    [(_, found)] = place(gazetteer, text, [name], dateline)
    assert found is not None
    return found


def test_what_holds_a_place_decides_over_population(gazetteer: Gazetteer) -> None:
    [(link, town), _] = place(gazetteer, "Shots were heard in Asadabad in Kunar.", ["Asadabad", "Kunar"])
    assert town is not None
    assert (town.country, town.adm1, town.adm2) == ("AF", "Kunar", "Asadabad")
    assert "in Kunar" in link.why
    assert {candidate.name for candidate in link.candidates} >= {"Asadabad (town, AF)", "Asadabad (town, IR)"}


def test_the_country_that_the_text_speaks_of_decides(gazetteer: Gazetteer) -> None:
    assert only(gazetteer, "Afghan officials said that Bano had fallen.", "Bano").country == "AF"
    assert only(gazetteer, "Pakistani officials said that Bannu was calm.", "Bannu").country == "PK"
    assert only(gazetteer, "Officials said that Asadabad was calm.", "Asadabad", "TEHRAN, Iran").country == "IR"


def test_a_plural_word_gives_its_kind_to_the_whole_list(gazetteer: Gazetteer) -> None:
    text = "Afghan rebels took the districts of Pul-e Hisar, Asadabad and Banu."
    found = [one for _, one in place(gazetteer, text, ["Pul-e Hisar", "Asadabad", "Banu"])]
    assert [one.kind for one in found if one] == [PlaceKind.ADM2, PlaceKind.ADM2, PlaceKind.TOWN]
    assert [one.precision for one in found if one] == [3, 3, 3]


def test_what_holds_the_last_of_a_list_holds_all(gazetteer: Gazetteer) -> None:
    text = "The Puli Khesar and Banu districts in Baghlan fell."
    found = [one for _, one in place(gazetteer, text, ["Puli Khesar", "Banu", "Baghlan"])]
    assert [one.adm1 for one in found if one] == ["Baghlan", "Baghlan", "Baghlan"]


@pytest.mark.parametrize(
    ("text", "kind", "precision"),
    [
        ("Fighting reached Kabul on Monday.", PlaceKind.ADM1, 4),
        ("They entered the capital, Kabul.", PlaceKind.TOWN, 1),
        ("They entered the city of Kabul.", PlaceKind.TOWN, 1),
    ],
)
def test_a_bare_name_takes_the_larger_unit_unless_a_word_narrows_it(
    gazetteer: Gazetteer, text: str, kind: PlaceKind, precision: int
) -> None:
    found = only(gazetteer, text, "Kabul")
    assert (found.kind, found.precision) == (kind, precision)


def test_a_valley_is_a_natural_feature_at_its_unit(gazetteer: Gazetteer) -> None:
    found = only(gazetteer, "Afghan rebels hid in the Andarab valley.", "Andarab valley")
    assert (found.kind, found.precision, found.adm1) == (PlaceKind.NATURAL, 5, "Baghlan")
    assert found.id.startswith("plc-")


def test_parts_borders_and_regions_have_no_wrong_coordinates(gazetteer: Gazetteer) -> None:
    part = only(gazetteer, "Clashes spread in northern Mali.", "northern Mali")
    assert (part.kind, part.country, part.lat, part.precision) == (PlaceKind.REGION, "ML", None, 5)
    border = only(gazetteer, "Troops moved to the Tajikistan border.", "Tajikistan border")
    assert (border.kind, border.lat) == (PlaceKind.BORDER, None)
    assert only(gazetteer, "It happened in the Sahel.", "Sahel").precision == 5
    assert only(gazetteer, "A ship sank in the Baltic Sea.", "Baltic Sea").precision == 7


def test_an_unknown_place_is_kept_with_what_the_text_puts_around_it(gazetteer: Gazetteer) -> None:
    [(link, found), (_, known)] = place(gazetteer, "A raid on Xyzzyq in Kunar failed.", ["Xyzzyq", "Kunar"])
    assert found is not None
    assert (found.name, found.adm1, found.lat, found.precision) == ("Xyzzyq", "Kunar", None, 4)
    assert link.rule == "text-only"
    assert known is not None


def test_words_that_name_nothing_lead_nowhere(gazetteer: Gazetteer) -> None:
    [(link, found)] = place(gazetteer, "They left for the villages.", ["villages"])
    assert found is None
    assert link.rule == "nil-described"


def test_a_peoples_name_means_its_country_and_short_capitals_no_town(gazetteer: Gazetteer) -> None:
    assert only(gazetteer, "Malian territory was hit.", "Malian").country == "ML"
    assert only(gazetteer, "The GAO reported.", "GAO").lat == only(gazetteer, "The GAO reported.", "GAO").lat


def test_every_mention_has_one_link_and_every_target_is_given(gazetteer: Gazetteer) -> None:
    text = "Kunar, Baghlan, Kabul and Xyzzyq; in the Sahel and the villages."
    found = place(gazetteer, text, ["Kunar", "Baghlan", "Kabul", "Xyzzyq", "Sahel", "villages"])
    assert len({link.id for link, _ in found}) == 6
    assert [link.target is None for link, one in found] == [one is None for _, one in found]


def test_a_namesake_abroad_is_nothing_where_the_text_speaks_of_another_country(gazetteer: Gazetteer) -> None:
    found = only(gazetteer, "Malian soldiers fought near Andarab.", "Andarab")
    assert (found.lat, found.country) == (None, None)
    assert found.id.startswith("plc-")


def test_an_owner_before_a_name_holds_it_and_is_no_part_of_it(gazetteer: Gazetteer) -> None:
    text = "Shots were heard in Kunar's Asadabad district."
    owner = mention(text, "Kunar", MentionKind.PLACE, "PLACE")
    whole = mention(text, "Kunar's Asadabad district", MentionKind.PLACE, "PLACE", "Asadabad district")
    made = link_places(Extraction("doc-1", (owner, whole)), make_document(text), LEXICON.places, gazetteer)
    link = made.links[1]
    found = next((one for one in made.places if one.id == link.target), None)
    assert found is not None
    assert (found.kind, found.adm1, found.country) == (PlaceKind.ADM2, "Kunar", "AF")
    assert "in Kunar" in link.why


def test_a_day_and_a_full_stop_behind_a_name_are_no_part_of_it(gazetteer: Gazetteer) -> None:
    text = "Kabul 8 January. They went to Bannu."
    day = mention(text, "Kabul 8 January", MentionKind.PLACE, "PLACE", "Kabul")
    stop = mention(text, "Bannu.", MentionKind.PLACE, "PLACE", "Bannu.")
    found = link_places(Extraction("doc-1", (day, stop)), make_document(text), LEXICON.places, gazetteer)
    assert {one.name for one in found.places if one.id.startswith("geo-")} == {"Bannu", "Kabul"}


@pytest.mark.parametrize(
    ("dateline", "named", "country"),
    [
        ("Kabul", {}, "AF"),
        ("Kabul, March 3", {"ML": 1.0}, "AF"),
        ("Gao", {"ML": 1.0}, "ML"),
        ("Gao", {}, None),  # too small to be known everywhere
        ("Kabul", {"US": 1.0}, "AF"),
        (None, {}, None),
    ],
)
def test_a_dateline_tells_the_country_from_which_a_report_is_sent(
    gazetteer: Gazetteer, dateline: str | None, named: dict[str, float], country: str | None
) -> None:
    assert dateline_country(dateline, named, gazetteer) == country
