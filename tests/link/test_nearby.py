from rashomon.link.gazetteer import Entry, Found
from rashomon.link.places.nearby import count_near
from rashomon.records import PlaceKind
from tests.link.world import town, unit


def named(*entries: Entry) -> list[Found]:
    return [Found(entry, "name", 1.0) for entry in entries]


def test_a_place_beside_other_names_of_the_text_counts_and_its_namesake_far_off_does_not() -> None:
    here, far = (
        town(1, "Barwa", "US", 10, None, (41.9, -73.3), 0),
        town(2, "Barwa", "US", 11, None, (29.7, -95.3), 0),
    )
    beside = town(3, "Sorkhab", "US", 10, None, (41.8, -73.2), 0)
    near = count_near({"barwa": named(here, far), "sorkhab": named(beside)})
    assert near[here.id] == 1.0
    assert far.id not in near


def test_a_name_of_many_places_says_little() -> None:
    here, other = (
        town(1, "Barwa", "US", 10, None, (41.9, -73.3), 0),
        town(2, "Asmar", "US", 10, None, (41.9, -73.3), 0),
    )
    elsewhere = [town(3 + i, "Asmar", "US", 11, None, (20.0 + 2 * i, 10.0), 0) for i in range(3)]
    assert count_near({"barwa": named(here), "asmar": named(other, *elsewhere)})[here.id] == 0.5


def test_a_town_gains_nothing_over_the_country_or_province_of_its_name() -> None:
    land, province = unit(1, "Barwa", PlaceKind.COUNTRY, "XA"), unit(2, "Barwa", PlaceKind.ADM1, "US")
    inside, beside = (
        town(3, "Barwa", "US", 2, None, (41.9, -73.3), 0),
        town(4, "Sorkhab", "US", 2, None, (41.8, -73.2), 0),
    )
    near = count_near({"barwa": named(land, province, inside), "sorkhab": named(beside)})
    assert near[land.id] == near[province.id] == near[inside.id] == 1.0
